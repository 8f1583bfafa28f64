"""Changes of matters, one a file: check permission, do, record."""
