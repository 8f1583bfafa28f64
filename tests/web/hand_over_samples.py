"""What the addresses of hand-overs are tried with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.sampling import at

from samsyn.matters.models import HandOver, HandOverBody

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things
    from tests.web.sampling import Sample


def made(it: Things) -> int:
    """A question from the meeting to the body whose secretary is among the people."""
    row = HandOver.objects.create(meeting=it.meeting, asked="Vem ringer?", to_words="styrgruppen")
    HandOverBody.objects.create(hand_over=row, body=it.body)
    return row.pk


HAND_OVERS: dict[str, Callable[[Things], Sample]] = {
    "hand_over": lambda it: at(made(it)),
    "decide_hand_over": lambda it: at(made(it), svar="ja"),
    "readdress_hand_over": lambda it: at(made(it), organ=it.body.pk),
    "take_up_hand_over": lambda it: at(made(it), plats=f"motet:{it.meeting.pk}"),
    "answer_hand_over": lambda it: at(made(it), svar="Skolsköterskan."),
    "wait_for_hand_over": lambda it: at(made(it), svar="nej"),
    "new_hand_over": lambda it: at(it.meeting.pk, asked="Vem ringer?", body=it.body.pk),
}
