"""What a client may be told of a period: every number asked through the spine, every day and name with its row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Any

from assistant.agency.periods import Period
from assistant.agency.units import MONEY_SCALE
from assistant.answers.answer import Answer
from assistant.ask import answer
from assistant.documents.from_answer import bound
from assistant.documents.numbers import Number, Origin, Rests
from assistant.figures import EPOCH, Figure, Unit
from assistant.notes.statements import States, statements
from assistant.outcome import Ended
from assistant.permissions.clients_eyes import BY_HOURS, contacts, for_client, quoted
from assistant.permissions.notes import Where
from assistant.permissions.view import View
from assistant.query import Filter, Query, Question

RECENT = timedelta(days=45)
"""A period that ended so lately is told as things stand today; an older one as they stood at its end."""
AHEAD = timedelta(days=60)
"""How far "next" looks."""
LATELY = timedelta(days=92)
"""How long a decided change or a finished agreement is told of."""
OPEN_PROJECTS = frozenset({"planned", "active", "on_hold"})

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Agreement:
    """One budget in the client's terms; a fixed fee has what is earned of it, others what is used and left."""

    budget_id: str
    name: str
    project_id: str
    kind: str
    currency: str
    start: date | None
    end: Number | None
    ends_on: date | None
    is_capped: bool
    total: Number | None
    used: Number | None = None
    remaining: Number | None = None
    used_share: Number | None = None
    earned: Number | None = None
    balance: Number | None = None
    charges_beyond: bool = False
    """Whether what goes beyond a retainer's allowance is charged by the hour."""

    @property
    def is_over(self) -> bool:
        """Whether more is used than was agreed."""
        return self.remaining is not None and self.remaining.figure.value < 0


@dataclass(frozen=True)
class Step:
    """A task or milestone the client may see, as it stands on the day looked from."""

    task_id: str
    name: str
    project_id: str
    is_milestone: bool
    due: date | None
    done: date | None
    due_number: Number | None
    done_number: Number | None
    is_late: bool
    waits: bool
    """Whether something it depends on is not done yet."""


@dataclass(frozen=True)
class Change:
    """A change of scope that is agreed or waits for the client's decision."""

    title: str
    is_pending: bool
    amount: Number | None
    day: Number | None
    """When it was decided, or asked for while it is pending."""
    on: date | None


@dataclass(frozen=True)
class Billing:
    """The client's invoices in one currency: net in the period, open and overdue with tax."""

    currency: str
    invoiced: Number | None
    open: Number | None
    overdue: Number | None


@dataclass(frozen=True)
class Contact:
    """Whom the client may call."""

    name: str
    email: str
    is_account_manager: bool
    projects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quote:
    """A decision or an open task as a note for the client says it, word for word, and the day of the note."""

    sentence: str
    day: Number


@dataclass(frozen=True)
class ClientFacts:
    """All that a summary is made of; `hints` are for the house alone."""

    client_id: str
    client: str
    period: Period
    stands_on: date
    projects: Mapping[str, Row]
    agreements: tuple[Agreement, ...]
    hours: tuple[tuple[str, Number], ...]
    hours_total: Number | None
    progress: Mapping[str, Number]
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    billing: tuple[Billing, ...]
    contacts: tuple[Contact, ...]
    snapshot: str
    hints: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def open_projects(self) -> tuple[Row, ...]:
        """The projects that are not finished."""
        return tuple(one for one in self.projects.values() if one["status"] in OPEN_PROJECTS)


class Withheld(Exception):  # noqa: N818 - an outcome of the spine on its way up, named as it is there
    """A number of the summary did not come through; its outcome says why."""

    def __init__(self, ended: Ended) -> None:
        super().__init__(ended.text)
        self.ended = ended


def gather(view: View, client_id: str, period: Period, today: date) -> ClientFacts:
    """Ask for all that a summary tells; `Withheld` where the two calculations of a number do not agree."""
    settings = view.settings
    desk = Desk(view, client_id, period, today, settings.base_currency)
    currencies = sorted(desk.currencies() or {settings.base_currency})
    asked = [desk if one == desk.currency else replace(desk, currency=one) for one in currencies]
    first = asked[0]
    agreements = tuple(made for one in asked for made in one.agreements())
    hours = [pair for one in asked for pair in one.hours(agreements)]
    projects = first.projects()
    steps = tuple(first.steps(projects))
    return ClientFacts(
        client_id=client_id,
        client=first.client_name(),
        period=period,
        stands_on=desk.stands_on,
        projects=projects,
        agreements=tuple(sorted(agreements, key=lambda one: (one.start or date.min, one.name), reverse=False)),
        hours=tuple(hours),
        hours_total=_sum(hours),
        progress=first.progress(),
        steps=steps,
        changes=tuple(first.changes(agreements)),
        billing=tuple(made for one in asked if (made := one.billing()) is not None),
        contacts=tuple(desk.contacts(projects)),
        snapshot=view.snapshot,
        hints=tuple(desk.hints(projects)),
        quotes=tuple(first.quotes()),
    )


