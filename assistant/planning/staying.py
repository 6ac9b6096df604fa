"""What of the question before stays in a follow-up: its rows, its limit, and what it was about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.agency.periods import Period
from assistant.figures import Unit
from assistant.metrics.definition import Metric, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import looking_back
from assistant.planning.dates import Kind, Outlook
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts
from assistant.planning.words import COUNTED, RANKS, Role
from assistant.query import Against, Filter, OfThose, Query, Threshold, Turn

Stopped = Clarification | NoData | Unsupported

THE_MEASURE = re.compile(
    r"\W*(?:(?:and|so|but|ok|then) )*(?:what(?:'s| is| was| were| are)"
    r"|how (?:much|high|big|low|good|bad) (?:is|was|are|were)) (?:the|its|their|his|her) [a-z -]+\W*",
    re.IGNORECASE,
)
OF_THE_HOUSE = re.compile(r"\b(?:we|us|our|ours|company|agency|firm|overall|total|everyone|all)\b", re.IGNORECASE)
OF_WORK = ("client", "project", "budget")


def is_of_the_same(piece: Parts, before: Query, here: Here) -> bool:
    """As in "what is the margin?", after the revenue of a client; "how many hours are left?", after a project's budget.

    No more is said than a measure, and it can be told of what was named before.
    """
    more = (piece.groupings, piece.named, piece.stretches, piece.relatives, piece.rankings, piece.bounds)
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    fields = [one.field for one in before.where if not one.negated]
    house = {one.casefold() for one in OF_THE_HOUSE.findall(here.text)}
    are_we = house <= {"we"} and piece.mark(Role.YES_OR_NO)  # "are we still within budget", on it
    if any(more) or not metrics or not fields or (house and not are_we):
        return False
    if not all({one.field for one in before.where} <= set(one.by) for one in metrics):
        return False
    if {one.name for one in metrics} <= set(before.metrics):
        return True  # "how many hours are missing", after who has missing hours
    of_budgets = all(one.open_items for one in metrics) and bool(set(fields) & set(OF_WORK))
    return of_budgets or THE_MEASURE.fullmatch(here.text) is not None


def is_of_these_rows(piece: Parts, before: Query) -> bool:
    """As in "who is below 60 %", after the utilization of people: the measure and rows that were told, and fewer."""
    rows = [set(one.dimensions) for one in piece.groupings]
    if not rows and before.by and [one.at for one in piece.rankings if one.is_default] == [0]:
        return not (piece.named or piece.unknown or piece.marks)  # "by margin", after a ranking
    picked = piece.bounds or any(not one.is_default for one in piece.rankings)
    more = piece.named or piece.stretches or piece.relatives or piece.unknown or piece.marks
    if more or not picked or not rows or not before.where or not before.period_said:
        return False
    told = all(one & set(before.by) for one in rows) and all(one.is_subject for one in piece.groupings)
    return told and {one.metric for one in piece.wanted} <= set(before.metrics)


BY_WHEN = re.compile(
    r"\W*(?:(?:and|only|just|the|those|ones?|which|that|are|is) )*(?:closing|ending|starting|expiring|finishing|due)\b",
    re.IGNORECASE,
)


def says_by_when(piece: Parts, before: Query, here: Here) -> bool:
    """As in "closing this year", after the pipeline by owner: of the same deals, by when they are expected to."""
    more = piece.named or piece.groupings or piece.unknown or piece.bounds or not piece.stretches
    if more or not before.metrics or BY_WHEN.match(here.text) is None:
        return False
    read = set(here.catalogue[before.metrics[0]].reads)
    return all(set(here.catalogue[one.metric].reads) & read for one in piece.wanted if one.metric in here.catalogue)


def leaving_out_leave(piece: Parts, before: Query) -> Parts:
    """As in "without vacation", after absence by team: of the same, and no question of all absence without it."""
    left_out = piece.named and all(one.leave and one.negated for one in piece.named)
    of_leave = bool(before.metrics) and before.metrics[0].startswith("absence")
    other = not of_leave or any(not one.weak for one in piece.wanted)
    return piece if other or not left_out else replace(piece, wanted=())


def still_against(old: Query, period: Period) -> Against | None:
    """What was compared with, where it is of the same kind: a day is nothing to hold a year against."""
    is_alike = old.against is not None and (old.against.period.start is None) == (period.start is None)
    return old.against if is_alike else None


def limit(new: Query, old: Query, *, anew: bool) -> Threshold | None:
    """What rows are limited by; the days in which budgets run out stay as a period does, until others are said."""
    same = new.metrics[:1] == old.metrics[:1]
    if new.having and new.having.day:  # "and before December"
        return new.having
    if same and old.having and old.having.day and new.having is None:
        return old.having
    return new.having if anew or old.among else old.having if same else None


SHORT = 8
"""A question of so many words may be about what was named before it; a longer one says what it is about."""
SUBJECTLESS = re.compile(
    r"\W*(?:(?:and|so|but|ok|then) )*(?:any(?:thing)?\b|(?:is|are|was|were) there (?:any|anything|still|more)\b"
    r"|how (?:much|many)\b|what(?:'s| is| was) (?:left|open|overdue|outstanding|due|still)\b)",
    re.IGNORECASE,
)
"""As in "anything outstanding?", "how many hours this month": of what, is not said."""


def says_no_subject(piece: Parts, before: Sequence[Query], here: Here) -> bool:
    """As in "anything outstanding?", after what a client was invoiced: of that client.

    It says a measure and perhaps when, and what was talked about was one client, project or person.
    """
    of_a_kind = all(reading.dimension == "category" for one in piece.named for reading in one.readings)
    of_rows = {name for one in piece.groupings for name in one.dimensions if one.is_subject}
    rows = [one for one in piece.groupings if not one.is_subject]
    more = (rows, piece.rankings, piece.bounds, piece.unknown, not of_a_kind)
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    named = {(one.field, one.ids) for query in before for one in query.where if not one.negated}
    of_one = len(named) == 1 and all(len(ids) == 1 and field in OF_ONE_THING for field, ids in named)
    if any(more) or not metrics or not of_one or OF_THE_HOUSE.search(here.text):
        return False
    if of_rows & {field for field, _ in named}:
        return False  # "how many projects are over budget", after one of them
    if any({one.field for one in query.where} - set(metric.by) for query in before for metric in metrics):
        return False
    return len(here.bare.split()) <= SHORT and SUBJECTLESS.match(here.text) is not None


OF_ONE_THING = ("client", "project", "budget", "person", "team", "deal")


def of_one_table(piece: Parts, before: Sequence[Query], here: Here) -> Sequence[Query]:
    """As in "how many hours this month", after an overview of a client in several tables: of that client.

    What is left, or open, is so today, whenever what was told before it was.
    """
    is_state = all(here.catalogue[one.metric].timing is Timing.STATE for one in piece.wanted)
    told = [replace(one, period_said="", against=None) if is_state else one for one in before if one.metrics]
    if not told or len({one.where for one in before}) > 1 or len({(one.metrics, one.by) for one in told}) == 1:
        return told
    return [replace(told[0], by=(), having=None, order=None, limit=None, against=None, period_said="")]


def is_of_other_rows(piece: Parts, before: Query, here: Here) -> bool:
    """As in "the biggest deals", after somebody's hours: nothing that was talked about is told by these."""
    rows = [one for one in piece.groupings if one.is_subject]
    told = here.catalogue[before.metrics[0]].by if before.metrics else ()
    leans = _BY_WHICH.match(here.text) is not None
    return not (piece.wanted or leans) and any(one.dimensions and not set(one.dimensions) & set(told) for one in rows)


