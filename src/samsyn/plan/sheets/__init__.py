"""A plan as an Excel workbook: written out, and read in as a proposal of changes."""
