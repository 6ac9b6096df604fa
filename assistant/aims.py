"""What is aimed at: the target of a number that is kept for what was asked about, held beside the verified number.

A target is kept for a metric, a scope ("all", "team:Design", "client:Acme", by id or name) and some days. Of what is
asked about the nearest scope counts: its own; of a project its client's; and that of all, but for what adds up, where
the target of all is no target of a part, be it the part that somebody sees. Days must fit, too: what adds up over
time has the sum of the targets that fill the period exactly, day by day; everything else the one that is in force
from its first day to its last. Where none fits there is none: no part of a year's target is made up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from assistant.agency.calendar import bucket
from assistant.agency.periods import Period
from assistant.agency.units import NUMBER_SCALE
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Ended, NoData
from assistant.result import Aim, Key

if TYPE_CHECKING:
    from assistant.facts import Facts
    from assistant.query import Filter, Query
    from assistant.verification import Verified

COLUMNS = ("metric", "scope", "start_date", "end_date", "value")
ALL = "all"
SAME_AS = {"projected_revenue": "revenue", "confirmed_revenue": "revenue", "forecast_margin": "margin",
           "forecast_profit": "profit"}  # fmt: skip
"""Forecasts are held against the target of what they forecast."""

SURELY_PERCENT = 2
"""From here on a number is a percent where a share is meant: 45 is 45 %, as 0.45 is."""

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    """A row of the targets: for what, from when until when, how much, and where it stands."""

    scope: str
    first: date
    last: date
    value: Fraction
    place: str

    def covers(self, period: Period) -> bool:
        """Whether it is in force on all days of a period, or on the day of a state."""
        return self.first <= (period.start or period.end) and period.end <= self.last


def hold_against_targets(verified: "Verified", facts: "Facts") -> "Verified | Ended":
    """Add the target of every group and of all of it; where there is none, say what there is."""
    result = verified.result
    query = result.query
    metric = next(one for one in result.metrics if one.name == query.metrics[0])
    kept = kept_for(metric, facts)
    keys = [(), *(one.key for one in result.groups if one.key)]
    found = {key: aim for key in keys if (aim := _aim(metric, query, key, kept, facts)) is not None}
    if not found:
        return NoData(_none(metric, query, kept))
    return replace(verified, result=replace(result, aims=found))


def kept_for(metric: Metric, facts: "Facts") -> tuple[Kept, ...]:
    """The targets of a metric that the asker sees, the earliest first."""
    wanted = SAME_AS.get(metric.name, metric.name)
    rows = [one for one in facts.authorised.view.rows("targets", COLUMNS).to_pylist() if one["metric"] == wanted]
    found = [
        Kept(
            str(one["scope"]).replace(": ", ":").strip().casefold(),
            one["start_date"] or date.min,
            one["end_date"] or date.max,
            _in_unit(metric, Fraction(one["value"], NUMBER_SCALE)),
            f"{one['_file']} row {one['_row']}",
        )
        for one in rows
        if one["value"] is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.place)))


def _in_unit(metric: Metric, value: Fraction) -> Fraction:
    return value / 100 if metric.unit is Unit.PERCENT and abs(value) >= SURELY_PERCENT else value


def _aim(metric: Metric, query: "Query", key: Key, kept: Sequence[Kept], facts: "Facts") -> Aim | None:
    """The target of one group, of the nearest scope that has one for its days."""
    parts = dict(zip(query.by, key, strict=False))
    period = _period_of({name: part for name, part in parts.items() if name in TIME}, query, facts)
    for scope in _scopes(metric, {name: part for name, part in parts.items() if name not in TIME}, query.where, facts):
        mine = [one for one in kept if one.scope in scope]
        found = _added_up(mine, period) if _adds_up(metric) else [one for one in mine if one.covers(period)][-1:]
        if found:
            return Aim(sum((one.value for one in found), Fraction(0)), tuple(one.place for one in found))
    return None


def _adds_up(metric: Metric) -> bool:
    return metric.kind is Kind.SUM and metric.timing is Timing.FLOW


def _added_up(mine: Sequence[Kept], period: Period) -> list[Kept]:
    """The targets that fill a period exactly, one after the other; a single one before several."""
    whole = [one for one in mine if (one.first, one.last) == (period.start, period.end)]
    if whole or period.start is None:
        return whole[-1:]
    found, day = [], period.start
    while day <= period.end:
        fitting = [one for one in mine if one.first == day and one.last <= period.end]
        if not fitting:
            return []
        found.append(fitting[-1])
        day = fitting[-1].last + A_DAY
    return found


def _scopes(
    metric: Metric, parts: Mapping[str, str | None], where: "Iterable[Filter]", facts: "Facts"
) -> Iterator[frozenset[str]]:
    """Under what a target may be kept, the nearest first; only what is about one thing, or about all."""
    named = [(one.field, one.ids[0]) for one in where if len(one.ids) == 1 and not one.negated]
    about = [(name, part) for name, part in parts.items() if part is not None] or named
    plain = len(about) <= 1 and len(named) == len(list(where)) and None not in parts.values()
    if about and plain:
        (field, id_), view = about[0], facts.authorised.view
        yield _called(field, id_, view.label(field, id_))
        client = _client_of(id_, facts) if field == "project" else None
        if client and not _adds_up(metric):
            yield _called("client", client, view.label("client", client))
    sees_all = facts.authorised.view.scope_note(metric.classes) is None
    if (not about and plain and sees_all) or not _adds_up(metric):
        yield frozenset({ALL})


def _called(field: str, *names: str) -> frozenset[str]:
    return frozenset(f"{word}:{name}".casefold() for word in {field, DIMENSIONS[field].noun} for name in names)


def _client_of(project: str, facts: "Facts") -> str | None:
    rows = facts.authorised.view.rows("projects", ("project_id", "client_id")).to_pylist()
    return next((one["client_id"] for one in rows if one["project_id"] == project), None)


def _period_of(times: Mapping[str, str | None], query: "Query", facts: "Facts") -> Period:
    """The days of a group: of all, or those of its week or month."""
    period, calendar = query.period, facts.authorised.view.calendar
    if not times or period.start is None:
        return period
    days = [period.start + A_DAY * one for one in range((period.end - period.start).days + 1)]
    mine = [day for day in days if all(bucket(day, name, calendar) == part for name, part in times.items())]
    return replace(period, start=mine[0], end=mine[-1]) if mine else period


def _none(metric: Metric, query: "Query", kept: Sequence[Kept]) -> str:
    """That there is no target, and for what there is one."""
    name = metric.title.lower()
    if not kept:
        return (
            f"No target of {name} is kept among what you may see. Add a row to targets.csv with metric "
            f"{SAME_AS.get(metric.name, metric.name)}, its scope, days and value, and run: reckon ingest"
        )
    there = "; ".join(dict.fromkeys(f"{one.scope}{_days(one)}" for one in kept[-MOST_NAMED:]))
    asked = f"{query.period.label} and what you asked about"
    return f"No target of {name} is kept for {asked}. There are targets for: {there}."


MOST_NAMED = 4


def _days(one: Kept) -> str:
    since = f" from {one.first.isoformat()}" if one.first != date.min else ""
    until = f" to {one.last.isoformat()}" if one.last != date.max else ""
    return f"{since}{until}"
