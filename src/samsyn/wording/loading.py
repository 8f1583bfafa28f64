"""Rules out of YAML files in Vale's format.

Everything that is not known is refused with the line it stands on: a rule that silently does less than its
author thinks is worse than none.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from samsyn.wording.building import COMMON, KEYS, build_check
from samsyn.wording.definitions import Extension, Level, Rule, Scope
from samsyn.wording.errors import RuleUnusable
from samsyn.wording.values import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = Path(__file__).parent / "rules" / "sv"
LARGEST = 100_000  # characters of a rule's file
DEEPEST = 10  # levels of lists and rows in it
# Of Vale's extension points, those that need what is not here: a tagger for English, a script's language.
_NOT_HERE = frozenset({"consistency", "capitalization", "readability", "spelling", "script"})


@cache
def standing_rules() -> tuple[Rule, ...]:
    """The rules that come with Samsyn, by name."""
    return tuple(read_rules(OWN))


def read_rules(folder: Path) -> Iterator[Rule]:
    """The rules of a folder, each a file that ends in .yml, by name.

    Raises:
        RuleUnusable: One of them cannot be used, or the folder not read.
    """
    try:
        files = sorted(folder.glob("*.yml"))
        texts = [(file, file.read_text("utf-8")) for file in files]
    except (OSError, UnicodeDecodeError) as error:
        raise RuleUnusable(folder.name, None, "filen går inte att läsa som text i UTF-8") from error
    if not files:
        raise RuleUnusable(folder.name, None, "mappen saknar regler, lägg dem i filer som slutar på .yml")
    for file, text in texts:
        yield read_rule(text, name=file.stem, file=file.name)


def read_rule(text: str, *, name: str, file: str = "") -> Rule:
    """One rule out of YAML.

    Args:
        text: What stands in the file.
        name: The rule's name; what follows a hyphen in it is for the file only.
        file: What to call it where something is wrong; the name if empty.

    Raises:
        RuleUnusable: It cannot be used; says on which line, why and what to do.
    """
    values = _values(text, file or name)
    extends, called = _extension(values), name.partition("-")[0]
    values.allow(COMMON | KEYS[extends], of=extends)
    return Rule(
        name=called,
        extends=extends,
        level=Level(values.choice("level", [*Level], default=Level.SUGGESTION)),
        scope=Scope(values.choice("scope", [*Scope], default=Scope.TEXT)),
        message=values.text("message"),
        description=values.text("description", default=""),
        link=values.text("link", default=""),
        check=build_check(extends, values, rule=called),
    )


def _extension(values: Values) -> Extension:
    """What the rule looks for."""
    wanted = values.text("extends")
    if wanted in _NOT_HERE:
        values.refuse(
            "extends", f"”{wanted}” finns i Vale men inte här, välj något av {', '.join(Extension)}"
        )
    return Extension(values.choice("extends", [*Extension]))


def _values(text: str, file: str) -> Values:
    """The keys of a file, with their lines."""
    if len(text) > LARGEST:
        raise RuleUnusable(file, None, "filen är för stor, dela upp den i flera regler")
    try:
        _require_plain(text, file)
        node = yaml.compose(text, yaml.SafeLoader)
        read = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise RuleUnusable(
            file, line, "det går inte att läsa som YAML, kontrollera indrag, kolon och citattecken"
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise RuleUnusable(file, None, "filen går inte att läsa som YAML") from error
    if not isinstance(node, yaml.MappingNode):
        raise RuleUnusable(file, 1, "filen ska bestå av rader som ”nyckel: värde”, med extends och message")
    return Values(read, _lines(node, file), file)


def _require_plain(text: str, file: str) -> None:
    """Go on only if a file is lines, lists and words: what else YAML has is for programs.

    Raises:
        RuleUnusable: It refers to itself, names a type, nests too deep, or has signs that are none.
    """
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        trouble = _trouble(event) or ("den har rader i rader i för många nivåer" if depth > DEEPEST else "")
        if trouble:
            line = event.start_mark.line + 1 if event.start_mark else None
            raise RuleUnusable(file, line, trouble)


def _trouble(event: yaml.Event) -> str:
    """What is wrong with a piece of a file; empty for nothing."""
    if isinstance(event, yaml.AliasEvent):
        return "den hänvisar till sig själv med *, skriv ut orden i stället"
    if getattr(event, "tag", None) is not None:
        return "den säger med ! vilken sort något är, stryk det och sätt citattecken runt orden"
    if isinstance(event, yaml.ScalarEvent) and any("\ud800" <= sign <= "\udfff" for sign in event.value):
        return "den har ett tecken som inte går att visa, skriv ut det i stället för koden"
    return ""


def words_of_rule(text: str) -> list[str]:
    """Everything that stands in the file of a rule that can be used, as it is read: codes are signs there."""
    events = yaml.parse(text, yaml.SafeLoader)
    return [event.value for event in events if isinstance(event, yaml.ScalarEvent)]


def _lines(node: yaml.MappingNode, file: str) -> dict[str, int]:
    """On which line each key stands."""
    lines: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 1
        if key.value in lines:
            raise RuleUnusable(file, line, f"”{key.value}” står två gånger, ta bort den ena")
        lines[key.value] = line
    return lines
