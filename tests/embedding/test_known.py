"""What comes with the package was learnt from the examples that are in it: vectors of the model, and the weights."""

from pathlib import Path

import numpy as np

from assistant.embedding import DIMENSIONS, embed
from assistant.embedding.known import Known, known, marked, write
from benchmarks.learning import examples, learn


def test_nearly_all_examples_are_learnt_from() -> None:
    """Otherwise: python -m benchmarks.paraphrases --learn"""
    texts = {text for _, text in examples()}
    missing = {one for one in texts if marked(one) not in known().marks}

    assert len(missing) < len(texts) / 10


def test_the_vectors_are_what_the_model_makes_of_the_examples() -> None:
    owners = np.array(known().owners)
    found = [(owner, text) for owner, text in examples()[::200] if marked(text) in known().marks]
    made = embed([text for _, text in found])
    near = [float((known().vectors[owners == owner] @ one).max()) for (owner, _), one in zip(found, made, strict=True)]

    # Kept in steps of 1/127, and another processor may add up in another order.
    assert min(near) > 0.98


def test_what_is_learnt_tells_whose_an_example_is() -> None:
    places = np.argmax(known().shares(known().vectors), axis=1)
    found = [known().classes[place] for place in places]
    right = sum(one == owner for one, owner in zip(found, known().owners, strict=True))

    assert right / len(found) > 0.9


def test_the_same_is_learnt_from_the_same_examples(tmp_path: Path) -> None:
    texts = ["who is late with paying", "money that should be here", "who is ill", "days off"]
    owners = ["overdue_receivables", "overdue_receivables", "absence_days", "absence_days"]
    vectors = embed(texts)

    weights = learn(vectors, owners)
    write(texts, owners, vectors, weights, tmp_path / "known.npz")

    assert (weights == learn(vectors, owners)).all()
    assert weights.shape == (DIMENSIONS + 1, 2)
    assert (np.argmax(vectors @ weights[:-1] + weights[-1], axis=1) == [1, 1, 0, 0]).all()


def test_shares_add_up_to_one_and_a_metric_alone_is_certain() -> None:
    alone = Known(("dso",), embed(["x"]), ("dso",), np.zeros((DIMENSIONS + 1, 1), dtype=np.float32), frozenset())

    assert np.allclose(known().shares(embed(["days off", "what is the weather"])).sum(axis=1), 1, atol=1e-5)
    assert alone.shares(embed(["days off"]))[0, 0] == 1
