"""What each role sees of a small agency: rows, cells, names and row numbers."""

from pathlib import Path

import pyarrow as pa
import pytest

from assistant.agency.tables import TABLES, Sensitivity
from assistant.permissions.policy import policy
from assistant.permissions.view import LINEAGE, LOOKED_AT
from assistant.settings import Absence, Settings
from tests.agency_notation import Tables, agency
from tests.permissions.small_agency import AGENCY, USERS, ids, small_agency, view

VISIBLE = (Path(__file__).parent / "visible.txt").read_text(encoding="utf-8").splitlines()
"""One line a column: what each role sees of it; = is all of it, as the admin does, - is nothing."""


def visible(role: str, column: str) -> str:
    """What a role sees of one column, blanks left out, sorted as text."""
    table, name = column.split(".")
    cells = view(role).rows(table, (name,)).column(name).drop_null().to_pylist()
    return " ".join(sorted(str(one) for one in cells)) or "-"


@pytest.mark.parametrize("line", VISIBLE[1:], ids=lambda line: line.split()[0])
def test_each_role_sees_what_the_matrix_grants(line: str) -> None:
    roles = [cell.strip() for cell in VISIBLE[0].split("|")][1:]
    column, *cells = (cell.strip() for cell in line.split("|"))
    expected = {role: cells[-1] if cell == "=" else cell for role, cell in zip(roles, cells, strict=True)}
    assert {role: visible(role, column) for role in roles} == expected


@pytest.mark.parametrize("role", USERS)
def test_what_is_counted_with_is_what_is_seen_and_its_codes_tell_of_nothing_else(role: str) -> None:
    seen = view(role)
    for table in TABLES.values():
        for column in table.column_names:
            rows, counted = seen.rows(table.name, (column,)), seen.counted(table.name, (column, *LINEAGE))
            assert counted.to_pylist() == rows.to_pylist()
            coded = counted.column(column)
            if pa.types.is_dictionary(coded.type):
                codes = {code for chunk in coded.chunks for code in chunk.dictionary.to_pylist()}
                assert codes == set(coded.to_pylist()) - {None}


@pytest.mark.parametrize("role", USERS)
def test_no_cell_is_visible_in_a_class_without_a_grant(role: str) -> None:
    seen = view(role)
    for table in TABLES.values():
        content = seen.content(table.name)
        for column in table.columns:
            if seen.grants[column.sensitivity].scope.value == "none":
                assert content.column(column.name).null_count == content.num_rows


def test_why_someone_is_absent_is_blank_and_hides_no_absence() -> None:
    rows = view("coordinator").rows("absences", ("absence_id", "category")).to_pylist()
    assert [(row["absence_id"], row["category"]) for row in rows] == [("absence1", None), ("absence2", None)]


def test_working_elsewhere_is_no_absence_to_whom_the_reason_is_hidden() -> None:
    settings = Settings(absence=Absence(keeps_availability=("sick",)))
    seen = view("finance", settings=settings)
    assert ids(seen, "absences", "absence_id") == ["absence2", "absence3"]


def test_a_member_sees_why_they_were_away_themselves() -> None:
    assert view("member").rows("absences", ("category",)).column("category").to_pylist() == ["sick"]


def test_a_metric_of_money_takes_hours_only_from_where_the_money_is_visible() -> None:
    seen = view("project_manager")
    assert ids(seen, "time_entries", "entry_id") == ["e1", "e2", "e3", "e4", "e5"]
    of_money = seen.narrowed({Sensitivity.PRICE, Sensitivity.TIME})
    assert ids(of_money, "time_entries", "entry_id", "hours") == ["e1", "e4", "e5"]
    assert ids(of_money, "people", "person_id") == ["ana", "bo", "cy", "pat", "pia"]


def test_narrowing_changes_neither_names_nor_snapshot() -> None:
    seen = view("project_manager")
    narrowed = seen.narrowed({Sensitivity.COST})
    assert narrowed.snapshot == seen.snapshot
    assert narrowed.named("project") == seen.named("project")


def test_a_row_needs_every_column_asked_for_to_be_visible() -> None:
    assert ids(view("project_manager"), "budgets", "budget_id", "hours") == ["b-film", "b-shop", "b-site"]
    assert ids(view("project_manager"), "budgets", "budget_id", "amount") == ["b-site"]


