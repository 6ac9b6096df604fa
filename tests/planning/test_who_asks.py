"""What depends on the asker: only what their view holds is known, suggested or meant by "my"."""

from assistant.outcome import Clarification, NoData
from assistant.query import Plan
from assistant.settings import Settings
from tests.planning.an_agency import FakeView, ask, queries

COORDINATOR = FakeView(role="coordinator")
MANAGER = FakeView(role="project_manager")
NOBODY = FakeView(role="admin", person_id=None)


def test_without_reasons_the_absence_report_is_by_person_and_month() -> None:
    assert queries("absence report for last quarter", MANAGER) == (
        "absence_days, absence_hours, absence_rate | person, month |  | 2026-07-01..2026-09-30",
    )


def test_a_reason_for_absence_is_planned_as_asked_where_reasons_are_hidden_so_that_it_is_refused() -> None:
    assert queries("who was sick last month", MANAGER) == (
        "absence_days | person | category = sick | 2026-09-01..2026-09-30",
    )


def test_a_leave_the_agency_has_no_category_for_is_no_data() -> None:
    outcome = ask("parental leave by person")

    assert isinstance(outcome, Clarification)
    assert isinstance(outcome.without, NoData)


def test_someone_who_is_no_person_in_the_data_has_no_hours_of_their_own() -> None:
    assert isinstance(ask("my hours last month", NOBODY), NoData)


def test_suggestions_are_questions_the_asker_may_ask() -> None:
    outcome = ask("what is the weather", COORDINATOR)

    assert not isinstance(outcome, Plan)
    assert outcome.suggestions == (
        "Utilization by team last month",
        "Who is overbooked next month?",
        "Capacity by team next month",
    )


def test_a_house_has_its_own_words_for_its_things() -> None:
    film = FakeView(settings=Settings(nouns={"project": "production", "client": "studio"}))

    assert queries("hours by production last month", film) == ("tracked_hours | project |  | 2026-09-01..2026-09-30",)


def test_utilization_alone_is_what_the_settings_say() -> None:
    of_tracked = FakeView(settings=Settings(utilization="billable_of_tracked"))

    assert queries("utilization by team", of_tracked) == ("billability | team |  | 2026-09-01..2026-09-30",)
    assert queries("billable utilization by team", of_tracked) == (
        "billable_utilization | team |  | 2026-09-01..2026-09-30",
    )


def test_quarters_are_fiscal() -> None:
    fiscal = FakeView(settings=Settings(fiscal_year_starts=4))

    assert queries("revenue last quarter", fiscal) == ("revenue |  |  | 2026-07-01..2026-09-30",)
    assert queries("projected revenue next year", fiscal) == ("projected_revenue |  |  | 2027-04-01..2028-03-31",)


def test_a_first_name_of_two_is_asked_back_with_visible_names_only() -> None:
    outcome = ask("hours for Ana last month")

    assert isinstance(outcome, Clarification)
    assert outcome.options == ("hours for Ana Kovač last month", "hours for Ana Silva last month")


def test_who_had_none_of_what_may_not_be_asked_is_planned_as_asked_so_that_it_is_refused() -> None:
    [query] = queries("which clients did we not invoice last month", COORDINATOR)

    assert query == "invoiced | client |  | 2026-09-01..2026-09-30"
