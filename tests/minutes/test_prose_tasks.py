"""Tasks in running text: people whom no list names, verbs before their subjects, tasks behind other words."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import kinds, notes, read, said

Task = tuple[str | None, str | None]


def tasks(body: str) -> list[Task]:
    """Owner and due of each action in the item, as written."""
    return [
        (one.owner.words if one.owner else None, one.due.words if one.due else None)
        for one in said(body)
        if one.action
    ]


UNLISTED = {
    "given-name": ("Fredrik kontaktar banken under nästa vecka.", ("Fredrik", "under nästa vecka")),
    "short-form": ("Lollo fixar lås till förrådet.", ("Lollo", None)),
    "two": ("Gun-Britt och Simon tar fram ett program.", ("Gun-Britt och Simon", None)),
    "in-full": ("Gösta Ekvall målar skylten.", ("Gösta Ekvall", None)),
    "behind-a-comma": ("Lokal saknas 8/4, Karl löser det under december.", ("Karl", "december")),
    "takes-it": ("Grinden är trasig, Ida tar det.", ("Ida", None)),
    "decided": ("Det beslutades att Tage ska rita en ny skylt.", ("Tage", None)),
}


@pytest.mark.parametrize(("body", "task"), UNLISTED.values(), ids=UNLISTED)
def test_a_common_given_name_acts_without_a_list(body: str, task: Task) -> None:
    """Who bears a common given name may have a task, though no list of people names them."""
    assert tasks(body) == [task]


FRONTED = {
    "coming-meeting": ("Till nästa möte tar Rut fram siffror.", ("Rut", "Till nästa möte")),
    "season": ("Under våren kontaktar Tage skolorna.", ("Tage", "våren")),
    "everybody-by-a-day": ("Senast fredag ska alla ha lagt in önskemål.", ("alla", "fredag")),
    "municipalities": ("Före jul ska kommunerna skicka in svar.", ("kommunerna", "Före jul")),
    "then": ("Därefter bokar Tage lokal.", ("Tage", None)),
}


@pytest.mark.parametrize(("body", "task"), FRONTED.values(), ids=FRONTED)
def test_a_verb_before_its_subject(body: str, task: Task) -> None:
    """Where a sentence opens with a time, its verb stands before its subject."""
    assert tasks(body) == [task]


TOLD_IN_PROSE = {
    "must": ("Rut måste skicka in ansökan.", ("Rut", None)),
    "meets": (
        "Att göra: Rut och Tage träffas om gränsen före midsommar.",
        ("Rut och Tage", "före midsommar"),
    ),
    "somebody-to-be-told": ("Tage meddelar båda.", ("Tage", None)),
    "to-be-informed": ("Rut informerar rektorerna.", ("Rut", None)),
    "day-before-the-agent": ("Ronden görs 7/11 av Rut och Tage.", ("Rut och Tage", "7/11")),
    "asked-by": ("Spelmannen tillfrågas av Tage.", ("Tage", None)),
    "today": ("Rut ändrar adressen på listan idag.", ("Rut", "idag")),
    "time-in-a-clause": ("Vi beslöt att Rut i veckan lägger upp inbjudan.", ("Rut", "i veckan")),
    "we-by-a-day": ("Vi skickar ut inbjudan före jul.", (None, "före jul")),
    "role-cut-short": ("Sekr. skickar ut protokollet.", ("Sekr", None)),
    "behind-a-weekday-cut-short": (
        "Siri kan tis och tors. Tage kollar budgeten före fredag.",
        ("Tage", "fredag"),
    ),
    "starts-something": ("Rut startar en tråd om vårträffen.", ("Rut", None)),
}


@pytest.mark.parametrize(("body", "task"), TOLD_IN_PROSE.values(), ids=TOLD_IN_PROSE)
def test_more_ways_to_tell_a_task(body: str, task: Task) -> None:
    """Somebody is to do something, whatever the words around it."""
    assert tasks(body) == [task]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Gösta Ekvall berättar om resan.", id="unlisted-who-tells"),
        pytest.param("Fredrik arbetar med ansökan.", id="unlisted-at-work"),
        pytest.param("På mötet presenterar Rut siffrorna.", id="fronted-telling"),
        pytest.param("I höst börjar Tage på en ny skola.", id="fronted-beginning"),
        pytest.param("Vid oro kontaktar rektorn socialtjänsten.", id="what-a-role-does-each-time"),
        pytest.param("Rut informerar rektorerna om mötet.", id="what-is-told"),
        pytest.param("Tage informerar nätverket.", id="told-at-the-meeting"),
        pytest.param("Rut behöver vila.", id="need"),
        pytest.param("Tage arbetar heltid i dag.", id="so-today"),
        pytest.param("Styrelsen planerar inför höstfesten den 9/10.", id="planning"),
        pytest.param("Rut erbjuder församlingshemmet utan hyra.", id="offer"),
        pytest.param("Vi skickar en skrivelse till kommunen.", id="we-at-no-time"),
        pytest.param("Rut anför att skolan är för liten.", id="says-that"),
        pytest.param("Rut bekymrar sig över kön.", id="how-it-is-with-her"),
        pytest.param("Rut ställer frågan om bussen.", id="asks"),
        pytest.param("Rut gör en dragning av budgeten.", id="presents"),
        pytest.param("Rut kommer från Flen.", id="comes-from"),
        pytest.param("Boken skrevs av Rut.", id="done-by"),
        pytest.param("Rapporten tas fram i år av konsulten.", id="agent-far-off-is-no-person"),
    ],
)
def test_what_is_no_task(body: str) -> None:
    """What people tell, are at, or always do gives nobody anything to do."""
    assert tasks(body) == []


BESIDE = {
    "in-brackets-behind-a-day": (
        "Utskick av inbjudan senast den 10 oktober (Tage).",
        ("Tage", "den 10 oktober"),
    ),
    "answer-in-brackets": ("Svar lämnas vid nästa möte (Rut).", ("Rut", "vid nästa möte")),
    "name-and-verb": ("Rut: kollar med folkparken.", ("Rut", None)),
    "name-and-infinitive": ("Rut: kolla priser till nästa möte.", ("Rut", "till nästa möte")),
    "name-and-shall": ("Rut: ska ta fram siffror.", ("Rut", None)),
    "behind-a-comma": ("Att göra: skriva i nyhetsbrevet, Skolverket, senast 28/3", ("Skolverket", "28/3")),
    "behind-strokes": (
        "Att göra: fråga om bilder // Flens kommun, till nästa gång",
        ("Flens kommun", "till nästa gång"),
    ),
    "label-for-a-role": ("Uppdrag till processledarna: samla in namnen.", ("processledarna", None)),
    "draft-by-a-day": (
        "Rut och Tage skriver en begäran. Utkast ut till oss före höstlovet.",
        ("Rut och Tage", "före höstlovet"),
    ),
    "before-it-is-done": (
        "Tage lovade att läsa texten innan den trycks.",
        ("Tage", "innan den trycks"),
    ),
    "given-in-a-column": (
        "Beslöts   att    kalka tjärnarna i år\n          att    uppdra åt Rut att söka medel",
        ("Rut", None),
    ),
}


@pytest.mark.parametrize(("body", "task"), BESIDE.values(), ids=BESIDE)
def test_who_and_when_beside_a_task(body: str, task: Task) -> None:
    """Who is to act stands before a colon, in brackets or behind a comma; when, in a sentence of its own."""
    assert tasks(body) == [task]


def test_two_tasks_in_one_sentence() -> None:
    """Each main clause with a person and a task of his own is a task."""
    assert tasks("Rut bokar buss och Tage kollar mat.") == [("Rut", None), ("Tage", None)]


def test_one_task_that_two_share() -> None:
    """Where the second verb has no object of its own, it is one task."""
    assert tasks("Rut skriver lapparna och Tage delar ut.") == [("Rut", None)]


NUMBERED = """# Styrelsemöte

