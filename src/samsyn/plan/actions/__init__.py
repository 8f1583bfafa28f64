"""The changes of a plan, one a file: check permission, do, record."""
