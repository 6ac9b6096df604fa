"""Short follow-ups that point back: at the days that were talked about, at what a share is made of, at the red ones.

free hours next week          who is on leave then?       who is on leave 2026-10-19 to 2026-10-25
labour cost this year         last year too               compared with last year
win rate by owner             how many deals is that?     once more, with its parts
health by project             which are red? why?         at least red; once more, with the reasons
deals won this year           total value                 and won value
"""

import re
from collections.abc import Callable

from assistant.figures import LIMITS_OF_COLOURS, Unit
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.before import TIMES, Before, said_as, title_of
from assistant.planning.leaning_in_chat import WHO_IS_SO, of_their_group
from assistant.planning.words_of_values import CURRENCIES

ONCE_MORE = "show me the details"

THEN = re.compile(
    r"(?P<rest>\S.*?\S),? (?:then|at that time|(?:in|over|during|for) (?:that|the same) (?:time|period|week|"
    r"month|quarter|year)"
    r"|(?:that|the same) (?:week|month|quarter|year))\W*",
    re.IGNORECASE,
)


def _then(text: str, before: Before) -> str | None:
    """As in "who is on leave then": in the days that were talked about."""
    found, days = THEN.fullmatch(text), before.query.period
    pieces = before.reads(found["rest"]) if found and days.start else ()
    if found is None or len(pieces) != 1 or not pieces[0].wanted or pieces[0].stretches or pieces[0].unknown:
        return None
    of_people = any(one.dimensions[:1] == ("person",) for one in pieces[0].groupings) or WHO_IS_SO.match(text)
    group = of_their_group(before.query, pieces[0]) if of_people else ""
    return f"{found['rest']}{group} {days.start} to {days.end}"


AS_WELL = said_as(r"(?:for |in )?(?:the )?(?P<when>\S.*?),? (?:too|as well|also|next to it|beside it|alongside)")


def _as_well(text: str, before: Before) -> str | None:
    """As in "last year too": what it was then, beside it."""
    found = AS_WELL.fullmatch(text)
    is_time = found and before.query.period.start and before.only(found["when"], *TIMES)
    return f"compared with {found['when']}" if found and is_time else None


_CURRENCY = "|".join(re.escape(one) for said in CURRENCIES.values() for one in said)
IN_A_CURRENCY = said_as(
    rf"(?:show (?:it|that|them) |convert (?:it|that|them) )?(?:in|to|into) (?P<what>(?:{_CURRENCY})s?)"
)


def _in_a_currency(text: str, before: Before) -> str | None:
    found = IN_A_CURRENCY.fullmatch(text)
    return f"and {title_of(before.query.metrics[0], before)} in {found['what']}" if found else None


COUNTED = said_as(
    r"how many (?!hours?\b|days?\b|percent|points?\b|euros?\b|weeks?\b)[a-z]+(?: [a-z]+)? (?:is|are|was|were|does|do) "
    r"(?:that|those|it|this|these)(?: (?:make|come to))?"
)


def _counted(text: str, before: Before) -> str | None:
    """As in "how many deals is that", after a share: what it is made of stands beside it."""
    metric = before.here.catalogue[before.query.metrics[0]]
    return ONCE_MORE if COUNTED.fullmatch(text) and (metric.parts or before.query.by) else None


COLOURED = said_as(
    r"(?:(?:which|what|who|show|list|only|just|what about|how about|the|me|ones?|of them|are|is|those|that) )*"
    rf"(?P<colour>{'|'.join(LIMITS_OF_COLOURS)})(?: ones?| projects?| only)?"
)
REASONS = said_as(
    r"(?:why|how come|what(?:'s| is) (?:wrong|the (?:matter|reason|problem))(?: with (?:it|them|those))?)"
    rf"(?: (?:is|are) (?:that|it|they|those|these|this))?(?: so)?(?: (?:{'|'.join(LIMITS_OF_COLOURS)}|not green))?"
)


def _of_health(text: str, before: Before) -> str | None:
    """As in "which are red", after the health of projects; why they are stands beside each."""
    counted = COLOURED.fullmatch(text) if before.query.metrics[0] == "project_count" else None
    if counted and "health" in before.here.vocabulary.askable:
        return f"and {title_of('health', before)} by project {LIMITS_OF_COLOURS[counted['colour'].casefold()]}"
    if not before.query.metrics[0].startswith("health") or not before.query.by:
        return None
    found = COLOURED.fullmatch(text)
    if found:
        return LIMITS_OF_COLOURS[found["colour"].casefold()]
    return ONCE_MORE if REASONS.fullmatch(text) else None


