"""Short follow-ups that take a part of what was told, or look at it from another side.

projected revenue             how much of that is pipeline?      and weighted pipeline
projected revenue             without the pipeline               and confirmed revenue
hours of Ana                  and billable ones                  and billable
burn by project               which of these are over budget?    above 100 % of the budget used
hours of Ana                  what on?                           by project
overbooked next month         could Will take it?                and the free hours of Will
overbooked next month         who else has time?                 and who has time
utilization last month        is that good?                      against the target; else the period before
headcount                     how many left?                     and leavers
win rate                      which did we lose?                 and lost deals by deal
"""

import re
from collections.abc import Callable

from assistant.figures import Unit
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.planning import records
from assistant.planning.before import SIGNS, Before, said_as, title_of
from assistant.planning.leaning_in_talk import ONCE_MORE
from assistant.planning.leaning_on_measures import OF_INVOICES, kind_of
from assistant.planning.names import PEOPLE

HOW_MUCH_OF_IT = said_as(
    r"(?:how (?:much|many)|what|which (?:part|share)|what (?:part|share)) of (?:it|that|this|those|these|them|"
    r"(?:the|that|this) (?:total|number|sum|amount))"
    r" (?:is|are|was|were|comes? from|came from|went (?:to|on|into)|goes? to)(?: for| on| from)?(?: the| our)? "
    r"(?P<part>\S.*)"
)
OF_ITS_KIND = said_as(
    r"(?:(?:what about|how about|the|only|just|show|their|his|her|its) )*"
    r"(?P<part>\S.*?),? (?:(?:ones?|part|bit|portion|side)(?: only| alone)?|on (?:its|their|his|her) own|"
    r"(?:all )?by (?:itself|themselves|himself|herself))(?P<too> too| as well)?"
)
WITHOUT_A_PART = said_as(r"(?:without|excluding|except(?: for)?|leaving out|minus)(?: the| any)? (?P<part>\S.*)")

PAID = ("paid", "collected", "settled", "open", "unpaid", "outstanding")


def _of_it(text: str, before: Before) -> str | None:
    """As in "how much of that is billable", "the billable part": that, of what was talked about."""
    kind = OF_ITS_KIND.fullmatch(text)
    found = HOW_MUCH_OF_IT.fullmatch(text) or kind
    part = found["part"].rstrip("?!. ") if found else ""
    if before.query.metrics[0] in OF_INVOICES and part.casefold().split()[-1:] and part.casefold().split()[-1] in PAID:
        return None  # of those invoices, and no part of what came in
    if any(re.fullmatch(one, part, re.IGNORECASE) for one in SIGNS.values()):
        return None  # "the unprofitable ones" are rows, and no part of the sum
    name = kind_of(part, before) or _of_the_same_records(part, before)
    if name:
        return f"and {title_of(name, before)}{kind['too'] or '' if kind else ''}"
    measure = before.only(part, "wanted") if part else None
    if measure and not measure.marks:
        return f"and {part}"
    return f"only {part}" if part and before.only(part, "named") else None


def _of_the_same_records(part: str, before: Before) -> str:
    """As in "the overdue ones", after the invoices due next week: invoices; blank for what is of no such records."""
    pieces = before.reads(part) if part else ()
    alike = [records.read_beside(one, before.query) for one in pieces]
    told = [one.metric for one in alike[0].wanted] if len(alike) == 1 and alike != list(pieces) else []
    return told[0] if told and not alike[0].unknown else ""


LEFT_WITHOUT = {
    "projected_revenue": dict.fromkeys(("pipeline", "deals", "weighted pipeline"), "confirmed_revenue"),
    "weighted_pipeline": dict.fromkeys(("it", "that", "pipeline", "the pipeline"), "confirmed_revenue"),
    "cost": {
        **dict.fromkeys(("expenses", "expense"), "labor_cost"),
        **dict.fromkeys(("labour", "labor", "people", "staff", "salaries"), "expense_cost"),
    },
}
"""What is left of a measure of two parts without one of them."""


