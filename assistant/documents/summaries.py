"""Summaries for clients from the first draft to the finished file: made, scanned, put on record, handed out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from assistant.agency.periods import Period
from assistant.documents import client_summary, quarterly
from assistant.documents.client_facts import ClientFacts, Withheld, gather
from assistant.documents.formats import format_named, write_file
from assistant.documents.house_style import HouseStyle, house_style
from assistant.documents.outline import Outline
from assistant.documents.scan import Finished, leaks
from assistant.documents.words import Words, words_in
from assistant.errors import ReckonError
from assistant.outcome import Clarification, Ended, NoData, Refusal
from assistant.outcome import Withheld as HeldBack
from assistant.permissions.audit import record_export
from assistant.permissions.clients_eyes import Forbidden, forbidden
from assistant.permissions.house import House
from assistant.permissions.names import Named
from assistant.permissions.policy import Scope
from assistant.permissions.view import View
from assistant.permissions.words import unknown_name
from assistant.planning.dates import read_period

SUMMARY = "summary"
MOST_OPTIONS = 3
NEEDS_PRICES = "A client summary tells budgets and invoices, which needs access to prices. Ask the account manager."


@dataclass(frozen=True)
class Asked:
    """What a summary is asked for: whose, of when, by whom, on which day, in which language ("" for the house's).

    `kind` is the page of a period ("summary") or the deck of a quarter ("review").
    """

    client: str
    period: str
    asked_as: str
    today: date
    language: str = ""
    kind: str = SUMMARY


@dataclass(frozen=True)
class Summary:
    """A summary as it stands: what it says, and what it was made of."""

    asked: Asked
    facts: ClientFacts
    outline: Outline
    style: HouseStyle
    words: Words
    view: View = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """What its files are called, without an ending: "Northwind 2026-09"."""
        start, end = self.facts.period.start or self.facts.period.end, self.facts.period.end
        when = f"{start:%Y-%m}" if (start.year, start.month) == (end.year, end.month) else f"{start} to {end}"
        letters = "".join(one if one.isalnum() or one in " -" else " " for one in self.facts.client)
        what = "" if self.asked.kind == SUMMARY else f"{self.asked.kind} "
        return f"{' '.join(letters.split())[:60]} {what}{when}".strip()


def summarise(house: House, asked: Asked) -> Summary | Ended:
    """Draft a client's summary, or say why there is none."""
    view = house.view_for(asked.asked_as)
    if view.scope("budgets", "amount") is Scope.NONE:
        return Refusal(NEEDS_PRICES)
    client = find_client(view, asked.client)
    if isinstance(client, Ended):
        return client
    period = the_period(view, asked)
    if isinstance(period, Ended):
        return period
    style = house_style(house.settings, house.workspace.path)
    words = words_in(asked.language or style.language, view.settings.locale)
    try:
        facts = gather(view, client.id, period, asked.today)
        if asked.kind == quarterly.KIND:
            outline = quarterly.outline(facts, quarterly.by_month(view, facts, asked.today), words)
        else:
            outline = client_summary.outline(facts, words)
    except Withheld as withheld:
        return withheld.ended
    return Summary(asked, facts, replace(outline, made_on=asked.today), style, words, view)


def find_client(view: View, name: str) -> Named | Ended:
    """The client meant: by label, by id, else the only one whose name begins or goes on so; near ones are offered."""
    wanted = " ".join(name.split()).casefold()
    known = view.named("client")
    same = [one for one in known if wanted in (one.label.casefold(), one.id.casefold())]
    part = [one for one in known if wanted and f" {wanted} " in f" {one.label.casefold()} "]
    found = same or part
    if len(found) == 1:
        return found[0]
    labels = {one.label.casefold(): one.label for one in known}
    near = [one.label for one in found] or [labels[one] for one in get_close_matches(wanted, labels, MOST_OPTIONS)]
    if not near:
        return NoData(unknown_name(name))
    options = tuple(f"summary for {one}" for one in near[:MOST_OPTIONS])
    said = "Several clients are called so" if found else f"There is no client “{name}” among what you may see"
    return Clarification(f"{said}. Which one do you mean: {', '.join(near[:MOST_OPTIONS])}?", options=options)


def the_period(view: View, asked: Asked) -> Period | Ended:
    """The days meant, none of them ahead of today."""
    period = read_period(asked.period, asked.today, view.calendar)
    if period is None:
        return Clarification(
            f"“{asked.period}” is no period. Say for example: last month, September 2026 or last quarter."
        )
    if period.start is not None and period.start > asked.today:
        return NoData(f"{period.label.capitalize()} has not begun yet. Ask for a period that has.")
    return replace(period, end=min(period.end, asked.today))


def finish(summary: Summary, form: str, name: str = "") -> Finished | HeldBack:
    """The finished file, opened and scanned; `HeldBack` with the reason where anything in it is not for the client."""
    content = format_named(form).render(summary.outline, summary.style)
    finished = Finished(form, content, name or summary.name)
    found = leaks(finished, summary.outline, summary.style, forbidden_in(summary))
    if found:
        return HeldBack(f"The finished file was held back: {'; '.join(found)}. Nothing was written.")
    return finished


def forbidden_in(summary: Summary) -> Forbidden:
    """What this summary must not hold, and the names it may."""
    facts = summary.facts
    told = (facts.period, *(quarterly.months_of(facts.period) if summary.asked.kind == quarterly.KIND else ()))
    when = summary.words.when(facts.period)
    labels = (*(summary.words.period(one) for one in told), facts.period.label, when, when[:1].upper() + when[1:])
    quotes = tuple(one.sentence for one in facts.quotes)
    return forbidden(summary.view, facts.client_id, summary.style.agency, labels, quotes)


def export(house: House, summary: Summary, form: str, path: Path, at: datetime) -> Path | HeldBack:
    """Write the scanned file and put it on record; UsageError where it cannot be written."""
    finished = finish(summary, form, path.name)
    if isinstance(finished, HeldBack):
        return finished
    record_export(house, summary.view, f"summary of {summary.facts.client}, {summary.facts.period.label}", form, at)
    return write_file(path, finished.content, "summary")


@dataclass(frozen=True)
class Made:
    """What became of one file of a batch: where it is, or why it is not."""

    client: str
    form: str
    path: Path | None
    problem: str = ""


Moved = Callable[[str, int, int], None]

FAULTS = (ReckonError, ArithmeticError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What may go wrong with one client's data or page; whatever it is, the other pages are made."""


@dataclass(frozen=True)
class Batch:
    """Many summaries at once: of whom, in which formats, and the folder they go to.

    `reviewed` lays what people changed over each.
    """

    clients: tuple[str, ...]
    forms: tuple[str, ...]
    folder: Path
    reviewed: Callable[[Summary], Summary] = lambda summary: summary


def make_batch(house: House, asked: Asked, wanted: Batch, at: datetime, moved: Moved) -> Iterator[Made]:
    """A summary of each client in each format; one that fails says why and stops no other."""
    total = len(wanted.clients) * len(wanted.forms)
    for place, client in enumerate(wanted.clients):
        done = place * len(wanted.forms)
        moved(client, done, total)
        try:
            summary = summarise(house, replace(asked, client=client))
            summary = summary if isinstance(summary, Ended) else wanted.reviewed(summary)
        except FAULTS as fault:
            yield from (Made(client, form, None, _why(fault)) for form in wanted.forms)
            continue
        if isinstance(summary, Ended):
            yield from (Made(client, form, None, summary.text) for form in wanted.forms)
            continue
        for form in wanted.forms:
            yield _made(house, summary, form, wanted.folder, at)
            done += 1
            moved(client, done, total)


def _made(house: House, summary: Summary, form: str, folder: Path, at: datetime) -> Made:
    path = folder / f"{summary.name}.{form}"
    try:
        written = export(house, summary, form, path, at)
    except FAULTS as fault:
        return Made(summary.facts.client, form, None, _why(fault))
    if isinstance(written, HeldBack):
        return Made(summary.facts.client, form, None, written.text)
    return Made(summary.facts.client, form, written)


def _why(fault: Exception) -> str:
    return str(fault) if isinstance(fault, ReckonError) else f"It could not be made ({type(fault).__name__}: {fault})."
