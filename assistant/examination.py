"""What an examiner looks at besides the answer: the plan alone, and what the reference SQL alone says to a query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assistant.agency.periods import Period
from assistant.facts import gather
from assistant.metrics.definition import Kind, Metric
from assistant.outcome import Ended
from assistant.permissions.authorise import authorise
from assistant.permissions.house import House
from assistant.planning import make_plan
from assistant.query import Plan, Query, Question
from assistant.result import Key
from assistant.verification import recount
from assistant.verification_cells import Parts, Recount
from assistant.verification_engine import engine


@dataclass(frozen=True)
class Witness:
    """The reference SQL on one metric of a query: the keys it has rows for, and the value of any (None: of all)."""

    metric: Metric
    keys: frozenset[Key]
    value: Callable[[Key | None], Fraction | None]


def planned(question: Question, house: House) -> Plan | Ended:
    """The plan that is made of a question; nothing is calculated."""
    return make_plan(question, house.view_for(question.asked_as))


def testimony(query: Query, period: Period, asked_as: str, today: date, house: House) -> tuple[Witness, ...] | Ended:
    """What the reference SQL says to each metric of a query in a period, over what this asker may see."""
    view = house.view_for(asked_as)
    authorised = authorise(query, view, today)
    if isinstance(authorised, Ended):
        return authorised
    facts = gather(authorised, today)
    if isinstance(facts, Ended):
        return facts
    return tuple(_witness(one, recount(engine(), one, query, period, facts)) for one in authorised.metrics)


def _witness(metric: Metric, recounted: Recount) -> Witness:
    return Witness(metric, recounted.keys, lambda key: _value(metric, recounted.parts(key)))


def _value(metric: Metric, parts: Parts) -> Fraction | None:
    numerator, *rest = parts
    if metric.kind in {Kind.SUM, Kind.PER_ITEM}:
        return numerator
    denominator = rest[0] if rest else None
    return numerator / denominator if numerator is not None and denominator else None
