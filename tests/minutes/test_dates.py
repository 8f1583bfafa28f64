"""Every way in which Swedish notes write a time, and the days that it means."""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.minutes.days import find_mentions
from samsyn.minutes.years import Direction, date_mention, direction_of

MET_ON = date(2026, 4, 10)


def days(words: str, direction: Direction = Direction.FORWARD, met_on: date | None = MET_ON) -> list[str]:
    """Each time in the words as "first day..last day precision", both days included; "" for an open end."""
    periods = [
        date_mention(found, met_on=met_on, direction=direction).period for found in find_mentions(words)
    ]
    return [
        f"{one.start or ''}..{date.fromordinal(one.end.toordinal() - 1) if one.end else ''} {one.precision}"
        for one in periods
    ]


DATED = {
    "260410": "2026-04-10..2026-04-10 day",
    "250401-250630": "2025-04-01..2025-06-30 days",
    "040322": "2004-03-22..2004-03-22 day",
    "991025": "1999-10-25..1999-10-25 day",
    "20260410": "2026-04-10..2026-04-10 day",
    "2026-04-10": "2026-04-10..2026-04-10 day",
    "2014-04-25, 8.30 - 12.00": "2014-04-25..2014-04-25 day",
    "2026-04-10 – 2026-04-11": "2026-04-10..2026-04-11 days",
    "2026.04.10": "2026-04-10..2026-04-10 day",
    "2026 04 10": "2026-04-10..2026-04-10 day",
    "26.04.10": "2026-04-10..2026-04-10 day",
    "1/7-26": "2026-07-01..2026-07-01 day",
    "19/09-19": "2019-09-19..2019-09-19 day",
    "9/10 2026": "2026-10-09..2026-10-09 day",
    "28 maj -13": "2013-05-28..2013-05-28 day",
    "31 mars 2026": "2026-03-31..2026-03-31 day",
    "Onsdagen 4 juni 2003": "2003-06-04..2003-06-04 day",
    "torsdagen den 20 februari 2014": "2014-02-20..2014-02-20 day",
    "den 3:e april 2026": "2026-04-03..2026-04-03 day",
    "26-27 januari 2002": "2002-01-26..2002-01-27 days",
    "30 mars till 2 april 2026": "2026-03-30..2026-04-02 days",
    "vt-17": "2017-01-01..2017-06-30 term",
    "ht-16": "2016-08-01..2016-12-31 term",
    "HT 2026": "2026-08-01..2026-12-31 term",
    "läsåret 19/20": "2019-08-01..2020-07-31 school_year",
    "läsåret 2026/2027": "2026-08-01..2027-07-31 school_year",
    "fr.o.m. hösten 2014": "2014-09-01..2014-11-30 season",
    "våren 2027": "2027-03-01..2027-05-31 season",
    "v. 15 2026": "2026-04-06..2026-04-12 week",
    "vecka 40-41, 2026": "2026-09-28..2026-10-11 week",
    "kvartal 2 2026": "2026-04-01..2026-06-30 quarter",
    "tredje kvartalet 2026": "2026-07-01..2026-09-30 quarter",
    "första halvåret 2027": "2027-01-01..2027-06-30 uncertain",
    "tertial 2 2026": "2026-05-01..2026-08-31 uncertain",
    "årsskiftet 2026/27": "2026-12-15..2027-01-15 turn_of_year",
    "i maj 2027": "2027-05-01..2027-05-31 month",
    "tidigast 2027": "2027-01-01.. earliest",
    "under 2025": "2025-01-01..2025-12-31 year",
    "2026-9-2": "2026-09-02..2026-09-02 day",
    "2.9.2026": "2026-09-02..2026-09-02 day",
    "2/9/2026": "2026-09-02..2026-09-02 day",
    "2/9 2026 kl. 13": "2026-09-02..2026-09-02 day",
    "2:a sept. 2026": "2026-09-02..2026-09-02 day",
    "torsdagen d. 9 april 2026": "2026-04-09..2026-04-09 day",
    "den sista augusti 2026": "2026-08-31..2026-08-31 day",
    "ultimo februari 2028": "2028-02-29..2028-02-29 day",
    "den 3 resp. 10 maj 2026": "2026-05-03..2026-05-10 days",
    "3, 10 och 17 maj 2026": "2026-05-03..2026-05-17 days",
    "251228-260103": "2025-12-28..2026-01-03 days",
    "2025-12-28 till 2026-01-03": "2025-12-28..2026-01-03 days",
    "28 december 2026 - 3 januari 2027": "2026-12-28..2027-01-03 days",
    "vecka 51-2 2026": "2026-12-14..2027-01-17 week",
    "veckorna 7 och 8, 2027": "2027-02-15..2027-02-28 week",
    "vt-26/27": "2027-01-01..2027-06-30 term",
    "vintern 2026/27": "2026-12-01..2027-02-28 season",
    "2016/2017": "2016-08-01..2017-07-31 school_year",
    "lå 26/27": "2026-08-01..2027-07-31 school_year",
    "Q3-26": "2026-07-01..2026-09-30 quarter",
    "kvartal 1-2, 2027": "2027-01-01..2027-06-30 quarter",
    "2:a kvartalet 2026": "2026-04-01..2026-06-30 quarter",
    "första halvan av 2027": "2027-01-01..2027-06-30 uncertain",
    "halvårsskiftet -27": "2027-06-15..2027-07-15 uncertain",
    "sept -26": "2026-09-01..2026-09-30 month",
    "februari 2028": "2028-02-01..2028-02-29 month",
    "okt.-nov. 2026": "2026-10-01..2026-11-30 uncertain",
    "medio juni 2026": "2026-06-11..2026-06-20 uncertain",
    "i slutet av maj 2027": "2027-05-22..2027-05-31 uncertain",
    "i början av 2027": "2027-01-01..2027-03-31 uncertain",
    "åren 2026-2028": "2026-01-01..2028-12-31 year",
    "tidigast under 2027": "2027-01-01.. earliest",
    "tidigast den 1 maj 2027": "2027-05-01.. earliest",
    "tidigast ht-26": "2026-08-01.. earliest",
    "tidigast v. 40 2026": "2026-09-28.. earliest",
    "först i maj 2027": "2027-05-01.. earliest",
    "till mötet i maj 2027": "2027-05-01..2027-05-31 month",
}


