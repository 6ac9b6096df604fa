"""Canaries in every forbidden field of an agency of many clients, looked for in every document of every one of them.

Run by hand over a larger agency than the suite's: `python -m tests.documents.leak_matrix 8`. It prints how many files
were read, how many canaries were looked for in each, and every one that came out (none is right).
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.agency.periods import Period
from assistant.answers.answer import Answer
from assistant.ask import answer
from assistant.documents.formats import FORMATS
from assistant.documents.scan import Finished, read
from assistant.documents.summaries import Asked, Summary, finish, summarise
from assistant.permissions.house import House
from assistant.query import Query, Question
from assistant.store.snapshots import Workspace
from ingest.run import ingest
from tests.agency_notation import agency
from tests.documents.test_canaries import NEVER, said_numbers, spellings
from tests.permissions import plain_folder

TODAY = date(2025, 5, 10)
AT = datetime(2025, 5, 10, 9, tzinfo=UTC)
ROLES = {"admin": "adm@x.co", "finance": "fin@x.co", "project_manager": "pia@x.co", "account_manager": "amy@x.co"}
ASKED = (
    ("April 2025", "en", "summary"),
    ("March 2025", "de", "summary"),
    ("this quarter", "en", "summary"),
    ("last quarter", "de", "review"),
)
STARTS, MIDDLES, ENDS = ("quor", "zib", "vlam", "drosk", "ymph", "thrax"), ("ela", "umo", "iru"), ("nkt", "zzo", "pfen")
FIELDS = ("person", "team", "entry", "unbilled", "waiting", "vendor", "task", "declined", "deal", "note", "draft")


def word(client: int, place: int) -> str:
    """A word that is in no language, another one for each client and field."""
    number = client * len(FIELDS) + place
    start, rest = STARTS[number % len(STARTS)], number // len(STARTS)
    middle, end = MIDDLES[rest % len(MIDDLES)], ENDS[rest // len(MIDDLES) % len(ENDS)]
    vowel = "aeiouy"[rest // 9 % 6] * (1 + rest // 54)
    return f"{start}{middle}{end}{vowel}k"


@dataclass(frozen=True)
class Planted:
    """One client of the agency, with what is planted in the fields no client may read."""

    place: int

    @property
    def name(self) -> str:
        """What the client is called."""
        return f"Client{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[self.place]} Works"

    def words(self) -> dict[str, str]:
        """The planted word of each field."""
        return {field: word(self.place, place) for place, field in enumerate(FIELDS)}

    def numbers(self) -> dict[str, str]:
        """The planted number of each field."""
        at = self.place
        return {
            "cost": f"{43 + at}.{17 + at}",
            "fixed": f"{51 + at}.{37 + at}",
            "unbilled": f"{17 + at}.{29 + at}",
            "waiting": f"{7 + at}.{83 - at}",
            "expense": f"{3917 + 211 * at}.{61 - at}",
            "committed": f"{777 + 13 * at}.{77 - at}",
            "draft": f"{6543 + 317 * at}.{21 + at}",
            "deal": f"{86753 + 1117 * at}",
            "hours": f"{617 + 31 * at}",
            "declined": f"{9797 + 101 * at}.{31 + at}",
            "estimate": f"{13 + at}.{73 - at}",
        }

    def rows(self) -> Iterator[tuple[str, str]]:
        """Its rows by table, in the notation."""
        at, w, n = self.place, self.words(), self.numbers()
        yield "people", f'p{at} "{w["person"]} Person" p{at}@x.co "{w["team"]}" Maker hr 2025-01-01'
        yield "working_hours", f"p{at} 2025-01-01 8 8 8 8 8"
        yield "absences", f"p{at} 2025-04-0{1 + at % 9} 2025-04-0{1 + at % 9} {w['team']}"
        yield "cost_rates", f"p{at} 2025-01-01 {n['cost']}"
        yield "clients", f'c{at} "{self.name}" active amy@x.co'
        yield "projects", f'j{at} "Site of {at}" c{at} client active pia@x.co'
        yield "budgets", f'f{at} j{at} "Fee of {at}" fixed 40 5000 EUR 2025-03-01 2025-06-30'
        yield "budgets", f'h{at} j{at} "Extras of {at}" time_and_materials 50 6000 EUR 2025-03-01 2025-06-30'
        yield "services", f's{at} h{at} "Concept" 50 100'
        yield "time_entries", f'ea{at} p{at} j{at} 2025-04-02 {n["fixed"]} {n["fixed"]} approved f{at} - "{w["entry"]}"'
        yield "time_entries", f"eb{at} p{at} j{at} 2025-04-03 8 6 approved h{at} s{at} -"
        yield (
            "time_entries",
            f'ec{at} p{at} j{at} 2025-04-04 {n["unbilled"]} 0 approved h{at} s{at} "{w["unbilled"]}"',
        )
        yield (
            "time_entries",
            f'ed{at} p{at} j{at} 2025-04-07 {n["waiting"]} {n["waiting"]} submitted h{at} s{at} "{w["waiting"]}"',
        )
        yield "expenses", f'j{at} 2025-04-10 travel "{w["vendor"]}" {n["expense"]} 250 approved h{at}'
        yield "expenses", f'j{at} 2025-04-11 travel "{w["vendor"]}" {n["committed"]} 0 committed h{at}'
        yield "invoices", f"ia{at} INV-{at} c{at} 2025-04-30 2025-05-30 1000 250 sent invoice j{at} h{at}"
        yield "invoices", f"ib{at} {w['draft']} c{at} 2025-04-30 2025-05-30 {n['draft']} 0 draft invoice j{at} h{at}"
        yield "deals", f'd{at} "{w["deal"]} deal" c{at} amy@x.co talk open {n["deal"]} 50 2025-06-30'
        yield "deal_roles", f"d{at} Maker {n['hours']}"
        yield "tasks", f"ta{at} j{at} Launch milestone open 2025-06-20 - - true"
        yield "tasks", f'tb{at} j{at} "Placate {w["task"]} quietly" task open 2025-04-20 - {n["estimate"]} false'
        yield "change_requests", f'j{at} "Newsletter" 2025-04-28 pending 5 450 h{at} -'
        yield (
            "change_requests",
            f'j{at} "{w["declined"]} wish" 2025-04-01 declined 99 {n["declined"]} h{at} 2025-04-02',
        )

    def notes(self) -> dict[str, str]:
        """Its notes by file: one for the house alone, one for the client."""
        hidden = self.words()["note"]
        front = f"client: {self.name}\ndate: 2025-04-15\nkind: meeting\n"
        return {
            f"in-{self.place}.md": f"---\n{front}visibility: internal\n---\nDecision: {hidden} stays quiet.\n",
            f"out-{self.place}.md": f"---\n{front}visibility: client\n---\nDecision: The launch stays in June.\n",
        }


HEADS = {
    "people": "person name email team job_title calendar start",
    "working_hours": "person valid_from mon tue wed thu fri",
    "absences": "person start end category",
    "cost_rates": "person valid_from hourly_cost",
    "clients": "client name status account_manager",
    "projects": "project name client kind status project_manager",
    "budgets": "budget project name type hours amount currency start end",
    "services": "service budget name quantity price",
    "time_entries": "entry person project date hours billable_hours status budget service note",
    "expenses": "project date category vendor amount billable_amount status budget",
    "invoices": "invoice number client issued_on due_on net tax status kind project budget",
    "deals": "deal name client owner stage status value probability expected_close",
    "deal_roles": "deal job_title hours",
    "tasks": "task project name kind status due done_on estimate client_visible",
    "change_requests": "project title requested_on status hours amount budget decided_on",
}
EVERYBODYS = """
    bill_rates     valid_from  hourly_rate  person  job_title  project
                   2025-01-01  100          -       -          -
    users          email     name         role             person
                   adm@x.co  "Ada Ito"    admin            -
                   fin@x.co  "Fin Gale"   finance          -
                   pia@x.co  "Pia Moor"   project_manager  -
                   amy@x.co  "Amy Stone"  account_manager  -
