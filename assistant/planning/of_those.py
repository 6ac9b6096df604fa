"""Questions about those who are on some work, or about the work somebody is on: "who on Apollo is away next week".

Being away belongs to people and not to projects, so that it is asked of the people on it: of those who have worked on
it of late, or are booked on it. It is said how that was taken.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from assistant.agency.periods import Period
from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Kind, Metric
from assistant.planning import names
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Named, Parts
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord
from assistant.query import Filter, OfThose, Query, Some

WORK = ("project", "client")
WORKED, BOOKED = "tracked_hours", "scheduled_hours"

_PEOPLE = (
    r"(?:who|whom|anyone|anybody|someone|somebody|people|persons?|everyone|everybody|teams?|staff|crew|those|folks?|"
    r"\w+ers)"
)
_BEING_ON = (
    r"(?:on|(?:(?:who|that) )?(?:(?:is|are|was|were|will be) )?(?:work(?:s|ed|ing)?|booked|assigned|allocated|staffed|"
    r"scheduled|planned|busy) (?:on|for|to|with|at)|working with)"
)
_ON_IT = Guarded(
    rf"\b{_PEOPLE}\b(?: (?:in|of|from) (?:the |our )?[\w&' ]{{1,40}}?)?(?: (?:is|are|was|were))? {_BEING_ON} "
    r"(?:the |our )?(?:project |client |account )?$",
    re.IGNORECASE,
)
"""As in "who of the team on Apollo", "people working on Apollo", before the name."""

_ITS_PEOPLE = Guarded(r"^(?:'s|\u2019s)? (?:project )?(?:team|people|crew|staff)\b", re.IGNORECASE)
"""As in "the Apollo team", behind the name."""

_DOING_IT = Guarded(
    r"^(?:'s)? (?:(?:is|are|was|were|has|have|had|has been|will be) )?(?:currently |now |also )?"
    r"(?:on|work(?:s|ed|ing)? (?:on|for|with)|booked (?:on|for)|assigned to|involved (?:in|with)|staffed on|"
    r"logged (?:time|hours) (?:on|for))\b",
    re.IGNORECASE,
)
"""As in "projects that Ana works on", behind the name."""

_WORK = r"(?:projects?|clients?|customers?|accounts?|jobs?|matters?|productions?)"
_THEIR_WORK = Guarded(rf"^(?:'s|\u2019s) {_WORK}\b", re.IGNORECASE)
_WORK_THAT = Guarded(rf"\b{_WORK}(?: that| which)? $", re.IGNORECASE)
_WORK_OF = Guarded(rf"\b{_WORK} of $", re.IGNORECASE)
"""As in "Ana's projects", who manages none."""

_WORKED = Guarded(
    r"\b(?:worked|logged|did work)(?: time| hours)? (?:on|for|with) (?:the )?\||\|(?:(?:has|have) )?(?: )?worked\b"
)

LATELY = timedelta(days=28)
"""Whoever worked on something within four weeks of what is asked about, or is booked on it, is on it."""


@dataclass(frozen=True)
class Whose:
    """Whom something is asked of: the values of a dimension that have hours on, or of, what is named."""

    field: str
    where: tuple[Filter, ...]
    then: bool = False
    """Whether it is said of the days asked about that they worked on it, and not that they are on it."""


def apart(parts: Parts, metric: Metric, by: Sequence[str], here: Here) -> tuple[Parts, Whose | None]:
    """The parts without the names that only say whom something is asked of, and these."""
    for field in ("person", *WORK):
        is_so = _is_of_people if field == "person" else _is_of_work
        named = [one for one in parts.named if not one.negated and is_so(one, metric, here)]
        named = named if field in by or (field == "person" and not by) else []
        if not named or field not in metric.by or WORKED not in here.vocabulary.askable:
            continue
        only = replace(parts, named=tuple(named), marks=(), groupings=())
        where = names.filters(only, names.Asked(METRICS[WORKED], here))
        if isinstance(where, tuple):
            kept = tuple(one for one in parts.named if one not in named)
            then = any(_WORKED.search(f"{here.text[: one.span[0]]}|{here.text[one.span[1] :]}") for one in named)
            return replace(parts, named=kept), Whose(field, where, then)
    return parts, None


def _is_of_people(named: Named, metric: Metric, here: Here) -> bool:
    """Whether the name is of work that the people are on of whom something is asked that is not told by work."""
    return _can_only_be(named, WORK, metric) and says_on(named, here)


def says_on(named: Named, here: Here) -> bool:
    """As in "who on Apollo", "people working on Apollo": people are said to be on what is named."""
    before, after = here.text[: named.span[0]], here.text[named.span[1] :]
    return bool(_ON_IT.search(before) or _ITS_PEOPLE.match(after))


def _is_of_work(named: Named, metric: Metric, here: Here) -> bool:
    """Whether the name is of somebody whose work is asked about by what is not told by person."""
    before, after = here.text[: named.span[0]], here.text[named.span[1] :]
    if not any(one.dimension == "person" for one in named.readings):
        return False
    if "person" in metric.by:  # the money of "projects Ana worked on" is all of theirs; her hours on them are hers
        return metric.unit is not Unit.HOURS and bool(_WORK_THAT.search(before) and _DOING_IT.match(after))
    nobodys = not any(one.dimension in metric.by for one in named.readings)
    return bool(_DOING_IT.match(after)) or (nobodys and bool(_THEIR_WORK.match(after) or _WORK_OF.search(before)))


def _can_only_be(named: Named, kinds: Sequence[str], metric: Metric) -> bool:
    """Whether a name is of such work, and of nothing the metric can be asked for."""
    found = {one.dimension for one in named.readings}
    return bool(found & set(kinds)) and not found & set(metric.by) and not named.leave


def told(query: Query, whose: Whose | None, here: Here) -> Query:
    """The query asked of those alone; any other as it is."""
    if whose is None:
        return query
    some = tuple(_some(query.period, whose, here))
    return replace(query, of_those=OfThose(whose.field, some))


def _some(period: Period, whose: Whose, here: Here) -> Sequence[Some]:
    """Hours of late or around the days asked about, and bookings from today on."""
    today = here.knows_until
    first = period.start or period.end
    if whose.then and period.start and first <= today:
        until = min(period.end, today)
        return [Some(WORKED, _stretch(Period(first, until, "")), whose.where)]
    found = []
    since, until = min(first, today) - LATELY, min(period.end + LATELY, today)
    if first - LATELY <= today:
        found.append(Some(WORKED, _stretch(Period(since, until, "")), whose.where))
    if period.end >= today and BOOKED in here.vocabulary.askable:
        found.append(Some(BOOKED, _stretch(Period(today, period.end + LATELY, "")), whose.where))
    return found


def _stretch(period: Period) -> Period:
    return replace(period, label=in_days(Stretch(period.start or period.end, period.end)))


# None of it.

SOLD = "budgets_in_force"
"""What tells of which kind the agreements of a project or client are."""


def none_of(query: Query, metric: Metric, among: str, where: tuple[Filter, ...]) -> Query | None:
    """The query for those of its rows that have none of a metric of one kind; None where that cannot be found.

    As in "who did not work on Apollo": whoever is there, as `where` says, and not among those with hours on it.
    """
    row = query.by[0] if len(query.by) == 1 else ""
    there = METRICS[among]
    if metric.kind is not Kind.SUM or row not in there.by or any(one.negated for one in query.where):
        return None
    some = Some(metric.name, query.period, query.where)
    kept = tuple(one for one in where if one.field in there.by)
    kinds = tuple(one for one in where if one.field == "budget_type" and one not in kept)
    alone = None
    if kinds and row in METRICS[SOLD].by:  # "fixed price projects without invoices": there are others, too
        alone = OfThose(row, (Some(SOLD, Period(None, query.period.end, query.period.label), kinds),))
    return replace(query, metrics=(among,), where=kept, of_those=OfThose(row, (some,), none=True, also=alone))


_ONLY_IT = Guarded(
    r"\b(?:only|exclusively|solely|just|nothing but)\b(?: (?:ever|been|is|are|was|were|has|have))?"
    r"(?: (?:work\w*|book\w*|log\w*|track\w*|bill\w*|spen[dt]))?(?: (?:time|hours))?(?: (?:on|for|with|to|in))? "
    r"(?:the |our )?(?:project |client )?$|\b(?:on|for|with) (?:nothing but|only|no one but|nobody but) (?:the )?$",
    re.IGNORECASE,
)
"""As in "who worked only on Apollo", before the name: on nothing else."""


_PICKED = Guarded(
    r"(?P<before>[^,;:]*)[,;:]? (?:only|just) (?:the |our )?(?:project |client |team |deal )?$", re.IGNORECASE
)
_SOMEBODY = (
    r"(?:who|that|which|people|everyone|anyone|has|have|had|we|they|"
    r"(?:team|client|customer|project|employee|designer|developer|freelancer|contractor|consultant)s)"
)
_DOING = Guarded(
    r"(?:\b(?:who|that|which|with|from|on|in|for|is|are|was|were|ha[sd]|have|do|does|did)|"
    rf"\b{_SOMEBODY}(?: ever| also)? (?:work\w*|log\w*|book\w*|track\w*|bill\w*|spen[dt]))$",
    re.IGNORECASE,
)
_OF_IT_ONLY = Guarded(r" (?:(?:team|project|client|deal)s? )?only\b", re.IGNORECASE)
_AT_THE_END = Guarded(r" only\W*", re.IGNORECASE)
_WORKS_ON = Guarded(r"\bwho (?:has |have )?(?:work|log|book|track)\w*(?: \w+)? (?:on|for) (?:the )?$", re.IGNORECASE)


def picks(named: Named, here: Here) -> bool:
    """As in "top 5 clients by revenue, only Design": which rows are meant, and not that there is nothing else."""
    start, end = named.span
    found = _PICKED.search(here.text[:start])
    of_it = _OF_IT_ONLY.match(here.text[end:]) is not None
    if of_it:
        return _WORKS_ON.search(here.text[:start]) is None
    return found is not None and _DOING.search(found["before"]) is None


def is_only(parts: Parts, here: Here) -> bool:
    """As in "who only worked on Apollo": whether rows are asked for that have some of what is named and no more."""
    subjects = {name for one in parts.groupings if one.is_subject for name in one.dimensions[:1]}
    metrics = [here.catalogue[one.metric] for one in parts.wanted if one.metric in here.catalogue]
    if len(parts.named) != 1 or len(metrics) != 1 or parts.bounds or parts.moves or parts.relatives:
        return False
    [named], [metric] = parts.named, metrics
    told_by = {one.dimension for one in named.readings if one.dimension in metric.by}
    is_told = metric.kind is Kind.SUM and bool(subjects & set(metric.by)) and bool(told_by - subjects)
    before, after = here.text[: named.span[0]], here.text[named.span[1] :]
    said = _ONLY_IT.search(before) or (_WORKS_ON.search(before) and _AT_THE_END.fullmatch(after))
    return is_told and not (named.negated or picks(named, here)) and said is not None


def only_there(query: Query, parts: Parts, here: Here) -> Query | None:
    """Those with some of what is named and no more; any other query as it is, None where they cannot be told."""
    if not is_only(parts, here):
        return query
    of_kinds = [one for one in query.where if one.field in ("kind", "status")]
    by = tuple(one for one in query.by if not (of_kinds and one == "project"))  # "only on internal projects"
    if len(by) != 1 or len(query.where) != 1 or query.where[0].field == by[0] or query.where[0].negated:
        return None
    metric, where = METRICS[query.metrics[0]], query.where[0]
    if query.of_those or query.against or query.derived or metric.kind is not Kind.SUM:
        return None
    # Whoever has been in a meeting of the house, too, has still worked on nothing else.
    for_clients = where.field in WORK and "kind" in metric.by
    kind = (Filter("kind", ("client",), ("client",)),) if for_clients else ()
    elsewhere = Some(metric.name, query.period, (replace(where, negated=True), *kind))
    return replace(query, by=by, of_those=OfThose(by[0], (elsewhere,), none=True))


# Its people, and while something runs.

_TEAM_OF_IT = Guarded(
    r"(?:'s|\u2019s)? (?:project )?(?:team|crew|people)\b(?![\s-]+(?:lead|member|wise|level|by team))", re.IGNORECASE
)


_TEAM_ON = Guarded(r"\b(?:the |our )?(?:team|crew) (?:working |that works )?on (?:the )?$", re.IGNORECASE)


def its_people(here: Here) -> str:
    """As in "the Apollo team", where Apollo is a project: the people on Apollo."""
    text = here.text
    for start, end in reversed(here.whole_names) if _TEAM_OF_IT.may_be_in(text) else ():
        senses = here.vocabulary.names.senses.get(key(text[start:end]), ())
        kinds = {one.dimension for one in senses if isinstance(one, NameWord) and one.is_whole}
        found = _TEAM_OF_IT.match(text, end)
        is_work = bool(kinds) and kinds <= {*WORK, "budget"}
        if is_work and _TEAM_ON.search(text[:start]):
            text = f"{_TEAM_ON.sub('people on ', text[:start])}{text[start:]}"
        elif found and is_work and not text[found.end() :].casefold().startswith(" on "):
            text = f"{text[:start]}people on {text[start:end]}{text[found.end() :]}"
    return text


_WHILE = Guarded(
    r"^(?P<ask>.+?),? (?:while|whilst|during|throughout|as long as) (?P<tail>[^?]+?)(?P<end>[?.!\s]*)$", re.IGNORECASE
)
_AWAY = Guarded(
    r"\b(?:away|off|absent|leave|vacation|holidays?|out|booked|free|available|overbooked|work\w*)\b", re.IGNORECASE
)


def while_it_runs(here: Here) -> str:
    """As in "who will be away while we run Apollo": the people on it, between its first day to come and its last."""
    found = _WHILE.match(here.text)
    if found is None or not _AWAY.search(found["ask"]):
        return here.text
    tail = found["tail"].casefold()
    named = {one.id: one.label for one in here.vocabulary.labels if one.dimension == "project"}
    called = {id_: label for id_, label in named.items() if re.search(rf"\b{re.escape(label.casefold())}\b", tail)}
    longest = max(map(len, called.values()), default=0)
    called = {id_: label for id_, label in called.items() if len(label) == longest}
    rows = here.view.rows("projects", ("project_id", "start_date", "end_date")).to_pylist() if called else []
    runs = [(row["start_date"], row["end_date"]) for row in rows if row["project_id"] in called]
    if len(runs) != 1 or None in runs[0]:
        return here.text
    [(first, last)] = runs
    first = max(first, here.knows_until) if last >= here.knows_until else first
    label = next(iter(called.values()))
    ask = re.sub(r"^who\b", f"who on {label}", found["ask"], flags=re.IGNORECASE)
    ask = ask if ask != found["ask"] else f"{ask} on {label}"
    return f"{ask} from {first.isoformat()} to {last.isoformat()}{found['end']}"
