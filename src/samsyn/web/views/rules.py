"""How notes are read: every rule in a sentence, with an example in the notes' words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.rules import rule_groups
from samsyn.web.pages import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from samsyn.minutes.rules import Rule

_MARKED = re.compile(r"(\*\*|~~)(.+?)\1")
_TAGS = {"**": "b", "~~": "s"}


class Words(NamedTuple):
    """A stretch of an example; `tag` is the element of its look, empty for plain words."""

    words: str
    tag: str = ""


class ShownRule(NamedTuple):
    """A rule with its example line by line."""

    rule: Rule
    example: Sequence[Sequence[Words]]


def rules(request: HttpRequest) -> HttpResponse:
    """The page; a value's rule leads to its own row there."""
    groups = [(group, [_shown(rule) for rule in group.rules]) for group in rule_groups()]
    return show(request, "web/rules.html", current="rules", groups=groups)


def cut_looks(line: str) -> list[Words]:
    """A line of an example as stretches of one look: bold between "**", struck between "~~"."""
    cut, at = [], 0
    for match in _MARKED.finditer(line):
        cut += [Words(line[at : match.start()]), Words(match[2], _TAGS[match[1]])]
        at = match.end()
    return [piece for piece in (*cut, Words(line[at:])) if piece.words]


def _shown(rule: Rule) -> ShownRule:
    return ShownRule(rule, [cut_looks(line) for line in rule.example.splitlines()])
