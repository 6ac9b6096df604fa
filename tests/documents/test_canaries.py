"""Nothing a client may not read is in any document, of any format, for any client, period and role."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest

from assistant.agency.periods import Period
from assistant.agency.tables import TABLES
from assistant.agency.units import show_number
from assistant.answers.answer import Answer
from assistant.ask import answer
from assistant.documents import client_facts
from assistant.documents.client_summary import Writer
from assistant.documents.formats import FORMATS
from assistant.documents.outline import texts
from assistant.documents.scan import Finished, read
from assistant.documents.summaries import Asked, Summary, finish, summarise
from assistant.outcome import Refusal
from assistant.outcome import Withheld as HeldBack
from assistant.permissions import clients_eyes
from assistant.permissions.clients_eyes import Allowed, Whitelist, for_client
from assistant.permissions.house import House
from assistant.query import Filter, Query, Question
from tests.documents.planted_agency import NUMBERS, TODAY, WORDS, planted

pytestmark = pytest.mark.xdist_group("canaries")
"""One process works out once what is looked for."""

APRIL = Period(date(2025, 4, 1), date(2025, 4, 30), "April 2025")
TOLD_BY = {"admin": "adm@x.co", "finance": "fin@x.co", "project_manager": "pia@x.co", "account_manager": "amy@x.co"}
NEVER = (
    *("cost", "labor_cost", "expense_cost", "profit", "invoiced_profit", "tracked_hours", "non_billable_hours"),
    *("overserviced_hours", "budget_hours_used", "available_hours", "weighted_pipeline", "pipeline_value"),
)
"""What is worked out of the fields with canaries: each of these is looked for as well."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return planted(tmp_path_factory.mktemp("planted") / "house")


def summary(
    house: House, who: str = "amy@x.co", period: str = "April 2025", language: str = "en", kind: str = "summary"
) -> Summary:
    made = summarise(house, Asked("Acme Works", period, who, TODAY, language, kind))
    assert isinstance(made, Summary), made
    return made


def worked_out(house: House) -> Iterator[Fraction]:
    """The forbidden metrics of the month and to date, in all, by client, by project and by budget."""
    view = house.view_for("adm@x.co")
    asked = Question("", "adm@x.co", TODAY)
    for metric in NEVER:
        for by in ((), ("client",), ("project",), ("budget",)):
            found = answer(Query((metric,), APRIL, by=by), asked, view)
            for row in found.table.rows if isinstance(found, Answer) else ():
                yield from (one.value for one in row.figures if one is not None)
    fixed = (Filter("budget", ("b-fix",), ("Site, fixed price",)),)
    for metric in ("budget_used", "budget_remaining", "budget_used_percent"):
        found = answer(Query((metric,), Period(None, APRIL.end, "to date"), where=fixed, every_item=True), asked, view)
        assert isinstance(found, Answer)
        yield from (one.value for one in found.table.rows[0].figures if one is not None)


def spellings(number: Fraction) -> set[str]:
    """A number as it is, rounded, and in thousands, as readers of both languages write it."""
    value = abs(Decimal(number.numerator) / Decimal(number.denominator))
    scaled = [(value, (0, 1, 2)), (value / 1000, (1, 2)), (value * 100, (0, 1))]
    said = {show_number(one, locale, digits) for one, ds in scaled for digits in ds for locale in ("en", "de")}
    # What has fewer than three digits is in every text.
    return {one for one in said if len(re.sub(r"\D", "", one).lstrip("0")) >= 3} - ALLOWED


ALLOWED = {"5,000", "5.000", "100", "1,000", "1.000", "925", "250", "2,025", "2.025", "550"}
"""Numbers of the page itself: the fees, what is used of the extras, and a year."""


def said_numbers(words: tuple[str, ...]) -> set[str]:
    return set(re.findall(r"\d[\d.,]*\d|\d", " ".join(words)))


ASKED = (
    ("April 2025", "en", "summary"),
    ("April 2025", "de", "summary"),
    ("last quarter", "en", "summary"),
    ("this quarter", "en", "review"),
    ("last quarter", "de", "review"),
)
"""Of when, in which language, and which document."""


PLANTED = frozenset(Fraction(str(one)) for one in NUMBERS)
SUMS = frozenset(one + other for one, other in combinations(sorted(PLANTED), 2))


@pytest.fixture(scope="module")
def wanted(house: House) -> frozenset[str]:
    """All that no client may read, as it would be written."""
    return frozenset(one for number in (*PLANTED, *SUMS, *worked_out(house)) for one in spellings(number))


@pytest.mark.parametrize("role", TOLD_BY)
def test_no_canary_comes_out(role: str, house: House, wanted: frozenset[str]) -> None:
    looked = 0
    for period, language, kind in ASKED if role == "account_manager" else ASKED[:1]:
        made = summary(house, TOLD_BY[role], period, language, kind)
        assert any(one.figure.value for one in made.outline.numbers)
        assert not {one.figure.value for one in made.outline.numbers} & (PLANTED | SUMS)
        for form in FORMATS:
            finished = finish(made, form)
            assert isinstance(finished, Finished), finished.text
            words = read(form, finished.content).words
            text = " ".join(words).casefold()
            assert not [one for one in WORDS if one in text]
            assert (wanted & said_numbers(words)) == set(), form
            looked += len(words)
    assert looked > 100
    assert len(wanted) > 500


