"""Short follow-ups said in the words that the rest of planning knows, by what the question before was about.

    utilization by team           which is the lowest?        the lowest one
    margin by client              which of them are negative? below 0
    hours of Ana                  and her team?               and team Design
    revenue of Acme and Globex    exclude Acme                without Acme
    projected revenue by client   only confirmed              and confirmed revenue

What is no such follow-up stays as it is; nothing here is read where nothing was asked before.
"""

import re
from collections.abc import Callable, Sequence

from assistant.figures import Unit
from assistant.metrics.definition import Kind
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.planning import (
    leaning_in_chat,
    leaning_in_talk,
    leaning_on_measures,
    leaning_on_ones,
    leaning_on_others,
    leaning_on_parts,
    leaning_on_rows,
)
from assistant.planning.before import SIGNS, TIMES, Before, Reads, dimension_of, said_as
from assistant.planning.here import Here
from assistant.planning.leaning_in_talk import ONCE_MORE
from assistant.planning.tokens import key
from assistant.planning.words import COUNTED
from assistant.query import Filter, Turn

_THEM = r"(?:them|these|those|the (?:\w+ )?\w+s)"
PEOPLE = ("person", "project_manager", "account_manager", "owner")
_ENDS = {
    "lowest": "lowest smallest least fewest bottom",
    "highest": "highest biggest largest most greatest top",
    "worst": "worst worse",
    "best": "best better",
}
_END = rf"(?P<end>{'|'.join(one for words in _ENDS.values() for one in words.split())})"
AT_AN_END = said_as(
    rf"(?P<ask>which|what|who)(?: one)?(?: of {_THEM})? (?:is|was|has|had|are|were|did|does)(?: the)? {_END}"
    rf"(?: ones?)?(?: of (?:them|all))?"
)
"""As in "which is the lowest?", of the rows that were told."""
TOP_OF = said_as(
    rf"(?:just |only )?(?:the )?(?:(?P<first>\d+|two|three|four|five|six|ten) )?{_END}"
    rf"(?: (?P<second>\d+|two|three|four|five|six|ten))? (?P<noun>[a-z][a-z ]*?)"
)
"""As in "the biggest 5 clients", said after a measure: by that."""
BARE_ROWS = said_as(r"(?:which|what) (?P<noun>[a-z][a-z ]*?)|(?P<who>who)(?: exactly)?")
"""As in "which clients?", after a total."""
OF_THEM = said_as(
    rf"(?:which|who|what|how many)(?: ones?)?(?P<of> of {_THEM})?,? "
    r"(?:are|is|were|was|went|go|have|has|had|belongs? to|works? (?:for|in)|sits? in)"
    r"(?: (?:in|from|by|with|of|run by|managed by|owned by|led by))? (?P<rest>\S.*)"
)
"""As in "which of them are in Design", "which are below 0"."""
ANY_OF_THEM = said_as(
    rf"(?:(?:is|are|was|were) )?(?:there )?any(?:thing|one|body)?(?: (?:of {_THEM}|in there))?"
    r"(?: (?:that|who|which) (?:is|are|was|were))? (?P<rest>\S.*)"
)
"""As in "anything negative?"."""
ONLY_ONES = said_as(
    r"(?:(?:only|just|show|keep|list) )+(?:me )?(?:those|these|the ones|the)? ?"
    r"(?:(?:that|which|who) (?:are|is|have|were) |with )?"
    r"(?P<rest>\S.*?)"
    r"(?: ones|(?<!\d)(?<! two)(?<! three)(?<! four)(?<! five) (?:matters|projects|jobs|engagements|clients|mandates))?"
)
"""As in "only the ones above 20k", "only those running at a loss", "just the unprofitable ones"."""
NOT_HIM = said_as(
    r"(?:excluding|exclude|except(?: for)?|leave out|leaving out|without|not|skip|minus|drop|remove|take out)"
    r" (?:him|her|them|it|this one|that one|those|these|(?:that|this|the) \w+)"
)
"""As in "exclude her": whoever was named last is left out."""
OF_A_FILTER = re.compile(r"\b(?:drop|remove|take (?:out|off|away)|skip) the \w+\W*$", re.IGNORECASE)
"""As in "drop the client", after what one client brought: the filter, and not that client."""
WITHOUT = said_as(r"(?:drop|remove|take (?:out|away)|skip|exclude|delete|leave out|ignore) (?P<name>\S.*)")
FORGET = said_as(
    r"(?:forget|drop|remove|clear|reset|lose|ignore|delete|never ?mind|undo|ditch|take) (?:about )?"
    r"(?:the |that |this )?(?P<what>\S.*?)(?: (?:filter|bit|part|limit|condition))?(?: (?:out|off|away))?"
    r"(?:, (?:just|only) the total)?"
)
"""As in "forget the client", "forget Acme": a filter is taken away, or one of the rows."""
HIS_TEAM = said_as(
    r"(?:what about |how about |for )?(?:(?:her|his|their) (?:whole )?team|the (?:whole |entire )?team(?: as a whole)?)"
)
THE_WHOLE = said_as(
    r"(?:what about |how about |for |show )?"
    r"(?:the (?:whole|entire) (?:agency|company|firm|studio|business|house)|everyone|everybody"
    r"|company[- ]wide|all of us|overall|in total|the (?:grand |overall )?totals?|altogether|all together|as a whole"
    r"|all of them together)"
)
WHAT_MOVED = said_as(
    r"(?:what(?:'s| has| is)? (?:changed|moved|happened|behind (?:it|that|this)|driving (?:it|that|this))"
    r"(?: (?:there|then))?|where does (?:the|that) difference come from|how come"
    r"|what(?:'s| is) the reason(?: for (?:it|that))?|what explains (?:it|that|this))"
)
LAST_UNDONE = said_as(
    r"(?:forget (?:that|it|this|the last one)|undo|as (?:it was )?before|never ?mind(?: that)?, go back)"
)
DRAWN = said_as(
    r"(?:plot|chart|graph|draw|visuali[sz]e|picture) (?:it|that|this|them|those)"
    r"(?: (?:out|for me|as a (?:bar|line) chart))?"
)
MEANS = said_as(
    r"(?:the )?(?P<noun>\w+) (?:averages?|level|totals?)|(?:averages?|totals?) (?:by|per|for each) (?P<other>\w+)"
)
EACH = said_as(r"(?P<rest>\S.*?),? each")
A_YEAR_AGO = said_as(
    r"(?:what about |how about |compared (?:to|with) )?(?:at )?(?:the )?(?:last|the previous) year,? (?:at )?"
    r"(?:this|the same) (?:time|day|date|point)"
    r"|a year ago today|(?:what about |how about )?(?:this|the same) (?:day|date|point) last year"
)
AS_BEFORE_BUT = said_as(r"(?:the )?(?:same )?as (?:it was )?before,?(?: but| only)? (?P<rest>(?!please)\S.*)")
NOW_THEN = re.compile(
    r"\W*(?:(?:ok|okay|and|so),? )*now,? "
    r"(?P<rest>(?:by|for|per|in|only|just|without|excluding)\b.*|\w+(?: \w+){0,2}\W*)",
    re.IGNORECASE,
)
SHOWN_BY = said_as(
    r"(?:show|give|see|view|display|list|break|split|group|tell)(?: me| us)? (?:it|that|this|them|those|these)"
    r"(?: down| up| out)? (?P<rest>(?:by|per) \S.*)"
)
ALWAYS = (
    (SHOWN_BY, r"and \g<rest>"),
    (NOW_THEN, r"and \g<rest>"),
    (AS_BEFORE_BUT, r"same but \g<rest>"),
    (LAST_UNDONE, "go back"),
    (DRAWN, "as a chart"),
    (A_YEAR_AGO, "same time last year"),
)
"""What means one thing after anything."""


