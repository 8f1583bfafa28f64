"""Bodies, organisations, people and seats, each with the other ways its name is written.

A `key` is the name in the form that is compared (`samsyn.register.recognition.keys`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from datetime import date


class Body(models.Model):
    """A group that meets: a steering group, a network.

    Attributes:
        publishes_coverage: Its published notes tell all which organisations were in the room.
    """

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True)
    publishes_coverage = models.BooleanField(default=False)

    class Meta:
        """In order of name."""

        ordering = ("name",)
        default_permissions = ()

    def __str__(self) -> str:
        """The name."""
        return self.name


class BodyAlias(models.Model):
    """Another way in which a body's name is written."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """The name as written."""
        return self.text


class Organisation(models.Model):
    """A municipality, a region, an administration, a school: what people come from.

    Attributes:
        kind: "municipality", "region", "association", "authority", or empty where not known.
    """

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True)
    kind = models.CharField(max_length=40, blank=True, default="")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta:
        """In order of name."""

        ordering = ("name",)
        default_permissions = ()

    def name_on(self, day: date | None) -> str:
        """The name that held on a day; today's where the day is not known."""
        earlier = self.earlier_names.all() if day else ()
        ended = sorted((row for row in earlier if day and day < row.end_on), key=lambda row: row.end_on)
        return ended[0].name if ended else self.name

    def __str__(self) -> str:
        """The name."""
        return self.name


class EarlierName(models.Model):
    """A name that an organisation had until it got another; days half-open.

    Attributes:
        start_on: None for the first name that is known.
        end_on: First day of the next name.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="earlier_names")
    name = models.CharField(max_length=300)
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField()

    class Meta:
        """In order of time, one for each day on which a name ended."""

        ordering = ("organisation", "end_on")
        constraints = (models.UniqueConstraint(fields=["organisation", "end_on"], name="one_name_at_a_time"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The name."""
        return self.name


class OrganisationAlias(models.Model):
    """Another way in which an organisation's name is written."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """The name as written."""
        return self.text


class Person(models.Model):
    """Somebody named in notes. Two people may have the same name: `key` is not unique.

    Attributes:
        email: Where notes are sent, if they want them; no account is needed for it.
        is_protected: Name, place and contact are shown to nobody but those who must know.
    """

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)
    email = models.EmailField(blank=True, default="")
    is_protected = models.BooleanField(default=False)

    class Meta:
        """In order of name."""

        ordering = ("name",)
        indexes = (
            models.Index(fields=["id"], condition=models.Q(is_protected=True), name="person_protected"),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """The name."""
        return self.name


class PersonAlias(models.Model):
    """Another way in which a person's name is written."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """The name as written."""
        return self.text
