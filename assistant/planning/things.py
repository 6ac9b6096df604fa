"""Questions for things and no measure: how many clients there are, which deals are open, who is in a team."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.planning import ratios
from assistant.planning.clauses import Clause
from assistant.planning.limits import FULL, PICKING, TARGETS
from assistant.planning.parts import Bound, Grouping, Mark, Named, Parts, Unknown, Wanted
from assistant.planning.reading_managers import ROLES, running
from assistant.planning.reading_rows import MANAGERS
from assistant.planning.words import COUNTED, Role
from assistant.query import Comparison


@dataclass(frozen=True)
class Thing:
    """What counts the things of a dimension: all of them, and those that are open or active."""

    metric: str
    active: str = ""
    nouns: tuple[str, ...] = ()


THINGS: Mapping[str, Thing] = {
    "project": Thing("project_count"),
    "client": Thing("client_count", "clients_with_active_projects"),
    "budget": Thing("budgets_in_force", "budgets_in_force", ("budget", "agreement", "contract")),
    "deal": Thing("deals_open", "deals_open", ("deal", "opportunity", "proposal")),
    "invoice": Thing("invoice_count", "unpaid_invoice_count", ("invoice", "bill")),
    "person": Thing("headcount", "headcount"),
    "task": Thing("open_tasks", "open_tasks"),
}
"""What is counted where it is asked how many there are; of projects "active" is a status."""

COUNTS: Mapping[str, tuple[str, str]] = {
    "overdue_receivables": ("invoice", "overdue_invoice_count"),
    "receivables": ("invoice", "unpaid_invoice_count"),
    "invoiced": ("invoice", "invoice_count"),
    "budget_total": ("budget", "budgets_in_force"),
    "pending_change_amount": ("change", "pending_change_count"),
    "pipeline_value": ("deal", "deals_open"),
    "weighted_pipeline": ("deal", "deals_open"),
    "win_rate": ("deal", "won_deals"),
}
"""The amount of some things, and what tells how many of them there are."""

OF_PROJECTS = {"agreements_ending": "projects_ending"}
"""What the verb of a project means, where that of an agreement is another thing."""

OF_WORK_ONLY = ("projects_starting", "projects_ending", "agreements_ending")
"""What the verbs of projects and agreements count, which mean something else said of people."""

BLOCKING = (
    Role.UNMEASURED, Role.WHY, Role.WHAT_IF, Role.ORDER, Role.MEANING, Role.OVER_BUDGET, Role.IS_OK, Role.COMPARE,
    Role.ABSENCE_REPORT, Role.CHANGE, Role.TREND, Role.DRIFT, Role.HE, Role.CONTINUE, Role.AVERAGE, Role.PERCENT,
)  # fmt: skip
"""Words after which things alone are not what is asked for."""

_POLITE = (
    r"(?:please|can you|could you|can i|could i|i want to|i'd like to|i would like to|just|now|ok|okay|hi|hello|so)"
)
LISTING = re.compile(
    rf"\W*(?:{_POLITE}\W+)*"
    r"(?:list|show|give me|get me|display|name|which|what|who|who's|whose|tell me|see|are there|is there|do we have"
    r"|have we|any)\b",
    re.IGNORECASE,
)
"""How a question for a list begins."""


def asked(clause: Clause, parts: Parts) -> Parts:
    """The parts with the count that is asked for by "how many", or the list that is asked for by "which"."""
    parts = _who_work_in(clause, _not_of_people(clause, ratios.heard(clause, _billable_share(parts))))
    parts = _without_stray_counts(clause, _of_projects(parts))
    parts = _their_hours(clause, _top_of_people(_which_of_them(clause, parts) if parts.named else parts))
    many = parts.mark(Role.HOW_MANY)
    if many:
        alone = _without_their_amount(clause, parts)
        counted = _counted(clause, alone, many)
        return counted if alone is parts else _with_amount(counted, parts)
    parts = _in_a_stage(_without_their_worth(clause, parts))
    lists = LISTING.match(clause.text[clause.place_in_text(0)[0] :]) if clause.spans else None
    return _listed(parts) if lists else _worth_of_a_deal(clause, parts)


def _top_of_people(parts: Parts) -> Parts:
    """As in "top 10 overtime this year": of what only people have, the rows are people."""
    ranked = [one for one in parts.rankings if one.limit and one.limit > 1]
    metric = METRICS.get(parts.wanted[0].metric) if len(parts.wanted) == 1 else None
    by = set(metric.by) if metric else set()
    if not ranked or parts.groupings or parts.named or "person" not in by or by & {"project", "client", "budget"}:
        return parts
    return replace(parts, groupings=(Grouping(parts.wanted[0].at, ("person",), is_subject=True),))


THEIR_AMOUNT = re.compile(
    r"\b(?:do|did) they (?:add up to|come to|amount to|total)\b|\bthey(?:'re| are)(?: all)? worth\b|"
    r"\b(?:their|its) (?:(?:total|combined|overall|joint)(?: (?:values?|amounts?|sums?))?|values?|amounts?|sums?)\b|"
    r"\band (?:for )?how much(?: money)?(?: in total| altogether| all together)?(?=\W*$)",
    re.IGNORECASE,
)
"""As in "how many invoices are overdue, and what's their total"."""

THEIR_HOURS = re.compile(r"\b(?:their|its) (?:total |combined )?(?:hours|time)\b", re.IGNORECASE)


def _theirs(parts: Parts) -> list[Mark]:
    return [one for one in parts.marks if one.role is Role.HE and one.said.casefold() in ("their", "its", "they")]


def _their_hours(clause: Clause, parts: Parts) -> Parts:
    """As in "pending change requests and their total hours": theirs, and none that somebody worked."""
    hours = [one for one in parts.wanted if one.metric == "tracked_hours"]
    inside = [IN_HOURS[one.metric] for one in parts.wanted if one.metric in IN_HOURS]
    if not (inside and hours and _theirs(parts) and THEIR_HOURS.search(clause.text)):
        return parts
    kept = tuple(one for one in parts.wanted if one not in hours)
    marks = tuple(one for one in parts.marks if one not in _theirs(parts))
    return replace(parts, wanted=(*kept, _wanted(hours[0].at, inside[0])), marks=marks)


def _without_their_amount(clause: Clause, parts: Parts) -> Parts:
    """What is counted, without the words for what it comes to: "they" are the things that are counted."""
    theirs = _theirs(parts)
    said = THEIR_AMOUNT.search(clause.text)
    if not said or not (theirs or parts.named or said.group().startswith("and ")):
        return parts
    unknown = tuple(one for one in parts.unknown if one.text.casefold() not in said.group().casefold().split())
    return replace(parts, marks=tuple(one for one in parts.marks if one not in theirs), unknown=unknown)


def _without_their_worth(clause: Clause, parts: Parts) -> Parts:
    """As in "pending change requests, and what they're worth": an amount is asked for already."""
    amounts = [METRICS[one.metric].unit is Unit.MONEY for one in parts.wanted if one.metric in METRICS]
    is_one = len(amounts) == 1 and all(amounts) and _theirs(parts)
    return _without_their_amount(clause, parts) if is_one else parts


def _with_amount(counted: Parts, parts: Parts) -> Parts:
    """With the amount of what is counted beside it; as it was where that has none."""
    amounts = [(one.at, AMOUNTS[one.metric]) for one in counted.wanted if one.metric in AMOUNTS]
    if len(amounts) != 1:
        return parts
    kept = tuple(one for one in counted.wanted if one.metric != amounts[0][1])
    return replace(counted, wanted=(*kept, _wanted(*amounts[0])))


IN_HOURS = {"pending_change_amount": "pending_change_hours", "approved_change_amount": "approved_change_hours"}
AMOUNTS = {
    count: amount for amount, (_, count) in COUNTS.items() if amount not in ("weighted_pipeline", "win_rate")
} | {
    "won_deals": "won_value",
    "lost_deals": "lost_value",
}


def _in_a_stage(parts: Parts) -> Parts:
    """As in "how much is in negotiation", "deals in negotiation": what the open deals of that stage are worth."""
    kinds = [{one.dimension for one in named.readings if one.is_whole} for named in parts.named if not named.negated]
    rows = {name for one in parts.groupings for name in one.dimensions}
    if parts.wanted or parts.unknown or not kinds or parts.mark(*BLOCKING, Role.AMBIGUOUS) or not rows <= {"deal"}:
        return parts
    if not any(one == {"stage"} for one in kinds):
        return parts
    return replace(parts, wanted=(_wanted(parts.named[0].at, "pipeline_value"),))


WORTH = re.compile(r"\b(?:values?|worth|size)\b", re.IGNORECASE)


def _worth_of_a_deal(clause: Clause, parts: Parts) -> Parts:
    """As in "value of the Opera Foyer deal", "how much is Opera Foyer worth": what it would bring."""
    kinds = [{one.dimension for one in named.readings} for named in parts.named]
    unknown = [one for one in parts.unknown if not WORTH.fullmatch(one.text)]
    said = WORTH.search(clause.text)
    if parts.wanted or unknown or not kinds or not said or not all("deal" in one for one in kinds):
        return parts
    named = tuple(replace(one, dimension="deal") for one in parts.named)
    return replace(parts, wanted=(_wanted(parts.named[0].at, "pipeline_value"),), named=named, unknown=())


WHICH = re.compile(
    r"\W*(?:(?:which|what|list|show(?: me)?|how many|are any|is any)\s+(?:of )?)?(?:the |our |all |my )*(?:of the )?",
    re.IGNORECASE,
)


_WITH = re.compile(r"(?=[\w-]+s (?:with|who|whose|that|having|by)\b)", re.IGNORECASE)
"""As in "designers with more than 10 free hours": people, said by what they do, and what is to be true of them."""


def _which_of_them(clause: Clause, parts: Parts) -> Parts:
    """As in "which designers are below 60 % utilization", "the designer with the most hours": said by what they do."""
    such = _WITH.match(clause.text)
    found = WHICH.match(clause.text) or such
    in_a_state = any(one.said.casefold() in PICKING for one in parts.wanted)
    picked = any(not one.is_default for one in parts.rankings)
    limited = bool(parts.bounds or parts.mark(Role.OVER_BUDGET, Role.HOW_MANY)) or picked or in_a_state or such
    people = of_a_kind(parts) if found and limited and parts.wanted and not parts.groupings else None
    if found is None or people is None:
        return parts
    at, rows = people
    named = next(one for one in parts.named if one.at == at)
    said = (named.span[0] == found.end() or _follows_a_state(clause, parts, at)) and _are_these(named, rows)
    return replace(parts, groupings=(Grouping(at, (rows,), is_subject=True),)) if said else parts


def _follows_a_state(clause: Clause, parts: Parts, at: int) -> bool:
    """As in "overbooked designers", "over-serviced retainers": the state they are in stands first of all."""
    states = {one.at for one in parts.wanted} | {one.at for one in parts.marks if one.role is Role.OVER_BUDGET}
    first = all(clause.is_filler(one) or clause.spans[one].role(Role.WHICH) for one in range(at - 1))
    return at - 1 in states and first


def _are_these(named: Named, rows: str) -> bool:
    """Whether the name of the kind is theirs: in "fixed price projects" it only says of which projects."""
    return rows == "person" or named.text.casefold().endswith("s")


def bare(parts: Parts) -> Parts:
    """As in "clients by account manager", "our people": things alone, of which a list is the only thing to tell."""
    return _listed(parts)


def _counted(clause: Clause, parts: Parts, many: Mark) -> Parts:
    """As in "how many clients do we have", "how many invoices are overdue", "how many clients did we invoice"."""
    parts = _how_many_are_used(parts)
    thing = _thing_after(parts, many, clause)
    swapped = tuple(_count_of(one, parts, thing) for one in parts.wanted)
    if swapped != parts.wanted:
        kept = tuple(one for one in parts.groupings if not one.is_subject)
        return _without_active(replace(parts, wanted=swapped, groupings=kept))
    parts = _of_listed(parts)
    vague = parts.mark(Role.AMBIGUOUS)
    if vague and not parts.wanted and _names_deals(vague):
        return _with_count(replace(parts, marks=_others(parts.marks, vague)), vague.at, "deals_open", many)
    if thing is None or parts.mark(*BLOCKING, Role.AMBIGUOUS):
        return parts
    at, dimension = thing
    if not parts.wanted:
        return running(clause, _with_count(parts, at, _metric_of(parts, dimension), many))
    strong = [one for one in parts.wanted if one.metric in METRICS and dimension in METRICS[one.metric].by]
    if len(strong) != 1 or parts.bounds or METRICS[strong[0].metric].item or _is_a_count(strong[0].metric):
        return parts
    in_a_state = strong[0].said.casefold() in TARGETS.keys() | FULL or parts.mark(Role.LACKING)
    return parts if in_a_state else replace(parts, bounds=(Bound(at, Comparison.MORE, Fraction(0)),))


def _how_many_are_used(parts: Parts) -> Parts:
    """As in "how many freelancers do we use": people, and no money."""
    kinds = {name.dimension for one in parts.named for name in one.readings}
    used = [one for one in parts.wanted if one.weak and one.metric == "budget_used" and one.said in USING]
    return replace(parts, wanted=()) if used == list(parts.wanted) and kinds & {"employment", "job_title"} else parts


USING = frozenset({"use", "used", "using"})


def _of_listed(parts: Parts) -> Parts:
    """As in "how many invoices are due next week": those with an amount, where nothing else tells how many."""
    for one in parts.wanted if len(parts.wanted) == 1 and not parts.groupings and not parts.bounds else ():
        noun = COUNTED.get(one.metric, "")
        if noun and METRICS[one.metric].unit is Unit.MONEY and noun in one.said.split() and one.metric not in COUNTS:
            rows = (Grouping(one.at, (noun,), is_subject=True),)
            return replace(parts, groupings=rows, bounds=(Bound(one.at, Comparison.MORE, Fraction(0)),))
    return parts


def _count_of(wanted: Wanted, parts: Parts, thing: tuple[int, str] | None) -> Wanted:
    """The number of the things whose amount a word stands for, where the word names them and nothing else does."""
    noun, count = COUNTS.get(wanted.metric, ("", ""))
    if thing and thing[1] != noun:  # as in "how many clients did we invoice"
        return wanted
    grouped = any(one.is_subject and noun in one.dimensions for one in parts.groupings)
    nouns = THINGS[noun].nouns if noun in THINGS else (noun,)
    if not noun or not (grouped or any(one in wanted.said.split() for one in nouns)):
        return wanted
    return replace(wanted, metric=count, said=count.replace("_", " "), weak=False)


def _names_deals(vague: Mark) -> bool:
    words = vague.said.casefold().split()
    return any(one.rstrip("s") in ("deal", "opportunity", "opportunitie") for one in words)


def _thing_after(parts: Parts, many: Mark, clause: Clause) -> tuple[int, str] | None:
    """The noun that "how many" counts: the first that can be counted, with only what says of which between."""
    for one in parts.groupings:
        counted = next((name for name in one.dimensions if name in THINGS), None)
        if counted and one.at > many.at and not _parted(clause, parts, many.at, one.at):
            return one.at, counted
    if not parts.groupings and not parts.wanted:
        return of_a_kind(parts)
    return None


def _parted(clause: Clause, parts: Parts, first: int, last: int) -> bool:
    """Whether something else is counted or a breakdown begins in between."""
    between = range(first + 1, last)
    return any(clause.spans[at].role(Role.BY) for at in between) or any(one.at in between for one in parts.wanted)


def of_a_kind(parts: Parts) -> tuple[int, str] | None:
    """As in "how many contractors", "list all designers", "our retainers": things that are said by their kind."""
    for one in parts.named:
        rank = one.text.casefold().endswith("s") and {name.dimension for name in one.readings} == {"job_title"}
        kinds = {name.dimension for name in one.readings if name.is_whole or rank}  # "juniors"
        found = next((thing for kind, thing in KINDS_OF.items() if kind in kinds), "")
        if found and not one.negated:
            return one.at, found
    return None


KINDS_OF = {"employment": "person", "job_title": "person", "budget_type": "budget"}
"""What is meant by the name of a kind alone."""


def _listed(parts: Parts) -> Parts:
    """As in "list our clients", "which deals are open", "projects by status": each of them by name."""
    vague = parts.mark(Role.AMBIGUOUS)
    if parts.wanted or parts.unknown or parts.rankings or parts.bounds or parts.relatives or parts.mark(*BLOCKING):
        return parts
    if vague and not _names_deals(vague):
        return parts
    if vague:
        rows = parts.groupings or (Grouping(vague.at, ("deal",), is_subject=True),)
        return replace(
            parts, wanted=(_wanted(vague.at, "deals_open"),), groupings=rows, marks=_others(parts.marks, vague)
        )
    things = [(one, name) for one in parts.groupings for name in one.dimensions[:1] if name in THINGS]
    if things:
        first, dimension = things[0]
        others = tuple(one for one in parts.groupings if one is not first)
        beside = any(one.is_subject and one.dimensions[0] in ROLES for one in others)  # "clients and their managers"
        told_by = others if others and first.is_subject and not beside else parts.groupings
        wanted = (_wanted(first.at, _metric_of(parts, dimension)),)
        return _without_active(replace(parts, wanted=wanted, groupings=told_by))
    kind = of_a_kind(parts) if not parts.groupings else None
    if kind:
        at, thing = kind
        rows = (Grouping(at, (thing,), is_subject=True),)
        return replace(parts, wanted=(_wanted(at, THINGS[thing].metric),), groupings=rows)
    return _managed(parts)


def _managed(parts: Parts) -> Parts:
    """As in "who manages Acme": the manager of each thing that is named, by counting what they manage of it."""
    roles = [one.dimensions[0] for one in parts.groupings if one.dimensions and one.dimensions[0] in ROLES]
    kinds = {name.dimension for one in parts.named for name in one.readings}
    if not roles or not kinds & {"client", "project", "deal"}:
        return parts
    thing = "deal" if roles[0] == "owner" else "client" if "client" in kinds and "account" in roles[0] else "project"
    return replace(parts, wanted=(_wanted(parts.groupings[0].at, THINGS[thing].metric),))


def _with_count(parts: Parts, at: int, metric: str, many: Mark) -> Parts:
    """The count in the place of the noun it counts; breakdowns that were said stay."""
    kept = tuple(one for one in parts.groupings if one.at != at)
    marks = _others(parts.marks, many)
    marks = tuple(_as_mine(one, metric) for one in marks)
    return _without_active(replace(parts, wanted=(_wanted(at, metric),), groupings=kept, marks=marks))


def _as_mine(mark: Mark, metric: str) -> Mark:
    """As in "how many clients do I have": those I look after, where nobody works on what is counted."""
    thing = next((name for name, one in THINGS.items() if metric in (one.metric, one.active)), "")
    is_somebody = mark.role is Role.ME and "person" not in METRICS[metric].by
    return replace(mark, role=Role.MY, value=thing) if is_somebody and thing in MANAGERS else mark


def _billable_share(parts: Parts) -> Parts:
    """As in "what share of the hours is billable": one ratio, and not two things."""
    both = {one.metric for one in parts.wanted} == {"tracked_hours", "billable_hours"}
    both = both or [one.said.casefold() for one in parts.wanted] == ["hour billable"]  # "hours are billable"
    said = parts.mark(Role.SHARE, Role.PERCENT)
    alone = len(parts.wanted) == 1 and parts.wanted[0].metric == "billable_hours" and not parts.groupings
    if said and said.said.casefold() == "how much of" and alone and len(parts.wanted[0].said.split()) == 1:
        both = True  # "how much of Ana's September was billable"
    if said is None or not both or parts.bounds:
        return parts
    marks = tuple(one for one in parts.marks if one.role not in (Role.SHARE, Role.PERCENT))
    return replace(parts, wanted=(_wanted(parts.wanted[0].at, "billability"),), marks=marks)


def _metric_of(parts: Parts, dimension: str) -> str:
    thing = THINGS[dimension]
    return thing.active if thing.active and parts.mark(Role.OPEN) else thing.metric


def _wanted(at: int, metric: str) -> Wanted:
    return Wanted(at, metric, metric.replace("_", " "))


def _without_active(parts: Parts) -> Parts:
    """What "active" or "open" said is in the count by now."""
    told = any(one.metric in {thing.active for thing in THINGS.values()} for one in parts.wanted)
    return replace(parts, marks=tuple(one for one in parts.marks if not (told and one.role is Role.OPEN)))


def _others(marks: Sequence[Mark], gone: Mark) -> tuple[Mark, ...]:
    return tuple(one for one in marks if one is not gone)


def _of_projects(parts: Parts) -> Parts:
    """As in "which projects end next month": the project's last day, and not that of its agreements."""
    subjects = {name for one in parts.groupings if one.is_subject for name in one.dimensions[:1]}
    ends = any(one.weak and one.metric in OF_PROJECTS for one in parts.wanted)
    dated = parts.mark(Role.WHEN) and parts.named and all(_is_a_project(one) for one in parts.named)
    if dated and ends:
        rows = tuple(replace(one, dimensions=("project",)) if one.is_subject else one for one in parts.groupings)
        parts = replace(parts, groupings=rows)
    elif "project" not in subjects:
        return parts
    wanted = tuple(
        replace(one, metric=OF_PROJECTS[one.metric], said=OF_PROJECTS[one.metric].replace("_", " "))
        if one.weak and one.metric in OF_PROJECTS
        else one
        for one in parts.wanted
    )
    return replace(parts, wanted=wanted)


