from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.documents import markdown, web
from assistant.documents.formats import format_named
from assistant.documents.house_style import HouseStyle, house_style
from assistant.documents.outline import Bullets, Outline, Section, Text
from assistant.errors import UsageError
from assistant.settings import Documents, Settings, settings_from
from tests.documents.pages import a_page, hours, money

STYLE = HouseStyle(agency="Harbour & Lane")


def test_a_sentence_says_its_numbers_and_leaves_other_braces_alone() -> None:
    text = Text("{used} is used of {what}; {name} knows.", {"used": money("1234.5"), "name": "{used}"})

    assert text.plain("en") == "€1,234.50 is used of {what}; {used} knows."
    assert text.plain("de") == "1.234,50 € is used of {what}; {used} knows.".replace(" €", "\N{NO-BREAK SPACE}€")
    assert len(text.numbers) == 1


def test_hours_and_counts_of_days_are_german_in_german() -> None:
    assert hours("12.5").say("de") == "12,5 Std."


def test_every_number_knows_where_it_comes_from() -> None:
    numbers = a_page().numbers

    assert len(numbers) == 13
    assert all(one.origin.rows and one.origin.verified for one in numbers)


def test_markdown_shows_names_letter_by_letter() -> None:
    page = markdown.render(a_page(), STYLE).decode()

    assert r"| Launch of \#1 \*Shop\* \| Web | 30 November 2026 | €12,340.50 | done |" in page
    assert "| **Total** |  | **€20,000.00** |  |" in page
    assert r"- Müller & Söhne \<GmbH\> has signed off." in page


def test_markdown_makes_no_list_of_a_day_and_leaves_whom_to_write_to_as_it_stands() -> None:
    assert markdown.escaped("20. Juni 2025") == r"20\. Juni 2025"
    assert markdown.escaped("3) third") == r"3\) third"
    text = Text("{name}, {email}", {"name": "it@evil.example", "email": "ana_k@x.co"})
    page = Outline("Acme", (Section("contacts", "", (Bullets((text,)),)),))

    said = markdown.render(page, STYLE).decode()
    assert r"ana\_k@x.co" in said
    assert "it@evil.example" not in said  # a name is no address to write to
    assert "it\N{WORD JOINER}@evil.example" in said


class Reader(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.fetched: list[str] = []
        self.alts: list[str] = []
        self.heads = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.fetched += [value or "" for key, value in attrs if key in {"src", "href"}]
        self.heads += tag == "th" and told.get("scope") == "col"
        if tag == "img":
            self.alts.append(told.get("alt") or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_a_web_page_fetches_nothing_and_tells_its_chart_to_those_who_cannot_see_it() -> None:
    found = read(web.render(a_page(), STYLE).decode())

    assert all(one.startswith("data:image/png;base64,") for one in found.fetched)
    assert found.alts == ["Design has used most of the budget."]
    assert found.heads == 4
    assert "Müller & Söhne <GmbH> has signed off." in "".join(found.words)


def test_only_the_preview_tells_the_rows_behind_a_number() -> None:
    assert "time_entries.csv rows 2-5" not in web.render(a_page(), STYLE).decode()
    assert "time_entries.csv rows 2-5" in web.preview(a_page(), STYLE)


def test_a_format_there_is_not_is_named_with_those_there_are() -> None:
    assert format_named(".HTML").name == "html"
    with pytest.raises(UsageError, match=r"There is no format “rtf”\. Use one of: html, pdf, docx, pptx, md"):
        format_named("rtf")


def test_the_style_comes_from_the_settings(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"a picture")
    told = settings_from('[documents]\nagency = "Harbour"\nlogo = "logo.png"\nprimary_colour = "#AA00BB"', "here")

    style = house_style(told, tmp_path)

    assert (style.agency, style.primary, style.language) == ("Harbour", "#aa00bb", "en")
    assert style.logo is not None
    assert style.logo.content == b"a picture"


@pytest.mark.parametrize(
    ("logo", "told"),
    [("logo.svg", "is no PNG or JPEG picture"), ("gone.png", "cannot be read from")],
)
def test_a_logo_that_cannot_be_used_is_one_sentence(tmp_path: Path, logo: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        house_style(Settings(documents=Documents(logo=logo)), tmp_path)


def test_a_colour_that_is_none_is_told_with_an_example() -> None:
    with pytest.raises(UsageError, match=r'sets "documents\.primary_colour" to "teal"; allowed is a colour such as'):
        settings_from('[documents]\nprimary_colour = "teal"', "workspace.toml")


def test_an_abbreviation_at_the_end_of_a_sentence_ends_it() -> None:
    assert Text("Berechnet: {hours}.", {"hours": hours("6")}).plain("de") == "Berechnet: 6 Std."
    assert Text("Charged: {hours}.", {"hours": hours("6")}).plain("en") == "Charged: 6 h."
