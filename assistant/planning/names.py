"""Which visible thing a name means: a whole name before a part of one, and never a guess between two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.metrics.definition import Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import last_names, leave_kinds, misunderstandings, titles
from assistant.planning.examples import examples, instead
from assistant.planning.here import Here
from assistant.planning.labels import without_suffix
from assistant.planning.parts import Mark, Named, Parts, Unknown
from assistant.planning.spelling import offered
from assistant.planning.tokens import key, normal
from assistant.planning.told_from_others import is_one_service, not_only_within
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role
from assistant.planning.words_measured import OF_DEALS
from assistant.query import Filter

Stopped = Clarification | NoData | Unsupported

WORK = ("client", "project", "deal", "budget", "service")
"""A part of a client's name usually stands in the names of its projects, too: the client is meant."""

PEOPLE = ("person", "project_manager", "account_manager", "owner")
"""Who manages also works: without a word for the role, the person is meant."""

NEAR = 0.72
"""How alike two names must be (1 = the same) for "did you mean"."""

MOST_OPTIONS = 3

SHORT_WORD = 3
"""A word of more letters tells one name from another."""


@dataclass(frozen=True)
class Asked:
    """What names are read for."""

    metric: Metric
    here: Here

    def cannot_have(self, dimension: str) -> Unsupported:
        """The metric knows no such rows."""
        return misunderstandings.no_such_breakdown(self.metric, dimension, instead(self.metric, self.here))


def filters(parts: Parts, asked: Asked) -> tuple[Filter, ...] | Stopped:
    """The rows meant by all names of a question; of one dimension, any of the names will do."""
    found: dict[tuple[str, bool], list[NameWord]] = {}
    for negated, readings in _readings(parts, asked):
        if not isinstance(readings, tuple):
            return readings
        for one in readings:
            found.setdefault((one.dimension, negated), []).append(one)
    return tuple(_filter(dimension, names, negated=negated) for (dimension, negated), names in found.items())


def _readings(parts: Parts, asked: Asked) -> Iterator[tuple[bool, tuple[NameWord, ...] | Stopped]]:
    """Whether it is to be left out, and what is meant, for each name and each "my"."""
    for said in parts.named:
        if said.leave and leave_kinds.is_told_of_all(said, asked.here):
            continue
        named = _of_the_same_kind(_worked_with(_of_people(said, parts, asked.here), asked.here), parts, asked)
        named = _as_is_told(named, parts, asked)
        yield named.negated, _within_client(named, parts, asked) or meant(named, asked)
    for mark in parts.marks:
        if mark.role in (Role.ME, Role.MY):
            yield False, (_of_my_people(mark, parts, asked) or own(mark, asked))


def _of_my_people(mark: Mark, parts: Parts, asked: Asked) -> tuple[NameWord, ...]:
    """As in "my overdue tasks by assignee": not the asker alone is told apart, but whoever works on their projects."""
    by_people = any(one.dimensions[:1] == ("person",) and not one.is_subject for one in parts.groupings)
    if mark.role is not Role.ME or not by_people:
        return ()
    managed = _managed("project", asked.here) if MANAGERS["project"] in asked.metric.by else ()
    return managed if isinstance(managed, tuple) and managed else _looked_after(asked)


def _filter(dimension: str, names: Sequence[NameWord], *, negated: bool) -> Filter:
    by_id = {one.id: one.label for one in names}
    return Filter(dimension, tuple(by_id), tuple(by_id.values()), negated=negated)


def meant(named: Named, asked: Asked) -> tuple[NameWord, ...] | Stopped:
    """The one thing a name means among those the metric can be asked for; a service, in every budget that has it."""
    readings = leave_kinds.categories(named, asked.metric, asked.here)
    if not isinstance(readings, tuple):
        return readings
    if named.dimension:
        readings = _of_its_kind(readings, named.dimension)
    if named.dimension == "deal" and "deal" not in {one.dimension for one in readings} and is_deal(named):
        return _deal_of_client(named, asked)
    usable = not_only_within(named, tuple(one for one in readings if one.dimension in asked.metric.by))
    if usable and usable[0].dimension in PEOPLE and _uses_it(named, asked):
        return asked.cannot_have("person")
    if not usable:
        return _one_by_one(named, asked) or _deal_of_client(named, asked) or asked.cannot_have(readings[0].dimension)
    if _is_bought(named, usable, asked):
        near = [asked.here.instead(named.span, label) for label in dict.fromkeys(one.label for one in usable)]
        return misunderstandings.not_understood(named.text, near[:MOST_OPTIONS], examples(asked.here))
    usable = _whole_or_somebody(usable, named, asked.here)
    return titles.titled_so(named, usable) or _the_one(named, _most_likely(the_larger(usable, asked.here)), asked.here)


