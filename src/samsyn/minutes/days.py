"""Dates and other times in Swedish notes: where they stand, and what they say of day and period.

Rules D1-D14 in docs/reading/dates.md. A time that names no year gets one in `samsyn.minutes.years`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.records import Precision


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that tell a time.

    Attributes:
        start: Place of the words in the text that was searched, half-open with `end`.
        year: Year as stated, None where it is left out.
        first: (month, day) that the time begins with; None for weeks, meetings and the like.
        last: (month, day) that it ends with, the same as `first` for one day.
        number: Week, quarter, or years back, by `precision`.
        wraps: Whether the end lies in the year after (school year, winter, turn of the year).
    """

    start: int
    end: int
    precision: Precision
    rule: str
    year: int | None = None
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    number: int = 0
    wraps: bool = False
    last_year: int | None = None


def full_year(digits: str) -> int:
    """The year that two or four digits mean: 70-99 are of the last century."""
    number = int(digits)
    if number >= 100:
        return number
    return 1900 + number if number >= 70 else 2000 + number


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _pattern() -> re.Pattern[str]:
    """All date forms in one expression; the groups are named by rule."""
    months = words_pattern(lexicon().tables["times"]["months"])
    weekday = rf"(?:(?:{words_pattern(lexicon().words('times', 'weekdays'))})(?:en|ar|arna)?\.?\s+)?"
    numbers = words_pattern(lexicon().tables["times"]["numbers"])
    year4 = r"(?:19|20)\d\d"
    ordinal = r"(?::?[ea])?"
    dash = r"\s?[-–—]\s?"
    forms = [
        rf"(?P<D1>(?P<y1>{year4})-(?P<m1>\d\d)-(?P<d1>\d\d)(?:{dash}(?P<y1b>{year4})-(?P<m1b>\d\d)-(?P<d1b>\d\d))?)(?![\d-])",
        rf"(?P<D2>(?P<y2>{year4})[ ./](?P<m2>0[1-9]|1[0-2])[ ./](?P<d2>[0-3]\d))(?!\d)",
        rf"(?P<D3>(?P<y3>\d\d|{year4})(?P<m3>0[1-9]|1[0-2])(?P<d3>[0-3]\d)"
        rf"(?:{dash}(?P<y3b>\d\d|{year4})(?P<m3b>0[1-9]|1[0-2])(?P<d3b>[0-3]\d))?)(?![\d-]|\s?kr)",
        r"(?P<D4>(?P<y4>\d\d)\.(?P<m4>0[1-9]|1[0-2])\.(?P<d4>[0-3]\d))(?![\d.])",
        rf"(?P<D5>(?P<d5>\d\d?)(?:{dash}(?P<d5b>\d\d?))?/(?P<m5>\d\d?)(?:{dash}(?P<d5c>\d\d?)/(?P<m5c>\d\d?))?"
        rf"(?:\s?[-–]\s?(?P<y5>\d\d|{year4})|\s?/(?P<y5d>\d\d|{year4})|\s(?P<y5e>{year4}))?)(?![\d/]|\s?kr)",
        rf"(?P<D6>(?P<d6>\d\d?){ordinal}(?:\s+(?P<m6a>{months})\.?(?:\s+(?P<y6a>{year4}))?)?(?:{dash}|\s+(?:till|t\.?\s?o\.?\s?m\.?|och)\s+(?:den\s+)?)"
        rf"(?P<d6b>\d\d?){ordinal}\s+(?P<m6>{months})\b(?:\.(?=\s?\d))?(?:\s*(?P<y6>{year4})|\s?[-–’'](?P<y6s>\d\d)\b)?)",
        rf"(?P<D7>{weekday}(?:den\s+)?(?P<d7>\d\d?){ordinal}\.?\s+(?P<m7>{months})\b(?:\.(?=\s?\d))?"
        rf"(?:,?\s*(?P<y7>{year4})|\s?[-–’'](?P<y7s>\d\d)\b)?)",
        r"(?P<D8>(?:v\.|v|vecka|veckan|veckorna)\s?(?P<w8>\d\d?)(?:\s?[-–]\s?(?P<w8b>\d\d?))?"
        rf"(?:\s*,?\s*(?P<y8>{year4}))?)(?!\d|[.:]\d)",
        rf"(?P<D9>(?:läsåre[nt]?|läsår|verksamhetsåret)\s+(?P<y9>\d\d|{year4})\s?[/–-]\s?(?P<y9b>\d\d|{year4}))",
        rf"(?P<D10>(?P<t10>vt|ht|vårterminen|höstterminen|vårtermin|hösttermin|vårens?|våren|hösten|höstens|höst|vår|sommaren|sommar|vintern|vinter)"
        rf"(?:\s?[-–]?\s?(?P<y10>{year4}|\d\d))?)(?![\w/])",
        rf"(?P<D11>(?:kvartal\s?(?P<q11>[1-4])|q(?P<q11b>[1-4])|(?P<q11c>första|andra|tredje|fjärde)\s+kvartalet)(?:\s+(?P<y11>{year4}))?)\b",
        rf"(?P<D12>(?P<h12>första|andra)\s+halvåret(?:\s+(?P<y12>{year4}))?|(?P<tert>tertial\s?[1-3])(?:\s+(?P<y12b>{year4}))?)\b",
        rf"(?P<D13>(?P<mid>halvårsskiftet)|årsskiftet(?:\s+(?P<y13>\d\d|{year4})(?:\s?[/–-]\s?(?P<y13b>\d\d|{year4}))?)?|nyår)",
        rf"(?P<D14>(?:(?<=\bi )|(?<=\bunder )|(?<=\bsenast )|(?<=\btill )|(?<=\bför )|(?<=\binför )|(?<=\bav )|(?<=\bfrån )|(?<=\bslutet av )|(?<=\bbörjan av )|(?<=\bmitten av ))(?P<m14>{months})\b(?:\.(?=\s?\d))?(?:\s+(?P<y14>{year4}))?"
        rf"|(?P<m14b>{months})\s+(?P<y14b>{year4}))",
        rf"(?P<D15>(?:tidigast(?:\s+(?:under|i|från))?\s+(?P<e15>{year4})))\b",
        rf"(?P<D16>(?:(?<=\bunder )|(?<=\bi )|(?<=\bår )|(?<=\båret )|(?<=\btill )|(?<=\bför )|(?<=\bfrån )|(?<=\binför )|(?<=\bsenast )|(?<=\bhela ))(?P<y16>{year4}))(?![\d-])",
        rf"(?P<D17>(?P<n17>\d+|{numbers})\s+år\s+(?:sen|sedan)|om\s+(?P<n17b>\d+|{numbers})\s+(?P<u17>veckor|månader|år|vecka|månad|dagar))\b",
        r"(?P<D18>(?:(?:till|inför|vid|på|i|före|innan)\s+)?(?:(?:ett|det|en)\s+)?(?:nästa|nästkommande|kommande|senare)\s+(?:styr|styrelse|nätverks|grupp|arbets|bered\w+|gemensamma\s+)?(?:möte|mötet|sammanträde|sammanträdet|träff|träffen|gång|styrelsemöte|styrgruppsmöte|nätverksträff|nätverksmöte|mötestillfälle|arbetsmöte|styrgrupp))\b",
        r"(?P<D19>(?:vid\s+|på\s+)?(?:det\s+|den\s+)?(?:senaste|förra|föregående|tidigare)\s+(?:gemensamma\s+)?(?:möte|mötet|sammanträde|sammanträdet|träffen|träff|gången|styrgruppsmötet|styrelsemötet|nätverksträffen))\b",
        r"(?P<D20>löpande|varje\s+(?:möte|månad|vecka|termin|år|kvartal)|(?:första|andra|tredje|sista)\s+\w+dagen\s+i\s+(?:varje\s+)?månaden|\w+dagar(?:s|na)?\s+lunch\w*|årligen|månadsvis|kvartalsvis|tills\s+vidare|regelbundet|kontinuerligt)\b",
        r"(?P<D21>(?:före|efter|innan|till)\s+(?:skolstarten|skolstart|jul|julen|sommaren|sommarlovet|sportlovet|påsk|påsken|höstlovet|semestern|semestrarna|midsommar|terminsstart|terminsstarten))\b",
    ]
    return re.compile(r"(?<![\w/-])(?:" + "|".join(forms) + ")", re.IGNORECASE)


