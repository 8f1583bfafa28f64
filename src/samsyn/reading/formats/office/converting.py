"""LibreOffice at work on one file, in a folder of its own that is thrown away afterwards."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from samsyn.reading.errors import DamagedFile, HostileFile, UnreadableFile
from samsyn.reading.formats import FORMATS

if TYPE_CHECKING:
    from samsyn.reading.limits import Limits

PROGRAMS = ("soffice", "libreoffice")
# Named outright, so that no other of its many import filters is reached.
FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format"}
# No macros, no links that are followed, and a web that ends at a closed door of this machine.
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def convert_to_word(content: bytes, *, name: str, limits: Limits, format_name: str) -> bytes:
    """A Word file of today's form with what a file of an older form holds.

    Raises:
        DamagedFile: LibreOffice cannot open it.
        HostileFile: It takes too long.
        UnreadableFile: LibreOffice is not installed.
    """
    program = find_program()
    if program is None:
        raise UnreadableFile(
            name,
            f"är {FORMATS[format_name].title}, och LibreOffice som behövs för att läsa sådana saknas här",
            "installera LibreOffice, eller spara anteckningarna som Word (.docx) och välj den filen",
        )
    with TemporaryDirectory(prefix="samsyn-") as folder:
        source = Path(folder, f"notes.{format_name}")
        source.write_bytes(content)
        _write_settings(Path(folder, "profile"))
        _run(program, source, name=name, limits=limits, filter_name=FILTERS[format_name])
        target = source.with_suffix(".docx")
        if not target.is_file():
            raise DamagedFile(name, title=FORMATS[format_name].title)
        return target.read_bytes()


def find_program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return next((found for program in PROGRAMS if (found := shutil.which(program))), None)


def _write_settings(profile: Path) -> None:
    """Settings that a fresh profile starts with."""
    rows = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{prop}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, prop, value in SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    user.joinpath("registrymodifications.xcu").write_text(
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{rows}</oor:items>', encoding="utf-8"
    )


def _run(program: str, source: Path, *, name: str, limits: Limits, filter_name: str) -> None:
    """Let it write a Word file beside the source; it answers with success whether it did or not."""
    folder = source.parent
    process = subprocess.Popen(  # noqa: S603 - the program was found by its name, the file is named by us
        [
            *(program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
            f"-env:UserInstallation={folder.joinpath('profile').as_uri()}",
            *(f"--infilter={filter_name}", "--convert-to", "docx", "--outdir", str(folder), str(source)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ.get("PATH", os.defpath)},
        start_new_session=True,
    )
    try:
        _bound(process.pid, limits)
        process.wait(limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise HostileFile(name, trouble="tar för lång tid att läsa") from error
    finally:
        # It is a shell script that starts others: all of them belong to its session.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _bound(process: int, limits: Limits) -> None:
    """Limits that hold for the process and all that it starts."""
    with suppress(ProcessLookupError):  # it may have ended already
        resource.prlimit(process, resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.prlimit(process, resource.RLIMIT_FSIZE, (limits.unpacked, limits.unpacked))
        resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))
