"""The server's door: what a request may bring, before a thread is given to it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from samsyn.conf import door as doors
from samsyn.conf.door import REFUSED, Door, environ_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence

    from samsyn.conf.door import Headers

    Environ = dict[str, Any]

SMALL, LARGE = 10, 40


@dataclass
class Heads:
    """Heads, in the order they came."""

    rows: Sequence[tuple[str, str]]

    def items(self) -> Iterable[tuple[str, str]]:
        """As the server gives them."""
        return self.rows


@dataclass
class Asked:
    """A request as the server gives it."""

    headers: Headers
    method: str = "POST"
    path: str = "/möten/"
    query_string: str = "a=b"
    scheme: str = "http"
    http_version: str = "1.1"
    client: str = "10.1.2.3:5000"
    server: str = "127.0.0.1:8000"


@dataclass
class Line:
    """What comes, and what was answered."""

    pieces: Sequence[bytes]
    stalls: bool = False
    answered: tuple[int, bytes] = (0, b"")
    heads: list[tuple[str, str]] = field(default_factory=list)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Piece by piece."""
        for piece in self.pieces:
            yield piece
        await asyncio.sleep(60 if self.stalls else 0)

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Keep the answer."""
        self.answered, self.heads = (status, body), headers


def echo(environ: Environ, start: Callable[..., None]) -> list[bytes]:
    """Answer with what came, or why nothing did."""
    start(f"{environ.get(REFUSED, 200)} Said", [("X-Length", environ.get("CONTENT_LENGTH", ""))])
    return [environ["wsgi.input"].read()]


def in_a_loop_of_its_own(work: Coroutine[Any, Any, None]) -> None:
    """Do it in another thread: in this one the browser's loop may be running since an earlier test."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(asyncio.run, work).result()


def send(
    *pieces: bytes, heads: Sequence[tuple[str, str]], trusted: bool = False, stalls: bool = False
) -> Line:
    """Send a request through a door; `trusted` may send files."""
    line = Line(pieces, stalls=stalls)
    door = Door(echo, may_send_files=lambda _environ: trusted, small=SMALL, large=LARGE)
    in_a_loop_of_its_own(door.__rsgi__(Asked(Heads(heads)), line))
    return line


@pytest.mark.parametrize(
    ("size", "trusted", "status"),
    [
        pytest.param(SMALL, False, 200, id="anybody-the-words-of-a-form"),
        pytest.param(SMALL + 1, False, 413, id="nobody-known-no-file"),
        pytest.param(LARGE, True, 200, id="who-may-a-file"),
        pytest.param(LARGE + 1, True, 413, id="nobody-more"),
    ],
)
@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in-pieces"])
def test_how_much_may_come_depends_on_who_sends(
    size: int, trusted: bool, status: int, announced: bool
) -> None:
    """A stranger cannot fill the disk, whether the length is said before or not."""
    heads = ("content-length", str(size)) if announced else ("transfer-encoding", "chunked")
    assert send(b"x" * size, heads=[heads], trusted=trusted).answered[0] == status


def test_what_comes_is_handed_on_whole() -> None:
    """In order, with its length also where nobody said it."""
    line = send(b"ab", b"cd", heads=[("transfer-encoding", "chunked")])
    assert (line.answered, line.heads) == ((200, b"abcd"), [("X-Length", "4")])


def test_what_breaks_off_reaches_no_page() -> None:
    """Half a form would do half of what was meant."""
    assert send(b"abc", heads=[("content-length", "9")]).answered == (400, b"")


def test_who_stops_in_the_middle_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread waits for a sender, and the line is not held for ever."""
    monkeypatch.setattr(doors, "PAUSE", 0.01)
    assert send(b"abc", heads=[("content-length", "9")], stalls=True).answered == (408, b"")


def test_files_that_take_long_hold_no_page_up() -> None:
    """However many are read and made, pages have threads of their own."""
    done, lines = Event(), [Line([]) for _number in range(9)]

    def answer(environ: Environ, start: Callable[..., None]) -> list[bytes]:
        waits = environ["PATH_INFO"] != "/" and not done.wait(timeout=60)
        start("500 Late" if waits else "200 OK", [])
        return []

    door = Door(answer, may_send_files=lambda _environ: False, small=SMALL, large=LARGE)
    files = [Asked(Heads([("content-type", "multipart/form-data; boundary=b")]), path="/las-in/")] * 4
    files += [Asked(Heads([]), method="GET", path="/plan.xlsx")] * 4

    async def go() -> None:
        slow = [asyncio.create_task(door.__rsgi__(*pair)) for pair in zip(files, lines, strict=False)]
        await door.__rsgi__(Asked(Heads([]), method="GET", path="/"), lines[-1])
        done.set()
        await asyncio.gather(*slow)

    in_a_loop_of_its_own(go())
    assert [line.answered[0] for line in lines] == [200] * 9


def test_header_with_underscore_is_left_out() -> None:
    """It would pass for the one that the proxy has put there."""
    heads = Heads([("x-forwarded-proto", "http"), ("x_forwarded_proto", "https")])
    assert environ_of(Asked(heads))["HTTP_X_FORWARDED_PROTO"] == "http"


def test_heads_become_what_django_takes() -> None:
    """Cookies that came apart are joined, an address is UTF-8 in Latin-1, the sender has no port."""
    environ = environ_of(Asked(Heads([("cookie", "a=b"), ("cookie", "c=d"), ("content-type", "text/plain")])))
    shown = [environ[name] for name in ("HTTP_COOKIE", "CONTENT_TYPE", "PATH_INFO", "REMOTE_ADDR")]
    assert shown == ["a=b; c=d", "text/plain", "/mÃ¶ten/", "10.1.2.3"]