# Letters of which a text must hold some, or a figure, to tell a time: a quick look before the search.
_HINTS = (
    "års", "år se", "halvår", "nyår", "kvartal", "tertial", "läsår", "termin", "vt", "ht", "vår", "höst", "sommar", "vint",
    "möte", "sammantr", "träff", "gång", "löpande", "varje", "månad", "årlig", "tals", "vis", "tills", "regelb", "kontin",
    "lunch", "skolstart", "jul", "påsk", "lovet", "semest", "midsommar", "janu", "febr", "mars", "april", "maj", "juni",
    "augus", "septem", "okto", "novem", "decem", "vecka", "veckor", "dagar", " år", "styrgrupp",
)  # fmt: skip
_FIGURE = re.compile(r"\d")


def _may_tell_time(text: str) -> bool:
    if _FIGURE.search(text):
        return True
    lowered = text.casefold()
    for hint in _HINTS:  # noqa: SIM110 - any() takes twice the time here, on every sentence
        if hint in lowered:
            return True
    return False


@lru_cache(maxsize=2048)
def find_mentions(text: str) -> tuple[Mention, ...]:
    """All times mentioned in a text, in order, without overlap."""
    if not _may_tell_time(text):
        return ()
    found = (_READERS[_rule_of(match)](match) for match in _pattern().finditer(text))
    return tuple(mention for mention in found if mention is not None)


