"""What somebody may try only so often for one address: guess at a password, ask for a new one.

Each try takes one of a number of places that are free again after a while. Places are rows of the cache's
table, taken at once or not at all: guesses at the same moment, in many server processes, count one by one.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass

from django.core.cache import cache

PAUSE = 15 * 60  # seconds
LOG = logging.getLogger("django.security.sign_in")


@dataclass(frozen=True, slots=True)
class Attempts:
    """Tries of one sort.

    Attributes:
        name: What is tried.
        most: So many within a quarter of an hour; then none is left until the pause is over.
    """

    name: str
    most: int

    def are_too_many(self, email: str) -> bool:
        """Whether so many were made lately that the next is not taken."""
        return bool(cache.get(self._place(email, self.most)))

    def note(self, email: str) -> None:
        """Count one. The address is kept out of the log: people write passwords in its field."""
        places = range(1, self.most + 1)
        taken = next((n for n in places if cache.add(self._place(email, n), 1, timeout=PAUSE)), 0)
        if taken == self.most:
            LOG.warning("%d of %s for one address: a pause of %d minutes", taken, self.name, PAUSE // 60)

    def forget(self, email: str) -> None:
        """Begin again."""
        cache.delete_many([self._place(email, n) for n in range(1, self.most + 1)])

    def _place(self, email: str, n: int) -> str:
        address = hashlib.sha256(email.strip().lower().encode()).hexdigest()
        return f"{self.name.replace(' ', '-')}-{address}-{n}"


WRONG_PASSWORDS = Attempts("wrong passwords", most=20)
LETTERS_ASKED = Attempts("letters asked", most=5)