def in_known_words(text: str, after: Turn | None, here: Here, reads: Reads) -> str:
    """The follow-up said otherwise, or the text itself."""
    queries = after.plan.queries if after and after.plan else ()
    if not queries or not queries[-1].metrics or queries[-1].notes:
        return text
    for pattern, plainly in ALWAYS:
        found = pattern.fullmatch(text)
        if found:
            return found.expand(plainly)
    earlier = after.before.queries[-1:] if after and after.before else ()
    before = Before(queries[-1], here, reads, *earlier)
    rules = (
        *leaning_on_ones.FIRST,
        *leaning_in_chat.RULES,
        *leaning_on_rows.RULES,
        *leaning_in_talk.RULES,
        *leaning_on_others.RULES,
        *leaning_on_measures.RULES,
        *RULES,
    )
    for rule in (*rules, *leaning_on_parts.RULES, *leaning_on_ones.RULES, *LAST):
        said = rule(text, before)
        if said is not None:
            return said
    return text


def _at_an_end(text: str, before: Before) -> str | None:
    found = AT_AN_END.fullmatch(text)
    if found is None or not before.query.by:
        return None
    of_people = found["ask"].casefold() == "who"
    if of_people and not before.has_rows_of(*PEOPLE):
        return None
    return f"the {_end(found['end'])} one"