def _without_a_part(text: str, before: Before) -> str | None:
    found = WITHOUT_A_PART.fullmatch(text)
    left = LEFT_WITHOUT.get(before.query.metrics[0], {})
    name = left.get(found["part"].rstrip("?!. ").casefold(), "") if found else ""
    return f"and {title_of(name, before)}" if name in before.here.vocabulary.askable else None


OVER_BUDGET = said_as(
    r"(?:(?:which|what|who|how many)(?: ones?| (?P<noun>project|budget|client)s?)?"
    r"(?P<of> of (?:them|these|those|the \w+))?,? "
    r"(?:is|are|has gone|have gone|went)|only|just|the ones?|those|show)(?: the| those| that are| ones?)*"
    r" (?:over|above|beyond|exceeding)(?: the| their| its)? budgets?(?: ones?| only)?|over budget(?: ones?)? only|"
    r"(?P<over>(?:which|what)(?: ones?| projects?| budgets?)?(?: of (?:them|these|those))?"
    r" (?:is|are|went) over(?: it)?)"
)
USED = ("budget_used_percent", "budget_hours_used_percent")


def _over_budget(text: str, before: Before) -> str | None:
    """As in "which of these are over budget", after projects: those that used more than all of it."""
    found = OVER_BUDGET.fullmatch(text)
    if found is None or not before.has_rows_of("project", "client", "budget"):
        return None
    of_others = found["noun"] and not found["of"] and (before.query.limit or not before.has_rows_of(found["noun"]))
    if of_others:
        return None  # "how many projects are over budget", after one client
    if found["over"] and not any(one.startswith(("budget", "burn")) for one in before.query.metrics):
        return None
    known = [one for one in USED if one in before.here.vocabulary.askable]
    fields = {*before.query.by, *(one.field for one in before.query.where)}
    told = [one for one in known if fields <= set(before.here.catalogue[one].by)]
    return f"and {title_of(told[0], before)} above 100 %" if told else None


WHAT_ON = said_as(
    r"(?:on what|what on|on which(?: ones?| projects?)?|what (?:was|is) (?:it|that|this) (?:on|for)|what for|where)"
)


def _what_on(text: str, before: Before) -> str | None:
    """As in "what on?", after somebody's hours."""
    metric = before.here.catalogue[before.query.metrics[0]]
    of_people = before.has_rows_of("person", "team") or any(
        one.field in ("person", "team", "job_title") for one in before.query.where
    )
    is_asked = WHAT_ON.fullmatch(text) and metric.unit is Unit.HOURS
    if not (is_asked and of_people):
        return None
    named = any(one.field == "person" and not one.negated for one in before.query.where)
    if metric.name == "overbooked_hours" and named:  # which is of people: what they are booked on
        return f"and {title_of('scheduled_hours', before)} by project"
    if "project" not in metric.by:
        return None
    return ONCE_MORE if before.has_rows_of("project") else "by project"


COULD_TAKE = said_as(
    r"(?:could|can|would|might) (?P<name>\S.*?) (?:take|do|help|cover|pick|handle|manage|fit)(?: with| in| up)?"
    r"(?: (?:it|that|them|this|some of (?:it|that|them)|those))?(?: on| over| up| out| in| instead)*"
)


def _could_take(text: str, before: Before) -> str | None:
    """As in "could Will take it", after work that is planned: the hours they have free."""
    found = COULD_TAKE.fullmatch(text)
    people = [one for one in before.called(found["name"]) if one.dimension in PEOPLE] if found else []
    if found is None or not people or "free_hours" not in before.here.vocabulary.askable:
        return None
    return f"and {title_of('free_hours', before)} of {found['name']}"


WHO_ELSE = said_as(r"(?P<who>who|which \w+|what \w+) else(?P<rest>(?:'s)? \S.*)")


def _who_else(text: str, before: Before) -> str | None:
    """As in "who else has time": in the same days, without whoever was named."""
    found = WHO_ELSE.fullmatch(text)
    if found is None:
        return None
    named = [one for one in before.query.where if one.field == "person" and not one.negated]
    others = " without " + " and ".join(named[-1].names) if named else ""
    return f"and {found['who']}{found['rest'].rstrip('?!. ')}{others}"


