"""Changes to the outbox, one a file."""
