"""The named reports as documents: each section asked, authorised and verified by itself, the page put on record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from assistant.agency.units import english_in, show_day
from assistant.answers.answer import Answer, Outcome
from assistant.ask import answer, reply
from assistant.documents import from_answer
from assistant.documents.at_a_glance import own_days, tiles, whole
from assistant.documents.formats import REPORT_FORMATS, WORKBOOK, format_named, write_file
from assistant.documents.house_style import house_style
from assistant.documents.outline import Footnote, Outline, Paragraph, Section, Text
from assistant.documents.web import REPORT
from assistant.errors import UsageError
from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification, Ended, NoData, Refusal
from assistant.permissions.audit import record, record_export
from assistant.permissions.house import House
from assistant.permissions.names import Named
from assistant.permissions.view import View
from assistant.permissions.words import unknown_name
from assistant.planning.dates import read_period
from assistant.planning.misunderstandings import no_such_day
from assistant.planning.report_parts import BY_NAME, REPORTS, Part, Report
from assistant.planning.reports import Wanted, queries
from assistant.query import Filter, Plan, Query, Question

MOST_OPTIONS = 3
QUARTERLY = "qbr"
"""The quarterly review of a client, which is made and scanned like its summary."""
FILTERS = ("client", "project", "team", "person", "deal")
"""What a report may be narrowed to."""


@dataclass(frozen=True)
class Asked:
    """Which report, of when (in words, "" for the usual period), of whom (names by dimension), for whom and when."""

    name: str
    period: str
    of: Mapping[str, Sequence[str]]
    asked_as: str
    today: date
    known_on: date | None = None


@dataclass(frozen=True)
class Told:
    """One section and what became of its query."""

    part: Part
    outcome: Outcome


@dataclass(frozen=True)
class Made:
    """A report as it stands: its sections in order, as this reader sees them."""

    asked: Asked
    report: Report
    of: tuple[Filter, ...]
    sections: tuple[Told, ...]
    view: View = field(repr=False, compare=False)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The sections that were answered."""
        return tuple(one.outcome for one in self.sections if isinstance(one.outcome, Answer))

    @property
    def exit_status(self) -> int:
        """0 where any section is answered, else that of the first."""
        return 0 if self.answers else self.sections[0].outcome.exit_status

    @property
    def title(self) -> str:
        """As in "Utilization report"; of one thing, "Project status"."""
        return self.report.title if self.report.of_one else f"{self.report.title} report"

    @property
    def name(self) -> str:
        """What its files are called, without an ending."""
        asked = [name for names in self.asked.of.values() for name in names]
        parts = (self.report.name, *asked, self.asked.period)
        letters = " ".join(one for one in parts if one)
        return " ".join("".join(one if one.isalnum() or one in "-." else " " for one in letters).split())


def report_named(name: str) -> Report:
    """The report called so; UsageError for one there is not."""
    wanted = name.strip().lower()
    found = BY_NAME.get(wanted) or next((one for one in REPORTS if one.name.rstrip("s") == wanted), None)
    if found is None:
        raise UsageError(f"There is no report “{name}”. Ask for one of: {', '.join((*BY_NAME, QUARTERLY))}.")
    return found


def titles() -> Mapping[str, str]:
    """What each report is called on a page, by its name."""
    return {name: one.title for name, one in BY_NAME.items()}


def make_report(house: House, asked: Asked, at: datetime) -> Made | Ended:
    """Ask every section and put the questions on record; an early end where period or names are not understood."""
    report = report_named(asked.name)
    today_view = house.view_for(asked.asked_as)
    view = today_view.as_known_on(asked.known_on)
    if isinstance(view, NoData):
        return view
    if asked.period and read_period(asked.period, asked.today, view.calendar) is None:
        return no_such_day(asked.period)
    of = _filters(view, asked.of)
    if not isinstance(of, Ended):
        of = whole(report, of, view)
    if isinstance(of, Ended):
        return of
    wanted = Wanted(asked.period, of, asked.today, asked.known_on, own_days(of, view, asked.today))
    question = Question(f"{report.name} report {asked.period}".strip(), asked.asked_as, asked.today)
    parts = list(queries(report, wanted, view))
    sections = tuple(
        Told(part, _outcome(one, question, today_view) if isinstance(one, Query) else one) for part, one in parts
    )
    planned = Plan(tuple(one for _, one in parts if isinstance(one, Query)))
    outcomes = tuple(one.outcome for one in sections)
    record(house, today_view, reply(question, today_view, planned, outcomes).to_json(), at)
    return Made(asked, report, of, sections, view)


