"""Earned value stands on one basis in an answer: "at cost", said once, is said of every metric beside it."""

import re

from assistant.metrics.catalogue import METRICS
from assistant.metrics.words_of_the_end import AT_COST
from assistant.planning.guarded import Guarded

_SAID = r"(?:at cost|(?:(?:on|at) (?:the |a )?)?cost basis|cost[- ]based)"
_BASIS = Guarded(rf"[ ,]*\(?\b{_SAID}\b\)?", re.IGNORECASE)
_OTHERWISE = Guarded(r"\b(?:at|on|by) (?:the |a )?price\b|\bprice basis\b", re.IGNORECASE)
_NO_ABBREVIATION = "etc"
_WORDS = sorted(
    {
        *(name.replace("_", " ") for name in AT_COST),
        *(one.strip() for said in AT_COST.values() for one in said.split("|")),
    }
    - {_NO_ABBREVIATION},
    key=len,
    reverse=True,
)
_METRIC = Guarded(rf"\b(?:{'|'.join(map(re.escape, _WORDS))})\b", re.IGNORECASE)

_TITLES = tuple(METRICS[f"{name}_at_cost"].title.casefold() for name in AT_COST if f"{name}_at_cost" in METRICS)
"""A metric asked for by its whole title has its basis in it."""


def on_one_basis(text: str) -> str:
    """As in "cpi and spi at cost": "cpi at cost and spi at cost"; a question that says both bases stays as it is."""
    if (
        not _BASIS.search(text)
        or any(one in text.casefold() for one in _TITLES)
        or _OTHERWISE.search(text)
        or not _METRIC.search(text)
    ):
        return text
    return _METRIC.sub(lambda found: f"{found.group()} at cost", _BASIS.sub("", text))
