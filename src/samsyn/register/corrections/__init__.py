"""What a person puts in the place of what was read: which columns it is, and how it is understood."""
