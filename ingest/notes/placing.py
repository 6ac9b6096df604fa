"""Whose a note is: as its head says, or guessed from its path or title where that is sure, and then said to be so."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa

KINDS: Mapping[str, str] = {
    "meeting": "kick-?off|meeting|minutes|steering|standup|stand-up|workshop|call|retro|retrospective|sync|interview",
    "status": "status|update|weekly|week \\d+|report|progress",
    "email": "re|fwd?|e-?mail|mail",
    "brief": "brief|briefing",
    "decision": "decisions?|decision record|adr",
}
"""The kinds a note may have, and the words in a title or a path that tell one."""

_CLIENT = frozenset(("client", "client-visible", "client visible", "external", "shared", "public", "customer", "both"))
_INTERNAL = frozenset(("internal", "private", "team", "agency", "confidential", "internal only"))
_ISO = re.compile(r"(?<!\d)(20\d\d)[-_.](0[1-9]|1[0-2])[-_.](0[1-9]|[12]\d|3[01])(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_GERMAN = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
"""Months whose first letters are others in German."""

_MONTH = "|".join(f"{one[:3]}(?:{one[3:]}|\\.)?" for one in _MONTHS if one != "may") + "|may|sept"
_MONTH += "|januar|februar|märz|mai|juni|juli|okt(?:ober)?|dez(?:ember)?"
_WORDED = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+({_MONTH})\s+(20\d\d)\b", re.IGNORECASE)
_AMERICAN = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(20\d\d)\b", re.IGNORECASE)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[.]\s?(\d{1,2})[.]\s?(20\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)")
_WORD = re.compile(r"[^\W_]+")
_ENOUGH = 2
"""A name of so many words, or a code, says for sure what a title is about; a single common word does not."""


@dataclass(frozen=True)
class Placed:
    """Where a note belongs; `guessed` are the fields its head does not state, `unknown` names that are nothing here."""

    project_id: str | None = None
    client_id: str | None = None
    date: dt.date | None = None
    kind: str | None = None
    visibility: str = "internal"
    author_id: str | None = None
    guessed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """The projects, clients and people of the agency, by all that they are called."""

    tables: Mapping[str, pa.Table]
    _kept: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def find(self, table: str, columns: Sequence[str], said: str) -> list[str]:
        """The ids of a table whose id, code, name or address is `said`, in any case."""
        known = self._kept.get(table) or self._kept.setdefault(table, self._by_name(table, columns))
        return known.get(_folded(said), [])

    def _by_name(self, table: str, columns: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._rows(table, columns):
            for name in dict.fromkeys(_folded(row[one]) for one in columns if row[one]):
                found[name].append(str(row[columns[0]]))
        return found

    def _rows(self, table: str, columns: Sequence[str]) -> list[dict[str, str | None]]:
        given = self.tables.get(table)
        rows: list[dict[str, str | None]] = given.select(list(columns)).to_pylist() if given is not None else []
        return rows

    @cached_property
    def client_of(self) -> dict[str, str | None]:
        """The client of each project."""
        return {str(one["project_id"]): one["client_id"] for one in self._rows("projects", ("project_id", "client_id"))}

    @cached_property
    def telling(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """For projects and clients, the names that are sure signs of one in a title or path, as words, with the id."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for table, columns in (("projects", PROJECT), ("clients", CLIENT)):
            named: dict[tuple[str, ...], set[str]] = defaultdict(set)
            for row in self._rows(table, columns):
                for one in columns:
                    words = _words(row[one] or "")
                    if words and (len(words) >= _ENOUGH or (one != "name" and any(map(str.isdigit, row[one] or "")))):
                        named[words].add(str(row[columns[0]]))
            found[table] = [(words, next(iter(ids))) for words, ids in named.items() if len(ids) == 1]
        return found

    def of_folder(self, path: str, table: str, columns: Sequence[str]) -> str | None:
        """The thing that a folder on the way is called after, whole."""
        found = {one for folder in path.split("/")[:-1] for one in self.find(table, columns, folder)}
        return next(iter(found)) if len(found) == 1 else None


PROJECT = ("project_id", "code", "name")
CLIENT = ("client_id", "name")
PERSON = ("person_id", "email", "name")


def placed(head: Mapping[str, str], path: str, title: str, names: Names) -> Placed:
    """Where the note at `path` belongs."""
    return _Placing(head, path, title, names).all()


