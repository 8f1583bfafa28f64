"""Letters on their way out, and the links that they carry."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.mail.states import MailState, mail_states


class Link(models.Model):
    """Leave to do one thing, for one person, until a day.

    The token is in nobody's hands but the reader's: it is made when the letter is written out, and only
    its hash is kept. Writing the letter out again makes a new token, and the old one stops working.

    Attributes:
        purpose: The name of a registered `Purpose`.
        address: The person's e-mail address.
        user: The person's account, where there is one.
        subject_type: What it is about: model name in lower case, as in the history; may be empty.
        last_on: The last day on which it works.
        token_hash: SHA-256 of the token in hexadecimal; None until a letter has been written out.
    """

    purpose = models.CharField(max_length=40)
    address = models.EmailField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    subject_type = models.CharField(max_length=40, blank=True, default="")
    subject_id = models.BigIntegerField(null=True, blank=True)
    last_on = models.DateField()
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Asked for by what it is about."""

        indexes = (models.Index(fields=["subject_type", "subject_id"], name="link_subject"),)
        default_permissions = ()

    def __str__(self) -> str:
        """What for and whom."""
        return f"{self.purpose} {self.address}"


class OutgoingMail(models.Model):
    """A letter to one person.

    Attributes:
        text: Plain text; `letters.LINK` stands where the link's address will be, and where a letter has
            several, `letters.mark_of` each.
        enclosed: Files that go with it: pairs of name and SHA-256, as `enclosures` finds them.
        next_try_at: Not tried before this.
        error: Why the last attempt failed, for whoever looks after the register.
    """

    address = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    enclosed = models.JSONField(default=list, blank=True)
    link = models.ForeignKey(Link, null=True, blank=True, on_delete=models.PROTECT, related_name="mails")
    state = models.CharField(max_length=20, choices=mail_states, default=MailState.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True, default="")

    class Meta:
        """Asked for by what is due."""

        indexes = (models.Index(fields=["state", "next_try_at"], name="mail_due"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Subject and address."""
        return f"{self.subject} ({self.address})"


class LetterLink(models.Model):
    """One of several links of a letter.

    Attributes:
        number: Counted from 1; the mark in the letter's words has it.
    """

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="links")
    link = models.ForeignKey(Link, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveSmallIntegerField()

    class Meta:
        """In the order of the letter's words."""

        ordering = ("mail", "number")
        constraints = (models.UniqueConstraint(fields=["mail", "number"], name="letter_link_number"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The link."""
        return str(self.link)
