"""Words that always do something to the numbers, held against the plan: what no part of it honours is asked back.

    invoiced vs what we earned        two measures, or one beside another period: not what was invoiced alone
    how many contractors worked       people that are counted, or told one by one: not their hours
    deals open the longest            along days or dates: money has no longest
    what if we lose Globex            of what lies ahead: not what has been

A plan is made from the question as it is read; this looks at the question as it is written. It knows nothing of how a
plan came about, so that a word that is swallowed on the way, by whatever rule, is missed here.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.figures import Unit
from assistant.metrics.definition import Metric, Outlook
from assistant.planning import misunderstandings
from assistant.planning.dates import find_periods
from assistant.planning.examples import examples
from assistant.planning.guarded import Guarded, Guards
from assistant.planning.here import Here
from assistant.planning.questions import as_question
from assistant.query import Plan, Query

if TYPE_CHECKING:
    from assistant.outcome import Clarification, Unsupported

TIME = frozenset({"day", "weekday", "week", "month", "quarter", "year"})


@dataclass(frozen=True)
class Said:
    """A question as it is written, without its names, and all the queries that were made of it."""

    here: Here
    queries: Sequence[Query]

    @cached_property
    def text(self) -> str:
        """The question; no letter of a name is left in it."""
        return self.here.nameless

    @cached_property
    def metrics(self) -> list[Metric]:
        """What is told, and what is told beside it."""
        names = [name for one in self.queries for name in one.metrics]
        return [self.here.catalogue[one] for one in dict.fromkeys(names)]

    @cached_property
    def by(self) -> frozenset[str]:
        """All that the rows are told by."""
        return frozenset(name for one in self.queries for name in one.by)

    def any(self, has: Callable[[Query], object]) -> bool:
        """Whether one of the queries has something."""
        return any(has(one) for one in self.queries)

    def period_follows(self, place: int) -> bool:
        """Whether a time begins right behind a place."""
        found = _BEFORE_A_PERIOD.match(self.text, place)
        at = found.end() if found else place
        times = find_periods(self.text, self.here.today, self.here.calendar)
        return any(place <= one.span[0] <= at for one in times)


_BEFORE_A_PERIOD = re.compile(r"[\s,]*(?:(?:the|that|what it was|in|of|for|our|its|their|how it was)\s+)*")


@dataclass(frozen=True)
class Law:
    """Words, and what a plan has that honours them where they stand."""

    words: Guarded
    honoured: Callable[[Said, re.Match[str]], bool]


def unheard(said: Said) -> Iterator[str]:
    """The words of a question that nothing in its plan honours."""
    for law in _LAWS.likely(said.text):
        for found in law.words.finditer(said.text):
            if not law.honoured(said, found) and not _names_a_measure(said, found):
                yield said.here.text[found.start() : found.end()].strip()


def _names_a_measure(said: Said, found: re.Match[str]) -> bool:
    """Whether the words are part of what a measure is called, as in "booked more than they are available"."""
    words, text = found[0].strip().casefold(), said.text.casefold()
    return any(words in called and called in text for one in said.metrics for called in one.also_called)


def told(plan: Plan, here: Here) -> "Plan | Clarification | Unsupported":
    """The plan where it honours all that is said; else what was read is offered, and the words it passes over named."""
    if plan.not_planned or any(one.restated or one.why or not one.metrics for one in plan.queries):
        return plan
    passed_over = next(unheard(Said(here, plan.queries)), "")
    if not passed_over:
        return plan
    offered = list(dict.fromkeys(as_question(one, here) for one in plan.queries))
    return misunderstandings.read_without(passed_over, offered, examples(here))


def _law(words: str, honoured: Callable[[Said, re.Match[str]], bool]) -> Law:
    return Law(Guarded(words, re.IGNORECASE), honoured)


HOLDING = (Unit.PERCENT, Unit.INDEX)
"""What is counted so is one thing held against another."""

OF_BOTH = frozenset({"utilization_gap", "forecast_overrun", "capacity_gap", "margin_drift"})
"""Amounts by which one thing is over another."""


def _is_held(said: Said, found: re.Match[str]) -> bool:
    """Two of something: measures, periods, names, rows; or a measure that is itself one thing against another."""
    if said.any(lambda one: one.against or one.by_change or one.to_mean or one.at_ends or one.known_on):
        return True
    rows = len({(one.by, one.where, one.period, one.metrics) for one in said.queries}) > 1
    names = said.any(lambda one: any(len(each.names) > 1 for each in one.where) or one.in_each)
    if rows or names or len(said.metrics) > 1 or said.by:
        return True
    if said.period_follows(found.end()):
        return False
    own = any(one.unit in HOLDING or one.name in OF_BOTH or len(one.shown_with) > 1 for one in said.metrics)
    return own or said.any(lambda one: one.target or one.having or one.derived)


PER = re.compile(r"\b(?:per|rate|average)\b", re.IGNORECASE)
MEANS = re.compile(r"\b(?:average|mean|median|rate|typical\w*|per)\b", re.IGNORECASE)


def _called(metric: Metric) -> str:
    return " ".join((metric.title, metric.name.replace("_", " "), *metric.also_called))


def _has_rows(said: Said, _: re.Match[str]) -> bool:
    own = any(re.search(r"\b(?:per|rate|average)\b", " ".join((one.title, *one.also_called))) for one in said.metrics)
    days = said.any(lambda one: "weekday" in {each.field for each in one.where})
    return (
        own or days or bool(said.by) or said.any(lambda one: one.derived or one.at_ends or one.target or one.in_so_many)
    )


def _is_told_by_rows(said: Said, _: re.Match[str]) -> bool:
    return bool(said.by) or said.any(lambda one: one.derived and one.derived.part)


NOTHING = re.compile(
    r"\b(?:not|no|without|un\w+|missing|non|nobody|pending|open|outstanding|overdue|lost|free|bench|idle|owed?|owing|"
    r"committed|late|stale\w*|hidden|confirmed|write|lacking)\b",
    re.IGNORECASE,
)
"""What a measure is called that is of what is not there, or of what is left when something is taken out."""


def _is_denied(said: Said, _: re.Match[str]) -> bool:
    """Rows left out or picked, a limit, a change that did not come, or a measure of what is not there."""
    if said.any(lambda one: one.having or one.among or one.by_change or one.to_mean or one.target):
        return True
    if said.any(lambda one: any(each.negated for each in one.where) or "ageing" in {each.field for each in one.where}):
        return True
    if said.any(lambda one: (one.of_those and one.of_those.none) or (one.in_each and one.in_each.none)):
        return True
    conditions = {some.metric for one in said.queries for each in one.conditions for some in each.some}
    of_none = any(
        NOTHING.search(_called(one)) for one in (*said.metrics, *map(said.here.catalogue.get, conditions)) if one
    )
    return of_none or any(one.unit is Unit.HEALTH for one in said.metrics)


def _is_denied_or_all(said: Said, found: re.Match[str]) -> bool:
    """As in "which are over budget and which aren't": all rows are told, each with what tells on which side it is."""
    both = said.text[: found.start()].rstrip().casefold().endswith(("and which", "and who"))
    return _is_denied(said, found) or (both and not said.any(lambda one: one.having or not one.by))


def _looks_ahead(said: Said, _: re.Match[str]) -> bool:
    """Whether all that is told is of what is to come, or of what may be sold."""
    return any(one.outlook is not Outlook.ACTUAL or "deal" in one.by or "tentative" in one.name for one in said.metrics)


COUNTED: Mapping[str, tuple[str, ...]] = {
    r"people|persons|employees|contractors|freelancers|developers|designers|managers|staff|colleagues": ("person",),
    r"clients|customers|accounts": ("client",),
    r"projects|jobs|engagements": ("project", "budget"),
    r"invoices": ("invoice",),
    r"deals|opportunities": ("deal",),
    r"tasks|milestones|deliverables": ("task",),
    r"teams|departments": ("team",),
}
"""What is counted by "how many", and the rows among which it can be counted."""


def _is_counted(said: Said, found: re.Match[str]) -> bool:
    """Counts, or rows that are there to be counted."""
    if any(one.unit in (Unit.COUNT, Unit.PEOPLE) for one in said.metrics) or said.any(lambda one: one.in_so_many):
        return True
    rows = next(rows for nouns, rows in COUNTED.items() if re.fullmatch(nouns, found[1], re.IGNORECASE))
    return bool(said.by & {*rows, "job_title"})


ALONG_TIME = (Unit.DAYS, Unit.LAG_DAYS, Unit.DATE, Unit.HOURS)
ALONG_MONEY = (Unit.MONEY, Unit.PERCENT, Unit.INDEX)


def _along(*units: Unit) -> Callable[[Said, re.Match[str]], bool]:
    """Whether what the rows are put in order by is counted so."""

    def fits(said: Said, _: re.Match[str]) -> bool:
        first = {said.here.catalogue[one.metrics[0]].unit for one in said.queries if one.metrics}
        return bool(first & set(units)) or bool(said.by & {"ageing", "day"})

    return fits


def _is_a_mean(said: Said, _: re.Match[str]) -> bool:
    """A mean that is made of the numbers, one that is measured, or rows held against one."""
    if said.any(lambda one: one.derived or one.to_mean or (one.against and one.against.stretches > 1)):
        return True
    return any(MEANS.search(_called(one)) for one in said.metrics) or any(
        one.unit in (*HOLDING, Unit.LAG_DAYS) for one in said.metrics
    )


def _is_a_share(said: Said, found: re.Match[str]) -> bool:
    """What is made of the numbers, or is one thing over another by itself; of rows how many of how many there are."""
    of_rows = re.match(rf"\s*(?:our |the |my )?(?:{ROWS})\b", said.text[found.end() :], re.IGNORECASE)
    if of_rows and said.any(lambda one: one.having and one.by):
        return True
    return said.any(lambda one: one.derived or one.by_change) or any(one.unit in HOLDING for one in said.metrics)


def _is_a_part(said: Said, found: re.Match[str]) -> bool:
    """As in "how much of our capacity did we use": a part of it, and not all there is."""
    if said.any(lambda one: one.derived) or any(one.unit in HOLDING for one in said.metrics):
        return True
    whole = said.text[found.end() :].strip().casefold()
    longest = {one.name: _longest(whole, one) for one in said.metrics}
    return not any(0 < length <= WHOLE for length in longest.values())


WHOLE = 2
"""What is called by so few words behind "how much of" is the whole of something."""


def _longest(text: str, metric: Metric) -> int:
    """Of how many words the longest of a measure's names is that a text begins with."""
    begins = (one for one in (metric.title.casefold(), *metric.also_called) if re.match(rf"{re.escape(one)}\b", text))
    return max((len(one.split()) for one in begins), default=0)