def _rule_of(match: re.Match[str]) -> str:
    return next(name for name, value in match.groupdict().items() if value is not None and name[0] == "D")


def _days(
    match: re.Match[str],
    rule: str,
    year: str | None,
    first: tuple[str, str],
    last: tuple[str, str] | None,
    last_year: str | None = None,
) -> Mention | None:
    """A day or days; None where there is no such day."""
    begin = (int(first[0]), int(first[1]))
    finish = (int(last[0]), int(last[1])) if last else begin
    stated = full_year(year) if year else None
    stated_last = full_year(last_year) if last_year else stated
    if not is_day(stated or 2024, *begin) or not is_day(stated_last or 2024, *finish):
        return None
    precision = Precision.DAY if last is None else Precision.DAYS
    wraps = last is not None and finish < begin and stated_last == stated
    return Mention(
        match.start(),
        match.end(),
        precision,
        rule,
        stated,
        begin,
        finish,
        wraps=wraps,
        last_year=stated_last if stated_last != stated else None,
    )


def _iso(match: re.Match[str]) -> Mention | None:
    last = (match["m1b"], match["d1b"]) if match["y1b"] else None
    return _days(match, "D1", match["y1"], (match["m1"], match["d1"]), last, match["y1b"])


def _spaced(match: re.Match[str]) -> Mention | None:
    return _days(match, "D2", match["y2"], (match["m2"], match["d2"]), None)


def _six_digits(match: re.Match[str]) -> Mention | None:
    last = (match["m3b"], match["d3b"]) if match["y3b"] else None
    return _days(match, "D3", match["y3"], (match["m3"], match["d3"]), last, match["y3b"])


def _dotted(match: re.Match[str]) -> Mention | None:
    return _days(match, "D4", match["y4"], (match["m4"], match["d4"]), None)


def _slashed(match: re.Match[str]) -> Mention | None:
    year = match["y5"] or match["y5d"] or match["y5e"]
    last = None
    if match["d5b"]:
        last = (match["m5"], match["d5b"])
    elif match["d5c"]:
        last = (match["m5c"], match["d5c"])
    return _days(match, "D5", year, (match["m5"], match["d5"]), last)


def _month(name: str) -> str:
    months: dict[str, int] = lexicon().tables["times"]["months"]
    return str(months[name.casefold().rstrip(".")])


def _named_days(match: re.Match[str]) -> Mention | None:
    month = _month(match["m6"])
    first_month = _month(match["m6a"]) if match["m6a"] else month
    year = match["y6"] or match["y6s"]
    return _days(match, "D6", match["y6a"] or year, (first_month, match["d6"]), (month, match["d6b"]), year)


def _named_day(match: re.Match[str]) -> Mention | None:
    return _days(match, "D7", match["y7"] or match["y7s"], (_month(match["m7"]), match["d7"]), None)


def _week(match: re.Match[str]) -> Mention | None:
    week = int(match["w8"])
    if not 1 <= week <= 53:
        return None
    year = full_year(match["y8"]) if match["y8"] else None
    return Mention(
        match.start(),
        match.end(),
        Precision.WEEK,
        "D8",
        year,
        number=week,
        last=(0, int(match["w8b"] or week)),
    )


def _school_year(match: re.Match[str]) -> Mention:
    return Mention(
        match.start(),
        match.end(),
        Precision.SCHOOL_YEAR,
        "D9",
        full_year(match["y9"]),
        (8, 1),
        (7, 31),
        wraps=True,
    )


_TERMS = {
    "vt": ((1, 1), (6, 30), Precision.TERM),
    "ht": ((8, 1), (12, 31), Precision.TERM),
    "vår": ((3, 1), (5, 31), Precision.SEASON),
    "hös": ((9, 1), (11, 30), Precision.SEASON),
    "som": ((6, 1), (8, 31), Precision.SEASON),
    "vin": ((12, 1), (2, 28), Precision.SEASON),
}


