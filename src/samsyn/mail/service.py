"""The door to the mail room for other rooms."""

from samsyn.mail.actions.make_link import make_link, withdraw_links
from samsyn.mail.actions.queue_mail import queue_mail, queue_mail_of_links
from samsyn.mail.actions.send_trial import PURPOSE as TRIAL
from samsyn.mail.actions.send_trial import send_trial
from samsyn.mail.actions.send_waiting import Sent, send_waiting
from samsyn.mail.actions.steer_mail import hand_over_mail, send_again
from samsyn.mail.actions.use_link import use_link
from samsyn.mail.enclosures import register_finder
from samsyn.mail.errors import LinkUnusable, LinkUsed, MailError, MailRefused
from samsyn.mail.letters import LINK, mark_of
from samsyn.mail.links import find_link
from samsyn.mail.models import LetterLink, Link, OutgoingMail
from samsyn.mail.purposes import Purpose, purpose_of, register_purpose
from samsyn.mail.states import MailState
from samsyn.mail.transport import is_server_set
from samsyn.mail.veils import register_veil, veiled

__all__ = [
    "LINK",
    "TRIAL",
    "LetterLink",
    "Link",
    "LinkUnusable",
    "LinkUsed",
    "MailError",
    "MailRefused",
    "MailState",
    "OutgoingMail",
    "Purpose",
    "Sent",
    "find_link",
    "hand_over_mail",
    "is_server_set",
    "make_link",
    "mark_of",
    "purpose_of",
    "queue_mail",
    "queue_mail_of_links",
    "register_finder",
    "register_purpose",
    "register_veil",
    "send_again",
    "send_trial",
    "send_waiting",
    "use_link",
    "veiled",
    "withdraw_links",
]
