"""What signed links do, and the view that answers for each."""

from __future__ import annotations

from samsyn.mail.service import TRIAL, Purpose, register_purpose
from samsyn.matters.service import ANSWERING, STEERING
from samsyn.plan.service import ASSESSING
from samsyn.register.service import CHOOSE_PASSWORD, COMMENTING, OPEN_NOTES

VIEWS = "samsyn.web.views"
PURPOSES = (
    Purpose(
        TRIAL,
        "bekräftar att provbrevet kom fram",
        "Svara att brevet kom fram",
        once=True,
        view=f"{VIEWS}.links.confirm_trial",
    ),
    Purpose(
        OPEN_NOTES,
        "öppnar anteckningarna",
        "Öppna anteckningarna",
        once=False,
        view=f"{VIEWS}.links.open_notes",
    ),
    Purpose(
        CHOOSE_PASSWORD,
        "låter dig välja ett lösenord",
        "Välj lösenord",
        once=True,
        view=f"{VIEWS}.invitations.choose_password",
    ),
    Purpose(
        COMMENTING,
        "tar emot dina synpunkter på anteckningarna",
        "Läs och skriv synpunkter",
        once=False,
        view=f"{VIEWS}.comments.comment_notes",
    ),
    Purpose(
        ANSWERING,
        "tar emot ditt svar på hur åtgärden går",
        "Svara på hur det går",
        once=True,
        view=f"{VIEWS}.reminders.answer_action",
        used=f"{VIEWS}.reminders.tell_answer",
    ),
    Purpose(
        ASSESSING,
        "tar emot er bedömning av var ni står",
        "Säg var ni står",
        once=True,
        view=f"{VIEWS}.plan_asking.assess_by_link",
        used=f"{VIEWS}.plan_asking.tell_assessed",
        takes_files=True,
    ),
    Purpose(
        STEERING,
        "låter dig välja hur ofta du påminns",
        "Välj hur ofta",
        once=False,
        view=f"{VIEWS}.reminders.steer_reminders",
    ),
)


def register_purposes() -> None:
    """Make them known to the mail room, once the apps are loaded."""
    for purpose in PURPOSES:
        register_purpose(purpose)
