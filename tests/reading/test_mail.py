"""Mails, and web pages saved as such."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from tests.reading.make_docx import archive, docx, p
from tests.reading.make_eml import PICTURE, eml, raw, saved_page

from samsyn.reading import (
    BlockKind,
    Document,
    EmptyFile,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    Remark,
    UnsupportedFormat,
    find_enclosed,
    read_bytes,
)

NUMBER = "19811218-9876"


def read(content: bytes) -> Document:
    return read_bytes(content, name="brev.eml")


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    """Kind and words of each block."""
    return [(block.kind, block.text) for block in document.blocks]


def test_the_letter_is_read_below_what_it_is_about() -> None:
    """What the mail is about is no word of the letter, but may tell the body and the day."""
    document = read(eml("Vi träffades i Flen.", subject="Möte å"))
    assert document.format == "eml"
    assert kinds(document) == [
        (BlockKind.PAGE_HEADER, "Möte å"),
        (BlockKind.PARAGRAPH, "Vi träffades i Flen."),
    ]


def test_of_text_and_page_the_page_is_read() -> None:
    """The page says the same with looks: who is struck through is seen there alone."""
    document = read(eml("Rut Siv", page="<p>Rut <s>Siv</s></p>"))
    assert [(run.text, run.struck) for run in document.blocks[-1].runs] == [("Rut ", False), ("Siv", True)]


def test_a_page_without_words_leaves_the_text() -> None:
    """Programs may write an empty page beside the text."""
    assert (
        read(
            raw(
                head='Content-Type: multipart/alternative; boundary="x"',
                body=b"--x\r\n\r\nM\xc3\xb6te\r\n--x\r\nContent-Type: text/html\r\n\r\n\r\n--x--",
            )
        ).text
        == "Möte"
    )


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(eml("Hej!", Protokoll__docx=docx(p("Möte"))), id="another-file"),
        pytest.param(
            raw(
                head='Content-Type: multipart/mixed; boundary="x"',
                body=b'--x\r\n\r\nHej!\r\n--x\r\nContent-Type: text/plain; name="a.txt"\r\n\r\nMer\r\n--x--',
            ),
            id="a-text-with-a-name",
        ),
    ],
)
def test_enclosed_files_are_not_the_letter(mail: bytes) -> None:
    """They are for whoever opens the mail."""
    assert read(mail).text == "Hej!"


def test_enclosed_files_are_given_with_their_names() -> None:
    """Byte for byte, a forwarded mail as a mail."""
    inner = EmailMessage()
    inner["Subject"] = "Förra/mötet"
    inner.set_content("Hej")
    message = EmailMessage()
    message["From"] = "rut@exempel.se"
    message.set_content("Se nedan")
    message.add_attachment(PICTURE, maintype="image", subtype="png", filename="../Å bild.png")
    message.add_attachment(inner)
    found = find_enclosed(message.as_bytes(), name="brev.eml")
    assert [one.name for one in found] == ["Å bild.png", "Förra mötet.eml"]
    assert found[0].content == PICTURE


@pytest.mark.parametrize(
    ("charset", "encoding", "remark"),
    [
        pytest.param("utf-8", "utf-8", None, id="as-it-says"),
        pytest.param("iso-8859-1", "utf-8", None, id="says-latin-is-utf-8"),
        pytest.param("windows-1252", "cp1252", None, id="windows"),
        pytest.param("utf-8", "cp1252", Remark.OLD_ENCODING, id="says-utf-8-is-windows"),
        pytest.param("okänd", "cp1252", Remark.OLD_ENCODING, id="unknown"),
    ],
)
def test_what_fits_counts_more_than_what_it_says(charset: str, encoding: str, remark: Remark | None) -> None:
    """Programs state the encoding wrongly; a guess is noted."""
    document = read(
        raw(head=f"Content-Type: text/plain; charset={charset}", body="Möte på ö".encode(encoding))
    )
    assert (document.text, [seen.remark for seen in document.observations]) == (
        "Möte på ö",
        [remark] if remark else [],
    )


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("quoted-printable", b"M=C3=B6te i =\r\nFlen", id="quoted-printable"),
        pytest.param("base64", b"TcO2dGUgaSBGbGVu", id="base64"),
        pytest.param("base64", b"TcO2dGUg\r\n aSBGbGVu!", id="base64-with-noise"),
        pytest.param("8bit", "Möte i Flen".encode(), id="bare"),
        pytest.param("okänd", "Möte i Flen".encode(), id="unknown"),
    ],
)
def test_transfer_encodings_are_undone(encoding: str, body: bytes) -> None:
    """The letter is what was written, however it was packed for the way."""
    head = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}"
    assert read(raw(head=head, body=body)).text == "Möte i Flen"


FORWARDED = "Från: Tage Wrangmark\nSkickat: den 11 mars 2026\nTill: Rut Vifell\nÄmne: Protokoll"


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        pytest.param(FORWARDED, BlockKind.PAGE_HEADER, id="head-of-a-forwarded-mail"),
        pytest.param(FORWARDED.replace("\n", "\n\n"), BlockKind.PAGE_HEADER, id="head-with-gaps"),
        pytest.param("-----Ursprungligt meddelande-----", BlockKind.PAGE_HEADER, id="what-parts-letters"),
        pytest.param("-- \nRut Vifell\nFlens kommun", BlockKind.PAGE_FOOTER, id="signature"),
        pytest.param("Tänk på miljön innan du skriver ut", BlockKind.PAGE_FOOTER, id="added-to-all-letters"),
        pytest.param("Från: kl 9", BlockKind.PARAGRAPH, id="one-such-word"),
        pytest.param("Närvarande: Rut Vifell", BlockKind.PARAGRAPH, id="a-label-of-notes"),
    ],
)
def test_the_frame_of_a_letter_is_told_apart(letter: str, kind: BlockKind) -> None:
    """Sender and receiver of a forwarded mail were not at the meeting for that."""
    document = read(eml(f"Hej!\n\n{letter}\n"))
    assert {block.kind for block in document.blocks[1:]} == {kind}


@pytest.mark.parametrize(
    ("mail", "where"),
    [
        pytest.param(eml("Hej", subject=NUMBER), "i sidhuvudet", id="subject"),
        pytest.param(eml(f"Hej {NUMBER}"), "på rad 1", id="letter"),
        pytest.param(eml(f"Hej {NUMBER}", page="<p>Hej</p>"), "i brevets text", id="other-way"),
        pytest.param(
            raw(f"Cc: =?utf-8?q?{NUMBER}?= <a@exempel.se>", body=b"Hej"), "i brevets huvud", id="head"
        ),
        pytest.param(eml("Hej", Lista__docx=docx(p(NUMBER))), "i bilagan ”Lista.docx”", id="enclosed-notes"),
        pytest.param(
            eml(
                "Hej", L__xlsx=archive({"xl/workbook.xml": b"<x/>", "xl/s.xml": f"<t>{NUMBER}</t>".encode()})
            ),
            "i bilagan ”L.xlsx”",
            id="enclosed-sheet",
        ),
        pytest.param(
            eml("Hej", B__eml=eml("Hej", C__txt=NUMBER.encode())), "i bilagan ”B.eml”", id="mail-in-a-mail"
        ),
    ],
)
def test_an_identity_number_anywhere_stops_the_mail(mail: bytes, where: str) -> None:
    """All of it is kept, so all of it is searched."""
    with pytest.raises(IdentityNumberFound) as found:
        read(mail)
    assert found.value.where == where


def test_numbers_that_programs_give_are_no_identity_numbers() -> None:
    """Message numbers are made of days and times."""
    assert read(raw("Message-ID: <198112189876@exempel.se>", body=b"Hej")).text == "Hej"


def nested(levels: int) -> bytes:
    """Mails enclosed in mails."""
    mail = eml("Hej")
    for _ in range(levels):
        mail = eml("Hej", brev__eml=mail)
    return mail


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(
            raw(
                head='Content-Type: multipart/mixed; boundary="x"',
                body=b"--x\r\n\r\na\r\n" * 1_000,
            ),
            id="thousand-parts",
        ),
        pytest.param(
            raw(body=b"\r\n".join(b'Content-Type: multipart/mixed; boundary="%d"' % n for n in range(999))),
            id="thousand-borders",
        ),
        pytest.param(nested(6), id="mails-in-mails"),
        pytest.param(raw(head="Content-Type: text/plain;" + ' a="' * 20_000, body=b"Hej"), id="endless-head"),
    ],
)
def test_a_mail_built_to_exhaust_is_refused(mail: bytes) -> None:
    """Parts, levels and lines of the head are bounded."""
    with pytest.raises(HostileFile):
        read(mail)


@pytest.mark.parametrize(
    ("mail", "error"),
    [
        pytest.param(raw(body=b" \r\n"), EmptyFile, id="empty-letter"),
        pytest.param(
            raw(head="Content-Type: application/pkcs7-mime", body=b"TcO2"), EncryptedFile, id="locked"
        ),
        pytest.param(
            b"From rut@exempel.se Thu Mar 12 10:00:00 2026\nFrom: rut@exempel.se\nMIME-Version: 1.0\n\nHej",
            UnsupportedFormat,
            id="mailbox",
        ),
        pytest.param(b"\x78\x9f\x3e\x22\0\0\0", UnsupportedFormat, id="packed-by-outlook"),
    ],
)
def test_what_cannot_be_read_is_told(mail: bytes, error: type[Exception]) -> None:
    """Each trouble of mails has its own error."""
    with pytest.raises(error):
        read(mail)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Datum: 2026-03-10\nNärvarande: Rut\n\nMöte", id="labels"),
        pytest.param("From: here\nTo: there\n\nMöte", id="english-labels"),
    ],
)
def test_notes_that_begin_with_labels_are_no_mail(text: str) -> None:
    """A mail has lines in its head that programs alone write."""
    assert read_bytes(text.encode(), name="möte.txt").format == "plain"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"From: rut@exempel.se\r\nSubject: M\r\n\r\n", id="nothing-but-people's-lines"),
        pytest.param(
            b"From: rut@exempel.se\r\nTo: "
            + b"tage@exempel.se,\r\n " * 9_000
            + b"\r\nMIME-Version: 1.0\r\n\r\n",
            id="thousands-of-receivers",
        ),
    ],
)
def test_a_mail_is_known_by_its_head(head: bytes) -> None:
    """A short one by its name, a long one all the way."""
    assert read(head + b"Hej").format == "eml"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(saved_page("<p>Mö<b>te</b></p>"), id="browser"),
        pytest.param(saved_page("<p>Mö<b>te</b></p>", charset="windows-1252"), id="old-encoding"),
        pytest.param(saved_page("<p>Mö<b>te</b></p>", head="X-Document-Type: Workbook"), id="office"),
    ],
)
def test_a_page_saved_in_one_file_is_read_as_a_page(page: bytes) -> None:
    """It is a mail without sender."""
    document = read_bytes(page, name="möte")
    assert (document.format, document.text, document.blocks[0].runs[1].bold) == ("mhtml", "Möte", True)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(raw("Subject: =?\u00e5tf-8?q?M=C3=B6te?=", body=b"Flen"), id="subject-in-no-encoding"),
        pytest.param(
            raw(head='Content-Type: text/plain; charset="\0"', body=b"Flen \xe5"), id="letter-in-none"
        ),
    ],
)
def test_encodings_named_by_no_name_are_passed_over(mail: bytes) -> None:
    """What a damaged head calls its encoding stops nobody from reading the letter."""
    assert "Flen" in read(mail).text
