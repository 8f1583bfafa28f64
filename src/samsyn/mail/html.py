"""The same letter as a page: paragraphs, and the link in words. No pictures, nothing fetched from anywhere.

Programs that show mail drop style sheets, so the few looks there are stand with each element; none sets the
colours of running text, which is the reader's own, light or dark.
"""

from __future__ import annotations

from html import escape

PAGE = (
    '<!doctype html>\n<html lang="sv">\n<head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{title}</title></head>\n'
    '<body style="margin:0;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5">\n'
    '<main style="max-width:36em;overflow-wrap:anywhere">\n<h1 style="font-size:20px">{title}</h1>\n'
    "{content}\n</main>\n</body>\n</html>\n"
)
BUTTON = (
    "display:inline-block;padding:10px 16px;border-radius:4px;background:#0B5C68;color:#FFFFFF;"
    "font-weight:600;text-decoration:none"
)
SMALL = "font-size:14px"


def write_html(
    title: str, text: str, *, mark: str = "", address: str = "", word: str = "", terms: str = ""
) -> str:
    """A letter as HTML.

    Args:
        title: Its subject.
        text: Its words: paragraphs with an empty line between.
        mark: What stands in the words where the link is to be.
        address: Where the link leads.
        word: What the link does, on the link itself.
        terms: Whom it is for and how long, last in the letter.
    """
    parts = []
    for paragraph in (part.strip() for part in text.split("\n\n")):
        if mark and paragraph == mark:
            parts += _link(address, word)
        elif paragraph:
            parts.append(f"<p>{_escaped(paragraph.replace(mark, address) if mark else paragraph)}</p>")
    if terms:
        parts.append(
            f'<hr style="border:0;border-top:1px solid #76827F">\n<p style="{SMALL}">{_escaped(terms)}</p>'
        )
    return PAGE.format(title=escape(title), content="\n".join(parts))


def _link(address: str, word: str) -> list[str]:
    """The link in words, and where it leads for whoever wants to see it first."""
    return [
        f'<p><a href="{escape(address)}" style="{BUTTON}">{escape(word)}</a></p>',
        f'<p style="{SMALL}">Länken leder till {escape(address)}</p>',
    ]


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")
