"""The labels that following matters is measured with: whether they are sound."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, product
from typing import TYPE_CHECKING

import pytest
from tests.matters.labels import SENT, SETS, Named, named, text_at, told

from samsyn.minutes.evaluation import (
    Bond,
    Bonds,
    ItemKey,
    NoLabels,
    Outcome,
    key_of,
    read_hand_overs,
    read_pairs,
)

if TYPE_CHECKING:
    from samsyn.minutes.evaluation import Pairs

PLACES = [spot for folder, labels in SETS.items() for spot in named(folder, labels)]
SPOKEN = [spot for folder, labels in SENT.items() for spot in told(folder, labels)]
SPOTS = sorted([*PLACES, *SPOKEN], key=lambda spot: spot.place.note)
BY_NOTE = {note: [*spots] for note, spots in groupby(SPOTS, key=lambda spot: spot.place.note)}
PAIRS = [pair for labels in SETS.values() for pair in labels.pairs]
ITEMS = '[items]\na = { note = "n", item = "1", words = "w" }\nb = { note = "m", item = "", words = "v" }\n'


def squeezed(words: str) -> str:
    """Words without spaces and hyphens, which a line's end may have put there."""
    return re.sub(r"[\s-]+", "", words)


@pytest.mark.slow  # the example's notes are read, some by way of other programs
@pytest.mark.parametrize("spots", BY_NOTE.values(), ids=BY_NOTE)
def test_labelled_items_are_read(spots: list[Named]) -> None:
    """The items that labels name in a note are read, and hold their words."""
    assert [spot.place for spot in spots if squeezed(spot.place.words) not in squeezed(text_at(spot))] == []


def test_no_pair_is_labelled_twice() -> None:
    """A pair has one label, whichever of its items is named first."""
    seen = Counter(frozenset({pair.one, pair.other}) for pair in PAIRS)
    assert [places for places, times in seen.items() if times > 1] == []


def test_a_pair_is_of_two_meetings() -> None:
    """Items of one meeting are not paired: they lie on one page already."""
    assert [pair for pair in PAIRS if pair.one.note == pair.other.note] == []


def test_every_label_has_a_reason() -> None:
    """Each row says by what a reader sees it."""
    sent = [row.why for labels in SENT.values() for row in labels.sent]
    alike = [row.why for labels in SENT.values() for row in labels.look_alikes]
    assert all(why.strip() for why in [*(pair.why for pair in PAIRS), *sent, *alike])


@pytest.mark.parametrize("labels", SETS.values(), ids=SETS)
def test_pairs_and_matters_say_the_same(labels: Pairs) -> None:
    """A pair is labelled as the same where a matter lists both its items, and nowhere else."""
    matters = [{*matter.items} for matter in labels.matters]
    shared = {pair: any({pair.one, pair.other} <= items for items in matters) for pair in labels.pairs}
    assert [pair for pair, both in shared.items() if both is not (pair.bond is Bond.SAME)] == []


@pytest.mark.parametrize("labels", SETS.values(), ids=SETS)
def test_a_bond_has_no_direction(labels: Pairs) -> None:
    """Whichever item is named first, two items belong together alike."""
    bonds = Bonds(labels)
    items = sorted({key_of(place) for pair in labels.pairs for place in (pair.one, pair.other)})[::3]
    asked = [*product(items, repeat=2)]
    assert [two for two in asked if bonds.find_bond(*two) is not bonds.find_bond(*two[::-1])] == []


@pytest.mark.parametrize("labels", SETS.values(), ids=SETS)
def test_a_matter_wanders(labels: Pairs) -> None:
    """A matter has items of at least two notes, and none of them only perhaps."""
    assert [
        matter.name
        for matter in labels.matters
        if len({place.note for place in matter.items}) < 2 or {*matter.items} & {*matter.perhaps}
    ] == []


@pytest.mark.parametrize("labels", SETS.values(), ids=SETS)
def test_related_matters_exist(labels: Pairs) -> None:
    """Only matters of the same notes are related."""
    names = {matter.name for matter in labels.matters}
    assert {name for matter in labels.matters for name in matter.related} <= names


def test_what_is_the_same_as_the_same_is_not_other() -> None:
    """Two items that are each of one matter with a third are not labelled as having nothing in common."""
    same = {frozenset({pair.one, pair.other}) for pair in PAIRS if pair.bond is Bond.SAME}
    beside = {
        place: {next(iter(two - {place})) for two in same if place in two} for two in same for place in two
    }
    others = [pair for pair in PAIRS if pair.bond is Bond.OTHER]
    assert [pair for pair in others if beside.get(pair.one, set()) & beside.get(pair.other, set())] == []


