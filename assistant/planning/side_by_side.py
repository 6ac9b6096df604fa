"""Follow-ups that act on the tables before: two of them side by side, a column added, their rows by how they moved.

utilization of Ana, and Ben?      compare the two       of both, each in a row
revenue by client                 add profit            both columns
revenue of Acme                   add Globex            of both
revenue in June, and August?      compare the two       August compared with June
margin by client                  which are shrinking   those that went down, against the period before
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.planning import (
    aims,
    by_columns,
    changing,
    conversation,
    looking_ahead,
    not_followed,
    records,
    the_others,
    timing,
)
from assistant.planning.before import Before, Reads, dimension_of
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import (
    Against,
    AgainstTarget,
    ByChange,
    Comparison,
    Filter,
    Order,
    Plan,
    Query,
    Turn,
)

Stopped = Clarification | NoData | Unsupported

_LEAD = r"\W*(?:(?:and|so|but|ok|okay|now|then|please|can you|could you|hmm),? )*"
_END = r"(?:,? please)?\W*"
_TWO = (
    r"(?:the two(?: \w+s)?|both(?: \w+s)?|them|those|these|the two of them|both of them|those two|these two"
    r"|one with the other)"
)
_APART = (
    r"(?:side by side|separately|apart from each other|each(?: (?:on its own|separately|by itself|of them|one))?|"
    r"one by one)"
)
_BESIDE_IT = r"(?: (?:together|combined|side by side|compared|in one table))*"
_ADD = r"(?:add|include|plus|put in|throw in)"
_AS = r"(?:compared? (?:to|with)|vs\.?|versus|against)"

THE_TWO = re.compile(
    rf"{_LEAD}(?:(?:compare|contrast|show|put|see|combine)(?: me)? {_TWO}{_BESIDE_IT}"
    rf"|(?:for |of |what about )?(?:both|the two)(?: of them| (?:people|staff|[a-z]+s))?{_BESIDE_IT}"
    rf"|{_APART}|how do (?:the two|they|those two|these two) compare|together)(?P<rows> (?:by|per) [a-z ]+?)?{_END}",
    re.IGNORECASE,
)
"""As in "compare the two", after a question about one and one about another."""

DIFFERENCE = re.compile(
    rf"{_LEAD}(?:what(?:'s| is)|how (?:big|much|large|high) is|show(?: me)?)? ?(?:the )?(?:difference|diff|"
    r"delta|change)"
    rf"(?: between (?:them|the two|those|these))?(?: (?:in|as)(?: a)? (?:percent|per cent|percentage|%))?{_END}",
    re.IGNORECASE,
)
"""As in "the difference?", after one period and another: of these two."""

HOW_FAR = re.compile(
    rf"{_LEAD}(?:by )?how (?:much|many|far)(?: \w+)? (?:did|has|have) (?:it|that|they|this|those) "
    rf"(?:changed?|moved?|grown?|grow|gone? (?:up|down)|fall(?:en)?|rise|risen|drop(?:ped)?|improved?)(?: by)?{_END}",
    re.IGNORECASE,
)
"""As in "by how much did it change": against the period asked about before, else the one before it."""

ADDED = re.compile(
    rf"{_LEAD}(?:(?:also |now )?{_ADD}(?: (?:in|on|a column (?:for|with)|the|their|its|also))*"
    rf"|(?:also )?(?:with|show)(?: me)?(?: also| the)*|{_AS}|next to|alongside)"
    rf" (?P<what>\S.*?)(?P<beside>,? (?:too|as well|also|next to it|beside it|alongside|to (?:it|that|this|the table)"
    rf"|as a column|in (?:there|the table)))?{_END}",
    re.IGNORECASE,
)
"""As in "add profit", "with cost as well": a column, a name or a breakdown beside what was told."""

INSTEAD = re.compile(r"\binstead\b", re.IGNORECASE)
_BESIDE = re.compile(rf"{_LEAD}(?P<what>\S.*?),? (?:too|as well|next to it|beside it|alongside){_END}", re.IGNORECASE)
"""As in "and profit too"."""

MOVING = re.compile(
    rf"{_LEAD}(?:(?:only|just)(?: the| those)?(?: ones| those)(?: that| which| who)"
    r"|(?:which|who|what|how many)(?: ones?)?(?: of (?:them|these|those|the \w+))?),? "
    rf"(?:are|is|were|was|have|has)?\s*(?P<how>[a-z ]+?)(?: the most)?{_END}",
    re.IGNORECASE,
)
"""As in "which of them are shrinking"."""

ON_TARGET = re.compile(
    rf"{_LEAD}(?:how does (?:that|it|this) compare (?:to|with|against) |what about |{_AS} )?"
    rf"(?:the |our |their |its |his |her )?targets?{_END}",
    re.IGNORECASE,
)
OF_THE_TWO = re.compile(
    rf"{_LEAD}(?:the )?(?:average|mean|total|sum)(?: (?:of|for))? (?:both|the two)(?: of them)?{_END}",
    re.IGNORECASE,
)
"""As in "average of both": what is told of the two as one."""
THE_OTHER = re.compile(rf"{_LEAD}(?:what about |how about |for )*(?:the )?(?:other(?: one| \w+)?){_END}", re.IGNORECASE)
A_PLACE = re.compile(
    rf"{_LEAD}(?:what about |how about |just |only )*(?:the )?"
    rf"(?:first|second|third|fourth|last|number \d+)(?: one| row)?(?: only| alone)?{_END}",
    re.IGNORECASE,
)
"""As in "the second one", where nothing was offered to choose from."""

BY_NAME = re.compile(
    rf"{_LEAD}(?:(?:sort|order|rank|list)(?:ed)?(?: (?:it|them|that|this|those))? )?"
    rf"(?:alphabetically|alphabetical(?: order)?|in alphabetical order|by (?:the )?(?:\w+ )?names?"
    rf"|by (?:the )?alphabet|a (?:to|-) z){_END}",
    re.IGNORECASE,
)


def meant(text: str, after: Turn | None, here: Here, reads: Reads) -> Plan | Stopped | None:
    """The plan before as such a follow-up changes it; None for other questions, or with nothing before them."""
    if after is None or after.plan is None or not after.plan.queries:
        return None
    before = after.plan.queries[-1]
    if not before.metrics or before.notes or before.definitions or before.restated:
        return None
    return next((made for rule in RULES if (made := rule(text, Talk(before, after, here, reads)))), None)


@dataclass(frozen=True)
class Talk:
    """What was talked about last, and before that."""

    before: Query
    after: Turn
    here: Here
    reads: Reads

    @property
    def earlier(self) -> Query | None:
        """What was asked before that; None where nothing was."""
        turn = self.after.before
        return turn.queries[-1] if turn and turn.queries else None


def _on_target(text: str, talk: Talk) -> Plan | Stopped | None:
    """As in "vs target", after a measure that may have one."""
    if "utilization" in talk.before.metrics[0] or not ON_TARGET.fullmatch(text):
        return None
    bare = replace(talk.before, against=None, having=None, order=None, limit=None, derived=None, why=False)
    return _plan(aims.told([replace(bare, metrics=bare.metrics[:1])], AgainstTarget(), talk.here))


def _in_a_place(text: str, talk: Talk) -> Clarification | None:
    if talk.after.options or not talk.before.by or not A_PLACE.fullmatch(text):
        return None
    return not_followed.which_row(DIMENSIONS[talk.before.by[0]].noun)


def _plan(planned: Sequence[Query | Stopped]) -> Plan | Stopped | None:
    queries = tuple(one for one in planned if isinstance(one, Query))
    stopped = tuple(one for one in planned if not isinstance(one, Query))
    return Plan(queries, stopped) if queries else next(iter(stopped), None)


def _both(text: str, talk: Talk) -> Plan | Clarification | None:
    """What was talked about last and before that, in one table."""
    found = THE_TWO.fullmatch(text)
    if not found:
        return None
    rows = dimension_of(re.sub(r"^ (?:by|per) ", "", found["rows"]), _what_was(talk)) if found["rows"] else ""
    several = any(len(one.ids) > 1 and not one.negated for one in talk.before.where)
    if found["rows"] and (several or not rows):
        return None  # "both of them by week", of two that stand in one table by now
    made = _of_the_two(talk)
    if rows and isinstance(made, Plan):
        return Plan(tuple(replace(one, by=tuple(dict.fromkeys((*one.by, rows)))) for one in made.queries))
    return made


def _what_was(talk: Talk) -> Before:
    return Before(talk.before, talk.here, talk.reads)


def _of_both_as_one(text: str, talk: Talk) -> Plan | Clarification | None:
    """As in "average of both", after a share of one and of another: that of the two together."""
    if not OF_THE_TWO.fullmatch(text):
        return None
    made = _of_the_two(talk)
    if not isinstance(made, Plan):
        return made
    fields = [one.field for one in made.queries[-1].where if len(one.ids) > 1]
    return Plan(tuple(replace(one, by=tuple(row for row in one.by if row not in fields[-1:])) for one in made.queries))


def _difference(text: str, talk: Talk) -> Plan | Clarification | None:
    """How far the period asked about last is from the one before it."""
    if talk.before.against and not talk.before.why and DIFFERENCE.fullmatch(text):
        return Plan((replace(talk.before, derived=None),))
    earlier = talk.after.before.queries[-1] if talk.after.before and talk.after.before.queries else None
    found = DIFFERENCE.fullmatch(text) or HOW_FAR.fullmatch(text) if not talk.before.against else None
    joined = _joined(earlier, talk.before) if found and earlier else None
    if joined and joined.against:
        return (
            Plan((joined,))
            if by_columns.are_as_long(joined.period, joined.against.period)
            else not_followed.compare_what()
        )
    how_far = HOW_FAR.fullmatch(text)
    metric = talk.here.catalogue[talk.before.metrics[0]]
    if how_far is None or talk.before.why or talk.before.derived or set(talk.before.by) & set(TIME):
        return None
    against = talk.before.against or timing.before(metric, talk.before.period, Parts(), talk.here)
    return Plan((replace(talk.before, against=against),))


def _of_the_two(talk: Talk) -> Plan | Clarification:
    before, earlier = talk.before, talk.earlier
    several = [one.field for one in before.where if len(one.ids) > 1 and not one.negated]
    if several:
        by = before.by if several[-1] in before.by else (*before.by, several[-1])
        return Plan((replace(before, by=by),))
    joined = _joined(earlier, before) if earlier else None
    return Plan((joined,)) if joined else not_followed.compare_what()


def _joined(earlier: Query, later: Query) -> Query | None:
    """Two queries that differ in one thing, as one: each name in its row, each measure in its column."""
    earlier = replace(earlier, understood=later.understood)  # how words were taken is nothing they differ in
    if earlier == replace(later, period=earlier.period, period_said=earlier.period_said):
        first, last = sorted((earlier, later), key=lambda one: one.period.end)
        # As of two days, or over two periods: the later one is what the earlier is held against.
        return replace(last, against=Against(first.period)) if first.period != last.period else None
    if earlier == replace(later, metrics=earlier.metrics):
        return replace(later, metrics=tuple(dict.fromkeys((*earlier.metrics, *later.metrics))))
    return _of_both_names(earlier, later)


def _of_both_names(earlier: Query, later: Query) -> Query | None:
    if len(earlier.where) != len(later.where) or earlier != replace(later, where=earlier.where):
        return None
    different = [pair for pair in zip(earlier.where, later.where, strict=True) if pair[0] != pair[1]]
    if len(different) != 1:
        return None
    one, other = different[0]
    if one.field != other.field or one.negated or other.negated:
        return None
    both = _together(one, other)
    by = later.by if both.field in later.by else (*later.by, both.field)
    where = tuple(both if kept == other else kept for kept in later.where)
    return replace(later, where=where, by=by, having=None, limit=None)


def _together(one: Filter, other: Filter) -> Filter:
    by_id = dict(zip((*one.ids, *other.ids), (*one.names, *other.names), strict=True))
    return replace(one, ids=tuple(by_id), names=tuple(by_id.values()))


PAID_OF_IT = re.compile(
    rf"{_LEAD}(?:(?:how (?:much|many)|what|which)(?P<of> of (?:it|that|this|them|those|these))?"
    rf"(?:['\u2019]s| (?:is|are|was|were|has|have|did|got)(?P<denied>n['\u2019]t| not)?)"
    r" (?:they |already |been |still |yet )*"
    rf"(?:paid?|collected|settled|(?P<open>open|unpaid|outstanding))(?: yet| already| so far)?"
    r"(?P<from> (?:of|from) (?:it|that|this|them|those|these))?"
    rf"|(?:is|was|are|were|has|have) (?:it|that|this|they|those|these|all of (?:it|that|them))"
    rf"(?: all)?(?: been)?(?: already)? (?:paid|settled)(?: yet| already)?){_END}",
    re.IGNORECASE,
)


def _paid_of_it(text: str, talk: Talk) -> Plan | None:
    """As in "how much of that has been paid", after what was invoiced: of just those invoices, whenever it came in."""
    found = PAID_OF_IT.fullmatch(text)
    if found is None or talk.before.metrics[:1] != ("invoiced",) or talk.before.having or talk.before.derived:
        return None
    is_open = found["open"] or found["denied"]
    if is_open and not (found["of"] or found["from"]):
        return None  # "what is still open?", today and of all invoices
    metric = "issued_open" if is_open else "issued_paid_percent"
    if not set(talk.before.by) <= set(talk.here.catalogue[metric].by):
        return None
    return Plan((replace(talk.before, metrics=(metric,), order=None, limit=None, against=None),))


def _the_other(text: str, talk: Talk) -> Plan | Clarification | None:
    """As in "and the other one?": what was talked about before this; all others are not one."""
    if not THE_OTHER.fullmatch(text) or the_others.of_whom(text):
        return None
    before, earlier = talk.before, talk.earlier
    if earlier and earlier != before and _of_both_names(earlier, before):
        return Plan((earlier,))
    named = [one for one in before.where if not one.negated]
    return not_followed.which_other(DIMENSIONS[named[-1].field].noun) if named else None


def _by_name(text: str, talk: Talk) -> Plan | None:
    before = talk.before
    if not BY_NAME.fullmatch(text) or not before.by or set(before.by) & set(TIME):
        return None
    return Plan((replace(before, shown=Order.NAME) if before.limit else replace(before, order=Order.NAME),))


WOULD_BE = re.compile(
    rf"{_LEAD}(?:what|how (?:much|high|low|big)) "
    r"(?:(?:would|will|does) (?:it|that|this|the \w+) (?:be|look like|become)"
    rf" (?P<without>(?:without|with only|for only|excluding|minus) \S.*?)|(?:is|was|were) (?:it|that|they) "
    rf"(?P<when>(?:in|on|last|this|during|back in) \S.*?)){_END}",
    re.IGNORECASE,
)
"""As in "what would it be without Apollo": the number, and no more why it changed."""


def _would_be(text: str, talk: Talk) -> Plan | Stopped | None:
    found = WOULD_BE.fullmatch(text)
    pieces = talk.reads(found["without"] or found["when"]) if found else ()
    if len(pieces) != 1 or pieces[0].unknown or not (pieces[0].named or (talk.before.why and pieces[0].stretches)):
        return None
    before = replace(talk.before, why=False, against=None if talk.before.why else talk.before.against)
    return _plan(conversation.follow(before, pieces[0], talk.here))


OF_A_KIND = re.compile(
    rf"{_LEAD}(?:(?:only|just|what about|how about|for|on|show|the|our) )*(?P<kind>client|internal|customer)"
    rf" (?:projects?|work|ones?|jobs?)(?: only)?{_END}",
    re.IGNORECASE,
)


def _of_a_kind(text: str, talk: Talk) -> Plan | None:
    """As in "only the client projects": of all work that for clients, or our own."""
    found, before = OF_A_KIND.fullmatch(text), talk.before
    if found is None or "kind" not in talk.here.catalogue[before.metrics[0]].by or before.why:
        return None
    kind = "internal" if found["kind"].casefold() == "internal" else "client"
    where = tuple(one for one in before.where if one.field != "kind")
    return Plan((replace(before, where=(*where, Filter("kind", (kind,), (kind,)))),))


AS_PICKED = "The same rows as before are told, each with how it moved."


def _moved(text: str, talk: Talk) -> Plan | Stopped | None:
    """The rows that went up, or down, against the period compared with, or the one before."""
    found, before, here = MOVING.fullmatch(text), talk.before, talk.here
    way = changing.way(found["how"].strip(), before.metrics[0]) if found and before.by else None
    metric = here.catalogue[before.metrics[0]]
    if way is None or set(before.by) & set(TIME):
        return None
    against = before.against or timing.before(metric, before.period, Parts(), here)
    if before.having or before.limit:
        return Plan((replace(before, derived=None, why=False, against=against, understood=AS_PICKED),))
    period = replace(before, derived=None, why=False, metrics=before.metrics[:1])
    order = Order.DESC if way is Comparison.MORE else Order.ASC
    return Plan((replace(period, against=against, by_change=ByChange(way), order=order),))


def _with_more(text: str, talk: Talk) -> Plan | None:
    """A column, a name or a breakdown beside what was told; None where it adds nothing."""
    before, here = talk.before, talk.here
    found = ADDED.fullmatch(text) or _BESIDE.fullmatch(text)
    if found is None or INSTEAD.search(text) or before.why or before.derived or before.by_change or before.among:
        return None
    adds = bool(re.match(rf"{_LEAD}(?:also |now )?(?:add|include|plus|put in|throw in)\b", text, re.IGNORECASE))
    rows = dimension_of(found["what"], Before(before, here, talk.reads)) if adds else ""
    if rows:
        return Plan((replace(before, by=tuple(dict.fromkeys((*before.by, rows)))),))
    pieces = talk.reads(found["what"])
    if len(pieces) != 1 and not all(one.wanted for one in pieces):
        return None
    whole = Parts()
    for one in pieces:
        whole = whole + one
    if whole.unknown or whole.bounds or whole.rankings or whole.mark(Role.ORDER, Role.UNMEASURED, Role.AMBIGUOUS):
        return None
    beside = adds or bool(_BESIDE.fullmatch(text))
    if whole.wanted and not (whole.groupings or whole.named or whole.stretches or whole.relatives):
        one_by_one = None if beside or before.by else records.listed(whole, before, here)
        return Plan((one_by_one,)) if one_by_one else _with_columns([one.metric for one in whole.wanted], before, here)
    return _with_names(whole, before) if beside and whole.named and not (whole.wanted or whole.stretches) else None


ONLY_ONE = re.compile(
    rf"{_LEAD}(?:only|just|back to|leave only|keep only|show only)(?: the)? (?P<what>[^\s,][^,]*?)"
    rf"(?: again| column)?{_END}",
    re.IGNORECASE,
)
"""As in "just profit", after profit beside what was invoiced."""


def _only_one(text: str, talk: Talk) -> Plan | None:
    """One of several measures alone; None where it is none of them."""
    found, before = ONLY_ONE.fullmatch(text), talk.before
    if found is None or len(before.metrics) < len(("one", "another")) or before.derived or before.among:
        return None
    said = Before(before, talk.here, talk.reads).only(found["what"], "wanted")
    kept = [one.metric for one in said.wanted] if said and not said.marks else []
    limits = before.having.each if before.having else ()
    picked = any((one.metric or before.metrics[0]) not in kept for one in limits) or before.by_change
    ranked = before.limit and before.metrics[0] not in kept
    whole = kept and set(kept) < set(before.metrics) and not picked and not ranked
    return Plan((replace(before, metrics=tuple(one for one in before.metrics if one in kept)),)) if whole else None


LESS = re.compile(
    rf"{_LEAD}(?:drop|remove|without|hide|take (?:out|away|off)|leave out|no|skip|lose|not) (?:the |that "
    r")?(?P<what>[^\s,][^,]*?)"
    rf"(?: columns?| again)?{_END}",
    re.IGNORECASE,
)
"""As in "drop cost", after revenue, cost and profit."""


def _with_less(text: str, talk: Talk) -> Plan | None:
    """Without one of several measures; None where it is none of them, or the only one."""
    found, before = LESS.fullmatch(text), talk.before
    pieces = talk.reads(found["what"]) if found and len(before.metrics) > 1 and not before.derived else ()
    if len(pieces) != 1 or pieces[0].unknown or pieces[0].named or pieces[0].groupings or pieces[0].stretches:
        return None
    gone = {one.metric for one in pieces[0].wanted}
    kept = tuple(one for one in before.metrics if one not in gone)
    limited = bool(before.having or before.by_change) and before.metrics[0] in gone
    return Plan((replace(before, metrics=kept),)) if gone and kept != before.metrics and kept and not limited else None


def _with_columns(metrics: Sequence[str], before: Query, here: Here) -> Plan | None:
    """Other measures of the same rows; those that stand in no table with them, in one of their own."""
    beside: list[str] = []
    apart: list[Query] = []
    first = here.catalogue[before.metrics[0]]
    for name in dict.fromkeys(metrics):
        if name not in here.vocabulary.askable or name in before.metrics:
            continue
        metric = here.catalogue[name]
        fields = {*before.by, *(one.field for one in before.where)}
        if not fields <= set(metric.by):
            return None
        is_now = looking_ahead.is_so_now(metric, before, here)
        said = "to date" if is_now else before.period_said
        period = timing.as_read(metric, timing.read(said, here, metric) if said else before.period)
        alike = metric.timing is first.timing and metric.outlook is first.outlook
        if alike or (period.start, period.end) == (before.period.start, before.period.end):
            beside.append(name)
        elif not (before.having or before.limit):
            still = "" if is_now else said
            apart.append(replace(before, metrics=(name,), period=period, period_said=still, having=None, order=None))
    if not beside and not apart:
        return None
    together = replace(before, metrics=(*before.metrics, *beside))
    return Plan((together, *apart))


def _with_names(whole: Parts, before: Query) -> Plan | None:
    """As in "add Globex", after Acme: of both; what was left out is no longer."""
    where = list(before.where)
    for named in whole.named:
        fields = {one.field for one in where}
        readings = [one for one in named.readings if one.dimension in fields]
        known = [one for one in readings if one.is_whole] or readings
        if named.negated or len({one.id for one in known}) != 1:
            return None
        place = next(at for at, one in enumerate(where) if one.field == known[0].dimension)
        old = where[place]
        if not old.negated:
            where[place] = _together(old, Filter(old.field, (known[0].id,), (known[0].label,)))
            continue
        left = [pair for pair in zip(old.ids, old.names, strict=True) if pair[0] != known[0].id]
        if len(left) == len(old.ids):
            return None
        where[place] = replace(old, ids=tuple(one for one, _ in left), names=tuple(one for _, one in left))
    return Plan((replace(before, where=tuple(one for one in where if one.ids)),))


RULES: tuple[Callable[[str, Talk], Plan | Stopped | None], ...] = (
    _both,
    _of_both_as_one,
    lambda text, talk: by_columns.ranked(text, talk.before),
    lambda text, talk: by_columns.limited(text, _what_was(talk)),
    _of_a_kind,
    _would_be,
    _difference,
    _with_less,
    _only_one,
    _paid_of_it,
    _on_target,
    _in_a_place,
    lambda text, talk: by_columns.of_rows_that_are_gone(text, _what_was(talk)),
    _the_other,
    _by_name,
    _moved,
    _with_more,
)
