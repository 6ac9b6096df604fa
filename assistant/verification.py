"""The second calculation: DuckDB counts every cell again from the reference SQL; what differs is withheld.

One shell wraps the reference SQL of every metric. It knows the query and nothing of the metric's rules: it
cuts the slices by day, finds the value of each dimension, filters, converts and groups. It stands on the
glossary and on nothing of `assistant.calculation`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import duckdb

from assistant.agency.periods import Period
from assistant.agency.units import RATE_SCALE
from assistant.errors import MetricError
from assistant.excerpts import unfounded
from assistant.facts import Facts
from assistant.metrics.catalogue import METRICS, shown_metrics
from assistant.metrics.definition import Kind, Metric, Timing
from assistant.outcome import Withheld
from assistant.picking import kept
from assistant.query import Filter, Query
from assistant.result import Key, Result
from assistant.verification_cells import (
    Disagreed,
    Recount,
    Verified,
    by_period,
    check,
    others_found,
    picked_differently,
    withheld,
)
from assistant.verification_engine import SIDES, Engine, Slices, asked_row, engine
from assistant.verification_picks import Recounted, kept_again, picks

if TYPE_CHECKING:
    from assistant.permissions.authorise import AuthorisedQuery

__all__ = ["Disagreed", "Verified", "asked_row", "call", "recount", "verify"]


def call(authorised: "AuthorisedQuery", facts: Facts) -> None:
    """Let the second witness begin with what it makes of the rows while the first is at it, in a thread of its own.

    Neither waits for the other nor looks at what it does.
    """
    for metric in shown_metrics(authorised.metrics):
        engine().begin(metric, facts.of(metric, authorised.query.period))


def verify(result: Result, authorised: "AuthorisedQuery", facts: Facts) -> Verified | Withheld:
    """Count every cell of `result` again: the groups and the total, now and in the period compared with."""
    asked = authorised.query
    found = _those_again(asked, facts)
    if found != result.those:
        return others_found(result)
    query = asked.only(found)
    shown = list(by_period(result, query))
    questions = [one for _, one in query.at_each()] or [query] * len(shown)
    recounted = [
        [recount(engine(), metric, one, seen.period, facts) for metric in result.metrics]
        for one, seen in zip(questions, shown, strict=True)
    ]
    if query.against and query.against.stretches > 1:
        recounted[1] = [
            one.over(query.against.stretches) if metric.kind is Kind.SUM else one
            for metric, one in zip(result.metrics, recounted[1], strict=True)
        ]
    checked = [
        check(one, metric, again)
        for one, several in zip(shown, recounted, strict=True)
        for metric, again in zip(result.metrics, several, strict=True)
    ]
    if any(one.differing for one in checked):
        return withheld(checked)
    if picks(query):
        picked, again = kept(result), _kept_again(result, recounted)
        if picked != again:
            return picked_differently(result, sum(one.cells for one in checked), picked, again)
    if unfounded(facts.excerpts.found, authorised.view):
        return Withheld("A sentence quoted here does not stand so in its note, so the answer is withheld.")
    return Verified(result, sum(one.cells for one in checked))


def _those_again(query: Query, facts: Facts) -> tuple[frozenset[str], ...]:
    """For each condition the values of its dimension that have any, or so much, of what is asked, by the reference."""
    return tuple(
        frozenset(id_ for one in condition.found_by(query.known_on) for id_ in _with_some_again(one, facts))
        for condition in query.conditions
    )


def _with_some_again(one: Query, facts: Facts) -> frozenset[str]:
    """The values that keep to the limit of a condition, found in SQL; without one, those that have any."""
    metric = METRICS[one.metrics[0]]
    again = recount(engine(), metric, one, one.period, facts)
    keys = [key for key in sorted(again.keys, key=str) if key[0] is not None]
    if one.having is None:
        return frozenset(key[0] or "" for key in keys if again.parts(key)[0])
    with engine().kept.lock, engine().connection.cursor() as connection:
        picked = kept_again(one, [Recounted(metric, again)], keys, connection)
    return frozenset(key[0] or "" for key in picked)


def _kept_again(result: Result, recounted: Sequence[Sequence[Recount]]) -> frozenset[Key]:
    """The rows that the query keeps by the reference's numbers, found in SQL."""
    keys = [one.key for one in result.groups]
    now, before = recounted[0], recounted[1] if recounted[1:] else [None] * len(recounted[0])
    both = [Recounted(*one) for one in zip(result.metrics, now, before, strict=True)]
    with engine().kept.lock, engine().connection.cursor() as connection:
        return kept_again(result.query, both, keys, connection)