def _term(match: re.Match[str]) -> Mention | None:
    word = match["t10"].casefold()
    if word in {"vår", "höst", "sommar", "vinter"} and not _after_preposition(match):
        return None
    key = (
        ("vt" if word.startswith("vår") else "ht")
        if "termin" in word
        else word[:2]
        if word in {"vt", "ht"}
        else word[:3]
    )
    first, last, precision = _TERMS[key]
    year = full_year(match["y10"]) if match["y10"] else None
    return Mention(match.start(), match.end(), precision, "D10", year, first, last, wraps=key == "vin")


def _after_preposition(match: re.Match[str]) -> bool:
    """Whether "i", "till" or "under" stands before: "vår" alone means "our"."""
    return bool(
        re.search(
            r"\b(?:i|till|under|nästa|denna)\s+$", match.string[max(0, match.start() - 8) : match.start()]
        )
    )


_QUARTERS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}


def _quarter(match: re.Match[str]) -> Mention:
    quarter = int(match["q11"] or match["q11b"] or _QUARTERS[match["q11c"].casefold()])
    month = 3 * quarter - 2
    last = (month + 2, 31 if quarter in {1, 4} else 30)
    year = full_year(match["y11"]) if match["y11"] else None
    return Mention(match.start(), match.end(), Precision.QUARTER, "D11", year, (month, 1), last)


def _part_of_year(match: re.Match[str]) -> Mention:
    year = match["y12"] or match["y12b"]
    if match["tert"]:
        third = int(match["tert"][-1])
        first, last = (4 * third - 3, 1), (4 * third, (30, 31, 31)[third - 1])
    else:
        first, last = ((1, 1), (6, 30)) if match["h12"].casefold() == "första" else ((7, 1), (12, 31))
    return Mention(
        match.start(), match.end(), Precision.UNCERTAIN, "D12", full_year(year) if year else None, first, last
    )


def _turn_of_year(match: re.Match[str]) -> Mention:
    year = full_year(match["y13"]) if match["y13"] else None
    if match["mid"]:
        return Mention(match.start(), match.end(), Precision.UNCERTAIN, "D13", year, (6, 15), (7, 15))
    return Mention(
        match.start(), match.end(), Precision.TURN_OF_YEAR, "D13", year, (12, 15), (1, 15), wraps=True
    )


def _whole_month(match: re.Match[str]) -> Mention:
    month = int(_month(match["m14"] or match["m14b"]))
    year = match["y14"] or match["y14b"]
    last = (date(2023, month % 12 + 1, 1) - timedelta(days=1)).day
    return Mention(
        match.start(),
        match.end(),
        Precision.MONTH,
        "D14",
        full_year(year) if year else None,
        (month, 1),
        (month, last),
    )


def _earliest(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), Precision.EARLIEST, "D15", full_year(match["e15"]), (1, 1))


def _year(match: re.Match[str]) -> Mention:
    return Mention(
        match.start(), match.end(), Precision.YEAR, "D16", full_year(match["y16"]), (1, 1), (12, 31)
    )


_UNITS = {"dag": 1, "vec": 7, "mån": 30, "år": 365}


def _relative(match: re.Match[str]) -> Mention:
    words: dict[str, int] = lexicon().tables["times"]["numbers"]
    raw = (match["n17"] or match["n17b"]).casefold()
    number = words.get(raw) or int(raw)
    unit = match["u17"]
    days = (
        -365 * number
        if unit is None
        else next(size for key, size in _UNITS.items() if unit.startswith(key)) * number
    )
    return Mention(match.start(), match.end(), Precision.UNCERTAIN, "D17", number=days)


def _coming_meeting(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), Precision.MEETING, "D18", number=1)


def _last_meeting(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), Precision.MEETING, "D19", number=-1)


def _recurring(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), Precision.RECURRING, "D20")


def _around(match: re.Match[str]) -> Mention:
    return Mention(match.start(), match.end(), Precision.UNCERTAIN, "D21")


_READERS = {
    "D1": _iso,
    "D2": _spaced,
    "D3": _six_digits,
    "D4": _dotted,
    "D5": _slashed,
    "D6": _named_days,
    "D7": _named_day,
    "D8": _week,
    "D9": _school_year,
    "D10": _term,
    "D11": _quarter,
    "D12": _part_of_year,
    "D13": _turn_of_year,
    "D14": _whole_month,
    "D15": _earliest,
    "D16": _year,
    "D17": _relative,
    "D18": _coming_meeting,
    "D19": _last_meeting,
    "D20": _recurring,
    "D21": _around,
}
