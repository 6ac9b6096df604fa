"""Follow-ups: what they do not change stays, filters above all; a choice picks one of the options."""

from datetime import date

import pytest

from assistant.outcome import Clarification, Unsupported
from assistant.query import Plan, Turn
from tests.planning.an_agency import ADMIN, ask, written


def talk(*questions: str) -> tuple[str, ...]:
    """The queries of the last of several questions, each asked after the one before."""
    turn: Turn | None = None
    said: tuple[str, ...] = ()
    for text in questions:
        outcome = ask(text, ADMIN, turn)
        if isinstance(outcome, Plan):
            said = tuple(written(one) for one in outcome.queries)
            turn = Turn(outcome, before=turn.plan if turn else None)
        else:
            options = outcome.options if isinstance(outcome, Clarification) else ()
            said, before = (f"{outcome.kind}: {outcome.text}",), turn.plan if turn else None
            turn = Turn(before, outcome.kind, options, before, unanswered=text)
    return said


def test_another_breakdown_keeps_period_and_filter() -> None:
    assert talk("utilization of Design by person last quarter", "and by month?") == (
        "billable_utilization | month | team = Design | 2026-07-01..2026-09-30",
    )


def test_showing_it_for_somebody_keeps_the_measure() -> None:
    assert talk("hours by person last month", "show me for Northwind") == (
        "tracked_hours | person | client = Northwind | 2026-09-01..2026-09-30",
    )


def test_what_the_one_on_top_cost_stands_beside_what_put_it_there() -> None:
    assert talk("margin by project last quarter", "the worst one", "what did it cost") == (
        "margin, cost | project |  | 2026-07-01..2026-09-30 | asc 1",
    )


def test_sorting_by_the_lowest_begins_with_it() -> None:
    assert talk("hours by person last month", "sort by lowest") == (
        "tracked_hours | person |  | 2026-09-01..2026-09-30 | asc",
    )


def test_another_period_keeps_breakdown_and_filter() -> None:
    assert talk("utilization by team last quarter", "only Design", "same for last year") == (
        "billable_utilization | team | team = Design | 2025-01-01..2025-12-31",
    )


def test_another_metric_keeps_breakdown_filter_and_period() -> None:
    assert talk("revenue by client this year", "without Northwind", "and margin?") == (
        "margin | client | client ≠ Northwind | 2026-01-01..2026-12-31",
    )


def test_another_metric_is_told_of_the_rows_that_were_picked() -> None:
    assert talk("people with utilization below 60% last month", "and hours?") == (
        "billable_utilization, tracked_hours | person |  | 2026-09-01..2026-09-30 | < 0.6",
    )


def test_another_metric_that_cannot_have_the_filter_says_so() -> None:
    assert talk("hours for Acme last month", "and utilization?") == (
        "unsupported: Utilization belongs to people: ask by person or team, or for hours by project.",
    )


def test_a_name_takes_the_place_of_another_of_its_kind() -> None:
    assert talk("hours for Ben in August", "what about Dora") == (
        "tracked_hours |  | person = Dora Lindqvist | 2026-08-01..2026-08-31",
    )


def test_a_pronoun_means_whom_the_question_before_named() -> None:
    assert talk("hours for Dora in August", "her utilization") == (
        "billable_utilization |  | person = Dora Lindqvist | 2026-08-01..2026-08-31",
    )


def test_a_comparison_can_be_asked_for_afterwards() -> None:
    assert talk("revenue by client last quarter", "compared to the quarter before") == (
        "revenue | client |  | 2026-07-01..2026-09-30 |  | 2026-04-01..2026-06-30",
    )


def test_a_limit_and_a_ranking_can_be_asked_for_afterwards() -> None:
    assert talk("utilization by person last month", "below 60%", "top 3") == (
        "billable_utilization | person |  | 2026-09-01..2026-09-30 | < 0.6 desc 3",
    )


def test_both_tables_of_a_question_follow() -> None:
    assert talk("utilization by person or team in Q3", "and last month?") == (
        "billable_utilization | person |  | 2026-09-01..2026-09-30",
        "billable_utilization | team |  | 2026-09-01..2026-09-30",
    )


def test_a_whole_question_stands_alone() -> None:
    assert talk("hours for Ben in August", "revenue by client last quarter") == (
        "revenue | client |  | 2026-07-01..2026-09-30",
    )


def test_a_forecast_reads_the_same_words_its_own_way() -> None:
    assert talk("revenue in March", "and projected revenue?") == ("projected_revenue |  |  | 2027-03-01..2027-03-31",)


def test_an_option_is_picked_by_place_by_number_or_by_name() -> None:
    silva = ("tracked_hours |  | person = Ana Silva | 2026-09-01..2026-09-30",)

    for choice in ("the second one", "2", "Silva", "the last one", "Ana Silva please"):
        assert talk("hours for Ana last month", choice) == silva, choice


def test_an_unknown_name_in_a_follow_up_is_not_dropped() -> None:
    assert talk("hours last month", "and for Zorro") == (
        "no_data: There is nothing called “Zorro” among what you may see.",
    )


