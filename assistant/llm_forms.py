"""Forms that a language model fills in: how each is described to it, and how what it wrote is read.

A form is described by its names and types alone. What else it demands (lengths, bounds) is checked when it is read: a
server that makes a grammar of a description has no room for "up to two thousand letters", and some know no such words.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

F = TypeVar("F", bound=BaseModel)

_UNSAID = frozenset(
    {"title", "default", "pattern", "format", "minItems", "maxItems", "minLength", "maxLength"}
    | {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "$defs"}
)
_THOUGHT = re.compile(r"<(think|thinking|thought|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_END_OF_THOUGHT = re.compile(r"</think(?:ing)?>|<\|message\|>")
LONGEST = 100_000
MOST_TRIES = 64
"""So many letters of an answer are searched for JSON, and so many braces in them: more is no filled-in form."""

CUT_OFF = "The answer was cut off before its end. Keep it short."
NO_VALUE = "There is no value of the form that was asked for."
NO_JSON = "The answer is not the JSON that was asked for."


@dataclass(frozen=True)
class Written:
    """What a model wrote: what it filled in as calls (or their raw words), its prose, and why it ended."""

    calls: tuple[object, ...] = ()
    content: str = ""
    ended: str = ""
    tokens: int | None = None
    """How many tokens it took, question and answer, where the server says so."""

    @property
    def words(self) -> str:
        """All of it as text, to be quoted back to the model."""
        return json.dumps(self.calls[0], default=str) if self.calls else self.content


@lru_cache(maxsize=32)
def described(form: type[BaseModel], *, complete: bool) -> Mapping[str, Any]:
    """The form as JSON schema, every reference in its place; `complete` where each field must be filled in.

    The fields of the form itself are to be filled in always: an empty form is easily written, and says nothing.
    """
    schema = form.model_json_schema()
    plain: dict[str, Any] = _plain(schema, schema.get("$defs", {}), complete=complete)
    return {"title": form.__name__, **plain, "required": list(form.model_fields)}


def _plain(node: Mapping[str, Any], known: Mapping[str, Any], *, complete: bool) -> dict[str, Any]:
    if "$ref" in node:
        return _plain(known[node["$ref"].rpartition("/")[2]], known, complete=complete)
    made: dict[str, Any] = {}
    for name, value in node.items():
        if name in _UNSAID:
            continue
        if name == "properties":
            made[name] = {its: _plain(one, known, complete=complete) for its, one in value.items()}
            made["required"] = list(value) if complete else node.get("required", [])
        elif name == "anyOf":
            made[name] = [_plain(one, known, complete=complete) for one in value]
        elif name == "items":
            made[name] = _plain(value, known, complete=complete)
        else:
            made.setdefault(name, value)
    return made


def filled_in(form: type[F], written: Written) -> tuple[F | None, str]:
    """The value that a model filled in, or what is wrong with it in words that help to mend it."""
    found = [_unwrapped(one, form) for one in written.calls[:1]] or list(_objects(written.content, form))
    fault = NO_JSON if written.calls or written.content.strip() else NO_VALUE
    values: list[F] = []
    for one in found:
        if isinstance(one, Mapping):
            try:
                values.append(form.model_validate(without_nulls(one)))
            except ValidationError as error:
                fault = _told(error)
    if values:
        # Of several, the last is what it came to; an empty one is how an empty form is spoken of.
        return next((one for one in reversed(values) if one.model_fields_set), values[-1]), ""
    return None, CUT_OFF if written.ended == "length" else fault


def _told(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())


def without_nulls(value: object) -> object:
    """The value without fields that are null: a field that says nothing is one that is left out."""
    if isinstance(value, Mapping):
        return {name: without_nulls(one) for name, one in value.items() if one is not None}
    return [without_nulls(one) for one in value] if isinstance(value, list) else value


def _objects(content: str, form: type[BaseModel]) -> Iterator[object]:
    """Every JSON object in prose, as servers give it that know no tools, outside of what the model only thought."""
    text = _END_OF_THOUGHT.split(_THOUGHT.sub(" ", content[:LONGEST]))[-1]
    decoder, place = json.JSONDecoder(), text.find("{")
    for _ in range(MOST_TRIES):
        if place < 0:
            return
        try:
            found, end = decoder.raw_decode(text, place)
            yield _unwrapped(found, form)
        except (ValueError, RecursionError):
            end = place + 1
        place = text.find("{", end)


def _unwrapped(found: object, form: type[BaseModel]) -> object:
    """What a form is filled in with, where it is wrapped as a call of a tool, or under the form's name."""
    if isinstance(found, str):
        try:
            return json.loads(found)
        except (ValueError, RecursionError):
            return found
    if not isinstance(found, Mapping) or set(found) & set(form.model_fields):
        return found
    for wrapped in ("function", "arguments", "parameters", form.__name__):
        if wrapped in found:
            return _unwrapped(found[wrapped], form)
    return found
