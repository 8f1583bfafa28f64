"""From files to rows: read, recognise, and write whole meetings or none."""
