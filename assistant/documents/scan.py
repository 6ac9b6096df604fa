"""The finished file, opened and read like a stranger would: nothing in it but what its outline says, and no leak.

The scan shares no code with the renderers but the drawing of pictures, which it holds against those it finds. It
finds all words of a file, wherever they hide: text, properties, comments, revisions, hidden text, alternative texts,
notes and hidden slides, workbooks behind charts, metadata, attachments, the file's name. Five things must hold:

    words      each stands in the outline too, so that no renderer, template or metadata adds any
    numbers    each numeral of the outline leads to a bound figure, and each figure is one a client may be told
    pictures   each is the logo, or drawn of numbers of the outline, dot for dot
    names      no other client, colleague, deal or supplier of the house is named
    topics     nothing is said of cost, margin, unpaid work, absence or sales
"""

import base64
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from assistant.answers.trace import untraced
from assistant.documents import bars, drawing
from assistant.documents.house_style import HouseStyle
from assistant.documents.never_told import Reader
from assistant.documents.numbers import Number
from assistant.documents.outline import Bars, Chart, Outline, texts
from assistant.permissions.clients_eyes import Forbidden

if TYPE_CHECKING:
    from pypdf import PdfReader

TOLD_TO_CLIENTS = frozenset(
    {
        "budget_total", "budget_used", "budget_remaining", "budget_used_percent", "retainer_balance_hours",
        "billable_hours", "revenue", "percent_complete", "invoiced", "receivables", "overdue_receivables",
        "pending_change_amount", "tasks.due_date", "tasks.done_on", "budgets.end_date", "change_requests.amount",
        "change_requests.decided_on", "change_requests.requested_on", "period", "steps", "notes.date",
    }
)  # fmt: skip
"""What a number in a client's document may be of: written down a second time, apart from what makes the document."""

NEVER_OF_FIXED = frozenset({"budget_used", "budget_remaining", "budget_used_percent", "billable_hours"})
"""What is not told of a fixed fee."""

_WORD = re.compile(r"[\w€$£¥%]+")
_HTML_PLAIN = frozenset({"style", "role", "scope", "lang", "charset", "name", "height", "width", "src", "href"})
"""Attributes that say nothing; whatever any other says is read as words."""
_HTML_CLASSES = frozenset({"page", "said", "quiet", "wide", "tile", "tiles"})
_SAYING = re.compile(r"/\*|(?<![\w-])content\s*:(?!\s*attr\()|url\(")
"""What a style can say words with."""
_NOT_TOLD = frozenset({"width=device-width, initial-scale=1", "light only"})
_HIDING = {
    "comments": re.compile(r"(^|/)comments?[\w]*\.xml$", re.IGNORECASE),
    "notes": re.compile(r"notesSlides?/notesSlide\d+\.xml$", re.IGNORECASE),
    "an embedded file": re.compile(r"(^|/)embeddings/", re.IGNORECASE),
    "a chart with a workbook": re.compile(r"(^|/)charts?/[^/]+\.xml$", re.IGNORECASE),
    "macros": re.compile(r"vbaProject", re.IGNORECASE),
    "a thumbnail": re.compile(r"thumbnail", re.IGNORECASE),
}
_PARTS = re.compile(
    r"(\[content_types\]|_rels/\.rels|docprops/(app|core)|customxml/(item\d+|itemprops\d+|_rels/item\d+\.xml)|"
    r"word/(_rels/\w+\.xml|document|footer\d+|header\d+|numbering|settings|websettings|styles|styleswitheffects|"
    r"fonttable|theme/theme\d+|comments|media/.*)|ppt/(_rels/presentation\.xml|media/.*|presentation|presprops|"
    r"viewprops|tablestyles|slides/.*|slidelayouts/.*|slidemasters/.*|theme/.*))(\.xml|\.rels)?",
    re.IGNORECASE,
)
"""The parts a file of ours has; a part of another name has no business in it."""
_NAMELESS = re.compile(r"((Picture|TextBox|Title|Table|Rectangle|Rounded Rectangle|Subtitle|Content Placeholder) \d+|"
                       r"image\.png)?")  # fmt: skip
