"""Reads the invoices of a time, and how they stand: "who still owes us for August invoices", "sent in May, unpaid"."""

from dataclasses import replace
from fractions import Fraction

from assistant.planning.clauses import Clause
from assistant.planning.parts import Bound, Grouping, Mark, Parts, Stretch, Unknown, Wanted
from assistant.planning.passes import needs
from assistant.planning.vocabulary import DimensionWord, MetricWord
from assistant.planning.words import YES_OR_NO, Role
from assistant.query import Comparison

INVOICES = frozenset({"invoice", "invoices", "bill", "bills"})
OF = frozenset({"from", "of"})
OWED, STILL_OPEN, PAID_SHARE, PAID = "receivables", "issued_open", "issued_paid_percent", "collected"
OVERDUE = "overdue_receivables"


ISSUED = frozenset({"issued", "sent", "raised"})


@needs("draft")
def draft_of_something(clause: Clause) -> None:
    """As in "draft projects", which are no invoices: those alone are drafts by themselves."""
    for one in list(clause.found.wanted):
        is_draft = one.metric == "draft_invoices" and clause.said(one.at).casefold() == "draft"
        if is_draft and clause.span(clause.after(one.at)).one(DimensionWord):
            clause.found.wanted.remove(one)
            clause.found.unknown.append(Unknown(one.at, "draft", clause.place_in_text(one.at), is_name=False))


@needs(INVOICES, ISSUED)
def still_open(clause: Clause) -> None:
    """What is open of the invoices that were issued in a time, and not what was owed at its end."""
    found = clause.found
    if any(one.metric == "invoiced" for one in found.wanted):  # "invoices over 20k issued since July"
        clause.use(*(at for at, span in enumerate(clause.spans) if not span.senses and clause.said(at) in ISSUED))
    whole = [one for one in found.stretches if not one.earlier and one.found.period.start is not None]
    if len(whole) != 1:
        return
    metrics = {one.metric for one in found.wanted}
    if metrics == {OWED} and _is_of_invoices(clause, whole[0].at):
        found.wanted[:] = [replace(one, metric=STILL_OPEN, said=_OPEN_OF_THEM) for one in found.wanted]
        if found.groupings and not found.bounds:
            found.bounds.append(Bound(whole[0].at, Comparison.MORE, Fraction(0)))
        found.groupings[:] = [
            replace(one, dimensions=("client",)) if "person" in one.dimensions else one for one in found.groupings
        ]
    elif PAID in metrics <= {PAID, "invoiced"} and _asks_whether(clause) and _is_of_invoices(clause, whole[0].at):
        _whether_paid(clause, whole[0].at)
    elif metrics == {OVERDUE} and _is_of_invoices(clause, whole[0].at):
        _which(clause, whole[0].at)
    elif metrics <= {"invoiced", OWED, PAID}:
        _issued_and(clause, whole[0].at)


def _asks_whether(clause: Clause) -> bool:
    return clause.first_token(0).text.casefold() in YES_OR_NO


def _whether_paid(clause: Clause, at: int) -> None:
    """As in "did Acme pay the August invoice": what is still open of what was issued then, whenever it was paid."""
    found = clause.found
    invoices = clause.after(at) or at
    found.wanted[:] = [Wanted(at, STILL_OPEN, _OPEN_OF_THEM)]
    found.groupings[:] = [Grouping(invoices, (one,), is_subject=True) for one in ("client", "invoice")]
    found.bounds[:] = [Bound(at, Comparison.MORE, Fraction(0))]
    clause.use(invoices)


_OPEN_OF_THEM, _PAID_OF_THEM = "still open of invoices issued", "paid share of invoices issued"


def _is_of_invoices(clause: Clause, at: int) -> bool:
    """As in "August invoices", "last month's invoices", "open invoices of September"."""
    following = clause.after(at)
    names_them = following is not None and clause.first_token(following).word in INVOICES
    before = clause.before(at)
    has_them = before is not None and clause.last_token(before).word in INVOICES and clause.word_before(at) in OF
    return names_them or has_them


def _which(clause: Clause, at: int) -> None:
    """As in "which August invoices": the rows are theirs."""
    before = clause.before(at)
    clause.use(before if clause.span(before).role(Role.WHICH) else None)


NOT_PAID = frozenset({"unpaid", "open", "outstanding", "paid"})