# The shell around the reference SQL.


@dataclass(frozen=True)
class Found:
    """Where the value of a dimension is found: an expression, and the joins it stands on."""

    value: str
    joins: tuple[str, ...] = ()


JOINS: Mapping[str, str] = {
    "people": "LEFT JOIN dim_people AS people ON people.person_id = slices.person_id",
    "teams": """LEFT JOIN teams ON teams.person_id = slices.person_id
        AND slices.day >= teams.first_day AND slices.day < teams.next_day""",
    "job_titles": """LEFT JOIN job_titles ON job_titles.person_id = slices.person_id
        AND slices.day >= job_titles.first_day AND slices.day < job_titles.next_day""",
    "budgets": "LEFT JOIN dim_budgets AS budgets ON budgets.budget_id = slices.budget_id",
    "projects": """LEFT JOIN dim_projects AS projects
        ON projects.project_id = coalesce(slices.project_id, budgets.project_id)""",
    "clients": """LEFT JOIN dim_clients AS clients
        ON clients.client_id = coalesce(slices.client_id, projects.client_id)""",
    "absences": "LEFT JOIN dim_absences AS absences ON absences.absence_id = slices.absence_id",
    "deals": "LEFT JOIN dim_deals AS deals ON deals.deal_id = slices.deal_id",
    "invoices": "LEFT JOIN dim_invoices AS invoices ON invoices.invoice_id = slices.invoice_id",
    "rates": """JOIN rates ON rates.currency = coalesce(slices.currency, $base_currency)
        AND slices.day >= rates.first_day AND slices.day < rates.next_day""",
    "rates_at_end": """JOIN rates ON rates.currency = coalesce(slices.currency, $base_currency)
        AND $last_day >= rates.first_day AND $last_day < rates.next_day""",
}
"""Every join of the shell, each after those it stands on."""

BELONGING = """(
    SELECT
        person_id, {column}, valid_from AS first_day,
        lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY person_id ORDER BY valid_from) AS next_day
    FROM dim_assignments
    WHERE {column} IS NOT NULL
)"""

STRETCHES: Mapping[str, str] = {
    "teams": BELONGING.format(column="team"),
    "job_titles": BELONGING.format(column="job_title"),
    "rates": """(
    SELECT
        currency, rate::HUGEINT AS rate, date AS first_day,
        lead(date, 1, DATE '9999-12-31') OVER (PARTITION BY currency ORDER BY date) AS next_day
    FROM dim_exchange_rates
    WHERE currency <> $base_currency
    UNION ALL
    SELECT $base_currency, $one, DATE '0001-01-01', DATE '9999-12-31'
)""",
}
"""What holds from one day until the next of its kind: where someone belongs, what a currency is worth."""

_YEAR = "(year(slices.day) + CASE WHEN $year_starts > 1 AND month(slices.day) >= $year_starts THEN 1 ELSE 0 END)"
_YEAR_NAMED = f"CASE WHEN $year_starts = 1 THEN printf('%04d', {_YEAR}) ELSE printf('FY%02d', {_YEAR} % 100) END"
_QUARTER = "((month(slices.day) - $year_starts + 12) % 12 // 3 + 1)"
_PROJECT = ("budgets", "projects")