def _is_a_project(named: Named) -> bool:
    """Whether a project is called so, and no client or budget by its whole name."""
    whole = {one.dimension for one in named.readings if one.is_whole}
    kinds = whole or {one.dimension for one in named.readings}
    return "project" in kinds and not kinds & {"client", "person"}


def _not_of_people(clause: Clause, parts: Parts) -> Parts:
    """As in "when did Ana start": work that is somebody's begins and ends, and so does somebody's own employment."""
    people = [one for one in parts.named if {name.dimension for name in one.readings} & {"person"}]
    own = [one for one in parts.wanted if one.weak and one.metric in OF_WORK_ONLY]
    nouns = [one for one in parts.groupings if clause.said(one.at).casefold() not in ("when", "by when")]
    if not (people and own) or nouns or len(parts.groupings) == 0:
        return parts
    lacking = [Mark(one.at, Role.UNMEASURED, ("headcount",), clause.said(one.at)) for one in own]
    kept = tuple(one for one in parts.wanted if one not in own)
    return replace(parts, wanted=kept, groupings=(), marks=(*parts.marks, *lacking))


WORKING = frozenset({"work", "working"})
AT_HOME_IN = frozenset({"team", "job_title", "employment"})
"""Where people work all the time, whatever they work on."""


def _who_work_in(clause: Clause, parts: Parts) -> Parts:
    """As in "how many people work in Design": those who belong there, and no hours of theirs."""
    people = any("person" in one.dimensions for one in parts.groupings)
    verbs = [one for one in parts.wanted if one.weak and one.said in WORKING]
    at_home = [
        AT_HOME_IN & {name.dimension for name in one.readings if name.is_whole}
        and clause.word_before(one.at) in ("in", "and", "or", ",", "the", "for", "at")
        for one in parts.named
    ]
    if not people or not at_home or not all(at_home) or len(verbs) != len(parts.wanted) or parts.main:
        return parts
    if len(verbs) != 1 or clause.tokens[clause.spans[verbs[0].at].last].text.casefold() not in ("work", "works"):
        return parts
    named = tuple(replace(one, dimension=one.dimension or _home(one)) for one in parts.named)
    parts = replace(parts, wanted=(), named=named)
    return parts if parts.mark(Role.HOW_MANY) else _listed(parts)


