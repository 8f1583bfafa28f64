"""Why two things are proposed to belong together, in plain Swedish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Reason = Mapping[str, object]

# By the code that a proposal keeps; `%(words)s` are the words that it was seen by.
REASONS = {
    "date": "samma datum: %(words)s",
    "terms": "%(words)s enligt ordlistan",
    "headings": "rubrikerna liknar varandra: %(words)s",
    "words": "samma ovanliga ord: %(words)s",
    "body": "pekar på ”%(words)s”",
    "told": "rubrikens ord står i den andra: %(words)s",
    "subject": "handlar om %(words)s",
    "through": "båda liknar en tredje punkt: %(words)s",
    "named": "den ena nämner den andra: %(words)s",
    "recurring": "punkten återkommer på mötena",
    "hand_over": "medskick mellan mötena",
    "same_matter": "hör till ärendet %(words)s",
    "points_back": "hänvisar till mötet som skickade: %(words)s",
    "says_from": "säger varifrån frågan kommer: %(words)s",
    "organisation_came": "någon från %(words)s var med",
    "came_back": "de som frågade fick höra: %(words)s",
    "decides": "svaret: %(words)s",
    "goes_back": "skickas tillbaka till %(words)s",
    "answers": "ord som svarar: %(words)s",
    "told_there": "det berättas där: %(words)s",
}
BETWEEN = {"terms": " ↔ ", "headings": " – "}
OTHER = "liknar varandra"


def tell_reason(reason: Reason) -> str:
    """One reason as part of a sentence."""
    code, words = str(reason.get("code", "")), reason.get("words") or ()
    given = [str(word) for word in words] if isinstance(words, (list, tuple)) else [str(words)]
    if code == "headings" and len({word.casefold() for word in given}) == 1:
        return _("samma rubrik: %(words)s") % {"words": given[0]}
    said = _(REASONS.get(code, OTHER))
    return said % {"words": BETWEEN.get(code, ", ").join(given)} if "%(words)s" in said else said


def tell_reasons(reasons: Iterable[Reason]) -> list[str]:
    """All reasons, each said once."""
    return list(dict.fromkeys(tell_reason(reason) for reason in reasons))


def reasons_of(links: Sequence[object], most: int = 4) -> list[str]:
    """What several proposals say, the surest one's first."""
    found: dict[tuple[object, frozenset[str]], str] = {}
    for reason in (reason for link in links for reason in getattr(link, "reasons", ())):
        key = reason.get("code"), frozenset(str(word) for word in reason.get("words", ()))
        found.setdefault(key, tell_reason(reason))
    return list(dict.fromkeys(found.values()))[:most]
