"""The key figures on top of a report, and what a report is of: one project, one deal."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.answers.answer import Answer, Outcome
from assistant.documents.from_answer import bound, slotted
from assistant.documents.outline import Footnote, Level, Section, Slot, Status, Text, Tile, Tiles
from assistant.figures import Figure, Unit, colour, standing
from assistant.metrics.dimensions import DIMENSIONS
from assistant.metrics.forecast import PIPELINE_DAYS
from assistant.outcome import Clarification, Ended, Refusal
from assistant.permissions.view import View
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.report_parts import Part, Report
from assistant.query import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LEVEL_OF = {"green": Level.GOOD, "amber": Level.CAREFUL, "red": Level.BAD}
MOST_OPTIONS = 3


def tiles(told: "Iterable[tuple[Part, Outcome]]") -> Section | None:
    """The key figures that were answered, with their caveats; what a role may not see is named beneath."""
    known = list(told)
    answered = [(part, one) for part, one in known if isinstance(one, Answer)]
    items = tuple(made for part, one in answered if (made := tile(part, one)) is not None)
    if not items:
        return None
    refused = [Footnote(Text(f"Not shown: {one.text}")) for _, one in known if isinstance(one, Refusal)]
    small = {one.text.plain("en"): one for one in (*_caveats(answered), *refused)}
    return Section("glance", "At a glance", (Tiles(items), *small.values()))


def _caveats(answered: "Sequence[tuple[Part, Answer]]") -> "Iterator[Footnote]":
    """What was left out, each said once, with the key figures it is about."""
    said: dict[str, list[tuple[Part, Answer]]] = {}
    for part, one in answered:
        for caveat in one.caveats:
            said.setdefault(caveat, []).append((part, one))
    for caveat, of in said.items():
        text = slotted(of[0][1], caveat)
        titles = ", ".join(part.title for part, _ in of)
        yield Footnote(Text(f"{{of}}: {text.template}", {**text.slots, "of": titles}))


def tile(part: Part, answer: Answer) -> Tile | None:
    """One answer as a key figure; None where there is no value."""
    if any(part.verdict):
        some, none = part.verdict
        told = Status(some, Level.BAD) if answer.table.rows else Status(none, Level.GOOD)
        return Tile(part.title, told, _beneath(answer, None))
    row = answer.table.total or (answer.table.rows[0] if len(answer.table.rows) == 1 else None)
    if answer.query.by and len(answer.table.rows) == 1:
        row = answer.table.rows[0]
    figures = [one for one in row.figures if one is not None] if row else []
    named = {one.key: one for one in figures}
    asked = next((one for one in answer.metrics if one.name == part.metrics[0]), answer.metrics[0])
    main = named.get(asked.name)
    if main is None:
        return None
    if main.unit is Unit.HEALTH:
        _, _, reasons = standing(main).partition(": ")
        word = colour(main.value)
        return Tile(part.title, Status(word, LEVEL_OF[word]), Text("{reasons}", {"reasons": reasons or "no concern"}))
    title = part.title if asked.name == part.metrics[0] else asked.title
    return Tile(title, bound(answer, main), _beneath(answer, named.get(f"{asked.name}_before")))


def _beneath(answer: Answer, before: Figure | None) -> Text:
    """What it was in the period before; else of when it is."""
    if before is not None and answer.query.against is not None:
        slots: dict[str, Slot] = {"before": bound(answer, before), "period": answer.query.against.period.label}
        return Text("{before} in {period}", slots)
    period = answer.query.period
    return Text(
        "{period}", {"period": period.label if period.start else f"as of {show_day(period.end, answer.locale)}"}
    )


def whole(report: Report, of: tuple[Filter, ...], view: View) -> tuple[Filter, ...] | Ended:
    """The filters of a report; one that is of one thing asks which, and a deal brings its client."""
    if not report.of_one:
        return of
    mine = next((one for one in of if one.field == report.of_one and len(one.ids) == 1), None)
    if mine is None:
        noun = DIMENSIONS[report.of_one].noun
        named = tuple(one.label for one in view.named(report.of_one))
        return Clarification(f"A {report.title.lower()} is of one {noun}. Which one?", options=named[:MOST_OPTIONS])
    return (*of, *_with_deal(of, mine.ids[0], view)) if mine.field == "deal" else of


def _with_deal(of: tuple[Filter, ...], deal: str, view: View) -> "Iterator[Filter]":
    """The client of a deal and the job titles whose work it needs, as far as they are in view."""
    for field, table, column in (("client", "deals", "client_id"), ("job_title", "deal_roles", "job_title")):
        rows = view.rows(table, ["deal_id", column]).to_pylist()
        ids = {one[column] for one in rows if one["deal_id"] == deal}
        named = [one for one in view.named(field) if one.id in ids]
        if named and not any(one.field == field for one in of):
            yield Filter(field, tuple(one.id for one in named), tuple(one.label for one in named))


def own_days(of: tuple[Filter, ...], view: View, today: date) -> Period | None:
    """The days a deal's work would take, from today on; None where there is no deal, or they are over."""
    deal = next((one.ids[0] for one in of if one.field == "deal"), None)
    if deal is None:
        return None
    rows = view.rows("deals", ["deal_id", "expected_close", "start_date", "end_date"]).to_pylist()
    row: Mapping[str, date | None] = next((one for one in rows if one["deal_id"] == deal), {})
    begin = row.get("start_date") or row.get("expected_close")
    if begin is None:
        return None
    end = row.get("end_date") or begin + timedelta(days=PIPELINE_DAYS - 1)
    return Period(max(begin, today), end, in_days(Stretch(max(begin, today), end))) if end >= today else None