_USED_BY = re.compile(r"\b(?:used|spent|consumed|burn(?:ed|t)|eaten)(?: up)? by (?:the )?$", re.IGNORECASE)


def _uses_it(named: Named, asked: Asked) -> bool:
    """As in "budget used by Ana": what she has used of it, and not what she manages."""
    return "person" not in asked.metric.by and bool(_USED_BY.search(asked.here.text[: named.span[0]]))


SPENT = frozenset({"cost", "expense_cost", "committed_expenses", "budget_used"})
_SPENT_ON = re.compile(
    r"\b(?:spen[dt]\w*|pa(?:y|id|ying)|costs?|expens\w+|money|bought|buy)\b(?: \w+){0,3}? on (?:the |our )?$",
    re.IGNORECASE,
)
_COSTS = re.compile(r"\s+(?:licen[cs]es? |subscriptions? )?(?:costs?|expenses?|spend(?:ing)?|bills?)\b", re.IGNORECASE)


def _is_bought(named: Named, readings: Sequence[NameWord], asked: Asked) -> bool:
    """As in "what did we spend on software", where a client is called Tessera Software: it may be what was bought.

    So is a word in small letters that does not begin the name, in the place where what is paid for stands.
    """
    word = key(named.text)
    small = named.text.islower() and len(word) == 1
    if asked.metric.name not in SPENT or not small or named.dimension or any(one.is_whole for one in readings):
        return False
    if any(one.dimension not in WORK or key(one.label)[:1] == word for one in readings):
        return False
    start, end = named.span
    return bool(_SPENT_ON.search(asked.here.text[:start]) or _COSTS.match(asked.here.text, end))


IN_CHARGE = frozenset({"project_manager", "account_manager", "owner"})


def _of_its_kind(readings: tuple[NameWord, ...], dimension: str) -> tuple[NameWord, ...]:
    """The readings of the kind that is said; as in "managed by Zoe", who manages clients only, at least a manager."""
    kinds = IN_CHARGE if dimension in IN_CHARGE else {dimension}
    said = tuple(one for one in readings if one.dimension == dimension)
    return said or tuple(one for one in readings if one.dimension in kinds) or readings


def is_deal(named: Named) -> bool:
    """Whether a name can be nothing but a deal's, or is said to be one's: its own, or that of its client."""
    kinds = {one.dimension for one in named.readings}
    return not named.negated and (kinds == {"deal"} or (named.dimension == "deal" and bool(kinds & {"deal", "client"})))


def _whole_or_somebody(readings: tuple[NameWord, ...], named: Named, here: Here) -> tuple[NameWord, ...]:
    """Whole names before parts; but "Ana's hours" may be somebody's where a project is called Ana, too."""
    whole = tuple(one for one in readings if one.is_whole)
    people = tuple(one for one in readings if one.dimension == "person" and not one.is_whole)
    possessive = here.text[named.span[1] : named.span[1] + 2] == "'s"
    if whole and people and possessive and all(one.dimension not in PEOPLE for one in whole):
        return (*people, *whole)
    return whole or readings


DOING = re.compile(
    r"\s+(?:work(?:ed|ing|s)?|logs?|logged|tracks?|tracked|books?|booked|spend|spent|do|doing|did|take|have|need)\b",
    re.IGNORECASE,
)
"""What somebody does, after the name: no project does it."""

_WITH = re.compile(r"\bwork(?:ed|ing|s)? with\s+$", re.IGNORECASE)
_WHO_WITH = re.compile(r"\W*who (?:else )?(?:has |have |is |was |are )?work(?:ed|ing|s)? with\s+$", re.IGNORECASE)


