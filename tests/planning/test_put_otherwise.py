"""The same question put otherwise is the same plan; with another period, name or breakdown only that is another."""

import re
from collections.abc import Callable, Iterator

import pytest

from assistant.metrics.catalogue import METRICS
from assistant.planning.dates import find_periods
from assistant.planning.tokens import normal
from assistant.planning.vocabulary import DimensionWord, MetricWord, vocabulary_of
from tests.planning.an_agency import ADMIN, NAMES, TODAY, become
from tests.planning.test_understood import UNDERSTOOD

EVERY = 6
"""Each so manieth question of the tables is put otherwise."""

SAMPLE = [one for place, one in enumerate(UNDERSTOOD) if place % EVERY == 0]
ALL_NAMES = sorted({one for names in NAMES.values() for one in names} | {"Acme", "Ana", "Ben", "Zoë"}, key=len)
NAMED = "|".join(re.escape(one) for one in reversed(ALL_NAMES))

ASKS = re.compile(r"(?:what|who|how|which)\b(?! about)", re.IGNORECASE)
CONTRACTED = {
    "what is": "what's", "who is": "who's", "did not": "didn't", "have not": "haven't", "has not": "hasn't",
    "does not": "doesn't", "is not": "isn't", "are not": "aren't",
}  # fmt: skip
SPELT = {"utilization": "utilisation", "labor": "labour", "ageing": "aging", "recognized": "recognised"}


def in_small(question: str) -> str:
    """The question as it stands behind another word: a name keeps its capital."""
    is_name = re.match(rf"(?:{NAMED}|I)\b", question) or question[:2].isupper()
    return question if is_name else f"{question[:1].lower()}{question[1:]}"


def greeted(question: str) -> Iterator[str]:
    yield f"Hi, {question}"
    yield f"Hello there! Quick question: {question}"


def thanked(question: str) -> Iterator[str]:
    bare = question.rstrip("?!. ")
    yield f"{bare}, please"
    yield f"{bare}? Thanks a lot!"


def told(question: str) -> Iterator[str]:
    if ASKS.match(question):
        yield f"Can you tell me {in_small(question)}"
        yield f"I'd like to know {in_small(question)}"


def pointed(question: str) -> Iterator[str]:
    bare = question.rstrip("?!. ")
    yield f"{bare}."
    yield f"  {bare.replace(' ', '  ')} ??"


def contracted(question: str) -> Iterator[str]:
    for long, short in CONTRACTED.items():
        for one, other in ((long, short), (short, long)):
            alone = rf"\b{one}\b(?! been\b)"  # "who's been on Apollo" is no "who is been"
            if re.search(alone, question, re.IGNORECASE):
                yield re.sub(alone, other, question, count=1, flags=re.IGNORECASE)


def spelt(question: str) -> Iterator[str]:
    for one, other in SPELT.items():
        if re.search(rf"\b{one}\b", question):
            yield re.sub(rf"\b{one}\b", other, question)


def mistyped(question: str) -> Iterator[str]:
    """Two letters in the middle of one word of a measure or a breakdown change places."""
    senses = vocabulary_of(ADMIN, METRICS).shared.senses  # type: ignore[arg-type]
    for found in re.finditer(r"\b[a-z]{8,}\b", question):
        word, at = found.group(), len(found.group()) // 2
        if word[at] == word[at + 1] or not _names_something(senses.get((normal(word),), ())):
            continue
        slip = f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        yield f"{question[: found.start()]}{slip}{question[found.end() :]}"
        return


def _names_something(senses: tuple[object, ...]) -> bool:
    return any(isinstance(one, MetricWord | DimensionWord) for one in senses)


@pytest.mark.parametrize("put", [greeted, thanked, told, pointed, contracted, spelt, mistyped])
def test_the_same_question_put_otherwise_is_the_same_plan(put: Callable[[str], Iterator[str]]) -> None:
    others = [(question, one) for question in SAMPLE for one in put(question) if one != question]

    assert others
    assert [one for question, one in others if become(one) != UNDERSTOOD[question]] == []


OTHER_PERIODS = {"last month": "in May 2026", "last quarter": "in Q1 2026", "this year": "in 2025"}
PARTED = re.compile(r"\b(?:vs|versus|compared|than|against|before|trend|and|since|year over year|upcoming)\b")


def test_another_period_changes_nothing_but_the_period() -> None:
    others = [
        (question, re.sub(rf"\b(?:in |for |over |during )?{said}\b", other, question))
        for question in UNDERSTOOD
        for said, other in OTHER_PERIODS.items()
        if question.endswith(f" {said}") and not PARTED.search(question) and _has_one_period(question)
    ]

    assert others
    assert [
        one for question, one in others if without_period(become(one)) != without_period(UNDERSTOOD[question])
    ] == []
    assert [one for question, one in others if become(one) == UNDERSTOOD[question]] == []


def test_another_client_changes_nothing_but_the_client() -> None:
    others = [
        (one, re.sub(r"\bNorthwind$", "Lumen Bank", one))
        for one in UNDERSTOOD
        if one.endswith(" Northwind") and "Lumen Bank" not in one
    ]

    assert others
    expected = {
        question: tuple(
            line.replace("= Northwind", "= Lumen Bank").replace("of Northwind", "of Lumen Bank") for line in lines
        )
        for question, lines in UNDERSTOOD.items()
    }
    assert [one for question, one in others if become(one) != expected[question]] == []


def _has_one_period(question: str) -> bool:
    return len(find_periods(question, TODAY, ADMIN.calendar)) == 1


def without_period(lines: tuple[str, ...]) -> list[str]:
    """The queries without their dates."""
    return [re.sub(r"[\d-]*\.\.[\d-]+", "", one) for one in lines]
