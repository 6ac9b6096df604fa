"""Words from data as words: nothing in a name or a note becomes formatting, a link, an image or HTML."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:&@^=\"'])")

_ADDRESS = re.compile(r"https?:(?=//)|\bwww(?=\.)|(?=@)", re.IGNORECASE)
"""Where Markdown as the page reads it makes links of addresses, whatever is escaped in them."""

_JOINED = "\u2060"
"""A sign that is not seen, and breaks an address."""


def plain(text: str) -> str:
    """`text` with everything Markdown could act on made harmless."""
    apart = _ADDRESS.sub(lambda found: found[0] + _JOINED, text)
    return _MARKUP.sub(r"\\\1", apart.replace("\n", " ").replace("\r", " "))
