"""From the parts of one piece of a question to its queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.agency.periods import Period
from assistant.agency.tables import Sensitivity
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, Outlook, Through
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Teaches, Unsupported
from assistant.permissions.authorise import may_be_asked
from assistant.permissions.policy import Scope
from assistant.planning import (
    at_ends,
    changing,
    days_limited,
    derived,
    drawn,
    first_of_each,
    in_each,
    in_so_many,
    known_or_until,
    lacking,
    limits,
    looking_ahead,
    misunderstandings,
    names,
    of_those,
    open_ends,
    passed_over,
    places,
    same_time,
    shown_in,
    somebody,
    states,
    timing,
    whole_work,
    why,
    words,
    words_measured,
    words_of_states,
)
from assistant.planning.besides import besides
from assistant.planning.dates import Kind as Said
from assistant.planning.dates_within import in_one_go
from assistant.planning.examples import ROWS, examples, instead
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Parts, Wanted
from assistant.planning.questions import as_question
from assistant.planning.tokens import key
from assistant.planning.words import Role
from assistant.planning.words_of_values import TENTATIVE
from assistant.query import Query

Stopped = Clarification | NoData | Unsupported


@dataclass(frozen=True)
class Wish:
    """One metric as it was asked for, and those shown beside it, before it joins others in a query."""

    metric: Metric
    said: str
    beside: tuple[Metric, ...] = ()


def plan_piece(parts: Parts, here: Here) -> list[Query | Stopped]:
    """The queries of one piece, one for each table it needs, or what stands in the way of each."""
    ends = [one for one in parts.rankings if not one.is_default and one.limit]
    if len({one.end for one in ends}) > 1:  # "top 3 and bottom 3"
        kept = [one for one in parts.rankings if one not in ends]
        return [made for end in ends for made in plan_piece(replace(parts, rankings=(end, *kept)), here)]
    parts, asked = derived.prepared(changing.prepared(parts, here), here)
    stopped = ambiguous_share(parts, here) or derived.unsaid(parts, here)
    planned: list[Query | Stopped] = [stopped] if stopped else []
    for wish in () if stopped else wished(parts, here):
        for by in breakdowns(parts, wish, here):
            planned.extend(_told(parts, wish, by, here))
        planned.extend([] if asked else along(parts, wish, here))
    planned = [changing.told(one, parts, here) if isinstance(one, Query) else one for one in planned]
    return lacking.told(derived.planned(planned, asked, parts, here), parts, here)


def along(parts: Parts, wish: Wish, here: Here) -> list[Query | Stopped]:
    """What everyday words ask for besides, in tables of their own; what cannot be told so was not asked."""
    asked = besides(parts, wish.metric.name, here, by_name=by_name(wish.metric, wish.said))
    wishes = [(piece, Wish(here.catalogue[one], one)) for piece, one in asked]
    made = [
        one for piece, other in wishes for by in breakdowns(piece, other, here) for one in _told(piece, other, by, here)
    ]
    return [one for one in made if isinstance(one, Query)]


def _told(parts: Parts, wish: Wish, by: tuple[str, ...] | Stopped, here: Here) -> list[Query | Stopped]:
    if not isinstance(by, tuple):
        return [by]
    settled = same_time.settled(wish.metric, parts, here)
    if isinstance(settled, Clarification):
        return [settled]
    parts, whose = of_those.apart(settled, wish.metric, by, here)
    made = [
        of_those.told(one, whose, here) if isinstance(one, Query) else one for one in queries(parts, wish, by, here)
    ]
    only = [of_those.only_there(one, parts, here) if isinstance(one, Query) else one for one in made]
    made = [passed_over.nothing_else("only", examples(here)) if one is None else one for one in only]
    made = days_limited.told(made, parts, here)
    return [at_ends.told(one, wish.metric, parts, here) if isinstance(one, Query) else one for one in made]


def by_name(metric: Metric, said: str) -> bool:
    """Whether a metric is asked for by its own name or title, and not in everyday words."""
    return key(said) in [key(one) for one in (metric.name.replace("_", " "), metric.title)]


UP_TO = (Said.TO_DATE, Said.SINCE, Said.UNTIL, Said.EDGE, Said.DAY)
"""Periods at whose end a state can be read off without a doubt."""


def ambiguous_share(parts: Parts, here: Here) -> Clarification | None:
    """As in "less than 80 % billable hours", which can be of all hours or of the capacity."""
    if len(parts.bounds) > 1 and not limits.is_a_range(parts.bounds):
        options = [replace(parts, bounds=(one,)) for one in parts.bounds]
        return misunderstandings.one_limit_at_a_time(said_otherwise(options, here))
    for one in parts.wanted:
        if one.weak and one.metric == "budget_used" and _of_no_budget(one, parts):
            both = tuple(one for one in words_measured.SPENDING if one in here.vocabulary.askable) or ("budget_used",)
            metrics = [here.catalogue[name] for name in both]
            return misunderstandings.which_metric(one.said, metrics, instead_of(parts, both, here))
        shares = words_measured.AS_A_SHARE.get(one.metric, ())
        if len(shares) > 1 and any(bound.percent and not bound.of for bound in parts.bounds):
            metrics = [here.catalogue[name] for name in shares if name in here.catalogue]
            return misunderstandings.which_metric(
                here.catalogue[one.metric].title, metrics, instead_of(parts, shares, here)
            )
    return None


SPEND = frozenset({"spend", "spent", "spending"})


def _of_no_budget(wanted: Wanted, parts: Parts) -> bool:
    """Whether "spent" may be of no budget: it is of a period, or of one period after the other."""
    over_time = parts.relatives or parts.stretches or any(set(one.dimensions) & set(TIME) for one in parts.groupings)
    spent = wanted.said.casefold() in SPEND and not parts.named
    return parts.main.kind not in UP_TO if parts.main else spent and bool(over_time)


def instead_of(parts: Parts, metrics: Sequence[str], here: Here) -> list[str]:
    """The same piece asked for each of several metrics, as complete questions."""
    return said_otherwise([replace(parts, wanted=(Wanted(0, one, one.replace("_", " ")),)) for one in metrics], here)


MOST_AT_ONCE = 12
"""Nobody asks about more periods or limits at once, so nothing is offered instead of it."""


def said_otherwise(pieces: Sequence[Parts], here: Here) -> list[str]:
    """Pieces as complete questions, those that can be planned and that this asker may ask."""
    few = [one for one in pieces if max(len(one.stretches), len(one.bounds)) <= MOST_AT_ONCE]
    pieces = [replace(one, unknown=()) for one in few]
    planned = [one for piece in pieces for one in plan_piece(piece, here)]
    each = dict.fromkeys(one for one in planned if isinstance(one, Query))
    queries = [one for one in each if may_be_asked(one, here.view, here.today)]
    return list(dict.fromkeys(as_question(one, here) for one in queries))


def _as_a_share(wanted: Wanted, parts: Parts) -> Wanted:
    """The share an amount is meant as where it is compared with a percent."""
    said = wanted.said if wanted.said in words_measured.AS_A_SHARE else wanted.metric
    shares = words_measured.AS_A_SHARE.get(said, ())
    limited = any(one.percent and not one.of for one in parts.bounds)
    if len(shares) != 1 or not (limited or (parts.mark(Role.PERCENT) and not derived.is_of_itself(parts))):
        return wanted
    return replace(wanted, metric=shares[0], said=wanted.said if wanted.metric == "budget_total" else shares[0])


def _as_an_amount(wanted: Wanted, parts: Parts, here: Here) -> Wanted:
    """The amount a share is meant as where it is compared with money."""
    amount = words_measured.AS_AN_AMOUNT.get(wanted.metric, "")
    money = bool(parts.bounds) and all(one.currency or limits.is_no_share(one) for one in parts.bounds)
    if amount not in here.catalogue or not money:
        return wanted
    is_count = wanted.metric in words.COUNTED  # which of them they are stays asked
    return replace(wanted, metric=amount, said=wanted.said if is_count else amount.replace("_", " "))


def wished(parts: Parts, here: Here) -> list[Wish]:
    """The metrics of a piece that exist, each once, with those that go with an everyday word."""
    found = {
        one.metric: Wish(here.catalogue[one.metric], one.said, _beside(one, here))
        for one in reversed([_as_an_amount(_as_a_share(one, parts), parts, here) for one in parts.wanted])
        if one.metric in here.catalogue
    }
    unit = parts.mark(Role.UNIT)
    if unit:
        found = {one.metric.name: one for one in (_in_unit(wish, str(unit.value), here) for wish in found.values())}
    if parts.mark(Role.DRIFT):
        found = {one.metric.name: one for one in (_as_drift(wish, here) for wish in found.values())}
    wishes = [_of_deals(one, parts, here) for one in reversed(found.values())]
    wishes = [_looking_ahead(_by_settings(_as_seen(one, here), here), parts, here) for one in wishes]
    return [replace(one, metric=why.meant(one.metric, here)) for one in wishes] if why.asked(parts) else wishes


def _of_deals(wish: Wish, parts: Parts, here: Here) -> Wish:
    """As in "what margin would the Tariff calculator deal make": of a deal it is what was estimated of it."""
    other = words_measured.OF_DEALS.get(wish.metric.name, "")
    asked = any("deal" in one.dimensions for one in parts.groupings) or any(names.is_deal(one) for one in parts.named)
    if other not in here.catalogue or not asked or "deal" in wish.metric.by:
        return wish
    beside = {words_measured.OF_DEALS.get(one.name, "") for one in wish.beside} & set(here.catalogue)
    return Wish(here.catalogue[other], wish.said, tuple(here.catalogue[one] for one in sorted(beside)))


def _as_seen(wish: Wish, here: Here) -> Wish:
    """The most telling form of what is asked that this asker may see whole; sums of cost would hide small projects."""
    if not wish.metric.narrower:
        return wish
    sums = {kind for kind, grant in here.view.grants.items() if grant.in_sums}
    forms = [wish.metric, *(here.catalogue[one] for one in wish.metric.narrower if one in here.catalogue)]
    seen = [one for one in forms if one.name in here.vocabulary.askable and not sums & one.classes]
    return replace(wish, metric=seen[0]) if seen else wish


def _in_unit(wish: Wish, unit: str, here: Here) -> Wish:
    """The same thing counted in hours, days or money, and nothing beside it."""
    other = words_measured.IN_UNITS.get(unit, {}).get(wish.metric.name, wish.metric.name)
    return Wish(here.catalogue.get(other, wish.metric), wish.said)


def _by_settings(wish: Wish, here: Here) -> Wish:
    """Utilization alone is what the agency's settings say it is, where that is measured."""
    chosen = here.catalogue.get(here.view.settings.utilization_metric)
    alone = wish.metric.name == "billable_utilization" and "billable" not in wish.said
    return replace(wish, metric=chosen) if alone and chosen else wish


