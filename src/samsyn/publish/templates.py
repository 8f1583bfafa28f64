"""A body's own Word template: what it may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from samsyn.register.errors import TemplateUnusable

if TYPE_CHECKING:
    from jinja2 import Template

NAMES = {
    "rubrik", "organ", "dag", "tid", "plats", "ordforande", "sekreterare", "nasta_mote", "deltagare",
    "punkter",
}  # fmt: skip
PARTS = {
    "nummer", "rubrik", "delar", "sort", "text", "rader", "ansvarig", "klart", "namn", "organisation",
    "narvaro",
}  # fmt: skip
PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr,
    nodes.Const, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip


class OnlyWords(ImmutableSandboxedEnvironment):
    """Runs templates that show the words of a meeting and go through its lists, and nothing else.

    Whoever can upload a template could otherwise run a program here, or one that never ends.
    """

    def from_string(self, source: str | nodes.Template, *args: object, **kwargs: object) -> Template:
        """A template that has been looked through.

        Raises:
            TemplateUnusable: It asks for more, or its marks cannot be read.
        """
        try:
            tree = self.parse(source) if isinstance(source, str) else source
        except TemplateSyntaxError as error:
            raise TemplateUnusable(
                f"Mallens fält går inte att läsa ({error.message}): jämför med mallen som följer med Samsyn."
            ) from error
        _look_through(tree, own=frozenset(), depth=0)
        return super().from_string(source, *args, **kwargs)  # type: ignore[arg-type]


def _look_through(node: nodes.Node, *, own: frozenset[str], depth: int) -> None:
    """Refuse all that is no word of a meeting.

    A list within a list must be a part of the one outside: going through all items for each item, and so
    on, would have no end that anybody waits for.
    """
    if not isinstance(node, PLAIN):
        raise _unknown(type(node).__name__.lower())
    if isinstance(node, nodes.Name) and node.name not in NAMES | own:
        raise _unknown(node.name)
    if isinstance(node, nodes.Getattr) and node.attr not in PARTS:
        raise _unknown(node.attr)
    if isinstance(node, nodes.For):
        own = own | _loop_name(node, is_inner=depth > 0)
        depth += 1
    for child in node.iter_child_nodes():
        _look_through(child, own=own, depth=depth)


def _loop_name(node: nodes.For, *, is_inner: bool) -> frozenset[str]:
    wanted = nodes.Getattr if is_inner else nodes.Name
    if not isinstance(node.iter, wanted) or not isinstance(node.target, nodes.Name) or node.recursive:
        raise _unknown("for")
    return frozenset({node.target.name})


def _unknown(name: str) -> TemplateUnusable:
    return TemplateUnusable(
        f"Mallen har ett fält som inte finns, ”{name}”: ändra det till ett av dem i listan nedan."
    )
