"""Drafts to be written as files: what stands in them is made up, and says nothing but what it is meant to."""

from __future__ import annotations

from hypothesis import strategies as st

from samsyn.register.writing.content import Block, BlockKind, Came, Content, Item

GIVEN = ("Anna", "Bo", "Cecilia", "David", "Ebba", "Fredrik", "Gunilla", "Henrik")
FAMILY = ("Lindqvist", "Bergström", "Sandell", "Ekdahl", "Forsman", "Nyberg")
PLACES = ("Stadshuset i Flen", "Rådhuset, Trosa", "Konferensrum Eken", "Biblioteket i Strängnäs")
ORGANISATIONS = ("Flens kommun", "Trosa kommun", "Region Sörmland", "Gnesta kommun")
SUBJECTS = ("Arbetsgruppen", "Styrgruppen", "Nätverket", "Beredningsgruppen")
THINGS = ("planen", "riktlinjen", "utbildningen", "enkäten", "överenskommelsen", "rutinen")
TEXTS = ("Läget i kommunerna gicks igenom", "Bilderna visades", "Det finns många exempel", "Frågor ställdes")
TASKS = ("Skicka ut", "Ta fram", "Uppdatera", "Sammanställa", "Stämma av")
HEADINGS = ("Mötets öppnande", "Budget och plan", "Stöd i skolan", "Gemensam utbildning", "Övriga frågor")
MONTHS = ("januari", "mars", "maj", "september", "december")

names = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILY))
things = st.sampled_from(THINGS)
text = st.sampled_from(TEXTS).map("{}.".format)
decision = st.builds("{} antar {}.".format, st.sampled_from(SUBJECTS), things)
agreed = st.builds("Arbetet med {} fortsätter som hittills.".format, things)
task = st.builds("{} {}".format, st.sampled_from(TASKS), things)
due = st.builds("{} {} 2027".format, st.integers(1, 28), st.sampled_from(MONTHS)) | st.just("")
owner = names | st.sampled_from(ORGANISATIONS) | st.just("")
came = st.builds(Came, names, st.sampled_from(ORGANISATIONS), st.booleans())


def _block(kind: BlockKind) -> st.SearchStrategy[Block]:
    if kind is BlockKind.ACTION:
        return st.builds(Block, st.just("x"), st.just(kind), task, owner, due)
    words = {BlockKind.TEXT: text, BlockKind.DECISION: decision, BlockKind.AGREED: agreed}[kind]
    return st.builds(Block, st.just("x"), st.just(kind), words)


blocks = st.sampled_from(BlockKind).flatmap(_block)
items = st.builds(
    Item, st.just("i"), st.sampled_from(HEADINGS), st.lists(blocks, min_size=1, max_size=5).map(tuple)
)
clocks = st.sampled_from([("09:00", "11:30"), ("13:00", "15:00"), ("10:15", "")])


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A meeting with all that notes can tell."""
    starts, ends = draw(clocks)
    year = draw(st.sampled_from(["2026", "2027"]))
    return Content(
        day=f"{year}-{draw(st.integers(1, 11)):02d}-{draw(st.integers(1, 28)):02d}",
        starts=starts,
        ends=ends,
        place=draw(st.sampled_from(PLACES)),
        chair=draw(names),
        secretary=draw(names),
        people=tuple(draw(st.lists(came, min_size=1, max_size=6, unique_by=lambda one: one.name))),
        lists_absent=draw(st.booleans()),
        items=tuple(draw(st.lists(items, min_size=1, max_size=4, unique_by=lambda one: one.heading))),
        next_day=f"{year}-12-{draw(st.integers(1, 28)):02d}",
        next_starts=draw(st.sampled_from(["", "09:00"])),
        next_place=draw(st.sampled_from(["", "Eskilstuna"])),
    )