def _is_asked_twice(said: Said, _: re.Match[str]) -> bool:
    """Several queries or measures, or rows, which are told with their numbers."""
    several = len(said.queries) > 1 or len(said.metrics) > 1 or bool(said.by)
    return several or said.any(lambda one: one.against or one.derived or one.target or one.having)


LATE = frozenset({"ageing"})
AGED = frozenset({"new_deals"})
DATED = frozenset(
    {"tasks_due", "milestones_due", "overtime_hours", "overserviced_hours", "staleness_days", "plan_variance_hours"}
)
"""Measures whose period says by how much, or that are themselves what is more than something."""


def _is_limited(said: Said, _: re.Match[str]) -> bool:
    """A limit, wherever it is laid, or two things that one can be more than the other."""
    some = [each for query in said.queries for one in query.conditions for each in one.some]
    found = any(one.having or one.metric in AGED for one in some)
    limited = found or said.any(
        lambda one: one.having or one.by_change or one.to_mean or one.in_so_many or one.target or one.derived
    )
    aged = said.any(lambda one: LATE & {each.field for each in one.where})
    return limited or aged or any(one.name in DATED for one in said.metrics) or _has_two(said)


def _has_two(said: Said) -> bool:
    names = said.any(lambda one: one.against or any(len(each.names) > 1 for each in one.where))
    return names or len(said.metrics) > 1 or len(said.queries) > 1


