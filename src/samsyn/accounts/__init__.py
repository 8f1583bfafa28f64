"""Users, sign-in, and how permission is asked. Which roles hold where is known by the rooms above."""