def _issued_and(clause: Clause, at: int) -> None:
    """As in "invoices sent in August that haven't been paid": each of them that is so, whenever that came about."""
    invoices = next((one for one in range(at + 2) if _are_invoices(clause, one)), None)
    if invoices is None or any(clause.spans[one].role(Role.HOW_MANY, Role.BREAK) for one in range(at)):
        return
    last = max(at, invoices)
    before = clause.before(invoices)
    state = next((one for one in range(last + 1, len(clause.spans)) if _how_they_stand(clause, one)), None)
    if state is None and before is not None and _how_they_stand(clause, before) == OVERDUE:
        state = before  # "overdue invoices issued in Q2"
    if state is None:
        return
    between = [one for one in range(last + 1, state) if not clause.is_filler(one)]
    denied = any(clause.spans[one].role(Role.NOT) for one in between)
    joined = (Role.NOT, Role.WHICH, Role.AND)
    if not all(clause.spans[one].role(*joined) or clause.said(one).casefold() == "but" for one in between):
        return
    found, how = clause.found, _how_they_stand(clause, state)
    _which(clause, min(at, invoices))
    clause.use(invoices, state, *between)
    found.groupings[:] = [one for one in found.groupings if one.at != invoices]
    found.groupings += [Grouping(invoices, (one,), is_subject=True) for one in ("client", "invoice")]
    if how == OVERDUE:
        found.wanted[:] = [Wanted(state, OVERDUE, "overdue invoices")]
    elif how == OWED or denied:
        found.wanted[:] = [Wanted(state, STILL_OPEN, _OPEN_OF_THEM)]
        found.bounds[:] = found.bounds or [Bound(state, Comparison.MORE, Fraction(0))]
    else:
        found.wanted[:] = [Wanted(state, PAID_SHARE, _PAID_OF_THEM)]
        found.bounds[:] = [replace(one, of="invoiced") for one in found.bounds]
        found.bounds.append(Bound(state, Comparison.AT_LEAST, Fraction(1)))


def _are_invoices(clause: Clause, at: int) -> bool:
    return at < len(clause.spans) and clause.first_token(at).text.casefold() in ("invoices", "bills")


def _how_they_stand(clause: Clause, at: int) -> str:
    """Whether they are said to be paid, owed or overdue there; blank for any other word."""
    span = clause.spans[at]
    word, vague = span.one(MetricWord), span.role(Role.AMBIGUOUS)
    if vague and isinstance(vague.value, tuple) and OVERDUE in vague.value:
        return OVERDUE
    said = word.said.split() if word else []
    is_state = word is not None and word.metric in (OWED, PAID) and said[-1:] and said[-1] in NOT_PAID
    return word.metric if word and is_state and not set(said) & INVOICES else ""


FROM_A_TIME = {OVERDUE: ("invoiced", "invoice"), "overdue_tasks": ("tasks_due", "task")}
"""What is overdue, and what it is that has a time of its own: when it was issued, or fell due."""


def of_a_time(clause: Clause, parts: Parts) -> tuple[Parts, Parts] | None:
    """As in "overdue invoices from Q2": those that are overdue now, of those of that time; None for any other."""
    whole = [one for one in parts.stretches if not one.earlier and one.found.period.start is not None]
    if len(parts.wanted) != 1 or len(whole) != 1 or len(parts.stretches) != 1 or not _is_from(clause, whole[0]):
        return None
    [wanted] = parts.wanted
    metric, row = FROM_A_TIME[wanted.metric]
    such = Parts(
        wanted=(Wanted(whole[0].at, metric, metric.replace("_", " ")),),
        groupings=(Grouping(whole[0].at, (row,), is_subject=True),),
        named=parts.named,
        stretches=parts.stretches,
        marks=(Mark(whole[0].at, Role.OF_SUCH),),
    )
    return replace(parts, stretches=()), such


def _is_from(clause: Clause, stretch: Stretch) -> bool:
    """Whether a time is said of what is overdue, and not of when it is."""
    first = clause.spans[stretch.at].first
    led_by = [one.text.casefold() for one in clause.tokens[max(0, first - 2) : first]]
    issued = led_by[-1:] in (["in"], ["on"]) and led_by[0] in ISSUED
    return issued or (bool(led_by) and led_by[-1] in OF | ISSUED) or _is_of_invoices(clause, stretch.at)
