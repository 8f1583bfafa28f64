"""Times without a year, told in meetings at different times of the year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.minutes.days import find_mentions
from samsyn.minutes.years import Direction, date_mention

MEETINGS = (date(2026, 1, 14), date(2026, 4, 10), date(2026, 8, 19), date(2026, 11, 26))


def days(words: str, met_on: date, direction: Direction) -> str:
    """The only time in the words as "yymmdd-yymmdd", both days included; one day alone, an open end empty."""
    (found,) = find_mentions(words)
    period = date_mention(found, met_on=met_on, direction=direction).period
    assert period.start is not None
    last = date.fromordinal(period.end.toordinal() - 1) if period.end else None
    first, until = f"{period.start:%y%m%d}", f"{last:%y%m%d}" if last else ""
    return first if first == until else f"{first}-{until}"


# What is planned: the days (yymmdd) that are meant in each of the meetings.
PLANNED = {
    "den 15:e": "260115 260415 260915 261215",
    "imorgon": "260115 260411 260820 261127",
    "i övermorgon": "260116 260412 260821 261128",
    "på fredag": "260116 260417 260821 261127",
    "nästa fredag": "260116-260123 260417 260821-260828 261127-261204",
    "denna vecka": "260112-260118 260406-260412 260817-260823 261123-261129",
    "i nästa vecka": "260119-260125 260413-260419 260824-260830 261130-261206",
    "till helgen": "260117-260118 260411-260412 260822-260823 261128-261129",
    "i slutet av veckan": "260117-260118 260411-260412 260822-260823 261128-261129",
    "v. 12": "260316-260322 270322-270328 270322-270328 270322-270328",
    "vecka 7-8": "260209-260222 270215-270228 270215-270228 270215-270228",
    "v. 51-2": "261214-270117 261214-270117 261214-270117 261214-270117",
    "i maj": "260501-260531 260501-260531 270501-270531 270501-270531",
    "i slutet av maj": "260522-260531 260522-260531 270522-270531 270522-270531",
    "april-maj": "260401-260531 260401-260531 270401-270531 270401-270531",
    "till majmötet": "260501-260531 260501-260531 270501-270531 270501-270531",
    "på mötet i maj": "260501-260531 260501-260531 270501-270531 270501-270531",
    "vårens möte": "260301-260531 260301-260531 270301-270531 270301-270531",
    "första maj": "260501 260501 270501 270501",
    "sista augusti": "260831 260831 260831 270831",
    "ht": "260801-261231 260801-261231 260801-261231 260801-261231",
    "till våren": "260301-260531 260301-260531 270301-270531 270301-270531",
    "nästa höst": "260901-261130 260901-261130 260901-261130 270901-271130",
    "hösten/vintern": "250901-260228 260901-270228 260901-270228 260901-270228",
    "nästa termin": "260801-261231 260801-261231 270101-270630 270101-270630",
    "under terminen": "260101-260630 260101-260630 260801-261231 260801-261231",
    "detta läsår": "250801-260731 250801-260731 260801-270731 260801-270731",
    "nästa läsår": "260801-270731 260801-270731 270801-280731 270801-280731",
    "kvartal 2": "260401-260630 260401-260630 270401-270630 270401-270630",
    "nästa kvartal": "260401-260630 260701-260930 261001-261231 270101-270331",
    "kvartal 2-3": "260401-260930 260401-260930 260401-260930 270401-270930",
    "andra halvåret": "260701-261231 260701-261231 260701-261231 260701-261231",
    "halvårsskiftet": "260615-260715 260615-260715 270615-270715 270615-270715",
    "årsskiftet": "261215-270115 261215-270115 261215-270115 261215-270115",
    "månadsskiftet": "260126-260205 260425-260505 260826-260905 261125-261205",
    "denna månad": "260101-260131 260401-260430 260801-260831 261101-261130",
    "nästa år": "270101-271231 270101-271231 270101-271231 270101-271231",
    "årets slut": "261201-261231 261201-261231 261201-261231 261201-261231",
    "i slutet av året": "261001-261231 261001-261231 261001-261231 261001-261231",
    "tidigast i maj": "260501- 260501- 270501- 270501-",
    "tidigast hösten": "260901- 260901- 260901- 260901-",
    "28/12-3/1": "261228-270103 261228-270103 261228-270103 261228-270103",
    "3 resp. 10 maj": "260503-260510 260503-260510 270503-270510 270503-270510",
    "10/4": "260410 260410 270410 270410",
    "2/9 kl. 13": "260902 260902 260902 270902",
    "om två veckor": "260125-260130 260421-260426 260830-260904 261207-261212",
}


@pytest.mark.parametrize(("words", "wanted"), PLANNED.items(), ids=PLANNED)
def test_a_plan_looks_forward_all_year(words: str, wanted: str) -> None:
    """A plan means the first such time that is not over on the day of the meeting."""
    assert [days(words, met_on, Direction.FORWARD) for met_on in MEETINGS] == wanted.split()


# What is told of as past, in the same meetings.
TOLD = {
    "den 15:e": "251215 260315 260815 261115",
    "igår": "260113 260409 260818 261125",
    "i fredags": "260109 260403 260814 261120",
    "förra veckan": "260105-260111 260330-260405 260810-260816 261116-261122",
    "v. 12": "250317-250323 260316-260322 260316-260322 260316-260322",
    "i maj": "250501-250531 250501-250531 260501-260531 260501-260531",
    "i höstas": "250901-251130 250901-251130 250901-251130 260901-261130",
    "i somras": "250601-250831 250601-250831 260601-260831 260601-260831",
    "i vintras": "251201-260228 251201-260228 251201-260228 251201-260228",
    "förra hösten": "250901-251130 250901-251130 250901-251130 250901-251130",
    "hösten": "250901-251130 250901-251130 250901-251130 260901-261130",
    "kvartal 2": "250401-250630 260401-260630 260401-260630 260401-260630",
    "årsskiftet": "251215-260115 251215-260115 251215-260115 251215-260115",
    "förra året": "250101-251231 250101-251231 250101-251231 250101-251231",
    "i fjol": "250101-251231 250101-251231 250101-251231 250101-251231",
    "förra terminen": "250801-251231 250801-251231 260101-260630 260101-260630",
    "förra läsåret": "240801-250731 240801-250731 250801-260731 250801-260731",
    "10/4": "250410 260410 260410 260410",
    "28/12-3/1": "251228-260103 251228-260103 251228-260103 251228-260103",
    "två veckor sedan": "251228-260102 260324-260329 260802-260807 261109-261114",
    "på majmötet": "250501-250531 250501-250531 260501-260531 260501-260531",
    "sista augusti": "250831 250831 250831 260831",
}


@pytest.mark.parametrize(("words", "wanted"), TOLD.items(), ids=TOLD)
def test_a_report_looks_back_all_year(words: str, wanted: str) -> None:
    """A report means the last such time that had begun on the day of the meeting."""
    assert [days(words, met_on, Direction.BACK) for met_on in MEETINGS] == wanted.split()


@pytest.mark.parametrize(
    ("words", "unsure"),
    [
        pytest.param("9 oktober", True, id="half-a-year-off"),
        pytest.param("5 maj", False, id="soon"),
        pytest.param("nästa höst", True, id="this-or-the-next"),
        pytest.param("nästa vår", False, id="spring-has-begun"),
        pytest.param("v. 41", True, id="week-half-a-year-off"),
    ],
)
def test_two_years_about_as_likely_are_a_doubt(words: str, unsure: bool) -> None:
    """Where this year and the next are about as likely, a person is asked."""
    (found,) = find_mentions(words)
    assert date_mention(found, met_on=date(2026, 4, 10), direction=Direction.UNKNOWN).unsure is unsure


PIECES = (
    *PLANNED, *TOLD, "den", "0:e", "till", "och", "/", "-", "29/2", "v. 53", "om 999 år", "999999 år sedan",
    "i slutet av", "tidigast", "första", "sista februari", "nästa",
)  # fmt: skip


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=5), met_on=st.dates(date(1970, 1, 1), date(2099, 1, 1))
)
def test_whatever_is_put_together_can_be_dated(pieces: list[str], met_on: date) -> None:
    """Times stand in order, apart and within the text, and none ends before it begins."""
    text = " ".join(pieces)
    found = find_mentions(text)
    places = [place for one in found for place in (one.start, one.end)]
    periods = [date_mention(one, met_on=met_on, direction=Direction.UNKNOWN).period for one in found]
    assert places == sorted(places)
    assert places[-1:] <= [len(text)]
    assert all(one.start < one.end for one in periods if one.start and one.end)
