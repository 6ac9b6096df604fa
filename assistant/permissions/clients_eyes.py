"""What may be told to a client, by construction: a whitelist of rows, of cells and of questions.

What is not on it is not there: cost, people's names, notes on time, absences, deals, internal work, other clients,
time that is not approved, invoices that were not sent, tasks that are not for the client's eyes. Some cells that no
client may read are needed for a number one may: the hours tracked on a fixed fee decide how much of it is earned.
They can be counted with and not asked for: only the questions of `Allowed` go through, and for a fixed fee these
are the agreed amount, what of it is earned (never above it) and how far the tasks are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.tables import LINEAGE, TABLES
from assistant.agency.units import RATE_SCALE
from assistant.permissions.belonging import Stored, owners
from assistant.permissions.earlier import Known
from assistant.permissions.policy import Scope
from assistant.permissions.reach import Mask, Reaches
from assistant.permissions.view import View
from assistant.query import Query
from assistant.store.notes import SCHEMAS
from assistant.store.notes_index import NotesIndex

SHOWN: Mapping[str, tuple[str, ...]] = {
    "clients": ("client_id", "name", "status", "account_manager"),
    "projects": ("project_id", "name", "client_id", "kind", "status", "start_date", "end_date", "project_manager"),
    "budgets": TABLES["budgets"].column_names,
    "services": TABLES["services"].column_names,
    "time_entries": (
        "entry_id", "person_id", "project_id", "date", "hours", "billable_hours", "status", "budget_id", "service_id",
        "billable_rate", "currency",
    ),
    "expenses": ("expense_id", "project_id", "date", "status", "budget_id", "currency", "billable_amount"),
    "tasks": (
        "task_id", "project_id", "name", "kind", "status", "due_date", "done_on", "estimate_hours", "percent_complete",
        "client_visible", "depends_on",
    ),
    "change_requests": TABLES["change_requests"].column_names,
    "invoices": TABLES["invoices"].column_names,
    "payments": TABLES["payments"].column_names,
    "bill_rates": TABLES["bill_rates"].column_names,
    "people": ("person_id", "job_title"),
    "assignments": ("person_id", "valid_from", "job_title"),
    "exchange_rates": TABLES["exchange_rates"].column_names,
    "notes": ("note_id", "title", "project_id", "client_id", "date", "kind", "visibility", "content"),
    "passages": ("note_id", "place", "heading", "speaker", "text", "_vector"),
}  # fmt: skip
"""The cells that are there, by table; a table that is not named has no rows."""

OF_VISIBLE_TASKS = ("name", "due_date", "done_on", "depends_on")
"""What is told of a task only where the client may see it; how far it is counts in how far the work is."""

PARTS_OF = {"payments": ("invoice_id", "invoices"), "passages": ("note_id", "notes")}
"""What is there where the row it belongs to is."""

SENT = ("sent", "paid")
DECIDED = ("approved", "pending")
BY_HOURS = ("time_and_materials", "retainer")


@dataclass(frozen=True)
class Allowed:
    """One number a client may be told: by what, and of which budgets (None where it is not of budgets)."""

    by: frozenset[str]
    budgets: frozenset[str] | None = None


@dataclass(frozen=True)
class Whitelist:
    """Every question that may be asked for a client."""

    numbers: Mapping[str, Allowed]

    def permits(self, query: Query, shown: tuple[str, ...]) -> bool:
        """Whether all that the query would show is on the list."""
        moved = query.by_change and query.by_change.limit
        rows = query.having or query.in_each or query.in_so_many or query.of_those or moved or query.to_mean
        picked = query.why or rows or query.at_ends or query.placed  # a place is told among others
        return not picked and all(self._permits(one, query) for one in shown)

    def _permits(self, name: str, query: Query) -> bool:
        allowed = self.numbers.get(name)
        if allowed is None or not set(query.by) <= allowed.by:
            return False
        if not all(one.field in {*allowed.by, "client"} for one in query.where):
            return False
        if allowed.budgets is None:
            return True
        named = [set(one.ids) for one in query.where if one.field == "budget" and not one.negated]
        return any(ids <= allowed.budgets for ids in named)


@dataclass(frozen=True, eq=False)
class ForClient:
    """The stored tables with nothing in them but what is on the whitelist, of one client; rates lead to `currency`."""

    stored: Stored
    client_id: str
    currency: str
    base_currency: str
    currency_of_rates: str
    _kept: dict[object, object] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        """That of the data, for this client's eyes."""
        return f"{self.stored.version} for {self.client_id} in {self.currency}"

    def count(self, table: str) -> int:
        """How many rows are left of a table."""
        return len(self._rates()["date"]) if table == "exchange_rates" else int(self._mask(table).sum())

    def fingerprint(self, table: str) -> str:
        """Equal for equal content of a table."""
        return f"{self.stored.fingerprint(table)} for {self.client_id} in {self.currency}"

    def quarantine(self) -> pa.Table:
        """Nothing: what was held back is nobody's in particular."""
        return self.stored.quarantine().slice(0, 0)

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        """One column of the rows that are left; null where its cells are not told."""
        if table == "exchange_rates":
            return self._rate_column(name)
        if ("column", table, name) not in self._kept:
            self._kept["column", table, name] = self._column(table, name)
        return self._kept["column", table, name]

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        """The same, as text: codes of what is stored would tell of more than is left."""
        return self.column(table, name)

    def _column(self, table: str, name: str) -> pa.ChunkedArray:
        rows = self._mask(table)
        if name not in SHOWN.get(table, ()) and name not in LINEAGE:
            kind = SCHEMAS[table].field(name).type if table in SCHEMAS else TABLES[table].column(name).kind.arrow
            return pa.chunked_array([pa.nulls(int(rows.sum()), kind)])
        column = self.stored.column(table, name)
        if table == "tasks" and name in OF_VISIBLE_TASKS:
            column = pc.if_else(self.stored.column("tasks", "client_visible"), column, pa.scalar(None, column.type))
        return column.filter(pa.array(rows))

    def _mask(self, table: str) -> Mask:
        if ("mask", table) not in self._kept:
            self._kept["mask", table] = self._mask_of(table)
        mask: Mask = np.asarray(self._kept["mask", table])
        return mask

    def _mask_of(self, table: str) -> Mask:
        if table not in SHOWN:
            return np.zeros(self.stored.count(table), np.bool_)
        mine = self._of_client(table)
        if table == "time_entries" and self._approves:
            mine &= self._is("time_entries", "status", ("approved",))
        if table == "expenses":
            mine &= self._is("expenses", "status", ("approved",))
        if table == "change_requests":
            mine &= self._is("change_requests", "status", DECIDED)
        if table == "invoices":
            named = pc.fill_null(self.stored.column("invoices", "currency"), self.currency_of_rates)
            mine &= self._is("invoices", "status", SENT) & np.asarray(pc.equal(named, self.currency))
        return mine

    def _of_client(self, table: str) -> Mask:
        """The rows of this client, and those that only price its work."""
        stored = self.stored
        if table in ("clients", "projects", "invoices"):
            of_work = self._is("projects", "kind", ("client",)) if table == "projects" else np.True_
            return self._is(table, "client_id", (self.client_id,)) & of_work
        if table in PARTS_OF:
            key, whole = PARTS_OF[table]
            return _in(stored.column(table, key), self.column(whole, key))
        if table == "notes":
            return self._is("notes", "client_id", (self.client_id,)) & self._is("notes", "visibility", ("client",))
        if table in ("people", "assignments"):
            return _in(stored.column(table, "person_id"), self.column("time_entries", "person_id"))
        projects = self.column("projects", "project_id")
        if table == "bill_rates":
            anywhere = stored.column("bill_rates", "project_id")
            return np.asarray(pc.is_null(anywhere)) | _in(anywhere, projects)
        return _in(owners(stored, table, "project"), projects)

    @property
    def _approves(self) -> bool:
        """Whether time is approved here at all; where it never is, it counts as it is written down."""
        return bool(self._is("time_entries", "status", ("approved",)).any())

    def _is(self, table: str, name: str, values: tuple[str, ...]) -> Mask:
        return _in(self.stored.column(table, name), pa.array(values, pa.string()))

    def _rate_column(self, name: str) -> pa.ChunkedArray:
        kind = LINEAGE.get(name) or TABLES["exchange_rates"].column(name).kind.arrow
        values = self._rates().get(name) or [None] * self.count("exchange_rates")
        return pa.chunked_array([pa.array(values, kind)])

    def _rates(self) -> dict[str, list[object]]:
        """What a unit of each currency is worth in this one, on each day on which any rate changes."""
        if "rates" not in self._kept:
            days, currencies, rates = (
                self.stored.column("exchange_rates", one).to_pylist() for one in ("date", "currency", "rate")
            )
            known: dict[str, int] = {self.base_currency: RATE_SCALE}
            made: dict[str, list[object]] = {"date": [], "currency": [], "rate": []}
            for day in sorted(set(days)):
                known |= {c: r for d, c, r in zip(days, currencies, rates, strict=True) if d == day}
                into = known.get(self.currency)
                for name, rate in known.items() if into else ():
                    if name != self.currency:
                        made["date"].append(day)
                        made["currency"].append(name)
                        made["rate"].append(max(1, int(Fraction(rate * RATE_SCALE, into or 1) + Fraction(1, 2))))
            self._kept["rates"] = made
        kept = self._kept["rates"]
        return kept if isinstance(kept, dict) else {}


