"""Blotting out what should never have come in: where it stands, and how it goes."""
