"""Rules in Vale's format: what each extension point finds, and what each key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samsyn.wording import Kind, Level, Remark, read_rule, read_rules, remarks_on, standing_rules

if TYPE_CHECKING:
    from pathlib import Path


def said(rule: str, text: str, *, kind: Kind = Kind.MILESTONE) -> list[Remark]:
    """What one rule says of a text."""
    return remarks_on(text, kind=kind, rules=[read_rule(rule, name="Egen")])


def words(rule: str, text: str) -> list[str]:
    """The words that it says it of."""
    return [remark.words for remark in said(rule, text)]


EXISTENCE = "extends: existence\nmessage: Säg inte '%s'\ntokens: [typ, liksom]\n"


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        pytest.param(EXISTENCE, "Det är typ klart, liksom.", ["typ", "liksom"], id="tokens"),
        pytest.param(EXISTENCE, "Typisk prototyp. Typ så.", [], id="whole-words-in-the-case-given"),
        pytest.param(EXISTENCE + "ignorecase: true\n", "Typ klart.", ["Typ"], id="ignorecase"),
        pytest.param(EXISTENCE + "nonword: true\n", "En prototyp.", ["typ"], id="nonword"),
        pytest.param(EXISTENCE + "exceptions: [typ]\n", "Typ, typ, liksom.", ["liksom"], id="exceptions"),
        pytest.param(
            EXISTENCE + "append: true\nraw: ['\\s', klart]\n", "typ klart, typ nu", ["typ klart"], id="append"
        ),
        pytest.param("extends: existence\nmessage: Nej\nraw: ['a+', b]\n", "xaab", ["aab"], id="raw-alone"),
    ],
)
def test_existence_finds_words(rule: str, text: str, found: list[str]) -> None:
    """Its keys do what Vale says of them."""
    assert words(rule, text) == found


SUBSTITUTION = (
    "extends: substitution\nmessage: Skriv '%s' och inte '%s'\nignorecase: true\n"
    "swap:\n  elevhälsosamtal: samtal\n  "
)


def test_substitution_gives_the_better_words() -> None:
    """The message has the better words first, as in Vale; several are parted by a bar."""
    (remark,) = said(SUBSTITUTION + "nyttja: använda|ta\n", "Nyttja mallen.")
    assert remark.reason == "Skriv 'använda' och inte 'Nyttja'"
    assert remark.instead == ("använda", "ta")
    assert remark.proposal == "Skriv till exempel ”använda” eller ”ta”."


def test_substitution_holds_in_every_text() -> None:
    """A choice of words is not only for what is demanded."""
    assert said(SUBSTITUTION + "nyttja: använda\n", "Nyttja mallen.", kind=Kind.TEXT) != []


@pytest.mark.parametrize(
    ("limits", "text", "n_found"),
    [
        pytest.param("max: 2", "a a a", 1, id="too-many"),
        pytest.param("max: 3", "a a a", 0, id="just-enough"),
        pytest.param("min: 1", "b", 1, id="too-few"),
    ],
)
def test_occurrence_counts(limits: str, text: str, n_found: int) -> None:
    """More than max, or fewer than min."""
    rule = f"extends: occurrence\nmessage: För många\ntoken: a\n{limits}\nscope: sentence\n"
    assert len(said(rule, text)) == n_found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Skriv SIP.", ["SIP"], id="not-explained"),
        pytest.param("Samordnad individuell plan (SIP). Skriv SIP.", [], id="explained"),
    ],
)
def test_conditional_wants_the_other_words(text: str, found: list[str]) -> None:
    """The first words want the second somewhere in the text."""
    assert (
        words("extends: conditional\nmessage: Förklara %s\nfirst: SIP\nsecond: '\\(SIP\\)'\n", text) == found
    )


def test_repetition_finds_a_word_twice_in_a_row() -> None:
    """A word in two cases is the same where case is ignored."""
    assert words("extends: repetition\nmessage: Två gånger\nignorecase: true\n", "Vi vi ses ses inte.") == [
        "Vi vi",
        "ses ses",
    ]


SEQUENCE = "extends: sequence\nmessage: Vem?\nscope: sentence\ntokens:\n"


@pytest.mark.parametrize(
    ("steps", "text", "found"),
    [
        pytest.param("- tag: PASS", "Planen antas i maj och mallen finns.", ["antas"], id="tag"),
        pytest.param("- pattern: ska\n- tag: INF\n  skip: 1", "De ska inte gå.", ["ska inte gå"], id="skip"),
        pytest.param("- pattern: ska\n- tag: INF", "De ska inte gå.", [], id="no-skip"),
        pytest.param(
            "- tag: PASS\n- pattern: av\n  negate: true\n  skip: 1",
            "Planen antas nu av nämnden.",
            [],
            id="not-after",
        ),
        pytest.param("- pattern: som\n  negate: true\n- tag: PASS", "Det som antas.", [], id="not-before"),
        pytest.param(
            "- pattern: ska\n- pattern: ','\n  negate: true\n- tag: INF\n  skip: 5",
            "Det ska, så, gå.",
            [],
            id="not-between",
        ),
    ],
)
def test_sequence_finds_words_in_order(steps: str, text: str, found: list[str]) -> None:
    """Words by pattern and form, with others between and some barred."""
    assert words(SEQUENCE + steps, text) == found


def test_metric_is_for_whole_texts() -> None:
    """A figure over its limit is told once, of a text of a hundred words or more; never of a shorter one."""
    rule = "extends: metric\nmessage: Meningarna har %s ord\nformula: words / sentences\ncondition: '> 20'\n"
    long = " ".join(["ord"] * 120)
    assert [remark.reason for remark in said(rule, long, kind=Kind.TEXT)] == ["Meningarna har 120 ord"]
    assert said(rule, long[:200], kind=Kind.TEXT) == []


def test_a_rule_has_a_level_and_what_to_do() -> None:
    """Level, description and link go along to the remark."""
    (remark,) = said(EXISTENCE + "level: error\ndescription: Stryk.\nlink: https://exempel.se\n", "typ")
    assert (remark.level, remark.proposal, remark.link) == (Level.ERROR, "Stryk.", "https://exempel.se")


def test_files_may_share_a_rule(tmp_path: Path) -> None:
    """What follows a hyphen in a file's name is for the file only; what both find is told once."""
    (tmp_path / "Egen.yml").write_text(EXISTENCE, "utf-8")
    (tmp_path / "Egen-mer.yml").write_text(EXISTENCE, "utf-8")
    assert [one.rule for one in remarks_on("typ", kind=Kind.DECISION, rules=read_rules(tmp_path))] == ["Egen"]


def test_the_standing_rules_are_read() -> None:
    """The rules that come with Samsyn, LIX among them; contested words are the county's own."""
    assert {rule.name for rule in standing_rules()} == {
        "Absolut", "EjUppfoljbart", "IngenAgerar", "IngetDatum", "Lix", "OklarGrupp", "TvaKrav", "Undantag",
        "VagTid",
    }  # fmt: skip


@pytest.mark.parametrize("rule", standing_rules(), ids=lambda rule: f"{rule.name}-{rule.extends}")
def test_a_standing_rule_says_what_to_do(rule: object) -> None:
    """Each has a reason and a proposal in Swedish."""
    assert getattr(rule, "message", "")
    assert getattr(rule, "description", "")