@dataclass(frozen=True)
class Charged:
    """What was charged by the hour and invoiced in one stretch of a longer period."""

    period: Period
    hours: Number | None
    billing: tuple[Billing, ...]


def charged(view: View, facts: ClientFacts, period: Period, today: date) -> Charged:
    """The same questions as for the whole, of a part of it; `Withheld` as there."""
    desk = Desk(view, facts.client_id, period, today, view.settings.base_currency)
    asked = [replace(desk, currency=one) for one in sorted(desk.currencies() or {desk.currency})]
    hours = [pair for one in asked for pair in one.hours(facts.agreements)]
    return Charged(period, _sum(hours), tuple(made for one in asked if (made := one.billing()) is not None))


def _by_itself(number: Number) -> Number:
    """A number rounded as it is, and not so that a table's rows add up: it stands alone on the page, to the cent."""
    return replace(number, figure=replace(number.figure, rounded=None))


def _sum(hours: list[tuple[str, Number]]) -> Number | None:
    """All hours of the period; exact, because each part is."""
    if not hours:
        return None
    first = hours[0][1]
    total = sum((one.figure.value for _, one in hours), Fraction(0))
    rows = Rests(lambda: tuple(dict.fromkeys(row for _, one in hours for row in one.origin.rows)))
    return Number(replace(first.figure, value=total, where=("total",)), replace(first.origin, rows=rows))


