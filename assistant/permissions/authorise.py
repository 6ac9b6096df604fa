"""The decision about one query: whether this asker may ask it, over which part of the data, and if not, why.

The rules, in order; the first that objects gives the refusal:

    needed classes        of every column the metrics read (being absent is `people`, only why is `hr`)
    whole budgets         nobody divides their own hours by everybody's budget
    everyone's hours      nobody divides their part of the money by everybody's hours
                          nor holds a part of somebody's time against their whole days
    breakdowns, filters   need the classes of what they are made of
    sums only             cost by project, client and whole months, for those who do not see rates
    names                 a thing outside the asker's scope is said to be unknown, in the same words
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.agency.calendar import whole_months
from assistant.agency.periods import Period
from assistant.agency.tables import TABLES, Sensitivity
from assistant.metrics.catalogue import METRICS, metric, shown_metrics
from assistant.metrics.definition import Kind, Metric
from assistant.metrics.dimensions import DIMENSIONS, Dimension
from assistant.outcome import NoData, Refusal
from assistant.permissions import blended, words
from assistant.permissions.names import MANAGERS, THINGS
from assistant.permissions.nearest import nearest
from assistant.permissions.policy import Own, Scope
from assistant.permissions.view import View
from assistant.query import Filter, Query

MONEY_AND_SALES = frozenset({Sensitivity.PRICE, Sensitivity.COST, Sensitivity.SALES})

HARDEST_FIRST = (
    Sensitivity.COST,
    Sensitivity.HR,
    Sensitivity.SALES,
    Sensitivity.PRICE,
    Sensitivity.PEOPLE,
    Sensitivity.TIME,
    Sensitivity.DELIVERY,
    Sensitivity.NOTES,
)
"""Of several missing classes the first of these is named."""

IN_SUMS_BY = (
    "project", "client", "month", "quarter", "year", "project_manager", "account_manager", "status", "kind",
)  # fmt: skip
"""The breakdowns and filters of what is released in sums only: none is finer than project and month."""

IN_SUMS_SAID = ("project", "client", "month")

OF_ONE_OWNER: dict[Own, frozenset[str]] = {
    Own.PROJECTS: frozenset({"project", "budget", "service", "task", "deal"}),
    Own.CLIENTS: frozenset({"client", "project", "budget", "service", "task", "deal"}),
    Own.SELF: frozenset(),
}
"""Whoever names one of these sees all of it, and need not be told that it is only their part."""

OTHER_WAYS = ("person", "project", "client", "month")


@dataclass(frozen=True)
class AuthorisedQuery:
    """A query its asker may ask, and the view it is answered from.

    `notes` are the caveats that say which part it covers. Cells that rest on fewer people than
    `suppress_below` are hidden, in the metrics named in `in_sums`; None when nothing has to be.
    """

    query: Query
    view: View
    metrics: tuple[Metric, ...]
    notes: tuple[str, ...] = ()
    suppress_below: int | None = None
    in_sums: frozenset[str] = frozenset()


def authorise(query: Query, view: View, today: date | None = None) -> AuthorisedQuery | Refusal | NoData:
    """Decide one query, anew for the data it is answered from; up to `today` a running month counts as whole."""
    seen = view.as_known_on(query.known_on)
    return seen if isinstance(seen, NoData) else _decide(query, seen, query.asked_on(today) if today else today)


def may_be_asked(query: Query, view: View, today: date | None = None) -> bool:
    """Whether nothing stands against a query: nothing else is offered to anybody."""
    seen = view.as_known_on(query.known_on)
    if isinstance(seen, NoData):
        return False
    allowed = isinstance(_unopposed(query, seen, query.asked_on(today) if today else today), Asked)
    return allowed and all(may_be_asked(one, view, today) for one in query.found_by())


def _decide(query: Query, view: View, today: date | None) -> AuthorisedQuery | Refusal | NoData:
    asked = _unopposed(query, view, today)
    if not isinstance(asked, Asked):
        return asked
    metrics, classes = tuple(metric(name) for name in query.metrics), asked.classes
    for one in query.found_by():
        found = _decide(one, view, today)
        if not isinstance(found, AuthorisedQuery):
            return found
        if found.in_sums:
            return Refusal(words.tells_single_people(found.metrics[0].title, "by what else there is", ["project"]))
        classes |= Asked(one, view, found.metrics, today).classes
    in_sums = frozenset(one.name for one in asked.in_sums)
    return AuthorisedQuery(query, view.narrowed(classes), metrics, asked.notes(), asked.suppress_below(), in_sums)


def _unopposed(query: Query, view: View, today: date | None) -> "Asked | Refusal | NoData":
    """The query with all it would show, or what stands against it."""
    metrics = tuple(metric(name) for name in query.metrics)
    shown = (*metrics, *(one for one in shown_metrics(metrics) if one.name not in query.metrics))
    if view.only is not None and not view.only.permits(query, tuple(one.name for one in shown)):
        return Refusal(words.not_for_clients(metrics[0].title))
    asked = Asked(query, view, shown, today or view.settings.today)
    return next(asked.objections(), None) or asked


def may_ask(one: Metric, view: View) -> bool:
    """Whether this metric may be asked at all, without a breakdown or filter."""
    missing = missing_class(one.reads, view, needs_reasons=one.needs_reasons) or _rates_told(one, view)
    return missing is None and not _sees_part_of_item(one, view) and not _sees_part_of_time(one, view)


def missing_class(reads: Mapping[str, Iterable[str]], view: View, *, needs_reasons: bool = False) -> Sensitivity | None:
    """The class of a column that is read and hidden everywhere from the asker; None when there is none.

    Why someone is absent is not needed to know that they are: it is hidden without a refusal, unless the number
    means nothing without.
    """
    hidden = {kind for kind, scope in _read(reads, view) if scope is Scope.NONE}
    missing = hidden if needs_reasons else hidden - {Sensitivity.HR}
    return next((one for one in HARDEST_FIRST if one in missing), None)


def _read(reads: Mapping[str, Iterable[str]], view: View) -> Iterator[tuple[Sensitivity, Scope]]:
    """The class and the asker's scope of every column read."""
    for table, columns in reads.items():
        for column in columns:
            yield TABLES[table].column(column).sensitivity, view.scope(table, column)