def _end(said: str) -> str:
    return next(end for end, words in _ENDS.items() if said.casefold() in words.split())


def _top_of(text: str, before: Before) -> str | None:
    """As in "the biggest 5 clients": by what was talked about, in its period."""
    found = TOP_OF.fullmatch(text)
    dimension = dimension_of(found["noun"], before) if found else ""
    if found is None or not dimension:
        return None
    count = found["first"] or found["second"] or ("" if _is_plural(found["noun"]) else "1")
    end = {"lowest": "bottom", "highest": "top"}.get(_end(found["end"]), _end(found["end"]))
    said = f"by {DIMENSIONS[dimension].noun}"
    if not count:
        return f"{said}, {_end(found['end'])} first" if end in ("top", "bottom") else f"{said}, {end} first"
    return f"{said}, {end} {count}"


def _is_plural(noun: str) -> bool:
    return noun.casefold().endswith("s") or noun.casefold() in ("people", "staff")


def _bare_rows(text: str, before: Before) -> str | None:
    found = BARE_ROWS.fullmatch(text)
    if found is None:
        return None
    if found["who"]:
        if before.has_rows_of(*PEOPLE, "client") and not before.query.limit:
            return ONCE_MORE  # they stand there
        if before.has_rows_of("project", "budget", "deal"):
            return "who manages them"
        return None if (before.query.limit and before.query.by) or "person" not in _rows_of(before) else "by person"
    dimension = dimension_of(found["noun"], before)
    gone = before.query.limit and before.query.by and dimension not in before.query.by
    if not dimension or dimension in TIME or gone:
        return None
    return f"by {DIMENSIONS[dimension].noun}"


def _rows_of(before: Before) -> Sequence[str]:
    return before.here.catalogue[before.query.metrics[0]].by


def _of_them(text: str, before: Before) -> str | None:
    """As in "which of them are in Design": only those."""
    found = OF_THEM.fullmatch(text) or ANY_OF_THEM.fullmatch(text)
    if found is None:
        return None
    rest = found["rest"].rstrip("?!. ")
    if records := _of_the_same_records(rest, before):
        one_by_one = not before.query.by and "how many" not in text.casefold()
        return f"{records} by {COUNTED[before.query.metrics[0]]}" if one_by_one else records
    if not before.query.by:
        return None
    for limit, pattern in SIGNS.items():
        if re.fullmatch(pattern, rest, re.IGNORECASE):
            return limit
    if before.only(rest, "bounds") or _is_in_their_unit(rest, before):
        return rest
    named = before.only(rest, "named")
    return f"only {rest}" if named and not named.marks else None


def _of_the_same_records(rest: str, before: Before) -> str | None:
    """As in "overdue", after open tasks: overdue tasks, of the same."""
    record = COUNTED.get(before.query.metrics[0], "")
    if record != "task":
        return None
    for said in (f"{rest} {record}s", f"{record}s {rest}"):
        asked = before.only(said, "wanted", *TIMES)
        metrics = [one.metric for one in asked.wanted] if asked and not asked.marks else []
        if len(metrics) == 1 and COUNTED.get(metrics[0]) == record and metrics[0] not in before.query.metrics:
            return f"and {said}"
    return None


