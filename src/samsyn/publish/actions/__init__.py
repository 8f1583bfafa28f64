"""What this room does for somebody: each asks first whether they may."""
