"""Turns of phrase about lists, sets and people: "the five biggest expenses", "our 3 most expensive people"."""

import re

from assistant.planning.rewording import rewordings
from assistant.planning.words import NUMBERS

_NUMBER = "|".join(one for one, value in NUMBERS.items() if value > 1 and " " not in one)
_END = r"biggest|largest|smallest|highest|lowest|longest|shortest|top|bottom|priciest|costliest|cheapest|(?:most|least) expensive"

_COUNTED_FIRST = rf"\b(?P<count>{_NUMBER}|\d{{1,3}}) (?P<end>{_END}) (?=[a-z])(?!(?:invoices|bills)\b)"
"""As in "the five biggest expenses": the biggest 5 expenses."""


def _the_end_first(found: re.Match[str]) -> str:
    said = found["count"].casefold()
    return f"{found['end']} {NUMBERS.get(said, said)} "


_NOT_OVER = r"(?:\bnot|(?<=\w)n['\u2019]t) (?:yet )?over (?:the |their |its )?budget\b"
_NOT_ON_TRACK = r"(?:\bnot|(?<=\w)n['\u2019]t) on track\b(?! (?:for|to|with)\b)"

_HIT = r"\bhit(?:s|ting)? (?:the )?(?=\d)"
_DEALS_BY_VALUE = r"\b(?P<what>deals?|opportunit(?:y|ies)) (?P<by>by|ranked by|sorted by) (?:their )?(?:value|size|amount)\b(?! (?:won|lost)\b)"

_THINGS = r"(?:projects|clients|customers|accounts|people|teams|services|jobs|matters|engagements|productions)"
_SEVERAL = rf"\b(?P<joint>on|for|with|at|to|across|serve|served|have|has|had) (?:multiple|several|two or more|more than one)(?: different| separate)? (?P<what>{_THINGS})\b"
_DIFFERENT = rf"\b(?P<count>\d+|{_NUMBER}|one) (?:different|distinct|separate) (?P<what>{_THINGS})\b"
_SINGLE = r"\b(?:only |just )?(?:one single|a single|one|1) (?P<what>project|client|customer|account|person|team|job|matter|engagement|production)(?: only| alone)\b"
_A_SINGLE = r"\b(?P<joint>on|for|with|to) (?:just |only )?a single (?P<what>project|client|customer|account|person|team|job|matter|engagement|production)\b"

_EACH_END = (
    r"\b(?:(?:at|as of|as at|on|for|per) )?(?:the )?(?:end|close) of (?:each|every) (?P<unit>month|quarter|week|year)\b"
)
_MONTH_ENDS = (
    r"\b(?:(?:at|as of|as at|on|for|per) )?(?:each|every) (?P<unit>month|quarter|week|year)(?:'s|s)?[- ](?:end|close)\b"
)

_SO_MANY = r"(?=more than|fewer than|less than|at least|at most|only|exactly|just|a single|over|up to)"
_SPREAD = r"\b(?:spread|stretched|juggling|split) (?:thinly )?(?:over|across|between|among) " + _SO_MANY
_SERVED = r"\b(?:served|handled|staffed|covered|supported|looked after|worked on) by " + _SO_MANY
_TOUCHED = r"\btouched " + _SO_MANY
_LOOKS_AFTER = (
    r"\b(?P<who>account managers?|project managers?|pms?|ams?|owners?|account leads?) (?:who |that )?(?:look(?:s)? after|manages?|runs?|leads?|"
    r"handles?|(?:is|are) responsible for) " + _SO_MANY
)
_NOTHING_IN = r"\b(?:brought|bringing|brings?|earned|generated|made) (?:us )?(?:in )?(?:nothing|no money)\b(?! (?:on|with|from)\b)"
_NO_LONGER = r"\bno longer (?:bring(?:s|ing)?(?: in| us)?|have|has|generat(?:e|es|ing)|produc(?:e|es|ing)|giv(?:e|es|ing)(?: us)?|get|gets) (?:any )?"
_STOPPED = r"\b(?:stopped|have stopped|has stopped|no longer|are no longer|is no longer) (?P<how>grow(?:ing)?|improv(?:e|ing)|rising)\b"
_NOT_WORKING = r"\b(?:isn['\u2019]t|is not|aren['\u2019]t|are not|not) (?:currently )?working (?=(?:on|for|with) )"
_MONTH_END = r"\b(?:at|by|per|as of) (?P<unit>month|quarter|year)[- ]ends?(?= (?:this|last|since|from|in \d|over|during|for the)\b)"


_ALL_BUT = (
    r"\b(?:(?:for|of|from|across|with|by) )?(?:all|every|each|any) (?:of )?(?:the |our |my )?(?:other )?(?:clients?|customers?|accounts?|projects?|jobs?|"
    r"teams?|people|employees?|departments?) (?:but|bar|save) (?!not\b|also\b|only\b)"
)
"""As in "revenue for all clients but Northwind"."""

_SENT_BY_US = r"\b(?P<what>invoices?|bills?) (?:that )?we (?:have )?sent(?: out)?\b"
_BY_AMOUNT = r"\b(?P<what>(?:invoices|bills|expenses)) (?:by|ranked by|sorted by) (?:their )?(?:amount|value|size)\b"
_DIFFERENT_OF = rf"\bhow many (?:different|distinct|separate) (?P<what>{_THINGS})\b"
_EXCLUSIVELY = r"\b(?:exclusively|solely) (?=(?:on|for) )"
_NUMBER_WITH = r"^(?:the )?number of (?=(?:projects|clients|customers|people|employees|teams|budgets|retainers|deals|invoices) (?:with|that|who|whose|which|above|below|over|under)\b)"

TURNS = rewordings(
    (_ALL_BUT, "except "),
    (_SENT_BY_US, r"\g<what>"),
    (_BY_AMOUNT, r"\g<what>"),
    (_DIFFERENT_OF, r"how many \g<what>"),
    (_EXCLUSIVELY, "working only "),
    (_NUMBER_WITH, "how many "),
    (_SPREAD, "on "),
    (_SERVED, "with "),
    (_TOUCHED, "worked for "),
    (_LOOKS_AFTER, r"\g<who> with "),
    (_NOTHING_IN, "had no revenue"),
    (_NO_LONGER, "no longer "),
    (_STOPPED, r"did not \g<how>"),
    (_NOT_WORKING, "did not work "),
    (_MONTH_END, r"by \g<unit>"),
    (_EACH_END, r"by \g<unit>"),
    (_MONTH_ENDS, r"by \g<unit>"),
    (_SEVERAL, r"\g<joint> more than 1 \g<what>"),
    (_DIFFERENT, r"\g<count> \g<what>"),
    (_SINGLE, r"only 1 \g<what>"),
    (_A_SINGLE, r"\g<joint> only 1 \g<what>"),
    (_HIT, "reach "),
    (_DEALS_BY_VALUE, r"\g<what> \g<by> pipeline value"),
    (_COUNTED_FIRST, _the_end_first),
    (_NOT_OVER, " not overbudget"),
    (_NOT_ON_TRACK, " off track"),
)
"""Each turn, and what it says in known words."""