def _is_in_their_unit(rest: str, before: Before) -> bool:
    """As in "under 100 hours", after billable hours: what those are counted in, and no other measure."""
    pieces = before.reads(rest)
    of_hours = before.here.catalogue[before.query.metrics[0]].unit is Unit.HOURS
    if len(pieces) != 1 or not of_hours or not pieces[0].bounds:
        return False
    piece = pieces[0]
    more = piece.named or piece.unknown or piece.groupings or piece.rankings or piece.stretches
    return not more and [(one.metric, one.said) for one in piece.wanted] == [("tracked_hours", "hour")]


def _only_ones(text: str, before: Before) -> str | None:
    """As in "only the ones above 20k": fewer of the rows that were told."""
    found = ONLY_ONES.fullmatch(text)
    if found is None or not before.query.by:
        return None
    rest = found["rest"].rstrip("?!. ")
    limit = next((one for one, said in SIGNS.items() if re.fullmatch(said, rest, re.IGNORECASE)), "")
    if limit:
        return limit if any(one in before.query.metrics[0] for one in ("profit", "margin")) else None
    return rest if before.only(rest, "bounds") or _is_in_their_unit(rest, before) else None


def _last_named(before: Before) -> Filter | None:
    named = [one for one in before.query.where if not one.negated and one.field not in ("kind", "status")]
    return named[-1] if named else None


def _not_him(text: str, before: Before) -> str | None:
    named = _last_named(before)
    if named is None or not NOT_HIM.fullmatch(text):
        return None
    noun = DIMENSIONS[named.field].noun
    which = re.search(r"\b(?:that|this|the) (\w+)\W*$", text)
    if which and OF_A_FILTER.search(text) and named.field not in before.query.by:
        return None
    if which and which[1].casefold() != "one" and key(which[1]) != key(noun):
        return None
    return "without " + " and ".join(f"{noun} {name}" for name in named.names)


def _forgotten(text: str, before: Before) -> str | None:
    """As in "forget the client": without the filter, or the rows, that are called so."""
    found = FORGET.fullmatch(text)
    if found is None:
        return None
    said = key(found["what"])
    named = {reading.id for piece in before.reads(found["what"]) for one in piece.named for reading in one.readings}
    for one in before.query.where:
        is_it = said == key(DIMENSIONS[one.field].noun) or bool(named & set(one.ids))
        is_it = is_it or said in [key(name) for name in one.names]
        if is_it and (one.negated or len(one.ids) == 1 or said == key(DIMENSIONS[one.field].noun)):
            return f"remove the {DIMENSIONS[one.field].noun} filter"
    if said in [key(DIMENSIONS[one].noun) for one in before.query.by] and len(before.query.by) == 1:
        return "just the total"
    return f"without {found['what']}" if before.query.by and before.only(found["what"], "named") else None


def _without(text: str, before: Before) -> str | None:
    """As in "remove Northwind", of something that is called so."""
    found = WITHOUT.fullmatch(text)
    return f"without {found['name']}" if found and before.only(found["name"], "named") else None


def _his_team(text: str, before: Before) -> str | None:
    people = [one for one in before.query.where if one.field == "person" and not one.negated]
    if not people or not HIS_TEAM.fullmatch(text):
        return None
    rows = before.here.view.rows("people", ("person_id", "team")).to_pylist()
    teams = {row["team"] for row in rows if row["person_id"] in people[-1].ids and row["team"]}
    return f"and team {teams.pop()}" if len(teams) == 1 else None


def _the_whole(text: str, before: Before) -> str | None:
    found = THE_WHOLE.fullmatch(text)
    if found is None or before.query.why or any(one.named for one in before.reads(text)):
        return None
    of_all = re.search(r"agency|company|firm|studio|business|house|every|all of us", text, re.IGNORECASE)
    if before.query.by and not of_all:
        return "just the total"
    people = [one.field for one in before.query.where if one.field in ("person", "team", "job_title")]
    if of_all and of_all[0].casefold() == "every" and len(people) == 1:  # of any project that is named, still
        return f"remove the {DIMENSIONS[people[0]].noun} filter"
    return "forget the filter" if before.query.where or before.query.of_those else None


def _what_moved(text: str, before: Before) -> str | None:
    return "why?" if WHAT_MOVED.fullmatch(text) and not before.query.known_on else None


