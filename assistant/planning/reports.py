"""How a question or a command asks for a named report, and what each of its sections asks.

A report is a fixed set of queries. Each goes the whole way of a question by itself, so that a section its reader may
not see is refused with its rule and the others stand. A period and filters hold for every section; a state is told
as it is at the period's end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.agency.periods import Period
from assistant.agency.tables import Sensitivity
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric, Outlook, Through, Timing
from assistant.outcome import NoData, Unsupported
from assistant.permissions.authorise import may_ask
from assistant.permissions.policy import Scope
from assistant.planning import misunderstandings
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates import previous, read_period
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.guarded import Guarded
from assistant.planning.report_parts import BY_NAME, ITS_OWN, OVER_TIME, REPORTS, SOME, TO_DATE, Part, Report
from assistant.planning.timing import as_read, looks_of, to_completion, unit_of
from assistant.query import Against, Filter, LookFor, Notes, Plan, Query

if TYPE_CHECKING:
    from assistant.permissions.view import View

MOST_NOTES = 8
"""How many of the newest notes a section quotes from."""

STATED = (LookFor.ACTIONS, LookFor.RISKS)
"""What is open or done, so that only what is open is told."""

UNITS = {"day": "day", "week": "day", "month": "week", "quarter": "month", "year": "month"}


_POLITELY = (
    "please can could may i we you give show make create run prepare get have need want would like to me us a an the "
    "our my new full"
)
_ASKED = rf"^(?:(?:{'|'.join(_POLITELY.split())})\s+)*"
_NAMED = {
    one.name: Guarded(
        rf"{_ASKED}(?:(?P<before>.+?)\s+)??(?:(?:{one.words})\s+(?:reports?|at a glance|overviews?)|"
        r"reports?\s+(?:on|of|about)\s+(?:the\s+|our\s+|my\s+)*"
        rf"(?:{one.words}))\b[\s,:]*(?P<after>.*?)[\s?!.]*$",
        re.IGNORECASE,
    )
    for one in REPORTS
    if one.lead
}


def asked(text: str) -> tuple[Report, str] | None:
    """The report a question asks for, and the question for its period and filters alone."""
    for name, words in _NAMED.items():
        one, found = BY_NAME[name], words.match(text)
        if found and one.name != "absence":
            # "An absence report" has words of its own in the grammar, which make its first table.
            mine = WHOSE.get(name, "") if MY.search(text.removesuffix(found["after"] or "")) else ""
            return one, " ".join(part for part in (found["before"], one.lead, mine, found["after"]) if part)
    return None


MY = Guarded(r"\bmy\b", re.IGNORECASE)
OF_MINE = Guarded(r"\bfor my (?:projects|deals|clients)\b", re.IGNORECASE)
"""Said of a report, it tells whose rows are meant, and asks for no table of its own."""

WHOSE = {"projects": "for my projects", "budgets": "for my projects", "pipeline": "for my deals"}
"""Whose the rows of a report are where it is asked for as "my projects report"."""


@dataclass(frozen=True)
class Wanted:
    """What holds for every section: the period as said ("" for the usual one), the filters, and the days.

    `own` are the days of the one thing the report is of: those of a deal's work.
    """

    said: str
    where: tuple[Filter, ...]
    today: date
    known_on: date | None = None
    own: Period | None = None

    @property
    def knows_until(self) -> date:
        """The last day that has come for whoever answers."""
        return min(self.today, self.known_on or self.today)


def queries(report: Report, wanted: Wanted, view: "View") -> Iterator[tuple[Part, Query | NoData | Unsupported]]:
    """Each section with its query, or why it has none."""
    for part in report.parts:
        yield part, _quoting(part, wanted) if part.look_for else _query(report, part, wanted, view)


def _quoting(part: Part, wanted: Wanted) -> Query:
    """What the notes say of a kind, the newest first."""
    asked = Notes(part.look_for or LookFor.PASSAGES, last=MOST_NOTES, open_only=part.look_for in STATED)
    return Query((), Period(None, wanted.knows_until, "to date"), where=_where(part, wanted),
                 known_on=wanted.known_on, notes=asked)  # fmt: skip


def _where(part: Part, wanted: Wanted) -> tuple[Filter, ...]:
    """The filters that hold for a section."""
    return tuple(one for one in wanted.where if part.only is None or one.field in part.only)


def _query(report: Report, part: Part, wanted: Wanted, view: "View") -> Query | NoData | Unsupported:
    metric = METRICS[part.metrics[0]]
    where = _where(part, wanted)
    impossible = next((one.field for one in where if one.field not in metric.by), None)
    if impossible:
        return misunderstandings.no_such_breakdown(metric, impossible, ())
    period, phrase = _period(report, part, wanted, view)
    if period.start and period.start > wanted.knows_until and metric.through is not Through.END:
        return misunderstandings.not_yet_happened(metric, period.label, ())
    return Query(
        metrics=part.metrics,
        period=period,
        by=_by(part, period, view),
        where=where,
        having=SOME if part.some else part.having,
        against=Against(previous(period, view.calendar)) if part.compared else None,
        order=part.order,
        limit=part.limit,
        period_said=phrase,
        known_on=wanted.known_on,
    )


def _period(report: Report, part: Part, wanted: Wanted, view: "View") -> tuple[Period, str]:
    """The period of one section, and the phrase it came from."""
    metric = METRICS[part.metrics[0]]
    if part.when == ITS_OWN and wanted.own is not None:
        return as_read(metric, wanted.own), wanted.own.label
    said = "" if part.when == TO_DATE else wanted.said
    # What is usual for the whole report gives way to what was said; what a section alone looks back on does not.
    usual = part.when or (report.when if report.when.startswith(AHEAD) else "")
    if said and usual.startswith((AHEAD, BACK)):
        asked = read_period(said, wanted.today, view.calendar, Looks.ACTUAL)
        if asked and asked.end < wanted.knows_until:
            return _up_to(asked, usual, metric, wanted, view)
    if metric.to_the_end and not said:
        return to_completion(view, wanted.knows_until), ""
    phrase = said or part.when or report.when or metric.usual_period
    if phrase == TO_DATE or (not phrase and _is_state(metric)):
        return Period(None, wanted.knows_until, "to date"), ""
    phrase, today = phrase or "last month", wanted.today if wanted.said else wanted.knows_until
    found = read_period(phrase, today, view.calendar, looks_of(metric))
    return as_read(metric, found or Period(None, today, "to date")), phrase


AHEAD, BACK = "next ", "last "
"""How the period of a section begins that tells of what is to come, or of how it came so far."""


def _up_to(asked: Period, usual: str, metric: Metric, wanted: Wanted, view: "View") -> tuple[Period, str]:
    """The period of a section beside one that is over: what is to come stays so, and what led there ends with it.

    The last six months beside March are October to March.
    """
    day = wanted.knows_until if usual.startswith(AHEAD) else asked.end + timedelta(days=1)
    found = read_period(usual, day, view.calendar, looks_of(metric))
    if found is None or (usual.startswith(BACK) and asked.start and found.start and found.start >= asked.start):
        return as_read(metric, asked), wanted.said
    if usual.startswith(AHEAD):
        return as_read(metric, found), usual
    days = in_days(Stretch(found.start, found.end)) if found.start else found.label
    return as_read(metric, replace(found, label=days)), ""


def _is_state(metric: Metric) -> bool:
    return metric.timing is Timing.STATE or metric.outlook is Outlook.STATE


def _by(part: Part, period: Period, view: "View") -> tuple[str, ...]:
    hidden = view.grants[Sensitivity.HR].scope is Scope.NONE
    by = part.without_reasons if hidden and part.without_reasons else part.by
    unit = UNITS[unit_of(period)] if period.start else "month"
    return tuple(unit if one == OVER_TIME else one for one in by)


def in_words(report: Report, plan: Plan, view: "View", today: date) -> Plan:
    """The report's queries for the period and the filters of a plan for its leading number alone."""
    first = plan.queries[0]
    wanted = Wanted(first.period_said, first.where, today, first.known_on)
    made = [_as_may_be_told(one, view) for _, one in queries(report, wanted, view)]
    stopped = tuple(one for one in made if not isinstance(one, Query))
    return Plan(tuple(one for one in made if isinstance(one, Query)), (*stopped, *plan.not_planned))


def _as_may_be_told(query: Query | NoData | Unsupported, view: "View") -> Query | NoData | Unsupported:
    """A section in the form its reader may be told: the health of the work, where health would be refused."""
    if not isinstance(query, Query) or len(query.metrics) > 1 or may_ask(METRICS[query.metrics[0]], view):
        return query
    forms = [METRICS[name] for name in METRICS[query.metrics[0]].narrower]
    asked = {one.field for one in query.where} | set(query.by)
    seen = next((one for one in forms if may_ask(one, view) and asked <= set(one.by)), None)
    return replace(query, metrics=(seen.name,)) if seen else query
