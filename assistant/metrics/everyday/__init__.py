"""How each metric is asked for in everyday words: examples from which the metric meant by other words is found.

They are no synonyms: nothing is planned by one of them, they only say in which direction a metric lies. They speak of
"the client", "the project", "the person", where a question names one, and of no period. One file per thing counted: the
name of a metric, and below it, set in, what people say for it; the files `outside*.txt` are what people also ask and
nothing here measures. After a change: `python -m benchmarks.paraphrases --learn`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

OUTSIDE = "outside"


@cache
def everyday() -> Mapping[str, tuple[str, ...]]:
    """By metric, questions as people ask them."""
    said: dict[str, list[str]] = {}
    for line in _lines(OUTSIDE, only=False):
        if line.startswith(" "):
            said[next(reversed(said))].append(line.strip())
        else:
            said[line] = []
    return {metric: tuple(phrases) for metric, phrases in said.items()}


def not_measured() -> tuple[str, ...]:
    """What people also ask, and nothing here measures: what lies nearest to one of these is no metric."""
    return tuple(_lines(OUTSIDE, only=True))


def _lines(name: str, *, only: bool) -> Iterator[str]:
    """The lines of the files whose names begin so, or of all the others."""
    folder = sorted(files(__package__).iterdir(), key=lambda one: one.name)
    for file in folder:
        if file.name.endswith(".txt") and file.name.startswith(name) is only:
            yield from (line for line in file.read_text(encoding="utf-8").splitlines() if line)
