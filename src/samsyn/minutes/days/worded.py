"""Times told in words: weeks, terms, quarters, months, coming meetings (rules D8-D15, D17-D22)."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from samsyn.minutes.days.figures import month_number
from samsyn.minutes.days.mentions import Mention, rule_of, stated_year
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Precision

if TYPE_CHECKING:
    import re

    from samsyn.minutes.days.mentions import MonthDay


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
    """V. 14, vecka 14-15."""
    week = int(match["w8"])
    if not 1 <= week <= 53:
        return None
    return Mention(
        match.start(),
        match.end(),
        Precision.WEEK,
        rule_of(match),
        stated_year(match["y8"]),
        number=week,
        last=(0, int(match["w8b"] or week)),
    )


def read_school_year(match: re.Match[str]) -> Mention:
    """Läsåret 26/27."""
    return _interval(match, Precision.SCHOOL_YEAR, match["y9"], (8, 1), (7, 31), wraps=True)


def read_term(match: re.Match[str]) -> Mention | None:
    """Höstterminen 2026, ht-26, våren."""
    word = match["t10"]
    if word in lexicon().tables["dates"]["bare_season"] and not _is_season(match):
        return None
    terms: dict[str, list[int]] = lexicon().tables["dates"]["terms"]
    key = max((key for key in terms if word.startswith(key)), key=len)
    month, day, last_month, last_day = terms[key]
    precision = Precision.TERM if key in {"vt", "ht"} or key.endswith("termin") else Precision.SEASON
    return _interval(
        match, precision, match["y10"], (month, day), (last_month, last_day), wraps=last_month < month
    )


def _is_season(match: re.Match[str]) -> bool:
    """Whether "i", "till" or "under" stands before: "vår" alone means "our"."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return lexicon().pattern("before_season").search(before) is not None


def read_quarter(match: re.Match[str]) -> Mention:
    """Kvartal 2, Q2, andra kvartalet."""
    ordinals: dict[str, int] = lexicon().tables["dates"]["ordinals"]
    quarter = int(match["q11"] or match["q11b"] or ordinals[match["q11c"]])
    month = 3 * quarter - 2
    last = (month + 2, 31 if quarter in {1, 4} else 30)
    return _interval(match, Precision.QUARTER, match["y11"], (month, 1), last)


def read_part_of_year(match: re.Match[str]) -> Mention:
    """Första halvåret, tertial 2."""
    if match["tert"]:
        third = int(match["tert"][-1])
        first, last = (4 * third - 3, 1), (4 * third, (30, 31, 31)[third - 1])
        return _interval(match, Precision.UNCERTAIN, match["y12b"], first, last)
    ordinals: dict[str, int] = lexicon().tables["dates"]["ordinals"]
    first, last = ((1, 1), (6, 30)) if ordinals[match["h12"]] == 1 else ((7, 1), (12, 31))
    return _interval(match, Precision.UNCERTAIN, match["y12"], first, last)


def read_turn_of_year(match: re.Match[str]) -> Mention:
    """Årsskiftet 26/27, halvårsskiftet."""
    if match["mid"]:
        return _interval(match, Precision.UNCERTAIN, None, (6, 15), (7, 15))
    return _interval(match, Precision.TURN_OF_YEAR, match["y13"], (12, 15), (1, 15), wraps=True)


def read_month(match: re.Match[str]) -> Mention:
    """I mars, mars 2026."""
    month = month_number(match["m14"] or match["m14b"])
    last = (month, monthrange(2023, month)[1])
    return _interval(match, Precision.MONTH, match["y14"] or match["y14b"], (month, 1), last)


def read_earliest(match: re.Match[str]) -> Mention:
    """Tidigast 2027."""
    return _interval(match, Precision.EARLIEST, match["e15"], (1, 1))


def read_relative(match: re.Match[str]) -> Mention:
    """Två år sedan, om tre veckor; "2 år sedan" too."""
    groups = match.groupdict()
    words: dict[str, int] = lexicon().tables["times"]["numbers"]
    raw = groups["n17"] or groups["n17b"]
    number = words.get(raw) or int(raw)
    if (unit := groups.get("u17")) is None:
        return _undated(match, Precision.UNCERTAIN, -365 * number)
    units: dict[str, int] = lexicon().tables["dates"]["units"]
    size = next(days for key, days in units.items() if unit.startswith(key))
    return _undated(match, Precision.UNCERTAIN, size * number)


def read_coming_meeting(match: re.Match[str]) -> Mention:
    """Nästa möte."""
    return _undated(match, Precision.MEETING, 1)


def read_last_meeting(match: re.Match[str]) -> Mention:
    """Förra mötet."""
    return _undated(match, Precision.MEETING, -1)


def read_recurring(match: re.Match[str]) -> Mention:
    """Löpande, varje månad."""
    return _undated(match, Precision.RECURRING)


def read_near_week(match: re.Match[str]) -> Mention:
    """Denna vecka, nästa vecka."""
    return _undated(match, Precision.WEEK, 1 if (match["w22"] or "").startswith("näst") else 0)


def read_around(match: re.Match[str]) -> Mention:
    """Före skolstarten."""
    return _undated(match, Precision.UNCERTAIN)
