"""What Word and PowerPoint files share: what they tell of themselves, and that nothing of a template stays in them."""

from collections.abc import Collection, MutableMapping
from datetime import datetime
from typing import Any

from assistant.documents.house_style import HouseStyle
from assistant.documents.outline import Outline, clean

MOST_TOLD = 255
"""Letters a property of a file may have."""


def describe(told: Any, outline: Outline, style: HouseStyle) -> None:  # noqa: ANN401 - python-docx and python-pptx each have a class of their own
    """Fill in the core properties: nothing of who or what made the file but the agency."""
    told.title, told.subject = clean(outline.title)[:MOST_TOLD], clean(outline.about)[:MOST_TOLD]
    told.author = told.last_modified_by = clean(style.agency)
    told.comments = told.keywords = told.category = ""
    told.language, told.revision = outline.language, 1
    made = outline.made_on
    if made is not None:
        told.created = told.modified = datetime(made.year, made.month, made.day)


def without(rels: MutableMapping[str, Any], kinds: Collection[str]) -> None:
    """Take out what a template brings along of these kinds: a picture of itself, the settings of somebody's printer."""
    for key in [one for one, rel in rels.items() if rel.reltype.rpartition("/")[2] in kinds]:
        rels.pop(key)
