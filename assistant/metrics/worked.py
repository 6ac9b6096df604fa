"""Time entries as the other metrics need them: counted, attributed to a budget, priced and costed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from assistant.metrics.definition import MetricFacts, once
from assistant.metrics.lookup import NONE, Ints, newest, numbered, numbers, taken
from assistant.metrics.person_days import latest_assigned
from assistant.metrics.slices import half_up, in_order_of_id, known, known_rows, whole

READS_BELONGING = {
    "services": ("service_id", "budget_id"),
    "budgets": ("budget_id", "project_id", "start_date", "end_date"),
    "projects": ("project_id", "start_date"),
}
READS_ENTRIES = {
    "time_entries": (
        "entry_id", "person_id", "project_id", "date", "hours", "billable_hours", "status", "budget_id", "service_id",
        "task_id",
    ),
    **READS_BELONGING,
}  # fmt: skip
READS_PRICE = {
    "time_entries": ("service_id", "billable_rate", "currency"),
    "services": ("service_id", "budget_id", "billable", "price", "discount_percent"),
    "budgets": ("budget_id", "currency"),
    "bill_rates": ("valid_from", "hourly_rate", "currency", "person_id", "job_title", "project_id"),
}
LOOKS_AT_JOB_TITLE = {
    "people": ("person_id", "job_title"),
    "assignments": ("person_id", "valid_from", "job_title"),
}
READS_COST = {
    "time_entries": ("cost_rate", "currency"),
    "cost_rates": ("person_id", "valid_from", "hourly_cost", "currency"),
}
WHOLE_PRICE = 1_000_000
InForce = tuple[str, np.datetime64, np.datetime64]
LONG_AGO = np.datetime64("0001-01-01", "s")
FAR_AHEAD = np.datetime64("9999-12-31", "s")
A_DAY = np.timedelta64(86_400, "s")


def entries(facts: MetricFacts, *, approved_only: bool = False) -> pd.DataFrame:
    """Time entries that count: not rejected, dated today or before, each with the budget it belongs to.

    Columns as in the table, `date` called day, `hours` called tracked, `billable_hours` called billable (seconds).
    """
    return known(coded_entries(facts, approved_only=approved_only))


def coded_entries(facts: MetricFacts, *, approved_only: bool = False) -> pd.DataFrame:
    """The same with categoricals for ids, which are many times quicker to look up than as many texts."""
    names = {"date": "day", "hours": "tracked", "billable_hours": "billable"}
    rows = facts.frame("time_entries").rename(columns=names)
    counts = rows["status"] != "rejected"
    if approved_only:
        counts = rows["status"] == "approved"
    rows = those(rows, counts & (rows["day"] <= pd.Timestamp(facts.asked.today)))
    for side in ("tracked", "billable"):
        if side in rows.columns:
            rows[side] = whole(rows[side])
    if "project_id" not in rows.columns:
        return rows
    codes, budgets = _budgets_of(facts, rows)
    return rows.assign(budget_id=pd.Categorical.from_codes(codes, pd.Index(budgets, dtype="str")))


def those(rows: pd.DataFrame, counts: "pd.Series[bool]") -> pd.DataFrame:
    """The rows that count, numbered from 0; the very same where all do, for copying a million takes long."""
    return rows.reset_index(drop=True) if counts.all() else rows[counts].reset_index(drop=True)


def budget_of(facts: MetricFacts, rows: pd.DataFrame) -> "pd.Series[Any]":
    """The budget each row belongs to: named, else its service's, else the project's only one in force that day."""
    codes, names = _budgets_of(facts, rows)
    return pd.Series(taken(names, codes), index=rows.index, dtype="object")


def _budgets_of(facts: MetricFacts, rows: pd.DataFrame) -> tuple[Ints, list[Any]]:
    """The budget each row belongs to by its place among the names of all; NONE where it belongs to none."""
    told_by = rows[[name for name in ("budget_id", "service_id", "project_id", "day") if name in rows.columns]]
    places: dict[Any, int] = {}
    found = np.full(len(rows), NONE, dtype="int64")
    for way in (_named, _of_the_service, _only_one):
        left = np.flatnonzero(found == NONE)
        codes, names = way(facts, told_by.iloc[left])
        table = [NONE if pd.isna(one) else places.setdefault(one, len(places)) for one in names]
        found[left] = np.array([*table, NONE], dtype="int64")[codes]
    return found, list(places)


def _named(_: MetricFacts, rows: pd.DataFrame) -> tuple[Ints, Sequence[Any]]:
    """The place of the budget that each row names itself, and the names."""
    return numbered(rows["budget_id"]) if "budget_id" in rows.columns else (_nowhere(rows), ())


def _of_the_service(facts: MetricFacts, rows: pd.DataFrame) -> tuple[Ints, Sequence[Any]]:
    """The place of the budget of each row's service, and the names."""
    if "service_id" not in rows.columns:
        return _nowhere(rows), ()
    services = known_rows(facts, "services")
    by_service = dict(zip(services["service_id"], services["budget_id"], strict=True))
    codes, distinct = numbered(rows["service_id"])
    return codes, [by_service.get(one) for one in distinct]


