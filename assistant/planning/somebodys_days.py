"""Somebody's days without a measure: "Ben's week", "my schedule tomorrow", "the Design team's calendar next month".

What has been is told by the hours worked, what is to come by the hours booked, and days that run by both.
"""

from dataclasses import replace

from assistant.planning.dates import find_periods
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Named, Parts, Stretch, Wanted
from assistant.planning.words import Role

UNITS = {"week": "this week", "day": "today", "month": "this month"}
PLANS = frozenset({"schedule", "calendar", "agenda", "diary"})
TOLD_BY = "Told is what was worked so far and what is booked: name a measure to be told by that."
ROWS = {"person": "project", "team": "person"}
"""By what the days of these are told."""

SEVERAL = 2

BLOCKING = (Role.UNMEASURED, Role.AMBIGUOUS, Role.WHY, Role.WHAT_IF, Role.ORDER, Role.MEANING, Role.HE, Role.COMPARE)


def told(piece: Parts, here: Here) -> tuple[Parts, str]:
    """The piece with what is told of somebody's days, and what the answer says of that; any other as it is."""
    nouns = [one for one in piece.unknown if here.text[slice(*one.span)].casefold() in (*UNITS, *PLANS)]
    others = piece.wanted or piece.groupings or piece.bounds or piece.rankings or piece.mark(*BLOCKING)
    if others or len(piece.unknown) != 1 or not nouns:
        return piece, ""
    [noun] = nouns
    row = ROWS.get(_whose(piece), "")
    is_unit = noun.text.casefold() in UNITS
    if not row or not _is_owned(here.text[: noun.span[0]]) or (is_unit and piece.stretches) or piece.relatives:
        return piece, ""
    said = find_periods(UNITS.get(noun.text.casefold(), UNITS["week"]), here.today, here.calendar)
    stretches = piece.stretches or (Stretch(noun.at, said[0]),)
    wanted = tuple(Wanted(noun.at, one, one.replace("_", " ")) for one in _measures(stretches[0], here))
    rows = (Grouping(noun.at, (row if len(piece.named) < SEVERAL else "person",)),)
    made = replace(piece, wanted=wanted, groupings=rows, stretches=stretches, unknown=())
    return (made, TOLD_BY) if wanted else (piece, "")


def _measures(stretch: Stretch, here: Here) -> list[str]:
    """What tells of days: those worked before today, those booked from today on."""
    period, today = stretch.found.period, here.knows_until
    known = ["tracked_hours"] if period.start is None or period.start <= today else []
    known += ["scheduled_hours"] if period.end >= today else []
    return [one for one in known if one in here.vocabulary.askable]


def _whose(piece: Parts) -> str:
    """Whether the days are somebody's or a team's; blank where they are of something else, or of several kinds."""
    kinds = [{one.dimension} if one.dimension else _can_be(one) for one in piece.named]
    mine = [one for one in piece.marks if one.role in (Role.ME, Role.MY)]
    kinds += [{"team" if one.value == "team" else "person" if one.role is Role.ME else ""} for one in mine]
    if not kinds or any(one.negated for one in piece.named):
        return ""
    return next((one for one in ROWS if all(one in kind for kind in kinds)), "")


def _can_be(named: Named) -> set[str]:
    whole = {one.dimension for one in named.readings if one.is_whole}
    return whole or {one.dimension for one in named.readings}


def _is_owned(before: str) -> bool:
    """As in "Ben's week", "my schedule", "the Design team's calendar"; not "Ben by week", "hours of Ben a day"."""
    said = before.rstrip().casefold()
    return said.endswith(("'s", "\u2019s", "s'", "s\u2019")) or said.split()[-1:] == ["my"]
