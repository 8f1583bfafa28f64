"""What notes say of a plan: its outline, and what is said of its parts. No database; its language is data."""