def _of_people(named: Named, parts: Parts, here: Here) -> Named:
    """As in "did Summer work", "Summer's hours", "Summer and Grant": somebody, where only parts of other names fit."""
    called = [one for one in named.readings if one.dimension == "person" and key(one.label)[:1] == key(named.text)]
    others = [one for one in named.readings if one.dimension not in PEOPLE]
    if not called or not others or any(one.is_whole for one in named.readings):
        return named
    start, end = named.span
    does = DOING.match(here.text, end) or _WITH.search(here.text[:start]) or here.text[end : end + 2] == "'s"
    rest = [one for one in parts.named if one is not named]
    beside = any({name.dimension for name in one.readings} <= set(PEOPLE) for one in rest)
    on_work = any({name.dimension for name in one.readings} & {"client", "project"} for one in rest)
    return replace(named, readings=tuple(called)) if does or beside or on_work else named


def _worked_with(named: Named, here: Here) -> Named:
    """As in "who worked with Ana on Apollo": the others who did."""
    people = {one.dimension for one in named.readings} <= set(PEOPLE)
    return replace(named, negated=True) if people and _WHO_WITH.match(here.text[: named.span[0]]) else named


_JOINT = re.compile(
    r"\s*(?:,|,? ?\band|&|\+|/|,? ?\bor|\bnor|\bvs\.?|\bversus|\bthan|\bagainst|\bcompared (?:to|with)|\bwith|\bto)\s*"
    r"(?:the |in |for |of )?",
    re.IGNORECASE,
)
"""What stands between two of a kind: "Design and Development", "Design versus Development"."""


def _of_the_same_kind(named: Named, parts: Parts, asked: Asked) -> Named:
    """As in "Design and Development", "every team except Development": a team, where a service is called so, too."""
    whole = [one for one in named.readings if one.is_whole and one.dimension in asked.metric.by]
    kinds = {one.dimension for one in whole}
    if len(kinds) < len(("team", "service")) or named.dimension:
        return named
    beside = [_kinds_told(one, asked) for one in parts.named if _stands_beside(one, named, asked.here)]
    rows = [set(one.dimensions) for one in parts.groupings] if named.negated else []
    said = next((one & kinds for one in (*beside, *rows) if len(one & kinds) == 1), set())
    return replace(named, readings=tuple(one for one in whole if one.dimension in said)) if said else named


def _kinds_told(named: Named, asked: Asked) -> set[str]:
    usable = [one for one in named.readings if one.dimension in asked.metric.by]
    whole = [one for one in usable if one.is_whole]
    kinds = {one.dimension for one in (whole or (_most_likely(usable) if usable else ()))}
    return {named.dimension} if named.dimension in kinds else kinds


def _stands_beside(one: Named, other: Named, here: Here) -> bool:
    first, second = sorted((one.span, other.span))
    return one is not other and _JOINT.fullmatch(here.text[first[1] : second[0]]) is not None


def _as_is_told(named: Named, parts: Parts, asked: Asked) -> Named:
    """As in "by project manager, but not Owen": as one of those rows; a deal is somebody's who sells it."""
    kinds = {one.dimension for one in named.readings}
    if named.dimension or not kinds <= set(PEOPLE) or len(kinds) == 1:
        return named
    rows = [name for one in parts.groupings for name in one.dimensions]
    told = [name for name in rows if name in kinds] if named.negated and "person" not in rows else []
    of_deals = "owner" in kinds and "deal" in asked.metric.by and "person" not in asked.metric.by
    return replace(named, dimension=(told or (["owner"] if of_deals else [""]))[0])


