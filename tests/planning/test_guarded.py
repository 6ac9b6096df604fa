"""A guarded pattern finds what the compiled one finds, in whatever letters it is written."""

import gc

from hypothesis import given, settings
from hypothesis import strategies as st

import assistant.planning.planner  # noqa: F401 - with it every pattern there is
from assistant.planning.guarded import Guarded
from tests.planning.tables import HERE, cases

EVERY = 3
"""Every third question of the tables is enough to meet nearly every pattern."""


def questions() -> list[str]:
    said = [one for path in sorted(HERE.glob("*understood*.txt")) for one in cases(path.name)]
    return [*said[::EVERY], *(one.upper() for one in said[:: EVERY * EVERY])]


def patterns() -> list[Guarded]:
    every = {(one.pattern, one.flags): one for one in gc.get_objects() if isinstance(one, Guarded)}
    return [every[one] for one in sorted(every)]


def test_where_a_pattern_is_found_the_words_stand_that_tell_of_it() -> None:
    texts = questions()

    missed = [(one.pattern, text) for one in patterns() for text in texts if _is_missed(one, text)]

    assert len(patterns()) > 1
    assert missed == []


@settings(max_examples=300)
@given(st.data())
def test_whatever_a_pattern_is_found_in_has_the_words_that_tell_of_it(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(patterns()))
    text = data.draw(st.from_regex(one.put))

    assert one.may_be_in(text)


def _is_missed(one: Guarded, text: str) -> bool:
    return not one.may_be_in(text) and one.put.search(text) is not None


def test_what_a_guarded_pattern_finds() -> None:
    one = Guarded(r"(?i)\b(?:top|bottom) (?P<many>\d+)(?= clients\b)")

    found = one.search("the Top 5 clients")

    assert found
    assert found["many"] == "5"
    assert one.search("the top 5 projects") is None
    assert one.match("top 5 clients")
    assert one.match("my top 5 clients") is None
    assert one.fullmatch("top 5 clients") is None
    assert one.sub("best", "top 5 clients, bottom 5 clients") == "best clients, best clients"
    assert [each.group() for each in one.finditer("top 5 clients, bottom 5 clients")] == ["top 5", "bottom 5"]