def _means(text: str, before: Before) -> str | None:
    """As in "team averages", after a share of people: the share of each team."""
    found = MEANS.fullmatch(text)
    kind = before.here.catalogue[before.query.metrics[0]].kind
    if found is None or (kind not in (Kind.RATIO, Kind.PER_PERIOD) and "average" in text.casefold()):
        return None
    dimension = dimension_of(found["noun"] or found["other"], before)
    return f"by {DIMENSIONS[dimension].noun}" if dimension else None


def _each(text: str, before: Before) -> str | None:
    """As in "how many hours each?", of rows that were told, or of several that were named."""
    found = EACH.fullmatch(text)
    if found is None:
        return None
    several = [one for one in before.query.where if len(one.ids) > 1 and not one.negated]
    if not before.query.by and not several:
        return None
    rest = re.sub(r"^(?:how many|how much) ", "", found["rest"], flags=re.IGNORECASE)
    rest = re.sub(r" (?:of|for|on|in|with|at|by|from|per)$", "", rest, flags=re.IGNORECASE)
    rows = [dimension_of(one, before) for one in re.split(r"(?:,| and|^)(?: the| their| its)* ", f" {rest}") if one]
    if before.query.by and rows and all(rows):  # "the projects of each", after clients: each beside its own
        nouns = [DIMENSIONS[one].noun for one in dict.fromkeys((*before.query.by, *rows))]
        return f"by {' and '.join(nouns)} of them"
    unit = before.here.catalogue[before.query.metrics[0]].unit
    if before.query.by and {"hours": Unit.HOURS, "days": Unit.DAYS}.get(rest.casefold()) is unit:
        return "show me the details"  # they stand there, and no others are asked for
    return f"and {rest}" if before.query.by else f"and {rest} by {DIMENSIONS[several[-1].field].noun}"


_IN_IT = r"(?:also )?(?:among|one of|part of|in|on) (?:them|those|these|that list|the list|it)"
AMONG = said_as(rf"(?:is|are|was|were) (?P<name>\S.*?) {_IN_IT}")
BROKEN = said_as(r"(?:break|split)(?: down)? (?P<name>\S.*?)(?: down| up)? (?:by|per|into|in) (?P<rows>\S.*)")


def _called(text: str, before: Before) -> str | None:
    """As in "and development", after the hours of a team: the team, though it is an ordinary word, too."""
    found = CALLED.fullmatch(text)
    named = before.called_alike(found["name"]) if found else []
    if found is None or len(named) != 1:
        return None
    return f"and {DIMENSIONS[named[0].dimension].noun} {named[0].label}"


CALLED = said_as(r"(?:and|what about|how about)? ?(?:for |in |the )?(?P<name>[a-z][a-z &-]*?)(?: instead)?")


def _among(text: str, before: Before) -> str | None:
    found = AMONG.fullmatch(text)
    return f"only {found['name']}" if found and before.query.by and _names_only(found["name"], before) else None


def _names_only(said: str, before: Before) -> bool:
    return bool(before.called_alike(said) or before.only(said, "named"))


def _broken(text: str, before: Before) -> str | None:
    """As in "break Development down by person", after teams."""
    found = BROKEN.fullmatch(text)
    return f"only {found['name']} by {found['rows']}" if found and _names_only(found["name"], before) else None


MORE_TIME = said_as(r"(?:add|include|plus|put in|throw in) (?:the )?(?P<when>\S.*?)(?: too| as well| for comparison)?")


def _more_time(text: str, before: Before) -> str | None:
    """As in "add last year": what it was then, beside it."""
    found = MORE_TIME.fullmatch(text)
    if found and re.fullmatch(
        r"(?:the )?(?:day|week|month|quarter|year) before(?: that)?", found["when"], re.IGNORECASE
    ):
        return f"compared with {found['when']}"
    return f"compared with {found['when']}" if found and before.only(found["when"], *TIMES) else None


LAST = leaning_in_chat.LAST

RULES: tuple[Callable[[str, Before], str | None], ...] = (
    _at_an_end,
    _of_them,
    _only_ones,
    _top_of,
    _bare_rows,
    _not_him,
    _forgotten,
    _without,
    _his_team,
    _the_whole,
    _what_moved,
    _means,
    _each,
    _called,
    _among,
    _broken,
    _more_time,
)
