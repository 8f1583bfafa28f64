"""Changes to accounts, one a file."""
