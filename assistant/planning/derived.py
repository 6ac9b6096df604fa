"""Shares, means and running totals in a question: "what share of revenue is Acme", "average hours per person"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.agency import calendar as days
from assistant.agency.periods import Period
from assistant.agency.units import show_day
from assistant.figures import Unit
from assistant.metrics.definition import Kind, Metric, Outlook, Timing
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import limits, misunderstandings, timing, words_measured
from assistant.planning.examples import ROWS, examples, instead
from assistant.planning.here import Here
from assistant.planning.parts import Grouping, Mark, Named, Parts, Wanted
from assistant.planning.ratios import PART_OF
from assistant.planning.things import THINGS
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role
from assistant.query import Derived, Filter, Form, Query, Threshold

Stopped = Clarification | NoData | Unsupported

RATIO_OF_SUMS = "The average of {title} is the ratio of all its parts, never a mean of percentages."


@dataclass(frozen=True)
class Asked:
    """A column that is asked for, before its rows are known; `part` is what a share is asked of."""

    form: Form
    per: tuple[str, ...] = ()
    part: Named | None = None
    of: str = ""
    limit: Threshold | None = None


def prepared(parts: Parts, here: Here) -> tuple[Parts, Asked | None]:
    """The parts without the words for a share, mean or running total, and which of these is asked for."""
    parts = _share_of_rows(parts)
    metrics = [here.catalogue[one.metric] for one in parts.wanted if one.metric in here.catalogue]
    summed = bool(metrics) and all(_adds_up(one) for one in metrics)
    if not summed or len({one.metric for one in parts.wanted}) != 1:
        return _of_each_mean(parts), None
    parts = _known_share(parts, here)
    limited = _limited(parts)
    if limited:
        return limited
    over = parts.mark(Role.RATIO)
    if over:
        return _without(parts, Role.RATIO), Asked(Form.RATIO, of=str(over.value))
    made = next((one for role, one in MADE_OF_SUMS.items() if parts.mark(role)), None)
    return made(parts) if made else _share(parts, here)


def _of_each_mean(parts: Parts) -> Parts:
    """As in "average project margin by service line": of a ratio the mean over projects is that of their sums."""
    means = [one for one in parts.groupings if one.is_subject and one.is_each]
    others = tuple(one for one in parts.groupings if one not in means)
    return replace(parts, groupings=others) if means and others and parts.mark(Role.AVERAGE) else parts


def _places(parts: Parts) -> list[int]:
    return [*(one.at for one in parts.wanted), *(one.at for one in parts.bounds)]


def _share_of_rows(parts: Parts) -> Parts:
    """As in "what share of our clients made a loss": how many of how many, and no share of what they made."""
    said = parts.mark(Role.SHARE, Role.PERCENT)
    rows = [one for one in parts.groupings if one.is_subject]
    picked = (
        parts.bounds
        or parts.mark(Role.OVER_BUDGET, Role.LACKING)
        or any(" ".join(one.said.casefold().split()) in limits.PICKING for one in parts.wanted)
    )
    if said is None or len(rows) != 1 or len(parts.groupings) != 1 or not picked:
        return parts
    of_rows = said.at < rows[0].at and not any(said.at < one < rows[0].at for one in _places(parts))
    return _without(parts, Role.SHARE, Role.PERCENT) if of_rows else parts


PERCENT = 100


def _known_share(parts: Parts, here: Here) -> Parts:
    """As in "clients where billable is less than 50 % of hours": one measure over another that has its own name."""
    if len(parts.bounds) != 1 or not parts.bounds[0].share_of:
        return parts
    both = parts.wanted[0].metric, parts.bounds[0].share_of
    if both == ("budget_used", "tracked_hours") and parts.mark(Role.HE):  # "used less than half of their hours"
        wanted = replace(parts.wanted[0], metric="budget_hours_used_percent", weak=False)
        marks = tuple(one for one in parts.marks if one.role is not Role.HE)
        return replace(parts, wanted=(wanted,), bounds=(replace(parts.bounds[0], share_of=""),), marks=marks)
    known = next((one.name for one in here.catalogue.values() if one.parts == both), "")
    if not known:
        return parts
    wanted = replace(parts.wanted[0], metric=known, said=known.replace("_", " "), weak=False)
    return replace(parts, wanted=(wanted,), bounds=(replace(parts.bounds[0], share_of=""),))


def _limited(parts: Parts) -> tuple[Parts, Asked] | None:
    """As in "clients where non-billable is more than 20 % of hours": by another measure, or by its share."""
    if len(parts.bounds) != 1 or not parts.bounds[0].share_of or not any(one.dimensions for one in parts.groupings):
        return None
    [bound], wanted = parts.bounds, parts.wanted[0]
    alone = replace(_without(parts, Role.SHARE, Role.PERCENT), bounds=())
    is_itself_a_part = wanted.metric == bound.share_of and (
        wanted.metric in PART_OF or wanted.metric in words_measured.AS_A_SHARE
    )
    if is_itself_a_part:
        return None
    limit = Threshold(bound.op, bound.value / PERCENT)
    if wanted.metric == bound.share_of:
        return alone, Asked(Form.SHARE, limit=limit)
    return alone, Asked(Form.RATIO, of=bound.share_of, limit=limit)


def _adds_up(metric: Metric) -> bool:
    return metric.kind is Kind.SUM and metric.unit not in (Unit.DATE, Unit.HEALTH)


def _without(parts: Parts, *roles: Role) -> Parts:
    return replace(parts, marks=tuple(one for one in parts.marks if one.role not in roles))


def _cumulative(parts: Parts) -> tuple[Parts, Asked]:
    parts = _without(parts, Role.CUMULATIVE, Role.TREND)
    told_by = {name for one in parts.groupings for name in one.dimensions}
    if not told_by & set(TIME):
        unit = timing.unit_of(parts.main.period) if parts.main else "year"
        finer = {"week": "day", "month": "week"}.get(unit, "month")
        parts = replace(parts, groupings=(*parts.groupings, Grouping(0, (finer,))))
    return parts, Asked(Form.CUMULATIVE)


def _average(parts: Parts) -> tuple[Parts, Asked | None]:
    """The units of time and the things a mean is over; of things the rows are told, too."""
    per: list[str] = []
    rows: list[Grouping] = []
    for one in parts.groupings:
        name = one.dimensions[0] if one.dimensions else ""
        if name in TIME and not any(other in TIME for other in per) and not _is_a_row_beside(one, parts):
            per.append(name)
            continue
        rows.append(one)
    things = [one for one in rows if one.dimensions and one.dimensions[0] not in TIME and (one.is_each or not per)]
    each = [one for one in things if one.is_each]
    if each:  # "per person, by team", "per person per team" is one row for each team
        things, rows = each[:1], [replace(one, alternative=False) for one in rows]
    if len(things) == 1:
        per.insert(0, things[0].dimensions[0])
    if not per:
        return parts, None
    # "The monthly average of invoices" is one number, and no list of them.
    rows = rows or [Grouping(0, ())]
    return replace(_without(parts, Role.AVERAGE), groupings=tuple(rows)), Asked(Form.AVERAGE, tuple(per))


def _is_a_row_beside(time: Grouping, parts: Parts) -> bool:
    """As in "average hours per person by month": each month is told, and its mean is over the people."""
    things = any(one.is_each and one.dimensions and one.dimensions[0] not in TIME for one in parts.groupings)
    return things and not time.is_each and not time.is_subject


def _a_year(parts: Parts) -> tuple[Parts, Asked]:
    return _without(parts, Role.ANNUALISED, Role.AVERAGE, Role.TREND), Asked(Form.ANNUALISED)


MADE_OF_SUMS = {Role.CUMULATIVE: _cumulative, Role.ANNUALISED: _a_year, Role.AVERAGE: _average}
"""What is made of a measure that is added up, by the word that asks for it."""


def _internal_of_each(parts: Parts, named: Named | None) -> tuple[Parts, Asked] | None:
    """As in "what share of hours was internal, by team": that of each team's own hours."""
    kinds = {(one.dimension, one.id) for one in named.readings} if named else set()
    wanted = parts.wanted[0]
    if kinds != {("kind", "internal")} or wanted.metric != "tracked_hours":
        return None
    internal = replace(wanted, metric="internal_hours", said="internal hours", weak=False)
    others = tuple(one for one in parts.named if one is not named)
    return replace(parts, wanted=(internal, *parts.wanted[1:]), named=others), Asked(Form.RATIO, of="tracked_hours")


