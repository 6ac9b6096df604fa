"""Turns of phrase for what something is told by: of each single one, one within the other, a row for each."""

import re

from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.planning.rewording import rewordings


def _any_of(*names: str) -> str:
    """The nouns of some dimensions, the longest first."""
    nouns = {said for name in names for said in (DIMENSIONS[name].noun, *DIMENSIONS[name].also_called)}
    several = {f"{one}s" for one in nouns if not one.endswith("s")}
    return "|".join(re.escape(one) for one in sorted(nouns | several, key=lambda one: (-len(one), one)))


_ROW = rf"(?:{_any_of(*(one for one in DIMENSIONS if one not in ('weekday', 'absence', 'ageing')))})"
_STEP = rf"(?:{_any_of(*TIME)})"
_PEOPLE = _any_of("person")
_SINGLE = r"(?:individual|single|separate|respective|distinct|particular|different)"

_EACH_SINGLE_ONE = (
    r"\b(?P<by>by|per|for each|for every|across)"
    rf"(?: (?:each|every|all|all the|which) (?<!across all )(?<!across all the )"
    rf"(?:{_SINGLE} )?| (?:the )?{_SINGLE} )(?={_ROW}\b)"
)
"""As in "revenue by individual client"; "across all projects" stays, as it may mean old ones, too."""

_OF_SINGLE_ONES = (
    rf"\b(?:for|of|on|in|from|with) (?:the |our |all |each of the )*(?:individual|single) (?P<row>{_ROW})\b"
)
_BY_SOMEBODY = rf"\b(?P<by>by|per|for each|for every|each|every) individuals?\b(?! (?:{_ROW})\b)"
_SOMEBODY_S = r"^(?P<lead>(?:what (?:is|are|was|were)|show(?: me)?|list|give me|the|our|\s)*)individual (?=[a-z])"
_THEN = (
    rf"\b(?P<by>by|per) (?P<one>{_ROW})"
    r"(?:,? (?:and )?then (?:by |per |within that by |inside that by )?|, and then by )"
    rf"(?P<other>{_ROW})\b"
)
"""As in "revenue by client, then by project": one within the other."""

_OR_OVER_TIME = rf"\bby (?P<one>{_ROW}) ?/ ?(?P<step>{_STEP})\b|\bby (?P<first>{_STEP}) ?/ ?(?P<row>{_ROW})\b"
"""As in "revenue by client/month": of two things one is when, and that is no other table."""

_WITH_TENTATIVE = (
    r"\bwith (?P<what>tentative (?:hours|time|bookings|work)) (?:of )?"
    r"(?=(?:over|above|under|below|more than|less than|at least|at most|between|greater than|exceeding)\b)"
)
"""As in "teams with tentative hours over 20": nothing is told with them, they are what is told."""
_BETWEEN_LAST = (
    r"\b(?P<with>(?:with|whose|having|has|have|had) [a-z -]{3,40}? between [\d.,]*\d and [\d.,]*\d) "
    r"(?=(?:last|this|next|previous|current) month\b)"
)
"""As in "people with hours between 10 and 20 last month": amounts, and not its 10th to 20th day."""


def _both(found: re.Match[str]) -> str:
    return f"by {found['one'] or found['first']} and {found['step'] or found['row']}"


_FOR_EACH = rf"\bfor (?:each|every)(?: one)?(?: of (?:the|our))? (?!(?:{_STEP}|{_PEOPLE})\b)(?={_ROW}\b)"
"""As in "revenue of all time for each client": "per client"; but revenue per employee is another measure."""

_FIRST = r"^(?P<lead>(?:(?:please|pls|and|now|then|also|can you|could you|let's|i want to|i'd like to),? )*)"
_ARRANGED = (
    rf"{_FIRST}(?:(?:break|slice(?: and dice)?|segment|pivot|drill|group|separate|categori[sz]e|itemi[sz]e|tabulate|"
    r"aggregate|cut|add(?= up\b)|total(?= up\b))"
    r"|split(?= (?:up|out|down|apart)\b| .* (?:up|out|down) by\b))(?: down| up| out| apart| into| together)*"
    r"(?: (?:the|our|all|all the|all our))? (?!it\b|that\b|this\b|them\b|those\b|down\b|by\b|per\b)"
    r"(?P<what>\S.*?)(?: down| up| out| apart| together)? "
    rf"(?P<by>by|per|for each|for every|across|into|according to)(?: the)? (?={_ROW}\b)"
)
"""As in "break the utilization down by team", "group hours by client": what is told, and by what."""
_IN_ORDER = rf"{_FIRST}(?:order|arrange|organi[sz]e) (?:the |our |all )*(?P<rows>{_ROW}) by (?=\S)"
"""As in "order clients by revenue"."""


def _by(found: re.Match[str]) -> str:
    return f"{found['lead']}{found['what']} {'by' if found['by'] in ('into', 'according to') else found['by']} "


TURNS = rewordings(
    (_ARRANGED, _by),
    (_IN_ORDER, r"\g<lead>sort \g<rows> by "),
    (_EACH_SINGLE_ONE, r"\g<by> "),
    (_OF_SINGLE_ONES, r"for each \g<row>"),
    (_BY_SOMEBODY, r"\g<by> person"),
    (_SOMEBODY_S, r"\g<lead>each person's "),
    (_THEN, r"\g<by> \g<one> and \g<other>"),
    (_OR_OVER_TIME, _both),
    (_BETWEEN_LAST, r"\g<with>, "),
    (_FOR_EACH, "per "),
    (_WITH_TENTATIVE, r"whose \g<what> are "),
)
