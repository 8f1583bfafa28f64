"""What is the same as what: keys for comparing names, and which names are near each other.

Pure: it knows no database. A sure match is the same key; whatever is less sure becomes a
suggestion, and a person answers it.
"""

from samsyn.register.recognition.keys import (
    body_key,
    is_common_name,
    is_head_word,
    person_key,
    plain,
    without_genitive,
)
from samsyn.register.recognition.names import are_near, lengthened, near_names
from samsyn.register.recognition.organisations import KnownOrganisation, recognise, without_shouting

__all__ = [
    "KnownOrganisation",
    "are_near",
    "body_key",
    "is_common_name",
    "is_head_word",
    "lengthened",
    "near_names",
    "person_key",
    "plain",
    "recognise",
    "without_genitive",
    "without_shouting",
]
