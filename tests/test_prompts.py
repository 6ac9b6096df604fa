"""Prompts say what they are for and are filled with exactly the fields they name."""

import pytest

import prompts
from prompts import Prompt, PromptError

GREETING = "---\npurpose: Greet a person.\nfields: person, place\n---\nWelcome {person} to {place}.\n"


def test_a_prompt_is_filled_with_its_fields() -> None:
    greeting = Prompt.parse("greet", GREETING)

    assert greeting.purpose == "Greet a person."
    assert greeting.fill({"person": "Ana", "place": "Ljubljana"}) == "Welcome Ana to Ljubljana.\n"


def test_a_field_is_text_and_never_read_for_slots() -> None:
    greeting = Prompt.parse("greet", GREETING)

    assert greeting.fill({"person": "{place}", "place": "Ljubljana"}) == "Welcome {place} to Ljubljana.\n"


def test_other_braces_are_plain_text() -> None:
    schema = Prompt.parse("schema", '---\npurpose: Show JSON.\nfields:\n---\n{"op": "<", "value": {x}}\n')

    assert schema.fill({}) == '{"op": "<", "value": {x}}\n'


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"person": "Ana"}, "place"), ({"person": "Ana", "place": "here", "mood": "glad"}, "mood")],
)
def test_missing_and_unknown_fields_are_refused_by_name(fields: dict[str, str], wrong: str) -> None:
    with pytest.raises(PromptError, match=rf"prompts/greet\.md is filled with person, place, and {wrong} is"):
        Prompt.parse("greet", GREETING).fill(fields)


@pytest.mark.parametrize("text", ["Welcome.\n", "---\nfields: person\n---\n{person}\n", ""])
def test_a_prompt_without_a_header_is_refused(text: str) -> None:
    with pytest.raises(PromptError, match=r"prompts/greet\.md does not open with"):
        Prompt.parse("greet", text)


def test_a_field_without_a_slot_is_refused() -> None:
    with pytest.raises(PromptError, match="names place in its header but has no slot"):
        Prompt.parse("greet", GREETING.replace("{place}", "here"))


def test_an_unknown_prompt_is_named_with_its_place() -> None:
    with pytest.raises(PromptError, match=r"There is no prompt prompts/nonsense\.md"):
        prompts.prompt("nonsense")


def test_every_prompt_there_is_can_be_filled() -> None:
    for name in prompts.names():
        fields = prompts.load(name).fields
        assert prompts.prompt(name, **dict.fromkeys(fields, "words")).strip()
