"""Prompts for an optional language model, one Markdown file each.

A file opens with a header that says what the prompt is for and which fields it is filled with:

    ---
    purpose: Choose a plan for a question from the closed schema.
    fields: question, vocabulary
    ---
    The question is: {question}

Braces around anything but the name of a field are plain text, so JSON can stand in a prompt as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Self

HEADER = re.compile(
    r"\A---\npurpose: (?P<purpose>\S[^\n]*)\nfields:(?P<fields>[ \w,]*)\n---\n(?P<body>.*)\Z", re.DOTALL
)
SLOT = re.compile(r"\{(\w+)\}")


class PromptError(Exception):
    """A prompt that is missing or malformed, or is filled with other fields than its header names."""


@dataclass(frozen=True)
class Prompt:
    """What a prompt is for, the fields it needs, and its text with a `{slot}` for each."""

    name: str
    purpose: str
    fields: tuple[str, ...]
    body: str

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """Read a prompt's header and its body, in which every field has a slot."""
        found = HEADER.match(text)
        if found is None:
            raise PromptError(
                f"prompts/{name}.md does not open with '---', 'purpose: …', 'fields: …', '---'; "
                "write that header above its text."
            )
        fields = tuple(field.strip() for field in found["fields"].split(",") if field.strip())
        if unused := set(fields) - set(SLOT.findall(found["body"])):
            raise PromptError(
                f"prompts/{name}.md names {listed(unused)} in its header but has no slot for it; "
                "use the field in the text or take it out of the header."
            )
        return cls(name, found["purpose"], fields, found["body"])

    def fill(self, fields: Mapping[str, str]) -> str:
        """The text with each slot filled once; what a field holds is never read for slots again."""
        if wrong := set(self.fields) ^ set(fields):
            raise PromptError(
                f"prompts/{self.name}.md is filled with {listed(self.fields)}, "
                f"and {listed(wrong)} is missing or unknown; pass exactly the fields of its header."
            )
        return SLOT.sub(lambda slot: fields.get(slot[1], slot[0]), self.body)


def prompt(name: str, **fields: str) -> str:
    """The text of `prompts/<name>.md`, filled; raises PromptError when its header names other fields."""
    return load(name).fill(fields)


def load(name: str) -> Prompt:
    """The prompt called `name`, with its purpose and its fields."""
    if name not in names():
        raise PromptError(f"There is no prompt prompts/{name}.md; there are {listed(names())}.")
    return Prompt.parse(name, files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """The prompts there are, in alphabetical order."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in found if name.endswith(".md")))


def listed(words: Mapping[str, str] | set[str] | tuple[str, ...]) -> str:
    """Words for an error message, in order: "question, vocabulary", or "none"."""
    return ", ".join(sorted(words)) or "none"