"""What shapes are called that nobody gave a name."""
_GIVEN_NAMES = {
    **dict.fromkeys(("docPr", "cNvPr", "bookmarkStart", "cSld"), ("name",)),
    **dict.fromkeys(("alias", "tag"), ("val",)),
    "docVar": ("name", "val"),
}
"""Elements that may carry words in a name of theirs."""
_REVISED = frozenset({"ins", "del", "moveFrom", "moveTo", "vanish", "comment", "webHidden"})
_SAID_BY_OFFICE = frozenset(
    {
        "docprops/app.xml", "word/styles.xml", "word/styleswitheffects.xml", "word/fonttable.xml", "word/numbering.xml",
        "word/settings.xml", "word/websettings.xml", "[content_types].xml",
    }
)  # fmt: skip
"""Parts that hold names of styles and fonts, not words of ours; their text (none) is looked at all the same."""
_LAID_OUT = re.compile(r"ppt/(slideLayouts|slideMasters|theme|notesMasters)/|/theme/")


@dataclass(frozen=True)
class Found:
    """What a file holds: its words in stretches, and what has no business in it ("comments", "a hidden slide")."""

    words: tuple[str, ...]
    hiding: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()
    """Every picture of dots, as it stands in the file; of a PDF one empty one for each, as it keeps them otherwise."""


@dataclass(frozen=True)
class Finished:
    """A finished file: its format, its content, and what it will be called ("" where that is not known)."""

    form: str
    content: bytes
    name: str = ""


def read(form: str, content: bytes) -> Found:
    """Everything a file of this format says, anywhere."""
    return _READERS[form](content)


def leaks(finished: Finished, outline: Outline, style: HouseStyle, forbidden: Forbidden) -> tuple[str, ...]:
    """Why a file must not go to a client; empty where it may. Names are told by kind, never by name."""
    found = read(finished.form, finished.content)
    told = [*texts(outline), style.agency, style.footer, outline.language]
    problems = [f"it holds {one}" for one in dict.fromkeys(found.hiding)]
    strange = _strange(found.words, told)
    if strange:
        problems.append(f"it says words that are not of the summary ({', '.join(strange[:3])})")
    problems.extend(_pictures(finished.form, found.pictures, outline, style))
    problems.extend(_numbers(outline, forbidden))
    problems.extend(_names((*found.words, *told, *_file_words(finished.name)), forbidden))
    reader = Reader(forbidden)
    topics = (said for one in told for said in reader.never(one))
    problems.extend(f"it tells of {one.topic} (“{one.words}”)" for one in topics)
    return tuple(problems)


def _pictures(form: str, found: tuple[bytes, ...], outline: Outline, style: HouseStyle) -> Iterator[str]:
    """Pictures whose dots nobody could read here: only the house's logo and what the outline's numbers draw."""
    if not found:
        return
    known = {style.logo.content} if style.logo else set()
    if form == "pdf":
        if len(found) > len(known):
            yield "it holds a picture that is not the logo"
        return
    for block in outline.blocks:
        if isinstance(block, Bars):
            known.add(bars.png(block, style, outline.locale))
        elif isinstance(block, Chart):
            known.add(drawing.png(block, style, outline.locale))
    if not set(found) <= known:
        yield "it holds a picture that is not of the summary"


def _strange(words: Iterable[str], told: Iterable[str]) -> list[str]:
    """Words of the file that no stretch of the outline holds."""
    known = {word for one in told for word in _words(one)}
    whole = _squeezed(" ".join(told))
    # What a page breaks in two at the end of a line is whole in the outline.
    return [one for one in _words(" ".join(words)) if one not in known and _squeezed(one) not in whole]


def _words(text: str) -> list[str]:
    return _WORD.findall(_seen(text))


def _squeezed(text: str) -> str:
    return "".join(_seen(text).split())


