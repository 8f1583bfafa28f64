"""Outgoing mail, and signed links that do one thing for one person until a day."""
