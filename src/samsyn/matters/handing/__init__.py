"""Hand-overs: found in what was said, sent to somebody, followed to where they are taken up or are lost."""