_BY_WHICH = re.compile(r"\W*(?:(?:and|but|so|ok) )*(?:on|for|in|with|of) (?:which|what)\b", re.IGNORECASE)
"""As in "on which projects", which is of what was told before, whatever that can be told by."""


OWNED = (
    ("task", "person"),
    ("deal", "owner"),
    ("project", "project_manager"),
    ("budget", "project_manager"),
    ("client", "account_manager"),
)
"""Of what somebody is in charge, and who."""


_OWNS = r"(?:owns|has|is responsible for|is doing|is on|is working on|is assigned to|manages|runs|leads|looks after)"
WHO_OWNS = re.compile(
    rf"\W*(?:and |so |ok )*(?:who {_OWNS} (?:them|it|these|those|each(?: of them)?)"
    r"|who(?:'s| is) (?:running|managing|leading|handling|looking after|in charge of) (?:them|it|these|those)"
    r"|who are (?:they|these|those) (?:assigned to|with)|who do (?:they|these|those) belong to"
    r"|whose are (?:they|these|those)|by whom|who(?:'s| is) responsible(?: for (?:them|it|these|those))?)\W*",
    re.IGNORECASE,
)


def in_charge(text: str, after: Turn | None, catalogue: Mapping[str, Metric]) -> str:
    """As in "who owns them?" after tasks: the same by task and person."""
    before = after.plan.queries[-1] if after and after.plan and after.plan.queries else None
    metric = catalogue.get(before.metrics[0]) if before and before.metrics else None
    if before is None or metric is None or not WHO_OWNS.fullmatch(text):
        return text
    known = [(thing, who) for thing, who in OWNED if {thing, who} <= set(metric.by)]
    counted = [pair for pair in known if pair[0] == COUNTED.get(metric.name)]
    told = counted or [pair for pair in known if pair[0] in before.by] or known
    return " and ".join(["by " + DIMENSIONS[told[0][0]].noun, DIMENSIONS[told[0][1]].noun]) if told else text