FOUND: Mapping[str, Found] = {
    "person": Found("slices.person_id"),
    "budget": Found("slices.budget_id"),
    "service": Found("slices.service_id"),
    "deal": Found("slices.deal_id"),
    "team": Found("coalesce(teams.team, people.team)", ("people", "teams")),
    "job_title": Found("coalesce(slices.job_title, job_titles.job_title, people.job_title)", ("people", "job_titles")),
    "employment": Found("people.employment", ("people",)),
    "project": Found("coalesce(slices.project_id, budgets.project_id)", ("budgets",)),
    "project_manager": Found("projects.project_manager", _PROJECT),
    "status": Found("projects.status", _PROJECT),
    "kind": Found("projects.kind", _PROJECT),
    "client": Found("coalesce(slices.client_id, projects.client_id)", _PROJECT),
    "account_manager": Found("clients.account_manager", (*_PROJECT, "clients")),
    "budget_type": Found("budgets.type", ("budgets",)),
    "category": Found("coalesce(slices.category, absences.category)", ("absences",)),
    "task": Found("slices.task_id"),
    "invoice": Found("invoices.number", ("invoices",)),
    "ageing": Found("slices.ageing"),
    "vendor": Found("slices.vendor"),
    "absence": Found("slices.absence_id"),
    "stage": Found("deals.stage", ("deals",)),
    "owner": Found("deals.owner", ("deals",)),
    "day": Found("strftime(slices.day, '%Y-%m-%d')"),
    "week": Found("strftime(slices.day, '%G-W%V')"),
    "month": Found("strftime(slices.day, '%Y-%m')"),
    "quarter": Found(f"{_YEAR_NAMED} || '-Q' || {_QUARTER}"),
    "year": Found(_YEAR_NAMED),
    "weekday": Found("dayname(slices.day)"),
}

THROUGHOUT = "slices.day BETWEEN $first_day AND $last_day"
BY_THEN = "slices.day <= $last_day"

OF_OPEN_ITEMS = """slices.budget_id IN (
    SELECT budgets.budget_id
    FROM dim_budgets AS budgets
    JOIN dim_projects AS projects ON projects.project_id = budgets.project_id
    WHERE coalesce(budgets.start_date, projects.start_date, $open_on) <= $open_on
        AND (budgets.delivered_on IS NULL OR budgets.delivered_on > $open_on)
        AND (budgets.end_date IS NULL OR budgets.end_date >= $open_on)
        AND projects.status IN ('planned', 'active', 'on_hold')
)"""


@dataclass(frozen=True)
class Shell:
    """What surrounds the slices of one metric for one query and period; `values` are bound, never written."""

    metric: Metric
    query: Query
    period: Period
    only_open: bool
    values: Mapping[str, object]
    connection: duckdb.DuckDBPyConnection
    slices: Slices

    def rows(
        self, counted: Sequence[str], by: Sequence[str], apart_from: Sequence[str] = (), *, rolled_up: bool = False
    ) -> list[tuple[object, ...]]:
        """What is `counted`, by the dimensions `by`, not filtered by those `apart_from`.

        `rolled_up`: only sums are counted, so that slices alike in all the question looks at may be added up before.
        """
        where = [one for one in self.query.where if one.field not in apart_from]
        sql = self._sql(counted, by, where)
        looked_at = frozenset(re.findall(r"\bslices\.(\w+)", sql)) - SIDES
        source = self.slices.rolled_up(looked_at) if rolled_up else self.slices.table
        sql = sql.replace("FROM slices\n", f"FROM {source} AS slices\n")
        bound = {f"filter{place}": list(one.ids) for place, one in enumerate(where)}
        named = set(re.findall(r"\$(\w+)", sql))
        values = {name: value for name, value in {**self.values, **bound}.items() if name in named}
        found: list[tuple[object, ...]] = self.connection.execute(sql, values).fetchall()
        return found

    def _sql(self, counted: Sequence[str], by: Sequence[str], where: Sequence[Filter]) -> str:
        used = {join for name in (*by, *(one.field for one in where)) for join in FOUND[name].joins}
        used |= {self._rates} if self.metric.is_money else set()
        used |= set(FOUND[self.metric.item].joins) if self.metric.item and self.metric.item in FOUND else set()
        stretches = [f"{name} AS {text}" for name, text in STRETCHES.items() if name in {*used, *_rates(used)}]
        keys = [f"{FOUND[name].value} AS key{place}" for place, name in enumerate(by)]
        return "\n".join(
            [
                f"WITH {', '.join(stretches)}" if stretches else "",
                f"SELECT {', '.join([*keys, *counted])}",
                "FROM slices",
                *(text for name, text in JOINS.items() if name in used),
                f"WHERE {' AND '.join(self._conditions(where))}",
                "GROUP BY ALL",
            ]
        )

    def scale_of(self, side: str) -> int:
        """How many of the integers of a side, each times its rate, make one shown unit."""
        units = self.metric.scales[side == "denominator"]
        return units * (RATE_SCALE if self.metric.is_money else 1)

    @property
    def _rates(self) -> str:
        to_date = self.period.start is None
        at_the_end = self.metric.timing is Timing.STATE or (self.metric.adds_up_to_a_state and to_date)
        return "rates_at_end" if at_the_end and not self.metric.own_day else "rates"

    def _conditions(self, where: Sequence[Filter]) -> Iterator[str]:
        yield THROUGHOUT if is_cut(self.metric, self.period) else BY_THEN
        if self.only_open:
            yield OF_OPEN_ITEMS
        for place, one in enumerate(where):
            among = f"list_contains($filter{place}, {FOUND[one.field].value})"
            # What has no value is not among those shut out, so it passes; so does what counts whatever is asked.
            if one.negated or one.field in self.metric.always_counts:
                yield f"coalesce({'NOT ' if one.negated else ''}{among}, TRUE)"
            else:
                yield among


