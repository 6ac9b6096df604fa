"""A model may word an answer anew, but it moves no number, adds none, and turns no sentence round."""

import json
from fractions import Fraction

import pytest

from assistant.answers.phrasing import holds, reworded
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
    text, _ = told(words("In {a}, margin by client was highest at {b} with {c} and lowest at {d} with {e}."))

    said = "In last quarter (Q3 2026), margin by client was highest at Acme Corp with 35.9 %"
    assert " ".join(text.split()) == f"{said} and lowest at Northwind with 13.9 %."


def test_neither_numbers_nor_names_are_sent() -> None:
    _, sent = told(words("{a}"))
    asked = json.dumps(sent[0]["messages"])

    assert not any(one in asked for one in ("35.9", "13.9", "Acme", "Northwind", "2026"))


@pytest.mark.parametrize(
    "said",
    [
        "In {a}, margin by client was highest at {b} with {c}.",
        "In {a}, margin by client was highest at {b} with {e} and lowest at {d} with {c}.",
        "In {a}, margin by client was highest at {b} with {c} and lowest at {d} with {e}, 3 points less than planned.",
        "In {a}, margin by client was highest at {b} with {c} and lowest at {d} with {e}, about half of it.",
        "In {a}, margin by client was lowest at {b} with {c} and lowest at {d} with {e}.",
        "In {a}, margin by client was not highest at {b} with {c} and lowest at {d} with {e}.",
        "In {a}, margin by client was highest at {b} with {c} and lowest at {d} with {e} {f}.",
        "<b>In {a}</b>, margin by client was highest at {b} with {c} and lowest at {d} with {e}.",
        "In {a}, margin by client was highest at {b} with {c} and lowest at {d} with {e}. " + "It is what it is. " * 20,
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


PLAIN = "In {a}, margin by client was highest at {b} with {c} and lowest at {d} with {e}"


OWN = (
    "7|12,000|٣|१२|\uff11\uff12|七|三十|②|Ⅻ|½|²|\U0001d7cf\U0001d7d0|twelve|TWENTY-ONE|a dozen|half|two-thirds|twice",
    "doubled|tenfold|hundreds|zero|a couple|several|both|first|zwölf|doce|vingt|elf of them were not|MCMXC|xii",
    "t w e l v e|tweIve|o-n-e|tw\u200belve|a score|crores|percent|hours|€|euros|%|once|nearly|\u0417\u041e|on\u202ee",
    "sette|dwanaście|Acmeville|Globex|doppelt so viel|a fall|rising|climbing|worse than before|a decline|good news",
    "due to sick leave|because of holidays|after cost|labor cost|profit|expected|planned|so far|unverified|guaranteed",
    "a triumph|too low|you should call them|only theirs|all of it|most of it|every one|respectively|swapped|not so",
    "[here](http://a.example)|![here](http://a.example/x.png)|www.a.example|<img src=x>|<b>so</b>|**that**|`that`",
    "# that|that?|that!|that\n\nthat|“that”|that – that|{{a}}|{ a }|${a}|the other way round",
)


@pytest.mark.parametrize("line", OWN)
def test_nothing_of_its_own_is_taken(line: str) -> None:
    template = f"{PLAIN}."
    assert not [one for one in line.split("|") if holds(f"{PLAIN}, and that is {one}.", template, moves=True)]
    assert holds(f"{PLAIN}, and that is that.", template, moves=True)


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ("Highest: {a} ({b}); lowest: {c} ({d}).", "Lowest: {a} ({b}); highest: {c} ({d})."),
        ("Highest: {a} ({b}); lowest: {c} ({d}).", "{a} ({b}); highest: {c}, lowest ({d})."),
        ("Billable {a}, not billable {b}.", "Not billable {a}, billable {b}."),
        ("Used {a}; remaining {b}.", "Remaining {a}; used {b}."),
        ("Revenue rose by {a} to {b}.", "Revenue fell by {a} to {b}."),
        ("Revenue rose by {a} to {b}.", "Revenue climbed by {a} to {b}."),
        ("Revenue: {a}; the month before: {b}.", "Revenue: {a}; rose from {b} the month before."),
        ("Revenue: {a}; the month before: {b}.", "The month before revenue was {a}, {b}."),
        ("Forecast revenue is {a}.", "Revenue is {a}."),
        ("Revenue is {a}, without pending time.", "Revenue is {a}."),
        ("Yes: {a} is above {b}.", "{a} is above {b}, yes, is it."),
        ("Revenue is {a} of {b}.", "Revenue is {b} of {a}."),
    ],
)
def test_words_stay_with_their_slots(ours: str, said: str) -> None:
    assert not holds(said, ours, moves=False)
    assert holds(ours, ours, moves=False)


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