@pytest.mark.parametrize(("words", "wanted"), DATED.items(), ids=DATED)
def test_a_time_with_its_year(words: str, wanted: str) -> None:
    """A time that names its year means the same days whenever the meeting was."""
    assert days(words, met_on=None) == [wanted]


COMING = {
    "denna vecka": "2026-04-06..2026-04-12 week",
    "i veckan": "2026-04-06..2026-04-12 week",
    "i nästa vecka": "2026-04-13..2026-04-19 week",
    "10/5": "2026-05-10..2026-05-10 day",
    "den 10/5": "2026-05-10..2026-05-10 day",
    "9 oktober": "2026-10-09..2026-10-09 day",
    "1/3": "2027-03-01..2027-03-01 day",
    "måndagen den 7/5": "2026-05-07..2026-05-07 day",
    "den 15 jan.": "2027-01-15..2027-01-15 day",
    "5-6/6": "2026-06-05..2026-06-06 days",
    "12-13 maj": "2026-05-12..2026-05-13 days",
    "v. 15": "2026-04-06..2026-04-12 week",
    "vecka 3": "2027-01-18..2027-01-24 week",
    "under hösten": "2026-09-01..2026-11-30 season",
    "till våren": "2026-03-01..2026-05-31 season",
    "vårterminen": "2026-01-01..2026-06-30 term",
    "kvartal 1": "2027-01-01..2027-03-31 quarter",
    "fram till årsskiftet": "2026-12-15..2027-01-15 turn_of_year",
    "i augusti": "2026-08-01..2026-08-31 month",
    "senast mars": "2027-03-01..2027-03-31 month",
}


@pytest.mark.parametrize(("words", "wanted"), COMING.items(), ids=COMING)
def test_a_plan_takes_the_next_such_day(words: str, wanted: str) -> None:
    """Words that look forward mean the first such time that is not over on the day of the meeting."""
    assert days(words, Direction.FORWARD) == [wanted]


PAST = {
    "10/5": "2025-05-10..2025-05-10 day",
    "9 oktober": "2025-10-09..2025-10-09 day",
    "1/3": "2026-03-01..2026-03-01 day",
    "under hösten": "2025-09-01..2025-11-30 season",
    "kvartal 1": "2026-01-01..2026-03-31 quarter",
    "i augusti": "2025-08-01..2025-08-31 month",
}


@pytest.mark.parametrize(("words", "wanted"), PAST.items(), ids=PAST)
def test_a_report_takes_the_latest_such_day(words: str, wanted: str) -> None:
    """Words that look back mean the last such time that had begun on the day of the meeting."""
    assert days(words, Direction.BACK) == [wanted]


def test_years_ago_is_about_a_day() -> None:
    """ "Three years ago" lies around the day three years before, and is uncertain."""
    (found,) = find_mentions("avtalet skrevs under för tre år sen")
    period = date_mention(found, met_on=MET_ON, direction=Direction.BACK).period
    assert period.start is not None
    assert period.end is not None
    assert (period.start < date(2023, 4, 11) < period.end, str(period.precision)) == (True, "uncertain")