def _seen(text: str) -> str:
    """As it is read: one form of each letter, no case, and without the marks nobody sees (a soft hyphen)."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in plain if unicodedata.category(one) != "Cf")


def _numbers(outline: Outline, forbidden: Forbidden) -> Iterator[str]:
    """Numbers that lead to nothing, or to something no client is told."""
    numbers = outline.numbers
    for one in numbers:
        if one.origin.counted_as not in TOLD_TO_CLIENTS:
            yield f"it tells {one.origin.counted_as.replace('_', ' ')}"
        if one.origin.counted_as in NEVER_OF_FIXED and forbidden.fixed & {*one.origin.of, *one.figure.where}:
            yield f"it tells {one.origin.counted_as.replace('_', ' ')} of a fixed fee"
    loose = [one for one in texts(outline) if _loose(one, outline, numbers, forbidden)]
    if loose:
        yield f"it says a number that leads nowhere (“{loose[0][:80]}”)"


def _loose(text: str, outline: Outline, numbers: tuple[Number, ...], forbidden: Forbidden) -> bool:
    names = tuple(one for one in forbidden.allowed if one in text)
    if text in forbidden.allowed or text == outline.title:
        return False
    figures = tuple(one.figure for one in numbers)
    days = [outline.made_on] if outline.made_on else []
    plain = text
    for german, english in (("Std.", "h"), ("Tage", "days"), ("Tag", "day"), ("Prozentpunkte", "percentage points")):
        plain = plain.replace(f" {german}", f" {english}")
    return bool(untraced(plain, figures, days, forbidden.labels, names, outline.locale))


def _names(words: Iterable[str], forbidden: Forbidden) -> Iterator[str]:
    """Names of the house that this client must not read; those it may are taken out first, the longest first."""
    text = " \n ".join(_plain(one) for one in words)
    for one in sorted({_plain(name).strip() for name in forbidden.allowed}, key=len, reverse=True):
        text = re.sub(rf"(?<= ){re.escape(one)}(?= )", "·", text) if one else text
    for kind, names in forbidden.names.items():
        if any(f" {_plain(name).strip()} " in text for name in names):
            yield f"it names {kind}"


def _plain(text: str) -> str:
    """Words in lower case with one space around each, so that a name is found whole and only whole."""
    return f" {' '.join(_words(text))} "


def _file_words(name: str) -> list[str]:
    return [PurePath(name).stem.replace("-", " ").replace("_", " ")] if name else []


class _Page(HTMLParser):
    """The words of a web page: text, what attributes say, and comments."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hiding: list[str] = []
        self.pictures: list[bytes] = []
        self._mute = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        said = {key: value for key, value in told.items() if key not in _HTML_PLAIN and value not in _NOT_TOLD}
        self.words += [value for key, value in said.items() if key != "class" or value not in _HTML_CLASSES]
        if _SAYING.search(told.get("style", "")):
            self.hiding.append("words in a style")
        if tag in {"script", "object", "iframe", "embed", "form", "input"}:
            self.hiding.append(f"a {tag}")
        if "display:none" in told.get("style", "").replace(" ", "") or "hidden" in told:
            self.hiding.append("hidden text")
        source = told.get("src", told.get("href", ""))
        if source and not source.startswith("data:image/"):
            self.hiding.append("a link to something outside")
        elif source:
            self.pictures.append(base64.b64decode(source.partition("base64,")[2]))
        self._mute = tag if tag == "style" else self._mute

    def handle_endtag(self, tag: str) -> None:
        self._mute = "" if tag == self._mute else self._mute

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self.words.append(data)
        elif _SAYING.search(data):
            self.hiding.append("words in a style")

    def handle_comment(self, data: str) -> None:
        self.hiding.append("a comment")
        self.words.append(data)


def _read_html(content: bytes) -> Found:
    page = _Page()
    page.feed(content.decode())
    return Found(tuple(page.words), tuple(page.hiding), tuple(page.pictures))


