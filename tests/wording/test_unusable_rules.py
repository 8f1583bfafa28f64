"""What is said of a rule that cannot be used: where, what and what to do."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from samsyn.wording import Kind, RuleTooSlow, RuleUnusable, read_rule, read_rules, remarks_on

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "extends: existence\nmessage: Nej\n"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        pytest.param(
            "extends: existence\nmessage: Nej\ntoken: [a]\n",
            "rad 3: ”token” är ingen nyckel för existence, menade du ”tokens”.",
            id="unknown-key",
        ),
        pytest.param(
            HEAD + "färg: röd\n", "”färg” är ingen nyckel för existence, de som finns är", id="strange-key"
        ),
        pytest.param(
            "extends: spelling\nmessage: Nej\n",
            "rad 1: ”spelling” finns i Vale men inte här, välj något av existence,",
            id="not-here",
        ),
        pytest.param(
            "extends: stavning\nmessage: Nej\n",
            "rad 1: ”stavning” går inte att välja för extends, välj",
            id="no-extension",
        ),
        pytest.param("message: Nej\n", "”extends” saknas, lägg till raden ”extends: …”.", id="no-extends"),
        pytest.param("extends: existence\ntokens: [a]\n", "”message” saknas", id="no-message"),
        pytest.param(
            HEAD + "tokens: a\n", "rad 3: ”tokens” ska vara en lista, en rad ”- ord” för varje.", id="no-list"
        ),
        pytest.param(
            HEAD + "tokens:\n- no\n",
            "rad 3: ”False” i tokens läses inte som ord, sätt citattecken runt det.",
            id="read-as-false",
        ),
        pytest.param(
            HEAD + "tokens: ['a(']\n", "rad 3: mönstret ”\\b(?:a()\\b” går inte att tolka", id="no-pattern"
        ),
        pytest.param(HEAD, "”tokens” saknas, lägg till en rad", id="nothing-to-find"),
        pytest.param(
            HEAD + "level: viktig\n",
            "rad 3: ”viktig” går inte att välja för level, välj något av suggestion, warning, error.",
            id="no-level",
        ),
        pytest.param(
            HEAD + "tokens: [a]\nignorecase: ja\n",
            "rad 4: ”ignorecase” ska vara true eller false.",
            id="no-flag",
        ),
        pytest.param(
            HEAD + "message: Ja\n", "rad 3: ”message” står två gånger, ta bort den ena.", id="twice"
        ),
        pytest.param("a: [b\n", "det går inte att läsa som YAML", id="no-yaml"),
        pytest.param("bara ord\n", "filen ska bestå av rader som ”nyckel: värde”", id="no-keys"),
        pytest.param("a: &x [b]\nc: *x\n", "den hänvisar till sig själv med *", id="alias"),
        pytest.param("#" * 100_001, "filen är för stor", id="too-large"),
        pytest.param(
            "extends: occurrence\nmessage: Nej\ntoken: a\n", "ange ”max” eller ”min”.", id="no-limit"
        ),
        pytest.param(
            "extends: occurrence\nmessage: Nej\ntoken: a\nmax: -1\n",
            "rad 4: ”max” ska vara ett heltal från 0.",
            id="no-number",
        ),
        pytest.param(
            "extends: substitution\nmessage: Nej\nswap: [a]\n",
            "rad 3: ”swap” ska vara rader som ”ord: bättre ord”.",
            id="no-pairs",
        ),
        pytest.param(
            "extends: sequence\nmessage: Nej\ntokens:\n- tag: NN\n",
            "rad 3: ”NN” är inget som ord kan vara här",
            id="no-tag",
        ),
        pytest.param(
            "extends: sequence\nmessage: Nej\ntokens:\n- skip: 1\n",
            "varje rad i tokens ska ha pattern eller tag.",
            id="no-step",
        ),
        pytest.param(
            "extends: sequence\nmessage: Nej\ntokens:\n- pattern: a\n  negate: true\n",
            "minst en rad i tokens ska sakna ”negate”.",
            id="only-barred",
        ),
        pytest.param(
            "extends: metric\nmessage: Nej\nformula: __import__('os')\ncondition: '> 1'\n",
            "går inte att räkna ut",
            id="no-figure",
        ),
        pytest.param(
            "extends: metric\nmessage: Nej\nformula: words\ncondition: '> 1 > 2'\n",
            "går inte att räkna ut",
            id="no-condition",
        ),
        pytest.param(
            f"extends: metric\nmessage: Nej\nformula: '{'9' * 400}'\ncondition: '> 1'\n",
            "går inte att räkna ut",
            id="a-figure-beyond-all",
        ),
        *(
            pytest.param(HEAD + f"limit: !!{sort} x\n", "vilken sort något är", id=f"as-{sort}")
            for sort in ("timestamp", "bool", "python/object/apply:os.getcwd")
        ),
        pytest.param(HEAD + 'description: "\\ud800"\n', "inte går att visa", id="half-a-sign"),
        pytest.param(HEAD + f"tokens: {'[' * 5000}", "för många nivåer", id="deep"),
        pytest.param(
            "extends: sequence\nmessage: Nej\ntokens:\n" + "  - pattern: a\n" * 11,
            "högst tio rader",
            id="many-steps",
        ),
    ],
)
def test_an_unusable_rule_is_refused(rule: str, sentence: str) -> None:
    """In Swedish, with the line."""
    with pytest.raises(RuleUnusable) as raised:
        read_rule(rule, name="Egen", file="Egen.yml")
    assert raised.value.message.startswith("Regeln ”Egen.yml”")
    assert sentence in raised.value.message


def test_a_pattern_that_never_ends_is_stopped() -> None:
    """A rule that would hold up the server is stopped within a second, and named."""
    rule = read_rule("extends: existence\nmessage: Nej\nraw: ['(a|aa)+$']\n", name="Seg")
    with pytest.raises(RuleTooSlow, match="”Seg”"):
        remarks_on("a" * 60 + "b", kind=Kind.DECISION, rules=[rule])


def test_a_rule_that_is_slow_on_every_sentence_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Just fast enough on each, but not on all of them."""
    monkeypatch.setattr("samsyn.wording.remarks.BUDGET", 0)
    rule = read_rule(HEAD + "tokens: [typ]\nscope: sentence\n", name="Seg")
    with pytest.raises(RuleTooSlow, match="”Seg”"):
        remarks_on("Typ nu. " * 50, kind=Kind.DECISION, rules=[rule])


def test_a_sequence_that_nearly_fits_everywhere_is_given_up() -> None:
    """Each way through it is tried once: there are thirty to the power of nine of them."""
    steps = "  - pattern: a\n    skip: 30\n" * 9 + "  - pattern: b\n"
    rule = read_rule(f"extends: sequence\nmessage: Nej\ntokens:\n{steps}", name="Seg")
    begun = process_time()
    assert not remarks_on("a " * 400, kind=Kind.DECISION, rules=[rule])
    assert process_time() - begun < 5


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    """An empty folder is a mistake."""
    with pytest.raises(RuleUnusable, match="mappen saknar regler"):
        list(read_rules(tmp_path))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8."""
    (tmp_path / "Egen.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(RuleUnusable, match="UTF-8"):
        list(read_rules(tmp_path))
