"""How things stand altogether ("how are we doing"), and the best month of all: the measures nobody names there."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.metrics.dimensions import TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import somebodys_days
from assistant.planning.dates import find_periods
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.merging import merged
from assistant.planning.parts import Named, Parts, Wanted
from assistant.planning.sizes import SIZES
from assistant.planning.words import End, Role, phrases
from assistant.query import Plan, Query

Stopped = Clarification | NoData | Unsupported

HOW_ARE_WE = Guarded(
    r"(?:and |overall,? )?(?:how (?:are|were) (?:we|things|the numbers)(?: (?:doing|going|looking|getting on|"
    r"performing|tracking|trending|pacing))?"
    r"|how (?:did|do) we (?:do|perform)|how(?:'s| is| was) (?:the |our )?(?:business|agency|company|firm|studio)"
    r"(?: (?:doing|going|looking))?|what happened|(?:give me |show me )?(?:an? |the )?(?:one[- ]page |quick |short "
    r"|brief )?"
    r"(?:overview|health check|snapshot|summary|picture|one[- ]pager) (?:of|for|on) (?:how )?(?:the |our )?"
    r"(?:business|agency|company|portfolio|firm|we|things)(?: (?:is|are)(?: doing| going| running| performing))?"
    r"|(?:give me |show me )?(?:an? |the |our )?(?:portfolio|business|agency|company|firm|studio) "
    r"(?:overview|snapshot|at a glance))"
    r"(?: (?:overall|altogether|in general|as a (?:company|business|team|firm|agency)|financially))*",
    re.IGNORECASE,
)

_OF_US_ALL = Guarded(
    r"\bhow\b.*\b(?:we|things|numbers|business|agency|company|firm|studio)\b|happened|overview|health|snapshot|summary|"
    r"picture|pager|glance",
    re.IGNORECASE,
)
"""A word of each way there is to ask how we are doing."""

_OUR_TIME = Guarded(
    r"^how(?:'s| is| was| has| did| were)(?: (?P<which>our last|the last|our past|the past|our|the|this|last))? "
    r"(?:(?P<unit>week|month|quarter|year)|(?P<named>q[1-4]|h[12]|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)(?P<year> \d{4})?)"
    r"(?: (?:go|going|been|been going|look|looking|turn out|shape up|shaping up))?(?: so far)?[?.!\s]*$",
    re.IGNORECASE,
)
"""As in "how was our week", "how did Q3 go": how we did in it."""

_THE_NUMBERS = Guarded(
    r"^(?:(?:please )?(?:give|show|send|get|tell) (?:me|us) )?(?:(?:the|our|all the|all our) (?:numbers|figures|"
    r"kpis|key figures)(?: (?:(?:for|of|in) (?P<when>[^?]+?)))?"
    r"|(?:numbers|figures|kpis|key figures) (?:for|of|in) (?P<of>[^?]+?)"
    r"|(?:the |our )?(?:month|quarter|year)[- ]end (?:numbers|figures|kpis|report|results)(?: (?:(?:for|of|"
    r"in) )?(?P<end>[^?]+?))?)"
    r"[?.!\s]*$",
    re.IGNORECASE,
)
"""As in "give me the numbers for September": how we did."""

_SUMMARY = Guarded(
    r"^(?:(?:please )?(?:give|show|send|get|write|make|tell) (?:me |us )?)?(?:an? |the |our )?(?:(?:short|quick|"
    r"brief|"
    r"executive|management|board|high[- ]level|overall|general|(?P<every>weekly|monthly|quarterly|yearly|annual)) )*"
    r"(?:summary|overview|recap|rundown|snapshot|highlights)(?: (?:of|for|on) (?P<when>"
    r"(?:(?:the|this|last|our|the last|the past) )?(?:week|month|quarter|year)|(?:q[1-4]|h[12]|january|february|"
    r"march|"
    r"april|may|june|july|august|september|october|november|december|\d{4}|fy)\b[^?]*?))?"
    r"(?: for (?:the |our )?(?:board|management|partners?|leadership|team|directors?|owners?)(?: "
    r"meeting)?)?[?.!\s]*$",
    re.IGNORECASE,
)
"""As in "a summary of the month for the board": how we did."""

_OF_EVERY = {"weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year"}

_A_MEETING = Guarded(
    r"^(?:the |our |my |tomorrow's |today's )?(?:\w+ ){0,2}(?:meeting|call|review|presentation)$", re.IGNORECASE
)


def _how_we_did(found: re.Match[str]) -> str:
    if found["named"]:
        return f"how did we do in {found['named']}{found['year'] or ''}"
    which = (found["which"] or "").split()[-1:]
    return f"how did we do {'last' if which and which[0] in ('last', 'past') else 'this'} {found['unit']}"


def _the_numbers(found: re.Match[str]) -> str:
    when = found["when"] or found["of"] or found["end"]
    if when is None or _A_MEETING.match(when):
        return "how are we doing"
    return f"how did we do in {when}"


def _in_sum(found: re.Match[str]) -> str:
    when, every = found["when"], found["every"]
    if when is None and every is None:
        return found.group()
    if when is None:
        return f"how did we do last {_OF_EVERY[every.casefold()]}"
    unit = when.split()[-1].casefold()
    if unit in _OF_EVERY.values():
        which = "last" if re.search(r"\b(?:last|past)\b", when, re.IGNORECASE) else "this"
        return f"how did we do {which} {unit}"
    return f"how did we do in {when}"


def _plainly(bare: str) -> str:
    """The question as one for how we did, where it asks for that in other words."""
    return _SUMMARY.sub(_in_sum, _THE_NUMBERS.sub(_the_numbers, _OUR_TIME.sub(_how_we_did, bare)))


TOLD = (
    ("revenue", "revenue {when} compared with the period before"),
    ("margin", "margin {when}"),
    ("billable_utilization", "utilization {when}"),
    ("health", "which projects are at risk"),
    ("health_without_margin", "which projects are at risk"),
    ("health_hours", "which projects are at risk"),
    ("overdue_receivables", "overdue receivables"),
    ("missing_hours", "missing hours {when}"),
    ("tracked_hours", "hours {when}"),
)
"""The measure that each part needs, and the question it is told by."""

BESIDE = (
    ("revenue", "revenue{rows} {when} compared with {then}"),
    ("margin", "margin{rows} {when} compared with {then}"),
    ("billable_utilization", "utilization{rows} {when} compared with {then}"),
    ("tracked_hours", "hours{rows} {when} compared with {then}"),
)
"""The same of two periods, one held against the other."""

_EACH_OF_THEM = Guarded(
    r",? (?:(?P<one>client|team|project|service|person) by (?P=one)|(?:by|per|for each) "
    r"(?P<rows>client|team|project|service|person|account manager|project manager))$",
    re.IGNORECASE,
)
"""As in "how are we doing against last year, client by client"."""

_HELD_AGAINST = Guarded(
    r"(?:(?:and |so )?how (?:does|did|do|is|was|has|have|are|were)|compare)? ?(?P<now>@) ?"
    r"(?:look|looks|looking|looked|compare|compares|compared|stack up|measure up|do|doing|go|going|gone|been|shape "
    r"up|"
    r"shaping up)?,? ?(?:(?:when )?compared (?:to|with)|against|vs\.?|versus|relative to|to|with|than) (?P<then>@|"
    r"the (?:week|month|quarter|year|one) before|the same (?:week|month|quarter|period) (?:@|the year before))|"
    r"(?P<we>are we|were we|have we been|did we|have we) (?:doing |done |do |been )?(?:any )?(?:better|worse)"
    r"(?P<in>(?: in)? @)? than (?:in )?(?P<before>@)|"
    r"(?P<us>how (?:are|were|did|have) we (?:doing|do|done|been doing)(?P<also>(?: in)? @)?,?) (?:compared (?:to|"
    r"with)|"
    r"against|vs\.?|versus|relative to) (?P<first>@)|"
    r"(?:is|was|are|will) (?P<is>@) (?:(?:be|look|looking|going|doing|shaping up|likely to be|turning out|set to "
    r"be) )*"
    r"(?:any )?(?:better|worse)(?: or (?:better|worse))? than (?:in )?(?P<than>@)",
    re.IGNORECASE,
)
"""As in "how does October look against September", "are we doing better than last year"; "@" is a period."""

MOST = 5
LEAST = 2


def asked(here: Here, told: Callable[[str], object]) -> Plan | None:
    """The plan of a question for how everything stands, in as many tables as this asker may see; None for others."""
    when = _when(here)
    plan = None if when is None else _told(TOLD, {"when": when}, here, told)
    return plan and Plan(tuple(one for one in merged(plan.queries) if isinstance(one, Query)))


_WORRY = Guarded(
    r"(?:and |so )?(?:what|(?:is there )?anything|is there something)(?: that)? (?:should|do|must|would) (?:i|we|you) "
    r"(?:need to |have to )?(?:be )?(?:worry|worried|concerned)(?: about)?(?: (?:the )?most)?"
    r"(?: (?:right now|now|today))?"
    r"|(?:what|anything(?: that)?) needs (?:my|our|some|the most|most|immediate|urgent)? ?attention"
    r"(?: (?:right now|now|today|this week))?"
    r"|(?:and |so )?(?:what|anything|is there anything|something)(?: i should| we should)?(?: to)? (?:be )?"
    r"(?:worry|worried|concerned|worrying) ?(?:about)?(?: (?:right now|now|today))?"
    r"|(?:and |so )?(?:which|what) (?P<rows>clients?|customers?|accounts?|projects?|productions?|jobs?)(?: of ours)? "
    r"(?:(?:should|do|must|would) (?:i|we|you) (?:need to )?(?:be )?(?:worry|worried|concerned|care|keep an eye|"
    r"watch|pay attention|"
    r"look after|look)(?: (?:about|on|to|at|out for))?|(?:are|look|is) (?:the most )?(?:worrying|a worry|a concern|"
    r"concerning)|"
    r"needs? (?:my |our )?(?:attention|help|looking after))(?: (?:the )?most)?(?: (?:right now|now|at the moment|"
    r"currently|today|this "
    r"(?:week|month|quarter|year)))?",
    re.IGNORECASE,
)
WORRIES = (
    ("health", "which {rows} are at risk"),
    ("health_without_margin", "which {rows} are at risk"),
    ("health_hours", "which {rows} are at risk"),
    ("overdue_receivables", "overdue receivables by {rows} highest first"),
    ("margin", "bottom 5 {rows} by margin last quarter"),
)
"""What gives cause for worry, and the question it is told by; what the notes say of it is told besides."""
WORRIES_OF_ALL = (
    ("health", "which projects are at risk"),
    ("health_without_margin", "which projects are at risk"),
    ("health_hours", "which projects are at risk"),
    ("overdue_receivables", "overdue receivables by client highest first"),
    ("overdue_tasks", "overdue tasks by project highest first"),
    ("missing_hours", "missing hours by person last week, highest first, above 0"),
)
"""The same of nothing in particular: "what should I worry about"."""


def worries(here: Here, noted: object, told: Callable[[str], object]) -> Plan | None:
    """The plan of "which clients should I worry about": health, what is overdue, the lowest margins, and the notes."""
    found = _WORRY.fullmatch(here.bare) if _WORRY.may_be_in(here.text) else None
    if found and not found["rows"]:
        return _told(WORRIES_OF_ALL, {}, here, told)
    plan = _told(WORRIES, {"rows": f"{found['rows'].rstrip('s')}s"}, here, told) if found else None
    beside = noted.queries if isinstance(noted, Plan) else ()
    return plan and Plan((*plan.queries, *beside))


def held_against(here: Here, told: Callable[[str], object]) -> Plan | None:
    """The plan of a question for how one period did beside another ("Q3 vs Q2"); None for others.

    After another question it is that one which is asked of both.
    """
    if not _HELD_AGAINST.may_be_in(here.text):
        return None
    apart = _EACH_OF_THEM.search(here.bare)
    rows = f" by {apart['one'] or apart['rows']}" if apart else ""
    said = _beside(here.saying(here.bare[: apart.start()])) if apart else _beside(here)
    parts = dict(zip(("when", "then"), said, strict=True)) if said else {}
    plan = _told(BESIDE, {**parts, "rows": rows}, here, told) if said else None
    return plan and Plan((replace(plan.queries[0], understood=SIDE_BY_SIDE), *plan.queries[1:]))


SIDE_BY_SIDE = "What is to be compared was not said: told are the main figures, side by side."


def _told(
    parts: Sequence[tuple[str, str]], said: Mapping[str, str], here: Here, told: Callable[[str], object]
) -> Plan | None:
    questions = dict.fromkeys(one.format(**said) for name, one in parts if name in here.vocabulary.askable)
    plans = [one for words in list(questions)[:MOST] if isinstance(one := told(" ".join(words.split())), Plan)]
    queries = [query for plan in plans for query in plan.queries]
    return Plan(tuple(queries)) if len(plans) >= LEAST else None


def _beside(here: Here) -> tuple[str, str] | None:
    """The period that is held against another, and the other; None where something else is asked."""
    bare = here.bare
    if not _HELD_AGAINST.may_be_in(bare):
        return None
    periods = sorted(find_periods(bare, here.today, here.calendar), key=lambda one: one.span)
    for one in reversed(periods):
        bare = f"{bare[: one.span[0]]}@{bare[one.span[1] :]}"
    found = _HELD_AGAINST.put.fullmatch(bare)
    if found is None or len(periods) != bare.count("@"):
        return None
    said = [one.text for one in periods]
    if found["then"] and found["then"] != "@":
        return said[0], found["then"].replace("@", said[-1])
    return (said[0], said[1]) if len(said) > 1 else ("", said[0])


def _when(here: Here) -> str | None:
    """The period that is said, blank where none is; None where something else is asked."""
    bare = _plainly(here.bare)
    if not _OF_US_ALL.search(bare):
        return None
    periods = find_periods(bare, here.today, here.calendar)
    if not periods:
        return "" if HOW_ARE_WE.fullmatch(bare) else None
    start, end = periods[0].span
    rest = " ".join(f"{bare[:start]} {bare[end:]}".split())
    rest = re.sub(r"\s*\b(?:in|for|over|during)$", "", rest)
    lead = re.search(r"\b(?:in|for|over|during) $", bare[:start])
    alone = len(periods) == 1 and HOW_ARE_WE.fullmatch(rest)
    return f"{lead.group() if lead else ''}{bare[start:end]}" if alone else None


BEST_BY = ("revenue", "billable_hours", "tracked_hours")
"""By what a month is good where nobody says it: the first of these that the asker may see."""


def best(piece: Parts, here: Here) -> tuple[Parts, str]:
    """As in "which month was our best": ranked by revenue, which the answer says."""
    rows = {name for one in piece.groupings for name in one.dimensions[:1]}
    good = any(one.end in (End.GOOD, End.BAD) for one in piece.rankings)
    if piece.wanted or piece.unknown or not good or not rows or not rows <= set(TIME) or piece.mark(*BLOCKING):
        return piece, ""
    measure = next((one for one in BEST_BY if one in here.vocabulary.askable), "")
    if not measure:
        return piece, ""
    title = here.catalogue[measure].title.lower()
    wanted = (Wanted(piece.groupings[0].at, measure, measure.replace("_", " ")),)
    return replace(piece, wanted=wanted), f"What is best is told by {title}: name another measure to rank by that."


SIZE_OF = {
    "client": ("revenue", "billable_hours", "tracked_hours"),
    "deal": ("pipeline_value",),
    "project": ("budget_total", "budget_hours"),
    "team": ("headcount",),
}
"""By what a thing is big where nobody says it: the first of these that the asker may see."""


OF_CLIENTS = frozenset({"top", "best", "the best"})
"""Said of clients, these are of their size, too: "our top five clients"."""


def biggest(piece: Parts, here: Here) -> tuple[Parts, str]:
    """As in "our biggest deal", "the largest project": ranked by what such a thing is big by, which the answer says."""
    rows = [one for one in piece.groupings if one.dimensions]
    noun = rows[0].dimensions[0] if len(rows) == 1 else ""
    words = SIZES | OF_CLIENTS if noun == "client" else SIZES
    sized = any(one.said in words for one in piece.rankings)
    dated = piece.stretches and noun != "client"
    if piece.wanted or piece.unknown or dated or not sized or not noun or piece.mark(*BLOCKING):
        return piece, ""
    measure = next((one for one in SIZE_OF.get(noun, ()) if one in here.vocabulary.askable), "")
    if not measure:
        return piece, ""
    title = here.catalogue[measure].title.lower()
    wanted = (Wanted(rows[0].at, measure, measure.replace("_", " ")),)
    return replace(
        piece, wanted=wanted
    ), f"How big a {noun} is, is told by {title}: name another measure to rank by that."


BLOCKING = (Role.UNMEASURED, Role.AMBIGUOUS, Role.WHY, Role.WHAT_IF, Role.ORDER, Role.MEANING)


def middle(piece: Parts, here: Here) -> tuple[Parts, str]:
    """As in "average entry lag": what is told of entries is the value in the middle, which the answer says."""
    metrics = [here.catalogue[one.metric] for one in piece.wanted if one.metric in here.catalogue]
    mean = piece.mark(Role.AVERAGE)
    if mean is None or not metrics or any(one.item != "entry" for one in metrics):
        return piece, ""
    marks = tuple(one for one in piece.marks if one is not mean)
    return replace(piece, marks=marks), "Told is the median of all entries, and no mean."


SIDE_BY_SIDE_OF = {
    "team": ("billable_utilization", "billable_hours", "revenue"),
    "person": ("billable_utilization", "billable_hours", "revenue"),
    "client": ("revenue", "margin", "tracked_hours"),
    "project": ("revenue", "margin", "tracked_hours"),
    "account_manager": ("revenue", "margin", "tracked_hours"),
    "project_manager": ("revenue", "margin", "tracked_hours"),
    "service": ("tracked_hours", "revenue", "margin"),
}
"""What two of a kind are held against each other by where nobody says it."""


def beside_each_other(piece: Parts, here: Here) -> tuple[Parts, str]:
    """As in "compare Acme and Globex": by their main figures, which the answer says."""
    kinds = [{one.dimension for one in named.readings if one.is_whole} for named in piece.named if not named.negated]
    shared = set.intersection(*kinds) if len(kinds) > 1 else set()
    asks = piece.mark(Role.COMPARE)
    others = piece.wanted or piece.unknown or piece.bounds or piece.rankings or piece.mark(*BLOCKING)
    if not shared or asks is None or others or len(kinds) != len(piece.named):
        return piece, ""
    kind = next((one for one in SIDE_BY_SIDE_OF if one in shared), "")
    measures = [one for one in SIDE_BY_SIDE_OF.get(kind, ()) if one in here.vocabulary.askable]
    if not measures:
        return piece, ""
    wanted = tuple(Wanted(asks.at, one, one.replace("_", " ")) for one in measures)
    return replace(piece, wanted=wanted), SIDE_BY_SIDE


_HOW = Guarded(
    r"(?:and |so )?how(?:'s|'re| (?:did|does|do|has|have|is|are|was|were|am)) .*"
    r"\b(?:do|doing|done|go|going|gone|fare|faring|fared|get on|getting on|perform|performing|performed)\b"
    r"|(?:and |so )?how(?:'s| is) [^,?]+$",
    re.IGNORECASE,
)
_IN_GENERAL = frozenset(phrases("performing, perform, how am i doing"))
HOW_THEY_DID = "How somebody did is told by the main figures: name a measure to be told by that."


def how_they_did(piece: Parts, here: Here) -> tuple[Parts, str]:
    """As in "how did the Design team do last month", "how is Ana doing": by the main figures, which the answer says."""
    vague = piece.mark(Role.AMBIGUOUS)
    general = vague is not None and vague.said.casefold() in _IN_GENERAL
    others = (one for one in piece.marks if one is not vague and one.role in (*BLOCKING, Role.HE))
    asks = piece.wanted or piece.unknown or piece.bounds or piece.rankings or piece.groupings or any(others)
    if asks or (vague and not general) or not (general or _HOW.match(here.bare)):
        return piece, ""
    kind = _of_whom(piece, ("client", "project") if piece.stretches and not general else ())
    measures = [one for one in SIDE_BY_SIDE_OF.get(kind, ()) if one in here.vocabulary.askable]
    if piece.mark(Role.ME):  # what I earn is that of the clients and projects I look after
        measures = [one for one in measures if not here.catalogue[one].is_money]
    if not measures:
        return piece, ""
    wanted = tuple(Wanted(0, one, one.replace("_", " ")) for one in measures)
    return replace(piece, wanted=wanted, marks=tuple(one for one in piece.marks if one is not vague)), HOW_THEY_DID


def _of_whom(piece: Parts, others: Sequence[str]) -> str:
    """Whether a question is of a team or of somebody, or of something else of these kinds, and of nothing besides."""
    kinds = [{one.dimension} if one.dimension else _can_be(one) for one in piece.named]
    mine = [one for one in piece.marks if one.role in (Role.ME, Role.MY)]
    kinds += [{"team" if one.value == "team" else "" if one.role is Role.MY else "person"} for one in mine]
    shared = set.intersection(*kinds) if kinds and not any(one.negated for one in piece.named) else set()
    return next((one for one in ("team", "person", *others) if one in shared), "")


def _can_be(named: Named) -> set[str]:
    whole = {one.dimension for one in named.readings if one.is_whole}
    return whole or {one.dimension for one in named.readings}


def ranked(piece: Parts, here: Here) -> tuple[Parts, str]:
    """The piece with the measure that a ranking or a mean is told by, and what the answer says of that."""
    for told, signs in RANKED:
        one, note = told(piece, here) if piece.may_be(signs) else (piece, "")
        if note:
            return one, note
    return piece, ""


RANKED: tuple[tuple[Callable[[Parts, Here], tuple[Parts, str]], frozenset[str] | None], ...] = (
    (best, frozenset({"rankings"})),
    (biggest, frozenset({"rankings"})),
    (middle, frozenset({Role.AVERAGE})),
    (beside_each_other, frozenset({Role.COMPARE})),
    (how_they_did, None),
    (somebodys_days.told, frozenset({"unknown"})),
)
"""Each with the signs of which one stands where it has anything to do."""


def said(planned: list[Query | Stopped], note: str) -> list[Query | Stopped]:
    """The queries whose answers say by what the best was picked."""
    return [replace(one, understood=note) if note and isinstance(one, Query) else one for one in planned]