def test_the_canaries_are_there_for_those_who_may_see_them(house: House) -> None:
    found = answer(
        Query(("tracked_hours",), APRIL, by=("person",)), Question("", "adm@x.co", TODAY), house.view_for("adm@x.co")
    )

    assert isinstance(found, Answer)
    assert {"Ana Quillon", "Bo Ravenscar"} <= {row.labels[0] for row in found.table.rows}


@pytest.mark.parametrize("who", ["coo@x.co", "ana@x.co"])
def test_who_sees_no_prices_makes_no_summary(who: str, house: House) -> None:
    assert isinstance(summarise(house, Asked("Acme Works", "April 2025", who, TODAY)), Refusal)


def test_the_page_tells_the_fee_and_nothing_of_the_overrun(house: House) -> None:
    said = list(texts(summary(house).outline))

    assert said.count("€5,000.00") == 2  # agreed, and recognized of it
    assert "€925.00" not in said  # nine and a quarter hours; the expense comes on top
    assert "€1,175.00" in said
    assert (
        "Work charged by the hour in April 2025: 14.75 h, of which 9.25 h Concept and 5.5 h work without a service."
        in said
    )


@pytest.mark.parametrize(
    ("metric", "by", "budgets"),
    [
        ("tracked_hours", (), ()),
        ("cost", (), ()),
        ("margin", ("project",), ()),
        ("weighted_pipeline", (), ()),
        ("budget_used", ("budget",), ()),
        ("budget_used", ("budget",), ("b-fix",)),
        ("budget_used", ("project",), ("b-tm",)),
        ("billable_hours", ("person",), ("b-tm",)),
        ("billable_hours", ("service",), ("b-fix",)),
        ("absence_days", (), ()),
        ("revenue", ("budget",), ("b-tm",)),
    ],
)
def test_what_is_not_on_the_whitelist_cannot_be_asked(
    metric: str, by: tuple[str, ...], budgets: tuple[str, ...], house: House
) -> None:
    view = for_client(house.view_for("adm@x.co"), "acme", "EUR")
    where = (Filter("budget", budgets, budgets),) if budgets else ()

    found = answer(Query((metric,), APRIL, by=by, where=where, every_item=True), Question("", "adm@x.co", TODAY), view)

    assert isinstance(found, Refusal), found


def test_nothing_of_anybody_else_is_in_the_clients_eyes(house: House) -> None:
    view = for_client(house.view_for("adm@x.co"), "acme", "EUR")
    held = str({name: view.content(name).to_pylist() for name in TABLES}).casefold()

    assert "acme works" in held
    assert not [one for one in WORDS if one in held and one not in ("designer", "developer")]


def test_no_place_among_others_is_asked_for_a_client(house: House) -> None:
    seen = for_client(house.view_for("adm@x.co"), "acme", "EUR")
    invoiced = Query(("invoiced",), Period(None, date(2026, 10, 15), "to date"), by=("invoice",))

    assert seen.only is not None
    assert seen.only.permits(invoiced, ("invoiced",))
    assert not seen.only.permits(replace(invoiced, placed=Filter("invoice", ("i-1",), ("I-1",))), ("invoiced",))


def weakened(view: object, client_id: str, currency: str) -> object:
    """A whitelist that lets the use of a fixed fee through."""
    made = for_client(view, client_id, currency)  # type: ignore[arg-type]
    assert made.only is not None
    allowed = Allowed(frozenset({"budget"}), frozenset({"b-fix", "b-tm", "b-ret"}))
    loose = {**made.only.numbers, "budget_used": allowed, "budget_remaining": allowed, "budget_used_percent": allowed}
    loose["billable_hours"] = Allowed(frozenset({"budget", "service"}), allowed.budgets)
    return replace(made, only=Whitelist(loose))


def test_a_whitelist_that_lets_a_fixed_fees_use_through_is_caught_by_the_scan(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_facts, "for_client", weakened)
    monkeypatch.setattr(client_facts, "BY_HOURS", (*clients_eyes.BY_HOURS, "fixed"))
    monkeypatch.setattr(Writer, "fixed", Writer.by_hours)

    finished = finish(summary(house), "md")

    assert isinstance(finished, HeldBack)
    assert "budget used of a fixed fee" in finished.text


def test_a_whitelist_that_shows_internal_tasks_is_caught_by_the_scan(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients_eyes, "OF_VISIBLE_TASKS", ())
    steps = client_facts.Desk.steps

    def every(self: object, projects: object) -> object:
        rows = self.eyes.content("tasks").to_pylist()  # type: ignore[attr-defined]
        visible = {one["task_id"] for one in rows if not one["client_visible"]}
        found = list(steps(self, projects))  # type: ignore[arg-type]
        hidden = [one for one in rows if one["task_id"] in visible]
        return [*found, *(replace(found[-1], name=one["name"], task_id=one["task_id"]) for one in hidden)]

    monkeypatch.setattr(client_facts.Desk, "steps", every)
    made = summary(house)
    finished = finish(made, "html")

    assert "Placate chairman" in " ".join(texts(made.outline))
    assert isinstance(finished, HeldBack)
    assert "internal work" in finished.text
