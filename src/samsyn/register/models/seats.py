"""Seats: who sits in which body, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from samsyn.register.models.actors import Body, Organisation, Person

if TYPE_CHECKING:
    from datetime import date


class Seat(models.Model):
    """A person in a body, from an organisation, maybe on behalf of another body; days half-open.

    Attributes:
        start_on: None where nobody knows since when.
        end_on: First day without the seat; None until further notice.
        substitute_for: The seat whose holder this person comes instead of.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="seats"
    )
    role = models.CharField(max_length=300, blank=True, default="")
    on_behalf_of = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    substitute_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="substitutes"
    )

    class Meta:
        """A seat lasts a day at least."""

        constraints = (
            models.CheckConstraint(
                name="seat_lasts",
                condition=Q(start_on=None) | Q(end_on=None) | Q(end_on__gt=F("start_on")),
            ),
        )
        default_permissions = ()

    def holds_on(self, on: date) -> bool:
        """Whether the seat is held on a day."""
        return not self.is_over(on) and not self.is_to_come(on)

    def is_over(self, on: date) -> bool:
        """Whether the seat has ended by a day."""
        return self.end_on is not None and self.end_on <= on

    def is_to_come(self, on: date) -> bool:
        """Whether the seat begins later than a day."""
        return self.start_on is not None and self.start_on > on

    def __str__(self) -> str:
        """Who sits where."""
        return f"{self.person} i {self.body}"


class NoSeat(models.Model):
    """Somebody who comes to a body often and has no seat there: a person said so, and is not asked again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Said once."""

        constraints = (models.UniqueConstraint(fields=["person", "body"], name="no_seat_once"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Who sits not where."""
        return f"{self.person} inte i {self.body}"
