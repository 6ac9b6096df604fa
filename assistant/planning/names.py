"""Which visible thing a name means: a whole name before a part of one, and never a guess between two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import misunderstandings, words
from assistant.planning.here import Here
from assistant.planning.parts import Mark, Named, Parts, Unknown
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role
from assistant.query import Filter

Stopped = Clarification | NoData | Unsupported

WORK = ("client", "project", "deal", "budget", "service")
"""A part of a client's name usually stands in the names of its projects, too: the client is meant."""

PEOPLE = ("person", "project_manager", "account_manager", "owner")
"""Who manages also works: without a word for the role, the person is meant."""

NEAR = 0.72
"""How alike two names must be (1 = the same) for "did you mean"."""

MOST_OPTIONS = 3


@dataclass(frozen=True)
class Asked:
    """What names are read for: a metric, and what to suggest where it cannot be asked for them."""

    metric: Metric
    here: Here
    suggestions: tuple[str, ...] = ()

    def cannot_have(self, dimension: str) -> Unsupported:
        """The metric knows no such rows."""
        return misunderstandings.no_such_breakdown(self.metric, dimension, self.suggestions)


def filters(parts: Parts, asked: Asked) -> tuple[Filter, ...] | Stopped:
    """The rows meant by all names of a question; of one dimension, any of the names will do."""
    found: dict[tuple[str, bool], list[NameWord]] = {}
    for named, reading in _readings(parts, asked):
        if isinstance(reading, NameWord):
            found.setdefault((reading.dimension, named), []).append(reading)
        elif reading is not None:
            return reading
    return tuple(_filter(dimension, names, negated=negated) for (dimension, negated), names in found.items())


def _readings(parts: Parts, asked: Asked) -> Iterator[tuple[bool, NameWord | Stopped | None]]:
    """Whether it is to be left out, and what is meant, for each name and each "my"."""
    for named in parts.named:
        yield named.negated, meant(named, parts, asked)
    for mark in parts.marks:
        if mark.role in (Role.ME, Role.MY):
            yield False, own(mark, asked)


def _filter(dimension: str, names: Sequence[NameWord], *, negated: bool) -> Filter:
    by_id = {one.id: one.label for one in names}
    return Filter(dimension, tuple(by_id), tuple(by_id.values()), negated=negated)


def meant(named: Named, parts: Parts, asked: Asked) -> NameWord | Stopped:
    """The one thing a name means among those the metric can be asked for."""
    kind = next((one for one in parts.marks if one.role is Role.LEAVE_KIND and one.at == named.at), None)
    readings = leave_categories(named, kind, asked.here) if kind else named.readings
    if not isinstance(readings, tuple):
        return readings
    if named.dimension:
        readings = tuple(one for one in readings if one.dimension == named.dimension) or readings
    usable = tuple(one for one in readings if one.dimension in asked.metric.by)
    if not usable:
        return asked.cannot_have(readings[0].dimension)
    usable = tuple(one for one in usable if one.is_whole) or usable
    return _the_one(named, _most_likely(usable), asked.here)


def _most_likely(readings: Sequence[NameWord]) -> tuple[NameWord, ...]:
    """Of readings in several roles, those in the first; whole names of several kinds stay ambiguous."""
    dimensions = {one.dimension for one in readings}
    if dimensions <= set(PEOPLE):
        first = next(one for one in PEOPLE if one in dimensions)
        return tuple(one for one in readings if one.dimension == first)
    if dimensions <= set(WORK) and not readings[0].is_whole:
        first = next(one for one in WORK if one in dimensions)
        return tuple(one for one in readings if one.dimension == first)
    return tuple(readings)


def _the_one(named: Named, readings: Sequence[NameWord], here: Here) -> NameWord | Clarification:
    if len(readings) == 1:
        return readings[0]
    several = len({one.dimension for one in readings}) > 1
    said = [f"{DIMENSIONS[one.dimension].noun} {one.label}" if several else one.label for one in readings]
    options = [here.instead(named.span, one) for one in said]
    return misunderstandings.which_name(named.text, said, options)


