"""What is held against a usual one: "spending against our 3-month average", "clients below their average of last year".

The mean is of stretches as long as the one asked about: a month beside the mean month of so many before it. What is
no sum (a rate) stands beside that of all those months together, which is not the mean of their percentages. Where no
stretch is named, the usual one is that of the twelve months before.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.agency.calendar import whole_months
from assistant.agency.periods import Period
from assistant.metrics.definition import Kind, Metric, Outlook, Timing
from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings, timing
from assistant.planning.against_all_rows import counts_rows, measures
from assistant.planning.dates import find_periods
from assistant.planning.dates_labels import in_days, in_months
from assistant.planning.dates_relative import ONE_DAY
from assistant.planning.dates_units import Stretch, Unit, moved
from assistant.planning.dates_words import NUMBERS
from assistant.planning.examples import instead
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.query import Against, ByChange, Comparison, Order, Plan, Query

Stopped = Clarification | NoData | Unsupported

MONTHS = {"month": 1, "quarter": 3, "year": 12}
MONTHS_OF_THE_USUAL = 12
DAYS_IN_A_WEEK = 7
WEEKS_OF_THE_USUAL = 12

_MORE = r"(?:above|over|higher|more|better|bigger|larger|greater|up|exceed(?:s|ed|ing)?|outperform(?:s|ed|ing)?|beats?)"
_LESS = r"(?:below|under|lower|less|fewer|worse|smaller|down)"
_WAY = (
    rf"(?:(?:is|are|was|were|has been|have been|being) )?(?:(?:well|far|much|way|clearly|significantly|slightly) )?"
    rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?: (?:than|on|from|against))?"
)
_BESIDE = (
    r"(?:compar(?:e|es|ed|ing)|in comparison|measured?|stand(?:s|ing)?|stack(?:s|ed)? up|hold(?:s|ing)? up|doing)"
    r" (?:to|with|against)"
    r"|vs\.?|versus|against|relative to|next to|in relation to|in line with|as (?:high|low|much|many|good) as"
)
_OF = r"(?:(?:our|the|its|their|his|her|my|your|an?) )*(?:(?:usual|normal|typical|own|long[- ]term) )?"
_COUNT = rf"(?P<count>\d+|{'|'.join(NUMBERS)})"
_UNITS = r"(?P<unit>day|week|month|quarter|year)"
_MEAN = r"(?:average|avg|mean)"
_WINDOW = (
    rf"(?:(?:rolling|moving|trailing|last|past) )?{_COUNT}[- ]{_UNITS}s?'?"
    rf"(?: (?:rolling|moving|trailing|running))? {_MEAN}"
    rf"|(?:(?:rolling|moving|trailing) )?{_MEAN} (?:of|over|for|in|across|from) (?:the |our )?"
    rf"(?:last|past|previous|prior|preceding|trailing) {_COUNT.replace('count', 'count_after')} "
    rf"{_UNITS.replace('unit', 'unit_after')}s"
    rf"|{_MEAN} (?:of|over) the {_COUNT.replace('count', 'count_before')} {_UNITS.replace('unit', 'unit_before')}s "
    r"(?:before|prior)(?: (?:it|that|this))?"
)
_NAMED = (
    rf"(?:(?:monthly|weekly|quarterly) )?{_MEAN}(?: (?:month|week|quarter))? (?:of|for|in|over|during|from) (?P<when>"
    r"(?:last|this|the previous|the past) (?:year|half|quarter|fiscal year)|\d{4}|FY ?\d{2,4}|[QH][1-4](?: \d{4})?)"
    rf"|(?P<whose>last year|this year|\d{{4}}|last quarter)'?s (?:(?:monthly|weekly|quarterly) )?{_MEAN}"
)
_USUAL = rf"(?:(?:long[- ]term|historical) )?(?:(?:monthly|weekly|quarterly) )?{_MEAN}(?: (?:month|week|quarter)\b)?"

_HELD = Guarded(
    rf"(?:,? )\b(?:{_WAY}|(?:{_BESIDE})) {_OF}(?:(?:{_WINDOW})\b|(?:(?:{_NAMED})|(?P<bare>{_USUAL}))"
    r"(?=\W*$|[,;?]| (?:by|per|in|for|on|at|across|with|this|last|and)\b))"
    rf"|(?:,? )\b(?:{_WAY.replace('more>', 'more_than>').replace('less>', 'less_than>')}|{_BESIDE}) (?:the |our )?"
    r"(?P<than>usual|usually|normal|normally)(?=\W*$|[,;?]| (?:by|per|in|for|on|this|last)\b)",
    re.IGNORECASE,
)
_MEASURE_BETWEEN = Guarded(
    rf"\b(?P<way>more|less|fewer|higher|lower) (?P<what>(?!than\b)[a-z]+(?: (?!than\b)[a-z]+)?) than "
    rf"(?={_OF}(?:usual|normal|(?:rolling |trailing )?(?:\d+|{'|'.join(NUMBERS)})[- ]\w+ average)\b)",
    re.IGNORECASE,
)
"""As in "more hours than usual": hours, more than usual."""
_USUAL_MEASURE = Guarded(
    r"(?: (?:is|are|was|were|has been|have been))? (?P<way>above|over|below|under) (?:their|its|his|her|the|our) "
    r"(?P<usual>usual|normal|typical) (?P<what>(?!(?:this|last|in|for|by|on|at)\b)[a-z]+(?: (?:hours|rate|days))?)"
    r"(?=\W*$|[,;?]| (?:by|per|in|for|on|at|this|last|and)\b)",
    re.IGNORECASE,
)
"""As in "projects above their usual hours": with hours, above the usual."""
_COMPARE = Guarded(
    rf"^(?:please )?compare (?P<what>[^?]+?) (?:with|to|against) (?={_OF}(?:{_WINDOW}|{_USUAL}))", re.IGNORECASE
)
_THEIR_OWN = Guarded(r"\b(?:its|their|his|her|my|your|own|usual|normal|typical|long[- ]term)\b", re.IGNORECASE)
_YES_OR_NO = Guarded(r"^(?:so |and )?(?:is|are|was|were|do|does|did|has|have|how|by how)\b", re.IGNORECASE)
_ASKS_HOW = Guarded(r"^(?:so |and )?how (?:do|does|did|is|are|was|were|has|have) ", re.IGNORECASE)


@dataclass(frozen=True)
class Mean:
    """What it is held against: so many units before, or all of a period that is named; and on which side it is."""

    said: str
    count: int = 0
    unit: str = ""
    when: str = ""
    side: Comparison | None = None
    own: str = ""
    """The question with each one's own mean named, where it may be that of all rows: "projects above average"."""


