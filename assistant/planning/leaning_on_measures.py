"""Short follow-ups that ask for a measure by what was measured before.

cost last month               split labour and expenses   and labour cost and expenses
projected revenue by client   only confirmed              and confirmed revenue
invoiced by client            what is still open?         receivables by client
receivables                   older than 60 days          and receivables older than 60 days
budget used on Apollo         are we burning it too fast?      and burn index
estimate at completion        at cost                     and estimate at completion at cost
"""

import re
from collections.abc import Callable

from assistant.figures import Unit
from assistant.metrics.definition import Timing
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.before import Before, said_as, title_of

APART = said_as(
    r"split (?:it |that |this )?(?:up )?(?:in |into |by )?(?P<one>\w+)(?: costs?)? and (?P<other>\w+)(?: costs?)?"
)
KIND_OF_IT = said_as(
    r"(?:(?:just|only|what about|how about|the|those|show|as) )*(?P<kind>(?:non |not )?[\w-]+)"
    r"(?: ones?| part| bit| costs?| revenue| only| instead)*"
)
STILL_OPEN = said_as(
    r"(?:(?:what|how much|which)(?P<of> of (?:it|that|this|them|those))?(?: ones?)?(?: (?:is|are|was|were)|'s) "
    r"(?:still )?(?P<state>open|unpaid|outstanding|overdue|owed|not (?:yet )?paid))"
)
A_SHARE_OF = said_as(r"(?:as |in )(?:an? )?(?P<share>share|percentage|percent|proportion|part) of (?P<of>\S.*)")
OF_TIME = {
    "billable": "billable_hours",
    **dict.fromkeys(("non-billable", "non billable", "nonbillable", "not billable"), "non_billable_hours"),
    "internal": "internal_hours",
}
KINDS_OF = {
    **dict.fromkeys(("tracked_hours", "billable_hours", "non_billable_hours", "internal_hours"), OF_TIME),
    "projected_revenue": {
        "confirmed": "confirmed_revenue",
        **dict.fromkeys(("weighted", "pipeline", "deals", "weighted pipeline"), "weighted_pipeline"),
    },
    "pipeline_value": {"weighted": "weighted_pipeline", "unweighted": "pipeline_value"},
    "weighted_pipeline": {"unweighted": "pipeline_value", "total": "pipeline_value"},
    "cost": {
        **dict.fromkeys(("labour", "labor", "people", "staff", "salaries", "payroll"), "labor_cost"),
        **dict.fromkeys(("expenses", "expense"), "expense_cost"),
    },
    "receivables": {"overdue": "overdue_receivables", "late": "overdue_receivables"},
    "open_tasks": {"overdue": "overdue_tasks", "late": "overdue_tasks", "blocked": "blocked_tasks"},
    "overdue_tasks": {"open": "open_tasks", "blocked": "blocked_tasks", "milestones": "milestones_slipped"},
    "milestones_slipped": {"tasks": "overdue_tasks"},
    "milestones_due": dict.fromkeys(("overdue", "late"), "milestones_slipped"),
    "expense_cost": {
        **dict.fromkeys(("recharged", "billable", "rechargeable", "rebillable", "reimbursable"), "billable_expenses"),
        "committed": "committed_expenses",
    },
    "pending_change_amount": dict.fromkeys(("approved", "agreed", "accepted"), "approved_change_amount"),
    "approved_change_amount": dict.fromkeys(("pending", "open", "outstanding"), "pending_change_amount"),
}
"""What one kind of a measure is called after it: "only confirmed", after projected revenue."""
OF_INVOICES = ("invoiced", "collected", "tax_charged", "receivables", "overdue_receivables", "revenue")
UNPAID = {"overdue": "overdue receivables"}
IN_DAYS = {"absence_hours": "absence days", "missing_hours": "missing days"}


def _kinds(before: Before) -> dict[str, str]:
    return KINDS_OF.get(before.query.metrics[0], {})


def _apart(text: str, before: Before) -> str | None:
    """As in "split labour and expenses", after cost."""
    found, kinds = APART.fullmatch(text), _kinds(before)
    names = [kinds.get(found[one].casefold(), "") for one in ("one", "other")] if found else []
    return f"and {' and '.join(title_of(one, before) for one in names)}" if names and all(names) else None


def kind_of(said: str, before: Before) -> str:
    """The measure that is one kind of what was measured, as somebody calls it after that; blank for none."""
    name = _kinds(before).get(said.casefold(), "")
    return name if name in before.here.vocabulary.askable else ""


def _kind_of_it(text: str, before: Before) -> str | None:
    found = KIND_OF_IT.fullmatch(text)
    name = kind_of(found["kind"], before) if found else ""
    return f"and {title_of(name, before)}" if name else None


def _still_open(text: str, before: Before) -> str | None:
    """As in "what is still open?", after what was invoiced: what is owed of it, as it is today."""
    found = STILL_OPEN.fullmatch(text)
    if found is None or before.query.metrics[0] not in OF_INVOICES:
        return None
    owed = UNPAID.get(found["state"].casefold(), "receivables")
    if found["of"] and before.query.metrics[0] == "invoiced" and owed == "receivables":
        return None  # of those invoices alone
    known = before.here.catalogue["receivables"].by
    by = [DIMENSIONS[one].noun for one in before.query.by if one in known]
    of = [one for one in before.query.where if one.field in known and not one.negated]
    named = [f"for {DIMENSIONS[one.field].noun} {' and '.join(one.names)}" for one in of]
    return " ".join([owed, *([f"by {' and '.join(by)}"] if by else []), *named])