def test_an_invoice_of_no_project_is_a_project_managers_when_all_of_the_client_is() -> None:
    """
    projects  project  client  kind    project_manager
              site     acme    client  pia@x.co
              shop     acme    client  pia@x.co
    clients   client   account_manager
              acme     amy@x.co
    invoices  invoice  client  issued_on   net  status  kind
              i3       acme    2025-03-31  300  sent    invoice
    """
    tables = agency(test_an_invoice_of_no_project_is_a_project_managers_when_all_of_the_client_is.__doc__ or "")
    assert ids(view("project_manager", tables), "invoices", "invoice_id") == ["i3"]


def test_addresses_are_compared_without_case_and_blanks() -> None:
    tables = agency(AGENCY.replace("client    pia@x.co", '"client"    "Pia@X.co "'))
    assert ids(view("project_manager", tables), "budgets", "budget_id", "amount") == ["b-site"]


def test_nobody_without_an_address_owns_what_names_nobody() -> None:
    tables = agency(AGENCY.replace("pia@x.co   Lead", "-          Lead").replace("client    pia@x.co", "client    -"))
    seen = view("project_manager", tables)
    assert ids(seen, "budgets", "budget_id", "amount") == []


def test_an_account_managers_forecast_may_look_at_the_people_on_own_work_only() -> None:
    seen = view("account_manager")
    people = seen.rows("people", ("person_id", "job_title"), ("person_id", "job_title"))
    assert people.column("person_id").to_pylist() == ["ana", "bo"]
    away = seen.rows("absences", LOOKED_AT["absences"], LOOKED_AT["absences"])
    assert away.column("person_id").to_pylist() == ["ana", "bo"]
    assert seen.rows("people", ("person_id", "team"), ("person_id", "team")).num_rows == 0


def test_what_is_looked_at_or_released_in_sums_shows_in_no_fingerprint() -> None:
    moved = agency(AGENCY.replace("2025-03-05  2025-03-05", "2025-03-05  2025-03-06"))
    assert view("account_manager", moved).snapshot == view("account_manager").snapshot
    raised = agency(AGENCY.replace("2025-01-01  50", "2025-01-01  55"))
    assert view("project_manager", raised).snapshot == view("project_manager").snapshot
    assert view("finance", raised).snapshot != view("finance").snapshot


def test_caches_are_kept_apart_by_who_looks_and_at_what_money() -> None:
    seen = view("project_manager")
    others = [view("finance"), view("project_manager", as_role=policy().role("finance"))]
    assert len({one.cache_key for one in (seen, seen.narrowed({Sensitivity.PRICE}), *others)}) == 4


def test_rows_have_their_true_numbers_where_all_are_visible_and_places_elsewhere() -> None:
    rows = {role: view(role).rows("tasks", ("task_id",)).select(LINEAGE).to_pylist() for role in USERS}
    assert rows["coordinator"] == [{"_file": "tasks.csv", "_row": 2}, {"_file": "tasks.csv", "_row": 3}]
    assert rows["account_manager"] == [{"_file": "tasks.csv", "_row": 1}]
    assert view("account_manager").rows("time_entries", ("hours",)).column("_row").to_pylist() == [1, 2, 3]


def test_what_is_released_in_sums_is_not_listed() -> None:
    seen = view("project_manager")
    assert seen.content("expenses").column("amount").to_pylist() == [1_000_000, None]
    assert seen.shown("expenses").column("amount").to_pylist() == [None, None]
    assert view("finance").shown("expenses").column("amount").to_pylist() == [1_000_000, 9_000_000]
    assert seen.shown("cost_rates").num_rows == 0


def test_two_things_of_one_name_are_told_apart_by_what_is_visible_of_them() -> None:
    """
    people    person  name        team
              jo1     "Jo King"   Design
              jo2     "Jo King"   Build
    clients   client  name        account_manager
              a       Acme        amy@x.co
              b       Acme        amy@x.co
              c       Acme        abe@x.co
    projects  project  name  client  code
              p        Site  a       S-1
              q        Site  c       S-2
              r        Site  c       S-3
    """
    tables = agency(test_two_things_of_one_name_are_told_apart_by_what_is_visible_of_them.__doc__ or "")
    everything = view("admin", tables)
    assert [one.label for one in everything.named("person")] == ["Jo King (Build)", "Jo King (Design)"]
    assert [one.label for one in everything.named("client")] == ["Acme (a)", "Acme (b)", "Acme (c)"]
    assert [one.label for one in everything.named("project")] == ["Site (S-1)", "Site (S-2)", "Site (S-3)"]
    own = view("account_manager", tables)
    assert [one.label for one in own.named("client")] == ["Acme (a)", "Acme (b)"]
    assert [one.label for one in own.named("project")] == ["Site"]


