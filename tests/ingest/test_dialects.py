"""What a sheet of another country or program says, and what cannot be told without being asked."""

from pathlib import Path

import pytest

from tests.ingest.files import AGENCY, CLIENTS, PEOPLE, PROJECTS, TIME_ENTRIES, column, counts, held, load, rows, write

TITLED = TIME_ENTRIES.replace(TIME_ENTRIES.splitlines()[0], TIME_ENTRIES.splitlines()[0].replace("_", " ").title())
EXPENSES = "expense_id,project_id,date,category,vendor,status,amount,currency,billable_amount\n"


def expenses_of(folder: Path, *lines: str) -> Path:
    """The agency with these expenses, for which there is one project."""
    text = EXPENSES + "".join(f"{line}\n" for line in lines)
    return write(folder, {"projects": PROJECTS, "clients": CLIENTS, "people": PEOPLE, "expenses": text})


@pytest.mark.parametrize(
    ("content", "notice"),
    [
        (TITLED, None),
        (TIME_ENTRIES.replace("entry_id,person_id", "EntryId,person-id"), None),
        (TIME_ENTRIES.replace("person_id", "Pérson_ID "), None),
        (TIME_ENTRIES.replace("\n", "\r"), None),
        (f"Export,,\n\n{TIME_ENTRIES}", "time_entries.csv: 1 line above the header in row 3 passed over."),
        (
            TIME_ENTRIES.replace("status\n", "status,hours\n").replace("approved\n", "approved,9\n"),
            'time_entries.csv: the column "hours" is there twice, and the first of them was read.',
        ),
        (
            TIME_ENTRIES.replace("status\n", "status,statsu\n").replace("approved\n", "approved,9\n"),
            'time_entries.csv: the column "statsu" is not part of time_entries and was not read.',
        ),
    ],
    ids=["title case", "camel case", "accents", "old Mac", "title line", "twice", "unknown"],
)
def test_a_header_is_found_however_it_is_written(tmp_path: Path, content: str, notice: str | None) -> None:
    folder = write(tmp_path / "in", AGENCY)
    (folder / "time_entries.csv").write_bytes(content.encode())
    report = load(tmp_path / "w", folder)
    assert report.errors == ()
    assert sorted(column(tmp_path / "w", "time_entries", "hours")) == [3_600, 27_000, 28_800]
    assert [one for one in report.notices if one.startswith("time_entries")] == ([notice] if notice else [])


