"""Times told in words: weeks, terms, quarters, months, meetings (rules D8-D14, D18-D21, D27, D29, D30)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days.contexts import find_before, part_of
from samsyn.minutes.days.figures import month_number
from samsyn.minutes.days.mentions import Mention, rule_of, stated_year
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Precision

if TYPE_CHECKING:
    from samsyn.minutes.days.mentions import MonthDay

_LEAP_YEAR = 2024  # so that February has all its days; a day that the year lacks is cut off when it is dated
_WEEKS = 53
_QUARTERS = 4
_SUMMER = (7, 1)
_AND = re.compile(r"\s(?:och|eller)\s")


def _interval(
    match: re.Match[str],
    precision: Precision,
    year: str | None,
    first: MonthDay,
    last: MonthDay | None = None,
    *,
    wraps: bool = False,
) -> Mention:
    return Mention(
        match.start(),
        match.end(),
        precision,
        rule_of(match),
        stated_year(year),
        first,
        last,
        wraps=wraps,
    )


def _undated(match: re.Match[str], precision: Precision, number: int = 0) -> Mention:
    return Mention(match.start(), match.end(), precision, rule_of(match), number=number)


def read_week(match: re.Match[str]) -> Mention | None:
    """V. 14, vecka 14-15, v. 51-2."""
    week = int(match["w8"])
    last = int(match["w8b"] or match["w8c"] or match["w8d"] or week)
    wraps = last < week
    if not 1 <= week <= _WEEKS or not 1 <= last <= _WEEKS or (wraps and not match["w8b"]):
        return None
    return Mention(
        match.start(),
        match.end(),
        Precision.WEEK,
        rule_of(match),
        stated_year(match["y8"]),
        number=week,
        last=(0, last),
        wraps=wraps,
    )


def read_school_year(match: re.Match[str]) -> Mention | None:
    """Läsåret 26/27, 2026/2027; years that do not follow upon each other are a number."""
    if (int(match["y9"]) + 1 - int(match["y9b"])) % 100:
        return None
    return _interval(match, Precision.SCHOOL_YEAR, match["y9"], (8, 1), (7, 31), wraps=True)


def read_term(match: re.Match[str]) -> Mention | None:
    """Höstterminen 2026, ht-26, våren, nästa höst, i somras, hösten/vintern."""
    word = match["t10"] or match["p10"]
    lean = find_before("lean_before", match.string, match.start())
    if (match["p10"] or word in lexicon().tables["dates"]["bare_season"]) and not (
        lean or find_before("before_season", match.string, match.start())
    ):
        return None
    (first, _), (last_first, last) = _term(word), _term(match["t10b"] or word)
    key = _term_key(word)
    near: dict[str, int] = lexicon().tables["dates"]["near"]
    spring_of_two = match["y10b"] and first < _SUMMER
    mention = _interval(
        match,
        Precision.TERM if key in {"vt", "ht"} or key.endswith("termin") else Precision.SEASON,
        match["y10b"] if spring_of_two else match["y10"],
        first,
        last,
        wraps=last < first or last_first < first,
    )
    if match["p10"]:
        return replace(mention, start=mention.start - len("i "), number=-1)
    if lean is None:
        return mention
    start = mention.start - len(lean[0]) if near[lean["lean"]] else mention.start
    return replace(mention, start=start, lean=near[lean["lean"]])


def _term_key(word: str) -> str:
    """The longest of the words in the table that a term's name begins with."""
    terms: dict[str, list[int]] = lexicon().tables["dates"]["terms"]
    return max((key for key in terms if word.startswith(key)), key=len)


def _term(word: str) -> tuple[MonthDay, MonthDay]:
    """The first and the last day of a term or season."""
    month, day, last_month, last_day = lexicon().tables["dates"]["terms"][_term_key(word)]
    return (month, day), (last_month, last_day)


def _ordinal_before(match: re.Match[str]) -> tuple[int, int]:
    """The number that an ordinal before a time tells, and its length with what stands between; else 0."""
    before = find_before("ordinal_before", match.string, match.start())
    return (lexicon().tables["dates"]["ordinals"][before["ordinal"]], len(before[0])) if before else (0, 0)


def _begun(mention: Mention, length: int) -> Mention:
    return replace(mention, start=mention.start - length)


def read_quarter(match: re.Match[str]) -> Mention | None:
    """Kvartal 2, Q2, andra kvartalet, kvartal 2-3."""
    number, length = _ordinal_before(match) if match["q11c"] else (0, 0)
    quarter = int(match["q11"] or match["q11b"] or number)
    if not 1 <= quarter <= _QUARTERS:
        return None
    until = int(match["q11e"] or match["q11f"] or quarter)
    last = (3 * until, 31 if until in {1, 4} else 30)
    year = match["y11"] or match["y11s"]
    wraps = until < quarter
    return _begun(_interval(match, Precision.QUARTER, year, (3 * quarter - 2, 1), last, wraps=wraps), length)


