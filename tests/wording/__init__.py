"""The rules about wording, measured on labelled sentences."""