HOW_MANY_LEFT = said_as(
    r"(?:how many(?: people| of them)?|who)(?: have| has)? (?P<way>left|gone|joined|started|come)(?: us)?"
)
OF_PEOPLE = ("headcount", "fte", "joiners", "leavers", "average_headcount", "turnover_rate")


def _came_and_went(text: str, before: Before) -> str | None:
    """As in "how many left", after the headcount: people, and nothing of a budget."""
    found = HOW_MANY_LEFT.fullmatch(text)
    if found is None or before.query.metrics[0] not in OF_PEOPLE:
        return None
    name = "leavers" if found["way"].casefold() in ("left", "gone") else "joiners"
    by = f" by {DIMENSIONS['person'].noun}" if text.casefold().lstrip().startswith("who") else ""
    return f"and {title_of(name, before)}{by}" if name in before.here.vocabulary.askable else None


WON_OR_LOST = said_as(
    r"(?:which|what|how many)(?: ones?| deals?)?(?: of (?:them|those|these))? "
    r"(?:(?:did|have) we (?P<did>win|won|lose|lost)|(?:were|was|are|is) (?P<was>won|lost))"
)
OF_DEALS = ("win_rate", "won_deals", "lost_deals", "deals_closed", "won_value", "lost_value", "average_deal_size")


def _won_or_lost(text: str, before: Before) -> str | None:
    """As in "which ones did we lose", after the win rate: these deals, in the same time."""
    found = WON_OR_LOST.fullmatch(text)
    if found is None or before.query.metrics[0] not in OF_DEALS:
        return None
    name = "won_deals" if (found["did"] or found["was"]).casefold().startswith("wo") or found["did"] == "win" else ""
    rows = "" if "how many" in text.casefold() else f" by {DIMENSIONS['deal'].noun}"
    return f"and {title_of(name or 'lost_deals', before)}{rows}"


IS_GOOD = said_as(
    r"(?:is|was|are|were) (?:that|it|this|these|those|they)(?: number| figure| value| result)?"
    r"(?: a| an| any| too| very)* "
    r"(?:good|bad|ok|okay|alright|fine|healthy|normal|usual|typical|high|low|much|a lot|better|worse|enough|problem|"
    r"concern|worrying|unusual)(?: number| figure| value| result| one| for us| or (?:bad|not|low|too \w+))*"
    r"|how (?:good|bad) (?:is|was) (?:that|it|this)"
    r"|(?:is|are|was|were) (?:it|that|this|they|things|these) (?:(?:getting|going|becoming|trending) "
    r"(?:better|worse|up|down|higher|lower)|improving|growing|shrinking|rising|falling)(?: or \w+)?"
    r"|should (?:i|we) (?:worry|be worried|be concerned|care)(?: about (?:that|it|this))?"
)


def _is_good(text: str, before: Before) -> str | None:
    """As in "is that good?": held against its target where it has one, else against the period before."""
    query = before.query
    if not IS_GOOD.fullmatch(text) or query.why or query.derived or query.metrics[0].startswith("health"):
        return None
    if query.against or query.target or "utilization_gap" in query.metrics:
        return ONCE_MORE
    rows = before.here.view.rows("targets", ("metric",)).to_pylist()
    has_one = query.metrics[0] in {row["metric"] for row in rows}
    is_billable = query.metrics[0] == "billable_utilization" and "utilization_gap" in before.here.vocabulary.askable
    if (has_one or is_billable) and not (query.having or query.limit):
        return "vs target"
    return None if set(query.by) & set(TIME) else "compared with the period before"


IN_CHARGE = said_as(
    r"who(?:'s| is| are)(?: their| the| its| our)* (?P<role>account manager|project manager|pm|producer|am)s?"
    r"(?: there| for (?:them|it|that|this)| of (?:it|them|that)| on (?:it|that|this))?"
)


