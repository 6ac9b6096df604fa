"""Comments that stand in the cells of a table of tasks or issues, as ClickUp and Jira export them: each is a note.

ClickUp has one column `Comments` with a list of objects (`text`, `by`, `date`), Jira a column `Comment` for each
(`date;author;text`). What the row is about gives the title, its list or project where the note belongs.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.sheet import Sheet

TITLES = ("task name", "summary", "item name", "name", "title")
IDS = ("task id", "custom task id", "issue key", "work item key", "key", "id")
PROJECTS = ("project name", "list name", "folder name/path", "folder name", "project", "board", "space name")
_LISTED = ("comments", "assigned comments")
_ONE_EACH = re.compile(r"comments?(?:#\d+)?")
_IN_PARTS = re.compile(r"(?P<date>[^;\n]{6,40});(?P<author>[^;\n]{0,80});(?P<text>.+)", re.DOTALL)
_A_LIST = re.compile(r"\s*\[\s*\{")
_NOTHING = frozenset(("", "null", "none", "[]", "{}", "n/a"))


@dataclass(frozen=True)
class Comment:
    """One comment: what it says, by whom and when as it is written there, and on what."""

    text: str
    author: str
    date: str
    title: str
    project: str
    known_as: str
    row: int


def holds_comments(header: Sequence[str]) -> bool:
    """Whether a table has comments in its cells: tasks or issues with an id, a name and such a column."""
    names = _plain(header)
    said = any(_is_of_comments(one) for one in names)
    return said and any(one in names for one in TITLES) and any(one in names for one in IDS)


def comments_in(sheet: Sheet) -> Iterator[Comment]:
    """Every comment of a table that `holds_comments`, in order, as these systems write them."""
    names = _plain(sheet.header)
    columns = [one for one in sheet.header if _is_of_comments(" ".join(one.split()).casefold())]
    title, id_, project = (next((names[one] for one in of if one in names), "") for of in (TITLES, IDS, PROJECTS))
    for at, row in enumerate(sheet.sample(len(sheet))):
        found = [one for name in columns for one in _said_in(row.get(name) or "")]
        for number, said in enumerate(found, 1):
            yield Comment(
                text=said["text"],
                author=said["author"],
                date=said["date"],
                title=_cell(row, title),
                project=_cell(row, project).strip('[]"'),
                known_as=f"{_cell(row, id_) or f'row {at + 1}'}/{number}",
                row=at + 2,
            )


def _is_of_comments(name: str) -> bool:
    return name in _LISTED or _ONE_EACH.fullmatch(name) is not None


def _said_in(cell: str) -> Iterator[dict[str, str]]:
    if cell.strip().casefold() in _NOTHING:
        return
    if _A_LIST.match(cell):
        yield from _listed(cell)
        return
    parts = _IN_PARTS.fullmatch(cell.strip())
    if parts and re.search(r"\d", parts["date"]):
        yield {name: parts[name].strip() for name in ("date", "author", "text")}


def _listed(cell: str) -> Iterator[dict[str, str]]:
    try:
        found = json.loads(cell)
    except ValueError:
        return
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and str(one.get("text") or "").strip():
            text = str(one["text"]).replace("\\n", "\n").strip()
            yield {"text": text, "author": str(one.get("by") or ""), "date": str(one.get("date") or "")}


def _cell(row: Mapping[str, str], name: str) -> str:
    said = (row.get(name) or "").strip() if name else ""
    return "" if said.casefold() in _NOTHING else said


def _plain(header: Sequence[str]) -> dict[str, str]:
    return {" ".join(one.split()).casefold(): one for one in reversed(header)}
