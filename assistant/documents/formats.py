"""The formats a document can be had in, by name; a new one is a file and a line here."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from assistant.documents.house_style import HouseStyle
from assistant.documents.outline import Outline
from assistant.errors import UsageError


class _Renderer(Protocol):
    """What every module of a format has."""

    def render(self, outline: Outline, style: HouseStyle) -> bytes:
        """The finished file."""


@dataclass(frozen=True)
class Format:
    """One format: what files of it end in, what servers call it, and the module whose `render` writes it."""

    name: str
    title: str
    media_type: str
    module: str

    def render(self, outline: Outline, style: HouseStyle) -> bytes:
        """The finished file; the module is loaded only now, because some take a while."""
        return cast("_Renderer", import_module(f"assistant.documents.{self.module}")).render(outline, style)


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS = {
    one.name: one
    for one in (
        Format("html", "HTML", "text/html", "web"),
        Format("pdf", "PDF", "application/pdf", "pdf"),
        Format("docx", "Word", f"{_OFFICE}.wordprocessingml.document", "word"),
        Format("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", "slides"),
        Format("md", "Markdown", "text/markdown", "markdown"),
    )
}

WORKBOOK = "xlsx"
REPORT_FORMATS = {**FORMATS, WORKBOOK: Format(WORKBOOK, "Excel", f"{_OFFICE}.spreadsheetml.sheet", "workbook")}
"""A report of one's own data can be had as a workbook, too; what is sent to a client is a page."""


def format_named(name: str, among: Mapping[str, Format] = FORMATS) -> Format:
    """The format called `name` ("pdf", ".PDF"); UsageError for one there is not."""
    found = among.get(name.strip().lower().removeprefix("."))
    if found is None:
        raise UsageError(f"There is no format “{name}”. Use one of: {', '.join(among)}.")
    return found


def write_file(path: Path, content: bytes, thing: str) -> Path:
    """Write the finished file, and the folders it is to be in; UsageError where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"The {thing} cannot be written to {path} ({type(error).__name__}). Name a place that can be written to."
        ) from error
    return path
