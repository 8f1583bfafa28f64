"""What a process leader would and would not remark on: a case for each turn of Swedish a rule knows."""

from __future__ import annotations

import pytest

from samsyn.wording import Kind, remarks_on


def words_of(rule: str, text: str) -> list[str]:
    """The words of a milestone that a rule remarks on."""
    return [one.words for one in remarks_on(text, kind=Kind.MILESTONE) if one.rule == rule]


@pytest.mark.parametrize(
    "text",
    [
        "Alla de nio kommunerna har rutinen i maj.",
        "Samtliga tolv skolor har rutinen i maj.",
        "Minst 80 procent av alla elever har en plan i maj.",
        "Flen gör en lista över alla kontaktpersoner i maj.",
        "Alla i arbetsgruppen har läst planen i maj.",
        "Alla kommuner (Flen, Trosa och Gnesta) har rutinen i maj.",
        "Alla kommuner utom Flen har rutinen i maj.",
        "Styrgruppen ser planen varje höst.",
        "Rektor rapporterar varje ny termin.",
        "Mötena hålls helt digitalt i maj.",
        "Flen prövar ett helt läsår från augusti.",
        "Flen har inte alltid tid i maj.",
        "Mötet är inte öppet för alla i maj.",
        "Varje kommun utser sin kontaktperson i maj.",
        "Flen byter ordet ”alla” i maj.",
        "Kursen kostar inget i maj.",
        "Rutinen gäller framför allt Flen i maj.",
    ],
)
def test_what_can_be_counted_is_not_absolute(text: str) -> None:
    """A number, a share, a list, a rhythm, a named group, an idiom."""
    assert words_of("Absolut", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Alla beslut följs upp i maj.", ["Alla"], id="all"),
        pytest.param("Rutinen är känd av alla lärare i maj.", ["alla"], id="by-all"),
        pytest.param("Varje barn har en plan i maj.", ["Varje"], id="every"),
        pytest.param("Inga barn väntar mer än en vecka.", ["Inga"], id="none"),
    ],
)
def test_what_has_no_exception_is_absolute(text: str, words: list[str]) -> None:
    """One exception, and it is not reached."""
    assert words_of("Absolut", text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Rutinen antas i maj.", ["antas"], id="passive"),
        pytest.param("Rutinen antas av nämnden i maj.", [], id="with-agent"),
        pytest.param("Flen använder rutinen som antas i maj.", [], id="relative-clause"),
        pytest.param("När rutinen antas informerar rektor.", [], id="clause-of-time"),
        pytest.param("Rutinen är antagen i maj.", [], id="a-state"),
        pytest.param("Rutinen ska bli antagen i maj.", ["bli antagen"], id="bli"),
        pytest.param("Det ska finnas en rutin i maj.", ["ska finnas"], id="there-shall-be"),
        pytest.param("Skolan och hemmet möts i maj.", [], id="reciprocal"),
        pytest.param("Ett ordnat införande efterfrågas.", [], id="what-somebody-thinks"),
        pytest.param("Ärendet hänskjuts till nämnden.", [], id="decided-now"),
        pytest.param("Skolans och kommunens plan finns i maj.", [], id="genitives"),
    ],
)
def test_somebody_must_act(text: str, words: list[str]) -> None:
    """A passive of the demand itself, without agent."""
    assert words_of("IngenAgerar", text) == words


@pytest.mark.parametrize(
    ("text", "n_found"),
    [
        pytest.param("Rektor bokar mötet och kuratorn skriver kallelsen.", 1, id="two-who-act"),
        pytest.param("Flen ska anta rutinen och utbilda lärarna.", 1, id="two-things-to-do"),
        pytest.param("Rutinen antas och följs upp.", 1, id="two-passives"),
        pytest.param("Flen har antagit rutinen och utbildat lärarna.", 1, id="two-things-done"),
        pytest.param("Nämnden beslutar att Flen inför mallen och att regionen betalar.", 1, id="two-clauses"),
        pytest.param("Flen ska dels anta rutinen, dels lära ut den.", 1, id="dels"),
        pytest.param("Töm bassängen i maj och rengör filtret.", 1, id="two-imperatives"),
        pytest.param("Klubben köper hjälmar och hyr en buss.", 1, id="one-who-acts"),
        pytest.param("Flen får i uppdrag att utreda frågan och redovisa svaret.", 1, id="a-commission"),
        pytest.param(
            "Nämnden godkänner redovisningen och lägger den till handlingarna.", 0, id="decided-now"
        ),
        pytest.param("Flen utser den som ska leda arbetet och skriva en rapport.", 0, id="of-one-told"),
        pytest.param("Rektor och kurator bokar mötet.", 0, id="two-persons"),
        pytest.param("Kuratorn ringer och pratar med hemmet.", 0, id="one-act"),
        pytest.param("Processledaren tar fram och sprider mallen.", 0, id="one-act-with-particle"),
        pytest.param("Rektor informerar skola, hem och förskola.", 0, id="nouns-like-verbs"),
        pytest.param("Flen ska mötas för att planera och följa upp.", 0, id="a-purpose"),
        pytest.param("Flen antar rutinen och mallen som gäller i länet.", 0, id="relative-clause"),
    ],
)
def test_a_sentence_makes_one_demand(text: str, n_found: int) -> None:
    """Two verbs that would be followed up each for itself."""
    assert len(words_of("TvaKrav", text)) == n_found


@pytest.mark.parametrize(
    "text",
    [
        "Flen inför rutinen till årsskiftet.",
        "Flen inför rutinen under hösten.",
        "Flen svarar inom tio dagar.",
        "Flen svarar inom två till tre veckor.",
        "Flen svarar två veckor i förväg.",
        "Flen ser över listan varje vecka.",
        "Flen möter Trosa första tisdagen i månaden.",
        "Flen inför rutinen i samband med skolstarten.",
        "Flen redovisar vid nästa styrgruppsmöte.",
        "Flen inför rutinen 2026-12-01.",
        "Flen inför rutinen 1/7-26.",
        "Flen inför rutinen tidigast 2027.",
        "Nämnden godkänner rutinen.",
        "Styrgruppen utser Trosa till värd.",
        "Nämnden återremitterar ärendet.",
        "Nämnden har inget att erinra mot förslaget.",
        "Mål 2027: Flen har en rutin.",
        "Flen svarar tredje arbetsdagen efter anmälan.",
    ],
)
def test_a_time_is_a_time_however_it_is_said(text: str) -> None:
    """A day, a period, a rhythm, a limit, a meeting; and what is decided here and now needs none."""
    assert words_of("IngetDatum", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Flen inför rutinen.",
        "Nämnden godkänner att Flen ska införa rutinen.",
        "Flen sammanställer de synpunkter som kom in i mars.",
    ],
)
def test_a_demand_without_time_is_told(text: str) -> None:
    """Also where something is decided now and something else is to be done."""
    assert words_of("IngetDatum", text) == [text]


def test_a_missing_time_is_told_of_the_first_sentence() -> None:
    """A demand of several sentences lacks its time once; a time in any of them is enough."""
    assert words_of("IngetDatum", "\n- Flen inför rutinen. Trosa följer efter.\n") == ["Flen inför rutinen."]
    assert words_of("IngetDatum", "Flen inför rutinen.\nDet sker i maj.") == []