@dataclass
class _Placing:
    """One note while it is placed."""

    head: Mapping[str, str]
    path: str
    title: str
    names: Names
    guessed: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def all(self) -> Placed:
        """Everything that is to be known of where it belongs."""
        project, client = self._whose()
        author = self.head.get("author", "")
        return Placed(
            project_id=project,
            client_id=client,
            date=self._when(),
            kind=self._what(),
            visibility=self._visibility(),
            author_id=next(iter(self.names.find("people", PERSON, author)), None) if author else None,
            guessed=tuple(self.guessed),
            unknown=tuple(self.unknown),
        )

    def _whose(self) -> tuple[str | None, str | None]:
        """The project and the client; a name that is nothing here is never replaced by a guess."""
        said_project, said_client = self.head.get("project", ""), self.head.get("client", "")
        clients = self.names.find("clients", CLIENT, said_client) if said_client else []
        projects = self.names.find("projects", PROJECT, said_project) if said_project else []
        if len(projects) > 1 and clients:
            projects = [one for one in projects if self.names.client_of.get(one) in clients]
        self._note_unknown("project", said_project, projects)
        self._note_unknown("client", said_client, clients)
        client = clients[0] if len(clients) == 1 else None
        if len(projects) == 1:
            return projects[0], self.names.client_of.get(projects[0])
        if said_project or self.unknown:
            return None, client
        return self._guess(client)

    def _note_unknown(self, noun: str, said: str, found: Sequence[str]) -> None:
        if said and len(found) != 1:
            self.unknown.append(f"the {noun} “{said}”")

    def _guess(self, client: str | None) -> tuple[str | None, str | None]:
        """The project or client that the path or the title names for sure."""
        of_folder, telling = self.names.of_folder, self.names.telling
        said = (self.path, self.title, self.head.get("attached to", ""))
        project = of_folder(self.path, "projects", PROJECT) or _sure(telling["projects"], *said)
        if project is not None and client in (None, self.names.client_of.get(project)):
            self.guessed.append("project")
            return project, self.names.client_of.get(project)
        if client is None:
            client = of_folder(self.path, "clients", CLIENT) or _sure(telling["clients"], *said)
            self.guessed += ["client"] if client else []
        return None, client

    def _when(self) -> dt.date | None:
        said = self.head.get("date", "")
        if said:
            days = days_in(said)
            if len(days) != 1:
                self.unknown.append(f"the date “{said}”")
            return next(iter(days)) if len(days) == 1 else None
        for text in (self.path.rpartition("/")[2], self.title, self.path):
            days = days_in(text)
            if len(days) == 1:
                self.guessed.append("date")
                return next(iter(days))
        return None

    def _what(self) -> str | None:
        said = self.head.get("kind", "").strip().casefold()
        if said:
            told = [kind for kind, words in KINDS.items() if kind == said or re.fullmatch(words, said)]
            return told[0] if told else said
        name = self.path.rpartition("/")[2].rpartition(".")[0]
        for text in (self.title, name):
            plain = " ".join(_words(text)).replace("kick off", "kickoff")
            told = [kind for kind, words in KINDS.items() if kind != "email" and re.search(rf"\b(?:{words})\b", plain)]
            if len(told) == 1:
                self.guessed.append("kind")
                return told[0]
        return None

    def _visibility(self) -> str:
        """Internal, unless it is said to be for the client too."""
        said = self.head.get("visibility", "").strip().casefold()
        if said and said not in _CLIENT | _INTERNAL:
            self.unknown.append(f"the visibility “{self.head['visibility']}”")
        return "client" if said in _CLIENT else "internal"


def _sure(telling: Iterable[tuple[tuple[str, ...], str]], *said: str) -> str | None:
    """The one thing whose name stands in the path or a title; None for several, unless one name is in the other."""
    texts = [_words(one) for one in said]
    found = {words: id_ for words, id_ in telling if any(_holds(text, words) for text in texts)}
    longest = {
        words: id_
        for words, id_ in found.items()
        if not any(words != other and _holds(other, words) for other in found)
    }
    ids = set(longest.values())
    return next(iter(ids)) if len(ids) == 1 else None


def _holds(text: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    return any(text[at : at + size] == words for at in range(len(text) - size + 1))


def days_in(text: str) -> set[dt.date]:
    """The days that stand in a text for sure: 2026-10-14, 20261014, 14 October 2026, October 14, 2026, 14.10.2026."""
    parts = [(int(one[1]), int(one[2]), int(one[3])) for pattern in (_ISO, _COMPACT) for one in pattern.finditer(text)]
    parts += [(int(one[3]), _month(one[2]), int(one[1])) for one in _WORDED.finditer(text)]
    parts += [(int(one[3]), _month(one[1]), int(one[2])) for one in _AMERICAN.finditer(text)]
    parts += [(int(one[3]), int(one[2]), int(one[1])) for one in _DOTTED.finditer(text)]
    slashed = [(int(one[3]), int(one[1]), int(one[2])) for one in _SLASHED.finditer(text)]
    # Which is the day is known where only one can be, or where both are the same.
    parts += [(year, min(one, other), max(one, other)) for year, one, other in slashed if _is_sure(one, other)]
    found = set()
    for year, month, day in parts:
        try:
            found.add(dt.date(year, month, day))
        except ValueError:
            continue
    return found


def _is_sure(one: int, other: int) -> bool:
    return one == other or (min(one, other) <= _MOST_MONTHS < max(one, other))


_MOST_MONTHS = 12


def _month(name: str) -> int:
    first = name[:3].lower()
    return next(at for at, one in enumerate(_MONTHS, 1) if one.startswith(_GERMAN.get(first, first)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _folded(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
