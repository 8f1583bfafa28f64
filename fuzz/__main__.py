"""Put made-up bytes to a reader.

`python -m fuzz` names the targets, `python -m fuzz TARGET SECONDS` fuzzes one, and
`python -m fuzz TARGET FILE` puts one file to it. In `var/fuzz` lie the inputs that add coverage and
those that break a promise, take over ten seconds or over two gigabytes.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import atheris

SECONDS_EACH, MEGABYTES = 10, 2_000
FOUND = Path(__file__).parents[1] / "var" / "fuzz"

with atheris.instrument_imports(include=["samsyn"]):
    from fuzz.targets import TARGETS, Target, seeds_of

    import samsyn.minutes.reader
    import samsyn.reading.formats.docx
    import samsyn.reading.formats.html
    import samsyn.reading.formats.mail
    import samsyn.reading.formats.markdown
    import samsyn.reading.formats.odt
    import samsyn.reading.formats.pdf.taking
    import samsyn.reading.formats.plain
    import samsyn.reading.formats.saved_pages  # noqa: F401 - so that all of it is instrumented


def fuzz(target: Target, name: str, seconds: int) -> None:
    """Fuzz until the time is up or something is found."""
    corpus = FOUND / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(target, name):
        (corpus / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    options = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={seconds}",
        f"-max_len={target.longest}",
        f"-timeout={SECONDS_EACH}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-artifact_prefix={FOUND}/{name}-",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    change = target.change
    mutators = {}
    if change is not None:
        mutators["custom_mutator"] = lambda content, size, seed: change(
            content, size, seed, mutate=atheris.Mutate
        )
    atheris.Setup(options, target.run, **mutators)
    atheris.Fuzz()


def main(arguments: list[str]) -> None:
    """Name the targets, fuzz one, or put a file to one."""
    if not arguments:
        print(" ".join(TARGETS))  # noqa: T201 - for the shell
        return
    name, what = arguments
    if what.isdigit():
        fuzz(TARGETS[name], name, int(what))
    else:
        TARGETS[name].run(Path(what).read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
