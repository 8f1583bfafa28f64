"""`samsyn send-mail`: send what waits in the outbox."""

from __future__ import annotations

from samsyn.cli.parsing import Parser
from samsyn.cli.register import Stopped, explained, open_register


def run(arguments: list[str]) -> int:
    """Send letters whose time has come; the status is 1 where some could not be sent."""
    Parser(prog="samsyn send-mail", description="Skicka det som väntar i utkorgen.").parse_args(arguments)
    with explained():
        open_register()
        from samsyn.mail.service import is_server_set, send_waiting

        if not is_server_set():
            raise Stopped("Ingen e-postserver är inställd: ange den i SAMSYN_SMTP_HOST.")
        sent = send_waiting()
    print(f"Skickade: {sent.n_sent}. Prövas igen: {sent.n_waiting}. Kom inte fram: {sent.n_undelivered}.")
    return 1 if sent.n_waiting or sent.n_undelivered else 0
