"""A user signs in with an e-mail address, and each sign-in is kept for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from typing import Any


class UserManager(BaseUserManager["User"]):
    """Makes users; addresses are kept in lower case so that one person has one account."""

    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> User:
        """Make a user; without password, one who cannot sign in with a password."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_administrator(self, *, email: str, password: str, name: str = "") -> User:
        """Make a user who may do everything."""
        return self.create_user(email=email, password=password, name=name, is_administrator=True)

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a user by address, however it is written."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who signs in."""

    email = models.EmailField("e-postadress", unique=True)
    name = models.CharField("namn", max_length=200, blank=True)
    is_administrator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        """Permissions are rules, not rows."""

        default_permissions = ()

    def __str__(self) -> str:
        """The name, or the address where no name is given."""
        return self.name or self.email


class SignIn(models.Model):
    """A sign-in or an attempt at one; whose account it was, and from where.

    Attributes:
        address: Where the request came from.
        browser: What the browser says that it is.
    """

    class Outcome(models.TextChoices):
        """What became of it."""

        IN = "signed_in", "Inloggad"
        WRONG_PASSWORD = "wrong_password", "Fel lösenord"
        WRONG_CODE = "wrong_code", "Fel kod"

    at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_ins")
    outcome = models.CharField(max_length=20)
    address = models.GenericIPAddressField()
    browser = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Asked for by user and by time."""

        indexes = (models.Index(fields=["user", "-at"], name="sign_in_user"),)
        ordering = ("-at", "-id")
        default_permissions = ()

    def __str__(self) -> str:
        """What became of it, and when."""
        return f"{self.outcome} {self.at}"


class SavedView(models.Model):
    """A choice in a page's filter that somebody comes back to; nobody else sees it.

    Attributes:
        page: The name of the page's address.
        query: What stands after the question mark.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views")
    page = models.CharField(max_length=40)
    name = models.CharField("namn", max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        """A name once for each page."""

        constraints = (models.UniqueConstraint(fields=["user", "page", "name"], name="saved_view_once"),)
        ordering = ("name", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """Its name."""
        return self.name
