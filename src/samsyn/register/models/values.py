"""Every value that was read, with its place and state; doubts; and suggestions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from samsyn.register.models.meetings import AgendaItem, Attendance, Meeting
from samsyn.register.models.statements import Statement
from samsyn.register.models.states import (
    DoubtState,
    SuggestionState,
    ValueState,
    certainties,
    doubt_states,
    suggestion_kinds,
    suggestion_states,
    value_states,
)


class Value(models.Model):
    """One value that was read; the object's own columns hold the present value.

    Attributes:
        field: Of the meeting: title, body, held, start, end, place, chair, secretary,
            next_meeting, reference; of an attendance: name, title, affiliation, on_behalf_of, role,
            substitute_for, part; of an item: heading, number, presenter; of a statement:
            text, kind, owner, due, reference, excluded.
        value: The value in normal form: a text, or a period, owner or reference as an object.
        start: Place in the current version's text, half-open with `end`; None when lost.
        lost: The words could not be found again for certain in the current version.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="values")
    attendance = models.ForeignKey(
        Attendance, null=True, blank=True, on_delete=models.CASCADE, related_name="values"
    )
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.CASCADE, related_name="values"
    )
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="values"
    )
    field = models.CharField(max_length=40)
    value = models.JSONField()
    words = models.TextField()
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    rule = models.CharField(max_length=40)
    certainty = models.CharField(max_length=20, choices=certainties)
    state = models.CharField(max_length=20, choices=value_states, default=ValueState.PROPOSED)
    lost = models.BooleanField(default=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A value is of one object."""

        constraints = (
            models.CheckConstraint(
                name="value_of_one_object",
                condition=Q(attendance=None, item=None)
                | Q(attendance=None, statement=None)
                | Q(item=None, statement=None),
            ),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """Field and words."""
        return f"{self.field}: {self.words}"


class Doubt(models.Model):
    """What the reading, or a later version, is unsure of, as a question or reason in Swedish.

    Attributes:
        offered: Where a later reading says something else than a person: what it says, with its words and
            place, as it stands in a value; None for other doubts.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="doubts")
    value = models.ForeignKey(Value, null=True, blank=True, on_delete=models.CASCADE, related_name="doubts")
    about = models.CharField(max_length=100, blank=True, default="")
    reason = models.TextField()
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    rule = models.CharField(max_length=40, blank=True, default="")
    state = models.CharField(max_length=20, choices=doubt_states, default=DoubtState.OPEN)
    offered = models.JSONField(null=True, blank=True)

    class Meta:
        """Open ones are asked for by meeting."""

        indexes = (models.Index(fields=["state", "meeting"], name="doubt_state"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The reason."""
        return self.reason


class Suggestion(models.Model):
    """A question: are these two the same? Taken or refused by a person, never by the machine."""

    kind = models.CharField(max_length=20, choices=suggestion_kinds)
    left_id = models.BigIntegerField()
    right_id = models.BigIntegerField()
    reason = models.TextField()
    state = models.CharField(max_length=20, choices=suggestion_states, default=SuggestionState.OPEN)

    class Meta:
        """Asked once for each pair."""

        constraints = (
            models.UniqueConstraint(fields=["kind", "left_id", "right_id"], name="suggestion_pair"),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """Kind and reason."""
        return f"{self.kind}: {self.reason}"