def is_cut(metric: Metric, period: Period) -> bool:
    """Whether slices before the period do not count."""
    return metric.timing is Timing.FLOW and period.start is not None


def _rates(used: set[str]) -> set[str]:
    return {"rates"} if "rates_at_end" in used else set()


def recount(engine: Engine, metric: Metric, query: Query, period: Period, facts: Facts) -> Recount:
    """Every cell of one metric in one period, from its reference SQL."""
    # A cursor has temporary tables and views of its own: no question sees what another was given.
    with engine.kept.lock, engine.connection.cursor() as connection:
        try:
            slices = engine.slices(metric, facts.of(metric, period))
            return _recount(_shell(connection, slices, query, period, facts), facts)
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise MetricError(
                f"The reference SQL of {metric.name} names what the metric does not declare to read: "
                f"{_first_line(error)}. Declare it in `reads`, or take it out of the SQL."
            ) from error
        except duckdb.Error as error:
            raise MetricError(
                f"The reference SQL of {metric.name} cannot be run: {_first_line(error)}. "
                f"Correct assistant/metrics/reference/{metric.name}.sql or a view it uses."
            ) from error


def _recount(shell: Shell, facts: Facts) -> Recount:
    for name in facts.dimensions.tables:
        shell.connection.register(f"dim_{name}", facts.dimensions.table(name))
    return _items(shell) if shell.metric.kind is Kind.PER_ITEM else _sums(shell)


def _first_line(error: duckdb.Error) -> str:
    return str(error).splitlines()[0].rstrip(".!")


def _shell(connection: duckdb.DuckDBPyConnection, slices: Slices, query: Query, period: Period, facts: Facts) -> Shell:
    view = facts.authorised.view
    names_items = any(one.field in ("budget", "project") and one.names and not one.negated for one in query.where)
    metric = slices.metric
    return Shell(
        metric,
        query,
        period,
        only_open=metric.open_items and not query.every_item and not names_items,
        values={
            "first_day": period.start,
            "last_day": period.end,
            "open_on": min(period.end, facts.today) if is_cut(metric, period) else period.end,
            "base_currency": view.settings.base_currency,
            "one": RATE_SCALE,
            "year_starts": view.calendar.fiscal_year_starts,
        },
        connection=connection,
        slices=slices,
    )


# Adding up.


@dataclass(frozen=True)
class Side:
    """The sums of one side by the dimensions it is split by; `kept` are their places in a whole key."""

    sums: Mapping[Key, Fraction]
    total: Fraction
    kept: tuple[int, ...]

    def of(self, key: Key | None) -> Fraction:
        """What a whole key has of it; of the total, all."""
        if key is None:
            return self.total
        return self.sums.get(tuple(key[place] for place in self.kept), Fraction(0))


