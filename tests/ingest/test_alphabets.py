"""A text that is no UTF-8 is read in the encoding it was written in, or it is said what else it could be."""

import pytest

from ingest.alphabets import told
from ingest.encoding import decoded

WRITTEN = {
    "cp1250": (
        "Kovač, Petrović",
        "name\nŠuštar\nKovač",
        "Łukasz Wójcik; Paweł Żak",
        "Dvořák, Růžička",
        "Szűcs Győző",
        "Müller & Žnidaršič, Größe",
        "Genehmigt von Herrn Müller; Ansprechpartner: Črt Kovač",
    ),
    "iso8859-2": ("Łukasz Wójcik, Paweł Żak, Jaśmina",),
    "cp1254": ("Gülşah Yıldız, Oğuz Çağlar",),
    "mac-roman": ("Jörg Müller, André", "We don’t know the café in Zürich", "Größe, Übersicht, Änderung"),
    "cp850": ("Jörg Müller, Größe", "Café für Zürich"),
    "cp1251": ("клиент,часы\nМосква,7", "Пётр Сидоров"),
    "koi8-r": ("Москва, Иван Петров и Мария",),
    "cp866": ("Москва, Иван Петров и Мария",),
    "cp1253": ("Αθήνα, Γιώργος Παπαδόπουλος",),
    "cp1252": (
        "Müller",
        "José Muñoz, niño, Ibáñez",
        "smørrebrød på Ærø; Søren Kjær",
        "père, Genève, crème brûlée, à la façon, cœur",
        "São João, ações, não",
        "Þór Guðmundsson, Ísland",
        "perché città è più caffè",
        "“quoted” – 100 € … it’s m² at 30 °C, ©2026",
        "Renée Böhm; François Lefèvre; Søren Kjær; Núñez; Åsa Sjöberg",
        "Citroën, Noël, coöperatie, één",
    ),
}


@pytest.mark.parametrize(("encoding", "text"), [(name, one) for name, texts in WRITTEN.items() for one in texts])
def test_a_text_comes_back_as_it_was_written(encoding: str, text: str) -> None:
    found = told(text.encode(encoding))
    assert found is not None
    assert text.encode(encoding).decode(found.taken.encoding) == text


def test_it_is_said_in_what_a_file_was_read_and_what_else_it_could_be() -> None:
    sure = decoded("name\nKovač\nŠuštar".encode("cp1250"), "people.csv")
    assert sure.content.decode() == "name\nKovač\nŠuštar"
    (notice,) = sure.notices
    assert notice.startswith("people.csv is not UTF-8 and was read as Windows-1250, Central European, by its letters;")
    (doubt,) = decoded("el niño".encode("cp1252"), "a.txt", "text (UTF-8)").notices
    assert "it could be Windows-1250, Central European, too: “niño” would be “nińo”" in doubt


def test_a_long_file_is_told_in_a_moment() -> None:
    rows = "\n".join(f"{number};Kovač {number};Müller" for number in range(200_000))
    assert decoded(rows.encode("cp1250"), "a.csv").encoding == "cp1250"
