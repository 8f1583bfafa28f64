"""A question on its way from a meeting to a body, or to an organisation outside."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from samsyn.matters.models.states import (
    HandOverKind,
    HandOverState,
    Standing,
    hand_over_kinds,
    hand_over_states,
    standings,
)
from samsyn.register.models import AgendaItem, Body, Meeting, Organisation, Statement
from samsyn.register.models.states import precisions


class HandOver(models.Model):
    """What a meeting hands over, and what became of it (medskick).

    Attributes:
        statement: The one that says it; None where a heading does, or a person wrote it down by hand.
        heading: The item's heading as it was when it was handed over.
        bodies: To whom: several where they meet together; none where it is not clear who is meant.
        to_words: To whom, as written.
        target_meeting: The meeting meant, where it is known; otherwise the next of those bodies.
        due_start: When, as far as the words tell; half-open with `due_end`.
        asked: What is handed over, in the notes' words or a person's.
        by_hand: A person wrote it down; no reading of the notes changes it.
        lost: A later version of the notes no longer says it.
        settled_by: Whoever said what became of it; None while the machine says so.
        taken_up_in: The meeting that took it up.
        taken_up_item: Its item; None where its notes have no items, or no longer this one.
        missed_in: The first meeting that should have taken it up and did not.
        answered_by: The statement that answers it.
        answer: The answer in a person's words.
        reasons: Why that item is held to take it up: rows of {"code": ..., "words": [...]}.
        score: Probability from 0 to 1 that it does; 1 where a person said so.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="hand_overs")
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs"
    )
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs"
    )
    heading = models.TextField(blank=True, default="")
    kind = models.CharField(max_length=20, choices=hand_over_kinds, default=HandOverKind.MESSAGE)
    bodies = models.ManyToManyField(Body, through="HandOverBody", related_name="hand_overs")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="hand_overs"
    )
    to_words = models.CharField(max_length=300, blank=True, default="")
    target_meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs_in"
    )
    due_start = models.DateField(null=True, blank=True)
    due_end = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    due_words = models.CharField(max_length=300, blank=True, default="")
    asked = models.TextField()
    by_hand = models.BooleanField(default=False)
    lost = models.BooleanField(default=False)
    standing = models.CharField(max_length=20, choices=standings, default=Standing.PROPOSED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=hand_over_states, default=HandOverState.SENT)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    taken_up_in = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs_taken_up"
    )
    taken_up_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs_taken_up"
    )
    missed_in = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs_missed"
    )
    answered_by = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="hand_overs_answered"
    )
    answer = models.TextField(blank=True, default="")
    reasons = models.JSONField(default=list, blank=True)
    score = models.FloatField(default=0.0)

    class Meta:
        """Asked for by what became of them."""

        indexes = (models.Index(fields=["state", "standing"], name="hand_over_state"),)
        default_permissions = ()

    @property
    def is_recurring(self) -> bool:
        """Whether it comes back at each meeting."""
        return self.due_precision == "recurring"

    @property
    def is_late(self) -> bool:
        """Whether it was taken up after a meeting that should have done so."""
        return self.missed_in_id is not None and self.taken_up_in_id is not None

    def __str__(self) -> str:
        """The beginning of what is asked."""
        return self.asked[:80]


class HandOverBody(models.Model):
    """A body that something is handed over to."""

    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="recipients")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="hand_overs_received")

    class Meta:
        """In the order in which they are named."""

        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        """Both."""
        return f"{self.hand_over_id} → {self.body_id}"
