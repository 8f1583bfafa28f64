"""A plan written as lines with some levels: read into parts that are wanted. No database."""