def _within_client(named: Named, parts: Parts, asked: Asked) -> tuple[NameWord, ...] | Stopped:
    """As in "the Northwind redesign": a part of a name beside a client is of one of their projects, or of nothing."""
    clients = [one for one in parts.named if one is not named and one.readings and not one.negated]
    projects = [one for one in named.readings if one.dimension == "project"]
    called_so = [one for one in projects if one.is_whole]
    projects = called_so if len(called_so) > 1 else projects
    alike = len(projects) > 1 and len({without_suffix(one.label) for one in projects}) == 1
    ids = {client for one in clients for client in _clients(one, in_part=alike)}
    told = [one for one in named.readings if one.dimension in asked.metric.by]
    other = len(called_so) <= 1 and any(one.is_whole or one.dimension == "client" for one in told)
    if not ids or not projects or named.negated or other:
        return ()
    here = asked.here
    rows = here.view.rows("projects", ("project_id", "client_id")).to_pylist()
    theirs = {row["project_id"] for row in rows if row["client_id"] in ids}
    kept = tuple(one for one in projects if one.id in theirs)
    if kept:
        return meant(replace(named, readings=kept), asked)
    elsewhere = next((one.dimension for one in named.readings if one.is_whole and one.dimension != "project"), "")
    if elsewhere and not called_so:
        return asked.cannot_have(elsewhere)
    labels = [here.view.label("project", one) for one in sorted(theirs)][:MOST_OPTIONS]
    beside = next((one.span[0] for one in clients if one.span[1] + 1 == named.span[0]), named.span[0])
    said = here.text[beside : named.span[1]]
    return misunderstandings.not_found(said, [here.instead(named.span, one) for one in labels])


def _clients(named: Named, *, in_part: bool) -> set[str]:
    """The client of a name; of two projects of one name also that of a part of a name, called so by nothing else."""
    clients = [one for one in named.readings if one.dimension == "client"]
    whole = {one.id for one in clients if one.is_whole}
    alone = in_part and not any(one.is_whole for one in named.readings)
    return whole or ({one.id for one in clients} if alone else set())


def _one_by_one(named: Named, asked: Asked) -> tuple[NameWord, ...]:
    """As in "Design and Development", which is the name of a service, too: the two teams where those can be told."""
    parts = re.split(r"\s+and\s+|\s*&\s*|\s*,\s*", named.text)
    found: list[NameWord] = []
    for part in parts if len(parts) > 1 else ():
        senses = asked.here.vocabulary.names.senses.get(key(part), ())
        whole = [one for one in senses if isinstance(one, NameWord) and one.is_whole]
        found += [one for one in whole if one.dimension in asked.metric.by][:1]
    return tuple(found) if len(found) == len(parts) and len({one.dimension for one in found}) == 1 else ()


def _deal_of_client(named: Named, asked: Asked) -> tuple[NameWord, ...] | Stopped:
    """As in capacity "for the Acme deal", which is not called so: the open deal of that client."""
    clients = [one for one in named.readings if one.dimension == "client"]
    clients = [one for one in clients if one.is_whole] or clients
    of_deals = "deal" in asked.metric.always_counts or asked.metric.item == "deal" or named.dimension == "deal"
    if not of_deals or not clients:
        return ()
    view, ids = asked.here.view, {one.id for one in clients}
    rows = view.rows("deals", ("deal_id", "client_id", "status")).to_pylist()
    found = [one["deal_id"] for one in rows if one["client_id"] in ids and one["status"] == "open"]
    deals = [NameWord("deal", one, view.label("deal", one)) for one in found]
    return _the_one(named, deals, asked.here) if deals else misunderstandings.no_open_deal(clients[0].label)


def without_estimate(metric: Metric, where: Sequence[Filter], here: Here) -> NoData | None:
    """A deal is named of which nothing is estimated: it is decided, or nobody has said whose hours it takes.

    Without this, who asks whether there are people for it would be told that nobody is short.
    """
    takes_people = "deal_roles" in metric.reads
    if not (takes_people or metric.name in OF_DEALS.values()) or metric.name not in here.vocabulary.askable:
        return None
    filters = [one for one in where if one.field == "deal" and not one.negated]
    named = {id_: name for one in filters for id_, name in zip(one.ids, one.names, strict=True)}
    deals = here.view.rows("deals", ("deal_id", "status")).to_pylist()
    decided = {one["deal_id"]: one["status"] for one in deals if one["status"] != "open"}
    planned = set(here.view.rows("deal_roles", ("deal_id",)).column("deal_id").to_pylist())
    for id_, name in named.items():
        if id_ in decided:
            return misunderstandings.deal_is_decided(name, decided[id_])
        if id_ not in planned:
            of = "cost" if metric.name in OF_DEALS.values() else "take"
            return misunderstandings.deal_without_hours(name, of)
    return None


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


