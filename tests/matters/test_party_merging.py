"""What was told of parties follows organisations that are made one, and goes where words are blotted out."""

from __future__ import annotations

import pytest
from tests import make
from tests.matters.committees import decision, party

from samsyn.matters import service
from samsyn.matters.models import Execution, PartyLine, Reply
from samsyn.register.models import Organisation
from samsyn.register.service import BlottingWanted, blot_out, look_for_words, merge_actors, undo_event

pytestmark = pytest.mark.django_db


def test_lines_and_replies_follow_an_organisation() -> None:
    """And go back with it when the two are parted."""
    anna, said = make.administrator(), decision()
    old = Organisation.objects.create(name="Flens stad", key="flens stad", kind="municipality")
    service.tell_party(service.Party(said, old), service.PartySaid("adopted"), by=anna)
    service.write_reply(said, old, "Vi var med.", by=anna)
    event = merge_actors(party("Flens kommun"), old, by=anna)
    merged = [PartyLine.objects.get().organisation.name, Reply.objects.get().organisation.name]
    undo_event(event, by=anna)
    parted = [PartyLine.objects.get().organisation.name, Reply.objects.get().organisation.name]
    assert (merged, parted) == (["Flens kommun"] * 2, ["Flens stad"] * 2)


def test_words_are_blotted_out_of_what_was_told() -> None:
    """Of a line, a reply and of whether it was carried out."""
    anna, said = make.administrator(), decision()
    flen = party("Flen")
    service.tell_party(service.Party(said, flen), service.PartySaid("adopted", text="Hemligt ord."), by=anna)
    service.write_reply(said, flen, "Hemligt ord.", by=anna)
    service.tell_execution(said, service.ExecutionSaid("carried_out", text="Hemligt ord."), by=anna)
    wanted = BlottingWanted(words="Hemligt")
    seen = look_for_words(wanted, by=anna).n_found
    blot_out(wanted, reason="En elev nämndes.", seen=seen, by=anna, on=make.DAY)
    execution = Execution.objects.get(statement=said)
    texts = [PartyLine.objects.get().text, Reply.objects.get().text, execution.text]
    assert [text for text in texts if "Hemligt" in text] == []