WORTH_OF_DEALS = {"won_deals": "won_value", "lost_deals": "lost_value", "deals_open": "pipeline_value"}
WORTH = {
    **WORTH_OF_DEALS,
    **{one: one for one in (*WORTH_OF_DEALS.values(), "pending_change_amount", "approved_change_amount")},
    **dict.fromkeys(("agreements_ending", "agreements_ending_value"), "agreements_ending_value"),
    **dict.fromkeys(("pending_change_hours", "pending_change_count"), "pending_change_amount"),
    "approved_change_hours": "approved_change_amount",
    **dict.fromkeys(("budgets_in_force", "project_count", "projects_starting", "projects_ending"), "budget_total"),
    "projects_past_end": "budget_total",
}
"""What the things that were counted are worth, and what was told in money by itself."""
VALUE = said_as(
    r"(?:what(?:'s| is| was) )?(?:(?:the|their|its) )?(?P<which>total|average|mean|avg|overall)? ?"
    r"(?:deal )?(?:value|worth|size|amount|volume)s?(?: of (?:that|them|those|these|it))?"
    r"|(?:how much|what) (?:is|are|was|were) (?:that|they|those|these|it|them)(?: all)?(?: together)? worth"
    r"(?P<all> in total| in all| all together| altogether| overall| together)?"
)
BIGGEST = said_as(
    r"(?:(?:what|which)(?:'s| is| was) )?(?:the )?(?P<end>biggest|largest|smallest)(?: (?:one|deal))?(?: of "
    r"(?:them|these|those))?"
)


def _worth(text: str, before: Before) -> str | None:
    """As in "total value", "what are they worth", or "the biggest one", after deals or changes that were counted."""
    metric = before.query.metrics[0]
    worth = WORTH.get(metric, "")
    if worth not in before.here.vocabulary.askable and metric != "win_rate":
        return None
    biggest, found = BIGGEST.fullmatch(text), VALUE.fullmatch(text)
    if biggest and metric in WORTH_OF_DEALS:
        end = "bottom" if biggest["end"].casefold() == "smallest" else "top"
        return f"and {title_of(worth, before)} by {DIMENSIONS['deal'].noun}, {end} 1"
    if found is None:
        return None
    is_mean = (found["which"] or "").casefold() in ("average", "mean", "avg")
    if is_mean or not worth:
        return f"and {title_of('average_deal_size', before)}" if metric in OF_WON else None
    if worth in before.query.metrics:
        of_all = found["all"] or (found["which"] or "").casefold() in ("total", "overall")
        return "just the total" if of_all and before.query.by else ONCE_MORE
    return f"and {title_of(worth, before)}"


LEFT_TO_DO = said_as(r"what(?:'s| is| remains)(?: still)? (?:left )?to (?:do|be done|finish)(?: there)?")
OF_WORK = ("project", "client")


def _left_to_do(text: str, before: Before) -> str | None:
    """As in "what's left to do", after the hours on a project: on that."""
    named = [one for one in before.query.where if one.field in OF_WORK and not one.negated and len(one.ids) == 1]
    of = f"{named[-1].field} {named[-1].names[0]}" if named else ""
    return f"what is left to do on {of}" if of and LEFT_TO_DO.fullmatch(text) else None


WHO_IS_ON_IT = said_as(
    r"who(?:'s|'re| is| are)?(?: (?:all|currently|now|working|works|assigned|staffed|booked))* (?:on|to|for) "
    r"(?:it|this|that|this one|that one|the (?:project|job))"
)


def _who_is_on_it(text: str, before: Before) -> str | None:
    """As in "who is on it", after what is left of a budget, which is told of no people: who works on that."""
    told_of = {row for one in before.query.metrics for row in before.here.catalogue[one].by}
    named = [one for one in before.query.where if one.field in OF_WORK and not one.negated and len(one.ids) == 1]
    if not named or "person" in told_of or not WHO_IS_ON_IT.fullmatch(text):
        return None
    return f"tracked hours by person for {named[-1].field} {named[-1].names[0]}"


IN_TOTAL = said_as(
    r"(?:how (?:many (?P<unit>hours|days)|much(?: time)?)|what)(?:"
    r"(?: (?:is|are|was|were) (?:that|it|they|this|those))? (?:in total|in all|altogether|all together|overall)"
    r"| (?:are|were) we talking(?: about)?| (?:does|do|did) (?:that|it|they|those) (?:add up|come|amount) to)"
)
UNITS = {"hours": Unit.HOURS, "days": Unit.DAYS}


def _in_total(text: str, before: Before) -> str | None:
    """As in "how many hours in total", after hours of several."""
    found = IN_TOTAL.fullmatch(text)
    unit = UNITS.get((found["unit"] or "").casefold()) if found else None
    told = {before.here.catalogue[one].unit for one in before.query.metrics}
    if found is None or not before.query.by or (unit and unit not in told):
        return None
    return "just the total"


OF_WON = ("won_deals", "win_rate")

RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _of_health,
    _then,
    _as_well,
    _in_a_currency,
    _counted,
    _worth,
    _left_to_do,
    _who_is_on_it,
    _in_total,
)
