"""Output that cannot hold every letter (a file in Windows-1252, a terminal in ASCII) gets the nearest it can."""

import codecs
import sys
import unicodedata
from io import TextIOWrapper

HANDLER = "spelled"
SIGNS = str.maketrans(
    {
        "•": "*", "✓": "v", "…": "...", "–": "-", "—": "-", "−": "-", "→": "->", "×": "x", "·": "-", "⚠": "!",
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "€": "EUR ", "£": "GBP ", "\u00a0": " ", "\u202f": " ",
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "ı": "i",
    }
)  # fmt: skip
UPRIGHT, CROSSING = "│┃║╎", "┼╋╇╈┿╪"


def spell(text: str) -> str:
    """Letters without their marks, lines as dashes and bars, and a question mark for what has nothing near."""
    made = []
    for sign in text:
        known = sign.translate(SIGNS)
        if known == sign and "─" <= sign <= "╿":
            known = "|" if sign in UPRIGHT else "+" if sign in CROSSING else "-"
        bare = unicodedata.normalize("NFKD", known).encode("ascii", "ignore").decode()
        made.append(bare or "?")
    return "".join(made)


def _spelled(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return spell(error.object[error.start : error.end]), error.end


def spell_what_cannot_be_written() -> None:
    """Let standard output and errors take any letter, whatever they are written in."""
    codecs.register_error(HANDLER, _spelled)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=HANDLER)


def holds_every_letter() -> bool:
    """Whether standard output can take any letter as it is; a program that reads JSON wants them told apart."""
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")
