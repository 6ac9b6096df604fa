"""Every small way to break a piece of SQL: a comparison, a sign, a join, a condition, a fallback."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"(?P<comment>--[^\n]*)|(?P<string>'[^']*')|(?P<number>\b\d+\b)|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<sign><>|<=|>=|//|\|\||::|[-+*%<>=(),.])|(?P<space>\s+)|(?P<other>.)"
)

WORDS = {
    "least": "greatest",
    "greatest": "least",
    "min": "max",
    "max": "min",
    "lead": "lag",
    "TRUE": "FALSE",
    "FALSE": "TRUE",
    "OR": "AND",
    "first_day": "last_day",
    "MONTH": "DAY",
    "bool_or": "bool_and",
    "RANGE": "ROWS",
}
SIGNS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "<>", "<>": "=", "+": "-", "-": "+", "*": "+", "%": "//"}
STRINGS = {
    "'approved'": "'submitted'",
    "'rejected'": "'draft'",
    "'fixed'": "'retainer'",
    "'retainer'": "'fixed'",
    "'time_and_materials'": "'fixed'",
    "'non_billable'": "'fixed'",
    "'by_hours'": "'straight_line'",
    "'straight_line'": "'by_hours'",
    "'on_delivery'": "'by_hours'",
    "'client'": "'internal'",
    "'open'": "'won'",
    "'planned'": "'done'",
    "'on_hold'": "'archived'",
    "'A'": "'B'",
    "'B'": "'A'",
}
PHRASES = (
    ("LEFT", "JOIN"),
    ("UNION", "ALL"),
    ("IS", "NOT", "DISTINCT", "FROM"),
    ("IS", "DISTINCT", "FROM"),
    ("IS", "NOT", "NULL"),
    ("IS", "NULL"),
)
INSTEAD = {
    ("LEFT", "JOIN"): "JOIN",
    ("UNION", "ALL"): "UNION",
    ("IS", "NOT", "DISTINCT", "FROM"): "IS DISTINCT FROM",
    ("IS", "DISTINCT", "FROM"): "IS NOT DISTINCT FROM",
    ("IS", "NOT", "NULL"): "IS NULL",
    ("IS", "NULL"): "IS NOT NULL",
}
ENDS = frozenset({"AND", "OR", "WHERE", "GROUP", "ORDER", "HAVING", "UNION", "LEFT", "JOIN", "CROSS", "THEN", "WINDOW"})


@dataclass(frozen=True)
class Token:
    """A piece of the text, its place, and how many parentheses it stands in."""

    kind: str
    text: str
    start: int
    end: int
    depth: int


@dataclass(frozen=True)
class SqlFault:
    """One change of one piece of SQL."""

    line: int
    what: str
    text: str


def faults_in(text: str) -> Iterator[SqlFault]:
    """Every fault that can be planted in a piece of SQL."""
    tokens = [one for one in _tokens(text) if one.kind not in ("comment", "space")]
    for place in range(len(tokens)):
        for what, start, end, new in _changes(tokens, place):
            line = text.count("\n", 0, start) + 1
            yield SqlFault(line, what, text[:start] + new + text[end:])


def _tokens(text: str) -> Iterator[Token]:
    depth = 0
    for found in TOKEN.finditer(text):
        depth -= found.group() == ")"
        yield Token(str(found.lastgroup), found.group(), found.start(), found.end(), depth)
        depth += found.group() == "("


def _changes(tokens: list[Token], place: int) -> Iterator[tuple[str, int, int, str]]:
    one = tokens[place]
    new = _instead(one)
    if new is not None and not _is_star(tokens, place):
        yield f"{one.text} becomes {new}", one.start, one.end, new
    for words in PHRASES:
        if [token.text for token in tokens[place : place + len(words)]] == list(words):
            last = tokens[place + len(words) - 1]
            yield f"{' '.join(words)} becomes {INSTEAD[words]}", one.start, last.end, INSTEAD[words]
            break
    if one.text == "NOT" and tokens[place - 1].text != "IS":
        yield "NOT dropped", one.start, one.end, ""
    if one.text == "AND":
        yield from _conjunct(tokens, place)
    if one.text == "WHERE":
        yield from _condition(tokens, place)
    if one.text == "coalesce":
        yield from _fallback(tokens, place)


def _instead(one: Token) -> str | None:
    if one.kind == "number":
        return str(int(one.text) + 1)
    return {"word": WORDS, "sign": SIGNS, "string": STRINGS}.get(one.kind, {}).get(one.text)


def _is_star(tokens: list[Token], place: int) -> bool:
    """Whether a * means every column."""
    before = tokens[place - 1].text if place else ""
    return tokens[place].text == "*" and before in ("SELECT", ".", ",", "(")


def _conjunct(tokens: list[Token], place: int) -> Iterator[tuple[str, int, int, str]]:
    """Drop one condition of several, with its AND."""
    one = tokens[place]
    last = _last_of_condition(tokens, place)
    yield "condition dropped", one.start, last.end, ""


def _condition(tokens: list[Token], place: int) -> Iterator[tuple[str, int, int, str]]:
    """Drop the first condition after WHERE; those after it stay."""
    last = _last_of_condition(tokens, place)
    yield "condition dropped", tokens[place + 1].start, last.end, "TRUE"


def _last_of_condition(tokens: list[Token], place: int) -> Token:
    """Where the condition ends that begins after this place."""
    depth = tokens[place].depth
    for index in range(place + 1, len(tokens)):
        token = tokens[index]
        if token.depth < depth or (token.depth == depth and token.text in ENDS):
            return tokens[index - 1]
    return tokens[-1]


def _fallback(tokens: list[Token], place: int) -> Iterator[tuple[str, int, int, str]]:
    """Keep the first of the values a coalesce tries."""
    inside = tokens[place].depth + 1
    commas = (index for index in range(place + 2, len(tokens)) if tokens[index].depth == inside)
    comma = next((index for index in commas if tokens[index].text == ","), None)
    if comma is not None:
        close = next(i for i in range(comma, len(tokens)) if tokens[i].text == ")" and tokens[i].depth == inside - 1)
        yield "fallback dropped", tokens[comma].start, tokens[close].start, ""