def _beside(wanted: Wanted, here: Here) -> tuple[Metric, ...]:
    """What an everyday word asks for, too: "burning" is pace and percent, "profitable" margin and profit."""
    is_name = by_name(here.catalogue[wanted.metric], wanted.said)
    beside = () if is_name else words_measured.TOGETHER.get(wanted.metric, ())
    if wanted.said in words_of_states.PROFITABLE:
        beside = ("profit",)
    return tuple(here.catalogue[one] for one in beside if one in here.catalogue and one in here.vocabulary.askable)


def _as_drift(wish: Wish, here: Here) -> Wish:
    """A margin that drifts is held against the one that was sold."""
    return (
        Wish(here.catalogue["margin_drift"], "margin_drift") if wish.metric.name in ("margin", "margin_sold") else wish
    )


def _looking_ahead(wish: Wish, parts: Parts, here: Here) -> Wish:
    """By what is measured of days to come, where those are asked about."""
    name, said = looking_ahead.measured_by(wish.metric, wish.said, parts, here)
    if name == wish.metric.name or name not in here.catalogue:
        return wish if said == wish.said else replace(wish, said=said)
    ahead = [looking_ahead.AT_THE_END.get(one.name, "") for one in wish.beside]
    return Wish(here.catalogue[name], said, tuple(here.catalogue[one] for one in ahead if one in here.catalogue))


