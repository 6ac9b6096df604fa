"""Every metric is asked for in everyday words, and these are kept so that they can be compared."""

from assistant.metrics.catalogue import METRICS
from assistant.metrics.everyday import everyday, not_measured
from assistant.metrics.plain_words import in_plain_words


def test_every_metric_has_examples_and_every_example_a_metric() -> None:
    assert set(everyday()) <= set(METRICS)
    assert len(set(METRICS) - set(everyday())) < len(METRICS) / 20
    assert min(map(len, everyday().values())) >= 2


def test_no_question_is_an_example_of_two_metrics() -> None:
    said = [one for examples in (*everyday().values(), not_measured()) for one in set(examples)]

    assert [one for one in set(said) if said.count(one) > 1] == []


def test_what_is_not_measured_is_told_by_many_examples() -> None:
    assert len(not_measured()) >= 150


def test_many_words_for_one_thing_are_one_word() -> None:
    assert in_plain_words("Which customers cough up their bills late?") == "which clients pay their invoices late?"
    assert in_plain_words("has the pot been eaten up") == in_plain_words("has the purse been gobbled up")


def test_a_part_of_a_word_is_no_word_of_these() -> None:
    assert in_plain_words("billing of potatoes by off-cuts") == "billing of potatoes by off-cuts"
