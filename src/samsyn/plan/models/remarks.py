"""The county's own rules of wording, and what people said to remarks."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class WordingRule(models.Model):
    """A rule of the county's own, in Vale's YAML format.

    Attributes:
        name: As it is named in remarks; unique, and never one of those that come with Samsyn.
        text: The YAML, as written.
        is_on: A rule that is off gives no remarks; its record stays.
    """

    name = models.CharField(max_length=100, unique=True)
    text = models.TextField()
    is_on = models.BooleanField(default=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Its name."""
        return self.name


class RemarkAnswer(models.Model):
    """What a person said to a remark: it was taken, or dismissed with a reason.

    Attributes:
        rule: The rule's name.
        words: The words that it remarked on.
        sentence: The sentence they stood in: the same rule says nothing of the same words there again.
        subject_type: What was being written: model name in lower case, as in the history.
        subject_id: Its id; None where it was not yet kept.
        why: The reason of a dismissal.
    """

    rule = models.CharField(max_length=100)
    words = models.CharField(max_length=300)
    sentence = models.TextField()
    subject_type = models.CharField(max_length=40, blank=True, default="")
    subject_id = models.BigIntegerField(null=True, blank=True)
    is_taken = models.BooleanField()
    why = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """As they came."""

        ordering = ("id",)
        indexes = (models.Index(fields=["rule", "is_taken"], name="remark_record"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Rule and words."""
        return f"{self.rule}: {self.words}"