def breakdowns(parts: Parts, wish: Wish, here: Here) -> list[tuple[str, ...] | Stopped]:
    """The breakdowns of one metric; alternatives ("by person or team") are tables of their own."""
    tables: list[list[Grouping]] = [[]]
    for one in parts.groupings:
        if one.alternative and tables[-1]:
            tables.append([])
        tables[-1].append(one)
    shared = tables[0][:-1] if len(tables) > 1 else []
    return [_breakdown([*(shared if at else []), *table], parts, wish, here) for at, table in enumerate(tables)]


def _breakdown(groupings: Sequence[Grouping], parts: Parts, wish: Wish, here: Here) -> tuple[str, ...] | Stopped:
    by: list[str] = []
    for one in groupings:
        if not one.dimensions:  # in total
            continue
        usable = [name for name in one.dimensions if name in wish.metric.by or at_ends.can_be(wish.metric, name, parts)]
        usable = usable or somebody.who_is_sent_invoices(one, wish.metric, here)
        usable = usable or somebody.who_owns_deals(one, wish.metric, here)
        if not usable:
            return _cannot_be_told_by(wish.metric, one.dimensions[0], here)
        by.append(usable[0])
    if parts.mark(Role.ABSENCE_REPORT) and not by:
        by = [name for name in report_rows(here) if name in wish.metric.by]
    if _is_a_trend(parts, by) or ("month" in wish.metric.by and drawn.over_time(parts, by, here)):
        if "month" not in wish.metric.by:
            return _cannot_be_told_by(wish.metric, "month", here)
        by.append("month")
    by += [one for one in _each_step(parts, by) if one in wish.metric.by]
    by += _unsaid(by, groupings, parts, wish, here)
    if parts.mark(Role.WHEN) and wish.metric.name in timing.DATED and not set(by) & set(TIME):
        by.insert(0, "day")
    item = wish.metric.item
    if item in DIMENSIONS and not {item, "project"} & set(by) and not why.asked(parts):
        by.append(str(item))
    return tuple(dict.fromkeys(by))