def _share(parts: Parts, here: Here) -> tuple[Parts, Asked | None]:
    """Of rows, of what is named, or of what is the part of another."""
    said = parts.mark(Role.SHARE) or (None if parts.bounds else parts.mark(Role.PERCENT))
    wanted = parts.wanted[0]
    is_part_of = wanted.metric in PART_OF and not parts.named
    has_a_rate = len(words_measured.AS_A_SHARE.get(wanted.metric, ())) == 1 and not is_of_itself(parts)
    if said is None or (has_a_rate and said.role is Role.PERCENT):
        return parts, None
    shared = _without(parts, Role.SHARE, Role.PERCENT)
    if said.said.casefold() in AN_AMOUNT and wanted.metric in OF_ITS_OWN and _is_of_work(parts.named):
        return replace(shared, wanted=(replace(wanted, metric=OF_ITS_OWN[wanted.metric]), *parts.wanted[1:])), None
    rows = [one for one in parts.groupings if one.dimensions]
    if rows and parts.named and all(_is_what_is_counted(one, wanted) for one in rows):
        # "What share of projects is on hold": of all projects, and not of each of them.
        rows, shared = [], replace(shared, groupings=())
    over_time = rows and all(one.dimensions[0] in TIME for one in rows)
    named = _part(parts.named, said)
    if over_time and named and not here.text[: named.span[0]].casefold().rstrip().endswith(" for"):
        return shared, Asked(Form.SHARE, part=named)  # "share of revenue from retainers by month": in each month
    if rows:
        return _internal_of_each(shared, named) or (shared, Asked(Form.SHARE))
    if is_part_of and PART_OF[wanted.metric][0] in here.catalogue:
        whole, field, value = PART_OF[wanted.metric]
        part = Named(wanted.at, value, (0, 0), (NameWord(field, value, value),), dimension=field)
        return replace(shared, wanted=(Wanted(wanted.at, whole, whole.replace("_", " ")),), named=(part,)), Asked(
            Form.SHARE, part=part
        )
    return (shared, Asked(Form.SHARE, part=named)) if named else (parts, None)


