"""The glossary page: every metric once, in a chapter."""

from assistant.metrics.catalogue import METRICS
from assistant.metrics.glossary import SECTIONS, entries


def test_every_metric_stands_in_one_chapter_of_the_page() -> None:
    names = [str(one["name"]) for one in entries()]
    assert sorted(names) == sorted(METRICS)
    assert list(dict.fromkeys(one["section"] for one in entries())) == list(SECTIONS)


def test_one_metric_is_found_by_any_of_its_names() -> None:
    (entry,) = entries("effective hourly rate")
    assert entry["name"] == "average_billable_rate"
    assert entry["counted"] == "a ratio of sums, over a period"
