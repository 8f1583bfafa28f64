"""The changes of a plan that can be taken back: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samsyn.register.service import Inverse

INVERSES: dict[str, Inverse] = {}