def for_client(view: View, client_id: str, currency: str) -> View:
    """What of the asker's view may be told to this client, with money in `currency`.

    The asker's own permissions hold as well: who may not see the client's prices can tell none.
    """
    settings, stored = view.settings, view.stored
    narrow = ForClient(stored, client_id, currency, settings.base_currency, settings.currency_of_rates)
    reaches = Reaches(stored, view.viewer, view.role.own)
    return replace(
        view,
        settings=settings.model_copy(update={"base_currency": currency}),
        _stored=narrow,
        _reaches=_Narrow(narrow, view.viewer, view.role.own, reaches),
        only=whitelist(narrow),
        known=_earlier(view, client_id, currency),
        index=lambda: NotesIndex(0),
        _kept={},
    )


def _earlier(view: View, client_id: str, currency: str) -> Known:
    """What was known on an earlier day passes through the same whitelist."""

    def known(day: date) -> View | date | None:
        then = view.known(day)
        return for_client(then, client_id, currency) if isinstance(then, View) else then

    return known


def whitelist(stored: ForClient) -> Whitelist:
    """The questions of a client whose money is in one currency; budgets in another are asked about in that."""
    ids, kinds, currencies = (stored.column("budgets", one).to_pylist() for one in ("budget_id", "type", "currency"))
    mine = [
        (budget, kind)
        for budget, kind, currency in zip(ids, kinds, currencies, strict=True)
        if (currency or stored.currency_of_rates) == stored.currency
    ]
    of = {kind: frozenset(budget for budget, its in mine if its == kind) for kind in (*BY_HOURS, "fixed")}
    by_hours = of["time_and_materials"] | of["retainer"]
    budget, service = frozenset({"budget"}), frozenset({"budget", "service"})
    invoice = frozenset({"invoice"})
    return Whitelist(
        {
            "budget_total": Allowed(budget, by_hours | of["fixed"]),
            "budget_used": Allowed(budget, by_hours),
            "budget_remaining": Allowed(budget, by_hours),
            "budget_used_percent": Allowed(budget, by_hours),
            "billable_hours": Allowed(service, by_hours),
            "retainer_balance_hours": Allowed(budget, of["retainer"]),
            "revenue": Allowed(budget, of["fixed"]),
            "pending_change_amount": Allowed(budget, by_hours | of["fixed"]),
            "percent_complete": Allowed(frozenset({"project"})),
            "invoiced": Allowed(invoice),
            "receivables": Allowed(invoice),
            "overdue_receivables": Allowed(invoice),
        }
    )


