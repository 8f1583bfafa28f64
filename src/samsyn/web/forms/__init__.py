"""What people write in fields, checked before an action is asked."""
