"""Each kind of server that the README has settings for, answering in its own shape over real HTTP."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from pydantic import BaseModel

from assistant import llm
from assistant.answers.phrasing import Wording
from assistant.answers.summing_up import Summary
from assistant.llm import Line, Message, ModelError
from assistant.llm_forms import described
from assistant.planning.proposal import ProposedPlan
from assistant.settings import Model
from tests.models.scripted_server import Scripted, Turn, fails, says, serving

README = Path(__file__).parents[2] / "README.md"
PLAN = {"queries": [{"metrics": ["margin"], "by": ["client"], "period": "last quarter"}]}
WORDS = json.dumps(PLAN)
ASKED = [Message("system", "Fill in the form."), Message("user", "how lucrative was each customer")]


def blocks() -> dict[str, dict[str, Any]]:
    """The settings of each server that the README names, by the name in the line above them."""
    text = README.read_text(encoding="utf-8")
    found = re.findall(r"^    \[model\] +# (\w[\w. -]*\w).*\n((?:    .+\n)+)", text, re.MULTILINE)
    return {name: tomllib.loads(re.sub(r"(?m)^    ", "", lines)) for name, lines in found}


BLOCKS = blocks()


def model_of(kind: str, server: Scripted, **other: object) -> Model:
    """A block of the README, at the scripted server, with a key that is always there."""
    told = {"base_url": "https://api.openai.com/v1", **BLOCKS[kind], "retries": 0, **other}
    place = server.address.removesuffix("/v1")
    told["base_url"] = re.sub(r"^https?://[^/]+", place, str(told["base_url"]))
    return Model.model_validate(told)


def answer(message: Mapping[str, Any], ended: str, choice: Mapping[str, Any] | None = None, **whole: object) -> Turn:
    """A completion with what a server adds to it."""
    made = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": ended, **(choice or {})}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1790000000, "model": "m", "choices": [made]}
    return Turn(json.dumps({**head, **whole}))


def called(arguments: str = WORDS, **other: object) -> dict[str, Any]:
    call = {"id": "call_8k2", "type": "function", "function": {"name": "ProposedPlan", "arguments": arguments}}
    return {"content": None, "tool_calls": [{**call, **other}]}


USED = {"usage": {"prompt_tokens": 2400, "completion_tokens": 60, "total_tokens": 2460}}
FILTERED = {"hate": {"filtered": False, "severity": "safe"}}

OWN: Mapping[str, Turn] = {
    "OpenAI": answer(
        {"content": WORDS, "refusal": None, "annotations": []},
        "stop",
        {"logprobs": None},
        usage={**USED["usage"], "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0}},
        service_tier="default",
        system_fingerprint="fp_1",
    ),
    "Azure": answer(
        {**called(), "refusal": None, "annotations": []},
        "tool_calls",
        {"logprobs": None, "content_filter_results": FILTERED},
        prompt_filter_results=[{"prompt_index": 0, "content_filter_results": FILTERED}],
        **USED,
    ),
    "Azure without versions": answer({**called(), "refusal": None}, "tool_calls", **USED),
    "Ollama": answer(
        {**called(index=0), "content": "", "reasoning": "They ask for {margin} by client, I think."},
        "tool_calls",
        system_fingerprint="fp_ollama",
        **USED,
    ),
    "vLLM": answer(
        {"content": WORDS, "refusal": None, "tool_calls": [], "reasoning_content": "Margin, then.", "reasoning": "Hm."},
        "stop",
        {"logprobs": None, "stop_reason": None, "token_ids": None},
        prompt_logprobs=None,
        kv_transfer_params=None,
        **USED,
    ),
    "llama.cpp": answer(
        {**called(), "reasoning_content": ""},
        "tool_calls",
        timings={"prompt_n": 2400, "predicted_n": 60, "predicted_per_second": 11.2},
        system_fingerprint="b10819-6a1a922d2",
        **USED,
    ),
    "llama-cpp-python": answer(
        {**called(), "function_call": {"name": "ProposedPlan", "arguments": WORDS}},
        "tool_calls",
        {"logprobs": None},
        **USED,
    ),
}
"""A filled-in form as each server sends it."""

ALL = tuple(OWN)


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY"):
        monkeypatch.setenv(name, f"key of {name}")


def margin(model: Model) -> bool:
    value = llm.ask_for(ProposedPlan, ASKED, Line(model)).value
    return value is not None and value.queries[0].metrics == ("margin",) and value.queries[0].by == ("client",)


def test_the_readme_has_settings_for_each_of_them() -> None:
    assert set(BLOCKS) == set(OWN)
    assert all(Model.model_validate(block).name for block in BLOCKS.values())


@pytest.mark.parametrize("name", ALL)
def test_each_server_is_asked_as_it_wants_and_read_as_it_answers(name: str) -> None:
    with serving(OWN[name]) as server:
        assert margin(model_of(name, server))

    [sent], [headers], [path] = server.sent, server.headers, server.paths
    assert not sent.get("stream")
    assert sent["temperature"] == 0
    if name == "Azure":
        deployment = BLOCKS[name]["name"]
        assert path == f"/openai/deployments/{deployment}/chat/completions?api-version={BLOCKS[name]['api_version']}"
        assert headers["api-key"] == "key of AZURE_OPENAI_API_KEY"
        assert "authorization" not in headers
    else:
        assert path == ("/openai/v1" if "Azure" in name else "/v1") + "/chat/completions"
        key = f"key of {BLOCKS[name].get('api_key_env', 'OPENAI_API_KEY')}"
        assert headers["authorization"] == f"Bearer {'none' if key == 'key of ' else key}"
    if BLOCKS[name].get("method") == "json_schema":
        assert sent["response_format"]["type"] == "json_schema"
        assert "tools" not in sent
    else:
        named = {"type": "function", "function": {"name": "ProposedPlan"}}
        assert sent["tool_choice"] == (named if BLOCKS[name].get("method") == "named_function" else "required")
        assert [one["function"]["name"] for one in sent["tools"]] == ["ProposedPlan"]


PROSE = f"Let me see.\n```json\n{WORDS}\n```\nThat is all."
OTHERWISE: Mapping[str, Turn] = {
    "the form in prose": answer({"content": PROSE}, "stop", **USED),
    "thought aloud first": answer({"content": f'<think>Perhaps {{"queries": [1]}}?\n</think>\n\n{WORDS}'}, "stop"),
    "a thought without its beginning": answer({"content": f"so {{}} it is.</think>{WORDS}"}, "stop"),
    "channels": answer({"content": f"<|channel|>analysis<|message|>{{}}<|channel|>final<|message|>{WORDS}"}, "stop"),
    "a call as text": answer(
        {"content": f'<tool_call>\n{{"name": "ProposedPlan", "arguments": {WORDS}}}\n</tool_call>'}, "stop"
    ),
    "arguments as text twice": answer({"content": json.dumps({"parameters": WORDS})}, "stop"),
    "under its name": answer({"content": json.dumps({"ProposedPlan": PLAN})}, "stop"),
    "nulls for nothing": answer(
        called(json.dumps({"queries": [{**PLAN["queries"][0], "limit": None, "where": None, "first": None}]})), "stop"
    ),
    "a call that ended as a sentence does": answer(called(), "stop"),
    "no usage": answer(called(), "tool_calls"),
    "nothing for usage": answer(called(), "tool_calls", usage=None),
    "corrected at once": answer({"content": f'{{"queries": []}} No, better: {WORDS}'}, "stop"),
}


@pytest.mark.parametrize("how", OTHERWISE)
@pytest.mark.parametrize("method", ["function_calling", "json_schema", "json_mode"])
def test_a_form_is_read_however_a_server_writes_it(how: str, method: str) -> None:
    with serving(OTHERWISE[how]) as server:
        assert margin(model_of("Ollama", server, method=method))


def test_a_limit_to_an_answer_is_told_by_the_name_a_server_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(OWN["OpenAI"]) as server:
        monkeypatch.setattr("assistant.llm_server.OPENAI", server.address)
        assert margin(Model(name="gpt-4.1", longest_answer=700, retries=0))
        assert margin(model_of("Azure", server, longest_answer=700))
        assert margin(model_of("llama.cpp", server, longest_answer=700))

    assert [one.get("max_completion_tokens") for one in server.sent] == [700, 700, None]
    assert [one.get("max_tokens") for one in server.sent] == [None, None, 700]


def test_where_only_json_is_known_the_form_stands_in_the_instructions() -> None:
    with serving(answer({"content": WORDS}, "stop")) as server:
        assert margin(model_of("vLLM", server, method="json_mode"))

    assert server.sent[0]["response_format"] == {"type": "json_object"}
    assert '"compared_with"' in server.sent[0]["messages"][0]["content"]


WINDOW = {"code": 400, "message": "request (9123 tokens) exceeds the available context size (4096 tokens)"}
OPENAI_WINDOW = {"code": "context_length_exceeded", "message": "This model's maximum context length is 8192 tokens."}


def refused(status: int, **error: object) -> Turn:
    return Turn(json.dumps({"error": {"type": "invalid_request_error", "param": None, **error}}), status)


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        (refused(400, **WINDOW), "longer than the window"),
        (refused(400, **OPENAI_WINDOW), "longer than the window"),
        (refused(500, message="Requested tokens (5012) exceed context window of 2048"), "longer than the window"),
        (refused(400, code="content_filter", message="The prompt was filtered."), "refuses the request"),
        (refused(401, code="invalid_api_key", message="Incorrect API key provided: sk-x"), "refuses the key"),
        (refused(404, message="model 'qwen3:14b' not found"), "does not know the model"),
        (fails(429), "busy"),
        (fails(503), "has an error"),
        (Turn("<html>Bad gateway</html>", 502), "has an error"),
        (Turn(says(queries=[]).body, after=1.5), "in time"),
        (Turn(OWN["OpenAI"].body, drips=0.6), "in time"),
        (answer({"content": WORDS[:30]}, "length"), "cut off"),
        (answer({"content": ""}, "content_filter"), "filter"),
        (answer({"content": WORDS}, "content_filter"), "filter"),
        (Turn("", 307, to="/v1/elsewhere"), "another address"),
        (Turn("", 302, to="http://127.0.0.1:9/v1"), "another address"),
        (Turn(OWN["OpenAI"].body + " " * 20_000_000, packed=True), "packed"),
        (Turn(OWN["OpenAI"].body + " " * 5_000_000), "too long"),
        (Turn("[" * 200_000), "no usable answer"),
        (Turn("data: {}\n\n"), "no usable answer"),
        (Turn("null"), "no usable answer"),
        (Turn(json.dumps({"error": "no"})), "no usable answer"),
    ],
)
def test_why_there_is_no_answer_is_said_in_words(turn: Turn, why: str) -> None:
    with serving(turn) as server, pytest.raises(ModelError) as raised:
        llm.ask_for(ProposedPlan, ASKED, Line(model_of("OpenAI", server, timeout=Decimal(1))))

    assert why in raised.value.why
    assert not any(letter.isdigit() for letter in raised.value.why)
    assert len(server.sent) == 1, "nothing is sent twice, or elsewhere"


EMPTY = {"content": None, "refusal": "I cannot help with that."}


@pytest.mark.parametrize(
    "message",
    [
        EMPTY,
        {"content": ""},
        {"content": None},
        {"content": "I would say 12,000."},
        {"content": "{" * 9000},
        {"content": '{"a":' * 5000},
        called('{"queries"'),
        called('{"tables": []}'),
        {"content": "<think>It goes on and on"},
        {"content": '{"queries":' + "[" * 90_000},
        called('{"queries":' + "[" * 90_000),
        called('{"queries": [{"metrics": ["margin"], "limit": {"op": ">", "value": NaN}}]}'),
        called('{"queries": [{"metrics": ["margin"], "how_many": Infinity}]}'),
    ],
)
@pytest.mark.parametrize("method", ["function_calling", "json_schema"])
def test_an_answer_that_fills_in_nothing_is_no_value_and_says_so(message: dict[str, Any], method: str) -> None:
    with serving(answer(message, "stop")) as server:
        said = llm.ask_for(ProposedPlan, ASKED, Line(model_of("vLLM", server, method=method)))

    assert said.value is None
    assert said.fault


def test_nobody_waits_longer_than_the_time_out_for_a_busy_server() -> None:
    with serving(Turn(fails(429).body, 429, retry_after="40")) as server:
        began = monotonic()
        with pytest.raises(ModelError):
            llm.ask_for(ProposedPlan, ASKED, Line(model_of("Ollama", server, timeout=Decimal(2), retries=3)))

    assert monotonic() - began < 20
    assert len(server.sent) == 1


def test_a_server_that_does_not_say_what_it_read_is_kept_within_the_budget() -> None:
    for place, used in enumerate((None, {"total_tokens": -9000}, {"total_tokens": "none"})):
        with serving(answer(called(), "tool_calls", usage=used)) as server:
            model = model_of("Ollama", server, tokens_a_day=100, name=f"one that counts nothing {place}")
            assert margin(model)
            with pytest.raises(ModelError):
                margin(model)


def parts(schema: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for one in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(one)


@pytest.mark.parametrize("form", [ProposedPlan, Wording, Summary])
@pytest.mark.parametrize("method", ["function_calling", "json_schema"])
def test_no_form_demands_what_grammars_and_strict_schemas_do_not_know(form: type[BaseModel], method: str) -> None:
    complete = method == "json_schema"
    schema = dict(described(form, complete=complete))
    known = {"type", "description", "properties", "required", "additionalProperties", "items", "anyOf", "enum"}

    whole = [one for one in parts(schema) if "type" in one and isinstance(one["type"], str)]
    assert {name for one in whole for name in one} <= known | {"title"}
    assert "$ref" not in json.dumps(schema)
    assert len(json.dumps(schema)) < 2500
    objects = [one for one in whole if one["type"] == "object"]
    assert all(one["additionalProperties"] is False for one in objects)
    assert all(not complete or set(one["required"]) == set(one["properties"]) for one in objects)
