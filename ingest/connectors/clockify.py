"""Clockify: the detailed time report, and the export of projects.

Its columns come and go with the plan, the rights and the language of who exports it. Readings that are ours,
besides those of every timesheet and of timed entries:

* Without the column Billable, what has an amount is billable; if nothing has one, nobody knows.
* Breaks, holidays and time off are no work: their rows are left out, counted and told.
* Someone in one group is in that team; someone in several is in none.
* Clockify exports have no approval: what is tracked is submitted.
"""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.errors import SourceError
from ingest.connector import Canonical, Reading
from ingest.connectors.clockify_lists import PROJECTS, projects
from ingest.connectors.flags import billable_or_priced
from ingest.connectors.headings import Columns, Shape
from ingest.connectors.timesheet import Work, canonical
from ingest.connectors.tracked import Timed, timed
from ingest.connectors.values import iso_days, order_of, plain_numbers, seconds_lasted
from ingest.reading import Sheet

TIME = Shape(
    report="Clockify's detailed report",
    names={
        "project": ("project", "projekt", "projet", "proyecto"),
        "client": ("client", "kunde", "cliente"),
        "note": ("description", "beschreibung", "descripción"),
        "task": ("task", "activity", "aufgabe", "tätigkeit", "tâche", "activité", "tarea", "actividad"),
        "name": ("user", "benutzer", "utilisateur", "usuario"),
        "groups": ("group", "groups", "user group", "gruppe", "groupe", "grupo"),
        "email": ("email", "e-mail", "adresse e-mail", "correo electrónico"),
        "billable": ("billable", "abrechenbar", "verrechenbar", "facturable"),
        "type": ("type", "typ", "tipo"),
        "date": ("start date", "startdatum", "date de début", "fecha de inicio"),
        "start": ("start time", "startzeit", "heure de début", "hora de inicio"),
        "end_date": ("end date", "enddatum", "date de fin", "fecha de finalización", "fecha de fin"),
        "end": ("end time", "endzeit", "heure de fin", "hora de finalización", "hora de fin"),
        "duration": ("duration (h)", "dauer (h)", "durée (h)", "duración (h)"),
        "decimal": (
            "duration (decimal)", "dauer (dezimal)", "durée (décimal)", "durée (décimale)", "duración (decimal)",
        ),
        "rate": ("billable rate", "abrechenbarer satz", "taux facturable", "tarifa facturable"),
        "amount": ("billable amount", "abrechenbarer betrag", "montant facturable", "importe facturable"),
        "cost_rate": ("cost rate", "kostensatz"),
        "cost_amount": ("cost amount", "kosten", "cost"),
        "created": ("date of creation", "erstellungsdatum", "date de création", "fecha de creación"),
    },
    needs=(("name", "email"), ("project",), ("date",), ("duration", "decimal")),
    telltale=("duration", "decimal"),
    signs=("project", "note", "name", "date", "start", "end_date", "end", "duration", "decimal"),
)  # fmt: skip
SUMMARY = Shape(
    report="Clockify's summary report",
    names={
        "time": ("time (h)", "zeit (h)", "temps (h)", "tiempo (h)"),
        "decimal": ("time (decimal)", "zeit (dezimal)", "temps (décimal)", "tiempo (decimal)"),
    },
    needs=(("time",), ("decimal",)),
    telltale=("time", "decimal"),
    signs=("time", "decimal"),
)
_NUMBERS = ("decimal", "rate", "amount", "cost_rate", "cost_amount")
_WORK = ("", "regular", "work", "standard", "regulär", "normal", "régulier")


class Clockify:
    """Clockify's exports."""

    name = "clockify"
    title = "Clockify (detailed report; projects)"
    how_to_export = (
        "Reports > Time > Detailed, for the whole period and the whole team, Export > Save as CSV; rates come with it "
        "where “Show amounts” is on. Also read: Projects > Export > CSV."
    )

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:  # noqa: ARG002 - a Connector
        """How much the header is like that of one of the exports."""
        return max(TIME.likeness(header), PROJECTS.likeness(header), SUMMARY.likeness(header))

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """Read the sheet as the export it is most like; SourceError for one that cannot be entries."""
        shape = max((TIME, PROJECTS, SUMMARY), key=lambda one: one.likeness(sheet.header))
        if shape is SUMMARY:
            raise SourceError(
                f"{sheet.file} is Clockify's summary report, which does not say who worked, and time here is always "
                "somebody's. Export Reports > Time > Detailed instead."
            )
        columns = shape.columns(sheet, reading.columns)
        return projects(columns, reading) if shape is PROJECTS else _time(columns, reading)


def _time(columns: Columns, reading: Reading) -> Canonical:
    numbers = plain_numbers(columns, _NUMBERS, reading)
    nothing = columns.constant("")
    order = order_of(columns, ("date", "end_date", "created"), reading)
    lasted = timed(columns, numbers.get("decimal", nothing), order.order)
    amount = numbers.get("amount", nothing)
    billable = billable_or_priced(columns, amount)
    is_work = pc.is_in(pc.utf8_lower(columns.text("type")), value_set=pa.array(_WORK))
    team = columns.text("groups")
    in_one = pc.invert(pc.match_substring(team, ","))
    work = Work(
        columns=columns,
        name=columns.text("name"),
        email=pc.utf8_lower(columns.text("email")),
        team=pc.if_else(in_one, team, ""),
        job_title=nothing,
        employment=nothing,
        client=columns.text("client"),
        project=columns.text("project"),
        code=nothing,
        date=iso_days(columns.text("date"), order.order),
        start=lasted.start,
        task=columns.text("task"),
        note=columns.text("note"),
        hours=lasted.hours,
        billed=lasted.hours,
        billable=billable.values,
        status=columns.constant("submitted"),
        rate=numbers.get("rate", nothing),
        amount=amount,
        cost_rate=numbers.get("cost_rate", nothing),
        cost_amount=numbers.get("cost_amount", nothing),
        currency=columns.currency_of(("rate", "amount", "cost_rate", "cost_amount")),
        created_at=iso_days(columns.text("created"), order.order),
        fault=lasted.fault_or(billable.faults),
        is_work=is_work,
    )
    notices = (*lasted.notices, *_left_out(columns, lasted, is_work), *_in_several(columns, in_one))
    return canonical(work, reading, TIME.report, order, notices)


def _left_out(columns: Columns, lasted: Timed, is_work: pa.Array) -> tuple[str, ...]:
    out = pc.invert(is_work)
    count = pc.sum(out).as_py() or 0
    if not count:
        return ()
    kinds = sorted(set(columns.text("type").filter(out).to_pylist()))
    seconds = sum(seconds_lasted(text) or 0 for text in lasted.hours.filter(out).to_pylist())
    rows = "1 row" if count == 1 else f"{count} rows"
    what = f"{rows} of the type {', '.join(kinds)} ({seconds / SECONDS_PER_HOUR:.2f} h)"
    verbs = ("is", "was") if count == 1 else ("are", "were")
    return (f"{columns.sheet.file}: {what} {verbs[0]} no work and {verbs[1]} left out.",)


def _in_several(columns: Columns, in_one: pa.Array) -> tuple[str, ...]:
    names = sorted(set(columns.text("name").filter(pc.invert(in_one)).to_pylist()))
    if not names:
        return ()
    people = "1 person is" if len(names) == 1 else f"{len(names)} people are"
    return (f"{columns.sheet.file}: {people} in several groups, so their team is unknown.",)