def _outcome(query: Query, question: Question, view: View) -> Outcome:
    """What became of a section; where it may not be told, what is told instead of it (health of the work)."""
    outcome = answer(query, question, view)
    if not isinstance(outcome, Refusal) or len(query.metrics) != 1:
        return outcome
    asked = {one.field for one in query.where} | set(query.by)
    for name in METRICS[query.metrics[0]].narrower:
        if asked <= set(METRICS[name].by):
            instead = answer(replace(query, metrics=(name,)), question, view)
            if isinstance(instead, Answer):
                return instead
    return outcome


def _filters(view: View, of: Mapping[str, Sequence[str]]) -> tuple[Filter, ...] | Ended:
    """The names a report is narrowed to, found among what its reader may see."""
    made = []
    for dimension, names in of.items():
        found = [_meant(view, dimension, name) for name in names]
        ended = next((one for one in found if isinstance(one, Ended)), None)
        if ended:
            return ended
        named = [one for one in found if isinstance(one, Named)]
        if named:
            made.append(Filter(dimension, tuple(one.id for one in named), tuple(one.label for one in named)))
    return tuple(made)


def _meant(view: View, dimension: str, name: str) -> Named | Ended:
    """The one thing called so: by its whole name or id, else the only one whose name holds these words."""
    wanted = " ".join(name.split()).casefold()
    known = view.named(dimension)
    same = [one for one in known if wanted in (one.label.casefold(), one.id.casefold())]
    found = same or [one for one in known if wanted and f" {wanted} " in f" {one.label.casefold()} "]
    if len(found) == 1:
        return found[0]
    labels = {one.label.casefold(): one.label for one in known}
    near = [one.label for one in found] or [labels[one] for one in get_close_matches(wanted, labels, MOST_OPTIONS)]
    if not near:
        return NoData(unknown_name(name))
    return Clarification(f"{unknown_name(name)} Did you mean one of these?", options=tuple(near[:MOST_OPTIONS]))


def outline(made: Made, form: str = "") -> Outline:
    """The report as a page of any format: key figures on top, then a section for each table; all rows in a workbook."""
    view = made.view
    top = tiles((one.part, one.outcome) for one in made.sections if one.part.glance)
    most = None if form == WORKBOOK else from_answer.MOST_ROWS
    sections = tuple(_section(one, most) for one in made.sections if not one.part.glance)
    of = [one for one in made.of if not (made.report.of_one == "deal" and one.field == "job_title")]
    names = ", ".join(dict.fromkeys(name for one in of for name in one.names))
    period = _when(made)
    known = f"as known on {made.asked.known_on.isoformat()}" if made.asked.known_on else ""
    about = " · ".join(one for one in (names, period[:1].upper() + period[1:], known) if one)
    return Outline(
        title=made.title,
        kind=REPORT,
        subtitle=about,
        sections=(*([top] if top else []), *sections, _foot(made)),
        locale=english_in(view.settings.locale),
        header=made.title,
        footer=f"Data {view.snapshot}",
        about=about,
        made_on=made.asked.today,
    )


def _when(made: Made) -> str:
    """The period of the first section answered; of a state its day."""
    if not made.answers:
        return made.asked.period
    period = made.answers[0].query.period
    return period.label if period.start else f"as of {show_day(period.end, made.view.settings.locale)}"


def _section(told: Told, most: int | None) -> Section:
    """An answered section; one that is not says why in a line."""
    if isinstance(told.outcome, Answer):
        return from_answer.section(told.outcome, told.part.name, told.part.title, with_chart=told.part.drawn, most=most)
    text = told.outcome.text if isinstance(told.outcome, NoData) else f"Not shown: {told.outcome.text}"
    return Section(told.part.name, told.part.title, (Paragraph(Text(text)),))


def _foot(made: Made) -> Section:
    """That every number was verified, for whom the report was made, and of which data."""
    view, cells = made.view, sum(one.verified.cells for one in made.answers)
    who = f"{view.viewer.name}, {view.role.name.replace('_', ' ')}"
    verified = (
        f"Verified: each of {cells} cells was calculated in pandas and in SQL, and they are equal. " if cells else ""
    )
    said = (
        f"{verified}Made for {who}, on {made.asked.today.isoformat()}, of what this role may see. Data {view.snapshot}."
    )
    return Section("proof", "About this report", (Footnote(Text(said)),))


def export(house: House, made: Made, form: str, path: Path, at: datetime) -> Path:
    """Write the report in one format and put it on record; UsageError where it cannot be written."""
    wanted = format_named(form, REPORT_FORMATS)
    content = wanted.render(outline(made, wanted.name), house_style(house.settings, house.workspace.path))
    record_export(house, made.view, f"{made.report.name} report", wanted.name, at)
    return write_file(path, content, "report")
