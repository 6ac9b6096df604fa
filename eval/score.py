"""Was the question answered: one case against one reply, with no judge but comparison."""

from dataclasses import dataclass
from fractions import Fraction

from assistant.answers.answer import Answer, Reply
from assistant.query import Query
from eval.case import Case, ExpectedQuery


@dataclass(frozen=True)
class Score:
    """How one case went; `wrong_number` is the worst: a verified answer to another question than was asked."""

    case: Case
    outcome: str
    problems: tuple[str, ...]
    wrong_number: bool
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.problems


def score(case: Case, reply: Reply, seconds: float) -> Score:
    """Compare outcome, plan, numbers and words with what the case wants."""
    wanted = case.wanted
    problems = []
    if reply.first.kind != wanted.outcome:
        problems.append(f"outcome {reply.first.kind} instead of {wanted.outcome}: {reply.first.text}")
    answers = [one for one in reply.outcomes if isinstance(one, Answer)]
    if wanted.plan:
        problems += _plan_problems([one.query for one in answers], wanted.plan)
    if wanted.total is not None and answers:
        problems += _total_problems(answers[0], wanted.total)
    said = " ".join([one.text for one in reply.outcomes] + [c for one in answers for c in one.caveats])
    problems += [f"does not say “{words}”" for words in wanted.says if words.lower() not in said.lower()]
    everything = str(reply.to_json()).lower()
    problems += [f"says “{words}”" for words in wanted.never_says if words.lower() in everything]
    wrong = bool(problems) and reply.first.kind == "answer"
    return Score(case, reply.first.kind, tuple(problems), wrong, seconds)


def _plan_problems(found: list[Query], wanted: tuple[ExpectedQuery, ...]) -> list[str]:
    if len(found) != len(wanted):
        return [f"{len(found)} queries instead of {len(wanted)}"]
    return [
        problem for query, expected in zip(found, wanted, strict=True) for problem in _query_problems(query, expected)
    ]


def _query_problems(query: Query, wanted: ExpectedQuery) -> list[str]:
    inside = {one.field: one.names for one in query.where if not one.negated}
    outside = {one.field: one.names for one in query.where if one.negated}
    having = f"{query.having.op.value} {_plain(query.having.value)}" if query.having else None
    pairs: dict[str, tuple[object, object]] = {
        "metrics": (query.metrics, wanted.metrics),
        "by": (query.by, wanted.by),
        "filter": (inside, dict(wanted.where)),
        "exclusion": (outside, dict(wanted.without)),
        "start": (query.period.start, wanted.start),
        "end": (query.period.end, wanted.end),
        "threshold": (having, wanted.having),
        "limit": (query.limit, wanted.limit),
        "comparison": (query.against.period.start if query.against else None, wanted.against_start),
    }
    return [f"{name} {got!r} instead of {should!r}" for name, (got, should) in pairs.items() if got != should]


def _plain(value: Fraction) -> str:
    return f"{float(value):g}"


def _total_problems(answer: Answer, wanted: float) -> list[str]:
    row = answer.table.total
    place = [column.name for column in answer.table.columns if column.kind == "metric"].index(answer.query.metrics[0])
    figure = row.figures[place] if row is not None else None
    if figure is None or float(figure.value) != wanted:
        return [f"total {None if figure is None else float(figure.value)} instead of {wanted}"]
    return []