def _nowhere(rows: pd.DataFrame) -> Ints:
    return np.full(len(rows), NONE, dtype="int64")


def _only_one(facts: MetricFacts, rows: pd.DataFrame) -> tuple[Ints, list[str | None]]:
    """The place of the project's budget on the row's day, where exactly one is in force, and the names."""
    spans = in_force_by_project(facts) if len(rows) else {}
    projects = {project: place for place, project in enumerate(spans)}
    keys, days, names = [], [], []
    for project, budgets in spans.items():
        for day, name in _alone(budgets):
            keys.append(projects[project])
            days.append(day)
            names.append(name)
    when = np.array(days, dtype="datetime64[s]")
    place = newest(numbers(rows["project_id"], projects), rows["day"].to_numpy(), np.array(keys, dtype="int64"), when)
    return place, names


def _alone(budgets: list[InForce]) -> Iterator[tuple[np.datetime64, str | None]]:
    """From which day on which of a project's budgets is the only one in force; None from when it is none or several."""
    cuts = {since for _, since, _ in budgets} | {until + A_DAY for _, _, until in budgets if until < FAR_AHEAD}
    for day in sorted(cuts):
        open_then = [name for name, since, until in budgets if since <= day <= until]
        yield day, open_then[0] if len(open_then) == 1 else None


def in_force_by_project(facts: MetricFacts) -> dict[Any, list[InForce]]:
    """Every project's budgets with the days they are in force; a blank start is the project's, a blank end open."""
    return once(facts, "in force by project", lambda: _in_force_by_project(facts))


def _in_force_by_project(facts: MetricFacts) -> dict[Any, list[InForce]]:
    projects = known_rows(facts, "projects")
    starts = dict(zip(projects["project_id"], projects["start_date"], strict=True))
    found: dict[Any, list[InForce]] = {}
    for one in known_rows(facts, "budgets").to_dict("records"):
        start = starts.get(one["project_id"]) if pd.isna(one["start_date"]) else one["start_date"]
        since = LONG_AGO if start is None or pd.isna(start) else np.datetime64(start, "s")
        until = FAR_AHEAD if pd.isna(one["end_date"]) else np.datetime64(one["end_date"], "s")
        found.setdefault(one["project_id"], []).append((one["budget_id"], since, until))
    return found


