"""The originals, byte for byte, and what was read out of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Source(models.Model):
    """A file as it came, known by the hash of its content.

    The content lies in the database, so that it is stored in the same transaction as the meeting
    and no web server keeps files of its own.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    size = models.PositiveBigIntegerField()
    stored_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Known by content."""

        default_permissions = ()

    def __str__(self) -> str:
        """The beginning of the hash."""
        return self.sha256[:12]


class SourceVersion(models.Model):
    """One version of a meeting's notes; the highest number that is current holds.

    Attributes:
        document: The file's words with look and origin, as `samsyn.reading.document_to_json` writes it.
        text: `Document.text`, in which all spans are counted.
        reason: Why this version came, for the second and later ones.
    """

    meeting = models.ForeignKey("register.Meeting", on_delete=models.CASCADE, related_name="versions")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    file_name = models.CharField(max_length=255)
    path = models.TextField(blank=True, default="")
    format = models.CharField(max_length=40)
    document = models.JSONField()
    text = models.TextField()
    reader_version = models.CharField(max_length=40)
    read_at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        """One version of a meeting is current."""

        ordering = ("meeting", "number")
        constraints = (
            models.UniqueConstraint(fields=["meeting", "number"], name="version_number"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(is_current=True), name="version_one_current"
            ),
        )
        indexes = (models.Index(fields=["path"], name="version_path"),)
        default_permissions = ()

    def __str__(self) -> str:
        """File name and number."""
        return f"{self.file_name} ({self.number})"


class Attachment(models.Model):
    """A file that belongs to a meeting or an item: a notice, an enclosure.

    Attributes:
        item: The item that names it; None where it belongs to the meeting as a whole.
        source: None where the notes name a file that has not come in.
        label: What the notes number it by ("Bilaga 1").
        start: From here in the current version's text to `end` the notes name it; both None where they don't.
    """

    meeting = models.ForeignKey("register.Meeting", on_delete=models.CASCADE, related_name="attachments")
    item = models.ForeignKey(
        "register.AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="attachments"
    )
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="attachments"
    )
    file_name = models.CharField(max_length=255, blank=True, default="")
    label = models.CharField(max_length=40, blank=True, default="")
    title = models.TextField(blank=True, default="")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    @property
    def is_missing(self) -> bool:
        """Whether the notes name it, but the file is not here."""
        return self.source_id is None

    @property
    def shown_name(self) -> str:
        """What it is called on the page: its label and title, else the file's name."""
        parts = dict.fromkeys(part for part in (self.label, self.title) if part)
        return ": ".join(parts) or self.file_name

    def __str__(self) -> str:
        """The title, or the file's name."""
        return self.shown_name
