"""The server's door: what a request brings is taken in whole, within bounds, before a thread answers it.

A handful of threads answer the pages. Were they to wait for what somebody sends byte by byte, a handful of
such requests would hold the server for everybody.
"""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    Environ = dict[str, Any]

THREADS, SLOW_THREADS = 4, 2
FILES = (".csv", ".docx", ".pdf", ".xlsx")  # what addresses of files that are made end with
PAUSE = 20.0  # seconds without a byte
SLOWEST = 20_000  # bytes a second, beside one PAUSE to begin with
IN_MEMORY = 65_536  # bytes of one request; the rest waits in a file
TOO_SLOW, TOO_MUCH, BROKEN_OFF = 408, 413, 400
REFUSED = "samsyn.refused"  # what a request brought was not taken in; the status to answer


class Refused(Exception):
    """What a request brings is not taken in."""

    def __init__(self, status: int) -> None:
        """Keep the status to answer."""
        super().__init__(status)
        self.status = status


class Headers(Protocol):
    """The heads of a request, in small letters."""

    def items(self) -> Iterable[tuple[str, str]]: ...


class Scope(Protocol):
    """A request as the server gives it, but for what it brings."""

    method: str
    path: str
    query_string: str
    scheme: str
    http_version: str
    client: str
    server: str
    headers: Headers


class Exchange(Protocol):
    """What a request brings, and the way to answer it."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...
    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None: ...


class Door:
    """An application for the server, in front of Django's."""

    def __init__(
        self,
        answer: Callable[..., Iterable[bytes]],
        *,
        may_send_files: Callable[[Environ], bool],
        small: int,
        large: int,
    ) -> None:
        """Open the door.

        Args:
            answer: Django's application.
            may_send_files: Whether somebody may send files where a request goes, by its heads alone.
            small: Bytes that anybody may send.
            large: Bytes that a request with files may bring.
        """
        self.answer, self.may_send_files = answer, may_send_files
        self.small, self.large = small, large
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="page")
        self.slow_threads = ThreadPoolExecutor(SLOW_THREADS, thread_name_prefix="file")

    async def __rsgi__(self, scope: Scope, exchange: Exchange) -> None:
        """Take in a request, and answer it."""
        environ = environ_of(scope)
        with SpooledTemporaryFile(IN_MEMORY) as body:
            environ["wsgi.input"] = body
            try:
                await self._take_in(exchange, environ, body)
            except Refused as refused:
                environ |= {REFUSED: refused.status, "CONTENT_LENGTH": "0", "wsgi.input": BytesIO()}
            threads = self.slow_threads if takes_long(environ) else self.threads
            loop = asyncio.get_running_loop()
            status, headers, words = await loop.run_in_executor(threads, _answer, self.answer, environ)
        exchange.response_bytes(status, headers, words)

    async def _take_in(self, exchange: Exchange, environ: Environ, body: IO[bytes]) -> None:
        """Write what a request brings into `body`.

        Raises:
            Refused: It is too much for whoever sends it, comes too slowly, or breaks off.
        """
        announced = environ.get("CONTENT_LENGTH", "")
        if announced == "0" or (not announced and "HTTP_TRANSFER_ENCODING" not in environ):
            return
        # How much comes in pieces is known at their end only.
        size = int(announced) if announced else self.large
        if size > self.large:
            raise Refused(TOO_MUCH)
        most = self.small
        if size > self.small and await self._may_send_files(environ):
            most = self.large
        if announced and size > most:
            raise Refused(TOO_MUCH)
        try:
            taken = await _copy(exchange, body, most=most, seconds=PAUSE + min(size, most) / SLOWEST)
        except TimeoutError as error:
            raise Refused(TOO_SLOW) from error
        if announced and taken != size:
            raise Refused(BROKEN_OFF)
        environ["CONTENT_LENGTH"] = str(taken)

    async def _may_send_files(self, environ: Environ) -> bool:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, self.may_send_files, environ)


def takes_long(environ: Environ) -> bool:
    """Whether files are read or made, which may take minutes: threads of their own do it; pages go on."""
    address: str = environ["PATH_INFO"]
    kind: str = environ.get("CONTENT_TYPE", "")
    return address.endswith(FILES) or kind.lower().startswith("multipart/form-data")


async def _copy(exchange: Exchange, body: IO[bytes], *, most: int, seconds: float) -> int:
    """Copy what comes; gives its bytes.

    Raises:
        Refused: It is more than may come.
        TimeoutError: Nothing came for a while, or all of it took too long.
    """
    clock, taken = asyncio.get_running_loop().time, 0
    last = clock() + seconds
    async with asyncio.timeout(PAUSE) as limit:
        async for piece in exchange:
            limit.reschedule(min(last, clock() + PAUSE))
            taken += len(piece)
            if taken > most:
                raise Refused(TOO_MUCH)
            body.write(piece)
    body.seek(0)
    return taken


def environ_of(scope: Scope) -> Environ:
    """A request's heads as Django takes them.

    A name with an underscore is left out: it would pass for the one with a hyphen, which the proxy in front
    of the server has put there.
    """
    host, _, port = scope.server.rpartition(":")
    environ: Environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        if "_" not in name:
            _add(environ, name.upper().replace("-", "_"), value)
    return environ


def _add(environ: Environ, name: str, value: str) -> None:
    key = name if name in {"CONTENT_LENGTH", "CONTENT_TYPE"} else f"HTTP_{name}"
    between = "; " if name == "COOKIE" else ","
    environ[key] = f"{environ[key]}{between}{value}" if key in environ else value


def _answer(
    answer: Callable[..., Iterable[bytes]], environ: Environ
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Django's answer: status, heads, and all of its words."""
    told: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], _fault: object = None) -> None:
        told[:] = [int(status.split(" ", 1)[0]), headers]

    response = answer(environ, start)
    try:
        words = b"".join(response)
    finally:
        close: Callable[[], None] | None = getattr(response, "close", None)
        if close is not None:
            close()
    status, headers = told
    return status, headers, words
