"""The settings of a workspace, and what is said when one is wrong."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.agency.periods import Calendar
from assistant.errors import UsageError
from assistant.settings import Settings, read_settings, settings_from


def test_without_a_file_everything_is_as_by_default(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "workspace.toml")
    assert settings == Settings()
    assert settings.currency_of_rates == "EUR"
    assert settings.full_time_week_seconds == 144_000
    assert settings.absence.keeps_availability == ("remote work", "remote")
    assert settings.utilization_metric == "billable_utilization"


def test_every_setting_can_be_said() -> None:
    settings = settings_from(
        """
        base_currency = "USD"
        default_currency = "EUR"
        timezone = "Europe/Zagreb"
        locale = "de-AT"
        fiscal_year_starts = 4
        week_starts = "Sunday"
        approval_required = true
        fixed_price_recognition = "straight_line"
        full_time_week = 38.5
        utilization = "billability"
        small_group = 5
        timesheet_threshold = 0.9
        today = 2026-10-15

        [absence]
        keeps_availability = ["Remote Work", "Conference"]

        [nouns]
        project = "production"

        [permissions]
        cost_for_project_managers = "blended"
        [permissions.freelancer]
        time = "self"

        [sources.harvest]
        path = "exports/harvest.csv"
        mode = "append"
        date_order = "dmy"
        """,
        "workspace.toml",
    )
    assert settings.calendar == Calendar(fiscal_year_starts=4, week_starts=6, month_first=False)
    assert settings.currency_of_rates == "EUR"
    assert settings.full_time_week_seconds == 138_600
    assert settings.timesheet_threshold == Decimal("0.9")
    assert settings.today == date(2026, 10, 15)
    assert settings.absence.keeps_availability == ("remote work", "conference")
    assert settings.nouns == {"project": "production"}
    assert settings.cost_for_project_managers == "blended"
    assert settings.permissions == {"freelancer": {"time": "self"}}
    assert settings.sources["harvest"].mode == "append"
    assert settings.utilization_metric == "billability"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            'base_curency = "EUR"',
            'w.toml has a setting "base_curency" that does not exist. Did you mean "base_currency"?',
        ),
        (
            "[absence]\nkeep_availability = []",
            (
                'w.toml has a setting "absence.keep_availability" that does not exist. '
                'Did you mean "keeps_availability"?'
            ),
        ),
        ("fiscal_year_starts = 13", 'w.toml sets "fiscal_year_starts" to 13; allowed is a month, 1 to 12.'),
        (
            "fiscal_year_starts = true",
            'w.toml sets "fiscal_year_starts" to true; allowed is a month, 1 to 12.',
        ),
        (
            'base_currency = "Euro"',
            'w.toml sets "base_currency" to "Euro"; allowed is an ISO 4217 code such as EUR.',
        ),
        (
            'locale = "klingon"',
            'w.toml sets "locale" to "klingon"; allowed is a locale such as en, en-GB or de-AT.',
        ),
        (
            'timezone = "Mars/Base"',
            (
                'w.toml sets "timezone" to "Mars/Base"; allowed is a name of the time zone database such as '
                "Europe/Zagreb."
            ),
        ),
        (
            '[sources.crm]\nmode = "mirror"',
            'w.toml sets "sources.crm.mode" to "mirror"; allowed is "snapshot" or "append".',
        ),
        ('approval_required = "yes"', 'w.toml sets "approval_required" to "yes"; allowed is true or false.'),
        (
            "absence = 3",
            'w.toml sets "absence" to 3; allowed is a table.',
        ),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_allowed(text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings_from(text, "w.toml")
    assert str(caught.value) == sentence


def test_a_far_fetched_key_gets_the_list_of_known_ones() -> None:
    with pytest.raises(UsageError, match="Known settings: base_currency, default_currency, timezone"):
        settings_from("zzzzqqqq = 1", "w.toml")


def test_what_is_no_toml_is_named_with_its_line() -> None:
    with pytest.raises(UsageError, match=r"w\.toml is not valid TOML: .*line 2"):
        settings_from("today = 2026-10-15\nlocale = ?\n", "w.toml")