def of_the_same_people(before: Query, metric: Metric, piece: Parts) -> OfThose | None:
    """As in "and in December?", after who on a project is away: still of those on it, unless all are asked for."""
    kept = before.of_those if not piece.mark(Role.ALL) else None
    named = {reading.dimension for one in piece.named for reading in one.readings}
    again = kept and any(one.field in named for some in kept.some for one in some.where)
    return kept if kept and not again and kept.field in metric.by else None


def limited_alone(made: Sequence[Query | Stopped], piece: Parts, here: Here) -> list[Query | Stopped]:
    """As in "above 50k", after revenue beside hours: the limit is one of the first that it can be a limit of.

    "Above 80 %", after a burn index beside the share of the budget used, is one of the share.
    """
    told = [one for one in made if isinstance(one, Query)]
    if piece.wanted or not piece.bounds or len(told) < len(made):
        return list(made)
    in_percent = any(one.percent for one in piece.bounds)
    kinds = [here.catalogue[one.metrics[0]].unit is Unit.PERCENT for one in told]
    first = next((at for at, is_share in enumerate(kinds) if is_share == in_percent), 0)
    return [one if at == first else replace(one, having=None) for at, one in enumerate(told)]


def of_who_was_told(said: Grouping, before: Query, piece: Parts) -> Grouping:
    """As in "who grew most", after revenue by account manager: which of these."""
    told = [one for one in before.by if one in IN_CHARGE]
    asks_who = said.is_subject and said.dimensions[:1] == ("person",) and "person" not in before.by
    return replace(said, dimensions=tuple(told)) if asks_who and len(told) == 1 and not piece.wanted else said


IN_CHARGE = ("project_manager", "account_manager", "owner")


def beside_time(groupings: Sequence[Grouping], before: Query) -> tuple[Grouping, ...]:
    """As in "by week", after two people side by side: they still are, week by week."""
    over_time = bool(groupings) and all(set(one.dimensions) <= set(TIME) and one.dimensions for one in groupings)
    named = [one.field for one in before.where if len(one.ids) > 1 and not one.negated]
    beside = [Grouping(one.at, (field,)) for one in groupings[-1:] for field in named if before.by == (field,)]
    return (*groupings, *beside) if over_time else tuple(groupings)


def stays(row: str, before: Query, piece: Parts, here: Here) -> bool:
    """As in "is it over budget?", after the hours on a project by person: it is the project that is asked about."""
    metric = here.catalogue.get(piece.wanted[0].metric) if piece.wanted else None
    named = [one.field for one in before.where if not one.negated]
    points = any(one.role is Role.HE for one in piece.marks) and bool(named)
    # "How many hours are left", after who worked on a project: those of its budget.
    of_budgets = metric is not None and metric.open_items and bool(set(named) & set(OF_WORK) & set(metric.by))
    return not (metric and (points or of_budgets)) or row in metric.by


