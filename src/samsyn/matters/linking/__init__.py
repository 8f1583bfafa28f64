"""How likely two items are of one matter, and why. Knows no register and no Django."""
