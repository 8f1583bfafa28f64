"""Takes the pictures of the user guide; run by `make guide`, and by nobody else.

They are small WebP files beside the style sheets, of the pages as the accessibility tests fill them.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from tests.browser.test_accessibility import filled
from tests.project.files import SOURCE

if TYPE_CHECKING:
    from tests.browser.sites import Site

FOLDER = SOURCE / "web" / "static" / "web" / "guide"
PICTURES = {
    "laget": "laget",
    "las-in": "las-in",
    "granska": "mote",
    "fardigstall": "fardigstall",
    "skriva": "skriv-ett",
    "beslut": "beslut",
    "sok": "sok",
    "organ": "organ-ett",
    "skydd": "skydd",
    "historik": "historik-mote",
    "roll": "anvandare-ny",
    "mitt-konto": "mitt-konto",
}  # the picture's name, and the page's among those of the accessibility tests


@pytest.mark.browser
@pytest.mark.parametrize("name", PICTURES)
def test_take(site: Site, name: str) -> None:
    """A window of 1200 by 750, in light."""
    page = site.open(filled(PICTURES[name]), width=1200, color_scheme="light")
    page.set_viewport_size({"width": 1200, "height": 750})
    page.evaluate("document.fonts.ready")
    taken = Image.open(BytesIO(page.screenshot()))
    taken.save(FOLDER / f"{name}.webp", quality=60, method=6)
    assert (FOLDER / f"{name}.webp").stat().st_size < 80_000
