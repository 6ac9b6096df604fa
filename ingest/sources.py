"""Where data comes from: folders and files, recognised, and read into deliveries."""

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from assistant.agency.tables import TABLES
from assistant.errors import SourceError, UsageError
from assistant.settings import FILE as SETTINGS
from assistant.settings import Settings, Source
from assistant.store.snapshots import Workspace
from ingest.connector import Canonical, Connector, Reading
from ingest.connectors import CONNECTORS
from ingest.connectors.plain import NO_NAMES, Plain, likeness, table_named
from ingest.headers import Likeness, normal
from ingest.notes.comments import holds_comments
from ingest.notes.exports import commented_in, holds_notes, notes_in
from ingest.notes.found import FOLDER as NOTES
from ingest.notes.found import Listed, is_note, listed
from ingest.notes.gathering import Read
from ingest.reading import TABLES_IN, Sheet, read_sheets

NOT_READ = (".xlsb", ".numbers", ".json", ".feather", ".gz", ".zip")
"""What people keep tables in that cannot be read."""
PACKED = (".gz", ".zip")
LISTS_SYSTEMS = (
    "`reckon sources` lists the systems whose exports can be read; anything else can be, saved as the tables of the "
    "plain format (time_entries.csv …)."
)
INSIDE = ("snapshots", "records", "index")
"""What a workspace keeps of its own, where its tables lie in it."""
_MOST_NAMED = 5
_SURE = 0.7
_SAMPLE = 20
_HALF = 0.5


@dataclass(frozen=True)
class Place:
    """One folder or file to be read; `system` and `name` are blank where the file itself must tell."""

    path: Path
    name: str = ""
    system: str = ""
    mode: str | None = None
    date_order: str | None = None
    decimal: str | None = None

    def reading(self, connector: Connector, overrides: Mapping[str, str]) -> Reading:
        """How the files of this place are read by `connector`."""
        found = Reading(self.name or connector.name, self.mode, self.date_order, self.decimal)
        return found.settled(overrides)


@dataclass(frozen=True)
class File:
    """One file of a place, as lineage will call it."""

    place: Place
    path: Path
    name: str


@dataclass(frozen=True)
class Contents:
    """What a place holds: files to read, its notes, and what is wrong or worth saying at first sight.

    `strangers` are files in formats that cannot be read.
    """

    files: tuple[File, ...] = ()
    notes: Listed | None = None
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


def places(workspace: Workspace, settings: Settings, sources: Sequence[Path]) -> tuple[Place, ...]:
    """The places named, or those of `workspace.toml`, or the workspace itself if the tables lie in it."""
    listed = {name: one for name, one in settings.sources.items() if one.path}
    known = {_resolved(workspace, one): _place(workspace, name, one) for name, one in listed.items()}
    if sources:
        return tuple(known.get(path.resolve(), Place(path)) for path in sources)
    if known:
        return tuple(known.values())
    if workspace.path.is_dir() and any(_is_a_table(path) for path in workspace.path.iterdir()):
        return (Place(workspace.path),)
    raise UsageError(
        f"There is nothing to ingest into {workspace.path}. Name a folder or file, or list [sources] in workspace.toml."
    )


def contents(place: Place) -> Contents:
    """Look into a place without reading its files."""
    if place.path.is_dir():
        try:
            return _folder(place)
        except OSError as error:
            return Contents(errors=(f"{place.path} cannot be read: {error.strerror or error}.",))
    if not place.path.exists():
        return Contents(errors=(f"{place.path} does not exist.",))
    if place.path.suffix.lower() in NOT_READ:
        return Contents(errors=(_in_another_format(place.path),))
    if is_note(place.path):
        return Contents(notes=listed(place.path, tables=False))
    return Contents(files=(File(place, place.path, shown(place.path.name)),))


@dataclass(frozen=True)
class Delivered:
    """What one file says: its tables, each in canonical rows, and what is wrong or worth saying about others in it.

    `unread` are tables that stand in the file and could not be read.
    """

    tables: tuple[Canonical, ...] = ()
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    notes: tuple[Read, ...] = ()


