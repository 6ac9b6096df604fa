"""The client-ready summary: what a client may be told of a period, in nine sections, as an outline."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from assistant.documents.client_facts import AHEAD, Agreement, ClientFacts, Step
from assistant.documents.numbers import Number, Origin
from assistant.documents.outline import (
    SLOT,
    Bar,
    Bars,
    Block,
    Bullets,
    Cell,
    Column,
    Footnote,
    Grid,
    Kind,
    Level,
    Outline,
    Paragraph,
    Section,
    Slot,
    Status,
    Text,
    Weight,
)
from assistant.documents.words import Words
from assistant.figures import EPOCH, Figure, Unit

LEAST_NEXT, MOST_STEPS, MOST_MILESTONES, MOST_CHANGES, MOST_NAMED = 2, 6, 8, 6, 2
MOST_QUOTES, MOST_BARS = 5, 6
SHORT = Fraction(85, 100)
"""From this share of a budget on, the client hears of it before it runs out."""
LATE_MOST = 5
MOST_OF_ONE = 4
"""Projects of one contact that are named."""

NAMES = frozenset({"name", "project", "title"})
"""The slots that hold the name of a thing."""

LEVEL_OF = {
    "on_track": Level.GOOD,
    "completed": Level.GOOD,
    "idle": Level.NEUTRAL,
    "at_risk": Level.CAREFUL,
    "blocked": Level.BAD,
}


def outline(facts: ClientFacts, words: Words) -> Outline:
    """The whole page; sections with nothing to say are left out."""
    writer = Writer(facts, words)
    made = (
        ("headline", "", writer.headline()),
        ("done", words("done"), writer.done()),
        ("next", words("next"), writer.next()),
        ("agreed", words("agreed_with_you"), writer.agreed()),
        ("milestones", words("milestones"), writer.milestones()),
        ("budget", words("budget"), writer.budget()),
        ("risks", words("risks"), writer.risks()),
        ("decisions", words("decisions"), writer.decisions()),
        ("changes", words("changes"), writer.changes()),
        ("contacts", words("contacts"), writer.contacts()),
    )
    sections = ((name, title, tuple(blocks)) for name, title, blocks in made)
    period = words.period(facts.period)
    return Outline(
        title=facts.client,
        subtitle=f"{words('summary')} · {period}",
        sections=tuple(Section(*one) for one in sections if one[2]),
        kind="summary",
        language=words.language,
        locale=words.locale,
        about=f"{words('summary')}, {period}",
    )


def status_of(facts: ClientFacts) -> str:
    """One word for where the work stands: "on_track", "at_risk", "blocked", "completed" or "idle"."""
    active = facts.open_projects
    if not facts.projects and not facts.agreements and not facts.billing:
        return "idle"
    if facts.projects and not active:
        return "completed"
    if active and all(one["status"] == "on_hold" for one in active):
        return "blocked"
    late = _late(facts)
    if any(one.waits for one in late):
        return "blocked"
    if late or any(one.is_over and one.kind != "retainer" for one in _running(facts)):
        return "at_risk"
    return "on_track"


def _running(facts: ClientFacts) -> tuple[Agreement, ...]:
    """The agreements of projects that are not finished."""
    active = {one["project_id"] for one in facts.open_projects}
    return tuple(one for one in facts.agreements if one.project_id in active)


def _late(facts: ClientFacts) -> tuple[Step, ...]:
    """Steps of running projects whose day has passed, milestones first."""
    active = {one["project_id"] for one in facts.open_projects if one["status"] != "on_hold"}
    late = [one for one in facts.steps if one.is_late and one.project_id in active]
    return tuple(sorted(late, key=lambda one: (not one.is_milestone, one.due, one.name)))


class Writer:
    """Writes the sections of one summary."""

    def __init__(self, facts: ClientFacts, words: Words) -> None:
        self.facts, self.words = facts, words

    def said(self, key: str, **slots: Slot | None) -> Text:
        """A standing sentence with its slots filled."""
        told = {name: slot for name, slot in slots.items() if slot is not None}
        quoted = {name: self.words.name(slot) for name, slot in told.items() if name in NAMES and isinstance(slot, str)}
        return self.timed(self.words(key), told | quoted)

    def timed(self, template: str, slots: Mapping[str, Slot]) -> Text:
        """A sentence that may say when."""
        when = self.words.when(self.facts.period)
        said = {"when": when, "When": when[:1].upper() + when[1:]}
        return Text(template, {name: said[name] for name in SLOT.findall(template) if name in said} | dict(slots))

    def named(self, names: Iterable[str]) -> str:
        """Names in a row."""
        return self.words.listed(tuple(self.words.name(one) for one in names))

    def work(self, projects: tuple[str, ...]) -> str:
        """Projects in a row; of many the first few, as one line has room for no more."""
        if len(projects) <= MOST_OF_ONE:
            return self.named(projects)
        return self.words.listed((*map(self.words.name, projects[:MOST_OF_ONE]), self.words("others")))

    def project(self, one: Step) -> str:
        """The name of a step's project."""
        return str(self.facts.projects[one.project_id]["name"])

    def headline(self) -> Iterator[Block]:
        """The status word, and what matters most in one or two sentences."""
        status = status_of(self.facts)
        yield Status(self.words(status), LEVEL_OF[status])
        texts = list(self.lead(status))
        slots = {f"s{place}_{name}": slot for place, one in enumerate(texts) for name, slot in one.slots.items()}
        parts = []
        for place, one in enumerate(texts):
            template = one.template
            for name in one.slots:
                template = template.replace(f"{{{name}}}", f"{{s{place}_{name}}}")
            parts.append(template)
        yield Paragraph(Text(" ".join(parts), slots), Weight.LEAD)

    def lead(self, status: str) -> Iterator[Text]:
        """The sentences of the headline."""
        facts = self.facts
        done = self.finished()
        if status == "completed":
            told = facts.agreements or facts.billing
            yield self.said("lead_closed" if told else "lead_closed_idle", day=_day("as_of", facts))
        elif done:
            named = tuple(one.name for one in done[:MOST_NAMED])
            key = "lead_done" if len(done) <= MOST_NAMED else "lead_done_many"
            count = counted("steps", len(done))
            yield self.said(key, names=self.named(named), count=count)
        elif self.began():
            yield self.said("lead_first")
        elif status == "blocked" or _late(facts) or any(one.is_over for one in _running(facts)):
            pass  # what rests, is late or used up says it all
        elif facts.agreements or facts.billing:
            yield self.said("lead_quiet")
        else:
            yield self.said("lead_idle")
        held = tuple(str(one["name"]) for one in facts.open_projects if one["status"] == "on_hold")
        if held:
            yield self.said("lead_hold", names=self.named(held))
        late = _late(facts)
        if late:
            yield self.said("lead_late", name=late[0].name, day=late[0].due_number)
        over = min(
            (one for one in _running(facts) if one.is_over), key=lambda one: one.kind == "retainer", default=None
        )
        if over is not None:
            yield self.said("lead_over", name=over.name, used=over.used, total=over.total)
        coming = self.coming()
        if coming and coming[0].due_number:
            yield self.said("lead_next", name=coming[0].name, day=coming[0].due_number)

    def began(self) -> bool:
        """Whether the client's first work began in the period."""
        starts = [one["start_date"] for one in self.facts.projects.values() if one["start_date"]]
        return bool(starts) and self.facts.period.start is not None and self.facts.period.contains(min(starts))

    def finished(self) -> list[Step]:
        """Steps done in the period, the latest first."""
        done = [one for one in self.facts.steps if one.done and self.facts.period.contains(one.done)]
        return sorted(done, key=lambda one: (not one.is_milestone, -(one.done or EPOCH).toordinal(), one.name))

    def coming(self) -> list[Step]:
        """Steps still to do whose day has not passed, the next first."""
        active = {one["project_id"] for one in self.facts.open_projects if one["status"] != "on_hold"}
        return [
            one for one in self.facts.steps
            if one.done is None and not one.is_late and one.project_id in active and one.due is not None
        ]  # fmt: skip

    def done(self) -> Iterator[Block]:
        """What was finished in the period."""
        items = tuple(
            self.said("step_done", name=one.name, project=self.project(one), day=one.done_number or one.due_number)
            for one in self.finished()[:MOST_STEPS]
        )
        if items:
            yield Bullets(items)

    def next(self) -> Iterator[Block]:
        """What comes next, with its day."""
        items = tuple(
            self.said("step_next", name=one.name, project=self.project(one), day=one.due_number)
            for place, one in enumerate(self.coming()[:MOST_STEPS])
            if place < LEAST_NEXT or (one.due and one.due - self.facts.stands_on <= AHEAD)
        )
        if items:
            yield Bullets(items)

    def agreed(self) -> Iterator[Block]:
        """What was decided or promised, as the notes for the client say it."""
        items = tuple(self.said("quote", sentence=one.sentence, day=one.day) for one in self.facts.quotes[:MOST_QUOTES])
        if items:
            yield Bullets(items)

    def milestones(self) -> Iterator[Block]:
        """The milestones around the period, by day."""
        first = self.facts.period.start or self.facts.period.end
        near = [
            one for one in self.facts.steps
            if one.is_milestone and (one.done is None or one.done >= first)
        ]  # fmt: skip
        rows = tuple(self.milestone(one) for one in near[:MOST_MILESTONES])
        columns = (
            Column(self.words("milestone")),
            Column(self.words("target"), Kind.DATE),
            Column(self.words("forecast"), Kind.DATE, self.words("open_date")),
            Column(self.words("status"), Kind.STATUS),
        )
        if rows:
            yield Grid(columns, rows, caption=self.words("milestones"))

    def milestone(self, one: Step) -> tuple[Cell, ...]:
        """One milestone: the forecast is the day it was reached or is still planned for."""
        if one.done is not None:
            key, level, forecast = "reached", Level.GOOD, one.done_number or one.due_number
        elif one.is_late:
            key, level, forecast = "late", Level.CAREFUL, None
        else:
            key, level, forecast = "planned", Level.NEUTRAL, one.due_number
        return (one.name, one.due_number, forecast, Status(self.words(key), level))

    def budget(self) -> Iterator[Block]:
        """What was agreed, used and is left; a fixed fee by what is earned of it and how far the work is."""
        hourly = [one for one in self.facts.agreements if one.kind != "fixed" and one.total is not None]
        fixed = [one for one in self.facts.agreements if one.kind == "fixed" and one.total is not None]
        drawn = tuple(self.bars(hourly, fixed))
        if 0 < len(drawn) <= MOST_BARS:  # of more, a drawing would be of some only: the tables tell all
            yield Bars(drawn, self.words("bars"))
        if hourly:
            yield self.by_hours(hourly)
        if fixed:
            yield self.fixed(fixed)
        said = [*self.balances(hourly), *self.capped(hourly), *self.hours(), *self.billing()]
        if said:
            yield Bullets(tuple(said))
        if hourly or fixed:
            day = _day("as_of", self.facts)
            yield Footnote(self.said("as_of", day=day))

    def bars(self, hourly: list[Agreement], fixed: list[Agreement]) -> Iterator[Bar]:
        """How far each agreement is used, of a fixed fee how much is earned; each against its own amount."""
        for one in [*hourly, *fixed]:
            filled = one.earned if one.kind == "fixed" else one.used
            if filled is not None and one.total is not None and one.total.figure.value > 0:
                yield Bar(self.name(one), filled, one.total, self.said("bar", used=filled, total=one.total))

    def name(self, one: Agreement) -> str:
        """What an agreement is called, with its kind where its name does not say it."""
        kind = self.words(one.kind)
        return one.name if kind.casefold() in one.name.casefold() else f"{one.name} ({kind})"

    def by_hours(self, agreements: list[Agreement]) -> Grid:
        """Time and materials, and retainers."""
        columns = (
            Column(self.words("agreement")),
            *(Column(self.words(one), Kind.NUMBER) for one in ("agreed", "used", "remaining", "used_share")),
        )
        rows = tuple((self.name(one), one.total, one.used, one.remaining, one.used_share) for one in agreements)
        return Grid(columns, rows, caption=self.words("budget"))

    def fixed(self, agreements: list[Agreement]) -> Grid:
        """Fixed fees; how far the work is comes from its tasks and stands only where there are any."""
        progress = [self.facts.progress.get(one.project_id) for one in agreements]
        columns = [
            Column(self.words("agreement")),
            Column(self.words("agreed"), Kind.NUMBER),
            Column(self.words("earned"), Kind.NUMBER),
        ]
        rows: list[tuple[Cell, ...]] = [(self.name(one), one.total, one.earned) for one in agreements]
        if any(progress):
            columns.append(Column(self.words("complete"), Kind.NUMBER))
            rows = [(*row, share) for row, share in zip(rows, progress, strict=True)]
        return Grid(tuple(columns), tuple(rows), caption=self.words("budget"))

    def balances(self, agreements: list[Agreement]) -> Iterator[Text]:
        """Where each retainer stands in hours."""
        for one in agreements:
            value = one.balance.figure.value if one.balance else Fraction(0)
            if one.balance and value > 0:
                yield self.said("balance_left", name=one.name, balance=one.balance)
            elif one.balance and value < 0:
                yield self.said("balance_over", name=one.name, balance=_without_sign(one.balance))
            elif one.charges_beyond and one.is_over:
                yield self.said("balance_charged", name=one.name)

    def capped(self, agreements: list[Agreement]) -> Iterator[Text]:
        """Where work goes on beyond what is charged."""
        for one in agreements:
            if one.is_capped and one.is_over:
                yield self.said("capped", name=one.name, total=one.total)

    def hours(self) -> Iterator[Text]:
        """The hours charged in the period, by service."""
        facts = self.facts
        if facts.hours_total is None:
            return
        named = [(name, one) for name, one in facts.hours if name]
        if not named or len(facts.hours) == 1:
            yield self.said("hours", hours=facts.hours_total)
            return
        parts = [(name or self.words("no_service"), one) for name, one in facts.hours]
        slots: dict[str, Slot] = {}
        texts = []
        for place, (name, number) in enumerate(parts):
            slots |= {f"hours{place}": number, f"name{place}": self.words.name(name)}
            texts.append(f"{{hours{place}}} {{name{place}}}")
        template = self.words("hours_parts").replace("{parts}", self.words.listed(tuple(texts)))
        yield self.timed(template, {"hours": facts.hours_total, **slots})

    def billing(self) -> Iterator[Text]:
        """What was invoiced, and what is open."""
        for one in self.facts.billing:
            if one.invoiced and one.invoiced.figure.value:
                yield self.said("invoiced", invoiced=one.invoiced)
            value = one.open.figure.value if one.open else Fraction(0)
            if one.open and value < 0:
                yield self.said("credit", open=_without_sign(one.open))
            elif one.open and value > 0:
                late = one.overdue and one.overdue.figure.value > 0
                yield self.said("overdue" if late else "open", open=one.open, overdue=one.overdue)

    def risks(self) -> Iterator[Block]:
        """What stands in the way, and what the house does about it."""
        items = [
            self.said("risk_waits" if one.waits else "risk_late", name=one.name, project=self.project(one),
                      day=one.due_number)
            for one in _late(self.facts)[:LATE_MOST]
        ]  # fmt: skip
        for one in _running(self.facts):
            if one.kind == "retainer" or one.used_share is None:
                continue
            if one.is_over and not one.is_capped:
                items.append(self.said("risk_over", name=one.name, used=one.used, total=one.total))
            elif SHORT <= one.used_share.figure.value <= 1:
                items.append(self.said("risk_short", name=one.name, share=one.used_share, remaining=one.remaining))
        held = tuple(str(one["name"]) for one in self.facts.open_projects if one["status"] == "on_hold")
        if held:
            items.append(self.said("risk_hold", names=self.named(held)))
        if items:
            yield Bullets(tuple(items))

    def decisions(self) -> Iterator[Block]:
        """What the client is asked for: changes to decide on, agreements to renew."""
        items = [
            self.said("decide_change_amount" if one.amount else "decide_change", title=one.title, amount=one.amount,
                      day=one.day)
            for one in self.facts.changes if one.is_pending
        ][:MOST_CHANGES]  # fmt: skip
        for one in _running(self.facts):
            ends = one.ends_on
            if one.kind == "retainer" and ends and 0 <= (ends - self.facts.stands_on).days <= SOON:
                items.append(self.said("decide_ending", name=one.name, day=one.end))
        if items:
            yield Bullets(tuple(items))

    def changes(self) -> Iterator[Block]:
        """Changes agreed lately, and those that wait."""
        chosen = sorted(self.facts.changes, key=lambda one: (not one.is_pending, -(one.on or EPOCH).toordinal()))
        rows = tuple(
            (
                one.title,
                one.amount,
                one.day,
                Status(self.words("pending" if one.is_pending else "approved"),
                       Level.CAREFUL if one.is_pending else Level.GOOD),
            )
            for one in chosen[:MOST_CHANGES]
        )  # fmt: skip
        columns = (
            Column(self.words("change")),
            Column(self.words("amount"), Kind.NUMBER),
            Column(self.words("since"), Kind.DATE),
            Column(self.words("status"), Kind.STATUS),
        )
        if rows:
            yield Grid(columns, rows, caption=self.words("changes"))

    def contacts(self) -> Iterator[Block]:
        """Whom to call."""
        items = []
        for one in self.facts.contacts:
            role = self.words("account_manager")
            if not one.is_account_manager:
                role = self.words("project_manager").replace("{projects}", self.work(one.projects))
            items.append(self.said("contact", name=one.name, role=role, email=one.email))
        if items:
            yield Bullets(tuple(items))


SOON = 60
"""Days before the end of an agreement from which on its renewal is asked about."""


def counted(key: str, count: int) -> Number:
    """How many things the page lists or speaks of."""
    origin = Origin(key, "Counted from the steps listed", verified=False)
    return Number(Figure(key, Fraction(count), Unit.COUNT), origin)


def _day(key: str, facts: ClientFacts) -> Number:
    """The last day of the period, which is asked about and not found."""
    days = (facts.period.end - EPOCH).days
    return Number(Figure(key, Fraction(days), Unit.DATE), Origin("period", "The last day of the period asked about"))


def _without_sign(number: Number) -> Number:
    return replace(number, figure=replace(number.figure, value=abs(number.figure.value), rounded=None))
