"""The vectors that come with the package are those the model makes, of the words that are ours."""

import numpy as np

from assistant.embedding import embed
from assistant.embedding.known import _made, embed_known
from assistant.planning.paraphrase import own_words


def test_nearly_all_of_our_words_need_not_be_worked_out() -> None:
    """Otherwise: python -m benchmarks.paraphrases --vectors"""
    words = set(own_words())

    assert len(words - set(_made())) < len(words) / 10


def test_they_are_what_the_model_makes_of_the_same_texts() -> None:
    made = sorted(_made())[::100]

    # Another processor may add up in another order.
    assert np.allclose(embed_known(made), embed(made), atol=0.02)


def test_a_text_that_is_not_among_them_is_worked_out() -> None:
    known = min(_made())

    found = embed_known(["The ferry was late again.", known, "The ferry was late again."])

    assert (found[0] == embed(["The ferry was late again."])[0]).all()
    assert (found[0] == found[2]).all()
    assert (found[1] == embed_known([known])[0]).all()