PARTS = {("client", "project"): "projects", ("project", "budget"): "budgets"}
"""The table that tells which smaller things a larger one has."""


def the_larger(readings: tuple[NameWord, ...], here: Here) -> tuple[NameWord, ...]:
    """Without the only project of a client, or budget of a project, that has its name: both are the same work."""
    smaller = {
        (part.dimension, part.id)
        for whole in readings
        for part in readings
        if (table := PARTS.get((whole.dimension, part.dimension))) and _only_part(whole, part, table, here)
    }
    return tuple(one for one in readings if (one.dimension, one.id) not in smaller)


def _only_part(whole: NameWord, part: NameWord, table: str, here: Here) -> bool:
    columns = (f"{part.dimension}_id", f"{whole.dimension}_id")
    rows = here.view.rows(table, columns).to_pylist()
    return [row[columns[0]] for row in rows if row[columns[1]] == whole.id] == [part.id]


def _the_one(named: Named, readings: Sequence[NameWord], here: Here) -> tuple[NameWord, ...] | Clarification:
    if len(readings) == 1 or is_one_service(readings):
        return tuple(replace(one, label=here.view.label(one.dimension, one.id)) for one in readings)
    if _is_one_person(readings, here) or _are_of_a_rank(named, readings):
        return tuple(replace(one, label=here.view.label(one.dimension, one.id)) for one in readings)
    several = len({one.dimension for one in readings}) > 1
    said = [f"{DIMENSIONS[one.dimension].noun} {one.label}" if several else one.label for one in readings]
    options = [here.instead(named.span, one) for one in said]
    return misunderstandings.which_name(named.text, said, options)


def _are_of_a_rank(named: Named, readings: Sequence[NameWord]) -> bool:
    """As in "seniors", "juniors": everybody whose job title says so, whichever it is."""
    said = named.text.casefold()
    in_part = all(one.dimension == "job_title" and not one.is_whole for one in readings)
    return in_part and said.endswith("s") and all(key(said)[0] == key(one.label)[0] for one in readings)


def _is_one_person(readings: Sequence[NameWord], here: Here) -> bool:
    """Somebody with several contracts: all have the same e-mail address."""
    if {one.dimension for one in readings} != {"person"}:
        return False
    ids = {one.id for one in readings}
    rows = here.view.rows("people", ("person_id", "email")).to_pylist()
    addresses = [(row["email"] or "").casefold() for row in rows if row["person_id"] in ids]
    return len(addresses) == len(ids) and len(set(addresses)) == 1 and all(addresses)


def own(mark: Mark, asked: Asked) -> tuple[NameWord, ...] | NoData | Unsupported:
    """The asker, their team, or what they manage; nothing where what they see is only their own anyway."""
    viewer = asked.here.view.viewer
    if mark.value == "team":
        return _own_team(asked.here)
    if mark.role is Role.MY:
        return _managed(str(mark.value), asked.here)
    if asked.metric.is_money or "person" not in asked.metric.by:
        return _looked_after(asked)
    if viewer.person_id is None:
        return misunderstandings.not_linked(examples(asked.here))
    return (NameWord("person", viewer.person_id, asked.here.view.label("person", viewer.person_id)),)


MANAGERS = {
    "client": "account_manager",
    "deal": "owner",
    "project": "project_manager",
    "budget": "project_manager",
}


def _looked_after(asked: Asked) -> tuple[NameWord, ...]:
    """As in "my revenue": that of the clients or projects one manages; of all that is seen by those who manage none."""
    role = asked.here.view.viewer.role
    nouns = {"project_manager": ("deal", "project"), "account_manager": ("deal", "client")}.get(role, ())
    for noun in nouns:
        found = _managed(noun, asked.here) if MANAGERS[noun] in asked.metric.by else ()
        if isinstance(found, tuple) and found:
            return found
    return ()


def _managed(noun: str, here: Here) -> tuple[NameWord, ...] | NoData:
    viewer = here.view.viewer
    role = MANAGERS[noun]
    mine = next((one for one in here.view.named(role) if one.id.casefold() == viewer.email.casefold()), None)
    if mine:
        return (NameWord(role, mine.id, mine.label),)
    return () if viewer.role in OWN_BY_SCOPE else misunderstandings.manages_nothing(DIMENSIONS[noun].noun)