def taken(here: Here) -> tuple[str, Mean | None]:
    """The question without these words, and the mean its numbers are held against; as it is where there is none."""
    text = _in_one_way(here.bare)
    found = _HELD.search(text)
    if found is None or not _HELD.search(_in_one_way(here.nameless.rstrip("?!. "))):  # a client called Normal is none
        return here.text, None
    groups = {name: value for name, value in found.groupdict().items() if value}
    side = (
        Comparison.MORE if groups.keys() & {"more", "more_than"}
        else Comparison.LESS if groups.keys() & {"less", "less_than"}
        else None
    )  # fmt: skip
    said = groups.get("count") or groups.get("count_after") or groups.get("count_before") or ""
    unit = groups.get("unit") or groups.get("unit_after") or groups.get("unit_before") or ""
    count = int(said) if said.isdigit() else NUMBERS.get(said.casefold(), 0)
    when = groups.get("when") or groups.get("whose") or ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    rest = _ASKS_HOW.sub("", " ".join(rest.replace(" ,", ",").split()))
    own = f"{text[: found.start()]} compared with their {MONTHS_OF_THE_USUAL}-month average{text[found.end() :]}"
    in_doubt = "bare" in groups and side is not None and not _THEIR_OWN.search(found.group())
    mean = Mean(found.group().strip(" ,"), count, unit.casefold(), when, side, own.strip() if in_doubt else "")
    return rest, mean


def _in_one_way(text: str) -> str:
    """As in "more hours than usual": the measure first, then what it is held against."""
    text = _USUAL_MEASURE.sub(r" with \g<what> \g<way> usual", text)
    return _COMPARE.sub(r"\g<what> vs ", _MEASURE_BETWEEN.sub(r"\g<what> \g<way> than ", text))


def told(made: Plan | Stopped, mean: Mean | None, here: Here) -> Plan | Stopped:
    """The plan with every number beside its mean; said where there is none of it."""
    if mean and isinstance(made, Clarification):
        return replace(made, options=tuple(f"{one.rstrip('?!. ')} {mean.said}" for one in made.options))
    if mean is None or not isinstance(made, Plan):
        return made
    if mean.own and not (_YES_OR_NO.search(mean.own) and not any(one.by for one in made.queries)):
        return misunderstandings.whose_mean(mean.said, mean.own)
    told_ = [_of(one, mean, here) for one in made.queries]
    queries = tuple(one for one in told_ if isinstance(one, Query))
    stopped = tuple(one for one in told_ if not isinstance(one, Query))
    return replace(made, queries=queries, not_planned=(*stopped, *made.not_planned)) if queries else stopped[0]


