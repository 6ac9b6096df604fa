"""What open deals would cost and leave before they are signed: their hours at the average cost of a job title."""

import numpy as np
import pandas as pd

from assistant.agency.units import SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.demand import working_days
from assistant.metrics.person_days import latest_assigned
from assistant.metrics.sales import BY_DEAL, worth
from assistant.metrics.slices import known_rows, slices, together
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import READS_COST, with_standing_cost

READS_WORK = {
    "deals": ("deal_id", "client_id", "status", "probability", "expected_close", "start_date", "end_date"),
    "deal_roles": ("deal_id", "job_title", "hours"),
    "people": ("person_id", "job_title", "start_date", "end_date"),
    "assignments": ("person_id", "valid_from", "job_title"),
    "cost_rates": READS_COST["cost_rates"],
}
READS_WORTH = {**READS_WORK, "deals": (*READS_WORK["deals"], "value", "currency")}
ROLE = ["deal_id", "client_id", "job_title"]
TITLE = ["job_title", "day"]


def _work(facts: MetricFacts) -> pd.DataFrame:
    """Seconds each open deal needs of a job title on each of its working days; of one without any, today.

    Columns: deal_id, client_id, job_title, day, seconds; hours to date are cut down to whole seconds.
    """
    roles = known_rows(facts, "deal_roles")
    deals = known_rows(facts, "deals")
    deals = deals[deals["status"] == "open"][["deal_id", "client_id"]]
    of_deal = {deal: days for deal, _, days in working_days(facts) if len(days)}
    today = np.array([facts.asked.today], dtype="datetime64[s]")
    nothing = {name: np.array([], object) for name in ROLE}
    parts = [pd.DataFrame({**nothing, "day": today[:0], "seconds": np.array([], "int64")})]
    for role in roles[roles["hours"] > 0].merge(deals, on="deal_id").to_dict("records"):
        days = of_deal.get(role["deal_id"], today)
        to_date = int(role["hours"]) * np.arange(len(days) + 1, dtype="int64") // len(days)
        made = pd.DataFrame({"day": days, "seconds": np.diff(to_date)})
        parts.append(made.assign(**{name: role[name] for name in ROLE}))
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]


def _costs(facts: MetricFacts, days: "pd.Series[pd.Timestamp]") -> pd.DataFrame:
    """What an hour of the people employed with each job title comes to on each of these days.

    Columns: job_title, day, currency, hourly (the sum over those paid in it), people (how many have a known cost).
    """
    people = known_rows(facts, "people")
    rows = people.merge(pd.DataFrame({"day": days.unique()}), how="cross")
    employed = (rows["start_date"] <= rows["day"]) & ~(rows["end_date"] < rows["day"])
    rows = rows[employed].reset_index(drop=True)
    always = dict(zip(people["person_id"], people["job_title"], strict=True))
    rows["job_title"] = latest_assigned(facts, "job_title", rows["person_id"], rows["day"], always)
    rows = with_standing_cost(facts, rows)
    rows = rows[rows["cost"].notna() & rows["job_title"].notna()]
    rows = rows.assign(
        currency=rows["cost_currency"].fillna(facts.asked.base_currency), hourly=rows["cost"].astype("int64")
    )
    sums = rows.groupby([*TITLE, "currency"], as_index=False)[["hourly"]].sum()
    heads = rows.assign(people=1).groupby(TITLE, as_index=False)[["people"]].sum()
    return sums.merge(heads, on=TITLE)


