"""Time entries as the other metrics need them: counted, attributed to a budget, priced and costed."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from assistant.metrics.definition import MetricFacts
from assistant.metrics.person_days import latest_assigned
from assistant.metrics.slices import half_up, known, whole

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
InForce = tuple[str, pd.Timestamp, pd.Timestamp]


def entries(facts: MetricFacts, *, approved_only: bool = False) -> pd.DataFrame:
    """Time entries that count: not rejected, dated today or before, each with the budget it belongs to.

    Columns as in the table, `date` called day, `hours` called tracked, `billable_hours` called billable (seconds).
    """
    rows = known(facts.frame("time_entries"), date="day", hours="tracked", billable_hours="billable")
    counts = rows["status"] != "rejected"
    if approved_only:
        counts = rows["status"] == "approved"
    rows = rows[counts & (rows["day"] <= pd.Timestamp(facts.asked.today))].reset_index(drop=True)
    for side in ("tracked", "billable"):
        if side in rows.columns:
            rows[side] = whole(rows[side])
    return rows.assign(budget_id=budget_of(facts, rows)) if "project_id" in rows.columns else rows


def budget_of(facts: MetricFacts, rows: pd.DataFrame) -> "pd.Series[Any]":
    """The budget each row belongs to: named, else its service's, else the project's only one in force that day."""
    named = rows["budget_id"] if "budget_id" in rows.columns else pd.Series(None, index=rows.index, dtype="object")
    services = known(facts.frame("services"))
    by_service = dict(zip(services["service_id"], services["budget_id"], strict=True))
    if "service_id" in rows.columns:
        named = named.where(named.notna(), rows["service_id"].map(by_service, na_action="ignore"))
    in_force = in_force_by_project(facts)
    open_rows = rows.index[named.isna()]
    alone_in = rows.loc[open_rows, ["project_id", "day"]].itertuples(index=False)
    found = [_only_one(in_force.get(project, []), day) for project, day in alone_in]
    alone = pd.Series(found, index=open_rows, dtype="object")
    return named.astype("object").where(named.notna(), alone.reindex(rows.index))


def in_force_by_project(facts: MetricFacts) -> dict[Any, list[InForce]]:
    """Every project's budgets with the days they are in force; a blank start is the project's, a blank end open."""
    projects = known(facts.frame("projects"))
    starts = dict(zip(projects["project_id"], projects["start_date"], strict=True))
    found: dict[Any, list[InForce]] = {}
    for one in known(facts.frame("budgets")).to_dict("records"):
        start = starts.get(one["project_id"]) if pd.isna(one["start_date"]) else one["start_date"]
        since = pd.Timestamp.min.as_unit("s") if start is None or pd.isna(start) else start
        until = pd.Timestamp.max.as_unit("s") if pd.isna(one["end_date"]) else one["end_date"]
        found.setdefault(one["project_id"], []).append((one["budget_id"], since, until))
    return found


def _only_one(budgets: list[InForce], day: pd.Timestamp) -> str | None:
    open_then = [name for name, since, until in budgets if since <= day <= until]
    return open_then[0] if len(open_then) == 1 else None


def with_price(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Add `price` (ten-thousandths an hour, missing where unknown) and `currency`, at each row's own day.

    A rate on the entry beats the service's price, which beats the standard rates.
    """
    price, currency = _service_price(facts, rows)
    rates, rate_currency = _standard_rate(facts, rows)
    currency = currency.where(price.notna(), rate_currency)
    price = price.where(price.notna(), rates)
    if "billable_rate" in rows.columns:
        on_entry = rows["billable_rate"].astype("Int64")
        currency = currency.where(on_entry.isna(), rows["currency"])
        price = on_entry.where(on_entry.notna(), price)
    return rows.assign(price=price, currency=currency)