def test_what_is_neither_question_nor_follow_up_is_unsupported() -> None:
    turn = Turn(ask("hours last month"))  # type: ignore[arg-type]

    assert isinstance(ask("thanks", ADMIN, turn), Unsupported)


def test_the_words_of_a_period_are_read_again_on_another_day() -> None:
    before = ask("hours by client last month")
    assert isinstance(before, Plan)

    later = ask("and by team", ADMIN, Turn(before), today=date(2026, 11, 2))

    assert isinstance(later, Plan)
    assert [written(one) for one in later.queries] == ["tracked_hours | team |  | 2026-10-01..2026-10-31"]


def test_a_follow_up_stays_with_what_was_known_then() -> None:
    assert talk("revenue for Q3 as known on 1 September", "by client") == (
        "revenue | client |  | 2026-07-01..2026-09-30 | known 2026-09-01",
    )


def test_another_day_of_knowledge_is_of_the_same_question() -> None:
    first = "revenue by client for Q3 as known on 1 September"
    assert talk(first, "and as known on 5 October?") == (
        "revenue | client |  | 2026-07-01..2026-09-30 | known 2026-10-05",
    )
    assert talk(first, "and as known today?") == ("revenue | client |  | 2026-07-01..2026-09-30",)


def test_as_of_beside_another_period_is_asked_back_and_each_choice_is_understood() -> None:
    assert talk("revenue for Q3 as of 15 September", "the first one") == (
        "revenue |  |  | 2026-07-01..2026-09-30 | known 2026-09-15",
    )
    assert talk("revenue for Q3 as of 15 September", "2") == ("revenue |  |  | 2026-07-01..2026-09-15",)


def test_what_is_asked_back_still_names_the_day() -> None:
    outcome = ask("revenue of Northward in August as known on 1 September")
    assert isinstance(outcome, Clarification)
    assert outcome.options
    assert all(one.rstrip("?").endswith("as known on 1 September 2026") for one in outcome.options)


def test_a_day_still_to_come_is_known_to_nobody() -> None:
    (said,) = talk("revenue in August as known on 1 December 2026")
    assert said.startswith("no_data: 1 December 2026 is still to come, so nothing was known on it.")


HOURS = "hours for Acme by person in August"


@pytest.mark.parametrize(
    ("remark", "query"),
    [
        ("forget the filter", "tracked_hours | person |  | 2026-08-01..2026-08-31"),
        ("please remove the client filter", "tracked_hours | person |  | 2026-08-01..2026-08-31"),
        ("drop the Acme Corp filter", "tracked_hours | person |  | 2026-08-01..2026-08-31"),
        ("as a chart", "tracked_hours | person | client = Acme Corp | 2026-08-01..2026-08-31"),
        ("show me the rows", "tracked_hours | person | client = Acme Corp | 2026-08-01..2026-08-31"),
        ("break it down by project", "tracked_hours | project | client = Acme Corp | 2026-08-01..2026-08-31"),
        ("over 12 hours", "tracked_hours | person | client = Acme Corp | 2026-08-01..2026-08-31 | > 12"),
        ("just the total", "tracked_hours |  | client = Acme Corp | 2026-08-01..2026-08-31"),
        ("top 5", "tracked_hours | person | client = Acme Corp | 2026-08-01..2026-08-31 | desc 5"),
        ("without internal", "tracked_hours | person | client = Acme Corp, kind ≠ internal | 2026-08-01..2026-08-31"),
        ("what about Northwind", "tracked_hours | person | client = Northwind | 2026-08-01..2026-08-31"),
    ],
)
def test_a_remark_changes_the_answer_before_and_nothing_else(remark: str, query: str) -> None:
    assert talk(HOURS, remark) == (query,)


def test_the_same_in_another_unit() -> None:
    assert talk("budget used by project", "in hours") == ("budget_hours_used | project |  | ..2026-10-15",)


def test_going_back_returns_to_the_question_before() -> None:
    assert talk(HOURS, "and by month", "go back") == talk(HOURS)


def test_a_remark_with_nothing_before_it_is_no_question() -> None:
    assert isinstance(ask("forget the filter"), Unsupported)


def test_the_others_are_all_that_the_last_filter_left_out() -> None:
    assert talk("hours of the Design team in August", "and the others?")[-1] == (
        "tracked_hours |  | team ≠ Design | 2026-08-01..2026-08-31"
    )
    assert talk("hours without contractors in August", "and the other ones")[-1] == (
        "tracked_hours |  | employment = contractor | 2026-08-01..2026-08-31"
    )


def test_what_was_taken_is_asked_after_what_is_left() -> None:
    assert talk("how much leave do I have left", "and how much have I taken this year?")[-1] == (
        "absence_days |  | person = Ana Kovač | 2026-01-01..2026-12-31"
    )


def test_a_name_of_two_kinds_is_of_the_kind_talked_about() -> None:
    assert talk("hours of the Development team in August", "what about Design?")[-1] == (
        "tracked_hours |  | team = Design | 2026-08-01..2026-08-31"
    )
