"""The index that search is answered from: which words stand in which texts."""

from __future__ import annotations

from django.db import models

from samsyn.register.models.meetings import Meeting


class IndexedMeeting(models.Model):
    """Where a meeting's texts stand in the index: the notes first, then each statement.

    Attributes:
        first: Number of the notes; the statements' follow. None until the texts have been taken in: then they
            are searched as they are. Numbers are never used again.
        n_texts: How many numbers it has.
        statements: Ids of the statements in the order of their numbers.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="indexed")
    first = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)
    n_texts = models.PositiveIntegerField(default=0)
    statements = models.JSONField(default=list)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Whose it is."""
        return f"index: {self.meeting_id}"


class Word(models.Model):
    """A word that stands in some text, in small letters as written there.

    Attributes:
        text: The word; or, with an equals sign before it, what kind of text it is ("=decision").
        root: What its inflected forms have in common.
    """

    text = models.CharField(max_length=100, unique=True)
    root = models.CharField(max_length=100, db_index=True)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """The word."""
        return self.text


class Posting(models.Model):
    """The numbers of the texts that a word stands in; one row for most words, several for common ones.

    Attributes:
        chunk: 0 for the row that more numbers are added to; of a full one, its first number and one.
        numbers: A Roaring bitmap of the numbers themselves.
    """

    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="postings", db_index=False)
    chunk = models.PositiveIntegerField()
    numbers = models.BinaryField()

    class Meta:
        """A word has one row that is not full."""

        constraints = (models.UniqueConstraint(fields=["word", "chunk"], name="posting_word_chunk"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Word and chunk."""
        return f"{self.word_id}: {self.chunk}"