def deliver(file: File, overrides: Mapping[str, str], remembered: Mapping[str, Source]) -> Delivered:
    """Read one file and say it in canonical rows; SourceError when that cannot be done.

    `remembered` is what the workspace knows of each source or system. Of a workbook, a sheet that cannot be
    read does not keep the others from being read.
    """
    _refuse_odd(file)
    sheets = read_sheets(file.path, file.name, _likeness_for(file, _own_names(file, remembered)))
    notes = tuple(_notes_of(file, sheet) for sheet in sheets)
    if len(sheets) == 1 and (notes[0] or _holds_notes(file, sheets[0])):
        return Delivered(notes=notes[0], notices=sheets[0].notices)
    if len(sheets) == 1:
        canonical = _said(file, sheets[0], overrides, remembered, alone=True)
        return Delivered((canonical,), notices=sheets[0].notices)
    return _each(file, sheets, overrides, remembered)


def _holds_notes(file: File, sheet: Sheet) -> bool:
    """Whether a table is another system's notes, and none that is known otherwise."""
    known = file.place.system or table_named(file.name) or max((one for one, _ in _rated(sheet)), default=0.0) >= _SURE
    return not known and holds_notes(sheet.header)


def _notes_of(file: File, sheet: Sheet) -> tuple[Read, ...]:
    """The notes in a table that is one of notes, or has comments in its cells."""
    source = str(file.path.resolve())
    is_plain = file.place.system or table_named(file.name)
    comments = commented_in(sheet, source) if not is_plain and holds_comments(sheet.header) else ()
    return comments or (notes_in(sheet, source) if _holds_notes(file, sheet) else ())


def _each(
    file: File, sheets: Sequence[Sheet], overrides: Mapping[str, str], remembered: Mapping[str, Source]
) -> Delivered:
    tables: list[Canonical] = []
    errors: list[str] = []
    notices: list[str] = []
    unread: set[str] = set()
    notes: list[Read] = []
    for sheet in sheets:
        found = _notes_of(file, sheet)
        if found:
            notes += found
            notices += sheet.notices
            continue
        try:
            tables.append(_said(file, sheet, overrides, remembered))
            notices += sheet.notices
        except UnrecognisedError as error:
            notices.append(str(error))
        except SourceError as error:
            errors.append(str(error))
            unread.add(table_named(sheet.sheet or "") or table_named(file.name) or "")
    if not tables and not errors and not notes:
        raise _unread(file.path)
    return Delivered(tuple(tables), tuple(errors), tuple(notices), frozenset(unread), tuple(notes))


def _said(
    file: File, sheet: Sheet, overrides: Mapping[str, str], remembered: Mapping[str, Source], *, alone: bool = False
) -> Canonical:
    connector = _connector_for(file, sheet, _own_names(file, remembered), alone=alone)
    reading = file.place.reading(connector, overrides)
    return connector.to_canonical(sheet, reading.remembering(remembered.get(reading.system)))


def _own_names(file: File, remembered: Mapping[str, Source]) -> Mapping[str, tuple[str, ...]]:
    """What the agency calls the columns of its plain tables."""
    source = remembered.get(file.place.name or Plain.name)
    return source.own_names if source else NO_NAMES


def _likeness_for(file: File, names_of_its_own: Mapping[str, tuple[str, ...]]) -> Likeness:
    """How much a row looks like the header of the table the file is named after, or of any system's export."""
    own = likeness(table_named(file.name), names_of_its_own)
    known = [one for one in CONNECTORS if one.name != Plain.name]
    return lambda names: max(own(names), *(one.recognises(names, ()) for one in known))


def _resolved(workspace: Workspace, source: Source) -> Path:
    return (workspace.path / source.path).resolve()


def _place(workspace: Workspace, name: str, source: Source) -> Place:
    path = workspace.path / source.path
    return Place(path, name, source.system, source.mode, source.date_order, source.decimal)


def _folder(place: Place) -> Contents:
    found = sorted(path for path in place.path.iterdir() if not path.name.startswith((".", "~$")))
    files = tuple(File(place, path, shown(path.name)) for path in found if path.suffix.lower() in TABLES_IN)
    others = [path for path in found if path.suffix.lower() in NOT_READ and path.is_file()]
    errors = tuple(_in_another_format(path) for path in others if table_named(path.name))
    strangers = tuple(shown(path.name) for path in others if not table_named(path.name))
    notes = listed(place.path, tables=bool(files))
    beside = _passed_over(found) if files else ()
    if not files and not others and not notes.readable:
        errors = (f"{place.path} holds no tables and no notes. A table is a file such as time_entries.csv.",)
    return Contents(files, notes, errors, beside, strangers)