def test_no_name_an_account_manager_may_be_shown_is_of_another_managers_client() -> None:
    seen = view("account_manager")
    dimensions = ("person", "team", "client", "project", "budget", "service", "deal", "task", "owner", "stage")
    said = " ".join(
        one.label for name in (*dimensions, "project_manager", "account_manager") for one in seen.named(name)
    )
    shown = said + " ".join(str(seen.content(name).to_pylist()) for name in TABLES)
    for foreign in ("Zeta", "zeta", "Film", "film", "Cy", "abe@x.co", "Abe", "b-film", "d-zeta", "i4"):
        assert foreign not in shown


def test_a_label_is_the_name_or_else_the_id() -> None:
    assert view("admin").label("project", "film") == "Film"
    assert view("account_manager").label("project", "film") == "film"
    assert view("account_manager").label("account_manager", "amy@x.co") == "Amy"
    assert view("coordinator").label("project_manager", "pia@x.co") == "Pia"


def test_the_snapshot_is_the_same_for_the_same_content_and_another_for_another() -> None:
    assert view("member").snapshot == view("member").snapshot
    assert len({view(role).snapshot for role in USERS}) == len(USERS)


def in_slices(tables: Tables) -> Tables:
    """The same tables in pieces cut from longer ones, as a store may hand them over."""
    cut = {}
    for name, table in tables.items():
        longer = pa.concat_tables([table, table])
        cut[name] = pa.concat_tables([longer.slice(0, 1), longer.slice(1, max(table.num_rows - 1, 0))])
    return cut


@pytest.mark.parametrize("role", USERS)
def test_how_the_store_cuts_its_tables_does_not_matter(role: str) -> None:
    assert view(role, in_slices(small_agency())).snapshot == view(role).snapshot


def test_hidden_text_beneath_a_blank_cell_does_not_reach_the_snapshot() -> None:
    beneath = pa.Array.from_buffers(
        pa.string(),
        1,
        [pa.py_buffer(b"\x00"), pa.py_buffer(b"\x00\x00\x00\x00\x06\x00\x00\x00"), pa.py_buffer(b"hidden")],
    )
    tables = small_agency()
    clients = tables["clients"]
    place = clients.column_names.index("industry")
    blank = pa.concat_arrays([beneath, beneath])
    assert blank.null_count == 2
    altered = clients.set_column(place, "industry", blank)
    assert view("admin", {**tables, "clients": altered}).snapshot == view("admin", tables).snapshot


def test_blended_cost_is_the_average_over_all_known_hours() -> None:
    """e1 6 h x 41, e2 2 h x 40, e3 8 h x 50, e4 4 h x 60, e5 8 h x 50: 1,366 over 28 h."""
    settings = Settings(cost_for_project_managers="blended")
    rates = view("project_manager", settings=settings).rows("cost_rates", ("person_id", "hourly_cost", "currency"))
    assert set(rates.column("hourly_cost").to_pylist()) == {487_857}
    assert rates.column("person_id").to_pylist() == ["ana", "bo", "cy"]
    entries = view("project_manager", settings=settings).content("time_entries", ("cost_rate",))
    assert entries.column("cost_rate").null_count == 5
    assert view("finance", settings=settings).content("cost_rates").num_rows == 3


def test_blended_cost_converts_at_the_day_of_the_work_and_leaves_out_the_unknown() -> None:
    """
    people          person
                    ana
                    bo
    cost_rates      person  valid_from  hourly_cost  currency
                    ana     2025-01-01  10           USD
                    ana     2025-02-01  20           USD
                    bo      2025-03-01  99           EUR
    exchange_rates  date        currency  rate
                    2025-01-01  USD       0.5
                    2025-02-10  USD       2
    projects        project  project_manager
                    site     pia@x.co
    time_entries    person  project  date        hours  status
                    ana     site     2025-01-05  1      approved
                    ana     site     2025-02-05  1      approved
                    ana     site     2025-02-15  1      approved
                    bo      site     2025-02-15  5      approved
                    ana     site     2025-02-15  7      rejected
    """
    notation = test_blended_cost_converts_at_the_day_of_the_work_and_leaves_out_the_unknown.__doc__ or ""
    settings = Settings(cost_for_project_managers="blended")
    rates = view("project_manager", agency(notation), settings).rows("cost_rates", ("hourly_cost",))
    # (10 x 0.5 + 20 x 0.5 + 20 x 2) / 3 = 18.3333
    assert rates.column("hourly_cost").to_pylist() == [183_333, 183_333]
