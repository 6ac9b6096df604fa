"""Was the question answered: one case against one reply, with no judge but comparison.

outcome   answered, asked back, refused, unknown or not measured, as it should be; what is offered is complete
plan      every query as a person would mean it
figures   every cell as the reference SQL and the paper have it
words     what must be said is said
period    what the answer calls its period names the days it was counted over
trace     every numeral of the text leads to a figure, a day, a label or a name
leakage   nothing comes out that must not, whoever asks
latency   a plan is there within a second
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from assistant.answers.answer import Answer, Outcome, Reply
from assistant.answers.trace import untraced
from assistant.outcome import Clarification
from assistant.permissions.house import House
from eval.case import Case, ExpectedQuery
from eval.expected import Difference, differences
from eval.figures import against_reference, on_paper
from eval.labels import days_named

SCORERS = ("outcome", "plan", "figures", "words", "period", "trace", "leakage", "latency")
SLOWEST = 1.0
"""Seconds for a plan: any text must have an outcome within this."""


@dataclass(frozen=True)
class Problem:
    """What was wrong, by which scorer; `misleads` where a number was given that answers another question."""

    scorer: str
    text: str
    misleads: bool = False


@dataclass(frozen=True)
class Timing:
    """Seconds for the plan alone, and for the whole reply."""

    planning: float
    whole: float


@dataclass(frozen=True)
class Score:
    """How one case went; `said` is the reply as one text, by which repeats are compared."""

    case: Case
    outcome: str
    problems: tuple[Problem, ...]
    timing: Timing
    said: str = ""
    text: str = ""
    varies: bool = False
    """Whether it was answered otherwise when it was asked again."""

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.problems

    @property
    def wrong_number(self) -> bool:
        """The worst: a number given with the badge of a verified answer, to another question than was asked."""
        return any(one.misleads for one in self.problems)

    @property
    def needless(self) -> bool:
        """Whether it asked back where a person would have answered."""
        return self.outcome == Clarification.kind and self.case.is_in_scope


def score(case: Case, reply: Reply, timing: Timing, house: House) -> tuple[Problem, ...]:
    """Everything that is wrong with a reply."""
    return (
        *_outcome(case, reply),
        *_plan_and_figures(case, reply, house),
        *_words(case, reply),
        *_period(reply),
        *_trace(reply),
        *_leakage(case, reply),
        *_latency(timing),
    )


def of_error(case: Case, message: str) -> tuple[Problem, ...]:
    """The same where the asker was sent away at the door."""
    if "error" in case.wanted.outcome:
        return ()
    return (Problem("outcome", f"error instead of {_either(case)}: {message}"),)


def _either(case: Case) -> str:
    return " or ".join(case.wanted.outcome)


def _outcome(case: Case, reply: Reply) -> Iterator[Problem]:
    first = reply.first
    if first.kind not in case.wanted.outcome:
        is_answer = first.kind == Answer.kind
        yield Problem("outcome", f"{first.kind} instead of {_either(case)}: {first.text}", misleads=is_answer)
    others = sorted(one.kind for one in reply.outcomes[1:] if not isinstance(one, Answer))
    if case.wanted.more != ("any",) and others != sorted(case.wanted.more):
        yield Problem(
            "outcome", f"beside it {', '.join(others) or 'nothing'}, not {', '.join(case.wanted.more) or 'nothing'}"
        )
    if isinstance(first, Clarification):
        offered = " ".join(first.options)
        yield from (Problem("outcome", f"does not offer “{one}”") for one in case.wanted.offers if one not in offered)


def _plan_and_figures(case: Case, reply: Reply, house: House) -> Iterator[Problem]:
    wanted = case.wanted
    answers = [one for one in reply.outcomes if isinstance(one, Answer)]
    if not wanted.plan or reply.first.kind != Answer.kind or Answer.kind not in wanted.outcome:
        return
    tried = [(plan, _unlike(answers, plan, wanted.may_add)) for plan in (wanted.plan, wanted.or_plan) if plan]
    plan, unlike = min(tried, key=lambda one: len(one[1]))
    yield from (Problem("plan", str(one), misleads=one.misleads) for one in unlike)
    if any(one.misleads or one.part == "queries" for one in unlike):
        return
    for answer, expected in zip(answers, plan, strict=False):
        yield from (Problem("figures", one, misleads=True) for one in against_reference(answer, expected, case, house))
    if wanted.figures and (plan is wanted.plan or not wanted.figures.rows):
        wrong = on_paper(answers[0], plan[0].by, wanted.figures)
        yield from (Problem("figures", one, misleads=True) for one in wrong)


def _unlike(answers: Sequence[Answer], plan: Sequence[ExpectedQuery], may_add: tuple[str, ...]) -> list[Difference]:
    if len(answers) != len(plan):
        return [Difference("queries", len(answers), len(plan), misleads=False)]
    pairs = zip(answers, plan, strict=True)
    return [one for answer, expected in pairs for one in differences(answer.query, expected, may_add)]


def _words(case: Case, reply: Reply) -> Iterator[Problem]:
    said = " ".join(_prose(one) for one in reply.outcomes).casefold()
    for words in case.wanted.says:
        if words.casefold() not in said:
            yield Problem("words", f"does not say “{words}”")


def _prose(outcome: Outcome) -> str:
    return " ".join((outcome.text, *(outcome.caveats if isinstance(outcome, Answer) else ())))


def _period(reply: Reply) -> Iterator[Problem]:
    """A right number under the name of another time is a wrong one to whoever reads it."""
    for answer in reply.outcomes:
        query = answer.query if isinstance(answer, Answer) else None
        for one in (query.period, *([query.against.period] if query.against else [])) if query else ():
            named = days_named(one.label)
            begins = named is None or named.start is None or one.start is None or named.start == one.start
            if named and not (begins and named.end == one.end):
                days = f"{one.start or ''}..{one.end}"
                yield Problem("period", f"calls {days} “{one.label}”", misleads=True)
        if isinstance(answer, Answer) and answer.query.metrics and answer.query.period.label not in answer.text:
            yield Problem("period", f"does not say “{answer.query.period.label}”")


def _trace(reply: Reply) -> Iterator[Problem]:
    """A reader of the finished text, who was not there when it was written."""
    for answer in reply.outcomes:
        if isinstance(answer, Answer):
            periods = [answer.query.period, *([answer.query.against.period] if answer.query.against else [])]
            yesterday = reply.question.today - timedelta(days=1)
            days = [reply.question.today, yesterday, *(day for one in periods for day in (one.start, one.end) if day)]
            days += [day for day in (answer.query.known_on, answer.query.restated) if day]
            labels = [one.label for one in periods]
            labels += [part for row in answer.table.rows for part in row.labels]
            names = [name for one in answer.query.where for name in one.names]
            names += [part for row in answer.table.rows for part in row.labels]
            loose = untraced(answer.text, answer.figures, days, labels, names, answer.locale)
            yield from (Problem("trace", f"“{one.text}” leads to no figure") for one in loose)


def _leakage(case: Case, reply: Reply) -> Iterator[Problem]:
    everything = str(reply.to_json()).casefold()
    typed = " ".join((case.wanted.question, *case.wanted.after)).casefold()
    for words in dict.fromkeys((*case.wanted.never_says, *case.asker.never_says)):
        its_own = words in case.wanted.never_says
        if words.casefold() in everything and (its_own or words.casefold() not in typed):
            yield Problem("leakage", f"says “{words}”", misleads=False)


def _latency(timing: Timing) -> Iterator[Problem]:
    if timing.planning > SLOWEST:
        yield Problem("latency", f"{timing.planning * 1000:.0f} ms for a plan")
