"""What was said and written about the work: the stories of the demo, in people's words, as files."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable


def notes() -> Iterator[tuple[str, bytes]]:
    """Every note: its path beneath the folder of notes, and what stands in it."""
    return _beneath(files("ingest.demo").joinpath("notes_written"), "")


def _beneath(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            yield from _beneath(one, f"{path}{one.name}/")
        else:
            yield path + one.name, one.read_bytes()