def is_of_itself(parts: Parts) -> bool:
    """As in "sick leave as a percentage of absence": a part of all of it, and no rate of another measure."""
    said = parts.mark(Role.PERCENT)
    return said is not None and any(one.leave and one.at < said.at < parts.wanted[0].at for one in parts.named)


OF_ITS_OWN = {"budget_used": "budget_used_percent", "budget_hours_used": "budget_hours_used_percent"}


def _is_of_work(named: Sequence[Named]) -> bool:
    """As in "how much of Phase 2 is spent": of its own budget, and not its part of all budgets."""
    kinds = [{one.dimension for one in name.readings} for name in named]
    return bool(kinds) and all(one & {"client", "project", "budget"} for one in kinds)


def _is_what_is_counted(one: Grouping, wanted: Wanted) -> bool:
    return any(_counts(name, wanted.metric) for name in one.dimensions)


def _counts(dimension: str, metric: str) -> bool:
    return dimension in THINGS and metric in (THINGS[dimension].metric, THINGS[dimension].active)


def _part(named: Sequence[Named], said: Mark) -> Named | None:
    """What a share is asked of: the name right before the word ("Acme's share of revenue"), else the last."""
    before = [one for one in named if said.at - 2 <= one.at < said.at]
    return before[-1] if before else named[-1] if named else None


def planned(made: Sequence[Query | Stopped], asked: Asked | None, parts: Parts, here: Here) -> list[Query | Stopped]:
    """The queries with the column that is asked for."""
    if asked is None:
        return [_ratio_of_sums(one, parts, here) for one in made]
    made = [two for one in made for two in (_each_period(one, asked) if isinstance(one, Query) else (one,))]
    return [_completed(one, asked, here) if isinstance(one, Query) else one for one in made]


def _each_period(query: Query, asked: Asked) -> tuple[Query, ...]:
    """As in "average hours per person this year vs last year": a mean, or a ratio, of the one and of the other."""
    if query.against is None or asked.form not in (Form.AVERAGE, Form.RATIO, Form.ANNUALISED):
        return (query,)
    period = query.against.period
    said = f"{period.start.isoformat()} to {period.end.isoformat()}" if period.start else ""
    return (query, replace(query, period=period, period_said=said))