def _of(query: Query, mean: Mean, here: Here) -> Query | Stopped:
    metrics = [here.catalogue[name] for name in query.metrics if name in here.catalogue]
    counted = next((one for one in metrics if counts_rows(one) and query.by), None)
    if counted is not None and mean.side is not None:
        return misunderstandings.which_measure(measures(query, mean.said, here))
    without = next((one for one in metrics if not _has_a_mean(one)), None)
    if not metrics or query.why or query.derived or query.in_each or query.having or set(query.by) & set(TIME):
        return misunderstandings.no_mean_beside(mean.said)
    if without is not None:
        return misunderstandings.no_mean_of(without, mean.said, instead(without, here))
    window = _window(query.period, mean, here)
    stretches = _stretches(query.period, window) if window else 0
    if window is None or not stretches:
        return misunderstandings.no_such_mean(mean.said, query.period.label)
    against = Against(replace(window, label=_label(query.period, window, metrics)), stretches)
    if not query.by or mean.side is None or len(metrics) > 1:
        return replace(query, against=against)
    order = Order.ASC if mean.side is Comparison.LESS else Order.DESC
    return replace(query, against=against, by_change=ByChange(mean.side), order=order)


def kept(old: Query, period: Period) -> Against | None:
    """The mean that the query before was held against, of as many stretches before another period of that length."""
    before, start = old.against, old.period.start
    if before is None or before.stretches == 1 or period.start is None or start is None:
        return None
    if before.period.end + ONE_DAY != start or before.period.start is None or _months(period) != _months(old.period):
        return None
    moves = _months_between(start, period.start)
    if not all(whole_months(*one) for one in ((start, old.period.end), (period.start, period.end))):
        return None
    window = Stretch(moved(before.period.start, moves, Unit.MONTH), period.start - ONE_DAY)
    label = before.period.label.replace(in_months(Stretch(before.period.start, before.period.end)), in_months(window))
    return Against(Period(*window, label), before.stretches)


def _months_between(first: date, second: date) -> int:
    return (second.year - first.year) * 12 + second.month - first.month


def _has_a_mean(metric: Metric) -> bool:
    flows = metric.timing is Timing.FLOW and metric.outlook is Outlook.ACTUAL
    return flows and metric.kind is not Kind.PER_ITEM


def _window(period: Period, mean: Mean, here: Here) -> Period | None:
    """All the days the mean is made of: a period that is named, or those before the one asked about."""
    if period.start is None:
        return None
    if mean.when:
        found = find_periods(mean.when, here.knows_until, here.calendar)
        named = found[0].period if found else None
        return named if named and named.start and named.end < here.knows_until else None
    weekly = timing.unit_of(period) == "week"
    unit = mean.unit or ("week" if weekly else "month")
    count = mean.count or (WEEKS_OF_THE_USUAL if unit == "week" else MONTHS_OF_THE_USUAL)
    if unit in MONTHS and whole_months(period.start, period.end):
        first = moved(period.start, -count * MONTHS[unit], Unit.MONTH)
    elif unit == "week" and weekly:
        first = period.start - timedelta(days=DAYS_IN_A_WEEK * count)
    else:
        return None
    return Period(first, period.start - ONE_DAY, "")


def _stretches(period: Period, window: Period) -> int:
    """How many times as long the window is as the period asked about; 0 where it is not so many times exactly."""
    if period.start is None or window.start is None:
        return 0
    if whole_months(period.start, period.end) and whole_months(window.start, window.end):
        many, rest = divmod(_months(window), _months(period))
    else:
        many, rest = divmod(window.days, period.days)
        rest = rest or (period.days != DAYS_IN_A_WEEK)
    return 0 if rest else many


def _months(period: Period) -> int:
    start = period.start or period.end
    return (period.end.year - start.year) * 12 + period.end.month - start.month + 1


def _label(period: Period, window: Period, metrics: list[Metric]) -> str:
    stretch = Stretch(window.start or window.end, window.end)
    days = in_months(stretch) if whole_months(*stretch) else in_days(stretch)
    if all(one.kind is not Kind.SUM for one in metrics):
        return f"{days} as a whole"
    length = _months(period) if whole_months(period.start or period.end, period.end) else 0
    unit = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}.get(length, f"{length} months" if length else "week")
    return f"an average {unit} of {days}"