@dataclass(frozen=True)
class _Narrow(Reaches):
    """What the asker's scopes cover of the rows that are left: whose a row is, is decided before any is taken away."""

    whole: Reaches

    def rows(self, table: str, scope: Scope) -> Mask | None:
        """Which of the rows that are left lie within `scope`."""
        if table == "exchange_rates":
            return None if scope is not Scope.NONE else np.zeros(self.stored.count(table), np.bool_)
        mask = self.whole.rows(table, scope)
        narrow = self.stored
        return mask if mask is None or not isinstance(narrow, ForClient) else mask[narrow._mask(table)]  # noqa: SLF001 - one thing in two classes


@dataclass(frozen=True)
class Forbidden:
    """What a client's document is scanned for: names by the kind of what they name, and the fixed fees.

    `allowed` are the names it may hold, `labels` what its period is called.
    """

    names: Mapping[str, frozenset[str]]
    fixed: frozenset[str]
    allowed: frozenset[str]
    labels: tuple[str, ...] = ()


SHORTEST, SHORTEST_TASK = 4, 10
"""Letters below which a name could be any word."""


def quoted(text: str) -> str:
    """A sentence of a note as it is quoted: its words on one line, without the marks of its layout."""
    return " ".join(text.replace("*", "").split()).strip(" -•#>")