def test_an_open_hand_over_has_no_end() -> None:
    """Only what was taken up, answered or missed says where."""
    sent = [row for labels in SENT.values() for row in labels.sent]
    assert [row for row in sent if (row.at is None) != (row.became is Outcome.OPEN)] == []


def test_a_hand_over_goes_forward() -> None:
    """What was taken up, answered or missed stands in a later note."""
    sent = [row for labels in SENT.values() for row in labels.sent]
    assert [row for row in sent if row.at is not None and row.at.note <= row.sent.note] == []


def test_held_labels_lie_apart() -> None:
    """What is kept from whoever writes the linking lies in folders of its own, and nothing else does."""
    pairs = {folder for folder, labels in SETS.items() if labels.held}
    sent = {folder for folder, labels in SENT.items() if labels.held}
    assert pairs | sent <= {"held", "unseen", "blind"}


def test_pairs_are_read() -> None:
    """A row of a file becomes a pair with both its places."""
    (pair,) = read_pairs('pairs = [["related", "a", "b", "x"]]\n' + ITEMS).pairs
    assert (pair.one.item, pair.other.note, pair.bond, pair.why) == ("1", "m", Bond.RELATED, "x")


MATTERS = (
    'pairs = [["related", "a", "c", "x"]]\n'
    '[[matter]]\nname = "A"\nitems = ["a", "b", "c"]\nperhaps = ["d"]\nrelated = ["E"]\n'
    '[[matter]]\nname = "E"\nitems = ["e"]\n[items]\n'
) + "".join(f'{key} = {{ note = "{key}", item = "1", words = "w" }}\n' for key in "abcde")


@pytest.mark.parametrize(
    ("one", "other", "bond"),
    [
        pytest.param("a", "c", Bond.RELATED, id="the-label-of-the-pair-comes-first"),
        pytest.param("c", "a", Bond.RELATED, id="in-any-order"),
        pytest.param("a", "b", Bond.SAME, id="items-of-one-matter"),
        pytest.param("a", "d", None, id="perhaps-of-it"),
        pytest.param("e", "b", Bond.RELATED, id="of-a-matter-beside"),
        pytest.param("d", "e", Bond.OTHER, id="of-none-for-sure"),
        pytest.param("a", "f", Bond.OTHER, id="listed-nowhere"),
    ],
)
def test_any_two_items_have_a_bond(one: str, other: str, bond: Bond | None) -> None:
    """Where whole matters are labelled each pair of items has an answer, but where readers differ."""
    assert Bonds(read_pairs(MATTERS)).find_bond(ItemKey(one, "1"), ItemKey(other, "1")) is bond


def test_without_matters_only_labelled_pairs_have_a_bond() -> None:
    """Pairs alone say nothing of other pairs."""
    bonds = Bonds(read_pairs('pairs = [["same", "a", "b", "x"]]\n' + ITEMS))
    assert bonds.find_bond(ItemKey("n", "1"), ItemKey("n", "2")) is None


def test_hand_overs_are_read() -> None:
    """A row keeps its own words beside the item it stands in."""
    row = '[[hand_over]]\nsent = "a"\nwords = "till b"\nto = "B"\nbecame = "missed"\nat = "b"\nwhy = "x"\n'
    (sent,) = read_hand_overs(row + ITEMS).sent
    assert (sent.sent.words, sent.to, sent.outside, sent.became) == ("till b", "B", False, Outcome.MISSED)


def test_look_alikes_are_read() -> None:
    """Words that are no hand-over are kept with the reason."""
    row = '[[not_hand_over]]\nsaid = "a"\nwords = "utreds"\nwhy = "x"\n'
    (said,) = read_hand_overs(row + ITEMS).look_alikes
    assert (said.said.words, said.why) == ("utreds", "x")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("pairs = [", id="no-toml"),
        pytest.param(ITEMS, id="no-pairs"),
        pytest.param('pairs = [["same", "a", "b"]]\n' + ITEMS, id="no-reason"),
        pytest.param('pairs = [["same", "a", "c", "x"]]\n' + ITEMS, id="an-unknown-item"),
        pytest.param('pairs = [["alike", "a", "b", "x"]]\n' + ITEMS, id="an-unknown-label"),
    ],
)
def test_what_is_no_file_of_pairs_is_refused(text: str) -> None:
    """A file of another form is refused, not read as empty."""
    with pytest.raises(NoLabels):
        read_pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[hand_over", id="no-toml"),
        pytest.param('[[hand_over]]\nsent = "a"\n' + ITEMS, id="lacks-words"),
        pytest.param('[[not_hand_over]]\nsaid = "c"\nwords = "w"\nwhy = "x"\n' + ITEMS, id="an-unknown-item"),
    ],
)
def test_what_is_no_file_of_hand_overs_is_refused(text: str) -> None:
    """A file of another form is refused, not read as empty."""
    with pytest.raises(NoLabels):
        read_hand_overs(text)