def _in_charge(text: str, before: Before) -> str | None:
    """As in "who's the account manager", after a client: of that."""
    found = IN_CHARGE.fullmatch(text)
    named = [one for one in before.query.where if one.field in ("client", "project") and not one.negated]
    if found is None or len(named) != 1 or before.query.by[:1] not in ((), ("budget",), ("project",)):
        return None
    is_client = found["role"].casefold() in ("account manager", "am")
    noun = DIMENSIONS["account_manager" if is_client else "project_manager"].noun
    return f"who is the {noun} of {named[0].field} {' and '.join(named[0].names)}"


RUNS_OUT = said_as(
    r"(?:at (?:this|that|the current) (?:rate|pace|speed),? )?(?:when|how long) (?:is|will|does|do|until) "
    r"(?:(?:it|that|this|they|the (?:budget|money|rest|hours)) )?(?:be )?(?:all )?"
    r"(?:gone|used up|spent|exhausted|empty|finished|runs? out|lasts?)(?: at (?:this|that|the current) (?:rate|pace))?"
)


def _runs_out(text: str, before: Before) -> str | None:
    """As in "at this rate, when is it gone", after a budget."""
    of_budgets = any("budget" in one or one.startswith(("burn", "health")) for one in before.query.metrics)
    is_asked = RUNS_OUT.fullmatch(text) and of_budgets
    return f"and {title_of('budget_runout_date', before)}" if is_asked else None


ANOTHER_BUDGET = said_as(
    r"(?:(?:what about|how about|same for|on|for|of|in) )*(?:the )?(?P<name>\S.*?)(?:'s)? budgets?"
)


def _another_budget(text: str, before: Before) -> str | None:
    """As in "and the website budget", after what is left of another: what is left of that."""
    found = ANOTHER_BUDGET.fullmatch(text)
    if found is None or not any("budget" in one or one.startswith("burn") for one in before.query.metrics):
        return None
    named = before.only(found["name"], "named")
    whole = [one for one in before.called(found["name"]) if one.is_whole]
    if len(whole) == 1:
        noun = "" if whole[0].dimension == "budget" else f"{DIMENSIONS[whole[0].dimension].noun} "
        return f"and for {noun}{whole[0].label}"
    return f"and for {found['name']}" if named and not named.marks else None


DAYS_TAKEN = said_as(
    r"how (?:many|much)(?: days?| time| leave| holidays?| vacation)*(?: off)? (?:did|has|have|was|were|will) "
    r"(?P<name>\S.*?) (?:take|taken|have|had|been|off|away)(?: (?:off|away))?"
)


def _days_taken(text: str, before: Before) -> str | None:
    """As in "how many days did Zoë take", after absences."""
    found = DAYS_TAKEN.fullmatch(text) if before.query.metrics[0].startswith(("absence", "leave")) else None
    return f"and {title_of(before.query.metrics[0], before)} of {found['name']}" if found else None


OPEN_MONEY = frozenset({"receivables", "overdue_receivables", "receivables_due", "issued_open"})
IS_DUE = said_as(
    r"when(?:['\u2019]s| is| are| was| were| does| do| will) (?:it|they|that|those|these|this|the money)"
    r"(?: (?:all|be|fall|become))? due"
)
WHICH_INVOICES = said_as(r"(?:which|what) invoices(?: (?:are|is|were) (?:they|those|these|it|that))?")


def _when_due(text: str, before: Before) -> str | None:
    """As in "when is it due", after what a client owes: each invoice on its day; "which invoices are they": each."""
    if before.query.metrics[0] not in OPEN_MONEY or "invoice" not in before.here.catalogue[before.query.metrics[0]].by:
        return None
    if WHICH_INVOICES.fullmatch(text):
        return "by invoice"
    due = IS_DUE.fullmatch(text) and "receivables_due" in before.here.vocabulary.askable
    return f"and {title_of('receivables_due', before)} by invoice and day" if due else None


RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _is_good,
    _runs_out,
    _when_due,
    _another_budget,
    _days_taken,
    _in_charge,
    _over_budget,
    _without_a_part,
    _could_take,
    _who_else,
    _came_and_went,
    _won_or_lost,
    _what_on,
    _of_it,
)