def _service_price(facts: MetricFacts, rows: pd.DataFrame) -> tuple["pd.Series[Any]", "pd.Series[Any]"]:
    """The discounted price of the row's service, 0 where the service is not billable, in its budget's currency."""
    services = known(facts.frame("services"))
    price = services["price"].astype("Int64")
    share = WHOLE_PRICE - services["discount_percent"].astype("Int64").fillna(0)
    price = half_up(price * share, WHOLE_PRICE)
    free = ~services["billable"].astype("boolean").fillna(value=True)
    price = price.where(~free, 0)
    budgets = known(facts.frame("budgets"))
    currencies = dict(zip(budgets["budget_id"], budgets["currency"], strict=True))
    spoken_in = services["budget_id"].map(currencies, na_action="ignore")
    prices = dict(zip(services["service_id"], price, strict=True))
    tongues = dict(zip(services["service_id"], spoken_in, strict=True))
    if "service_id" not in rows.columns:
        empty = pd.Series(pd.NA, index=rows.index, dtype="Int64")
        return empty, pd.Series(None, index=rows.index, dtype="object")
    found = pd.Series([prices.get(one, pd.NA) for one in rows["service_id"]], index=rows.index, dtype="Int64")
    return found, pd.Series([tongues.get(one) for one in rows["service_id"]], index=rows.index, dtype="object")


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
    people = known(facts.frame("people"))
    always = dict(zip(people["person_id"], people["job_title"], strict=True))
    titles = latest_assigned(facts, "job_title", rows["person_id"], rows["day"], always)
    titled = rows.assign(job_title=pd.Series(titles, index=rows.index, dtype="object"))
    rates = known(facts.frame("bill_rates"))
    rates = rates[rates["hourly_rate"].notna()]
    level = pd.Series([_level_of(rate) for rate in rates.to_dict("records")], index=rates.index, dtype="int64")
    price = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    currency = pd.Series(None, index=rows.index, dtype="object")
    for place, keys in enumerate(LEVELS):
        found, spoken_in = _newest(titled, rates[level == place], keys)
        currency = currency.where(price.notna(), spoken_in)
        price = price.where(price.notna(), found)
    return price, currency


def _level_of(rate: Mapping[Any, Any]) -> int:
    """The level of a rate by the keys it names; -1 where these are no level, and the rate prices nothing."""
    named = {key for key in _KEYS if rate[key] is not None and not pd.isna(rate[key])}
    return next((place for place, keys in enumerate(LEVELS) if set(keys) == named), -1)


def _newest(
    rows: pd.DataFrame, rates: pd.DataFrame, keys: tuple[str, ...]
) -> tuple["pd.Series[Any]", "pd.Series[Any]"]:
    """For each row the newest of these rates by its day whose keys match."""
    price = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    currency = pd.Series(None, index=rows.index, dtype="object")
    if rates.empty:
        return price, currency
    for named, group in rates.groupby(list(keys), sort=False) if keys else [((), rates)]:
        here = np.ones(len(rows), dtype=bool)
        for key, value in zip(keys, named, strict=True):
            here &= (rows[key] == value).to_numpy()
        ordered = group.sort_values("valid_from", kind="stable")
        place = np.searchsorted(ordered["valid_from"].to_numpy(), rows.loc[here, "day"].to_numpy(), side="right")
        index = rows.index[here][place > 0]
        taken = place[place > 0] - 1
        price[index] = ordered["hourly_rate"].to_numpy()[taken]
        currency[index] = ordered["currency"].to_numpy()[taken]
    return price, currency


def with_cost(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Add `cost` (ten-thousandths an hour, missing where unknown) and `cost_currency` at each row's own day."""
    rates = known(facts.frame("cost_rates"))
    found, spoken_in = _newest(
        rows, rates.assign(project_id=None, job_title=None, hourly_rate=rates["hourly_cost"]), ("person_id",)
    )
    on_entry = rows["cost_rate"].astype("Int64")
    return rows.assign(
        cost=on_entry.where(on_entry.notna(), found),
        cost_currency=rows["currency"].where(on_entry.notna(), spoken_in),
    )
