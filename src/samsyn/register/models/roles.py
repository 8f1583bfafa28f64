"""Who does what here: roles, each for a time and, where it is not for all, for a body or an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from samsyn.register.models.actors import Body, Organisation
from samsyn.register.models.states import RoleKind, role_kinds

if TYPE_CHECKING:
    from datetime import date


class Role(models.Model):
    """A role that a user has; days half-open.

    Attributes:
        body: A secretary's body; None for a secretary of all bodies.
        organisation: A contributor's organisation.
        end_on: First day without the role; None until further notice.
        granted_by: None where the register itself gave it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20, choices=role_kinds)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.PROTECT, related_name="roles")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="roles"
    )
    start_on = models.DateField()
    end_on = models.DateField(null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Each kind is for what it can be for."""

        ordering = ("start_on", "id")
        constraints = (
            models.CheckConstraint(
                name="role_for_its_own",
                condition=Q(kind=RoleKind.CONTRIBUTOR, body=None, organisation__isnull=False)
                | Q(kind=RoleKind.SECRETARY, organisation=None)
                | (Q(body=None, organisation=None) & ~Q(kind=RoleKind.CONTRIBUTOR)),
            ),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """Kind, and what it is for."""
        return " ".join(str(part) for part in (self.kind, self.body or self.organisation) if part)

    def holds_on(self, on: date) -> bool:
        """Whether the role is in force on a day."""
        return self.start_on <= on and (self.end_on is None or on < self.end_on)

    def is_over(self, on: date) -> bool:
        """Whether the role has ended by a day."""
        return self.end_on is not None and self.end_on <= on