@dataclass(frozen=True)
class Desk:
    """Where one client's questions are asked, through the eyes of the client."""

    view: View
    client_id: str
    period: Period
    today: date
    currency: str
    """The currency the client is told money in."""

    @cached_property
    def eyes(self) -> View:
        """What the client may be told."""
        return for_client(self.view, self.client_id, self.currency)

    @property
    def stands_on(self) -> date:
        """The day tasks are looked at from."""
        return self.today if self.today - self.period.end <= RECENT else self.period.end

    @property
    def state(self) -> Period:
        """What is read off at the end of the period."""
        return Period(None, self.period.end, self.period.label)

    def ask(
        self, metrics: tuple[str, ...], by: tuple[str, ...], budgets: Sequence[Row], period: Period
    ) -> Answer | None:
        """One question; None where there is nothing to answer from."""
        where: tuple[Filter, ...] = ()
        if budgets:
            names = tuple(one["name"] or one["budget_id"] for one in budgets)
            where = (Filter("budget", tuple(one["budget_id"] for one in budgets), names),)
        query = Query(metrics, period, by=by, where=where, every_item=True)
        outcome = answer(query, Question("", self.view.viewer.email, self.today), self.eyes)
        if isinstance(outcome, Answer):
            return outcome
        if outcome.kind == "no_data":
            return None
        raise Withheld(outcome)

    def numbers(self, found: Answer | None) -> dict[str, dict[str, Number]]:
        """By metric and the id a row stands for, the numbers of an answer."""
        made: dict[str, dict[str, Number]] = {}
        for row in found.table.rows if found else ():
            for figure in row.figures:
                if found is not None and figure is not None and row.key and row.key[0] is not None:
                    made.setdefault(figure.key, {})[row.key[0]] = _by_itself(bound(found, figure, row))
        return made

    def currencies(self) -> set[str]:
        """The currencies of the client's agreements and invoices."""
        usual = self.view.settings.currency_of_rates
        found = {one["currency"] or usual for one in self.eyes.rows("budgets", ["budget_id", "currency"]).to_pylist()}
        invoices = self.view.rows("invoices", ["client_id", "currency", "status"]).to_pylist()
        return found | {
            one["currency"] or usual
            for one in invoices
            if one["client_id"] == self.client_id and one["status"] in ("sent", "paid")
        }

    def client_name(self) -> str:
        """What the client is called, without what tells it from others of its name."""
        rows = self.eyes.content("clients", ["client_id", "name"]).to_pylist()
        return next((str(one["name"]) for one in rows), self.client_id)

    def projects(self) -> dict[str, Row]:
        """The client's projects by id."""
        return {one["project_id"]: one for one in self.eyes.content("projects").to_pylist()}

    def agreements(self) -> Iterator[Agreement]:
        """The agreements of its currency that count in the period, with their numbers."""
        rows = [one for one in self.eyes.rows("budgets", _BUDGET).to_pylist() if self._tells(one)]
        fixed = [one for one in rows if one["type"] == "fixed"]
        hourly = [one for one in rows if one["type"] in BY_HOURS]
        retainers = [one for one in rows if one["type"] == "retainer"]
        found: dict[str, dict[str, Number]] = {}
        for metrics, budgets in (
            (("budget_total", "budget_used", "budget_remaining", "budget_used_percent"), hourly),
            (("budget_total",), fixed),
            (("revenue",), fixed),
            (("retainer_balance_hours",), retainers),
        ):
            if budgets:
                for name, numbers in self.numbers(self.ask(metrics, ("budget",), budgets, self.state)).items():
                    found.setdefault(name, {}).update(numbers)
        for row in rows:
            yield self._agreement(row, found)

    def _tells(self, row: Row) -> bool:
        """Whether an agreement is of this currency and was in force in the period, or ended shortly before."""
        mine = (row["currency"] or self.view.settings.currency_of_rates) == self.currency
        ended = min(one for one in (row["end_date"], row["delivered_on"], date.max) if one is not None)
        begun = row["start_date"] is None or row["start_date"] <= self.period.end
        return mine and row["type"] != "non_billable" and begun and ended >= (self._first_day - LATELY)

    @property
    def _first_day(self) -> date:
        return self.period.start or self.period.end

    def _agreement(self, row: Row, found: Mapping[str, Mapping[str, Number]]) -> Agreement:
        budget = str(row["budget_id"])

        def of(name: str) -> Number | None:
            return found.get(name, {}).get(budget)

        return Agreement(
            budget_id=budget,
            name=row["name"] or budget,
            project_id=row["project_id"],
            kind=row["type"],
            currency=row["currency"] or self.view.settings.currency_of_rates,
            start=row["start_date"],
            end=a_day(row, "budgets", "end_date"),
            ends_on=row["end_date"],
            is_capped=bool(row["capped"]),
            total=of("budget_total"),
            used=of("budget_used"),
            remaining=of("budget_remaining"),
            used_share=of("budget_used_percent"),
            earned=of("revenue"),
            balance=of("retainer_balance_hours"),
            charges_beyond=row["type"] == "retainer" and row["overage_rate"] is not None,
        )

    def hours(self, agreements: tuple[Agreement, ...]) -> Iterator[tuple[str, Number]]:
        """The approved billable hours of the period by service, of what is charged by the hour."""
        budgets = [
            {"budget_id": one.budget_id, "name": one.name}
            for one in agreements
            if one.kind in BY_HOURS and one.currency == self.currency
        ]
        found = self.ask(("billable_hours",), ("service",), budgets, self.period) if budgets else None
        for row in found.table.rows if found else ():
            figure = row.figures[0]
            if found is not None and figure is not None and figure.value:
                yield (row.labels[0] if row.key[0] is not None else "", _by_itself(bound(found, figure, row)))

    def progress(self) -> dict[str, Number]:
        """How far each project is, by its tasks."""
        found = self.ask(("percent_complete",), ("project",), [], self.state)
        return self.numbers(found).get("percent_complete", {})

    def billing(self) -> Billing | None:
        """What was invoiced, is open and overdue in this currency; None where there is nothing of it."""
        made = {}
        for name, period in (
            ("invoiced", self.period),
            ("receivables", self.state),
            ("overdue_receivables", self.state),
        ):
            found = self.ask((name,), (), [], period)
            figure = found.table.total.figures[0] if found and found.table.total else None
            made[name] = bound(found, figure) if found and figure is not None else None
        if not any(one and one.figure.value for one in made.values()):
            return None
        return Billing(self.currency, made["invoiced"], made["receivables"], made["overdue_receivables"])

    def steps(self, projects: Mapping[str, Row]) -> Iterator[Step]:
        """Visible tasks and milestones, by day."""
        rows = [one for one in self.eyes.content("tasks").to_pylist() if one["client_visible"]]
        rows = [one for one in rows if one["status"] != "cancelled" and one["project_id"] in projects]
        open_ids = {one["task_id"] for one in rows if not self._done(one)}
        for row in sorted(rows, key=lambda one: (one["due_date"] or date.max, str(one["name"]))):
            done = self._done(row)
            waits = bool(open_ids & set(str(row["depends_on"] or "").split(";")))
            yield Step(
                task_id=row["task_id"],
                name=str(row["name"] or row["task_id"]),
                project_id=row["project_id"],
                is_milestone=row["kind"] == "milestone",
                due=row["due_date"],
                done=(row["done_on"] or row["due_date"] or self.stands_on) if done else None,
                due_number=a_day(row, "tasks", "due_date"),
                done_number=a_day(row, "tasks", "done_on") if done else None,
                is_late=not done and row["due_date"] is not None and row["due_date"] < self.stands_on,
                waits=not done and waits,
            )

    def _done(self, row: Row) -> bool:
        """Whether it was done by the day looked from."""
        return row["status"] == "done" and (row["done_on"] is None or row["done_on"] <= self.stands_on)

    def changes(self, agreements: tuple[Agreement, ...]) -> Iterator[Change]:
        """Changes that wait for a decision, and those agreed lately."""
        currency = {one.budget_id: one.currency for one in agreements}
        by_project: dict[str, set[str]] = {}
        for one in agreements:
            by_project.setdefault(one.project_id, set()).add(one.currency)
        for row in self.eyes.rows("change_requests", _CHANGE).to_pylist():
            pending = row["status"] == "pending"
            day = row["requested_on"] if pending else row["decided_on"]
            if day is None or day > self.stands_on or (not pending and day < self._first_day - LATELY):
                continue
            likely = by_project.get(row["project_id"], set())
            money = currency.get(row["budget_id"]) or (next(iter(likely)) if len(likely) == 1 else None)
            yield Change(
                title=row["title"] or row["change_id"],
                is_pending=pending,
                amount=money_of(row, "change_requests", "amount", money) if money else None,
                day=a_day(row, "change_requests", "requested_on" if pending else "decided_on"),
                on=day,
            )

    def contacts(self, projects: Mapping[str, Row]) -> Iterator[Contact]:
        """The account manager, then who manages the projects that are not finished."""
        rows = self.eyes.content("clients", ["client_id", "account_manager"]).to_pylist()
        names = contacts(self.view, self.client_id)
        for email in [one["account_manager"] for one in rows if one["account_manager"]]:
            yield Contact(names.get(email.strip().casefold(), email), email, is_account_manager=True)
        of: dict[str, list[str]] = {}
        for one in projects.values():
            if one["project_manager"] and one["status"] in OPEN_PROJECTS:
                of.setdefault(one["project_manager"], []).append(one["name"])
        for email, work in sorted(of.items()):
            name = names.get(email.strip().casefold(), email)
            yield Contact(name, email, is_account_manager=False, projects=tuple(sorted(work)))

    def quotes(self) -> Iterator[Quote]:
        """What was decided or is to be done, from notes marked for the client, the newest first."""
        where = Where(first_day=self._first_day, last_day=self.stands_on)
        for passage in sorted(self.eyes.notes.within(where), key=lambda one: one.note.date or date.min, reverse=True):
            for one in statements(passage.text, passage.heading):
                is_made = one.kind is States.DECISION and not one.state
                is_told = is_made or (one.kind is States.ACTION and one.state == "open")
                if is_told and passage.note.date is not None:
                    days = Fraction((passage.note.date - EPOCH).days)
                    origin = Origin("notes.date", "The day of the note", (passage.note.note_id,))
                    yield Quote(quoted(passage.text[one.start : one.end]), Number(
                        Figure("note", days, Unit.DATE), origin))  # fmt: skip

    def hints(self, projects: Mapping[str, Row]) -> Iterator[str]:
        """What the house should know before it sends this, and the client should not."""
        note = self.view.scope_note([one for one in self.view.grants if one.value == "price"])
        mine = self.view.rows("budgets", ["budget_id", "project_id", "amount"]).column("project_id").to_pylist()
        budgets = self.view.content("budgets", ["project_id"]).column("project_id").to_pylist()
        if note and {one for one in budgets if one in projects} - set(mine):
            yield f"It tells no budgets of projects that are not yours. {note}"
        entries = self.view.rows("time_entries", ["entry_id", "project_id", "date", "status"]).to_pylist()
        inside = [one for one in entries if one["project_id"] in projects and self.period.contains(one["date"])]
        waiting = sum(one["status"] in ("submitted", "draft") for one in inside)
        if waiting and any(one["status"] == "approved" for one in entries):
            yield f"{waiting} time entries of the period are not approved yet, and are not in it."


_BUDGET = [
    "budget_id", "project_id", "name", "type", "currency", "start_date", "end_date", "delivered_on", "capped", "amount",
    "overage_rate",
]  # fmt: skip
_CHANGE = ["change_id", "project_id", "title", "requested_on", "status", "budget_id", "decided_on", "amount"]


def a_day(row: Row, table: str, column: str) -> Number | None:
    """A day written in a row, bound to that row."""
    day = row[column]
    if day is None:
        return None
    return Number(Figure(column, Fraction((day - EPOCH).days), Unit.DATE), _read_from(row, table, column))


def money_of(row: Row, table: str, column: str, currency: str) -> Number | None:
    """An amount written in a row, bound to that row."""
    amount = row[column]
    if amount is None:
        return None
    return Number(Figure(column, Fraction(amount, MONEY_SCALE), Unit.MONEY, currency), _read_from(row, table, column))


def _read_from(row: Row, table: str, column: str) -> Origin:
    where = f"{table}: {row['_file']} row {row['_row']}" if row.get("_file") else table
    return Origin(f"{table}.{column}", f"As written in {table}, {column.replace('_', ' ')}", (where,))
