"""A secretary who looks a meeting through by keys alone, and how many keys that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What is chosen: a question, a row that waits, one of several from an organisation, or nothing.
CHOSEN = """() => {
  const here = document.activeElement;
  if (here.closest('.question')) return 'question';
  const row = here.closest('.row[data-open]');
  if (!row || !here.matches('summary')) return '';
  return row.closest('.group')?.querySelector('.group-head button') ? 'group' : 'row';
}"""
STANDS = """() => JSON.stringify([
  document.querySelectorAll('.question').length,
  document.querySelectorAll('.row[data-open]').length,
  document.activeElement.closest('.row')?.id ?? '',
])"""
KEYS = {"question": "Enter", "row": "Enter", "group": "g", "": "n"}


def review_by_keys(page: Page, *, most: int = 400) -> int:
    """Answer every doubt with its first answer, and confirm all that was read.

    Args:
        page: A meeting's page, just opened.
        most: Keys after which to give up.

    Returns:
        How many keys were pressed.
    """
    for pressed in range(most):
        stands: str = page.evaluate(STANDS)
        if stands.startswith("[0,0,"):
            return pressed
        key = KEYS[page.evaluate(CHOSEN)]
        page.keyboard.press(key)
        page.wait_for_function(f"before => ({STANDS})() !== before", arg=stands)
        let_settle(page)
    return most


def let_settle(page: Page) -> Any:
    """Wait until what was asked for is in place and the next row has the focus."""
    return page.wait_for_function("() => document.querySelector('.htmx-request, .htmx-settling') === null")