def _cannot_be_told_by(metric: Metric, dimension: str, here: Here) -> Unsupported:
    stands = states.over_time(metric, dimension, here)
    return stands or misunderstandings.no_such_breakdown(metric, dimension, instead(metric, here))


def _unsaid(by: Sequence[str], groupings: Sequence[Grouping], parts: Parts, wish: Wish, here: Here) -> list[str]:
    """What the words for a metric ask for by themselves, what a ranking is of, and what was taught."""
    if by or any(not one.dimensions for one in groupings):  # "who joined this year, and in which team"
        asks_who = wish.metric.name in ("joiners", "leavers") and "who" in wish.said.split() and by
        return ["person"] if asks_who and "person" not in by else []
    is_counted = parts.mark(Role.HOW_MANY) and wish.metric.name not in words_measured.COUNTED_BY_THEIR_ROWS
    rows = {} if is_counted else words_measured.LISTED.get(wish.metric.name, {})
    if not parts.mark(Role.HOW_MANY) and words_measured.SHOWN.match(here.nameless):
        rows = {**words_measured.ONE_BY_ONE.get(wish.metric.name, {}), **rows}
    everyday = () if by_name(wish.metric, wish.said) else words_measured.ROWS_OF.get(wish.metric.name, ())
    listed = next((rows[word] for word in wish.said.split() if word in rows), everyday)
    first = any(not one.is_default for one in parts.rankings)
    ranked = bool(parts.bounds) or first
    nouns = {DIMENSIONS[name].noun: name for name in wish.metric.by} if ranked else {}
    of = [nouns[word] for word in wish.said.split() if word in nouns][:1]
    if of == ["invoice"] and not (
        first or parts.mark(Role.HOW_MANY)
    ):  # "invoices over 20k", as they are listed anywhere
        of = ["client", "invoice"]
    return [*listed] or of or ([] if why.asked(parts) else _as_taught(wish.metric, here))


def _as_taught(metric: Metric, here: Here) -> list[str]:
    """By what this metric is told here where nothing is said."""
    lessons = (one for one in here.view.lessons if one.teaches is Teaches.BREAKDOWN and one.said == metric.name)
    return [one.means for one in lessons if one.means in metric.by][:1]


def report_rows(here: Here) -> tuple[str, ...]:
    """An absence report is by person and reason, or by person and month for those who may not see reasons."""
    grant = here.view.grants[Sensitivity.HR]
    return ("person", "month") if grant.scope is Scope.NONE else ("person", "category")


