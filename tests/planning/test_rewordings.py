"""The tables of rewordings over every question there is: none is dead, none says a thing twice, none loses a word."""

import re
from functools import cache

import pytest

from assistant.metrics.everyday import everyday, not_measured
from assistant.planning.courtesy import without
from assistant.planning.rewording import Rewording, rewordings
from assistant.planning.rewriting import IN_ORDER, in_full, with_apostrophes
from assistant.planning.telling import in_small_letters
from assistant.planning.tokens import clean
from eval.case import cases as eval_cases
from tests.planning.tables import HERE, cases

IN_NO_TABLE = (
    "only positive",
    "sort by lowest",
    "lost deals and the reasons",
    "invoice INV-204",
    "is invoice INV-204 paid",
    "which deals are open and how old are they",
)
"""Follow-ups, what is told in part, and numbers of invoices, of which the agency of the tables has none."""

ADDED = (
    "for Northwind",
    "of Globex",
    "in the Design team",
    "by client",
    "last quarter",
    "in March 2025",
    "since June",
    "over 20k",
    "except Globex",
    "excluding retainers",
    "and utilization",
    "top 3",
    "not",
)
"""What may be asked for at the end of nearly any question, and must not be lost there."""


@cache
def questions() -> tuple[str, ...]:
    """Every question of the tables, of the evaluation, and of the examples, as it comes to be written in full."""
    tables = [one for path in sorted(HERE.glob("*understood*.txt")) for one in cases(path.name)]
    asked = [text for one in eval_cases() for text in (one.wanted.question, *one.wanted.after)]
    examples = [one for said in (*everyday().values(), not_measured()) for one in said]
    every = (*tables, *asked, *examples, *IN_NO_TABLE)
    return tuple(dict.fromkeys(without(with_apostrophes(clean(one))) for one in every))


@cache
def reworded() -> dict[str, str]:
    """The questions that are put another way, each with what it is in full."""
    return {text: full for text in questions() if (full := in_full(text)) != text}


def test_every_rewording_changes_a_question() -> None:
    met: set[int] = set()
    for text in questions():
        for spelled in {text, re.sub(r"(?i)^(wh\w+|how)['’]s\b", r"\1 is", text)}:
            said = spelled
            for at, one in enumerate(IN_ORDER):
                before, said = said, one.plainly(said)
                if said != before:
                    met.add(at)
                    assert told(one, before), f"{one.pattern} is found in “{before}”, and none of {one.told_by}"

    assert [one.pattern for at, one in enumerate(IN_ORDER) if at not in met] == []


def test_what_is_written_in_full_is_in_full() -> None:
    again = {full: in_full(full) for full in reworded().values()}

    assert {full: more for full, more in again.items() if more != full} == {}


def test_what_is_added_to_a_question_is_not_lost() -> None:
    lost = {}
    for text, plain in reworded().items():
        bare = text.rstrip("?!. ")
        for added in ADDED:
            word = added.split()[-1]
            if word not in f"{bare} {plain}" and word not in (full := in_full(f"{bare} {added}")):
                lost[f"{bare} {added}"] = full

    assert lost == {}


def told(one: Rewording, text: str) -> bool:
    return all(any(word in in_small_letters(text) for word in words) for words in one.told_by)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bkid(?:s|z) in\b", "K\u0131D\u017f \u0130n"),
        (r"(?:ab|cd)?ef*", "E"),
        (r"(?:a|b*)c?", ""),
        (r"(?<!no)x(?!not)", "NX"),
    ],
)
def test_what_tells_of_a_pattern_is_in_every_text_it_is_found_in(pattern: str, text: str) -> None:
    [one] = rewordings((pattern, ""))

    assert one.put.search(text)
    assert told(one, text)