def _is_ranked(said: Said, _: re.Match[str]) -> bool:
    return said.any(lambda one: one.order or one.limit or one.having or one.in_so_many or one.by_change or one.derived)


ROWS = (
    r"people|persons|employees|clients|customers|projects|teams|departments|budgets|retainers|invoices|deals|tasks|services|"
    r"managers|project managers|account managers|freelancers|contractors|months|weeks|quarters"
)
OF_OURS = r"(?:of (?:our|my|the|these|those) )?"


def _is_moved(said: Said, _: re.Match[str]) -> bool:
    """What it was before stands beside it, as in a row of months, or how it moved picks the rows."""
    moved = said.any(lambda one: one.against or one.by_change) or any(one.name in OF_BOTH for one in said.metrics)
    return moved or bool(said.by & TIME)


def _moves_as_said(said: Said, _: re.Match[str]) -> bool:
    """As in "clients with revenue up but margin down": rows that moved so, where rows are told."""
    return not said.by - TIME or said.any(lambda one: one.by_change)


def _may_come(said: Said, found: re.Match[str]) -> bool:
    """As in "the biggest deal we might lose": what has been is no more what might be."""
    return _looks_ahead(said, found) and not any(one.name in PAST for one in said.metrics)


PAST = frozenset({"won_deals", "won_value", "lost_deals", "lost_value", "win_rate"})
"""What has become of deals."""


