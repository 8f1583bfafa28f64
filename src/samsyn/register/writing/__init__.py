"""Notes that are being written here: their content, how two people's writing is put together."""
