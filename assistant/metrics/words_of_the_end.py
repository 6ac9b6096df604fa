"""What people call the metrics of how things will end and begin: forecasts, commitments, estimates, earliest starts."""

AT_COST = {
    "planned_value": "pv | bcws",
    "earned_value": "ev | bcwp | earned value analysis",
    "actual_cost": "acwp",
    "cost_variance": "cv",
    "schedule_variance": "sv",
    "cpi": "cost performance index",
    "spi": "schedule performance index",
    "estimate_at_completion": "eac",
    "estimate_to_complete": "etc",
    "variance_at_completion": "vac",
    "estimate_at_completion_as_planned": "eac as planned",
    "estimate_at_completion_by_schedule": "eac by schedule",
    "estimate_at_completion_by_hours": "eac by hours",
}
"""What is asked "at cost" or "on the cost basis" by these and by the metric's own name."""


def _at_cost(name: str, said: str) -> str:
    words = [name.replace("_", " "), *(one.strip() for one in said.split("|"))]
    ways = ("{} at cost", "{} on the cost basis", "{} on a cost basis", "cost based {}")
    return " | ".join(way.format(one) for one in dict.fromkeys(words) for way in ways)


WRITTEN = {
    **{f"{name}_at_cost": _at_cost(name, said) for name, said in AT_COST.items()},
    "estimate_at_completion_at_cost": f"""
        {_at_cost("estimate_at_completion", AT_COST["estimate_at_completion"])} | estimated final cost | final cost |
        forecast final cost | projected final cost | expected final cost | efc
    """,
    "margin_sold": """
        sold margin | margin we sold | margin as sold | agreed margin | planned margin | budgeted margin | margin at
        the start | target margin of the contract | margin in the contract | original margin | quoted margin
    """,
    "margin_drift": """
        drift of the margin | drift in margin | margin drifting | margin slippage | margin slipping | margin erosion |
        margin eroding | lost margin | losing margin | margin lost | margin have we lost | margin we have lost | margin
        has been lost | margin did we lose | margin leakage | margin against margin sold | margin vs margin sold |
        margin versus sold margin | margin lost since the start | how far has the margin drifted | is the margin
        slipping | is the margin eroding
    """,
    "health": """
        healthy | project health | health of projects | health status | health check | status of projects | project
        status | rag | rag status | traffic light | traffic lights | how healthy | at risk | projects at risk | in
        trouble | troubled | unhealthy | red or amber | is deliverable | are deliverable | on track |
        off track | how do our
        projects stand | how are our projects doing | how are the projects doing | portfolio health | portfolio status |
        need attention | needs attention | needing attention | need my attention | needs my attention | need our
        attention | needs our attention | need a look | needs a look | need a closer look | on fire | in good shape
        | in bad shape | in shape | in danger
    """,
    "health_without_margin": "health apart from margin | project health without margin | status without margin",
    "health_of_work": "health of the work | work health | health by budgets and milestones",
    "health_hours": "health by hours | project health in hours | status in hours",
    "forecast_profit": """
        profit forecast | forecasted profit | forecast of profit | projected profit | profit projection | expected
        profit | future profit | profit at completion | profit in the end | profit to completion | final profit |
        profit outlook | profit we will make | will we make a profit | profit expected | estimated final profit
    """,
    "forecast_margin": """
        margin forecast | forecasted margin | forecast of margin | projected margin | margin projection | expected
        margin | future margin | margin at completion | margin in the end | margin to completion | final margin |
        margin outlook | margin we will make | margin expected | projected profitability | profitability forecast |
        forecast profitability | profitability at completion | estimated margin at completion
    """,
    "committed_expenses": """
        committed expense | committed costs | committed cost | committed spend | committed spending | commitments |
        cost commitments | open commitments | expenses committed | costs committed | ordered expenses | expenses
        ordered | expenses on order | purchase orders | purchase order | open purchase orders | purchase orders open |
        committed but not approved | committed but not approved costs | committed but not approved expenses |
        committed but not yet approved | open orders to vendors | ordered and not yet due | pos | po | open pos |
        purchase orders not yet approved | unapproved purchase orders | purchase orders not approved | orders not yet
        approved | pos not yet approved | expenses committed but not yet approved | expenses committed but not approved
        | committed expenses not yet approved | expenses not yet approved | expenses not approved | unapproved expenses
        |
        expenses awaiting approval | expenses waiting for approval
    """,
    "estimate_at_completion_as_planned": """
        eac as planned | estimate at completion if the rest goes as planned | eac if the rest goes as planned |
        atypical eac | eac at the planned rate | eac overrun to date | estimate at completion at the planned rate
    """,
    "estimate_at_completion_by_schedule": """
        eac by schedule | eac by cost and schedule | estimate at completion by schedule | eac by cpi and spi | eac
        with cpi and spi | combined eac | eac with schedule performance | eac cpi spi | eac by cpi x spi
    """,
    "estimate_at_completion_by_hours": """
        eac by hours | eac by hours to complete | estimate at completion by hours | bottom up eac | eac bottom up |
        bottom up estimate at completion | revised eac | eac by remaining hours | estimate at completion bottom up
        | eac with hours to complete
    """,
    "earliest_start": """
        earliest start with no gap | earliest start without a gap | earliest start of deals | earliest start date |
        earliest possible start | earliest date to start | earliest we could start | earliest we can start | earliest
        could we start | earliest can we start | when could we start | when can we start | when could we begin | when
        can we begin | how soon could we start | how soon can we start | first possible start | soonest start |
        soonest possible start | soonest we could start | soonest we can start | when do we have room for | when would
        we have capacity for | when would it fit | when do we have capacity for | when will we have capacity for |
        first week with no gap | earliest feasible start | could start |
        can start | can we start | could we start | can we begin | could we begin
    """,
    "earliest_start_weighted": """
        earliest start with weighted deals | earliest start by probability | earliest start beside the weighted
        pipeline | probability weighted earliest start
    """,
    "earliest_start_if_all_close": """
        earliest start if all deals close | earliest start beside all other deals | earliest start if everything
        closes | earliest start if all other deals close
    """,
}
