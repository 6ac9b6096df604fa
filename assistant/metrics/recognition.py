"""How much of each budget is recognized to date, by walking its events in order.

Work, changes of scope, deliveries and (from today) bookings are events; after each one a budget has recognized so
much to date, floored to the integers of a slice, and a slice is the difference to the event before. So caps and
fees carry from one period into the next, and from actuals into a forecast, by themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR
from assistant.metrics.definition import MetricFacts
from assistant.metrics.lookup import NONE, numbered, numbers
from assistant.metrics.own_currency import rates_of_the_day
from assistant.metrics.slices import COLUMNS, known, known_rows, together, whole
from assistant.metrics.terms import READS_BUDGETS, Budget, Days, Flags, Ints, budgets
from assistant.metrics.worked import READS_ENTRIES, READS_PRICE, budget_of

READS_REVENUE = {
    "time_entries": (*READS_ENTRIES["time_entries"], "billable_rate", "currency"),
    "budgets": READS_BUDGETS,
    "services": READS_PRICE["services"],
    "projects": ("project_id", "kind", "start_date"),
    "bill_rates": READS_PRICE["bill_rates"],
    "expenses": ("expense_id", "project_id", "date", "status", "budget_id", "currency", "billable_amount"),
    "change_requests": (
        "change_id",
        "project_id",
        "status",
        "hours",
        "budget_id",
        "requested_on",
        "decided_on",
        "amount",
    ),
    "exchange_rates": ("date", "currency", "rate"),
}
FIRST_DAY = np.datetime64("0001-01-01", "s")
A_DAY = np.timedelta64(1, "D").astype("timedelta64[s]")


@dataclass(frozen=True)
class Work:
    """Work on one budget, in counting order; `place` is where each piece stands among all work.

    `value` is billable seconds times price, 0 where there is no price. `uses` is what that takes of the budget's cap,
    in the budget's currency by the rates of the day; `known` says whether there are such rates, or no need of them.
    """

    place: Ints
    day: Days
    tracked: Ints
    value: Ints
    uses: Ints
    known: Flags

    def only(self, which: "Flags | Ints | slice") -> "Work":
        """The pieces that `which` marks, or stands for."""
        return Work(
            self.place[which], self.day[which], self.tracked[which], self.value[which], self.uses[which],
            self.known[which],
        )  # fmt: skip

    def paid(self, used: Ints) -> Ints:
        """What pieces of which so much is within the cap are worth, each in the currency of its price; floored."""
        worth: Ints = np.where(self.uses == self.value, used, self.value)
        for cut in np.flatnonzero((used != self.uses) & (self.uses != self.value)):
            worth[cut] = int(self.value[cut]) * int(used[cut]) // int(self.uses[cut])
        return worth


@dataclass(frozen=True)
class Earned:
    """What a budget earned, piece by piece: by work (`place` among all work) and by the calendar (no place).

    `in_budget` says that the work counts in the budget's currency, and not in that of its own price.
    """

    budget: Budget
    place: Ints
    by_work: Ints
    days: Days
    by_calendar: Ints
    in_budget: bool = True


NO_INTS = np.array([], "int64")
NO_DAYS = np.array([], "datetime64[s]")


def by_calendar(budget: Budget, days: Days, amounts: Ints) -> Earned:
    """What nobody worked for: changes, deliveries, calendar days."""
    return Earned(budget, NO_INTS, NO_INTS, days.astype("datetime64[s]"), amounts)


def recognize(
    facts: MetricFacts, work: pd.DataFrame, until: np.datetime64, booked: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """All slices of revenue from this work, expenses and the calendar, up to and including the day `until`.

    `booked` are the budgets with bookings from today on, whose fee goes on being earned by them.
    """
    return together([*_fees(facts, work, until, booked), billable_expenses(facts)])


def recognize_fees(
    facts: MetricFacts, work: pd.DataFrame, until: np.datetime64, booked: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """The same without expenses."""
    return together(_fees(facts, work, until, booked))


def _fees(
    facts: MetricFacts, work: pd.DataFrame, until: np.datetime64, booked: frozenset[str]
) -> Sequence[pd.DataFrame]:
    work = valued(work)
    all_budgets = list(budgets(facts))
    mine = work_by_budget(facts, work, all_budgets)
    earned = [
        part
        for budget in all_budgets
        for part in _of_budget(
            budget, mine[budget.budget_id], until, pd.Timestamp(facts.asked.today), booked=budget.budget_id in booked
        )
    ]
    return without_budget(facts, work), _from_work(work, earned), _from_calendar(earned)


def work_by_budget(facts: MetricFacts, work: pd.DataFrame, all_budgets: Sequence[Budget]) -> dict[str, Work]:
    """The work on each budget."""
    names = {budget.budget_id: place for place, budget in enumerate(all_budgets)}
    of = numbers(work["budget_id"], names)
    currencies = {budget.currency: place for place, budget in enumerate(all_budgets)}
    ours = np.array([currencies[budget.currency] for budget in all_budgets] + [NONE], dtype="int64")
    codes, spoken_in = numbered(work["currency"])
    priced_in = np.array([*(currencies.get(one, NONE) for one in spoken_in), NONE], dtype="int64")[codes]
    under_cap = np.array([one.is_capped for one in all_budgets] + [False])[of]
    foreign = np.flatnonzero((codes != NONE) & (priced_in != ours[of]) & under_cap)
    spent_in = [all_budgets[place].currency for place in of[foreign]]
    value = work["numerator"].to_numpy(dtype="int64")
    uses, known_ = value.copy(), np.ones(len(work), dtype=bool)
    uses[foreign], known_[foreign] = _converted(facts, work.iloc[foreign], spent_in)
    arrays = Work(
        np.arange(len(work)),
        work["day"].to_numpy(dtype="datetime64[s]"),
        work["tracked"].to_numpy(dtype="int64"),
        value,
        uses,
        known_,
    )
    # Short numbers are sorted many times faster, being sorted by their digits.
    order: Ints = np.argsort(of.astype(np.min_scalar_type(-len(names) - 1)), kind="stable").astype("int64")
    bounds = np.searchsorted(of[order], np.arange(len(all_budgets) + 1))
    sorted_ = arrays.only(order)
    pieces = zip(names, bounds[:-1], bounds[1:], strict=True)
    return {name: sorted_.only(slice(begins, ends)) for name, begins, ends in pieces}


def _converted(facts: MetricFacts, work: pd.DataFrame, into: Sequence[str]) -> tuple[Ints, Flags]:
    """The value of each piece in another currency by the rates of its day, floored; and whether there are such."""
    if work.empty:
        return NO_INTS, np.array([], dtype=bool)
    theirs = list(rates_of_the_day(facts, work))
    ours = list(rates_of_the_day(facts, work.assign(currency=pd.Series(into, index=work.index, dtype="object"))))
    values = work["numerator"].to_numpy(dtype="int64")
    pairs = list(zip(map(int, values), theirs, ours, strict=True))
    uses = [value * one // other if one and other else 0 for value, one, other in pairs]
    return np.array(uses, dtype="int64"), np.array([bool(one and other) for _, one, other in pairs])


def _from_work(work: pd.DataFrame, earned: Sequence[Earned]) -> pd.DataFrame:
    """The slices that somebody worked for."""
    place = np.concatenate([NO_INTS, *(one.place for one in earned)])
    lengths = [len(one.place) for one in earned]
    budget = np.repeat(np.array([one.budget.currency for one in earned], dtype=object), lengths)
    in_budget = np.repeat(np.array([one.in_budget for one in earned], dtype=bool), lengths)
    rows = work[[name for name in COLUMNS if name in work.columns]].iloc[place].reset_index(drop=True)
    currency = np.where(in_budget, budget, rows["currency"].to_numpy(dtype=object))
    # Where the budget's own fee is earned, an hour without a price is no unknown.
    unknown = np.where(in_budget, 0, rows["unknown"].to_numpy(dtype="int64"))
    return rows.assign(
        currency=pd.Series(currency, dtype="object"),
        unknown=unknown,
        numerator=np.concatenate([NO_INTS, *(one.by_work for one in earned)]),
    )


def _from_calendar(earned: Sequence[Earned]) -> pd.DataFrame:
    """The slices that nobody worked for, without those of nothing."""
    lengths = [len(one.days) for one in earned]
    amounts = np.concatenate([NO_INTS, *(one.by_calendar for one in earned)])
    rows = pd.DataFrame(
        {
            "day": np.concatenate([NO_DAYS, *(one.days for one in earned)]),
            "project_id": np.repeat(np.array([one.budget.project_id for one in earned], dtype=object), lengths),
            "budget_id": np.repeat(np.array([one.budget.budget_id for one in earned], dtype=object), lengths),
            "currency": np.repeat(np.array([one.budget.currency for one in earned], dtype=object), lengths),
            "numerator": amounts,
            "denominator": 0,
        }
    )
    return rows[rows["numerator"] != 0]


def _of_budget(
    budget: Budget, work: Work, until: np.datetime64, today: pd.Timestamp, *, booked: bool
) -> Iterator[Earned]:
    budget = without_later_changes(budget, until, today)
    if budget.kind == "time_and_materials":
        yield from time_and_materials(budget, work)
    elif budget.kind == "retainer":
        yield monthly_fee(budget, until)
        yield overage(budget, work)
    elif budget.kind == "fixed" and budget.amount is not None:
        if budget.recognition == "on_delivery":
            # What is to be delivered is not delivered yet: it forecasts nothing.
            yield on_delivery(budget, min(until, before(today)))
        elif budget.recognition == "straight_line" or budget.hours is None:
            yield straight_line(budget, until)
        else:
            # With nothing booked, what is left from today on is spread by the forecast itself.
            yield by_hours(budget, work, until if booked else min(until, before(today)))


def without_later_changes(budget: Budget, until: np.datetime64, today: pd.Timestamp) -> Budget:
    """The budget without changes decided later than `until`, or in the future after its end, or after delivery.

    Past its end a budget forecasts nothing; what is delivered is settled.
    """
    on = budget.changed_on
    counts = on <= until
    if budget.end is not None:
        counts &= (on <= budget.end) | (on <= before(today))
    if budget.delivered is not None and budget.kind == "fixed":
        counts &= on <= budget.delivered
    return replace(
        budget,
        changed_on=on[counts],
        changed_amount=budget.changed_amount[counts],
        changed_hours=budget.changed_hours[counts],
    )


def before(today: pd.Timestamp) -> np.datetime64:
    """The last day of the past."""
    last: np.datetime64 = np.datetime64(today.date(), "s") - A_DAY
    return last


def without_budget(facts: MetricFacts, work: pd.DataFrame) -> pd.DataFrame:
    """Billable time on client projects that belongs to no budget, at its price."""
    projects = known_rows(facts, "projects")
    clients = dict.fromkeys(projects.loc[projects["kind"] == "client", "project_id"], 0)
    alone = work["budget_id"].isna().to_numpy() & (numbers(work["project_id"], clients) != NONE)
    return work.iloc[np.flatnonzero(alone)]


def valued(rows: pd.DataFrame) -> pd.DataFrame:
    """Billable seconds times price, as slices; hours without a price are 0 and counted as unknown."""
    price = whole(rows["price"])
    unknown = rows["billable"].where(rows["price"].isna(), 0)
    return rows.assign(numerator=rows["billable"] * price, denominator=0, unknown=unknown)


def billable_expenses(facts: MetricFacts) -> pd.DataFrame:
    """Approved expenses billed on to clients of time-and-materials budgets, in their own currency."""
    rows = expenses(facts)
    kinds = known_rows(facts, "budgets")
    billed_on = set(kinds.loc[kinds["type"] == "time_and_materials", "budget_id"])
    rows = rows[rows["budget_id"].isin(billed_on) & rows["billable_amount"].notna()]
    amounts = whole(rows["billable_amount"]) * SECONDS_PER_HOUR
    return rows.assign(numerator=amounts, denominator=0)


def expenses(facts: MetricFacts) -> pd.DataFrame:
    """Approved expenses of the days before today, each with its budget."""
    rows = known(facts.frame("expenses"), date="day")
    rows = rows[(rows["status"] == "approved") & (rows["day"] < pd.Timestamp(facts.asked.today))]
    rows = rows.reset_index(drop=True)
    return rows.assign(budget_id=budget_of(facts, rows))


def time_and_materials(budget: Budget, work: Work) -> Iterator[Earned]:
    """Billable value, held at the cap; changes of scope move the cap on the day they are decided.

    Work priced in another currency uses it up by the rates of its day; without such rates it is outside the cap.
    """
    if not budget.is_capped:
        yield Earned(budget, work.place, work.value, NO_DAYS, NO_INTS, in_budget=False)
        return
    other, mine = work.only(~work.known), work.only(work.known)
    yield Earned(budget, other.place, other.value, NO_DAYS, NO_INTS, in_budget=False)
    days = np.concatenate([budget.changed_on, mine.day])
    step = np.concatenate([np.zeros(len(budget.changed_on), "int64"), mine.uses])
    order = np.argsort(days, kind="stable")
    cap = budget.amount_on(days[order]) * SECONDS_PER_HOUR
    recognized = np.minimum(np.cumsum(step[order]), cap)
    slices = np.empty(len(order), "int64")
    slices[order] = np.diff(recognized, prepend=0)
    changes = len(budget.changed_on)
    paid = mine.paid(slices[changes:])
    yield Earned(budget, mine.place, paid, budget.changed_on, slices[:changes], in_budget=False)


def share_of(fee: Ints, part: Ints, whole_: Ints) -> Ints:
    """floor(fee x part / whole) in slice units without leaving 64 bits: fee in ten-thousandths, part <= whole."""
    total = fee * SECONDS_PER_HOUR
    return total // whole_ * part + total % whole_ * part // whole_


def straight_on(budget: Budget) -> Budget:
    """With no hours sold on the day of delivery the fee is straight-lined, and that goes straight on."""
    if budget.delivered is None or budget.hours_on(np.array([budget.delivered]))[0] > 0:
        return budget
    return replace(budget, delivered=None)


def by_hours(budget: Budget, work: Work, until: np.datetime64) -> Earned:
    """Fee x min(tracked, sold) / sold after each hour; the rest on delivery, nothing after it.

    On days on which no hours are sold (none agreed, or all taken back) the fee goes straight over the calendar.
    """
    budget = straight_on(budget)
    last = until if budget.delivered is None else min(budget.delivered, until)
    without_hours = _days_without_hours(budget, until)
    mine = work.only(work.day <= last)
    delivered = [budget.delivered] if budget.delivered is not None and budget.delivered <= until else []
    calendar = np.unique(np.concatenate([budget.changed_on, without_hours]))
    calendar = calendar[calendar <= last]
    nothing = np.zeros(len(calendar), "int64")
    days = np.concatenate([calendar, mine.day, np.array(delivered, "datetime64[s]")])
    step = np.concatenate([nothing, mine.tracked, np.zeros(len(delivered), "int64")])
    order = np.argsort(days, kind="stable")
    fee, sold = budget.amount_on(days[order]), budget.hours_on(days[order])
    worked = np.minimum(np.cumsum(step[order]), sold)
    by_work = share_of(fee, worked, np.maximum(sold, 1))
    recognized = np.where(sold > 0, by_work, straight_to(budget, days[order], fee))
    if delivered:
        recognized[-1] = fee[-1] * SECONDS_PER_HOUR
    slices = np.empty(len(order), "int64")
    slices[order] = np.diff(recognized, prepend=0)
    marks, ends = len(calendar), len(calendar) + len(mine.place)
    earned = slices[marks:ends]
    on = np.concatenate([calendar, np.array(delivered, "datetime64[s]")])
    jumps = np.concatenate([slices[:marks], slices[ends:]])
    return Earned(budget, mine.place[earned != 0], earned[earned != 0], on, jumps)


def _days_without_hours(budget: Budget, until: np.datetime64) -> Days:
    """The calendar days of start..end on which no hours are sold."""
    if budget.start is None or budget.end is None:
        return np.array([], "datetime64[s]")
    days = np.arange(budget.start, min(budget.end, until) + A_DAY, A_DAY)
    return days[budget.hours_on(days) <= 0]


def _days_between(start: np.datetime64, days: Days) -> Ints:
    counted: Ints = ((days - start) // A_DAY).astype("int64") + 1
    return counted


def straight_to(budget: Budget, days: Days, fee: Ints) -> Ints:
    """Recognized to date by calendar days of start..end; nothing where the agreement has no end."""
    if budget.start is None or budget.end is None or budget.end < budget.start:
        return np.zeros(len(days), "int64")
    total = _days_between(budget.start, np.array([budget.end]))[0]
    elapsed = np.clip(_days_between(budget.start, days), 0, total)
    return share_of(fee, elapsed, np.full(len(days), total))


def straight_line(budget: Budget, until: np.datetime64) -> Earned:
    """The fee in equal calendar days, whatever was worked; a change counts on the day it was decided."""
    if budget.start is None or budget.end is None:
        return by_calendar(budget, NO_DAYS, NO_INTS)
    running = np.arange(budget.start, min(budget.end, until) + A_DAY, A_DAY)
    days = np.unique(np.concatenate([running, budget.changed_on]))
    recognized = straight_to(budget, days, budget.amount_on(days))
    return by_calendar(budget, days, np.diff(recognized, prepend=0))


def on_delivery(budget: Budget, until: np.datetime64) -> Earned:
    """The whole fee on the day of delivery, nothing before and nothing after."""
    on = NO_DAYS if budget.delivered is None or budget.delivered > until else np.array([budget.delivered])
    return by_calendar(budget, on, budget.amount_on(on) * SECONDS_PER_HOUR)


def months_of(budget: Budget, until: np.datetime64) -> Iterator[tuple[np.datetime64, np.datetime64]]:
    """First and last day of every calendar month that a retainer touches, up to the month of `until`."""
    if budget.start is None:
        return
    last = until if budget.end is None else min(budget.end, until)
    month = budget.start.astype("datetime64[M]")
    while month.astype("datetime64[s]") <= last:
        yield month.astype("datetime64[s]"), (month + 1).astype("datetime64[s]") - A_DAY
        month += 1


def monthly_fee(budget: Budget, until: np.datetime64) -> Earned:
    """The monthly amount over the calendar days of each month, the days inside start..end only."""
    days_parts, amounts = [np.array([], "datetime64[s]")], [np.array([], "int64")]
    for first, last in months_of(budget, until):
        begins = max(first, budget.start) if budget.start is not None else first
        ends = min(last, until) if budget.end is None else min(last, until, budget.end)
        days = np.arange(begins, ends + A_DAY, A_DAY)
        in_month = np.full(len(days), int((last - first) // A_DAY) + 1)
        to_date = share_of(np.full(len(days), budget.amount or 0), _days_between(begins, days), in_month)
        days_parts.append(days)
        amounts.append(np.diff(to_date, prepend=0))
    return by_calendar(budget, np.concatenate(days_parts), np.concatenate(amounts))


def overage(budget: Budget, work: Work) -> Earned:
    """Hours beyond the month's allowance at the overage rate, on the day the allowance is passed."""
    if budget.hours is None or not budget.overage_rate or not len(work.place):
        return by_calendar(budget, NO_DAYS, NO_INTS)
    carried, places, amounts = 0, [NO_INTS], [NO_INTS]
    for first, last in months_of(budget, work.day.max()):
        begins, ends = np.searchsorted(work.day, first), np.searchsorted(work.day, last, side="right")
        allowance = budget.hours + carried
        used = np.cumsum(work.tracked[begins:ends])
        beyond = np.diff(np.maximum(used - allowance, 0), prepend=0)
        places.append(work.place[begins:ends][beyond != 0])
        amounts.append(beyond[beyond != 0] * budget.overage_rate)
        surplus = max(0, allowance - int(used[-1])) if len(used) else max(0, allowance)
        carried = surplus if budget.rollover_cap is None else min(surplus, budget.rollover_cap)
    return Earned(budget, np.concatenate(places), np.concatenate(amounts), NO_DAYS, NO_INTS)
