"""What notes tell of what each party does with a decision that every party takes for itself.

Pure: knows no register and no Django; the words are data (`samsyn/matters/data/party_words.toml`).
"""

from samsyn.matters.committees.reading import Named, Told, read_count, read_number, read_own, read_told

__all__ = ["Named", "Told", "read_count", "read_number", "read_own", "read_told"]