def with_price(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Add `price` (ten-thousandths an hour, missing where unknown) and `currency`, at each row's own day.

    A rate on the entry beats the service's price, which beats the standard rates.
    """
    price, currency = _service_price(facts, rows)
    rated = rows["billable_rate"].notna() if "billable_rate" in rows.columns else False
    left = np.flatnonzero((price.isna() & ~rated).to_numpy())
    rates = _standard_rate(facts, rows[["person_id", "project_id", "day"]].iloc[left])
    price, currency = (_put(one, left, rate) for one, rate in zip((price, currency), rates, strict=True))
    if "billable_rate" in rows.columns:
        on_entry = rows["billable_rate"].astype("Int64")
        codes, distinct = numbered(rows["currency"])
        spoken_in = pd.Series(taken(distinct, codes), index=rows.index, dtype="object")
        currency = currency.where(on_entry.isna(), spoken_in)
        price = on_entry.where(on_entry.notna(), price)
    return rows.assign(price=price, currency=currency)


def _put(column: "pd.Series[Any]", places: Ints, values: "pd.Series[Any]") -> "pd.Series[Any]":
    """The column with these values at these places."""
    made = column.array.copy()
    made[places] = values.array
    return pd.Series(made, index=column.index, dtype=column.dtype)


def _service_price(facts: MetricFacts, rows: pd.DataFrame) -> tuple["pd.Series[Any]", "pd.Series[Any]"]:
    """The discounted price of the row's service, 0 where the service is not billable, in its budget's currency."""
    services = known_rows(facts, "services")
    price = services["price"].astype("Int64")
    share = WHOLE_PRICE - services["discount_percent"].astype("Int64").fillna(0)
    price = half_up(price * share, WHOLE_PRICE)
    free = ~services["billable"].astype("boolean").fillna(value=True)
    price = price.where(~free, 0)
    budgets = known_rows(facts, "budgets")
    currencies = dict(zip(budgets["budget_id"], budgets["currency"], strict=True))
    spoken_in = services["budget_id"].map(currencies, na_action="ignore")
    if "service_id" not in rows.columns:
        empty = pd.Series(pd.NA, index=rows.index, dtype="Int64")
        return empty, pd.Series(None, index=rows.index, dtype="object")
    place = numbers(rows["service_id"], {name: place for place, name in enumerate(services["service_id"])})
    return _prices_at(place, price, spoken_in, rows.index)


def _prices_at(
    place: Ints, price: "pd.Series[Any]", spoken_in: "pd.Series[Any]", index: pd.Index
) -> tuple["pd.Series[Any]", "pd.Series[Any]"]:
    """Prices and currencies at these places of a list; missing at NONE."""
    currency = pd.Series(taken(spoken_in.to_list(), place), index=index, dtype="object")
    if not len(price):
        return pd.Series(pd.NA, index=index, dtype="Int64"), currency
    values = price.astype("Int64").reset_index(drop=True)
    found = values.take(np.maximum(place, 0)).set_axis(index)
    return found.mask(place == NONE), currency


def past_work(facts: MetricFacts) -> pd.DataFrame:
    """Priced entries of the days before today, approved ones only where the settings say so, in counting order."""
    return known(coded_past_work(facts))


def coded_past_work(facts: MetricFacts) -> pd.DataFrame:
    """The same with categoricals for the ids of entries, which are quicker to look up."""
    rows = coded_entries(facts, approved_only=facts.asked.approval_required)
    rows = those(rows, rows["day"] < pd.Timestamp(facts.asked.today))
    return in_order_of_id(with_price(facts, rows)).assign(planned=False)


# Most specific first: which keys a standard rate names.
LEVELS = (
    ("person_id", "project_id"),
    ("project_id", "job_title"),
    ("project_id",),
    ("person_id",),
    ("job_title",),
    (),
)
_KEYS = ("person_id", "project_id", "job_title")


def _standard_rate(facts: MetricFacts, rows: pd.DataFrame) -> tuple["pd.Series[Any]", "pd.Series[Any]"]:
    """The most specific standard rate valid on the day, and of those the newest."""
    people = known_rows(facts, "people")
    always = dict(zip(people["person_id"], people["job_title"], strict=True))
    titles = latest_assigned(facts, "job_title", rows["person_id"], rows["day"], always)
    titled = rows[["person_id", "project_id", "day"]].assign(
        job_title=pd.Series(titles, index=rows.index, dtype="object")
    )
    rates = known_rows(facts, "bill_rates")
    rates = rates[rates["hourly_rate"].notna()]
    level = pd.Series([_level_of(rate) for rate in rates.to_dict("records")], index=rates.index, dtype="int64")
    place = np.full(len(rows), NONE, dtype="int64")
    for number, keys in enumerate(LEVELS):
        here = np.flatnonzero(level.to_numpy() == number)
        found = _newest(titled, rates.iloc[here], keys)
        place = np.where((place == NONE) & (found != NONE), _at(here, found), place)
    return _prices_at(place, rates["hourly_rate"], rates["currency"], rows.index)


def _at(places: Ints, found: Ints) -> Ints:
    """The places that numbers within a part stand for in the whole."""
    made: Ints = np.append(places, NONE)[found]
    return made


def _level_of(rate: Mapping[Any, Any]) -> int:
    """The level of a rate by the keys it names; -1 where these are no level, and the rate prices nothing."""
    named = {key for key in _KEYS if rate[key] is not None and not pd.isna(rate[key])}
    return next((place for place, keys in enumerate(LEVELS) if set(keys) == named), -1)


def _newest(rows: pd.DataFrame, rates: pd.DataFrame, keys: tuple[str, ...]) -> Ints:
    """For each row the place of the newest of these rates by its day whose keys match; NONE where none does."""
    if rates.empty:
        return np.full(len(rows), NONE, dtype="int64")
    mine, theirs = np.zeros(len(rows), dtype="int64"), np.zeros(len(rates), dtype="int64")
    for key in keys:
        known_keys = {one: place for place, one in enumerate(rates[key].unique())}
        codes = numbers(rows[key], known_keys)
        mine = np.where((mine == NONE) | (codes == NONE), NONE, mine * len(known_keys) + codes)
        theirs = theirs * len(known_keys) + numbers(rates[key], known_keys)
    return newest(mine, rows["day"].to_numpy(), theirs, rates["valid_from"].to_numpy())


def with_cost(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Add `cost` (ten-thousandths an hour, missing where unknown) and `cost_currency` at each row's own day."""
    made = with_standing_cost(facts, rows)
    on_entry = rows["cost_rate"].astype("Int64")
    return made.assign(
        cost=on_entry.where(on_entry.notna(), made["cost"]),
        cost_currency=rows["currency"].where(on_entry.notna(), made["cost_currency"]),
    )


def with_standing_cost(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """The same by the cost rates alone: each person's newest by each row's own day."""
    rates = known_rows(facts, "cost_rates")
    place = _newest(rows, rates, ("person_id",))
    found, spoken_in = _prices_at(place, rates["hourly_cost"], rates["currency"], rows.index)
    return rows.assign(cost=found, cost_currency=spoken_in)