def _ratio_of_sums(query: Query | Stopped, parts: Parts, here: Here) -> Query | Stopped:
    """The average of a ratio is told as what it is."""
    if not isinstance(query, Query) or not parts.mark(Role.AVERAGE) or query.understood:
        return query
    metric = here.catalogue[query.metrics[0]]
    if metric.kind is not Kind.RATIO:
        return query
    return replace(query, understood=RATIO_OF_SUMS.format(title=metric.title.lower()))


def _completed(query: Query, asked: Asked, here: Here) -> Query | Stopped:
    metric = here.catalogue[query.metrics[0]]
    query = replace(query, against=None) if asked.form is not Form.SHARE else query
    if asked.form is Form.SHARE:
        return _shared(query, asked, metric)
    if asked.form is Form.RATIO:
        return _over_another(query, asked, here)
    if asked.form is Form.AVERAGE and metric.timing is Timing.STATE and set(asked.per) & set(TIME):
        return misunderstandings.no_average(metric, examples(here))
    if asked.form is Form.AVERAGE:
        return _over_whole_units(replace(query, derived=Derived(Form.AVERAGE, asked.per)), metric, here)
    return (_annualised if asked.form is Form.ANNUALISED else _run_up)(query, metric, here)


def _run_up(query: Query, metric: Metric, here: Here) -> Query | Stopped:
    """What comes together in the course of time; of this year where no other is named."""
    if metric.timing is Timing.STATE or not set(query.by) & set(TIME):
        return misunderstandings.no_running_total(metric, examples(here))
    if not query.period_said:
        query = replace(query, period=timing.read("this year", here, metric), period_said="this year")
    return replace(query, derived=Derived(Form.CUMULATIVE), order=None, limit=None, having=None)


def _annualised(query: Query, metric: Metric, here: Here) -> Query | Stopped:
    """What a year would bring of what whole months have brought; of a state, or of what is to come, there is none."""
    if metric.timing is Timing.STATE or metric.outlook is Outlook.FORECAST or set(query.by) & set(TIME):
        return misunderstandings.not_annualised(metric, instead(metric, here))
    query = replace(query, derived=Derived(Form.ANNUALISED, ("month",)), limit=None, having=None)
    return _over_whole_units(query, metric, here)


def _of_weekdays(query: Query) -> bool:
    """Whether only some weekdays are asked about, or each of them: the days of a mean are from Monday to Friday."""
    return "weekday" in query.by or any(one.field == "weekday" for one in query.where)


def _shared(query: Query, asked: Asked, metric: Metric) -> Query | Stopped:
    """The share of rows, or of what is named: its filter then says which rows, and no longer of which whole."""
    derived = Derived(Form.SHARE, limit=asked.limit)
    if asked.part is None and any(_counts(name, metric.name) for name in query.by):
        return misunderstandings.each_is_one(metric)
    if asked.part is not None:
        ids = {one.id for one in asked.part.readings}
        is_leave = bool(asked.part.leave) and not ids  # "sick days" are those of a kind, whatever it is called here
        part = next((one for one in query.where if ids & set(one.ids) or (is_leave and one.field == "category")), None)
        if part is None or part.field not in metric.by:
            return query
        others = tuple(one for one in query.where if one is not part)
        derived = Derived(Form.SHARE, part=part)
        over_time = tuple(one for one in query.by if one in TIME)
        query = replace(query, where=others, by=(*over_time, part.field))
    return replace(query, derived=derived)


def _over_another(query: Query, asked: Asked, here: Here) -> Query | Stopped:
    """The first metric over another one, where both can be told of the same rows."""
    of = asked.of
    other = here.catalogue[of]
    missing = next((one for one in (*query.by, *(one.field for one in query.where)) if one not in other.by), "")
    if missing:
        return misunderstandings.no_such_breakdown(other, missing, instead(other, here))
    return replace(query, metrics=(query.metrics[0], of), derived=Derived(Form.RATIO, of=of, limit=asked.limit))


def _over_whole_units(query: Query, metric: Metric, here: Here) -> Query | Stopped:
    """A mean per month of a year that is running is over the months that are whole; a forecast's over all."""
    per = query.derived.per if query.derived else ()
    if "weekday" in per or ("day" in per and _of_weekdays(query)):
        return misunderstandings.no_average_of_weekdays(metric, examples(here))
    unit = next((one for one in per if one in TIME), "")
    return whole_units(query, unit, metric, here)


