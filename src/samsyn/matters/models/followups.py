"""What has become of an action since the notes were written, laid over it: the notes stay as they are."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samsyn.register.models import Body, Meeting, Organisation, Person, Statement
from samsyn.register.models.states import owner_kinds, precisions


class FollowUp(models.Model):
    """What people have said of an action while they followed it up; made when somebody first does.

    Attributes:
        owner_changed: Another owner than the notes' holds: the columns of the owner say who, or nobody.
        search_text: The owner in small letters: SQLite cannot compare å, ä and ö without regard to case.
        due_changed: Another time than the notes' holds: the columns of the time say when, or never.
        due_words: As somebody wrote it.
        due_end: First day after (half-open).
        ended_on: Nothing more is to be done of it from this day; None while it is followed.
        ended_because: Why, in a person's words.
        reopened_at: What was told of how it goes before this moment says no longer that it is done.
        carried_to: The meeting where it is to be looked at next.
    """

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="follow_up")
    owner_changed = models.BooleanField(default=False)
    owner_kind = models.CharField(max_length=20, choices=owner_kinds, blank=True, default="")
    owner_name = models.CharField(max_length=300, blank=True, default="")
    owner_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="followed_up"
    )
    owner_organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="followed_up"
    )
    owner_body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="followed_up"
    )
    search_text = models.CharField(max_length=300, blank=True, default="")
    due_changed = models.BooleanField(default=False)
    due_start = models.DateField(null=True, blank=True)
    due_end = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    due_words = models.CharField(max_length=300, blank=True, default="")
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=500, blank=True, default="")
    reopened_at = models.DateTimeField(null=True, blank=True)
    carried_to = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="carried"
    )

    class Meta:
        """Asked for by what sets it apart from what was read."""

        indexes = (
            models.Index(fields=["statement"], condition=Q(owner_changed=True), name="followup_owner"),
            models.Index(fields=["statement"], condition=Q(due_changed=True), name="followup_due"),
            models.Index(fields=["statement"], condition=Q(ended_on__isnull=False), name="followup_ended"),
        )
        default_permissions = ()

    @property
    def meeting(self) -> Meeting:
        """The meeting whose notes hold the action."""
        return self.statement.meeting

    @property
    def meeting_id(self) -> int:
        """The id of that meeting: whoever writes its notes follows up."""
        return self.statement.meeting_id

    @property
    def full_owner(self) -> str:
        """The owner now."""
        return self.owner_name

    def __str__(self) -> str:
        """The beginning of the action's words."""
        return str(self.statement)
