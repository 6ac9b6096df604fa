"""Reads how long clients take to pay: "which client pays slowest", "when does Acme usually pay", "our best payers"."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.dates import Kind
from assistant.planning.money_meant import day_by_day
from assistant.planning.parts import Grouping, Ranking, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.tokens import is_plural
from assistant.planning.words import End, Role

PAYS = frozenset({"pay", "pays", "paying", "paid", "payer", "payers"})
SLOW = frozenset({"slowest", "slowly", "slow", "longest"})
FAST = frozenset({"fastest", "fast", "quickest", "quickly", "quick", "soonest", "promptest", "shortest"})
SLOW_PAYERS, FAST_PAYERS = frozenset({"worst", "latest"}), frozenset({"best"})
MOST = frozenset({"slowest", "longest", "fastest", "quickest", "soonest", "promptest", "shortest", "most"})
USUALLY = frozenset({"usually", "normally", "typically", "generally"})
TAKING = frozenset({"take", "takes", "took", "taken", "taking", "long"})
TAKES, LATE = "dso", "days_paid_late"


@needs(PAYS)
def how_long(clause: Clause) -> None:
    """As in "which client pays slowest": the days that receivables are outstanding, and no money paid."""
    words = {one.word for one in clause.tokens}
    found = clause.found
    if not PAYS & words or _is_ours(clause, words) or {one.metric for one in found.wanted} - {"collected", TAKES}:
        return
    are_payers = bool({"payer", "payers"} & words)
    slow = words & (SLOW | SLOW_PAYERS if are_payers else SLOW)
    fast = words & (FAST | FAST_PAYERS if are_payers else FAST)
    usual = USUALLY & words if "when" in words else frozenset()
    if not (slow or fast or usual):
        return
    said = {*slow, *fast, *USUALLY, "when", "most"}
    places = [at for at in range(len(clause.spans)) if _words(clause, at) & {*said, *PAYS}]
    first = next(at for at in places if _words(clause, at) & PAYS)
    rows = [_of_clients(one) for one in found.groupings]
    if (are_payers or MOST & words) and not rows and not found.named:
        rows = [Grouping(first, ("client",), is_subject=True)]
    if rows and (slow or fast):
        limit = next((one.limit for one in found.rankings), None) or (1 if _is_one(clause) else None)
        found.rankings[:] = [Ranking(first, End.HIGH if slow else End.LOW, limit)]
    found.wanted[:] = [_days(first, words, is_ranked=bool(rows and (slow or fast)))]
    found.groupings[:] = rows
    clause.use(*places)


@needs(Role.WHEN)
@needs_asked("collected")
def when_they_pay(clause: Clause) -> None:
    """As in "when will Acme pay us": on which days what they owe falls due; "when did they" those on which it came."""
    found = clause.found
    paid = [one for one in found.wanted if one.metric == "collected"]
    if len(paid) != 1 or len(found.wanted) != 1 or not clause.spans[0].role(Role.WHEN):
        return
    if WILL & {one.word for one in clause.tokens}:
        found.wanted[:] = [replace(paid[0], metric="receivables_due", said="due to be paid")]
    else:
        clause.use(0)
        found.groupings[:] = day_by_day(found.groupings, 0)


PAY, WILL = frozenset({"pay", "paying"}), frozenset({"will", "going", "paying"})


@needs(Role.WHEN)
@needs(PAY)
def will_pay(clause: Clause) -> None:
    """As in "when will Acme pay": of a client that is named it is us that it pays."""
    clients = any(one.dimension == "client" for named in clause.found.named for one in named.readings)
    at = next((at for at in range(len(clause.spans)) if clause.said(at).casefold() in PAY), None)
    if at is not None and clients and not clause.found.wanted and WILL & {one.word for one in clause.tokens}:
        clause.use(at)
        clause.found.wanted.append(Wanted(at, "collected", "pay"))


@needs_asked("days_past_due")
def late_in_a_time(clause: Clause) -> None:
    """As in "average days late per client this year": of what was paid in that time, and not what is overdue then."""
    found = clause.found
    late = [one for one in found.wanted if one.metric == "days_past_due" and "late" in one.said.split()]
    spans = [one.found for one in found.stretches if one.found.period.start is not None]
    if len(late) == len(found.wanted) == 1 and spans and all(one.kind is not Kind.DAY for one in spans):
        found.wanted[:] = [replace(late[0], metric=LATE)]


@needs_asked(LATE)
def share_paid_late(clause: Clause) -> None:
    """As in "what share of our invoices gets paid late": the share paid on time, which leaves that."""
    found = clause.found
    if [one.metric for one in found.wanted] != [LATE]:
        return
    shares = [at for at, _ in clause.roles(Role.SHARE, Role.PERCENT)]
    how_much = any(clause.said(at).casefold().startswith("how much") for at in shares)
    if shares and not how_much and not found.bounds:
        clause.use(*shares)
        found.wanted[:] = [Wanted(found.wanted[0].at, "paid_on_time", "paid late")]
        found.groupings[:] = [one for one in found.groupings if one.dimensions[:1] != ("invoice",)]


def _days(at: int, words: set[str], *, is_ranked: bool) -> Wanted:
    """What tells how late they pay, as in "who pays slowest", "slowest payers"; "takes longest" how long they take."""
    late = is_ranked and not words & TAKING
    return Wanted(at, LATE, "pays") if late else Wanted(at, TAKES, "days sales outstanding")


def _is_one(clause: Clause) -> bool:
    """As in "the quickest payer in 2026"."""
    payers = [one for one in clause.tokens if one.word == "payer"]
    return bool(payers) and not any(is_plural(one) for one in payers)


def _is_ours(clause: Clause, words: set[str]) -> bool:
    """As in "how fast do we pay suppliers": nothing tells how long we take."""
    of_vendors = any("vendor" in one.dimensions for one in clause.found.groupings)
    return of_vendors or ("we" in words and "paid" not in words)


def _words(clause: Clause, at: int) -> set[str]:
    span = clause.spans[at]
    return {one.word for one in clause.tokens[span.first : span.last + 1]}


def _of_clients(one: Grouping) -> Grouping:
    """Who pays is a client."""
    is_who = "person" in one.dimensions
    return Grouping(one.at, ("client",), one.alternative, one.is_one, one.is_subject, one.is_each) if is_who else one