Datum: 2026-03-10

Närvarande: Rut Vifell, Tage Wrangmark

§ 1 Tiden för årsmötet fastställdes till den 19 april klockan 19
§ 2 Gun-Britt skickar ut påminnelser om stämman till alla medlemmar.
§ 3 Övriga frågor
"""


def test_headings_that_tell_an_outcome() -> None:
    """Where sentences are numbered as items, what they decide and give is read too."""
    found = [(str(one.kind.value), one.action) for one in read(NUMBERED, name="a.txt").statements]
    assert found == [("decision", False), ("assignment", True)]


def test_each_with_what_he_brings() -> None:
    """In a list of tasks, a name and a few words are a task too."""
    body = "- Rut: korv och grill\n- Tage: kollar om vi får låna bord\n- Katarina Lodin bokar lokal"
    assert tasks(body) == [("Rut", None), ("Tage", None), ("Katarina Lodin", None)]


def test_a_list_of_news_gives_nobody_a_task() -> None:
    """Where no entry is a task, names and a few words are none either."""
    assert tasks("- Rut: ny chef sedan maj\n- Tage: har börjat med enkäten") == []


def test_what_is_told_below_a_heading_for_a_coming_meeting() -> None:
    """Whoever tells something below a heading for a coming meeting is to tell it there."""
    minutes = read(
        notes("Inget nytt.").replace("2. Övrigt\n\nInget.", "2. Till rådet 7/4\n\nRut berättar om lotsen.")
    )
    found = [one for one in minutes.statements if one.action]
    assert [(one.kind.rule, one.due.words if one.due else None) for one in found] == [("S34", "7/4")]


def test_what_is_told_below_a_heading_for_a_past_meeting() -> None:
    """A report from a meeting gives nobody anything to do."""
    minutes = read(
        notes("Inget nytt.").replace("2. Övrigt\n\nInget.", "2. Från rådet 7/2\n\nRut berättar om lotsen.")
    )
    assert [one for one in minutes.statements if one.action] == []


MARKS = {
    "arrow": "=> Vi går på alternativ två.\n\n=> betyder beslut i gruppen",
    "letters-before": "BESL: kursen ställs in.\n\nBESL = beslut  ÖK = överenskommet",
    "letters-within": "Fyra anmälda. BESL: kursen ställs in.\n\nBESL = beslut  ÖK = överenskommet",
}


@pytest.mark.parametrize("body", MARKS.values(), ids=MARKS)
def test_letters_and_arrows_that_the_notes_explain(body: str) -> None:
    """A sign that the notes explain gives its kind to the words behind it."""
    assert kinds(body)[-1] == "decision"


def test_a_view_beside_a_decision_is_no_part_of_it() -> None:
    """Who reserves himself behind a decision decides nothing."""
    assert kinds("Beslut: Vi köper båten. Rut reserverar sig lite.") == ["decision", "information"]


ROUGH = """Elevhälsoteam - avstämning 260914
Med: Jonna (kurator), Pelle S (specialpedagog), Anette (rektor), Zahra (sköterska)

Frånvaro i åk 8
fortfarande hög. Jonna har pratat med klassföreståndarna om det.
Pelle S kartlägger lektionsfrånvaron till nästa möte
vi enades om att alltid ringa hem dag två

Anpassningar
mallen är för krånglig och används därför inte av alla.
Jonna gör förslag på en kortare mall till nästa möte

Lokal
grupprum 4 blir studiero från vecka 41
"""


def test_a_word_alone_far_below_is_no_label_of_the_head() -> None:
    """Below running text, "Lokal" opens a matter: what stands above it is read, line by line."""
    found = [str(one.kind.value) for one in read(ROUGH, name="a.txt").statements]
    assert found.count("assignment") == 2
    assert "agreed_outcome" in found


def test_clauses_below_words_of_deciding_are_one_each() -> None:
    """Clauses with att on lines of their own below "beslöts" are a decision each."""
    body = "Efter en stund beslöts\natt tillstyrka förslaget\natt begära en extra tur"
    assert kinds(body) == ["decision", "decision"]
