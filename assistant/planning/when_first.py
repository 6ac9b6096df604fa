"""A period in front of a question is said at its end, where most people say it and every turn of phrase looks for it.

Last quarter, did Design or Development bring in more revenue?
did Design or Development bring in more revenue last quarter?
"""

import re

from assistant.planning import courtesy
from assistant.planning.dates import find_periods
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.query import Turn

_LEAD = Guarded(r"(?:(?:in|for|during|over|on|throughout|within|at)(?: the)? )?", re.IGNORECASE)
_ASKS = (
    r"(?:what|who|whom|whose|which|how|why|when|where|is|are|was|were|do|does|did|has|have|had|will|can|could|should|"
    r"show|list|give|tell|compare|rank)\b"
)
_THEN = Guarded(rf"\s*[,:]\s*(?=\w)|\s+(?={_ASKS})", re.IGNORECASE)
_ASKED = Guarded(rf"{_ASKS}|top \d", re.IGNORECASE)
_SAYS_MORE = Guarded(
    r"[?!;:]|\.\s|^(?:and|or|but|by|to|not|then|also|vs|compared)\b"
    r"|\b(?:vs\.?|versus|compar\w+|against|than (?:in|the)|previous|before|earlier|ago|yoy|mom|then|since|"
    r"(?<!pending )(?<!approved )change[ds]?(?! (?:requests?|orders?|hours|amount))|"
    r"year[- ](?:on|over)[- ]year|month[- ](?:on|over)[- ]month|until|so far|to date|if|"
    r",? and (?:what|who|how|which|is|are|did))\b",
    re.IGNORECASE,
)
"""What is held against another time, or is more than one question, is left as it stands."""

_SMALL = Guarded(
    r"(?:The )?(?:Last|This|Next|Past|Previous|Current|Coming|Yesterday|Today|Tomorrow|Since|Between|From|So|Until|"
    r"Year|Month|Quarter|Week|The|As|By|Before|After)\b"
)


def at_the_end(here: Here, after: Turn | None) -> str:
    """The question with the one period it begins with at its end; any other as it is."""
    text = here.text
    if _ASKED.match(text) or not _THEN.search(text):
        return text
    found = find_periods(here.nameless, here.today, here.calendar)
    if len(found) != 1:
        return text
    start, end = found[0].span
    lead, joint = _LEAD.fullmatch(text[:start]), _THEN.match(text[end:])
    if lead is None or joint is None:
        return text
    text = f"{text[: end + joint.end()]}{courtesy.without(text[end + joint.end() :])}"
    body = text[end + joint.end() :].rstrip("?!. ")
    if len(body.split()) == 1 or _SAYS_MORE.search(body) or (after and not _ASKED.match(body)):
        return text
    when = text[start:end]
    when = when[0].lower() + when[1:] if _SMALL.match(when) else when
    said = f"{lead[0].casefold()}{when}"
    # A number right before "last month" would be a day of it.
    return f"{body}{', ' if body[-1].isdigit() else ' '}{said}{text[len(text.rstrip('?!. ')) :]}"
