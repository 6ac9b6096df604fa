"""What was left out of the answer before, asked for as "the others".

hours of Design               and the others?               those of all but Design
is Apollo on track            the other projects?           all but Apollo, each in its row
clients above 50k             and the rest?                 those at most 50k
top 5 clients                 the remaining clients         all of them, and it is said that the five are among them
hours by person               and the others?               nobody was left out
"""

import re
from dataclasses import replace

from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Unsupported
from assistant.planning import not_followed
from assistant.planning.tokens import key
from assistant.query import Comparison, Query

THE_OTHERS = re.compile(
    r"\W*(?:and |ok |but |so |what about |how about |now |only |just |show (?:me )?)*(?:all )?(?:the |of the |our )?"
    r"(?:others|other ones|rest(?: of (?:them|the [a-z]+))?|remaining ones?|(?:other|remaining) (?P<noun>[a-z ]+))\W*",
    re.IGNORECASE,
)
"""As in "and the others?": all but what was asked about."""

OTHERWISE = {
    Comparison.LESS: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.LESS,
    Comparison.MORE: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.MORE,
}
ALL_IN_ORDER = "All rows are told: those that were told before are among them."


def told(text: str, before: Query) -> Query | Unsupported | None:
    """The same of all that the last filter, or a limit, left out; of those it left out, where it was a "without"."""
    found, fields = THE_OTHERS.fullmatch(text), of_whom(text)
    if found is None or not fields or before.notes is not None or not before.metrics:
        return None
    of_these = bool(set(before.by) & set(fields))
    limit = before.having
    if limit and of_these and limit.op in OTHERWISE and not (limit.also or limit.metric or before.derived):
        return replace(before, having=replace(limit, op=OTHERWISE[limit.op]))
    if before.limit and of_these:
        return replace(before, limit=None, understood=ALL_IN_ORDER)
    of_it = [one for one in before.where if one.field in fields]
    if of_it:
        last = of_it[-1]
        rows = before.by if before.by or not found["noun"] else (last.field,)
        turned = replace(last, negated=not last.negated)
        return replace(before, by=rows, where=tuple(turned if one == last else one for one in before.where))
    if not of_these or set(before.by) & set(TIME):
        return None
    return not_followed.nothing_of_the_others(DIMENSIONS[before.by[-1]].noun)


def of_whom(text: str) -> tuple[str, ...]:
    """The dimensions whose others are asked for, all of them where no noun is said; none for other follow-ups."""
    found = THE_OTHERS.fullmatch(text)
    if found is None:
        return ()
    return _of_several(found["noun"]) if found["noun"] else tuple(DIMENSIONS)


def _of_several(noun: str) -> tuple[str, ...]:
    """The dimensions that a noun is the plural of: "projects", and not "project"."""
    said = key(noun)
    is_plural = noun.rstrip().casefold().endswith("s") or said in (("people",), ("staff",))
    known = DIMENSIONS.items() if is_plural else ()
    return tuple(name for name, one in known if said in [key(word) for word in (one.noun, *one.also_called)])
