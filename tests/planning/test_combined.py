"""Questions put together from parts, whose plan is known from how they were put together."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric, Outlook, Timing
from assistant.metrics.dimensions import DIMENSIONS
from assistant.planning.dates import Kind as Said
from assistant.planning.dates import find_periods
from assistant.query import Plan
from tests.planning.an_agency import ADMIN, TODAY, ask, become
from tests.planning.tables import cases

SEED = 5
HOW_MANY = 400

PAST = {
    "last month": "2026-09-01..2026-09-30",
    "in the last three months": "2026-07-01..2026-09-30",
    "in Q2 2026": "2026-04-01..2026-06-30",
    "during 2025": "2025-01-01..2025-12-31",
    "last week": "2026-10-05..2026-10-11",
}
TO_COME = {
    "next month": "2026-11-01..2026-11-30",
    "in Q1 2027": "2027-01-01..2027-03-31",
    "next week": "2026-10-19..2026-10-25",
}
AS_OF = {"as of 30 September": "..2026-09-30", "on 31 August 2026": "..2026-08-31"}

WAYS_OF_TELLING = (
    "by {}", "per {}", "for each {}", "for every {}", "split by {}", "broken down by {}", "by individual {}",
    "with a breakdown by {}", "{} by {}", "{} wise", "on a per {} basis",
)  # fmt: skip
WAYS_OF_NAMING = {
    "client": ("for Lumen Bank", "of Lumen Bank", "Lumen Bank only", "for Lumen Bank only", "only Lumen Bank"),
    "project": ("on Globex app", "for project Globex app", "only project Globex app"),
    "team": ("of the Design team", "for the Design team only", "for Design"),
}
WAYS_OF_LEAVING_OUT = ("excluding {}", "without {}", "except {}", "except for {}", "not counting {}", "other than {}")
LABELS = {"client": "Lumen Bank", "project": "Globex app", "team": "Design"}
ASKING = ("", "show me ", "what is the ", "give me the ", "I need the ", "can you tell me the ", "pull up the ")
ENDING = ("", "?", " please", ", thanks!")
APART = {
    "cost",
    "overbooked_hours",
    "capacity_gap",
    "capacity_gap_confirmed",
    "capacity_gap_weighted",
    "pending_absence_days",
}
"""Told of a deal while it lasts, or of all that is to come."""


@dataclass(frozen=True)
class Put:
    """A question, and what it asks for."""

    text: str
    metric: str
    by: str
    where: str
    days: str


def _is_plain(metric: Metric) -> bool:
    """Whether it is told of any period, and has no rows of its own."""
    return (
        metric.kind is not Kind.PER_ITEM
        and not (metric.only_now or metric.to_the_end or metric.days_ahead or metric.looks_forward)
        and metric.name not in APART
    )


def _put_together(chance: random.Random) -> Iterator[Put]:
    plain = [one for one in METRICS.values() if _is_plain(one)]
    while True:
        metric = chance.choice(plain)
        title = metric.title if metric.title.split()[0].isupper() else f"{metric.title[0].lower()}{metric.title[1:]}"
        by = chance.choice([one for one in metric.by if one in DIMENSIONS and one not in APART_ROWS])
        # "hours budget" is a measure, too: the noun does not come first.
        ways = [one for one in WAYS_OF_TELLING if by != "budget" or not one.startswith("{}")]
        told = chance.choice(ways).replace("{}", DIMENSIONS[by].noun)
        days = AS_OF if metric.timing is Timing.STATE else TO_COME if metric.outlook is Outlook.FORECAST else PAST
        when = chance.choice(list(days))
        field = chance.choice(["", *(one for one in WAYS_OF_NAMING if one in metric.by and one != by)])
        out = bool(field) and chance.random() < 1 / 3
        named = chance.choice(WAYS_OF_NAMING[field]) if field else ""
        if out:
            label = f"the {LABELS[field]} team" if field == "team" else LABELS[field]
            named = chance.choice(WAYS_OF_LEAVING_OUT).format(label)
        parts = [one for one in (told, named, when) if one]
        chance.shuffle(parts)
        front = chance.random() < 1 / 5
        if front:
            parts.remove(when)
        asked = f"{chance.choice(ASKING)}{title} {' '.join(parts)}{chance.choice(ENDING)}"
        text = f"{when[0].upper()}{when[1:]}, {asked}" if front else asked
        where = f"{field} {'≠' if out else '='} {LABELS[field]}" if field else ""
        yield Put(text, metric.name, by, where, days[when])


APART_ROWS = frozenset({"day", "weekday", "absence", "ageing", "task", "invoice", "status", "kind"})
LISTS = frozenset({"task", "deal", "invoice", "person", "budget"})
"""What is counted may be listed one by one beside what it is told by."""


def _read(text: str, metric: str) -> Put | str:
    plan = ask(text)
    if not isinstance(plan, Plan) or len(plan.queries) != 1 or plan.not_planned:
        return str(plan)
    [query] = plan.queries
    where = ", ".join(f"{one.field} {'≠' if one.negated else '='} {' + '.join(one.names)}" for one in query.where)
    by = [one for one in query.by if len(query.by) == 1 or one not in LISTS] or list(query.by[-1:])
    asked = metric if metric in query.metrics else query.metrics[0]
    return Put(text, asked, ", ".join(by), where, f"{query.period.start or ''}..{query.period.end}")


def test_a_question_put_together_from_parts_asks_for_all_of_them() -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same questions every time
    put = [one for one, _ in zip(_put_together(chance), range(HOW_MANY), strict=False)]

    read = {one.text: _read(one.text, one.metric) for one in put}

    assert {text: one for text, one in read.items() if one not in put} == {}


ENDS = ("last", "this", "next", "in", "during", "over", "for")
IN_FRONT = ("understood.txt", "understood_asked.txt", "understood_day.txt", "understood_people.txt")
NOT_ALONE = ("if", "hours same", "in each", "who is starting")
"""Before these the period belongs to something else that is said."""


def _with_the_period_in_front(text: str) -> str:
    """The question as it is asked beginning with its period; blank where it does not end with a period of its own."""
    bare = text.rstrip("?!. ")
    found = find_periods(bare, TODAY, ADMIN.calendar)
    if len(found) != 1 or found[0].span[1] != len(bare) or found[0].kind in (Said.UNTIL, Said.SINCE):
        return ""
    start = found[0].span[0]
    lead = next((one for one in ("in ", "during ", "over ", "for ") if bare[:start].endswith(f" {one}")), "")
    head, when = bare[: start - len(lead)].rstrip(" ,"), bare[start - len(lead) :]
    alone = when.split()[0].casefold() in ENDS and len(head.split()) > len(("one", "word"))
    joined = head.split()[-1].casefold() in (
        "to",
        "and",
        "vs",
        "with",
        "than",
        "or",
        "from",
        "until",
        "by",
        "of",
        "in",
        "starting",
    )
    return "" if not alone or joined or _belongs(head) else f"{when[0].upper()}{when[1:]}, {head}"


def _belongs(head: str) -> bool:
    """Whether the period says when something is that is said before it, and not when the question asks about."""
    return head.casefold().startswith(NOT_ALONE) or " same " in head.casefold()


def test_a_period_in_front_asks_for_what_it_asks_for_at_the_end() -> None:
    planned = {
        moved: made
        for one in IN_FRONT
        for text, made in cases(one).items()
        if (moved := _with_the_period_in_front(text))
    }

    assert len(planned) > len(IN_FRONT)
    assert {text: become(text) for text in planned} == planned
