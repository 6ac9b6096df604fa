"""The quarterly business review for a client: the same facts as its summary, for slides, month by month.

It goes to the client as the summary does: it is made through the client's own eyes, and the finished file is scanned.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.agency.periods import Period
from assistant.documents import client_summary
from assistant.documents.client_facts import Charged, ClientFacts, charged
from assistant.documents.client_summary import LEVEL_OF, counted, status_of
from assistant.documents.numbers import Number
from assistant.documents.outline import Block, Cell, Column, Grid, Kind, Outline, Section, Status, Tile, Tiles
from assistant.documents.words import Words
from assistant.permissions.view import View

KIND = "review"


def outline(facts: ClientFacts, months: tuple[Charged, ...], words: Words) -> Outline:
    """The deck; what there is nothing to say of is left out."""
    page = client_summary.outline(facts, words)
    sections = {one.name: one for one in page.sections}
    made = (
        *_first(facts, sections.get("headline"), words),
        *_monthly(months, words),
        *(one for name, one in sections.items() if name != "headline"),
    )
    period = words.period(facts.period)
    return replace(
        page,
        sections=made,
        subtitle=f"{words('review')} · {period}",
        about=f"{words('review')}, {period}",
        kind=KIND,
    )


def months_of(period: Period) -> tuple[Period, ...]:
    """The calendar months of a period, as far as it reaches into them."""
    start, made = period.start, []
    while start is not None and start <= period.end:
        end = min(period.end, start.replace(day=monthrange(start.year, start.month)[1]))
        made.append(Period(start, end, f"{start:%B %Y}"))
        start = end + timedelta(days=1)
    return tuple(made)


def by_month(view: View, facts: ClientFacts, today: date) -> tuple[Charged, ...]:
    """What was charged in each month of the period."""
    return tuple(charged(view, facts, one, today) for one in months_of(facts.period))


def _first(facts: ClientFacts, headline: Section | None, words: Words) -> Iterator[Section]:
    """The headline with the key figures of the quarter."""
    status = status_of(facts)
    tiles = [Tile(words("status"), Status(words(status), LEVEL_OF[status]))]
    done = [one for one in facts.steps if one.done and facts.period.contains(one.done)]
    tiles.append(Tile(words("steps_done"), counted("steps", len(done))))
    if facts.hours_total is not None:
        tiles.append(Tile(words("charged"), facts.hours_total))
    invoiced = [one.invoiced for one in facts.billing if one.invoiced is not None and _is_some(one.invoiced)]
    tiles += [Tile(words("invoiced_tile"), one) for one in invoiced]
    said = [one for one in (headline.blocks if headline else ()) if not isinstance(one, Status)]
    yield Section("headline", "", (Tiles(tuple(tiles[:MOST_TILES])), *said))


MOST_TILES = 8


def _is_some(number: Number | None) -> bool:
    return number is not None and number.figure.value != 0


def _monthly(months: tuple[Charged, ...], words: Words) -> Iterator[Section]:
    """What was charged by the hour and invoiced, month by month; a column without anything in it is left out."""
    currencies = sorted({one.currency for month in months for one in month.billing if _is_some(one.invoiced)})
    has_hours = any(_is_some(one.hours) for one in months)
    if len(months) < 2 or not (currencies or has_hours):  # noqa: PLR2004 - one month is the quarter itself
        return
    columns = [Column(words("month"))]
    columns += [Column(words("charged"), Kind.NUMBER)] * has_hours
    columns += [Column(f"{words('invoiced_tile')} ({one})", Kind.NUMBER) for one in currencies]
    rows = []
    for month in months:
        by_currency = {one.currency: one.invoiced for one in month.billing}
        cells: list[Cell] = [words.period(month.period)]
        cells += [month.hours] * has_hours
        cells += [by_currency.get(one) for one in currencies]
        rows.append(tuple(cells))
    block: Block = Grid(tuple(columns), tuple(rows), caption=words("by_month"))
    yield Section("months", words("by_month"), (block,))
