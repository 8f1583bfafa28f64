"""The example county's agreement, which each municipality adopts for itself, and real notes where at hand."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

import samsyn
from samsyn.matters.queries.party_proposals import party_proposals
from samsyn.matters.service import catch_up
from samsyn.register.models import Statement
from samsyn.register.service import find_files, import_files, import_notes
from samsyn.register.sight import EVERYTHING

EXAMPLE = Path(samsyn.__file__).parent / "example"
STORY = tomllib.loads((EXAMPLE / "threads.toml").read_text("utf-8"))
NOTES = Path(os.environ.get("SAMSYN_NOTES", "/nowhere"))
FROM_PDF_AND_OFFICE = pytest.mark.slow  # a dozen notes are read, some by way of other programs

pytestmark = pytest.mark.django_db


def agreement() -> Statement:
    """The decision of March, with all that the county's notes tell of it."""
    knots = next(row["knots"] for row in STORY["matter"] if row["name"].startswith("Överenskommelsen"))
    wanted = sorted({knot["note"] for knot in knots})
    files = [path for path in EXAMPLE.iterdir() if path.stem in wanted and path.suffix != ".json"]
    list(import_files(find_files(sorted(files))))
    catch_up()
    return Statement.objects.get(text__startswith="Den uppdaterade överenskommelsen godkänns")


@FROM_PDF_AND_OFFICE
def test_seven_of_nine_have_adopted_the_agreement() -> None:
    """One has it on its agenda and one has not answered; links between notes are proposed alone."""
    told = {one.organisation.key: str(one.state) for one in party_proposals(agreement(), sees=EVERYTHING)}
    adopted = ("flen", "gnesta", "katrineholm", "nyköping", "oxelösund", "strängnä", "trosa")
    assert told == {**dict.fromkeys(adopted, "adopted"), "eskilstuna": "on_agenda", "vingåker": "pending"}


@FROM_PDF_AND_OFFICE
def test_no_other_decision_of_the_county_is_proposed_for_it() -> None:
    """What is beside the matter, and each committee's own decision, asks nothing of the parties."""
    meant = agreement()
    decisions = Statement.objects.filter(kind="decision", removed=False).select_related("meeting", "item")
    assert [said for said in decisions if party_proposals(said, sees=EVERYTHING)] == [meant]


@pytest.mark.skipif(not (NOTES / "minutes").is_dir(), reason="SAMSYN_NOTES names no folder of notes")
def test_in_real_notes_the_region_is_outside_the_first_phase() -> None:
    """And nothing else is proposed of anybody."""
    list(import_notes(sorted((NOTES / "minutes").glob("2026-*.md"))))
    catch_up()
    told = [one for said in Statement.objects.filter(removed=False) for one in party_proposals(said)]
    assert [(one.organisation.kind, str(one.state)) for one in told] == [("region", "outside")]