def read_part_of_year(match: re.Match[str]) -> Mention | None:
    """Första halvåret, första halvan av 2027, tertial 2."""
    if match["tert"]:
        third = int(match["tert"][-1])
        first, last = (4 * third - 3, 1), (4 * third, (30, 31, 31)[third - 1])
        return _interval(match, Precision.UNCERTAIN, match["y12b"], first, last)
    number, length = _ordinal_before(match)
    if number not in {1, 2}:
        return None
    first, last = ((1, 1), (6, 30)) if number == 1 else ((7, 1), (12, 31))
    return _begun(_interval(match, Precision.UNCERTAIN, match["y12"] or match["y12c"], first, last), length)


def read_turn_of_year(match: re.Match[str]) -> Mention:
    """Årsskiftet 26/27, halvårsskiftet, månadsskiftet april/maj."""
    if match["mid"]:
        return _interval(match, Precision.UNCERTAIN, match["y13m"] or match["y13s"], (6, 15), (7, 15))
    if match["m13"]:
        month, following = month_number(match["m13"]), month_number(match["m13b"])
        wraps = following < month
        return _interval(match, Precision.UNCERTAIN, None, (month, 25), (following, 5), wraps=wraps)
    return _interval(match, Precision.TURN_OF_YEAR, match["y13"], (12, 15), (1, 15), wraps=True)


def _month_days(first: int, last: int) -> tuple[MonthDay, MonthDay]:
    return (first, 1), (last, monthrange(_LEAP_YEAR, last)[1])


def read_month(match: re.Match[str]) -> Mention | None:
    """I mars, mars 2026, april-maj, medio juni; första maj and sista augusti (rule D29)."""
    year, second = match["y14"] or match["y14s"], match["m14b"]
    number, length = _ordinal_before(match)
    if number and not second and ":" not in match.string[match.start() - length : match.start()]:
        return _begun(_day_in_words(match, number, year), length)
    edge = find_before("edge_before", match.string, match.start())
    joined = second is not None and not _AND.search(match[0])
    if not (year or joined or edge or match["w14"] or _is_month(match)):
        return None
    first, last = month_number(match["m14"]), month_number(second or match["m14"])
    precision = Precision.UNCERTAIN if second else Precision.MONTH
    mention = _interval(match, precision, year, *_month_days(first, last), wraps=last < first)
    if edge is None:
        return mention
    parts: dict[str, int] = lexicon().tables["dates"]["parts"]
    return _begun(part_of(mention, parts[edge["part"]]), len(edge[0]))


def _is_month(match: re.Match[str]) -> bool:
    """Whether "i", "senast" or the like stands before, or a comma, where the month ends the words."""
    name = match["m14"]
    if name == "jul":  # "i jul" is at Christmas
        return False
    if find_before("before_month", match.string, match.start()):
        return True
    closed = name not in lexicon().tables["dates"]["names"] and not match.string[match.end() :].strip(" .)")
    return closed and find_before("month_apart", match.string, match.start()) is not None


def _day_in_words(match: re.Match[str], number: int, year: str | None) -> Mention:
    month = month_number(match["m14"])
    day = (month, min(number, monthrange(_LEAP_YEAR, month)[1]))
    return replace(_interval(match, Precision.DAY, year, day, day), rule="D29")


def read_meeting_in(match: re.Match[str]) -> Mention:
    """Till majmötet, på mötet i maj, vårens möte."""
    month = match["m27"] or match["m27b"]
    if month is None:
        first, last = _term(match["t27"] or match["t27b"])
        return _interval(match, Precision.SEASON, None, first, last, wraps=last < first)
    number = month_number(month)
    return _interval(match, Precision.MONTH, match["y27"], *_month_days(number, number))


def read_coming_meeting(match: re.Match[str]) -> Mention | None:
    """Nästa möte, till årsmötet."""
    if match["a18"] and not find_before("coming_before", match.string, match.start()):
        return None
    return _undated(match, Precision.MEETING, 1)


def read_last_meeting(match: re.Match[str]) -> Mention:
    """Förra mötet."""
    return _undated(match, Precision.MEETING, -1)


def read_recurring(match: re.Match[str]) -> Mention | None:
    """Löpande, varje månad, en gång per termin, första måndagen i månaden."""
    mention = _undated(match, Precision.RECURRING)
    if match["g20"]:
        count = find_before("times_before", match.string, match.start())
        return _begun(mention, len(count[0])) if count else None
    which = find_before("which_before", match.string, match.start())
    return _begun(mention, len(which[0])) if which else mention


def read_feast(match: re.Match[str]) -> Mention | None:
    """Före skolstarten, till jul, i nästa statusrapport."""
    name = "summer_before" if match["s21"] else "feast_before"
    before = find_before(name, match.string, match.start())
    return _undated(match, Precision.UNCERTAIN) if before else None


def read_soonest(match: re.Match[str]) -> Mention:
    """Så snart som möjligt."""
    return _undated(match, Precision.UNCERTAIN)