"""


def planted(clients: tuple[Planted, ...], folder: Path) -> House:
    """The agency with these clients, ingested with its notes."""
    rows: dict[str, list[str]] = {name: [] for name in HEADS}
    for one in clients:
        for table, row in one.rows():
            rows[table].append(row)
    lines = [
        f"    {name}  {head}\n" + "".join(f"        {row}\n" for row in rows[name]) for name, head in HEADS.items()
    ]
    export = plain_folder.write(agency("\n" + "".join(lines) + EVERYBODYS.lstrip("\n")), folder / "export")
    (export / "notes").mkdir()
    for one in clients:
        for name, text in one.notes().items():
            (export / "notes" / name).write_text(text)
    report = ingest(Workspace(folder / "workspace"), [export], now=AT)
    assert not report.errors, report.errors
    return House.open(folder / "workspace")


def forbidden_numbers(house: House, clients: tuple[Planted, ...]) -> set[str]:
    """Every planted number as it is, summed with others of its client, and what the forbidden metrics come to."""
    found: list[Fraction] = []
    for one in clients:
        own = [Fraction(number) for number in one.numbers().values()]
        found += [*own, *(first + second for first, second in combinations(own, 2))]
    view, asked = house.view_for(ROLES["admin"]), Question("", ROLES["admin"], TODAY)
    for period in (Period(date(2025, 4, 1), date(2025, 4, 30), "April"), Period(date(2025, 1, 1), TODAY, "so far")):
        for metric in NEVER:
            for by in ((), ("client",), ("project",), ("budget",)):
                outcome = answer(Query((metric,), period, by=by), asked, view)
                for row in outcome.table.rows if isinstance(outcome, Answer) else ():
                    found += [figure.value for figure in row.figures if figure is not None]
    return {said for number in found for said in spellings(number)}


@dataclass
class Looked:
    """What a run came to."""

    files: int = 0
    words: int = 0
    canaries: int = 0
    held: int = 0
    hits: int = 0
    told: tuple[str, ...] = ()


def run(
    house: House,
    clients: tuple[Planted, ...],
    roles: tuple[str, ...],
    forms: tuple[str, ...],
    asked: tuple[tuple[str, str, str], ...] = ASKED,
) -> Looked:
    """Every document of every client, period, role and format, read for every canary."""
    looked, numbers = Looked(), forbidden_numbers(house, clients)
    every = {one.place: set(one.words().values()) for one in clients}
    planted_words = set().union(*every.values())
    looked.canaries = len(numbers) + len(planted_words)
    for one in clients:
        others = {other.name.casefold() for other in clients if other is not one}
        for role in roles:
            for period, language, kind in asked:
                made = summarise(house, Asked(one.name, period, ROLES[role], TODAY, language, kind))
                assert isinstance(made, Summary), made.text
                own = {said for number in made.outline.numbers for said in said_numbers((number.say(language),))}
                for form in forms:
                    finished = finish(made, form)
                    if not isinstance(finished, Finished):
                        looked.held += 1
                        looked.told += (f"{one.name} {form}: {finished.text}",)
                        continue
                    told = read(form, finished.content).words
                    text = " ".join(told).casefold()
                    found = [*(w for w in planted_words | others if w in text), *((numbers - own) & said_numbers(told))]
                    looked.files, looked.words = looked.files + 1, looked.words + len(told)
                    looked.hits += len(found)
                    looked.told += tuple(f"{one.name} {role} {period} {form}: {hit}" for hit in found)
    return looked


def main() -> None:
    """A larger agency, from the command line: how many clients."""
    clients = tuple(Planted(place) for place in range(int(sys.argv[1]) if len(sys.argv) > 1 else 8))
    with TemporaryDirectory(prefix="leak-matrix-") as folder:
        looked = run(planted(clients, Path(folder)), clients, tuple(ROLES), tuple(FORMATS))
    told = f"{looked.files} files, {looked.words} stretches of words, {looked.canaries} canaries: {looked.hits} hits"
    sys.stdout.write("\n".join((told, f"{looked.held} held back", *looked.told)) + "\n")


if __name__ == "__main__":
    main()
