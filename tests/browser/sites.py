"""Pages as a browser shows them: opened at a width, in light or dark, with or without script."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

HEIGHT = 900
PATIENCE = 60_000  # milliseconds that something may take to show on a busy machine
PHONE, FINGER = 390, 44  # CSS pixels: a narrow window, and how high what a finger presses is at least
PRESSED = (
    "button:not([aria-hidden]), a.button, summary, input:not([type=hidden]), select, textarea, .chip,"
    " [role=button]"
)
LOW = """([pressed, finger]) => [...document.querySelectorAll(pressed)].filter((one) => {
  const label = ["checkbox", "radio"].includes(one.type) && (one.closest("label") || one.labels[0]);
  const box = (label || one).getBoundingClientRect();
  return one.checkVisibility({visibilityProperty: true}) && box.width > 1 && box.height < finger;
}).map((one) => `low: ${one.outerHTML.slice(0, 160)}`)"""
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
# A theme is colours alone (tests/project/test_pages.py): what else axe looks for it finds in light as well.
BY_COLOUR = ["color-contrast", "link-in-text-block"]
COLOURS = {**OPTIONS, "runOnly": {"type": "rule", "values": BY_COLOUR}}
# What passes is a hundred times as much, and takes longer to send from the browser than to find.
RUN = """async (options) => (await axe.run(options)).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`))"""
AXE = Axe()
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass(slots=True)
class Site:
    """A live server, and somebody signed in.

    Attributes:
        complaints: What the browser's console has said of errors and refused scripts.
    """

    browser: Browser
    address: str
    session: str
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str, *, width: int = 1440, signed_in: bool = True, **options: Any) -> Page:
        """A page in a window of its own.

        Args:
            path: From the root.
            width: Of the window, in CSS pixels.
            signed_in: False for a stranger.
            options: As Playwright's `new_context` takes them ("color_scheme", "java_script_enabled").
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": HEIGHT}, locale="sv-SE", reduced_motion="reduce", **options
        )
        self.contexts.append(context)
        if signed_in:
            context.add_cookies([{"name": "sessionid", "value": self.session, "url": self.address}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.goto(self.address + path)
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self.contexts:
            context.close()


def findings(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """What axe finds wrong: rule and element."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.axe_script)
    found: list[str] = page.evaluate(RUN, options)
    return found


def low(page: Page) -> list[str]:
    """What is pressed and lower than a finger needs; links within text are as high as it."""
    found: list[str] = page.evaluate(LOW, [PRESSED, FINGER])
    return found


def findings_at(page: Page, widths: tuple[int, ...], *, name: str) -> list[str]:
    """What axe finds at several widths, in light and in dark, and what is too low for a finger.

    Leaves pictures in the folder that SAMSYN_SHOTS names.
    """
    found = []
    for width, scheme in product(widths, SCHEMES):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.fonts.ready")
        told = findings(page) if scheme == "light" else findings(page, COLOURS)
        told += low(page) if width <= PHONE and scheme == "light" else ()
        found += [f"{width} {scheme}: {one}" for one in told]
        take_picture(page, f"{name}-{scheme}-{width}")
    return found


def take_picture(page: Page, name: str) -> None:
    """The whole page, where pictures are asked for."""
    folder = os.environ.get("SAMSYN_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def lit_words(page: Page) -> str:
    """The words in the notes that are lit."""
    return "".join(page.locator(".said.lit").all_text_contents())
