"""A matter, what belongs to it, and which other matters it has to do with."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from samsyn.matters.models.losing import lose
from samsyn.matters.models.states import (
    KnotState,
    MatterState,
    RelationState,
    knot_states,
    matter_states,
    relation_states,
)
from samsyn.register.models import AgendaItem, Meeting, Statement


class Matter(models.Model):
    """A question that travels between bodies (ärende).

    Attributes:
        standing: Where it stands, in a person's own words; empty where nobody has said.
        closed_on: The day it was closed; None while it is open.
        closed_because: Why, in a person's words.
        merged_into: The matter that it is part of since a person has said that the two are one.
        search_text: Its name in small letters: SQLite cannot compare å, ä and ö without regard to case.
    """

    name = models.CharField(max_length=300)
    state = models.CharField(max_length=20, choices=matter_states, default=MatterState.OPEN)
    standing = models.TextField(blank=True, default="")
    standing_at = models.DateTimeField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.TextField(blank=True, default="")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    search_text = models.TextField(blank=True, default="")

    class Meta:
        """Permissions are rules."""

        indexes = (models.Index(fields=["state"], name="matter_state"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Knot(models.Model):
    """An agenda item, or one statement of it, that a person has said belongs to a matter, or does not.

    What may belong to it stands in `MatterLink`.

    Attributes:
        item: None where the notes have no items, or where a later version of them no longer has this one.
        statement: The one statement that is meant; None for the whole item.
        heading: The item's heading as it was when the knot was tied.
        lost: A later version of the notes has no such item any more.
    """

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="knots")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="knots")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=lose, related_name="knots")
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="knots"
    )
    heading = models.TextField(blank=True, default="")
    lost = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=knot_states, default=KnotState.TAKEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The same thing belongs to a matter once."""

        constraints = (
            models.UniqueConstraint(
                fields=["matter", "item"], condition=Q(statement=None, item__isnull=False), name="knot_item"
            ),
            models.UniqueConstraint(
                fields=["matter", "statement"], condition=Q(statement__isnull=False), name="knot_statement"
            ),
            models.UniqueConstraint(
                fields=["matter", "meeting"],
                condition=Q(item=None, statement=None, lost=False),
                name="knot_meeting",
            ),
        )
        indexes = (models.Index(fields=["state", "matter"], name="knot_state_matter"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The heading."""
        return self.heading


class MatterRelation(models.Model):
    """Two matters that have to do with one another and are not the same; `one` has the lower id.

    Attributes:
        why: In a person's words, or empty.
        reasons: Why it was proposed, as those of a link.
    """

    one = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="relations_out")
    other = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="relations_in")
    state = models.CharField(max_length=20, choices=relation_states, default=RelationState.TAKEN)
    why = models.CharField(max_length=500, blank=True, default="")
    reasons = models.JSONField(default=list)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A pair has one row."""

        constraints = (
            models.UniqueConstraint(fields=["one", "other"], name="matter_relation_pair"),
            models.CheckConstraint(name="matter_relation_order", condition=Q(one__lt=F("other"))),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """The pair."""
        return f"{self.one_id} – {self.other_id}"