def _read_markdown(content: bytes) -> Found:
    text = content.decode()
    hiding = ("a comment",) if "<!--" in text else ()
    return Found((re.sub(r"\\(.)", r"\1", text).replace("---:", "").replace("---", "").replace("*", ""),), hiding)


def _read_office(content: bytes) -> Found:
    """Every part of a Word, PowerPoint or Excel file."""
    words: list[str] = []
    hiding: list[str] = []
    pictures: list[bytes] = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            hiding += [what for what, shape in _HIDING.items() if shape.search(name)]
            hiding += [] if _PARTS.fullmatch(name) or name.endswith("/") else ["a part that is none of its format's"]
            if name.endswith((".xml", ".rels")):
                root = ET.fromstring(archive.read(name))  # noqa: S314 - a file this program has just made
                words += _part_words(name, root)
                hiding += _part_hiding(name, root)
            elif name.endswith((".xlsx", ".docx", ".pptx")):
                inside = _read_office(archive.read(name))
                words += inside.words
            elif "/media/" in name:
                pictures.append(archive.read(name))
            elif not name.endswith("/"):
                hiding.append("a part that cannot be read")
    return Found(tuple(words), tuple(hiding), tuple(pictures))


def _part_words(name: str, root: ET.Element) -> Iterator[str]:
    """The text of a part, paragraph by paragraph, and what its attributes tell of pictures and links."""
    if name.lower().startswith("docprops/app") or _LAID_OUT.search(name):
        # What Office says of itself and of its own layouts; `Company` and the like would be words of ours.
        yield from (one.text or "" for one in root.iter() if _local(one) in {"Company", "Manager", "HyperlinkBase"})
        return
    if name.lower().startswith("docprops/core"):
        skipped = {"created", "modified", "revision", "lastPrinted"}
        yield from (one.text or "" for one in root.iter() if _local(one) not in skipped)
        return
    if name.lower().startswith("customxml/"):
        yield from root.itertext()
    for one in root.iter():
        local = _local(one)
        if local in _GIVEN_NAMES:
            yield from _given_names(one)
        if local == "p":
            yield "".join(text.text or "" for text in one.iter() if _local(text) in {"t", "delText", "instrText"})
        yield from (one.get(key, "") for key in ("descr", "title") if one.get(key))
        if local == "tblCaption":
            yield next(iter(one.attrib.values()), "")
        if local in {"v", "is"} and "/embeddings/" not in name:
            yield "".join(one.itertext())
        if name.endswith(".rels") and one.get("TargetMode") == "External":
            yield one.get("Target", "")


def _given_names(element: ET.Element) -> Iterator[str]:
    """What an element is called by somebody, where nobody reads it."""
    for key in _GIVEN_NAMES.get(_local(element), ()):
        said = next((value for name, value in element.attrib.items() if name.rpartition("}")[2] == key), "")
        if not _NAMELESS.fullmatch(said):
            yield said


def _part_hiding(name: str, root: ET.Element) -> Iterator[str]:
    if name.lower() in _SAID_BY_OFFICE:
        return
    for one in root.iter():
        local = _local(one)
        if local in _REVISED and "/word/" in f"/{name}":
            yield "revisions or hidden text"
        if local == "sld" and one.get("show") == "0":
            yield "a hidden slide"
        if local == "sheet" and one.get("state", "visible") != "visible":
            yield "a hidden sheet"
        if name.endswith(".rels") and one.get("TargetMode") == "External":
            yield "a link to something outside"


