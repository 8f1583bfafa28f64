"""Write the files of the example from the texts in scripts/example/.

The marks of a text are told in `word_files.py`. Its first lines may say what it becomes:

    @as odt | doc | rtf | pdf    the Word file, turned into that by LibreOffice
    @as scan                     the PDF as pictures of its pages, a little askew, in black and white
    @as mail                     the Word file, attached to a mail with @from, @to, @sent, @subject and @say

Nothing said is a Word file. Notes in plain text, Markdown, HTML and mails with the notes as their text are
written by hand beside their expected readings. Word files and mails come out the same every time; what
LibreOffice makes differs with its version, and the files in src/samsyn/example/ are the ones that count.
Names of texts as arguments write those alone.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import scan_files
import word_files

ROOT = Path(__file__).resolve().parent
TEXTS = ROOT / "example"
OUT = ROOT.parent / "src" / "samsyn" / "example"
WORD_TYPE = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
KIND = re.compile(r"^@as (\w+)$", re.MULTILINE)


def kind_of(text: str) -> str:
    """What a text becomes."""
    found = KIND.search(text)
    return found[1] if found else "docx"


def convert(path: Path, form: str, out: Path) -> Path:
    """Turn a Word file into another form."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            *("soffice", f"-env:UserInstallation=file://{profile}", "--headless"),
            *("--convert-to", form, "--outdir", str(out), str(path)),
        ]
        # LibreOffice by name, on files that this script has written itself.
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603
    return out / f"{path.stem}.{form}"


def marks(text: str, name: str) -> list[str]:
    """What a text says behind one of its marks."""
    return re.findall(rf"^@{name} (.+)$", text, re.MULTILINE)


def address(words: str) -> Address:
    """A name with the address behind it."""
    name, _, spec = words.rstrip(">").partition(" <")
    return Address(name, addr_spec=spec)


def mail(text: str, word_file: Path) -> bytes:
    """A mail with a Word file attached."""
    made = EmailMessage()
    made["From"], made["To"] = address(marks(text, "from")[0]), address(marks(text, "to")[0])
    made["Date"], made["Subject"] = marks(text, "sent")[0], marks(text, "subject")[0]
    made["Message-ID"] = f"<{word_file.stem}@samverkan.example>"
    made.set_content("\n\n".join(marks(text, "say")) + "\n", cte="quoted-printable")
    maintype, subtype = WORD_TYPE
    made.add_attachment(
        word_file.read_bytes(), maintype=maintype, subtype=subtype, filename=f"{word_file.stem}.docx"
    )
    made.set_boundary("==samsyn-example==")
    return made.as_bytes()


def write(source: Path) -> None:
    """Write the file of one text."""
    text = source.read_text(encoding="utf-8")
    kind = kind_of(text)
    if kind == "docx":
        word_files.write(text, OUT / f"{source.stem}.docx")
        return
    with tempfile.TemporaryDirectory() as folder:
        word_file = Path(folder) / f"{source.stem}.docx"
        word_files.write(text, word_file)
        if kind == "mail":
            (OUT / f"{source.stem}.eml").write_bytes(mail(text, word_file))
        elif kind == "scan":
            scan_files.scan(convert(word_file, "pdf", word_file.parent), OUT / f"{source.stem}.pdf")
        else:
            convert(word_file, kind, OUT)


if __name__ == "__main__":
    for path in sorted(TEXTS.glob("*.md")):
        if len(sys.argv) == 1 or path.stem in sys.argv[1:]:
            write(path)
