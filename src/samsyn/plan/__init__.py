"""The implementation plan: what is to be reached, how far every actor has come, and in which words."""
