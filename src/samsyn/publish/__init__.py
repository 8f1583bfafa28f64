"""Outwards: notes as files that others can open."""
