"""Bodies, organisations, people and seats, each with the other ways its name is written.

A `key` is the name in the form that is compared (`samsyn.register.recognition.keys`).
"""

from __future__ import annotations

from django.db import models


class Body(models.Model):
    """A group that meets: a steering group, a network."""

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True)

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
    """Somebody named in notes. Two people may have the same name: `key` is not unique."""

    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)

    class Meta:
        """In order of name."""

        ordering = ("name",)
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


class Seat(models.Model):
    """A person in a body, from an organisation, maybe on behalf of another body; days half-open."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="seats"
    )
    role = models.CharField(max_length=300, blank=True, default="")
    on_behalf_of = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Who sits where."""
        return f"{self.person} i {self.body}"