def forbidden(
    view: View, client_id: str, agency: str, labels: tuple[str, ...], quotes: tuple[str, ...] = ()
) -> Forbidden:
    """What must not be named to this client, of all that is stored, whatever the asker may see.

    What may be named is found here a second time, apart from what makes the document.
    """
    stored = view.stored
    mine = _Theirs(stored, client_id)
    visible = np.asarray(pc.fill_null(stored.column("tasks", "client_visible"), fill_value=False))
    decided = _in(stored.column("change_requests", "status"), pa.array(DECIDED))
    contacts = mine.contacts()
    allowed = frozenset({agency, *contacts, *contacts.values()}) - {""}
    for table, column, rows in (
        ("clients", "name", mine.clients),
        ("projects", "name", mine.projects),
        ("budgets", "name", mine.on("budgets")),
        ("services", "name", mine.on("services")),
        ("tasks", "name", mine.on("tasks") & visible),
        ("change_requests", "title", mine.on("change_requests") & decided),
    ):
        allowed |= _named(stored, table, column, rows, shortest=1)
    allowed |= {one for one in quotes if mine.said_to_them(one)}
    names = {
        "another client": _named(stored, "clients", "name", ~mine.clients),
        "work for somebody else": _named(stored, "projects", "name", ~mine.projects),
        "a colleague": _named(stored, "people", "name") | _named(stored, "users", "name"),
        "an opportunity": _named(stored, "deals", "name"),
        "a supplier": _named(stored, "expenses", "vendor"),
        "internal work": frozenset(
            one for one in _named(stored, "tasks", "name", ~visible) if len(one) >= SHORTEST_TASK and " " in one.strip()
        ),
    }
    ids, kinds = (stored.column("budgets", one).to_pylist() for one in ("budget_id", "type"))
    fixed = frozenset(budget for budget, kind in zip(ids, kinds, strict=True) if kind == "fixed")
    return Forbidden({kind: found - allowed for kind, found in names.items()}, fixed, allowed, labels)


@dataclass(frozen=True)
class _Theirs:
    """Which stored rows are one client's, found without the whitelist that is to be checked."""

    stored: Stored
    client_id: str

    @property
    def clients(self) -> Mask:
        """The client itself."""
        return _in(self.stored.column("clients", "client_id"), pa.array([self.client_id]))

    @property
    def projects(self) -> Mask:
        """The client's projects."""
        return _in(self.stored.column("projects", "client_id"), pa.array([self.client_id]))

    def on(self, table: str) -> Mask:
        """The rows of a table that belong to one of these projects."""
        ids = self.stored.column("projects", "project_id").filter(pa.array(self.projects))
        return _in(owners(self.stored, table, "project"), ids)

    def said_to_them(self, quote: str) -> bool:
        """Whether a note about this client and marked for it holds these words."""
        ids, clients, visible = (
            self.stored.column("notes", one).to_pylist() for one in ("note_id", "client_id", "visibility")
        )
        theirs = {
            note for note, client, whose in zip(ids, clients, visible, strict=True)
            if client == self.client_id and whose == "client"
        }  # fmt: skip
        notes, told = (self.stored.column("passages", one).to_pylist() for one in ("note_id", "text"))
        return any(quote in quoted(text or "") for note, text in zip(notes, told, strict=True) if note in theirs)

    def contacts(self) -> dict[str, str]:
        """By address, who looks after the client and its projects; the address again where no name is known."""
        found = {
            str(email).strip().casefold(): str(email)
            for table, column, rows in (
                ("clients", "account_manager", self.clients),
                ("projects", "project_manager", self.projects),
            )
            for email in self.stored.column(table, column).filter(pa.array(rows)).to_pylist()
            if email
        }
        for table in ("people", "users"):
            columns = (self.stored.column(table, one).to_pylist() for one in ("email", "name"))
            known = {email.strip().casefold(): name for email, name in zip(*columns, strict=True) if email and name}
            found |= {email: known[email] for email in found if email in known}
        return found


def contacts(view: View, client_id: str) -> dict[str, str]:
    """Whom the client may call, by address in lower case: their names are on its work, whoever asks."""
    return _Theirs(view.stored, client_id).contacts()


def _named(
    stored: Stored, table: str, column: str, rows: Mask | None = None, shortest: int = SHORTEST
) -> frozenset[str]:
    found = stored.column(table, column)
    found = found if rows is None else found.filter(pa.array(rows))
    return frozenset(one for one in found.unique().to_pylist() if one and len(one.strip()) >= shortest)


def _in(column: pa.ChunkedArray | pa.Array, ids: pa.Array | pa.ChunkedArray) -> Mask:
    known = ids.combine_chunks() if isinstance(ids, pa.ChunkedArray) else ids
    found: Mask = np.asarray(pc.is_in(column, value_set=known, skip_nulls=True)).copy()
    return found
