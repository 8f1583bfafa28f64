"""What a workbook would change of a plan, in a sentence and row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.plan.sheets import proposing
from samsyn.web.swedish import in_words, joined

if TYPE_CHECKING:
    from samsyn.plan.sheets.proposing import Proposal


def tell_proposal(proposal: Proposal) -> str:
    """How much of each sort would change, or how much must be put right first."""
    if proposal.wrong:
        n = len(proposal.wrong)
        return ngettext(
            "En cell måste rättas i filen innan något kan sparas.",
            "%(n)s celler måste rättas i filen innan något kan sparas.",
            n,
        ) % {"n": in_words(n).capitalize()}
    if not proposal.changes:
        return _("Filen säger detsamma som planen: inget ändras.")
    counts = proposal.counts
    told = [_tell(sort, counts[sort]) for sort in proposing.SORTS if counts.get(sort)]
    return f"{joined(told).capitalize()}. {_('Inget är sparat än.')}"


def _tell(sort: str, n: int) -> str:
    return WRITE[sort](n) % {"n": in_words(n)}


def ask_why(proposal: Proposal) -> str:
    """What a reason is asked for."""
    gone = any(one.sort == proposing.WITHDRAWN for one in proposal.changes)
    if proposal.rewords:
        return _("Varför lydelserna ändras och delar utgår") if gone else _("Varför lydelserna ändras")
    return _("Varför delarna utgår")


WRITE = {
    proposing.WITHDRAWN: lambda n: ngettext("en del som utgår", "%(n)s delar som utgår", n),
    proposing.MOVED: lambda n: ngettext("en flyttad del", "%(n)s flyttade delar", n),
    proposing.ORDERED: lambda n: ngettext("en ny ordning", "%(n)s nya ordningar", n),
    proposing.NEW: lambda n: ngettext("en ny del", "%(n)s nya delar", n),
    proposing.NAME: lambda n: ngettext("ett nytt namn", "%(n)s nya namn", n),
    proposing.MEANING: lambda n: ngettext("en ny betydelse", "%(n)s nya betydelser", n),
    proposing.WORDING: lambda n: ngettext("en ändrad lydelse", "%(n)s ändrade lydelser", n),
    proposing.TIME: lambda n: ngettext("en ändrad tid", "%(n)s ändrade tider", n),
    proposing.CHECKING: lambda n: ngettext("en ändrad uppföljning", "%(n)s ändrade uppföljningar", n),
    proposing.REACHED: lambda n: ngettext("en del nådd", "%(n)s delar nådda", n),
    proposing.ACTOR: lambda n: ngettext("en ny aktör", "%(n)s nya aktörer", n),
    proposing.OUTSIDE: lambda n: ngettext("en som inte ingår", "%(n)s som inte ingår", n),
}
