"""Words for groups in a text: whom do they mean? No database."""
