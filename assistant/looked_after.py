"""Answers from the list of data health where a question is about what is wrong or missing in the data itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.health.check import check
from assistant.health.finding import Finding
from assistant.outcome import Ended, ToLookAfter
from assistant.permissions.view import View
from assistant.query import Plan

MOST_TOLD = 5
ALL_OF_IT = "The whole list: reckon check, or the page “What is missing”."


def look_after(planned: Plan | Ended, view: View, today: date) -> Plan | Ended:
    """What was planned, with the findings asked about in the words of the list; all else as it is."""
    if not isinstance(planned, ToLookAfter):
        return planned
    found = [one for one in check(view, today) if not planned.findings or one.kind.value in planned.findings]
    return replace(planned, text=_said(planned.about, found))


def _said(about: str, found: Sequence[Finding]) -> str:
    """As in "Data health, people without a cost rate: 2 findings. …"; most first, as on the list."""
    lead = f"Data health, {about}" if about else "Data health"
    if not found:
        return f"{lead}: nothing found in what you may see. {ALL_OF_IT}"
    several = "1 finding" if len(found) == 1 else f"{len(found)} findings"
    told = " ".join(f"({number}) {_sentence(one)}" for number, one in enumerate(found[:MOST_TOLD], 1))
    more = f" And {len(found) - MOST_TOLD} more." if len(found) > MOST_TOLD else ""
    return f"{lead}: {several}. {told}{more} {ALL_OF_IT}"


def _sentence(one: Finding) -> str:
    return one.sentence if one.sentence.endswith((".", "!", "?")) else f"{one.sentence}."
