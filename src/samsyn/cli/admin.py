"""`samsyn admin`: the administrators' accounts."""

from __future__ import annotations

from samsyn.cli.parsing import Parser
from samsyn.cli.register import Stopped, explained, open_register


def run(arguments: list[str]) -> int:
    """Give an administrator a new password."""
    parser = Parser(prog="samsyn admin", description="Sköt administratörens konto.")
    parser.add_argument("act", choices=["reset-password"], metavar="reset-password",
                        help="gör ett nytt lösenord, visa det en gång och ta bort andra steget")  # fmt: skip
    parser.add_argument(
        "--email", default="", metavar="ADRESS", help="vems, om det finns flera administratörer"
    )
    email: str = parser.parse_args(arguments).email
    with explained():
        open_register()
        print(_reset(email))
    return 0


def _reset(email: str) -> str:
    """Reset the password of the administrator meant, and take away what else sign-in asks for."""
    from samsyn.accounts.service import User, remove_second_step, reset_password

    administrators = User.objects.filter(is_administrator=True, is_active=True).order_by("email")
    meant = administrators.filter(email=email.strip().lower()) if email else administrators
    if meant.count() != 1:
        addresses = ", ".join(administrators.values_list("email", flat=True)) or "ingen"
        raise Stopped(f"Skriv vem det gäller med --email. Administratörer: {addresses}.")
    user = meant.get()
    sign_in = f"Logga in som {user.email} med lösenordet {reset_password(user)} (visas bara nu)."
    return f"{sign_in} Andra steget är borttaget." if remove_second_step(user) else sign_in