OWN_BY_SCOPE = ("member", "account_manager", "project_manager")
"""Roles that see their own part only, so that "my projects" needs no filter."""


def _own_team(here: Here) -> tuple[NameWord, ...] | NoData:
    viewer = here.view.viewer
    rows = here.view.rows("people", ("person_id", "team")).to_pylist()
    team = next((row["team"] for row in rows if row["person_id"] == viewer.person_id and row["team"]), None)
    return misunderstandings.not_linked(()) if team is None else (NameWord("team", team, team),)


def unknown(words_said: Unknown, here: Here) -> Clarification | NoData:
    """What is said of a name that is nothing visible."""
    whole = last_names.said_with(words_said, here)
    if whole:
        return last_names.nobody(whole, here, MOST_OPTIONS)
    near = [*offered(normal(words_said.text), here.vocabulary), *nearest(words_said.text, here)][:MOST_OPTIONS]
    near = near or _with_a_word_of(words_said.text, here)
    return misunderstandings.not_found(words_said.text, [here.instead(words_said.span, one) for one in near])


def _with_a_word_of(name: str, here: Here) -> list[str]:
    """The visible names with a word of one that is not there, but is made of words of theirs; the most alike first."""
    said = key(name)
    for dimension in (*WORK, *PEOPLE) if said[1:] else ():
        labels = {one.label: key(one.label) for one in here.vocabulary.labels if one.dimension == dimension}
        if all(any(word in parts for parts in labels.values()) for word in said):
            sharing = [label for label, parts in labels.items() if set(said) & set(parts)]
            return sorted(sharing, key=lambda one: (-_likeness(said, labels[one]), one))[:MOST_OPTIONS]
    return (_that_begin_so(said, here) or _that_end_so(said, here)) if said[1:] else []


def _that_begin_so(said: Sequence[str], here: Here) -> list[str]:
    """As in "Oakmill Fuds", where there is an Oakmill Health: those that begin with the same word."""
    first = [one.label for one in here.vocabulary.labels if one.dimension in (*WORK, *PEOPLE)]
    first = [one for one in dict.fromkeys(first) if key(one)[:1] == tuple(said[:1])]
    known = len(said[0]) > SHORT_WORD and (said[0],) not in here.vocabulary.shared.senses
    return sorted(first, key=lambda one: (-_likeness(said, key(one)), one))[:MOST_OPTIONS] if known else []


def _that_end_so(said: Sequence[str], here: Here) -> list[str]:
    """As in "Target Labs", where there is a Northwind Labs: those that end with the same word."""
    last = [one.label for one in here.vocabulary.labels if one.dimension in WORK and key(one.label)[1:]]
    return [one for one in dict.fromkeys(last) if key(one)[-1] == said[-1]][:MOST_OPTIONS]


def _likeness(first: Sequence[str], second: Sequence[str]) -> float:
    return DamerauLevenshtein.normalized_similarity(" ".join(first), " ".join(second))


def nearest(name: str, here: Here, at_least: float = NEAR) -> list[str]:
    """The visible names most like one that is not there, and those it is nearly a part of."""
    spoken = here.vocabulary.spoken_labels
    scorer = DamerauLevenshtein.normalized_similarity
    asked = " ".join(key(name))
    matches = process.extract(asked, list(spoken), scorer=scorer, limit=MOST_OPTIONS, score_cutoff=at_least)
    found = [label for match, _, _ in matches for label in sorted(spoken[match], key=len)]
    begun = [label for said in _begun_with(asked, spoken) for label in sorted(spoken[said], key=len)]
    return list(dict.fromkeys((*found, *begun)))[:MOST_OPTIONS]


BEGINS_WITH = 4
"""So many letters of a name are enough to know it by: "North" is the beginning of Northwind."""


def _begun_with(asked: str, spoken: Iterable[str]) -> list[str]:
    return sorted(one for one in spoken if len(asked) >= BEGINS_WITH and one.startswith(asked) and one != asked)
