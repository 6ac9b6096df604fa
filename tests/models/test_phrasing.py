"""A model may word an answer anew, but it moves no number, adds none, and turns no sentence round."""

import json
from fractions import Fraction

import pytest

from assistant.answers.phrasing import reworded
from assistant.answers.wording import Writer
from assistant.figures import Figure, Unit
from assistant.llm import Line
from assistant.settings import Model
from tests.models.scripted_server import Turn, completed, fails, serving
from tests.planning.an_agency import TODAY, FakeView


def ours() -> tuple[str, Writer]:
    made = Writer(FakeView(), TODAY, "en")  # type: ignore[arg-type]
    high, low = (made.number(Figure("margin", Fraction(share, 1000), Unit.PERCENT)) for share in (359, 139))
    period, first, last = made.label("last quarter (Q3 2026)"), made.name("Acme Corp"), made.name("Northwind")
    return f"Margin by client, {period}. Highest: {first} ({high}); lowest: {last} ({low}).", made


OURS, WRITER = ours()


def words(text: str) -> Turn:
    arguments = json.dumps({"text": text})
    call = {"id": "1", "type": "function", "function": {"name": "Wording", "arguments": arguments}}
    return completed({"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls")


def told(turn: Turn) -> tuple[str, list[dict[str, object]]]:
    with serving(turn) as server:
        model = Model(base_url=server.address, name="scripted", api_key_env="", retries=0, words_answers=True)
        return reworded(OURS, WRITER, Line(model)), server.sent


def test_other_words_around_the_same_slots_are_taken() -> None:
    text, _ = told(words("In {a}, margin was highest at {b} with {c} and lowest at {d} with {e}."))

    said = "In last quarter (Q3 2026), margin was highest at Acme Corp with 35.9 % and lowest at Northwind with 13.9 %."
    assert " ".join(text.split()) == said


def test_neither_numbers_nor_names_are_sent() -> None:
    _, sent = told(words("{a}"))
    asked = json.dumps(sent[0]["messages"])

    assert not any(one in asked for one in ("35.9", "13.9", "Acme", "Northwind", "2026"))


@pytest.mark.parametrize(
    "said",
    [
        "In {a}, margin was highest at {b} with {c}.",
        "In {a}, margin was highest at {b} with {e} and lowest at {d} with {c}.",
        "In {a}, margin was highest at {b} with {c} and lowest at {d} with {e}, 3 points less than planned.",
        "In {a}, margin was highest at {b} with {c} and lowest at {d} with {e}, about half of it.",
        "In {a}, margin was lowest at {b} with {c} and lowest at {d} with {e}.",
        "In {a}, margin was not highest at {b} with {c} and lowest at {d} with {e}.",
        "In {a}, margin was highest at {b} with {c} and lowest at {d} with {e} {f}.",
        "<b>In {a}</b>, margin was highest at {b} with {c} and lowest at {d} with {e}.",
        "In {a}, margin was highest at {b} with {c} and lowest at {d} with {e}. " + "It is what it is. " * 20,
    ],
    ids=[
        "a slot lost",
        "swapped",
        "a numeral",
        "a fraction",
        "turned round",
        "denied",
        "a slot made up",
        "markup",
        "long",
    ],
)
def test_whatever_could_say_something_else_leaves_our_words(said: str) -> None:
    assert told(words(said))[0] == OURS


PLAIN = "In {a}, margin was highest at {b} with {c} and lowest at {d} with {e}"


@pytest.mark.parametrize(
    "own",
    [
        "7", "12,000", "٣", "१२", "\uff11\uff12", "七", "三十", "②", "Ⅻ", "½", "²", "\U0001d7cf\U0001d7d0", "twelve",
        "TWENTY-ONE", "a dozen",
        "half", "two-thirds", "twice", "doubled", "tenfold", "hundreds", "zero", "a couple", "several", "both", "first",
        "zwölf", "doce", "vingt", "elf of them were not", "MCMXC", "t w e l v e", "tweIve", "o-n-e", "tw\u200belve",
        "a score", "crores", "percent", "hours", "€", "euros", "%", "once", "nearly", "\u0417\u041e", "on\u202ee",
        "Acmeville",
    ],
)  # fmt: skip
def test_no_number_no_unit_and_no_name_of_its_own_is_taken(own: str) -> None:
    assert told(words(f"{PLAIN}, and that is {own}."))[0] == OURS
    assert told(words(f"{PLAIN}, and that is well."))[0] != OURS


@pytest.mark.parametrize(
    "said",
    [
        PLAIN.replace("{c}", "-{c}"), PLAIN.replace("{c}", "− {c}"), PLAIN.replace("{c}", "minus {c}"),
        PLAIN.replace("{c}", "{c}k"), PLAIN.replace("{c}", "{c}%"), PLAIN.replace("{b}", "Not{b}"),
        PLAIN.replace("{c}", "{c}/{e}"), PLAIN.replace("{c}", "{c}{c}"), PLAIN.replace("{d}", "{D}"),
    ],
)  # fmt: skip
def test_nothing_touches_a_slot(said: str) -> None:
    assert told(words(f"{said}."))[0] == OURS


def test_a_model_that_does_not_answer_leaves_our_words() -> None:
    assert told(fails(500))[0] == OURS
    assert told(Turn("no JSON"))[0] == OURS
