"""Follow-ups: a choice among the options offered, or words that complete the plan before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from assistant.agency.calendar import bucket
from assistant.agency.periods import Calendar, Period
from assistant.figures import Unit
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import (
    against_a_mean,
    against_all_rows,
    definitions,
    derived,
    first_of_each,
    house_nouns,
    in_so_many,
    invoices_standing,
    lacking,
    looking_ahead,
    misunderstandings,
    picked_rows,
    plans,
    records,
    shown_in,
    somebody,
    staying,
    the_others,
    timing,
    why,
)
from assistant.planning.dates import read_period
from assistant.planning.examples import ROWS
from assistant.planning.here import Here
from assistant.planning.labels import without_suffix
from assistant.planning.merging import merged
from assistant.planning.parts import Grouping, Named, Parts, Wanted
from assistant.planning.questions import as_question
from assistant.planning.tokens import key
from assistant.planning.words import Role
from assistant.planning.words_of_values import STATUSES
from assistant.query import Filter, Query, Turn

Stopped = Clarification | NoData | Unsupported

PLACES = (("1", "first", "one", "former"), ("2", "second", "two"), ("3", "third", "three"), ("4", "fourth", "four"))
ORDINALS = {word: place for place, said in enumerate(PLACES) for word in said} | {"last": -1, "latter": -1}
AROUND_A_CHOICE = frozenset(key("and the option number please one no i mean meant take yes nr . ! ?"))


_MEANT = (
    r"(?:(?:i|we) (?:actually |really )?(?:meant?|was asking (?:about|for)|wanted)(?: to (?:say|ask)(?: about| for)?)?"
    r"|make (?:that|it)|not (?:that|this)(?: one)?,|not [^,]{1,40}, (?:but )?)[\s,:-]*"
)
_OOPS = r"(?:(?:no|nope|nah|neither|none|none of (?:them|those|these)|oops|wait|sorry|actually|hmm|hm|oh)\b[\s,.!:-]+)"
CORRECTED = re.compile(
    rf"(?:{_OOPS}*{_MEANT}|{_OOPS}+)(?P<rest>(?!(?:thanks|thank you|worries|problem)\b)\S.*)", re.IGNORECASE
)
"""As in "no, I meant October": what is said in the place of what was understood."""

SHORT = 5
"""A correction of fewer words is no question of its own."""


def corrected(text: str, after: Turn | None) -> str:
    """A correction of the question before, as what follows on from it."""
    found = CORRECTED.fullmatch(text) if after and (after.plan or after.options) else None
    if found is None:
        return text
    follows = len(found["rest"].split()) < SHORT and not found["rest"].casefold().startswith(LEANING)
    return f"and {found['rest']}" if follows else found["rest"]


def chosen(text: str, after: Turn | None, nouns: Mapping[str, str]) -> str:
    """The option that a short reply picks, or the text itself; a noun of the house picks what it stands for."""
    text = corrected(text, after)
    if after is None or not after.options:
        return text
    picked = _chosen(text, after)
    plain = _chosen(house_nouns.common(text, nouns), after) if nouns and picked == text else picked
    return plain if plain in after.options else picked


def _chosen(text: str, after: Turn) -> str:
    said = [one for one in key(text) if one not in AROUND_A_CHOICE] or list(key(text))[-1:]
    if len(said) == 1 and said[0] in ORDINALS and abs(ORDINALS[said[0]]) < len(after.options):
        return after.options[ORDINALS[said[0]]]
    if said in (["yes"], ["ok"], ["sure"]) and len(after.options) == 1:
        return after.options[0]
    holding = [one for one in after.options if _holds(key(one), tuple(said))]
    beginning = [one for one in holding if key(one)[: len(said)] == tuple(said)]
    holding = beginning if len(beginning) == 1 else holding
    if len(holding) == 1 and len(said) < len(key(holding[0])):
        return holding[0]
    return _of_what_was_named(text, after.options) if not holding else text


def _of_what_was_named(text: str, options: Sequence[str]) -> str:
    """As in "invoiced", said to "What would you like to know about Acme?": of Acme, as all that was offered."""
    ends = [one.split()[::-1] for one in options]
    shared = list(takewhile(lambda words: len(set(words)) == 1, zip(*ends, strict=False)))
    said = " ".join(words[0] for words in reversed(shared))
    subject = re.search(r"\bfor (?:client|project|person|team|budget|deal|job title) \S.*", said)
    points = re.search(r"\b(?:he|she|him|her|his|they|them|their|it|its)\b", text, re.IGNORECASE)
    is_short = len(text.split()) < SHORT and not re.search(r"\b(?:for|of|on|all|no|yes)\b", text, re.IGNORECASE)
    is_short = is_short or (points is not None and len(text.split()) < SHORT + SHORT)
    return f"{text} {subject[0]}" if len(options) > 1 and subject and is_short else text


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return bool(part) and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


STEP = re.compile(
    r"(?P<and>(?:and |then |now |what about |how about |the |same |thing |question |again )*(?:for |in )?)"
    r"(?:the (?P<unit>day|week|month|quarter|year) (?P<after>after|before)(?: that| this)?"
    r"|(?P<said>the following|the preceding) (?P<of>day|week|month|quarter|year))\W*",
    re.IGNORECASE,
)


def stepped(text: str, after: Turn | None, calendar: Calendar) -> str:
    """A follow-up such as "and the week after?", with the dates of the step from the period talked about."""
    said = STEP.fullmatch(text) if after and after.plan else None
    if said is None or after is None or after.plan is None:
        return text
    period, unit = after.plan.queries[-1].period, (said["unit"] or said["of"]).casefold()
    forward = (said["after"] or said["said"]).casefold() in ("after", "the following")
    if not forward and period.start is None:
        return text
    first = period.start or period.end
    if unit == "year" and period.start and (period.end - first).days < DAYS_OF_HALF_A_YEAR:
        years = [
            one.replace(year=one.year + (1 if forward else -1), day=min(one.day, 28)) for one in (first, period.end)
        ]
        # The last day of a month is the last one of it in any year.
        last = years[1] + (period.end.replace(day=min(period.end.day, 28)) - period.end) * -1
        return f"{said['and']}{years[0]} to {last}"
    whole = bucket(first, unit, calendar) == bucket(period.end, unit, calendar)
    day = period.end + timedelta(days=1) if forward or period.start is None else first - timedelta(days=1)
    while whole and period.start and bucket(day, unit, calendar) == bucket(first, unit, calendar):
        # As in "the quarter before", after a month in the middle of one.
        day += timedelta(days=1 if forward else -1)
    return f"{said['and']}{bucket(day, unit, calendar)}"


DAYS_OF_HALF_A_YEAR = 183


OF_THOSE = re.compile(
    r"\b(?P<which>both|each|every one|all(?: (?:two|three|four|five|\d+))?|the (?:two|three|four|five))"
    r"(?: of)? (?P<them>them|these|those)\b|\b(?P<alone>both)\b(?! (?:of|the|and|\w+ and)\b)",
    re.IGNORECASE,
)
"""As in "margin of both of them", after a question about two clients."""


def of_those(text: str, after: Turn | None) -> str:
    """A follow-up about "both of them" or "each of them", as one about them; each of several names has its row."""
    found = OF_THOSE.search(text) if after and after.plan else None
    if found is None or after is None or after.plan is None:
        return text
    many = [one.field for query in after.plan.queries[-1:] for one in query.where if len(one.ids) > 1]
    apart = many and (found["which"] or "").casefold() in ("each", "every one") and not after.plan.queries[-1].by
    by = f" by {DIMENSIONS[many[0]].noun}" if apart else ""
    return f"{text[: found.start()]}them{text[found.end() :].rstrip('?!. ')}{by}"


def continued(pieces: Sequence[Parts], after: Turn | None, here: Here) -> list[Query | Stopped] | None:
    """The queries of a follow-up, which keep what it does not change; None for a question of its own."""
    if after is None or after.plan is None or len(pieces) != 1:
        return None
    others = the_others.told(here.text, after.plan.queries[-1])
    if others:
        return [others]
    ones = WHICH_ONES.match(here.text)
    stand = invoices_standing.of_those(ones["state"], after.plan.queries[-1], here) if ones else None
    if stand:
        return [stand]
    if ones and ones["state"].casefold() in STATE_OF:
        return _of_these_only(STATE_OF[ones["state"].casefold()], after.plan.queries[-1], here)
    last = after.plan.queries[-1]
    piece = records.due_of_the_same(records.read_beside(invoices_standing.listed(pieces[0], last), last), last)
    piece = _only_a_unit(staying.leaving_out_leave(piece, last), after.plan.queries, here)
    told = tuple(one for one in why.told_last(after, piece) if one.metrics or not why.asked(piece))
    if not told:
        return [misunderstandings.a_reason_of_nothing(why.examples(here))]
    return picked_rows.of_the_picked(piece, told[-1], here) or _kept(piece, told, here)


def _kept(piece: Parts, before: Sequence[Query], here: Here) -> list[Query | Stopped] | None:
    """What the plan before becomes with what the follow-up says; None for a question of its own."""
    no_subject = staying.says_no_subject(piece, before, here)
    before = (staying.of_one_table(piece, before, here) if no_subject else ()) or before
    of_its_own = piece.wanted and not (
        no_subject
        or _continues(piece, here)
        or _is_a_bare_measure(piece, before[-1], here)
        or staying.is_of_the_same(piece, before[-1], here)
        or staying.is_of_these_rows(piece, before[-1])
        or staying.says_by_when(piece, before[-1], here)
    )
    if of_its_own or piece.unknown or piece.mark(*STANDING_ALONE) or not (piece.wanted or _changes(piece)):
        return None
    if staying.is_of_other_rows(piece, before[-1], here):
        return None
    if piece.groupings and len({(one.metrics, one.where) for one in before}) > 1:
        before = before[-1:]
    if piece.wanted and not why.asked(piece):
        before = [why.no_more(one, [wanted.metric for wanted in piece.wanted]) for one in before]
    points = any(one.role is Role.HE for one in piece.marks) and not why.asked(piece)
    if points and not piece.bounds and not any(one.where or one.by for one in before):
        of_amounts = staying.is_of_days(piece) or (piece.wanted and all(_is_an_amount(one, here) for one in before))
        if not of_amounts or any(one.said.casefold() in somebody.ONE_PERSON for one in piece.marks):
            return None
    stranger = somebody.a_stranger(piece, before)
    if stranger:
        return [misunderstandings.who_is_meant(stranger)]
    if points and piece.groupings and somebody.is_of_one_unnamed(piece, before):
        return [misunderstandings.who_is_meant("it")]
    following = _of_the_same_rows if piece.wanted and not piece.groupings else follow
    made = [one for query in before for one in following(query, piece, here)]
    lost = points and (piece.wanted or piece.groupings) and any(picked_rows.is_lost(one, before[-1]) for one in made)
    return (
        [misunderstandings.of_rows_picked_otherwise()] if lost else picked_rows.of_those_before(made, before[-1], piece)
    )


def _is_an_amount(query: Query, here: Here) -> bool:
    """As in "what did they cost", after hours: of the same hours, where no rows were picked nobody else is meant."""
    picked = query.having or query.limit or query.derived or query.among
    return not picked and all(
        one in here.catalogue and here.catalogue[one].unit in (Unit.HOURS, Unit.MONEY) for one in query.metrics
    )


def _of_the_same_rows(before: Query, piece: Parts, here: Here) -> list[Query | Stopped]:
    return picked_rows.beside(follow(before, piece, here), before, piece, here)


def _only_a_unit(piece: Parts, before: Sequence[Query], here: Here) -> Parts:
    """As in "over 12 hours" after hours by person: the hours are the unit of the limit."""
    units = all(one.said == "hour" for one in piece.wanted)
    counted = all(here.catalogue[name].unit is Unit.HOURS for one in before for name in one.metrics[:1])
    if not (piece.bounds and piece.wanted and units and counted) or piece.groupings or piece.named:
        return piece
    return replace(piece, wanted=())


WHICH_ONES = re.compile(
    r"\W*(?:and |but |so |ok |now )*"
    r"(?:(?:which|what|how many)(?: ones?| projects| invoices)?(?: of (?:them|these|those))? (?:are|is)|only|just)"
    r"(?: the| those| that)? (?:still |currently |now )?(?P<state>[a-z ]+?)(?: ones?| projects)?\W*$",
    re.IGNORECASE,
)
"""As in "which ones are active?": of the projects that were talked about."""

STATE_OF = {said: state for state, phrases in STATUSES.items() for said in phrases}


def _of_these_only(state: str, before: Query, here: Here) -> list[Query | Stopped] | None:
    """The same of the projects that are so, told by project where it was not told by anything."""
    metric = here.catalogue[before.metrics[0]] if before.metrics else None
    if not state or metric is None or not {"status", "project"} <= set(metric.by):
        return None
    kept = tuple(one for one in before.where if one.field != "status")
    where = (*kept, Filter("status", (state,), (state,)))
    against = None if before.why else before.against
    return [replace(before, by=before.by or ("project",), where=where, why=False, against=against)]


LEAVE_TAKEN = re.compile(r"\b(?:taken|took|take|used)\b", re.IGNORECASE)
"""After what leave is left, these ask for what was taken of it."""

STANDING_ALONE = (Role.UNMEASURED, Role.ORDER, Role.WHAT_IF, Role.AMBIGUOUS, Role.MEANING)


def _continues(piece: Parts, here: Here) -> bool:
    """Whether a question with a metric of its own leans on the one before: "and revenue?", "her utilization"."""
    leaning = piece.mark(Role.CONTINUE, Role.HE)
    return bool(leaning) or here.text.casefold().startswith(LEANING)


MOST_WORDS_OF_A_MEASURE = 3
"""A measure of so many words or more is a question of its own."""


def _is_a_bare_measure(piece: Parts, before: Query, here: Here) -> bool:
    """As in "billable?": of what was talked about, where no more is said than a measure and a question mark."""
    fields = {*before.by, *(one.field for one in before.where)}
    if not any(fields <= set(here.catalogue[one.metric].by) for one in piece.wanted if one.metric in here.catalogue):
        return False  # "anything outstanding?", after the hours of people
    is_asked = here.text.endswith("?") or DONE.fullmatch(here.bare) is not None
    is_short = is_asked and len(here.bare.split()) < MOST_WORDS_OF_A_MEASURE
    is_bare = is_short or ONLY_THAT.fullmatch(here.text) or WHAT_IS_SO.fullmatch(here.text)
    return bool(is_bare) and not _changes(piece)


DONE = re.compile(r"(?:already |still |not )?(?:(?!capped|fixed)\w+ed|free|spent|paid|sold|won|lost)", re.IGNORECASE)
"""As in "booked", which is no question by itself, whether or not it ends like one."""

ONLY_THAT = re.compile(r"\W*[\w-]+(?: (?:hours|time))? (?:only|alone|instead)\W*", re.IGNORECASE)
"""As in "billable only"."""


WHAT_IS_SO = re.compile(r"\W*(?:what(?:'s| is| was)|how much (?:is|was))(?: still| already)? [\w-]+\W*", re.IGNORECASE)
"""As in "what's booked", after the capacity of a month."""

LEANING = (
    "and ", "but ", "also ", "now ", "only ", "just ", "sort ",
    "sorted ", "rank ", "ranked ", "order ", "ordered ",
)  # fmt: skip
"""How a question begins that has a metric of its own and yet is asked of the same."""


def _changes(piece: Parts) -> bool:
    lists = (piece.groupings, piece.named, piece.stretches, piece.relatives, piece.rankings, piece.bounds)
    return any(lists) or bool(piece.marks)


def follow(query: Query, piece: Parts, here: Here) -> list[Query | Stopped]:
    """One query of the plan before, with what the follow-up says in the place of what it said."""
    here = replace(here, known_on=here.known_on or query.known_on)
    query = why.of_the_same(query, here) if why.asked(piece) else why.over_time(query, piece)
    names = [one for one in query.metrics if one in here.catalogue and one != query.among]
    piece = why.still(piece, names, query)
    if names == ["leave_balance_days"] and not piece.wanted and LEAVE_TAKEN.search(here.text):
        names = ["absence_days"]
    piece = replace(piece, named=tuple(_of_the_same_kind(one, query) for one in piece.named))
    piece = replace(piece, groupings=tuple(staying.of_who_was_told(one, query, piece) for one in piece.groupings))
    wanted = piece.wanted or tuple(Wanted(0, one, one.replace("_", " ")) for one in names)
    groupings = staying.beside_time(staying.not_of_all(piece, query), query) or tuple(
        Grouping(0, (one,)) for one in query.by if staying.stays(one, query, piece, here)
    )
    marks = tuple(one for one in piece.marks if one.role is not Role.HE)
    whole = replace(piece, wanted=wanted, groupings=groupings, marks=marks)
    made = staying.limited_alone(plans.plan_piece(whole, here), piece, here)
    made = [_completed(staying.in_the_nearer_year(one, query, piece, here), query, piece, here) for one in made]
    made = [staying.without_another_state(_picked_again(one, query, piece, here), here) for one in made]
    if not piece.groupings:
        made += [earlier for one in made if (earlier := _as_it_was(one, query, piece, here))]
    together = merged([_with_rows_to_choose(one, whole, query, here) for one in made])
    together = [picked_rows.still_limited(one, query, piece) for one in together]
    together = [derived.kept(one, query) if isinstance(one, Query) else one for one in together]
    return [against_all_rows.still(one, query, piece, here) for one in together]


def _as_it_was(one: Query | Stopped, before: Query, piece: Parts, here: Here) -> Query | None:
    """As in "vs last year" after revenue by month: the same months of the year before, beside those asked for."""
    compared = piece.relatives or any(said.earlier for said in piece.stretches)
    if not isinstance(one, Query) or not compared or before.against or one.period.start is None:
        return None
    if not set(one.by) & set(TIME):
        return None
    against = timing.against(here.catalogue[one.metrics[0]], one.period, piece, here)
    return replace(one, period=against.period, period_said="", against=None) if against else None


def _picked_again(one: Query | Stopped, before: Query, piece: Parts, here: Here) -> Query | Stopped:
    """Rows that were picked by what they lack, or by how they moved, are picked so again."""
    if not isinstance(one, Query) or piece.rankings or piece.bounds or one.why:
        return one
    if before.among:
        status = one.where if piece.named else tuple(kept for kept in one.where if kept.field != "status")
        return lacking.none_of_it(replace(one, where=status, having=None), here)
    if before.by_change and one.by and not set(one.by) & set(TIME):
        against = one.against or timing.before(here.catalogue[one.metrics[0]], one.period, piece, here)
        return replace(one, against=against, by_change=before.by_change, order=before.order, limit=before.limit)
    return one


def _with_rows_to_choose(one: Query | Stopped, whole: Parts, before: Query, here: Here) -> Query | Stopped:
    """As in "top 5?" after a number without rows: what is offered says all of it, and not only the new words."""
    if not isinstance(one, Clarification) or not whole.rankings or whole.groupings:
        return one
    metric = here.catalogue[whole.wanted[0].metric]
    offered = []
    for name in [one for one in ROWS if one in metric.by][:MOST_ROWS]:
        piece = replace(whole, groupings=(Grouping(0, (name,)),))
        told = [_completed(found, before, piece, here) for found in plans.plan_piece(piece, here)]
        offered += [as_question(found, here) for found in told if isinstance(found, Query)]
    return replace(one, options=tuple(offered)) if offered else one


MOST_ROWS = 3


def _of_the_same_kind(named: Named, before: Query) -> Named:
    """As in "what about Design", asked after a team: the team, though a service is called so, too."""
    fields = [*before.by, *(one.field for one in before.where)]
    kinds = {one.dimension for one in named.readings if one.is_whole}
    services = [one for one in named.readings if one.dimension == "service"]
    called = tuple(one for one in services if key(without_suffix(one.label)) == key(named.text))
    if called and "service" in fields and not (named.dimension or kinds & set(fields) - {"service"}):
        return replace(named, readings=called, dimension="service")
    if not kinds and named.readings and all(one.dimension in ("person", *staying.IN_CHARGE) for one in named.readings):
        kinds = {one.dimension for one in named.readings}
    same = [one for one in fields if one in kinds]
    return replace(named, dimension=same[-1]) if same and not named.dimension else named


def _completed(new: Query | Stopped, old: Query, piece: Parts, here: Here) -> Query | Stopped:
    """What the follow-up leaves open, from the plan before; a name takes the place of others of its kind."""
    if not isinstance(new, Query):
        return new
    metric = here.catalogue[new.metrics[0]]
    kept = tuple(one for one in old.where if one.field not in {other.field for other in new.where})
    kept = tuple(one for one in kept if not _makes_way(one, new) and not staying.is_one_of_all(one, piece))
    new = _fewer_of_them(new, old)
    impossible = next((one.field for one in kept if one.field not in metric.by), None)
    if impossible:
        return misunderstandings.no_such_breakdown(metric, impossible, ())
    other = new.metrics[0] not in old.metrics
    is_now = other and looking_ahead.is_so_now(metric, old, here)
    anew = is_now or (other and not old.period_said)
    period = new.period if piece.main or anew else _again(old, metric.name, here)
    over_time = bool(set(new.by) & set(TIME))
    still = None if is_now else staying.still_against(old, period)
    against = new.against if piece.main else timing.against(metric, period, piece, here) or still
    against = against or against_a_mean.kept(old, period)
    if new.why:
        said = bool(piece.relatives or piece.stretches)
        against = why.before(
            against if said else staying.still_against(old, period) or against, metric, period, piece, here
        )
    others = bool(piece.groupings) and not staying.has_the_same_rows(new, old, piece)
    ranked, limited = staying.is_ranked_anew(piece, old) or others, bool(piece.bounds or other) or others
    made = replace(
        new,
        where=(*kept, *new.where),
        period=period,
        period_said=new.period_said if piece.main or anew else old.period_said,
        having=staying.limit(new, old, anew=limited),
        order=new.order if ranked else old.order,
        limit=(new.limit or staying.as_many(piece, old)) if ranked else old.limit,
        against=None if over_time else against,
        every_item=new.every_item or old.every_item,
        of_those=new.of_those or staying.of_the_same_people(old, metric, piece),
    )
    made = shown_in.kept(first_of_each.kept(derived.kept(in_so_many.kept(made, old), old), old), old, piece)
    ahead = looking_ahead.with_days_to_come(made, piece, here)
    return definitions.still(ahead, old, here) if isinstance(ahead, Query) else ahead


def _fewer_of_them(new: Query, old: Query) -> Query:
    """As in "without Ana" after the hours of Ana and Ben: those of Ben; after Ben's alone, these are without her."""
    named = {one.field: one for one in old.where if not one.negated}
    where = []
    for one in new.where:
        before = named.get(one.field)
        left = [pair for pair in zip(before.ids, before.names, strict=True) if pair[0] not in one.ids] if before else []
        fewer = one.negated and before is not None and left
        rest = Filter(one.field, tuple(id_ for id_, _ in left), tuple(name for _, name in left))
        where.append(rest if fewer else one)
    return replace(new, where=tuple(where))