def _home(named: Named) -> str:
    kinds = {name.dimension for name in named.readings if name.is_whole}
    return next(one for one in ("team", "job_title", "employment") if one in kinds)


def _is_a_count(metric: str) -> bool:
    return metric in METRICS and METRICS[metric].follows == "reckon"


def _without_stray_counts(clause: Clause, parts: Parts) -> Parts:
    """As in "revenue of clients without projects": a count beside a measure only says of which, and is not known."""
    firm = [one for one in parts.wanted if not one.weak and not _is_a_count(one.metric)]
    counts = [one for one in parts.wanted if _is_a_count(one.metric) and one.metric not in COUNTED]
    stray = [one for one in counts if firm and not _joined(clause, one, firm)]
    if not stray:
        return parts
    unknown = [Unknown(one.at, clause.said(one.at), clause.place_in_text(one.at), is_name=False) for one in stray]
    return replace(
        parts,
        wanted=tuple(one for one in parts.wanted if one not in stray),
        unknown=tuple(sorted((*parts.unknown, *unknown), key=lambda one: one.at)),
    )


def _joined(clause: Clause, count: Wanted, others: Sequence[Wanted]) -> bool:
    """Whether an "and" or a comma makes it a thing of its own."""
    return any(
        clause.spans[at].role(Role.AND, Role.OR, Role.VERSUS, Role.BREAK)
        for other in others
        for at in range(min(count.at, other.at) + 1, max(count.at, other.at))
    )
