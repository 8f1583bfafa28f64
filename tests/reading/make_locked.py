"""Locked files, for the tests: a Word file as Office locks it, a PDF by the oldest of its ciphers."""

from __future__ import annotations

from hashlib import md5
from io import BytesIO

from msoffcrypto.format.ooxml import OOXMLFile
from tests.reading.make_pdf import Paper, pdf

PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
IDENTITY, PERMISSIONS = bytes(16), -4


def locked_word(content: bytes, password: str) -> bytes:
    """A Word file that needs a password; `msoffcrypto` itself reads none under 4096 bytes that it wrote."""
    out = BytesIO()
    OOXMLFile(BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def locked_pdf(password: str, *papers: Paper) -> bytes:
    """A PDF that needs a password; only what is drawn on its pages is scrambled."""
    padded = (password.encode("cp1252") + PADDING)[:32]
    owner = rc4(_digest(padded)[:5], padded)
    permissions = PERMISSIONS.to_bytes(4, "little", signed=True)
    key = _digest(padded + owner + permissions + IDENTITY)[:5]
    scrambled = [
        page._replace(content=rc4(_digest(key + bytes((5 + 2 * place, 0, 0, 0, 0)))[:10], page.content))
        for place, page in enumerate(papers)
    ]
    lock = f"/Filter /Standard /V 1 /R 2 /P {PERMISSIONS} /O <{owner.hex()}> /U <{rc4(key, PADDING).hex()}>"
    return pdf(*scrambled, trailer=f"/Encrypt << {lock} >> /ID [<{IDENTITY.hex()}> <{IDENTITY.hex()}>]")


def rc4(key: bytes, content: bytes) -> bytes:
    """Scramble, or unscramble, with RC4."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _digest(content: bytes) -> bytes:
    return md5(content, usedforsecurity=False).digest()