def _passed_over(found: Sequence[Path]) -> tuple[str, ...]:
    """A sentence for what lies beside tables, is none and no notes, so that nobody takes it for read."""
    formats = (*TABLES_IN, *NOT_READ, Path(SETTINGS).suffix)
    own = {NOTES, *INSIDE}
    names = [
        f"{shown(path.name)}/" if path.is_dir() else shown(path.name)
        for path in found
        if path.suffix.lower() not in formats and path.name not in own
    ]
    if not names:
        return ()
    return (f"Neither tables nor in the folder {NOTES}, so passed over: {_some(names)}.",)


def unread_together(names: Sequence[str]) -> tuple[str, ...]:
    """A sentence for files that nobody knows how to read, all of them in one."""
    if not names:
        return ()
    files = f"{names[0]} was" if len(names) == 1 else f"{len(names)} files were"
    it, them = ("it is", "it") if len(names) == 1 else ("they are", "them")
    which = "" if len(names) == 1 else f" ({_some(names)})"
    why = f"{files} not read: {it} not named after a table, and no system is known that writes {them}{which}."
    return (f"{why} {LISTS_SYSTEMS}",)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")


def _is_a_table(path: Path) -> bool:
    return path.suffix.lower() in TABLES_IN and table_named(path.name) is not None


def shown(name: str) -> str:
    """The name of a file as it may be printed and stored: what steers a terminal is written out."""
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in whole)


def _in_another_format(path: Path) -> str:
    stem = shown(path.stem)
    if path.suffix.lower() in PACKED:
        return f"{shown(path.name)} is packed and was not opened. Unpack it, and ingest the folder with what was in it."
    return f"{shown(path.name)} is in a format that cannot be read. Save it as {stem}.csv (CSV, UTF-8) or {stem}.xlsx."


def _unread(path: Path, sheet: Sheet | None = None) -> "UnrecognisedError":
    near = get_close_matches(normal(path.stem), list(TABLES), n=1, cutoff=0.75)
    hint = f"Did you mean {near[0]}{path.suffix}?" if near else ""
    return UnrecognisedError(shown(path.name) if sheet is None else sheet.place, hint)


def _refuse_odd(file: File) -> None:
    """Only real files, and in a folder only those that lie in it."""
    folder = file.place.path
    try:
        inside = not folder.is_dir() or file.path.resolve().is_relative_to(folder.resolve())
        mode = file.path.stat().st_mode if inside else 0
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror or error}.") from error
    except RuntimeError as error:
        raise SourceError(f"{file.name} is a link to itself. Copy the file there.") from error
    if not inside:
        raise SourceError(f"{file.name} is a link out of {folder} and was not followed. Copy the file there.")
    if not stat.S_ISREG(mode):
        raise SourceError(f"{file.name} is not a file that can be read. Replace it by a CSV file.")


def _connector_for(file: File, sheet: Sheet, own: Mapping[str, tuple[str, ...]], *, alone: bool) -> Connector:
    if file.place.system:
        return _connector_named(file.place)
    by_file = table_named(sheet.file) and (alone or likeness(table_named(sheet.file), own)(sheet.header) >= _HALF)
    if table_named(sheet.sheet or "") or (by_file and not _is_another_systems(sheet)):
        return Plain()
    rated = sorted(_rated(sheet), key=lambda pair: pair[0], reverse=True)
    if not rated or rated[0][0] < _SURE:
        raise _unread(file.path, sheet)
    if len(rated) > 1 and rated[1][0] == rated[0][0]:
        both = f"{rated[0][1].name} and {rated[1][1].name}"
        raise SourceError(f"{sheet.place} looks like an export of {both}. Say which in [sources] of workspace.toml.")
    return rated[0][1]


def _is_another_systems(sheet: Sheet) -> bool:
    """Whether a file that happens to be named after a table is an export of some system."""
    return any(score >= _SURE and connector.name != Plain.name for score, connector in _rated(sheet))


def _rated(sheet: Sheet) -> Iterator[tuple[float, Connector]]:
    sample = sheet.sample(_SAMPLE)
    for connector in CONNECTORS:
        yield connector.recognises(sheet.header, sample), connector


def _connector_named(place: Place) -> Connector:
    found = [one for one in CONNECTORS if one.name == place.system]
    if not found:
        names = ", ".join(one.name for one in CONNECTORS)
        raise SourceError(f'The source "{place.name}" names the unknown system "{place.system}"; known are {names}.')
    return found[0]


class UnrecognisedError(SourceError):
    """A file no connector knows: an error when it was named, a notice when it merely lay in the folder."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(
            f"{name} was not read: it is not named after a table, and no system is known that writes it. "
            f"{hint or LISTS_SYSTEMS}"
        )
        self.name, self.hint = name, hint
