"""Reads who manages what: "who is the account manager of Acme", "which projects does Ana manage"."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark, Named, Parts, Wanted
from assistant.planning.passes import needs
from assistant.planning.reading_rows import MANAGERS, dimensions_at, is_name
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord
from assistant.planning.words import Role

ROLES = ("project_manager", "account_manager", "owner")


RUNS = frozenset({"run", "runs", "running", "ran"})


@needs(Role.MANAGE, RUNS, ROLES)
def managers(clause: Clause) -> None:
    """Who manages something is a breakdown; what somebody manages is told by their name in that role."""
    _who_is_theirs(clause)
    _by_role(clause)
    _clients_of_each(clause)
    for at in _managing(clause):
        asked = _kind_asked_for(clause)
        people = [place for place, span in enumerate(clause.spans) if _is_a_manager(span.all(NameWord))]
        if people:
            clause.said_to_be[people[0]] = asked
            clause.use(at)
        elif mine := [place for place, _ in clause.roles(Role.ME) if clause.first_token(place).word == "i"]:
            clause.use(at, *mine)
            noun = next((name for name, role in MANAGERS.items() if role == asked), "project")
            clause.found.marks.append(Mark(at, Role.MY, noun, clause.said(at)))
        elif clause.first_token(0).word == "who":
            clause.use(at, 0)
            clause.found.groupings.append(Grouping(at, (asked,), is_subject=True))
        elif any(asked in dimensions_at(clause, place) for place in range(at)):  # "which PM manages the most projects"
            clause.use(at)
        if clause.said(at).casefold() == "running":
            clause.found.named.append(_active(at, "running", clause))


CALLED = frozenset({"manager", "managers"})
LOOKING_AFTER = CALLED | {"owner", "owners", "pm", "pms", "am", "ams", "lead", "leads"}
OWNED = frozenset({"their", "its"})
THEIRS = OWNED | {"with", "and"}


@needs(LOOKING_AFTER)
def their_managers(clause: Clause) -> None:
    """As in "clients and their managers", "open deals with owner", at the end: who manages each of them."""
    at = len(clause.spans) - (2 if clause.spans[-1].role(Role.BREAK) else 1)
    rows = next((name for one in range(at) for name in dimensions_at(clause, one) if name in MANAGERS), "")
    deals = next((one for one in range(at) if not rows and _are_open_deals(clause, one)), None)
    measured = any(_is_measured(span.one(MetricWord)) for span in clause.spans[:at])
    led = clause.word_before(at - 1 if clause.word_before(at) == "the" else at)
    if not (rows or deals is not None) or led not in (OWNED if measured else THEIRS):
        return
    rows = rows or "deal"
    role = next((one for one in dimensions_at(clause, at) if one in ROLES), "")
    role = role or (MANAGERS[rows] if clause.said(at).casefold() in CALLED else "")
    if role:
        clause.use(at, deals)
        if deals is not None:
            clause.found.wanted.append(Wanted(deals, "deals_open", "open deals"))
            clause.found.groupings.append(Grouping(deals, ("deal",), is_subject=True))
        clause.found.groupings.append(Grouping(at, (role,), is_subject=True))


def _are_open_deals(clause: Clause, at: int) -> bool:
    """Whether they are said: by themselves their number or their value, but here each of them."""
    either = clause.span(at).role(Role.AMBIGUOUS)
    return either is not None and clause.free(at) and clause.said(at).casefold().endswith("open deals")


def _is_measured(word: MetricWord | None) -> bool:
    return word is not None and word.metric != "deals_open"  # "open deals" are deals


def _who_is_theirs(clause: Clause) -> None:
    """As in "projects whose project manager is Ana": of those projects, and no breakdown by who manages them."""
    for at, noun in list(clause.each(DimensionWord)):
        word = noun.one(DimensionWord)
        name = at + 2
        if word is None or word.dimension not in ROLES or name >= len(clause.spans) or clause.word_before(at) in ASKED:
            continue
        if clause.word_before(name) == "is" and is_name(clause, name):
            clause.said_to_be[name] = word.dimension
            clause.use(at, at - 1 if clause.word_before(at) in ("whose", "where") else None)


ASKED = frozenset({"which", "what"})


def _managing(clause: Clause) -> list[int]:
    """The words for it; "running the most projects" is one, and "running projects" are those that are active."""
    verbs = [at for at, _ in clause.roles(Role.MANAGE) if not clause.span(clause.after(at)).one(MetricWord)]
    ranks = [at for at, _ in clause.roles(Role.RANK) if set(dimensions_at(clause, clause.after(at))) & MANAGERS.keys()]
    runs = [at - 1 for at in ranks if at and clause.first_token(at - 1).text.casefold() in RUNS]
    return [*verbs, *runs] if runs and clause.first_token(0).text.casefold() in ("who", "which", "what") else verbs


def _by_role(clause: Clause) -> None:
    """As in "who is the account manager of Acme", "Acme's project manager"."""
    for at, noun in clause.each(DimensionWord):
        word = noun.one(DimensionWord)
        if word is None or word.dimension not in ROLES or not clause.free(at) or clause.first_token(0).word != "who":
            continue
        clause.use(at, 0)
        clause.found.groupings.append(Grouping(at, (word.dimension,), is_subject=True))


def _clients_of_each(clause: Clause) -> None:
    """As in "each account manager's clients", "which account managers' clients": theirs together, and no rows."""
    for at, noun in clause.each(DimensionWord):
        role = next((MANAGERS[one.dimension] for one in noun.all(DimensionWord) if one.dimension in MANAGERS), "")
        whose = at - 2 if at > 1 and clause.word_before(at) in ("'s", "'") else at - 1
        if not role or whose < 1 or not is_plural(clause.last_token(at)) or role not in dimensions_at(clause, whose):
            continue
        if clause.spans[whose - 1].role(Role.BY, Role.WHICH):
            clause.use(at)


def _is_a_manager(names: tuple[NameWord, ...]) -> bool:
    return any(one.dimension in ROLES for one in names)


def _kind_asked_for(clause: Clause) -> str:
    """The role of whoever manages what is asked about: an account manager clients, a project manager all else."""
    nouns = [name for at, _ in clause.each(DimensionWord) for name in dimensions_at(clause, at) if name in MANAGERS]
    named = [one.dimension for span in clause.spans for one in span.all(NameWord) if one.dimension in MANAGERS]
    return MANAGERS.get(next(iter([*nouns, *named]), ""), "project_manager")


def running(clause: Clause, parts: Parts) -> Parts:
    """As in "how many projects is each PM running": those that are active, wherever it is said of them."""
    mark = parts.mark(Role.OPEN) if [one.metric for one in parts.wanted] == ["project_count"] else None
    if mark is None:
        return parts
    named = _active(mark.at, mark.said or "active", clause)
    return replace(parts, named=(*parts.named, named), marks=tuple(one for one in parts.marks if one is not mark))


def _active(at: int, said: str, clause: Clause) -> Named:
    active = (NameWord("status", "active", "active"),)
    return Named(at, said, clause.place_in_text(at), active, dimension="status")