LAWS: tuple[Law, ...] = (
    _law(
        r"\b(?:vs\b\.?|versus\b|compared? (?:to|with)\b|in comparison (?:to|with)\b|relative to\b|as opposed to\b)",
        _is_held,
    ),
    _law(
        r"\b(?:for |of |by |at )?(?:each|every)\b(?! (?:other|time|one of (?:us|them)|now and)\b)(?: of)?(?: \w+)?",
        _has_rows,
    ),
    _law(rf"\b(?<!from )(?:which|what) {OF_OURS}(?:{ROWS})\b(?! (?:owe|want|say|said|think|need)\b)", _is_told_by_rows),
    _law(
        r"\bhow many (?:\w+ )??("
        + "|".join(COUNTED)
        + r")\b(?! (?:hours|days|weeks|months|(?:is|are|was|were) (?:that|this|it|those|these|they))\b)",
        _is_counted,
    ),
    _law(
        r"(?<=\S )(?<!why )(?<!or )\b"
        r"(?:without|except(?: for)?|excluding|excl|other than|apart from|never|nobody|none of)\b"
        r"(?! (?:the |any )?(?:vat|taxes|tax|sales tax|gst)\b)",
        _is_denied,
    ),
    _law(
        r"\b(?:have|has|had|did|do|does|is|are|was|were|could)(?: not|n['’]t)\b(?! (?:we|you|they|it)\b)",
        _is_denied_or_all,
    ),
    _law(
        r"^(?:and |but |so )?(?:if|assuming|suppose|supposing|what if|provided)\b"
        r"(?! (?:we|you|i) (?:do not|don['’]?t|leave|exclude|ignore|take|skip)\b)|\b(?:assuming|supposing)\b",
        _looks_ahead,
    ),
    _law(r"\bmight\b", _may_come),
    _law(
        r"\b(?:(?<!used )up|rising|growing|higher|down|falling|lower|shrinking),? (?:but|yet|while|although|though)\b",
        _moves_as_said,
    ),
    _law(r"\b(?:longest|shortest|oldest|youngest|slowest|fastest|quickest)\b", _along(*ALONG_TIME)),
    _law(r"\b(?:cheapest|priciest|most expensive|dearest)\b", _along(*ALONG_MONEY)),
    _law(r"\b(?:what|which) (?:%|percent\w*|share|proportion|fraction)(?: of)?\b", _is_a_share),
    _law(r"\bhow much of (?:(?:the|our|my|their|this|that|all|a) )*", _is_a_part),
    _law(
        r"(?:(?<=\w )|(?<=\w, ))(?:and|but|plus)(?: also| then)?(?: for)? (?:how (?:much|many)|what|which|who|whose)\b",
        _is_asked_twice,
    ),
    _law(r"\b(?:more|less|fewer|higher|lower|greater|larger|smaller)(?: \w+){0,3} than\b", _is_limited),
    _law(
        r"(?<!at )(?<!the )\b(?:(?:the )?(?:highest|lowest|biggest|smallest|largest|fewest|greatest|strongest|weakest)|"
        r"(?:the )?(?:most|least)(?! (?:recent\w*|of|likely|urgent\w*|important\w*)\b))\b",
        _is_ranked,
    ),
    _law(r"\bwith (?:the |its |their )?(?:change|growth|difference|delta)s?\b", _is_moved),
    _law(r"\b(?:on average|average|avg|median|typically|typical)\b", _is_a_mean),
)
"""Looked at from top to bottom; the first that is not honoured is asked back."""

_LAWS = Guards(LAWS, lambda one: one.words)
