"""Mails, put together part by part."""

from __future__ import annotations

from email.message import EmailMessage

PICTURE = b"\x89PNG\r\n\x1a\n\0\0"


def eml(text: str = "", *, page: str = "", subject: str = "", **enclosed: bytes) -> bytes:
    """A mail.

    Args:
        text: The letter as text.
        page: The letter as a web page, beside the text.
        subject: What it is about.
        enclosed: Files by their names, a full stop in them written as two underscores.
    """
    message = EmailMessage()
    message["From"] = "Rut Vifell <rut@exempel.se>"
    message["To"] = "Tage Wrangmark <tage@exempel.se>"
    message["Subject"] = subject
    message["Date"] = "Thu, 12 Mar 2026 10:00:00 +0100"
    message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    for name, content in enclosed.items():
        file_name = name.replace("__", ".")
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=file_name)
    return message.as_bytes()


def raw(*lines: str, head: str = "Content-Type: text/plain", body: bytes = b"") -> bytes:
    """A mail whose head and body are written out."""
    top = "\r\n".join(("From: rut@exempel.se", "MIME-Version: 1.0", head, *lines, "", ""))
    return top.encode() + body


def saved_page(page: str, *, head: str = "", charset: str = "utf-8") -> bytes:
    """A web page saved in one file, as a browser writes it."""
    top = (
        f"{head or 'From: <Saved by Blink>'}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="grans"\r\n\r\n--grans\r\n'
        f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return top.encode() + page.encode(charset) + b"\r\n--grans--\r\n"