def _each_step(parts: Parts, by: Sequence[str]) -> tuple[str, ...]:
    """As in "the last three months, month over month": each of them, where the period is longer than a step."""
    unit = next((one.unit for one in parts.relatives if one.unit in TIME and not one.compares), "")
    if not unit or not parts.main or set(by) & set(TIME):
        return ()
    longer = TIME.index(timing.unit_of(parts.main.period)) > TIME.index(unit)
    return (unit,) if longer else ()


def _is_a_trend(parts: Parts, by: Sequence[str]) -> bool:
    """Whether a development is asked for, and no unit of time is named yet."""
    develops = parts.mark(Role.TREND) or (parts.mark(Role.CHANGE) and timing.is_since(parts))
    return bool(develops) and not set(by) & set(TIME) and not why.asked(parts)


def _out_of_time(metric: Metric, period: Period, parts: Parts, by: tuple[str, ...], here: Here) -> Stopped | None:
    """What keeps a metric from being told of this period."""
    if period.start and period.start > here.knows_until and metric.through is not Through.END:
        near = instead_of(parts, looking_ahead.nearest_to(metric, by, here), here)
        offered = (*near, *examples(here, Outlook.FORECAST))[: len(examples(here, Outlook.FORECAST))]
        return misunderstandings.not_yet_happened(metric, period.label, offered)
    behind = looking_ahead.is_behind(metric, period, parts, here)
    if behind:
        return behind
    if metric.only_now and period.end != here.knows_until and not _is_running(parts, here):
        return misunderstandings.only_as_it_stands(metric, examples(here))
    if timing.since_when(metric, period, parts, here):
        return misunderstandings.which_period(timing.beginnings(period, parts, here))
    endings = open_ends.until_when(metric, parts, here)
    return misunderstandings.until_when(endings) if endings else None


def queries(parts: Parts, wish: Wish, by: tuple[str, ...], here: Here) -> list[Query | Stopped]:
    """One query for each period asked about."""
    metric = wish.metric
    where = names.filters(parts, names.Asked(metric, here))
    if not isinstance(where, tuple):
        return [where]
    where = in_each.said_twice(parts, where, by, here)
    placed = places.asked(parts, where, by)
    where, by = (tuple(one for one in where if one is not placed), (placed.field,)) if placed else (where, by)
    both = next((one for one in where if one.negated and not in_each.leaves_some(one, where)), None)
    if both and not in_each.asked(parts, where):
        return [misunderstandings.one_and_not_another(both.names, examples(here))]
    stopped = (
        cannot(parts, wish, by, here)
        or names.without_estimate(metric, where, here)
        or known_or_until.asked(parts, wish.metric, here)
    )
    if stopped:
        return [stopped]
    by = (*by, *(one for one in places.side_by_side(parts, where) if one not in by))
    made: list[Query | Stopped] = []
    for period, said in in_one_go(timing.periods(metric, parts, here, where), by):
        stopped = _out_of_time(metric, period, parts, by, here)
        if stopped:
            made.append(stopped)
            continue
        earlier = timing.against(metric, period, parts, here)
        asked, against = timing.in_order(period, earlier, metric, parts)
        query = Query(
            metrics=_columns(parts, wish, by, here),
            period=asked,
            by=by,
            where=where,
            having=limits.having(parts, wish.said, wish.metric),
            against=against,
            order=limits.order(parts, wish.said, wish.metric),
            limit=next((one.limit for one in parts.rankings if one.limit), None),
            every_item=every_item(parts) or whole_work.of_finished(where),
            period_said=said,
            known_on=here.known_on,
        )
        made += _one_after_the_other(query, parts) if set(by) & set(TIME) else [query]
    if why.asked(parts):
        return [why.explained(one, parts, here) if isinstance(one, Query) else one for one in made]
    made = [in_each.told(one, parts, here) if isinstance(one, Query) else one for one in made]
    made = [first_of_each.told(in_so_many.told(one, parts), parts) if isinstance(one, Query) else one for one in made]
    return [
        shown_in.told(places.told(one, parts, placed), parts, wish.said) if isinstance(one, Query) else one
        for one in made
    ]


