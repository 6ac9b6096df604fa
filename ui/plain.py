"""Words from data as words: nothing in a name or a note becomes formatting, a link, an image or HTML."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$~:&@^=\"'])")


def plain(text: str) -> str:
    """`text` with everything Markdown could act on made harmless."""
    return _MARKUP.sub(r"\\\1", text.replace("\n", " ").replace("\r", " "))