def _sees_part_of_item(one: Metric, view: View) -> bool:
    """Whether the metric needs whole budgets, of which the asker sees only their own hours."""
    return one.whole_item and any(scope is Scope.SELF for _, scope in _read(one.reads, view))


def _rates_told(one: Metric, view: View) -> Sensitivity | None:
    """The class that is released in sums only, where sums are not enough."""
    sums = {kind for kind, grant in view.grants.items() if grant.in_sums}
    return next((kind for kind in HARDEST_FIRST if kind in sums & one.classes), None) if one.tells_rates else None


def _sees_part_of_time(one: Metric, view: View) -> bool:
    """Whether the metric needs everybody's days whole, of which the asker sees the work on some projects only."""
    if not one.everyones_time:
        return False
    return {scope for kind, scope in _read(one.reads, view) if kind is not Sensitivity.HR} != {Scope.ALL}


@dataclass(frozen=True)
class Asked:
    """One query with all metrics it would show, as this asker asks it."""

    query: Query
    view: View
    metrics: tuple[Metric, ...]
    today: date | None

    @property
    def classes(self) -> frozenset[Sensitivity]:
        """The classes of all columns the metrics read."""
        return frozenset(kind for one in self.metrics for kind, _ in _read(one.reads, self.view))

    @property
    def nouns(self) -> Mapping[str, str]:
        """The agency's own words for things."""
        return self.view.settings.nouns

    @property
    def ways(self) -> Iterator[tuple[str, Dimension]]:
        """Every breakdown and filter of the query."""
        yield from (("breakdown", DIMENSIONS[name]) for name in self.query.by)
        yield from (("filter", DIMENSIONS[one.field]) for one in self.query.where)
        yield from (("filter", DIMENSIONS[one.field]) for one in self.query.conditions)

    @property
    def in_sums(self) -> tuple[Metric, ...]:
        """The metrics that read what is released in sums only."""
        sums = {kind for kind, grant in self.view.grants.items() if grant.in_sums}
        return tuple(one for one in self.metrics if sums & one.classes)

    def objections(self) -> Iterator[Refusal | NoData]:
        """What stands against the query, the most important first."""
        for one in self.metrics:
            yield from self._needs_classes(one)
            yield from self._needs_whole_items(one)
            yield from self._needs_everyones_time(one)
            yield from self._needs_everyones_money(one)
        for way, dimension in self.ways:
            yield from self._needs_classes_of(way, dimension)
        for one in self.in_sums[:1]:
            yield from self._tells_single_people(one)
        for named in (*self.query.where, *([self.query.placed] if self.query.placed else ())):
            yield from self._unknown_names(named)
        if self.query.notes and not self.metrics and not self.view.reads_notes:
            yield Refusal(words.needs_notes())

    def notes(self) -> tuple[str, ...]:
        """The caveats that say which part of the data the answer covers, and at which rates."""
        scopes = {scope for one in self.metrics for _, scope in _read(one.reads, self.view)}
        if self._names_one_owner():
            scopes &= {Scope.SELF}
        scope_note = words.scope_note(scopes, self.view.role.own, self.nouns)
        if self.query.notes and not self.metrics:
            scope_note = self._notes_note()
        is_blended = Sensitivity.COST in self.classes and blended.wanted(self.view.role, self.view.settings)
        without_reasons = self._why_absent() is not None and any("category" in one.by for one in self.metrics)
        caveats = ((words.WITHOUT_REASONS, without_reasons), (blended.CAVEAT, is_blended))
        understood = (self.query.understood,) if self.query.understood else ()
        return (*understood, *([scope_note] if scope_note else ()), *(said for said, holds in caveats if holds))

    def _notes_note(self) -> str | None:
        """Which part of the notes is looked in."""
        scopes = [self.view.role.notes(one).scope for one in ("internal", "client")]
        parts = [words.scope_note({one}, self.view.role.own, self.nouns) for one in scopes]
        if self._names_one_owner() or parts[0] == parts[1]:
            return None if self._names_one_owner() and None in parts else parts[1]
        return words.only_internal(parts[0] or "")

    def suppress_below(self) -> int | None:
        """How many people a cell must rest on, where single people's pay could show."""
        return self.view.settings.small_group if self.in_sums else None

    def _names_one_owner(self) -> bool:
        fields = OF_ONE_OWNER[self.view.role.own]
        return any(one.field in fields and not one.negated for one in self.query.where)

    def _needs_classes(self, one: Metric) -> Iterator[Refusal]:
        missing = missing_class(one.reads, self.view, needs_reasons=one.needs_reasons) or _rates_told(one, self.view)
        if missing is not None:
            yield self._refusal(one, missing, lambda instead: words.needs_access(one.title, missing, instead))

    def _needs_whole_items(self, one: Metric) -> Iterator[Refusal]:
        if _sees_part_of_item(one, self.view):
            yield self._refusal(
                one, Sensitivity.TIME, lambda instead: words.needs_whole_budgets(one.title, self.nouns, instead)
            )

    def _needs_everyones_time(self, one: Metric) -> Iterator[Refusal]:
        if _sees_part_of_time(one, self.view):
            yield self._refusal(one, None, lambda instead: words.needs_everyones_time(one.title, instead))

    def _needs_everyones_money(self, one: Metric) -> Iterator[Refusal]:
        """Money of a part over the hours of all would be a number of nothing."""
        if one.kind is not Kind.PER_PERIOD or "working_hours" not in one.reads:
            return
        part = self.view.scope_note(MONEY_AND_SALES & one.classes)
        if part is not None:
            yield self._refusal(one, None, lambda instead: words.needs_everyones_money(one.title, part, instead))

    def _refusal(self, one: Metric, missing: Sensitivity | None, say: Callable[[str], str]) -> Refusal:
        """Say the rule and offer the nearest metric that may be asked, for the same period."""
        instead = nearest(one, missing, METRICS, lambda other: may_ask(other, self.view))
        if instead is None:
            return Refusal(say(""))
        question = f"{instead.title} {self.query.period_said}".strip()
        return Refusal(say(instead.spoken), (question,))

    def _needs_classes_of(self, way: str, dimension: Dimension) -> Iterator[Refusal]:
        missing = missing_class(dimension.reads, self.view)
        if dimension.name == "category":
            missing = self._why_absent()
        if missing is not None:
            noun = words.noun(dimension.noun, self.nouns)
            yield Refusal(words.breakdown_needs_access(way, noun, missing, self._other_way()))

    def _why_absent(self) -> Sensitivity | None:
        """The class missing where the category asked about is that of absences, not of expenses."""
        of_absences = any("absences" in one.reads for one in self.metrics)
        hidden = self.view.scope("absences", "category") is Scope.NONE
        return Sensitivity.HR if of_absences and hidden else None

    def _other_way(self) -> str:
        """The first metric by the first thing it may be asked by."""
        first = self.metrics[0]
        for name in OTHER_WAYS:
            other = DIMENSIONS[name]
            if name in first.by and missing_class(other.reads, self.view) is None:
                return f"{first.spoken} by {words.noun(other.noun, self.nouns)}"
        return first.spoken

    def _tells_single_people(self, one: Metric) -> Iterator[Refusal]:
        """Cost by anything finer than project and month could be solved for single people's rates."""
        allowed = [words.noun(DIMENSIONS[name].noun, self.nouns) for name in IN_SUMS_SAID]
        for way, dimension in self.ways:
            if dimension.name not in IN_SUMS_BY:
                noun = words.noun(dimension.noun, self.nouns)
                how = f"by {noun}" if way == "breakdown" else f"filtered by {noun}"
                yield Refusal(words.tells_single_people(one.title, how, allowed))
        periods = [self.query.period, *([self.query.against.period] if self.query.against else [])]
        if not all(self._is_whole(period) for period in periods):
            yield Refusal(words.tells_single_people(one.title, "for a part of a month", ["whole months"]))

    def _is_whole(self, period: Period) -> bool:
        """Whole calendar months: the running one up to today too, and a state from the beginning."""
        end = period.end
        if end == self.today:
            end = date(end.year, end.month, monthrange(end.year, end.month)[1])
        return whole_months(period.start or end.replace(day=1), end)

    def _unknown_names(self, one: Filter) -> Iterator[Refusal | NoData]:
        """A name that is not visible, and one that is but lies outside the scope of the money asked about."""
        if one.field not in THINGS and one.field not in MANAGERS:
            return
        visible = {thing.id for thing in self.view.named(one.field)}
        covered = None if one.negated else self._covered(one.field)
        for id_, name in zip(one.ids, one.names, strict=True):
            if id_ not in visible:
                yield NoData(words.unknown_name(name))
            elif covered is not None and id_ not in covered:
                yield Refusal(words.unknown_name(name))

    def _covered(self, field: str) -> frozenset[str] | None:
        """The ids of a dimension within the scope of the money asked about; None when all are."""
        table, key = MANAGERS[field] if field in MANAGERS else (THINGS[field].table, THINGS[field].key)
        classes = self.classes & MONEY_AND_SALES
        if table == "people" or not classes:
            return None
        if table == "deals":
            read = {column for metric in self.metrics for column in metric.reads.get("deals", ())}
            return frozenset(self.view.rows("deals", [key, *read - {key}]).column(key).to_pylist())
        return self.view.covered(table, key, classes)