def _columns(parts: Parts, wish: Wish, by: Sequence[str], here: Here) -> tuple[str, ...]:
    """What is asked for, what goes with it, and what the rows are limited by."""
    single = {"win_rate"} if "deal" in by else set()  # a deal has no win rate
    beside = [one.name for one in wish.beside if set(by) <= set(one.by) and one.name not in single]
    limiting = [one.of for one in parts.bounds if one.of in here.catalogue]
    return tuple(dict.fromkeys((wish.metric.name, *beside, *limiting)))


def _is_running(parts: Parts, here: Here) -> bool:
    """Whether the period asked about holds today, as this year does."""
    period = parts.main.period if parts.main else None
    return period is not None and period.start is not None and period.start <= here.knows_until <= period.end


def _one_after_the_other(query: Query, parts: Parts) -> list[Query | Stopped]:
    """As in "Q2 vs Q1 by month": both in all, then each as it developed, which has no column to compare with."""
    alone = replace(query, against=None)
    earlier = next((one.found.text for one in parts.stretches if one.earlier), "")
    whole = any(same_time.is_of_the_whole(one.unit, query) for one in parts.relatives)
    if query.against is None or why.asked(parts) or not (earlier or whole):
        return [alone]
    both = replace(query, by=tuple(one for one in query.by if one not in TIME))
    return [both, alone, replace(alone, period=query.against.period, period_said=earlier)]


def every_item(parts: Parts) -> bool:
    """Whether finished budgets are asked for, too."""
    return any(one.role is Role.ALL and one.value == "items" for one in parts.marks)


def cannot(parts: Parts, wish: Wish, by: Sequence[str], here: Here) -> Stopped | None:
    """What keeps a piece from being planned although all its words are known."""
    metric = wish.metric
    bound = next(iter(parts.bounds), None)
    if bound and not limits.fits(bound, metric, here):
        unit = here.view.settings.base_currency if metric.unit is Unit.MONEY else metric.unit.value
        return misunderstandings.no_such_limit(metric, limits.said(bound), unit.replace("_", " "), examples(here))
    moved = changing.cannot(parts, metric, by, here)
    if moved:
        return moved
    if parts.mark(Role.PERCENT) and metric.unit not in (Unit.PERCENT, Unit.INDEX):
        return misunderstandings.no_such_limit(metric, "percent", metric.unit.value.replace("_", " "), examples(here))
    counted = limits.counted_otherwise(parts, metric)
    if counted:
        return misunderstandings.not_in_this_unit(metric, counted, examples(here))
    if _is_only_confirmed(parts, metric):
        return misunderstandings.only_confirmed(metric, examples(here, Outlook.FORECAST))
    return _cannot_be_ranked(parts, metric, by, here)


def _cannot_be_ranked(parts: Parts, metric: Metric, by: Sequence[str], here: Here) -> Stopped | None:
    """A mean of what is added up, or rows picked or ordered where there are none, or in two ways."""
    if _is_averaged(parts, metric):
        return misunderstandings.no_average(metric, examples(here))
    bound = next(iter(parts.bounds), None)
    if bound and not bound.of and metric.unit is Unit.COUNT and words.COUNTED.get(metric.name) in by:  # each is one
        return misunderstandings.no_such_limit(metric, limits.said(bound), "number", examples(here))
    ranked = [one for one in parts.rankings if not one.is_default]
    bound = bound or next(iter(parts.moves), None)
    if (ranked or (bound and not parts.mark(Role.YES_OR_NO))) and not by:
        rows = [DIMENSIONS[one].noun for one in ROWS if one in metric.by][:3]
        return misunderstandings.which_rows(metric, [f"{here.bare} by {one}?" for one in rows])
    return None


def _is_only_confirmed(parts: Parts, metric: Metric) -> bool:
    """Whether tentative work is asked for of something that is never told with it."""
    switch = parts.mark(Role.UNIT)
    told = words_measured.IN_UNITS[TENTATIVE].values()
    return switch is not None and switch.value == TENTATIVE and metric.name not in told


def _is_averaged(parts: Parts, metric: Metric) -> bool:
    """Whether an average is asked of something that is added up, or a median of anything but entries."""
    mean = parts.mark(Role.AVERAGE) and metric.kind not in (Kind.RATIO, Kind.PER_PERIOD)
    return bool(mean or (parts.mark(Role.MEDIAN) and metric.item != "entry"))