def whole_units(query: Query, unit: str, metric: Metric, here: Here) -> Query | Stopped:
    """The query over the units of time that are whole: of a running year the months before this one."""
    period, today = query.period, here.knows_until
    if not unit or period.start is None or period.end < today or metric.outlook is Outlook.FORECAST:
        return query
    last = _end_of_the_last_whole(unit, today, here)
    if last < period.start:
        return misunderstandings.no_whole_unit(metric, unit, period.label)
    label = f"{period.label}, up to {show_day(last, here.view.settings.locale)}"
    return replace(query, period=Period(period.start, last, label))


def _end_of_the_last_whole(unit: str, today: date, here: Here) -> date:
    """The last day of the unit before the one that is running."""
    day, running = today, days.bucket(today, unit, here.calendar)
    while days.bucket(day, unit, here.calendar) == running:
        day -= timedelta(days=1)
    return day


def unsaid(parts: Parts, here: Here) -> Stopped | None:
    """A share of nothing in particular, or a mean over nothing that is said: what could be meant is offered."""
    metrics = [here.catalogue[one.metric] for one in parts.wanted if one.metric in here.catalogue]
    if len(metrics) != 1:
        return None
    metric = metrics[0]
    if not _adds_up(metric):
        return _of_a_ratio(parts, metric, here)
    if parts.mark(Role.AVERAGE):
        ways = ["month", *(one for one in ROWS if one in metric.by)][:3]
        ways = ways[1:] if metric.timing is Timing.STATE else ways
        return misunderstandings.average_over_what(metric, [f"{here.bare} per {DIMENSIONS[one].noun}?" for one in ways])
    said = parts.mark(Role.SHARE)
    if said and said.said.casefold() not in AN_AMOUNT:
        ways = [one for one in ROWS if one in metric.by][:3]
        return misunderstandings.share_by_what(metric, [f"{here.bare} by {DIMENSIONS[one].noun}?" for one in ways])
    return None


AN_AMOUNT = ("how much of",)
"""As in "how much of next month's revenue is confirmed": with nothing to have a share, it asks for an amount."""

OF_A_WHOLE = ("share", "contribut", "mix", "proportion", "fraction")


def _of_a_ratio(parts: Parts, metric: Metric, here: Here) -> Stopped | None:
    """A running total, or somebody's share, of what is itself a share."""
    said = parts.mark(Role.SHARE)
    if parts.mark(Role.ANNUALISED):
        return misunderstandings.not_annualised(metric, instead(metric, here))
    if parts.mark(Role.CUMULATIVE):
        return misunderstandings.no_running_total(metric, examples(here))
    if said and any(one in said.said.casefold() for one in OF_A_WHOLE):
        return misunderstandings.no_share_of(metric, examples(here))
    return None


def kept(new: Query, old: Query) -> Query:
    """A follow-up to shares or means is told in them again, where it can be."""
    derived = old.derived
    if new.derived is not None or derived is None:
        return new
    if derived.of:
        return replace(new, derived=derived) if new.metrics == old.metrics else new
    if derived.part is not None:
        return _of_the_part(new, derived, derived.part)
    things = tuple(one for one in derived.per if one not in TIME and one not in new.by)
    if things and derived.form is Form.AVERAGE:  # "average hours per person", "by team": of each team's people
        return replace(new, by=(*things, *new.by), derived=derived)
    over_time = bool(set(new.by) & set(TIME))
    cannot = over_time if derived.form is Form.ANNUALISED else derived.form is Form.CUMULATIVE and not over_time
    return new if cannot else replace(new, derived=derived)


def _of_the_part(new: Query, derived: Derived, part: Filter) -> Query:
    """As in "by month" after the share of one client: its share of each month; or "and Acme?": the share of that one.

    By anything else there is no such share; what it is of stays as a filter.
    """
    other = next((one for one in new.where if one.field == part.field), None)
    rows = [one for one in new.by if one not in TIME and one != part.field]
    if rows or new.having or new.why:
        return new if other else replace(new, where=(*new.where, part))
    where = tuple(one for one in new.where if one is not other)
    by = (*(one for one in new.by if one in TIME), part.field)
    return replace(new, where=where, by=by, derived=replace(derived, part=other or part))
