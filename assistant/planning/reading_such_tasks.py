"""Reads what tasks are besides: "blocked tasks due this week", "overdue tasks without an estimate", "not overdue".

One of the two is what is asked, the other says of which tasks (`conditions`).
"""

from collections.abc import Iterator

from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Wanted
from assistant.planning.passes import needs
from assistant.planning.reading_having import Had
from assistant.planning.reading_heads import called
from assistant.planning.records import TASKS_DUE
from assistant.planning.tokens import key
from assistant.planning.vocabulary import MetricWord, PeriodWord
from assistant.planning.words import COUNTED, Role

TASKS = frozenset({"task", "tasks"})
LEADING = frozenset({"that", "which", "without", "with", "except", "not"})
SMALL = frozenset(key("that which is are the a an ones one"))
DENYING = frozenset({"not", "without", "except"})


@needs(TASKS)
def such_tasks(clause: Clause) -> None:
    """Tasks in one state, of which another is said."""
    if not clause.says(TASKS) or clause.has(Role.OR):
        return
    tasks = [(at, _of_tasks(span.one(MetricWord))) for at, span in clause.each(MetricWord)]
    main = next(((at, metric) for at, metric in tasks if metric), None)
    if main is None:
        return
    at, metric = main
    before = at - 1
    if before >= 0 and _is_open(clause, before):
        _besides(clause, range(before, at), _metric((*key(clause.said(before)), "task")), metric)
    due = clause.spans[at + 1].role(Role.AMBIGUOUS) if at + 1 < len(clause.spans) else None
    if due and isinstance(due.value, tuple) and TASKS_DUE in due.value:
        _besides(clause, range(at, at + 1), metric, TASKS_DUE)
        clause.use(at + 1)
        clause.found.wanted.append(Wanted(at + 1, TASKS_DUE, "task due"))
    for places in _led(clause, at):
        words = [clause.tokens[one].word for place in places for one in clause.spans[place].places]
        bare = [one for one in words if one not in SMALL | DENYING]
        names = (("task", *words), ("task", *(one for one in words if one != "that")), (*bare, "task"))
        for name in names if bare else ():  # "overdue tasks except Apollo" leaves out a project's, and no tasks
            none = name is names[-1] and bool(DENYING & set(words))
            if key(clause.said(at)) == ("task",) and not none:
                if _metric(name):
                    _these(clause, at, places, name)
                    return
            elif _besides(clause, places, _metric(name), metric, none=none):
                return


def _these(clause: Clause, main: int, places: range, name: tuple[str, ...]) -> None:
    """As in "tasks on Apollo that nobody is assigned to": no state but this is said of them."""
    beside = [clause.spans[one] for one in places]  # "that are overdue" is read beside the noun
    if not any(one.role(Role.AMBIGUOUS) or _of_tasks(one.one(MetricWord)) == called()[name] for one in beside):
        clause.use(main, *places)
        clause.found.wanted.append(Wanted(main, called()[name], " ".join(name)))


def _led(clause: Clause, main: int) -> Iterator[range]:
    """From each word that leads to more that is said of them, the longest first."""
    for first in range(main + 1, len(clause.spans)):
        if clause.first_token(first).text.casefold() not in LEADING:
            continue
        ends = (
            at
            for at in range(first, len(clause.spans))
            if clause.spans[at].role(Role.AND, Role.BREAK, Role.BY) or clause.spans[at].one(PeriodWord)
        )
        for last in range(next(ends, len(clause.spans)), first, -1):
            yield range(first, last)


def _is_open(clause: Clause, at: int) -> bool:
    span = clause.spans[at]
    return clause.free(at) and (not span.senses or bool(span.role(Role.AMBIGUOUS, Role.UNMEASURED)))


def _besides(clause: Clause, places: range, metric: str, other: str, *, none: bool = False) -> bool:
    """The mark for those tasks, where two different lists are meant."""
    if not metric or metric == other:
        return False
    clause.use(*places)
    said = clause.text[clause.place_in_text(places[0])[0] : clause.place_in_text(places[-1])[1]]
    clause.found.marks.append(Mark(places[0], Role.OF_SUCH, Had(metric, "task", none=none), said))
    return True


def _metric(name: tuple[str, ...]) -> str:
    metric = called().get(name, "")
    return metric if COUNTED.get(metric) == "task" else ""


def _of_tasks(word: MetricWord | None) -> str:
    return word.metric if word and COUNTED.get(word.metric) == "task" else ""
