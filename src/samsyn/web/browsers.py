"""What a browser is, in words that its owner knows it by."""

from __future__ import annotations

# In order: most call themselves by the names of others too.
BROWSERS = (
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def browser_name(said: str) -> str:
    """A browser and its system ("Firefox, Windows"); empty where neither is known.

    Args:
        said: What the browser calls itself (the header User-Agent).
    """
    found = [next((name for sign, name in table if sign in said), "") for table in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in found if name)
