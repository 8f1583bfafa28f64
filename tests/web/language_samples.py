"""What the addresses of wording are tried with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.sampling import at

from samsyn.plan.models import WordingRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things
    from tests.web.sampling import Sample

RULE = "extends: existence\nmessage: Nej\ntokens: [typ]\n"
SAID = {"text": "Alla skolor antar rutinen.", "sort": "decision"}


def own_rule() -> WordingRule:
    """A rule of the county's own."""
    return WordingRule.objects.create(name="Egen", text=RULE)


LANGUAGE: dict[str, Callable[[Things], Sample]] = {
    "language": lambda _it: at(),
    "check_wording": lambda _it: at(**SAID),
    "remarks": lambda _it: at(**SAID),
    "answer_remark": lambda _it: at(
        **SAID, regel="Absolut", ord="Alla", mening="Alla skolor antar rutinen.", svar="ta"
    ),
    "new_wording_rule": lambda _it: at(namn="Egen", regel=RULE),
    "wording_rule": lambda _it: at(own_rule().pk, gor="av"),
}