def _sums(shell: Shell) -> Recount:
    """Both sides of every key; a side that is not split by a dimension is the same for all its values."""
    width = len(shell.query.by)
    metric = shell.metric
    if metric.kind is Kind.SUM:
        sides = _sides(shell, ("numerator",), ())
    elif metric.over_all:
        sides = [*_sides(shell, ("numerator",), ()), *_sides(shell, ("denominator",), metric.over_all)]
    else:
        sides = _sides(shell, ("numerator", "denominator"), ())
    whole = [len(one.kept) == width for one in sides]
    return Recount(
        frozenset(key for one, is_whole in zip(sides, whole, strict=True) if is_whole for key in one.sums if key),
        lambda key: tuple(one.of(key) for one in sides),
        lambda key: tuple(Fraction(0) if is_whole else one.of(key) for one, is_whole in zip(sides, whole, strict=True)),
    )


def _sides(shell: Shell, sides: Sequence[str], over_all: Sequence[str]) -> list[Side]:
    """These sides, by the dimensions that are not among those they are `over_all` of."""
    by, metric = shell.query.by, shell.metric
    kept = tuple(place for place, name in enumerate(by) if name not in over_all)
    # A sum of whole numbers for each rate is quicker than a product for each slice, and as exact.
    rate = "rates.rate" if metric.is_money else "1"
    counted = [rate, *(f"sum(slices.{side})" for side in sides)]
    rows = shell.rows(counted, [by[place] for place in kept], over_all, rolled_up=True)
    return [
        _side([(row[: len(kept)], row[len(kept)], row[at - len(sides)]) for row in rows], kept, shell.scale_of(side))
        for at, side in enumerate(sides)
    ]


def _side(rows: Sequence[tuple[Sequence[object], object, object]], kept: tuple[int, ...], scale: int) -> Side:
    sums: dict[Key, int] = defaultdict(int)
    for key, rate, total in rows:
        sums[_key(key)] += _whole(total) * _whole(rate)
    by_key = {key: Fraction(total, scale) for key, total in sums.items()}
    return Side(by_key, Fraction(sum(sums.values()), scale), kept)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else int(str(value or 0))


def _items(shell: Shell) -> Recount:
    """One value a key: of its one item, or the median over its entries."""
    found = _medians(shell) if shell.metric.item == "entry" else _lone_items(shell)
    keys = frozenset(key for key in found if key)
    return Recount(keys, lambda key: (found.get(key),), lambda _: (None,))


def _lone_items(shell: Shell) -> dict[Key | None, Fraction | None]:
    """The ratio of the item of each key that has exactly one."""
    item = FOUND[str(shell.metric.item)].value
    sides = [f"sum(slices.{side})" for side in ("numerator", "denominator")]
    items: dict[Key | None, dict[object, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for *key, one, numerator, denominator in shell.rows([item, *sides], shell.query.by):
        for place in (_key(key), None):
            items[place][one].append((int(str(numerator or 0)), int(str(denominator or 0))))
    return {key: _ratio(*ratios.values()) for key, ratios in items.items()}


def _ratio(*items: Sequence[tuple[int, int]]) -> Fraction | None:
    denominator = sum(one[1] for one in items[0])
    return Fraction(sum(one[0] for one in items[0]), denominator) if len(items) == 1 and denominator else None


def _medians(shell: Shell) -> dict[Key | None, Fraction | None]:
    """The exact median of each key: the middle value, or the mean of the two in the middle."""
    counts: dict[Key | None, Counter[int]] = defaultdict(Counter)
    for *key, value, count in shell.rows(["slices.numerator", "count(*)"], shell.query.by):
        for place in (_key(key), None):
            counts[place][int(str(value))] += int(str(count))
    return {key: _median(values) / shell.metric.scale for key, values in counts.items()}


def _median(counts: Counter[int]) -> Fraction:
    values = sorted(counts.elements())
    middle = len(values) // 2
    return Fraction(values[middle] + values[-middle - 1], 2)


def _key(values: Sequence[object]) -> Key:
    return tuple(None if value is None else str(value) for value in values)