def leave_categories(named: Named, kind: Mark | None, here: Here) -> tuple[NameWord, ...] | Clarification | NoData:
    """The absence category a word for a leave means; where reasons are hidden, the word itself, to be refused."""
    category = [one for one in named.readings if one.dimension == "category"]
    if category:
        return tuple(category)
    wanted = {key(one) for one in words.LEAVE_KINDS.get(str(kind.value if kind else ""), ())}
    visible = [one for one in here.vocabulary.labels if one.dimension == "category"]
    found = tuple(one for one in visible if any(part in wanted for part in _runs(key(one.label))))
    if found:
        return found
    if not visible:
        return (NameWord("category", named.text, named.text),)
    return misunderstandings.not_found(named.text, ())


def _runs(words_of_it: tuple[str, ...]) -> list[tuple[str, ...]]:
    length = len(words_of_it)
    return [words_of_it[first:last] for first in range(length) for last in range(first + 1, length + 1)]


def own(mark: Mark, asked: Asked) -> NameWord | NoData | Unsupported | None:
    """The asker, their team, or what they manage; None where what they see is only their own anyway."""
    viewer = asked.here.view.viewer
    if mark.value == "team":
        return _own_team(asked.here)
    if mark.role is Role.MY:
        return _managed(str(mark.value), asked.here)
    if viewer.person_id is None:
        return misunderstandings.not_linked(asked.suggestions)
    if "person" not in asked.metric.by:
        return asked.cannot_have("person")
    return NameWord("person", viewer.person_id, asked.here.view.label("person", viewer.person_id))


MANAGERS = {
    "client": "account_manager",
    "deal": "owner",
    "project": "project_manager",
    "budget": "project_manager",
}


def _managed(noun: str, here: Here) -> NameWord | NoData | None:
    viewer = here.view.viewer
    role = MANAGERS[noun]
    mine = next((one for one in here.view.named(role) if one.id.casefold() == viewer.email.casefold()), None)
    if mine:
        return NameWord(role, mine.id, mine.label)
    return None if viewer.role in OWN_BY_SCOPE else misunderstandings.manages_nothing(DIMENSIONS[noun].noun)


OWN_BY_SCOPE = ("member", "account_manager", "project_manager")
"""Roles that see their own part only, so that "my projects" needs no filter."""


def _own_team(here: Here) -> NameWord | NoData:
    viewer = here.view.viewer
    rows = here.view.rows("people", ("person_id", "team")).to_pylist()
    team = next((row["team"] for row in rows if row["person_id"] == viewer.person_id and row["team"]), None)
    return misunderstandings.not_linked(()) if team is None else NameWord("team", team, team)


def unknown(words_said: Unknown, here: Here) -> Clarification | NoData:
    """What is said of a name that is nothing visible."""
    near = nearest(words_said.text, here)
    return misunderstandings.not_found(words_said.text, [here.instead(words_said.span, one) for one in near])


def nearest(name: str, here: Here) -> list[str]:
    """The visible names most like one that is not there, and those it is nearly a part of."""
    asked = " ".join(key(name))
    whole: dict[str, list[str]] = {}
    part: dict[str, list[str]] = {}
    for one in here.vocabulary.labels:
        said = key(one.label)
        whole.setdefault(" ".join(said), []).append(one.label)
        for word in said:
            part.setdefault(word, []).append(one.label)
    found = [*_like(asked, whole), *_like(asked, part)]
    return list(dict.fromkeys(found))[:MOST_OPTIONS]


def _like(asked: str, labels: Mapping[str, Sequence[str]]) -> list[str]:
    """The labels whose words are most like those asked for, best first."""
    scorer = DamerauLevenshtein.normalized_similarity
    matches = process.extract(asked, list(labels), scorer=scorer, limit=MOST_OPTIONS, score_cutoff=NEAR)
    return [label for match, _, _ in matches for label in labels[match]]