def test_in_some_weeks_is_about_a_day() -> None:
    """ "In two weeks" lies around the day two weeks after."""
    (found,) = find_mentions("Vi hörs om två veckor.")
    period = date_mention(found, met_on=MET_ON, direction=Direction.FORWARD).period
    assert (period.start, period.end) == (date(2026, 4, 21), date(2026, 4, 27))


WITHOUT_DAYS = {
    "till nästa möte": "meeting",
    "på ett kommande möte": "meeting",
    "vid förra mötet": "meeting",
    "varje termin": "recurring",
    "löpande": "recurring",
    "tills vidare": "recurring",
    "före sommaren": "uncertain",
    "till jul": "uncertain",
    "före jullovet": "uncertain",
    "efter sportlovet": "uncertain",
    "till valborg": "uncertain",
    "vid terminens slut": "uncertain",
    "till nästa statusrapport": "uncertain",
    "om några veckor": "uncertain",
    "så snart som möjligt": "uncertain",
    "snarast": "uncertain",
    "ett kommande möte": "meeting",
    "vid nästa träff": "meeting",
    "på nästa nämnd": "meeting",
    "till nästa avstämning": "meeting",
    "nästa AU": "meeting",
    "inför årsmötet": "meeting",
    "på det senaste mötet": "meeting",
    "en gång per termin": "recurring",
    "varannan vecka": "recurring",
    "kvartalsvis": "recurring",
    "varje måndag": "recurring",
    "stående punkt": "recurring",
    "första måndagen i varje månad": "recurring",
}


@pytest.mark.parametrize(("words", "precision"), WITHOUT_DAYS.items(), ids=WITHOUT_DAYS)
def test_a_time_without_days(words: str, precision: str) -> None:
    """What names no day in the calendar is kept with its words and no days."""
    assert days(words) == [f".. {precision}"]


NO_TIME = [
    "4/97", "30/2", "260431", "2026-13-01", "2500 kr", "punkt 12", "044-10 20 30", "SN-2017-50", "vår grupp",
    "kl. 10.15", "1 (6)", "v. 60", "2016/2019", "en måndag", "gång", "andra halvan av laget", "Maj Ek",
    "den 3:e punkten", "i dag", "ett år", "sommarlovet", "årsmötet var bra", "medlemmarna", "Jan och Maj",
]  # fmt: skip


@pytest.mark.parametrize("words", NO_TIME, ids=NO_TIME)
def test_what_is_no_time(words: str) -> None:
    """Numbers of meetings and cases, days that do not exist and sums of money are no times."""
    assert find_mentions(words) == ()


def test_a_yearless_day_without_a_meeting_day_has_no_days() -> None:
    """Where the notes are undated, no year is made up."""
    assert days("9 oktober", met_on=None) == [".. day"]


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        pytest.param("Nästa möte är 9 oktober", Direction.FORWARD, id="next-meeting"),
        pytest.param("Svaren ska vara inne den 5/6", Direction.FORWARD, id="shall"),
        pytest.param("Förra mötet hölls 9 oktober", Direction.BACK, id="last-meeting"),
        pytest.param("Anteckningarna från den 20 mars", Direction.BACK, id="notes-from"),
        pytest.param("Utbildningsdag 9 oktober", Direction.UNKNOWN, id="bare"),
    ],
)
def test_the_words_around_a_time_tell_its_direction(words: str, direction: Direction) -> None:
    """The cue nearest before the time says whether the sentence plans or reports."""
    assert direction_of(words, find_mentions(words)[-1]) is direction


@pytest.mark.parametrize(
    ("words", "year", "unsure"),
    [
        pytest.param("5 maj", 2026, False, id="soon"),
        pytest.param("20 mars", 2026, False, id="just-over"),
        pytest.param("9 oktober", 2026, True, id="half-a-year-off"),
        pytest.param("1 januari", 2026, False, id="a-season-ago"),
    ],
)
def test_without_cues_the_nearer_year_counts(words: str, year: int, unsure: bool) -> None:
    """The nearer of two years is taken; where both are about as near, the coming one, with a doubt."""
    (found,) = find_mentions(words)
    dated = date_mention(found, met_on=MET_ON, direction=Direction.UNKNOWN)
    assert dated.period.start is not None
    assert (dated.period.start.year, dated.unsure) == (year, unsure)


def test_times_in_a_sentence_keep_their_places() -> None:
    """Each time is cut out with the words that belong to it."""
    text = "Remissen går ut i maj 2026, svar senast den 15/9-26 och beslut under hösten."
    assert [text[found.start : found.end] for found in find_mentions(text)] == [
        "maj 2026",
        "15/9-26",
        "hösten",
    ]
