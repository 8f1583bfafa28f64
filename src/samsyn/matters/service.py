"""The door to the changes of matters; its questions are in `samsyn.matters.queries`."""

__all__: list[str] = []
