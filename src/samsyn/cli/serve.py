"""`samsyn serve`: start the server, and say where it is and how to sign in."""

from __future__ import annotations

# The codec of host names is looked up while a connection is opened. Were it loaded by the thread below while
# the server's processes are forked, they would wait for ever for the lock that the thread held.
import encodings.idna  # noqa: F401
import os
import shlex
import shutil
import socket
import sys
import threading
import time

from samsyn.cli.parsing import Parser
from samsyn.cli.register import Stopped, explained, open_register, prepare_django

MOST_READ = 50  # meetings whose notes are read for hand-overs before the server opens: a few seconds
LONGEST_HEAD = 15_000  # milliseconds for the heads of a request, and between two on the same line


def run(arguments: list[str]) -> int:
    """Serve until stopped."""
    with explained():
        prepare_django()
        from django.conf import settings

        parser = Parser(prog="samsyn serve", description="Starta servern och visa adressen.")
        parser.add_argument("--host", default=settings.SAMSYN_HOST, metavar="ADRESS",
                            help="adress att lyssna på (%(default)s)")  # fmt: skip
        parser.add_argument("--port", type=int, default=settings.SAMSYN_PORT, metavar="NUMMER",
                            help="port, 0 för en ledig (%(default)s)")  # fmt: skip
        chosen = parser.parse_args(arguments)
        open_register()
        port = _free_port(chosen.host, chosen.port)
        _catch_up()
        _serve(chosen.host, port, how_to_sign_in=_how_to_sign_in())
    return 0


def _catch_up() -> None:
    """Do what was left undone where a process died, as far as somebody can wait for it; say what is left."""
    from samsyn.matters.service import FEW, catch_up, catch_up_hand_overs
    from samsyn.plan.service import catch_up_plans

    catch_up_plans(at_most=MOST_READ)
    unread = catch_up_hand_overs(at_most=MOST_READ)
    left = max(unread, catch_up(at_most=FEW))
    if left:
        print(f"{left} möten har inte jämförts med de andra än: kör samsyn link.", flush=True)


def _free_port(host: str, port: int) -> int:
    """The port, or a free one for 0.

    Raises:
        Stopped: Somebody else has it, or the address is not this machine's.
    """
    try:
        with socket.create_server((host, port)) as trial:
            return int(trial.getsockname()[1])
    except (OSError, OverflowError) as error:
        raise Stopped(
            f"Adressen {host} med port {port} går inte att använda: "
            "välj en annan port med --port eller SAMSYN_PORT, eller 0 för en ledig."
        ) from error


def _how_to_sign_in() -> str:
    """Make the first administrator where there is none, and say how to sign in."""
    from samsyn.accounts.service import User, make_first_administrator

    given = os.environ.get("SAMSYN_ADMIN_PASSWORD", "")
    if given and not User.objects.exists():
        _require_strong(given)
    made = make_first_administrator(email=os.environ.get("SAMSYN_ADMIN_EMAIL", ""), password=given)
    if made is not None:
        user, password = made
        shown = "lösenordet i SAMSYN_ADMIN_PASSWORD" if given else f"lösenordet {password} (visas bara nu)"
        return f"Logga in som {user.email} med {shown}."
    administrator = User.objects.filter(is_administrator=True, is_active=True).order_by("id").first()
    sign_in = f"Logga in som {administrator.email}. " if administrator else ""
    return f"{sign_in}Nytt lösenord: {_reset_command()}"


def _require_strong(password: str) -> None:
    """Refuse a first password that could be guessed.

    Raises:
        Stopped: It is short, or one of the usual ones.
    """
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password)
    except ValidationError as error:
        raise Stopped(
            "Lösenordet i SAMSYN_ADMIN_PASSWORD är för lätt att gissa: "
            "välj minst 12 tecken och inget vanligt, eller låt Samsyn göra ett."
        ) from error


def _reset_command() -> str:
    """The command for a new password to this very register, ready to be pasted."""
    home = os.environ.get("SAMSYN_HOME", "")
    program = "samsyn" if shutil.which("samsyn") else sys.argv[0]
    place = f"SAMSYN_HOME={shlex.quote(home)} " if home else ""
    return f"{place}{shlex.quote(program)} admin reset-password"


def _serve(host: str, port: int, *, how_to_sign_in: str) -> None:
    """Serve until stopped; the address is shown once the port is open."""
    from django.db import connections
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    connections.close_all()  # the server's own processes open theirs
    server = Granian(
        "samsyn.conf.rsgi:door",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,  # what a proxy speaks; less for a stranger to try
        http1_settings=HTTP1Settings(header_read_timeout=LONGEST_HEAD),
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    words = f"Samsyn finns på http://{_dialled(host)}:{port}/ (avsluta med Ctrl+C)\n{how_to_sign_in}"
    threading.Thread(target=_announce, args=(_dialled(host), port, words), daemon=True).start()
    server.serve()


def _announce(host: str, port: int, words: str) -> None:
    """Print where the server is once it answers there: not before, since the password is shown only now."""
    for _ in range(600):
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            print(words, flush=True)
            return


def _dialled(host: str) -> str:
    """The address to go to, for a server that listens on all of the machine's."""
    return "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104 - only compared