def _costed(facts: MetricFacts) -> pd.DataFrame:
    """What each open deal would cost by job title and currency: ROLE, currency, cost, unknown (seconds), seconds."""
    work = _work(facts)
    work = work[work["seconds"] > 0]
    rows = work.merge(_costs(facts, work["day"]), on=TITLE, how="left")
    there = rows["people"].notna()
    hourly, people = (rows[name].where(there, 1).astype("int64") for name in ("hourly", "people"))
    rows = rows.assign(
        cost=(rows["seconds"] * hourly // people).where(there, 0).astype("int64"),
        unknown=rows["seconds"].where(~there, 0).astype("int64"),
        currency=rows["currency"].astype("object").where(there, None),
    )
    return rows.groupby([*ROLE, "currency"], as_index=False, dropna=False)[["cost", "unknown"]].sum()


def _dated(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of deals on the day each is expected to close, or all on the last day where no period is asked about."""
    deals = known_rows(facts, "deals")
    rows = rows.merge(deals[["deal_id", "expected_close"]].rename(columns={"expected_close": "day"}), on="deal_id")
    if facts.asked.to_date:
        rows = rows.assign(day=pd.Timestamp(facts.asked.last_day).as_unit("s"))
    return rows[rows["day"].notna()].reset_index(drop=True)


def deal_cost(facts: MetricFacts) -> pd.DataFrame:
    """The hours of open deals at the average cost of the people with their job titles."""
    rows = _dated(facts, _costed(facts))
    return slices(rows, rows["cost"])


def _both_sides(facts: MetricFacts) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What deals are worth and what they would cost, of those of which both are known."""
    deals = known_rows(facts, "deals")
    deals = deals[(deals["status"] == "open") & deals["value"].notna()]
    costs = _costed(facts)
    costs = costs[costs["deal_id"].isin(set(deals["deal_id"]))]
    priced = set(costs.loc[costs["currency"].notna(), "deal_id"])
    values = _dated(facts, deals[deals["deal_id"].isin(priced)].drop(columns="expected_close"))
    costs = costs[costs["deal_id"].isin(priced)].drop(columns=["job_title", "unknown"])
    return slices(values, worth(values)), _dated(facts, costs)


def deal_profit(facts: MetricFacts) -> pd.DataFrame:
    """The value of open deals less what they would cost."""
    values, costs = _both_sides(facts)
    return together([values, slices(costs, -costs["cost"])])


def deal_margin(facts: MetricFacts) -> pd.DataFrame:
    """What open deals would leave, over their value."""
    values, costs = _both_sides(facts)
    return together([values.assign(denominator=values["numerator"]), slices(costs, -costs["cost"])])


_AT = (
    "their hours, even over the Mondays to Fridays of their work, at the average cost, on each day, of the people "
    "employed with that job title whose cost is known"
)
_OF_WHICH = "of the open deals with a value and a known cost; with a period, of those expected to close in it"
NEEDS = ("deals", "deal_roles", "cost_rates")
DEFINITIONS = (
    Metric(
        name="deal_cost",
        title="Estimated cost of deals",
        meaning=f"What open deals would cost: {_AT}; with a period, of those expected to close in it.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_WORK,
        by=(*BY_DEAL, "job_title"),
        compute=deal_cost,
        also_called=ALSO_CALLED["deal_cost"],
        outlook=Outlook.STATE,
        said_of={"deal": "estimated cost"},
        unknown_means="cost rate",
        tells_rates=True,
        needs=NEEDS,
    ),
    Metric(
        name="deal_profit",
        title="Estimated profit of deals",
        meaning=f"The value less the estimated cost {_OF_WHICH}. Estimated cost: {_AT}.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_WORTH,
        by=BY_DEAL,
        compute=deal_profit,
        also_called=ALSO_CALLED["deal_profit"],
        outlook=Outlook.STATE,
        said_of={"deal": "estimated profit"},
        shown_with=("deal_cost",),
        is_sum_of_shown=False,
        unknown_means="cost rate",
        tells_rates=True,
        needs=NEEDS,
    ),
    Metric(
        name="deal_margin",
        title="Estimated margin of deals",
        meaning=f"The value less the estimated cost, over the value, {_OF_WHICH}. Estimated cost: {_AT}.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_WORTH,
        by=BY_DEAL,
        compute=deal_margin,
        also_called=ALSO_CALLED["deal_margin"],
        outlook=Outlook.STATE,
        said_of={"deal": "estimated margin"},
        shown_with=("deal_cost",),
        is_sum_of_shown=False,
        parts=("estimated profit", "value"),
        converts=True,
        unknown_means="cost rate",
        tells_rates=True,
        needs=NEEDS,
    ),
)