def _share_of(text: str, before: Before) -> str | None:
    """As in "as a share of tracked hours", after another measure: that over these."""
    found = A_SHARE_OF.fullmatch(text)
    pieces = before.reads(found["of"].rstrip("?!. ")) if found else ()
    wanted = [one.metric for one in pieces[0].wanted] if len(pieces) == 1 else []
    if found is None or len(wanted) != 1 or wanted[0] == before.query.metrics[0]:
        return None
    bare = not (pieces[0].named or pieces[0].unknown or pieces[0].groupings or pieces[0].stretches)
    both = before.query.metrics[0], wanted[0]
    known = next((one.name for one in before.here.catalogue.values() if one.parts == both), "")
    if known:
        return f"and {title_of(known, before)}"
    rows = "".join(f" by {DIMENSIONS[one].noun}" for one in before.query.by[:1])
    return f"and {title_of(both[0], before)} as a share of {title_of(both[1], before)}{rows}" if bare else None


OF_THEIR_TOTAL = said_as(
    r"(?:what|which|how big a) (?:share|percentage|proportion|part|percent) of (?:(?:their|the|its|his|her|all) )?"
    r"(?:total|hours|time|total hours|total time)(?: (?:is|was|are|were) (?:that|this|it|they|those))?"
)
"""As in "what share of their total is that", after hours of a kind: of all that was tracked."""
AN_AGE = said_as(
    r"(?:(?:only|just|those|ones|the ones|that are|which are) )*(?P<age>(?:(?:older|more|longer|less) than|over|under)"
    r" \d+ days?(?: overdue| late)?|(?:older than|over|under) (?:30|60|90)|\d+ ?(?:\+|-|to) ?\d*(?: days?)?)"
)


def _of_their_total(text: str, before: Before) -> str | None:
    metric = before.here.catalogue[before.query.metrics[0]]
    found = OF_THEIR_TOTAL.fullmatch(text)
    is_a_part = metric.unit is Unit.HOURS and metric.name != "tracked_hours" and metric.timing is Timing.FLOW
    return _share_of("as a share of tracked hours", before) if found and is_a_part else None


def _aged(text: str, before: Before) -> str | None:
    """As in "older than 60 days", or "only 90+", after what is owed."""
    found = AN_AGE.fullmatch(text)
    if found is None or before.query.metrics[0] not in OWED:
        return None
    age = re.sub(r"^(\d+) ?\+.*$", r"over \1 days", found["age"].strip())
    age = age if "day" in age else f"{age} days"
    return f"and {title_of(before.query.metrics[0], before)} {age}"


OWED = ("receivables", "overdue_receivables")
IN_OTHER_DAYS = said_as(r"(?:show (?:it|that|them) |tell me )?(?:in|as) days(?: instead)?")


def _in_days(text: str, before: Before) -> str | None:
    named = IN_DAYS.get(before.query.metrics[0], "")
    return f"and {named}" if named and IN_OTHER_DAYS.fullmatch(text) else None


PER_HOUR = said_as(r"(?:and )?(?:what (?:is|was) (?:it|that) )?(?:per hour|an hour|by the hour|hourly)")
OF_AN_HOUR = {
    **dict.fromkeys(("cost", "labor_cost"), "average_cost_rate"),
    **dict.fromkeys(("revenue", "agi", "invoiced"), "average_billable_rate"),
}


def _per_hour(text: str, before: Before) -> str | None:
    """As in "per hour?", after what somebody's hours cost: what one of them does."""
    name = OF_AN_HOUR.get(before.query.metrics[-1], "") if PER_HOUR.fullmatch(text) else ""
    return f"and {title_of(name, before)}" if name in before.here.vocabulary.askable else None


TOO_FAST = said_as(
    r"(?:are|were) we (?:burning|eating|going|getting|spending|using)(?: (?:through|into|up))? (?:it|that|this|them)"
    r"(?: up)? (?:too|so) (?:fast|quickly)"
    r"|(?:is|are) (?:it|that|this|they) (?:burning|going|being (?:used up|eaten|spent)) (?:too|so) (?:fast|quickly)"
)
BURNT = frozenset({
    "budget_total", "budget_used", "budget_used_percent", "budget_remaining", "budget_hours", "budget_hours_used",
    "budget_hours_used_percent", "budget_hours_remaining", "budget_runout_date", "forecast_overrun", "burn_rate",
})  # fmt: skip


def _too_fast(text: str, before: Before) -> str | None:
    """As in "are we burning it too fast", after a budget."""
    askable = before.here.vocabulary.askable
    name = next((one for one in ("burn_index", "burn_index_hours") if one in askable), "")
    of_a_budget = before.query.metrics[0] in BURNT and TOO_FAST.fullmatch(text)
    return f"and {title_of(name, before)}" if of_a_budget and name else None


AT_COST = said_as(
    r"(?:(?:the same|that|it|show it|and) )?(?:at cost|on (?:a |the )?cost basis|in cost terms)(?: instead)?"
)


def _at_cost(text: str, before: Before) -> str | None:
    """As in "at cost", after earned value: on the other basis."""
    name = f"{before.query.metrics[0]}_at_cost"
    known = name in before.here.catalogue and AT_COST.fullmatch(text)
    return f"and {title_of(name, before)}" if known else None


RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _still_open,
    _too_fast,
    _at_cost,
    _kind_of_it,
    _apart,
    _share_of,
    _of_their_total,
    _aged,
    _in_days,
    _per_hour,
)
