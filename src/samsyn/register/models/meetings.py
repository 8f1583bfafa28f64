"""A meeting, who was there, and its agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from samsyn.register.models.actors import Body, Organisation, Person
from samsyn.register.models.states import MeetingState, NotesState, meeting_states, notes_states, precisions

if TYPE_CHECKING:
    from collections.abc import Sequence


class Meeting(models.Model):
    """A meeting of one or several bodies: planned, held, or known only because notes speak of it.

    Attributes:
        body_order: Keys of the bodies, in the order in which the notes name them.
        start_on: First day; None where the notes give no day.
        end_on: First day after (half-open).
        day_words: The day as the notes write it.
        chair_name: As written; `chair` is the person, where it is clear who that is.
    """

    title = models.CharField(max_length=500, blank=True, default="")
    bodies = models.ManyToManyField(Body, related_name="meetings", blank=True)
    body_order = models.JSONField(default=list, blank=True)
    start_on = models.DateField(null=True, blank=True, db_index=True)
    end_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    day_words = models.CharField(max_length=300, blank=True, default="")
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    place = models.TextField(blank=True, default="")
    chair = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="chaired")
    chair_name = models.CharField(max_length=300, blank=True, default="")
    secretary = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="written"
    )
    secretary_name = models.CharField(max_length=300, blank=True, default="")
    state = models.CharField(max_length=20, choices=meeting_states, default=MeetingState.HELD)
    notes_state = models.CharField(max_length=20, choices=notes_states, default=NotesState.NONE)
    next_meeting = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="announced_by"
    )

    class Meta:
        """Asked for by day."""

        indexes = (models.Index(fields=["state", "start_on"], name="meeting_state_day"),)
        default_permissions = ()

    @property
    def named_bodies(self) -> list[Body]:
        """The bodies in the order in which the notes name them; those that they do not name come last."""
        order = {key: at for at, key in enumerate(self.body_order)}
        return sorted(self.bodies.all(), key=lambda body: order.get(body.key, len(order)))

    def set_bodies(self, bodies: Sequence[Body]) -> None:
        """Set the bodies and their order, and write both."""
        self.body_order = [body.key for body in bodies]
        self.save(update_fields=["body_order"])
        self.bodies.set(bodies)

    def __str__(self) -> str:
        """The title and day."""
        return f"{self.title or 'Möte'} {self.start_on or 'utan datum'}"


class Attendance(models.Model):
    """A row of the list of those present and absent; all names as written beside what they stand for.

    Attributes:
        organisation: The organisation that `affiliation` stands for, where it is recognised.
        on_behalf_of_words: The body that the person represents, as written.
        removed: A person said that this row is nobody; it is kept but not shown.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    position = models.PositiveIntegerField()
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances"
    )
    name = models.CharField(max_length=300)
    present = models.BooleanField(default=True)
    title = models.CharField(max_length=300, blank=True, default="")
    affiliation = models.CharField(max_length=300, blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances"
    )
    role = models.CharField(max_length=300, blank=True, default="")
    on_behalf_of = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on_behalf_of_words = models.CharField(max_length=300, blank=True, default="")
    substitute_for = models.CharField(max_length=300, blank=True, default="")
    part = models.CharField(max_length=300, blank=True, default="")
    removed = models.BooleanField(default=False)

    class Meta:
        """In the notes' order."""

        ordering = ("meeting", "position")
        default_permissions = ()

    def __str__(self) -> str:
        """The name."""
        return self.name


class AgendaItem(models.Model):
    """A heading of the meeting and what stands below it.

    Attributes:
        start: From here in the current version's text to `end`; both None where it was not found again.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=40, blank=True, default="")
    heading = models.TextField()
    level = models.PositiveSmallIntegerField(default=0)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="children"
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """In the notes' order."""

        ordering = ("meeting", "position")
        default_permissions = ()

    def __str__(self) -> str:
        """Number and heading."""
        return f"{self.number} {self.heading}".strip()


class Presenter(models.Model):
    """Somebody who presents an item.

    Attributes:
        removed: A person said that this is wrong; it is kept but not shown.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="presenters")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="presentations"
    )
    name = models.CharField(max_length=300)
    removed = models.BooleanField(default=False)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    @property
    def full_name(self) -> str:
        """The name as written, or in full where only a given name or initials are and it is known whose."""
        return self.person.name if self.person is not None and " " not in self.name else self.name

    def __str__(self) -> str:
        """The name."""
        return self.name
