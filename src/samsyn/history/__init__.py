"""The append-only log: who changed what, when and why. It knows nothing of what was changed."""
