"""The template environment: Swedish filters, translation, and what every template may call."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language, gettext, ngettext, pgettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from samsyn.register.service import cut_text, suggest_cut
from samsyn.web import swedish, words
from samsyn.web.editors import editor_fields
from samsyn.web.plan_words import shade, tell_steps
from samsyn.web.reasons import tell_reasons

PERCENT = "%"
FILTERS = {
    "json": json.dumps,
    "day": swedish.day,
    "weekday": swedish.weekday,
    "short_weekday": swedish.short_weekday,
    "month_word": swedish.month,
    "short_day": swedish.short_day,
    "day_before": swedish.day_before,
    "clock": swedish.clock,
    "moment": swedish.moment,
    "number": swedish.number,
    "in_words": swedish.in_words,
    "joined": swedish.joined,
}


def environment(**options: Any) -> Environment:
    """Make the environment; a misspelt name in a template is an error and not an empty text."""
    given = {name: value for name, value in options.items() if name not in {"autoescape", "undefined"}}
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, **given
    )
    made.add_extension("jinja2.ext.i18n")
    # The extension installs this when it is added; its stubs do not say so.
    made.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    made.filters.update(FILTERS)
    made.globals.update(
        _=_say,
        static=static,
        url=_url,
        editor_fields=editor_fields,
        suggest_cut=suggest_cut,
        cut_text=cut_text,
        words=words,
        period=swedish.period,
        late_by=swedish.late_by,
        shade=shade,
        tell_steps=tell_steps,
        tell_reasons=tell_reasons,
        get_messages=get_messages,
    )
    return made


def _say(text: str, **filled: object) -> Markup:
    """A text in the language in use; a page says some of its texts hundreds of times."""
    said = _said(text, get_language())
    return said % filled if PERCENT in said else said


@lru_cache(4096)
def _said(text: str, _language: str | None) -> Markup:
    return Markup(gettext(text))  # noqa: S704 - what translators write, as the extension takes it


def _url(name: str, *args: object, **query: object) -> str:
    """The address of a page, with what is to stand after the question mark."""
    filled = {key: value for key, value in query.items() if value not in (None, "", [])}
    return reverse(name, args=args, query=filled) if filled else _address(name, args, get_script_prefix())


@lru_cache(4096)
def _address(name: str, args: tuple[object, ...], _prefix: str) -> str:
    return reverse(name, args=args)
