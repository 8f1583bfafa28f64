"""Questions about plans; the day is passed in."""
