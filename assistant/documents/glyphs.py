"""The letters that the fonts of the PDF pages have; what else a name holds is shown as an empty box.

The fonts come with typst: Latin, Greek, Cyrillic and Hebrew letters and most signs are in them, emoji and the scripts
of East Asia are not. A page that lacks a letter could not be read aloud, so that typst refuses to set it at all.
"""

import re

BOX = "\u25af"
"""Stands where a letter cannot be shown."""

# Tried one by one with typst's own fonts; beyond ASCII, in hexadecimal.
_THERE = """
a0-ac ae-377 37a-37f 384-38a 38c 38e-3a1 3a3-4ff 510-513 51a-51d 531-556 559-58a 58d-58f 591-5c7 5d0-5ea 5ef-5f4
1d00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3
1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2029 202f-2040 2042 2044-2052 2054-205f 2070-2071
2074-208e 2090-209c 20a0-20c0 20d0-20f0 2100-211e 2120 2122 2124 2126-2151 2153-2184 2189 2190-23ff 2422-2423
2460-2606 2609-262f 2638-268b 2690-269c 26a0-26a7 26aa-26af 26b2 2701-2704 2706-2709 270c-2714 2717-2726
272a-274b 274d 274f-2752 2756 2758-275e 2761-277f 2794 2798-27af 27b1-2b73 2b76-2b95 2b97-2bff 2c60-2c7f
2e02-2e05 2e08-2e0a 2e17-2e18 2e1f 2e22-2e25 2e2e a640-a641 a648-a649 a656-a657 a708-a716 a71b-a727 a72d a730
a735 a765 a789-a78e a790-a791 a793 a7aa a7f8-a7f9 fb00-fb06 fb13-fb17 fb1d-fb36 fb38-fb3c fb3e fb40-fb41
fb43-fb44 fb46-fb4f fe20-fe2f fffc-fffd
"""


def shown(text: str) -> str:
    """`text` with a box for every letter that no font of the page has."""
    return text if text.isascii() else _MISSING.sub(BOX, _UNSEEN.sub("", text))


_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Signs that join, part or turn letters and are not seen themselves."""


def _class_of(ranges: str) -> str:
    ends = (one.partition("-") for one in ranges.split())
    return "".join(f"\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}" for first, _, last in ends)


_MISSING = re.compile(f"[^\\x00-\\x7f{_class_of(_THERE)}]")
