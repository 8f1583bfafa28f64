"""The whole register as open files, and back: JSON Lines for programs, CSV for people, originals as files."""
