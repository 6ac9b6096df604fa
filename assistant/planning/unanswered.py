"""A reply to what was asked back that picks none of it alone: all of it, one of it with more, or a follow-up on it.

pipeline: which one?              both                        the one and the other
Ana's hours: which Ana?           by month                    asked back of both, by month
Ana's hours: which Ana?           the second, by month        those of the second, by month
margin of Lumin: Lumen Bank?      and revenue                 asked back, with the revenue of Lumen Bank
pipeline: which one?              neither                     then in other words, please

What was asked back about is what is talked about: a follow-up never skips it for what was told before it.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.planning import not_followed
from assistant.planning.before import Reads, said_as
from assistant.planning.conversation import chosen
from assistant.planning.here import Here
from assistant.planning.merging import merged
from assistant.planning.parts import Named
from assistant.planning.questions import as_question
from assistant.planning.vocabulary import NameWord
from assistant.query import Plan, Query, Question, Turn

Stopped = Clarification | NoData | Unsupported
Planned = Plan | Stopped | Learned | ToLookAfter
Plans = Callable[[Question], Planned]

ALL_OF_IT = said_as(
    r"(?:show (?:me )?|give me |tell me |i want |i need |i'd like )?(?:both|all|either|each)"
    r"(?: (?:of )?(?:them|these|those|the two|two|three|options?|ones?))?"
)
NONE_OF_IT = said_as(
    r"(?:no(?:pe)?,? )?(?:neither|none|not (?:any|either)|nothing|no)(?: (?:of )?(?:them|these|those|it|the two|one))?"
)
AND_MORE = re.compile(r"(?P<pick>\S.*?)(?:,? (?:and|but|just|only)\b|,)\s*(?P<more>\S.*)", re.IGNORECASE)


def meant(text: str, question: Question, here: Here, planned: Plans, reads: Reads) -> Planned | None:
    """What such a reply asks for; None for a reply that picks an option, and for a question of its own."""
    after = question.after
    of_them = _of_whom_was_named(text, after, reads)
    if of_them:
        return planned(replace(question, text=of_them, after=None))
    if after is None or not after.options or text in after.options:
        return None
    return _reply(text, question, after, here, planned)


def _reply(text: str, question: Question, after: Turn, here: Here, planned: Plans) -> Planned | None:
    """What a reply to what was asked back asks for."""
    if ALL_OF_IT.fullmatch(text) and len(after.options) > 1:
        return _all_of_it([planned(one) for one in _asked(question, after)])
    if NONE_OF_IT.fullmatch(text):
        return not_followed.none_of_what_was_offered()
    more = AND_MORE.fullmatch(text)
    picked = chosen(more["pick"], after, here.view.settings.nouns) if more else ""
    if more and picked in after.options:
        first = planned(replace(question, text=picked, after=replace(after, options=())))
        if not isinstance(first, Plan):
            return first
        return planned(replace(question, text=f"and {more['more']}", after=Turn(first, before=after.plan)))
    return _on_each(text, question, here, planned)


LEANS = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|so|then)\b,? ?(?:then |what about |how about )?|(?:what|how) about )(?P<rest>\S.*)$",
    re.IGNORECASE,
)
THEIRS = re.compile(r"\b(?:their|its|his|her)\b ?", re.IGNORECASE)
OF_THEM = re.compile(r"\b(?:for|of|with|on|by) (?:them|it|him|her)\b ?", re.IGNORECASE)
KNOWN = ("client", "project", "person", "team", "budget", "deal")
MOST_WORDS = 8


def _of_whom_was_named(text: str, after: Turn | None, reads: Reads) -> str:
    """As in "and their hours last month", after a question about a client that nothing measured answers: of them.

    Blank for a question of its own, and where nobody, or several, were named.
    """
    if after is None or not after.unanswered or after.options or len(text.split()) > MOST_WORDS:
        return ""
    leans = LEANS.match(text)
    rest = OF_THEM.sub("", THEIRS.sub("", leans["rest"] if leans else text))
    if not leans and rest == text:
        return ""
    said = reads(rest)
    if len(said) != 1 or not said[0].wanted or said[0].named or said[0].unknown:
        return ""
    named = [one for piece in reads(after.unanswered) for one in piece.named if not one.negated]
    whom = _meant(named[0]) if len(named) == 1 else None
    return f"{rest.rstrip('?!. ')} for {DIMENSIONS[whom.dimension].noun} {whom.label}" if whom else ""


def _meant(named: Named) -> NameWord | None:
    """What a name means: the one thing of the first kind that is called so as a whole, else in part."""
    known = [one for one in named.readings if one.is_whole] or named.readings
    kind = next((kind for kind in KNOWN if any(one.dimension == kind for one in known)), "")
    meant = {one.label: one for one in known if one.dimension == kind}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _asked(question: Question, after: Turn) -> list[Question]:
    return [replace(question, text=one, after=replace(after, options=())) for one in after.options]


def _all_of_it(made: list[Planned]) -> Planned:
    """Each option's queries, in one plan; what could not be planned beside them."""
    queries = [query for one in made if isinstance(one, Plan) for query in one.queries]
    stopped = tuple(one for one in made if isinstance(one, Stopped))
    told = tuple(one for one in merged(queries) if isinstance(one, Query))
    return Plan(told, stopped) if told else made[0]


def _on_each(text: str, question: Question, here: Here, planned: Plans) -> Planned | None:
    """As in "by month", where it was asked which Ana is meant: asked back of each, by month."""
    after = question.after
    first = [planned(one) for one in _asked(replace(question, after=None), after)] if after else []
    known = [one for one in first if isinstance(one, Plan) and len(one.queries) == 1]
    if after is None or len(known) < len(first) or not (_names_differ(known) or _is_lost(text, question, planned)):
        return None
    alone = planned(replace(question, text=text, after=None))
    then = [planned(replace(question, text=text, after=Turn(one, before=after.plan))) for one in known]
    told = [one.queries[0] for one in then if isinstance(one, Plan) and len(one.queries) == 1]
    told = [one for one in told if one.metrics]
    if len(told) < len(then) or (isinstance(alone, Plan) and alone.queries[0] in told):
        return None  # a question of its own
    different = tuple(dict.fromkeys(told))
    if len(different) == 1 and len(known) > 1:
        return Plan(different)
    return not_followed.depends_on_which([as_question(one, here) for one in different])


def _names_differ(plans: list[Plan]) -> bool:
    """Whether it was asked who, or what, is meant, and nothing else."""
    return all(one.queries[0].where for one in plans) and len({replace(one.queries[0], where=()) for one in plans}) == 1


def _is_lost(text: str, question: Question, planned: Plans) -> bool:
    """Whether a reply says nothing after what was told before: "by owner", asked which pipeline is meant."""
    after = replace(question.after, options=()) if question.after else None
    return not isinstance(planned(replace(question, text=text, after=after)), Plan)