def test_windows_letters_are_read_and_said(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {})
    (folder / "clients.csv").write_bytes(CLIENTS.replace("Lighthouse", "Café “Müller” – 5 €").encode("cp1252"))
    report = load(tmp_path / "w", folder)
    assert rows(tmp_path / "w", "clients")[0]["name"] == "Café “Müller” – 5 €"
    assert (
        "clients.csv is not UTF-8 and was read as Windows-1252; if names look wrong, save it as CSV (UTF-8)."
        in report.notices
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_wide_letters_are_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    folder = write(tmp_path / "in", {})
    (folder / "people.csv").write_bytes(PEOPLE.encode(encoding))
    assert load(tmp_path / "w", folder).ok
    assert rows(tmp_path / "w", "people")[0]["name"] == "Ana Kovač"


def test_amounts_bring_their_currency_where_the_column_has_none(tmp_path: Path) -> None:
    folder = expenses_of(
        tmp_path / "in",
        'x1,j1,2026-03-02,Travel,Bahn,approved,"$2,850.00",,',
        "x2,j1,2026-03-02,Travel,Bahn,approved,(34.50 EUR),EUR,",
        "x3,j1,2026-03-02,Travel,Bahn,approved,$5.00,CAD,",
        "x4,j1,2026-03-02,Travel,Bahn,approved,£5.00,EUR,",
        "x5,j1,2026-03-02,Travel,Bahn,approved,5.00,,",
    )
    load(tmp_path / "w", folder)
    assert [(row["amount"], row["currency"]) for row in rows(tmp_path / "w", "expenses")] == [
        ("2850", "USD"),
        ("-34.5", "EUR"),
        ("5", "CAD"),
        ("5", "EUR"),
    ]
    assert held(tmp_path / "w", "row", "column", "value") == [(5, "amount", "£5.00")]


def test_the_other_columns_of_a_file_help_one_that_cannot_tell(tmp_path: Path) -> None:
    folder = expenses_of(tmp_path / "in", 'x1,j1,2026-03-02,Travel,Bahn,approved,"1.234",EUR,"7,50"')
    load(tmp_path / "w", folder)
    assert column(tmp_path / "w", "expenses", "amount") == [12_340_000]


def test_a_number_nothing_can_tell_is_read_in_english_and_said(tmp_path: Path) -> None:
    folder = expenses_of(tmp_path / "in", 'x1,j1,2026-03-02,Travel,Bahn,approved,"1,234",EUR,')
    report = load(tmp_path / "w", folder)
    assert column(tmp_path / "w", "expenses", "amount") == [12_340_000]
    assert (
        'expenses.csv: nothing tells what marks decimals in "amount", so "1,234" was read as 1234. '
        'If that is wrong, say --set decimal=",".'
    ) in report.notices
    load(tmp_path / "w", folder, overrides={"decimal": ","})
    assert column(tmp_path / "w", "expenses", "amount") == [12_340]


def test_a_rate_has_decimals_and_no_thousands(tmp_path: Path) -> None:
    rates = 'date,currency,rate\n2026-01-01,USD,"1,085"\n2026-02-01,USD,"0,9"\n'
    load(tmp_path / "w", write(tmp_path / "in", {"exchange_rates": rates}))
    assert [row["rate"] for row in rows(tmp_path / "w", "exchange_rates")] == ["1.085", "0.9"]


def test_another_column_of_dates_decides_for_one_that_cannot(tmp_path: Path) -> None:
    people = PEOPLE.replace("2025-01-01", "03/04/2025").replace("2026-12-31", "31/12/2026")
    load(tmp_path / "w", write(tmp_path / "in", {"people": people}))
    assert rows(tmp_path / "w", "people")[0]["start_date"] == "2025-04-03"


def test_times_are_read_as_dates_are(tmp_path: Path) -> None:
    text = TIME_ENTRIES.replace("status\n", "status,created_at\n").replace("approved\n", "approved,3/2/2026 5:30 PM\n")
    text = text.replace("2026-03-02", "3/2/2026").replace("2026-03-03", "3/23/2026")
    load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": text}))
    assert rows(tmp_path / "w", "time_entries")[0]["created_at"].startswith("2026-03-02T17:30")


@pytest.mark.parametrize(("yes", "no"), [("ja", "nein"), ("oui", "non"), ("y", "n"), ("T", "F"), ("x", "")])
def test_yes_and_no_are_understood(tmp_path: Path, yes: str, no: str) -> None:
    budgets = (
        "budget_id,project_id,name,type,start_date,end_date,hours,capped\n"
        f"b1,j1,One,fixed,,,1,{yes}\nb2,j1,Two,fixed,,,1,{no}\n"
    )
    folder = write(tmp_path / "in", {"projects": PROJECTS, "budgets": budgets})
    load(tmp_path / "w", folder)
    assert column(tmp_path / "w", "budgets", "capped") == [True, False]


def test_what_belongs_on_the_list_of_health_loads(tmp_path: Path) -> None:
    """More than 24 hours a day in all, an entry after a contract, one on an archived project, an early invoice."""
    text = (
        TIME_ENTRIES.splitlines()[0]
        + "\ne1,p1,j1,2026-03-02,20,6,approved\ne2,p1,j2,2026-03-02,20,0,approved\ne3,p2,j1,2027-03-03,8,8,submitted\n"
    )
    invoices = (
        "invoice_id,number,client_id,issued_on,due_on,net,tax,currency,status,kind,project_id\n"
        "i1,1,c1,2020-01-01,,100,20,EUR,sent,invoice,j1\n"
    )
    projects = PROJECTS.replace("client,active", "client,archived")
    folder = write(tmp_path / "in", AGENCY | {"time_entries": text, "projects": projects, "invoices": invoices})
    report = load(tmp_path / "w", folder)
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    assert counts(report, "invoices") == [1, 1, 0, 0, 0, 0]


def test_a_total_within_a_group_is_compared_with_its_group(tmp_path: Path) -> None:
    lines = TIME_ENTRIES.splitlines()
    text = [
        lines[0],
        lines[1],
        lines[2],
        "Total for Ana,,,,8.5,6,",
        lines[3],
        "Subtotal,,,,8,,",
        "Grand Total,,,,16.5,15,",
    ]
    report = load(tmp_path / "w", write(tmp_path / "in", AGENCY | {"time_entries": "\n".join(text) + "\n"}))
    assert counts(report, "time_entries") == [3, 3, 0, 0, 0, 0]
    counted, wrong = [one for one in report.notices if one.startswith("time_entries")]
    assert counted == "time_entries.csv: 3 rows hold totals (rows 4, 6, 7) and are not counted as data."
    assert wrong == (
        "time_entries.csv: row 7 gives 15 as the total of billable_hours, but the rows above add up to 14. "
        "Rows may be missing; compare the file with its source."
    )


def test_a_client_called_total_is_a_client(tmp_path: Path) -> None:
    clients = CLIENTS + "total,Total Energy,active,\n"
    load(tmp_path / "w", write(tmp_path / "in", {"clients": clients}))
    assert len(rows(tmp_path / "w", "clients")) == 2
