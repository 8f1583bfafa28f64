"""What was said: statements with kind, owner and due, and what they refer to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samsyn.register.models.actors import Body, Organisation, Person
from samsyn.register.models.meetings import AgendaItem, Meeting
from samsyn.register.models.states import kinds, owner_kinds, precisions, targets

ACTING = Q(is_action=True, removed=False)
RECURRING = ACTING & Q(due_precision="recurring")
FEWEST_WORDS = 3  # with which a statement says what it is about


class Statement(models.Model):
    """A sentence or list entry with its kind. Its identity is this row, not its place in the text.

    Attributes:
        owner_name: Who is to act, as written; empty where not stated.
        due_words: When, as written; empty where not stated.
        due_end: First day after (half-open).
        search_text: Text and owner in small letters: SQLite cannot compare å, ä and ö without regard to case.
        removed: No longer in the current version of the notes, or rejected by a person.
        merged_into: The statement that its words are part of, where a person has said that the two are one.
        lost: Its words could not be found again for certain in the current version.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="statements")
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=kinds)
    text = models.TextField()
    is_action = models.BooleanField(default=False)
    owner_kind = models.CharField(max_length=20, choices=owner_kinds, blank=True, default="")
    owner_name = models.CharField(max_length=300, blank=True, default="")
    owner_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="owned"
    )
    owner_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="owned"
    )
    owner_body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="owned"
    )
    due_start = models.DateField(null=True, blank=True)
    due_end = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    due_words = models.CharField(max_length=300, blank=True, default="")
    answer_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="answers"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged"
    )
    search_text = models.TextField(blank=True, default="")
    removed = models.BooleanField(default=False)
    lost = models.BooleanField(default=False)

    class Meta:
        """In the notes' order."""

        ordering = ("meeting", "position")
        indexes = (
            models.Index(fields=["kind", "removed"], name="statement_kind"),
            # All that counts of actions ask for, so that they need not look at the rows with their texts.
            models.Index(
                fields=[
                    "due_end",
                    "due_precision",
                    "due_words",
                    "owner_name",
                    "meeting",
                    "is_action",
                    "removed",
                ],
                condition=ACTING,
                name="statement_action",
            ),
            models.Index(fields=["owner_person", "meeting"], condition=ACTING, name="statement_action_owner"),
            models.Index(fields=["owner_organisation"], condition=ACTING, name="statement_action_from"),
            models.Index(fields=["meeting"], condition=RECURRING, name="statement_recurring"),
        )
        default_permissions = ()

    @property
    def full_owner(self) -> str:
        """The owner as written, or in full where only a given name or initials are and it is known whose."""
        if self.owner_person is None or " " in self.owner_name:
            return self.owner_name
        return self.owner_person.name

    @property
    def about(self) -> str:
        """The item's heading, where the words alone do not say what they are about ("Godkänns.")."""
        says_little = len(self.text.split()) < FEWEST_WORDS
        return self.item.heading if says_little and self.item else ""

    def __str__(self) -> str:
        """The beginning of the words."""
        return self.text[:80]


class Reference(models.Model):
    """A pointer from a statement, or from the meeting itself, to a meeting, body or document.

    Attributes:
        names: The bodies or the document named, as written.
        target_meeting: The meeting meant, where it is clear which.
        removed: A person said that this is wrong; it is kept but not shown.
    """

    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="references"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="references")
    target = models.CharField(max_length=20, choices=targets)
    names = models.JSONField(default=list)
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    target_meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="referred_by"
    )
    words = models.TextField(blank=True, default="")
    removed = models.BooleanField(default=False)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """The words."""
        return self.words