def has_the_same_rows(new: Query, old: Query, piece: Parts) -> bool:
    """As in "and Jonas's projects?" after projects; or "who manages them", with the manager of each beside it."""
    beside = set(new.by) - set(old.by)
    if set(old.by) - set(new.by) or not old.by:
        return False
    if not beside:
        return bool(piece.named) and not piece.wanted
    return all(
        (thing, who) in OWNED[1:] for who in beside for thing, whose in OWNED if whose == who and thing in old.by
    )


def in_the_nearer_year(new: Query | Stopped, before: Query, piece: Parts, here: Here) -> Query | Stopped:
    """As in "and in June", after the capacity of last month: the June that was, though said first it is one to come."""
    if not isinstance(new, Query) or piece.main is None or piece.main.kind not in BY_THE_CALENDAR:
        return new
    days, old = new.period, before.period
    begins_ahead = days.start is not None and days.start > here.today
    if not begins_ahead or old.start is None or old.start > here.today or _A_YEAR.search(piece.main.phrase):
        return new
    told_of_both = here.catalogue[new.metrics[0]].looks_forward or old.end < here.today
    is_far = days.start is not None and (days.start - old.start).days > looking_back.HALF_A_YEAR
    was = looking_back.as_looked_at(piece.main, here, Outlook.ACTUAL) if told_of_both and is_far else None
    return replace(new, period=was) if was else new


BY_THE_CALENDAR = (Kind.MONTH, Kind.QUARTER, Kind.HALF)
_A_YEAR = re.compile(r"\b(?:(?:19|20)\d\d|next|last|this|coming)\b", re.IGNORECASE)


def is_of_days(piece: Parts) -> bool:
    """As in "how was it in August", after a number of nobody: it is the number that is pointed at."""
    more = piece.wanted or piece.named or piece.groupings or piece.rankings
    said = {one.said.casefold() for one in piece.marks if one.role is Role.HE}
    return bool(piece.stretches or piece.relatives) and not more and said <= {"it", "that", "this"}


def is_one_of_all(before: Filter, piece: Parts) -> bool:
    """As in "which projects are above 90 %?", or "for all clients", after one of them: it was about that one alone."""
    of_all = piece.mark(Role.ALL) or piece.bounds or any(not one.is_default for one in piece.rankings)
    rows = [one for one in piece.groupings if before.field in one.dimensions]
    asked = any(one.is_subject for one in rows) or (bool(rows) and piece.mark(Role.ALL) is not None)
    return bool(of_all) and asked and len(before.ids) == 1 and not before.negated


def without_another_state(one: Query | Stopped, here: Here) -> Query | Stopped:
    """As in "who logged them" after what is left, against the month before: the state then is of no period."""
    if not isinstance(one, Query) or not one.against or not one.metrics or one.metrics[0] not in here.catalogue:
        return one
    is_flow = here.catalogue[one.metrics[0]].timing is Timing.FLOW
    return replace(one, against=None) if is_flow and one.against.period.start is None else one


def not_of_all(piece: Parts, before: Query) -> Sequence[Grouping]:
    """As in "for all clients", after the margin of one by team: by team still, and of no one client alone."""
    rows = [one.dimensions[:1] for one in piece.groupings]
    more = piece.wanted or piece.named or piece.bounds or piece.rankings or piece.mark(Role.WHICH)
    fields = {(one.field,) for one in before.where if len(one.ids) == 1 and not one.negated}
    is_all = before.by and piece.mark(Role.ALL) and not more and len(rows) == 1 and rows[0] in fields
    return () if is_all else piece.groupings


def is_ranked_anew(piece: Parts, before: Query) -> bool:
    """Whether it says which end comes first; "by margin instead" only says by what, where an end was asked for."""
    return any(not one.is_default for one in piece.rankings) or (bool(piece.rankings) and before.order is None)


def as_many(piece: Parts, before: Query) -> int | None:
    """As in "and the least?", after which of them has the most: the other end, and no more of it than before."""
    ends = [one.said.casefold() for one in piece.rankings if not one.is_default]
    bare = len(ends) == 1 and not (piece.wanted or piece.groupings or piece.named)
    return before.limit if bare and ends[0] in _ENDS else None


_ENDS = frozenset(said for several in RANKS.values() for said in several)
