"""Times that are told from the day of the meeting on: rules D17, D22-D26 and D28."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days.contexts import find_before
from samsyn.minutes.days.mentions import Mention, rule_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Precision

if TYPE_CHECKING:
    import re

_WEEKEND = (6, 7)
_WEEK = (1, 7)
_DECEMBER = (12, 1)


def _near(
    match: re.Match[str], precision: Precision, number: int = 0, *, lean: int = 0, unit: str = ""
) -> Mention:
    return Mention(match.start(), match.end(), precision, rule_of(match), number=number, lean=lean, unit=unit)


def _lean(word: str | None) -> int:
    """Whether a word such as "nästa" or "förra" means the next or the last one."""
    leans: dict[str, int] = lexicon().tables["dates"]["near"]
    return leans[" ".join(word.split())] if word else 0


def read_long_ago(match: re.Match[str]) -> Mention | None:
    """Två år sedan, om tre veckor; "om några veckor" has no days."""
    count = find_before("count_before", match.string, match.start())
    if count is None or not (count["ahead"] or match["g17"]):
        return None
    start = match.start() - len(count[0])
    if count["some"]:
        return Mention(start, match.end(), Precision.UNCERTAIN, "D21") if count["ahead"] else None
    words: dict[str, int] = lexicon().tables["times"]["numbers"]
    number = words.get(" ".join(count["count"].split())) or int(count["count"])
    units: dict[str, int] = lexicon().tables["dates"]["units"]
    size = next(days for key, days in units.items() if match["u17"].startswith(key))
    days = -size * number if match["g17"] else size * number
    return replace(_near(match, Precision.UNCERTAIN, days), start=start)


def read_near_week(match: re.Match[str]) -> Mention | None:
    """Denna vecka, nästa vecka, före helgen."""
    if not match["w22"]:
        name = "feast_before" if match["h22"] else "stretch_before"
        if not find_before(name, match.string, match.start()):
            return None
    days = _WEEKEND if match["h22"] else _WEEK
    number = _lean(match["w22"])
    return Mention(match.start(), match.end(), Precision.WEEK, rule_of(match), last=days, number=number)


def read_weekday(match: re.Match[str]) -> Mention | None:
    """På fredag, nästa tisdag, i torsdags."""
    before = find_before("weekday_before", match.string, match.start())
    if before is None or bool(before["past"]) != bool(match["p24"]):
        return None
    names: list[str] = lexicon().tables["times"]["weekdays"]
    number = names.index(match["w24"]) + 1
    if before["lean"]:
        mention = _near(match, Precision.UNCERTAIN, number, lean=1)
    else:
        mention = _near(match, Precision.DAY, number, lean=-1 if before["past"] else 0)
    keep = before["lean"] or before["past"]
    return replace(mention, start=mention.start - len(before[0])) if keep else mention


def read_near_day(match: re.Match[str]) -> Mention:
    """I morgon, i går."""
    days: dict[str, int] = lexicon().tables["dates"]["near_days"]
    return _near(match, Precision.DAY, days[match["w25"]])


def read_near_year(match: re.Match[str]) -> Mention | None:
    """I år, nästa år, under året, årets slut."""
    if match["c26"] and not find_before("stretch_before", match.string, match.start()):
        return None
    number = _lean(match["n26"] or match["i26"])
    if match["s26"]:
        last = Mention(match.start(), match.end(), Precision.UNCERTAIN, rule_of(match), number=number)
        return replace(last, first=_DECEMBER)
    return _near(match, Precision.YEAR, number)


def read_near_unit(match: re.Match[str]) -> Mention | None:
    """Nästa termin, detta läsår, under terminen, månadsskiftet."""
    if match["v28"] and not find_before("stretch_before", match.string, match.start()):
        return None
    unit = match["u28"] or match["v28"] or match["s28"]
    precisions = {
        "termin": Precision.TERM,
        "läsår": Precision.SCHOOL_YEAR,
        "kvartal": Precision.QUARTER,
        "månad": Precision.MONTH,
    }
    name = next((key for key in precisions if unit.startswith(key)), "")
    if match["s28"]:
        return _near(match, Precision.UNCERTAIN, unit="månadsskifte")
    return _near(match, precisions[name], _lean(match["w28"]), unit=name)