def _local(element: ET.Element) -> str:
    return _without_namespace(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


_PDF_PARTS = frozenset(
    {
        "/Type", "/Pages", "/Metadata", "/Lang", "/StructTreeRoot", "/MarkInfo", "/ViewerPreferences", "/Outlines",
        "/Names", "/PageLabels", "/PageMode", "/Version", "/Extensions",
    }
)  # fmt: skip
"""What the root of a PDF may have; a form, scripts or layers are none of it."""
_PDF_DAYS = frozenset({"/CreationDate", "/ModDate"})
_TOOL = re.compile(r"(Typst [\d.]+|pypdf)?")
_XMP_PLAIN = frozenset(
    {
        "CreatorTool", "part", "NPages", "format", "InstanceID", "DocumentID", "RenditionClass", "PDFVersion",
        "CreateDate", "ModifyDate", "MetadataDate",
    }
)  # fmt: skip


def _read_pdf(content: bytes) -> Found:
    """The pages, the metadata, the alternative texts and whatever is attached."""
    from pypdf import PdfReader  # noqa: PLC0415 - only PDF pays for it

    found = PdfReader(BytesIO(content))
    words = [page.extract_text() for page in found.pages]
    metadata: Mapping[str, object] = found.metadata or {}
    known, tools, days = {"/Title", "/Author", "/Subject", "/Keywords"}, {"/Creator", "/Producer"}, _PDF_DAYS
    words += [str(value) for key, value in metadata.items() if key in known]
    words += [str(value) for key, value in metadata.items() if key in tools and not _TOOL.fullmatch(str(value))]
    hiding = ["metadata of its own"] * bool(set(metadata) - known - tools - days)
    hiding += ["an attachment"] * bool(list(found.attachment_list))
    hiding += ["a part that is none of its format's"] * bool(set(found.root_object) - _PDF_PARTS)
    words += [*_described(found), *_bookmarks(found.outline)]
    hiding += ["annotations"] * any(page.get("/Annots") for page in found.pages)
    words += list(_alts(found))
    return Found(tuple(words), tuple(hiding), tuple(b"" for _ in _dots(found)))


def _described(found: "PdfReader") -> Iterator[str]:
    """What the file says of itself a second time, in its XMP packet, but for what its maker writes there."""
    packet = found.root_object.get("/Metadata")
    if packet is None:
        return
    for one in ET.fromstring(packet.get_object().get_data()).iter():  # noqa: S314 - a file this program has just made
        if _local(one) not in _XMP_PLAIN:
            yield one.text or ""


def _bookmarks(titles: Iterable[Any]) -> Iterator[str]:
    """The titles of the outline that a reader shows at the side."""
    for one in titles:
        if isinstance(one, list):
            yield from _bookmarks(one)
        else:
            yield str(one.get("/Title", ""))


def _dots(found: "PdfReader") -> Iterator[object]:
    """The pictures of dots, on the pages and in what is drawn on them."""
    from pypdf.generic import DictionaryObject  # noqa: PLC0415 - only PDF pays for it

    waiting: list[Any] = [page.get("/Resources") for page in found.pages]
    seen: set[int] = set()
    while waiting:
        held = waiting.pop()
        resources = DictionaryObject() if held is None else held.get_object()
        drawn = resources.get("/XObject", DictionaryObject()).get_object()
        for one in (drawn[key].get_object() for key in drawn):
            if id(one) in seen:
                continue
            seen.add(id(one))
            if one.get("/Subtype") == "/Image":
                yield one
            waiting.append(one.get("/Resources"))


def _alts(found: "PdfReader") -> Iterator[str]:
    """The alternative texts in the tree of tags."""
    from pypdf.generic import ArrayObject, DictionaryObject  # noqa: PLC0415 - as above

    seen: set[int] = set()
    waiting = [found.root_object.get("/StructTreeRoot")]
    while waiting:
        one = waiting.pop()
        held = one.get_object() if one is not None else None
        if held is None or id(held) in seen:
            continue
        seen.add(id(held))
        if isinstance(held, ArrayObject):
            waiting.extend(held)
        elif isinstance(held, DictionaryObject):
            yield from (str(held[key]) for key in ("/Alt", "/ActualText", "/E") if key in held)
            waiting.extend([held.get("/K")])


_READERS: Mapping[str, Callable[[bytes], Found]] = {
    "html": _read_html,
    "md": _read_markdown,
    "docx": _read_office,
    "pptx": _read_office,
    "xlsx": _read_office,
    "pdf": _read_pdf,
}