WITHIN = {
    "person": ("team", "job_title", "employment"),
    "project": ("client",),
    "budget": ("client", "project"),
    "service": ("client", "project"),
}
"""The larger that something smaller stands in: said after it, the larger takes its place."""

OF_ONE = ("person", "project", "budget")
"""What stands in one larger thing, so that nothing is narrowed down by naming that as well."""


def _makes_way(before: Filter, new: Query) -> bool:
    """As in "the whole Studio" after somebody's hours, or "and Mark" after the Studio's.

    Of the smaller only one makes way: several people are narrowed down to those in a team.
    """
    said = [one.field for one in new.where if not one.negated]
    alone = len(before.ids) == 1 and not before.negated
    smaller = [one for one in said if before.field in WITHIN.get(one, ()) and one in OF_ONE]
    return bool(smaller) or (alone and any(one in WITHIN.get(before.field, ()) for one in said))


def _again(old: Query, metric: str, here: Here) -> Period:
    """The old period by its phrase, read on today's date and as this metric reads it."""
    if metric == "receivables_due" and metric in old.metrics and old.period.start is None:
        return old.period  # "unpaid invoices due before November, by client": what is overdue is among them
    looks = timing.looks_of(here.catalogue[metric])
    found = read_period(old.period_said, here.today, here.calendar, looks) if old.period_said else None
    return timing.as_read(here.catalogue[metric], found) if found else old.period
