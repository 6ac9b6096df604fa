"""When: the period of each metric, its default, and the period it is compared with."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pyarrow.compute as pc

from assistant.agency.periods import Period
from assistant.metrics.definition import Metric, Outlook, Through, Timing
from assistant.planning import closing_days, days_away, like_for_like, looking_ahead, looking_back, words
from assistant.planning.dates import Found, find_periods, one_before, previous, read_period, unit_before, year_before
from assistant.planning.dates import Kind as Said
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates_feasts import ALSO_SAID, FEASTS
from assistant.planning.dates_labels import in_days
from assistant.planning.dates_units import Stretch, Unit, around, number_of, numbered
from assistant.planning.dates_within import of_days, within_each_other
from assistant.planning.dates_words import WEEKDAYS
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.parts import Parts
from assistant.planning.tokens import key
from assistant.planning.whole_work import (
    ALL_WORK,
    WHOLE_WORK,
    in_all,
    is_of_all_before,
    of_the_whole_work,
    of_work,
    whatever_day,
)
from assistant.planning.words import Role
from assistant.query import Against, Filter

if TYPE_CHECKING:
    from assistant.permissions.view import View

DEFAULTS = {Outlook.ACTUAL: "last month", Outlook.FORECAST: "next quarter"}
"""What is asked about when no period is said; a state is told as it is today."""

TREND = "last 12 months"
"""What a trend without a period is told over."""

LONG_MONTH, LONG_QUARTER, LONG_YEAR, WEEK = 31, 92, 366, 7


def periods(metric: Metric, parts: Parts, here: Here, where: Sequence[Filter] = ()) -> tuple[tuple[Period, str], ...]:
    """Every period asked about, as this metric reads it, with the phrase it came from."""
    if metric.days_ahead:
        # What may begin within a quarter may go on beyond it: a start is looked for from today on, and that is said.
        return (default(metric, replace(parts, relatives=()), here, where),)
    said = [one.found for one in parts.stretches if not one.earlier]
    day = as_of(parts) if metric.timing is Timing.STATE or metric.outlook is Outlook.STATE else None
    said = [day] if day else said
    whole = [one for one in said if one.period.start is not None]
    if said:
        read_here = [_from_the_beginning(reread(metric, one, here), metric, parts, here) for one in whole or said]
        read_here = [_at_an_end(metric, one) for one in read_here]
        ends = [reread(metric, one, here).period.end for one in said if one.period.start is None]
        read_here = within_each_other(read_here, ends if whole else [], here)
        read_here = [looking_ahead.still_to_come(metric, one, here) for one in read_here]
        return tuple((as_read(metric, one.period), phrase_of(one, here)) for one in read_here)
    return (default(metric, parts, here, where),)


def _at_an_end(metric: Metric, found: Found) -> Found:
    """As in "forecast margin at the end of the year": how it will stand on that day, and no months before it."""
    day = found.period.end
    is_last = found.kind is Said.UNTIL or (found.kind is Said.EDGE and LAST.search(found.phrase))
    if not metric.to_the_end or not is_last:
        return found
    return replace(found, period=Period(None, day, f"{found.text} ({in_days(Stretch(day, day))})"))


LAST = re.compile(r"\b(?:end|close)\b", re.IGNORECASE)


UNTIL = ("until ", "till ", "through ", "up to ", "by ", "before ", "prior to ", "on or before ")


def _from_the_beginning(found: Found, metric: Metric, parts: Parts, here: Here) -> Found:
    """As in "hours until 10 August": from the first day of its year, where nothing says since when."""
    day = found.period.end
    closing = (
        closing_days.all_that_close(here)
        if metric.name in closing_days.OF_DEALS and found.phrase.startswith(UNTIL)
        else None
    )
    if closing and closing.start and found.period.start is None:
        return of_days(found, min(closing.start, day), day)
    if is_of_all_before(metric, found):
        return found
    is_open = found.phrase.startswith(UNTIL) and since_when(metric, found.period, parts, here)
    if not is_open or day > here.knows_until or metric.outlook is not Outlook.ACTUAL:
        return found
    first = numbered(Unit.YEAR, number_of(Unit.YEAR, day, here.calendar), here.calendar).start
    return of_days(found, first, day)


def as_of(parts: Parts) -> Found | None:
    """As in "as of 15 September": the day a state is read off, or that something was known on."""
    asked = (one.found for one in parts.stretches if not one.earlier)
    return next((one for one in asked if one.kind is Said.UNTIL and one.phrase.startswith(AS_OF)), None)


AS_OF = ("as of ", "as at ")


def known_or_until(metric: Metric, parts: Parts, here: Here) -> tuple[Period, Period] | None:
    """The period and the day of "revenue for Q3 as of 15 September": known on that day, or counted until then."""
    day, whole = as_of(parts), [one.found for one in parts.stretches if not one.earlier and one.found.period.start]
    if day is None or not whole or metric.timing is Timing.STATE or day.period.end >= here.today:
        return None
    return reread(metric, whole[0], here).period, day.period


def default(metric: Metric, parts: Parts, here: Here, where: Sequence[Filter] = ()) -> tuple[Period, str]:
    """The period where none is said."""
    here = here if here.today == here.knows_until else replace(here, today=here.knows_until)
    if metric.outlook is Outlook.STATE:
        named = {name for one in where if one.field == "deal" and not one.negated for name in one.ids}
        closing = closing_days.all_that_close(here, named) if closing_days.closes_some_day(metric, parts) else None
        return closing or Period(None, here.today, "to date"), ""
    own = _of_its_own(metric, parts, here, where)
    if own is not None:
        return own, ""
    compared = compared_with(parts)
    if compared is not None:
        return read(like_for_like.beside(compared.period, unit_of(compared.period), metric, here), here), ""
    if of_the_whole_work(metric, parts, here, where):
        return read("to date", here), "to date"
    if is_ever(here) and metric.outlook is Outlook.ACTUAL and metric.timing is Timing.FLOW:
        return read(f"of {ALL_TIME}", here), ALL_TIME
    usual = read(_looking_ahead(metric, parts) or metric.usual_period or _implied(metric, parts, here), here, metric)
    return recorded_instead(metric, usual, here) or usual, ""


ALL_TIME = "all time"
_EVER = Guarded(r"\b(?:never|ever)\b", re.IGNORECASE)


def is_ever(here: Here) -> bool:
    """As in "which clients have we never invoiced": of no month, but of all there has been."""
    return _EVER.search(here.nameless) is not None


def _of_its_own(metric: Metric, parts: Parts, here: Here, where: Sequence[Filter]) -> Period | None:
    """The period that what is asked about has by itself."""
    if metric.to_the_end and not parts.relatives:
        return to_the_end(here)
    told_by = {name for one in parts.groupings for name in one.dimensions}
    if metric.name == "receivables_due" and {"invoice", "day"} <= told_by:
        return whatever_day(here)
    if metric.days_ahead and not parts.relatives:
        return ahead(metric, here)
    if metric.name in UNDECIDED and not parts.relatives:
        return undecided(metric, here)
    work = of_a_deal(metric, where, here)
    return whenever(parts, here) if work is None and parts.mark(Role.WHEN) and metric.name in DATED else work


DATED = (
    "milestones_due",
    "tasks_due",
    "milestones_slipped",
    "projects_starting",
    "projects_ending",
    "agreements_ending",
    "pipeline_value",
    "deals_open",
)
"""What has a day, which "when" asks for."""

DAYS_OF = (("projects", "start_date"), ("projects", "end_date"), ("budgets", "end_date"), ("tasks", "due_date"))


def whenever(parts: Parts, here: Here) -> Period:
    """All days that are known, of what is named; of anything, those from today on, so that the next comes first."""
    ends = [pc.min_max(here.view.rows(table, (name,)).column(name))["max"].as_py() for table, name in DAYS_OF]
    last = max([here.today, *(one for one in ends if one)])
    if any(not one.negated for one in parts.named) and not NEXT.search(here.nameless):
        return Period(None, last, "at any time")
    return Period(here.today, last, f"from today on (until {in_days(Stretch(last, last))})")


NEXT = re.compile(r"\b(?:next|upcoming|coming|first|soonest|earliest)\b", re.IGNORECASE)
"""Said of what has a day, it asks for those to come."""

LAST_DAYS = {"budgets": "end_date", "bookings": "end_date", "expenses": "date"}
"""Where it stands until when something is agreed, booked or ordered."""


def to_the_end(here: Here) -> Period:
    """Everything up to the month in which the last is due that is agreed, booked or ordered, as the asker sees it."""
    return to_completion(here.view, here.today)


def to_completion(view: "View", today: date) -> Period:
    """The same, of what a view shows."""
    ends = [pc.min_max(view.rows(table, (name,)).column(name))["max"].as_py() for table, name in LAST_DAYS.items()]
    last = max([today, *(one for one in ends if one)])
    return Period(None, last.replace(day=monthrange(last.year, last.month)[1]), "to completion")


UNDECIDED = ("pending_hours", "pending_absence_days")
"""What waits for somebody to decide, whichever day it is for."""


def undecided(metric: Metric, here: Here) -> Period:
    """All that waits: time to date, and leave of this year and the next."""
    if metric.through is Through.TODAY:
        return Period(None, here.today, "to date")
    year = here.today.year
    return Period(date(year, 1, 1), date(year + 1, 12, 31), f"this year and next ({year} - {year + 1})")


def ahead(metric: Metric, here: Here) -> Period:
    """From today on for as long as the metric looks ahead."""
    weeks = metric.days_ahead // WEEK
    return Period(here.today, here.today + timedelta(days=metric.days_ahead - 1), f"the {weeks} weeks from today on")


def of_a_deal(metric: Metric, where: Sequence[Filter], here: Here) -> Period | None:
    """The time a deal that is named would take of people, from today on: a quarter may miss it."""
    named = {name for one in where if one.field == "deal" and not one.negated for name in one.ids}
    if metric.outlook is not Outlook.FORECAST or "deal_roles" not in metric.reads or not named:
        return None
    rows = here.view.rows("deals", ("deal_id", "expected_close", "start_date", "end_date")).to_pylist()
    begins = [(one, one["start_date"] or one["expected_close"]) for one in rows if one["deal_id"] in named]
    ends = [one["end_date"] or begin + timedelta(days=NO_END) for one, begin in begins if begin]
    if not ends or max(ends) < here.today:
        return None
    first, last = max(here.today, min(begin for _, begin in begins if begin)), max(ends)
    return Period(first, last, f"while it would be worked on ({in_days(Stretch(first, last))})")


NO_END = 89
"""How many days after the first a deal without an end ends."""


def recorded_instead(metric: Metric, usual: Period, here: Here) -> Period | None:
    """All that is recorded, where all of it lies before the usual period: an old export is asked about whole."""
    if metric.outlook is not Outlook.ACTUAL or "time_entries" not in metric.reads or usual.start is None:
        return None
    days = pc.min_max(here.view.counted("time_entries", ("date",)).column("date"))
    first, last = days["min"].as_py(), days["max"].as_py()
    if last is None or last >= usual.start:
        return None
    return Period(first, last, f"all that is recorded ({in_days(Stretch(first, last))})")


IS_AWAY = re.compile(
    r"^(?:who(?: all| else)?(?: is|'s| are)|(?:is )?(?:anyone|anybody|somebody|someone)"
    r"|(?:which|how many) (?!days?\b|hours?\b)[\w ]{1,30}? (?:is|are))\b",
    re.IGNORECASE,
)
"""As in "who is off", which nothing but the day it is asked on can answer."""

UPCOMING = frozenset({"upcoming", "coming", "ahead", "next"})


def _looking_ahead(metric: Metric, parts: Parts) -> str:
    """As in "upcoming milestones": what has been due is none of them."""
    if parts.mark(Role.WHEN) and metric.name == "free_hours":
        return "next 56 days"
    said = {word for one in parts.wanted if one.metric == metric.name for word in one.said.split()}
    comes = parts.mark(Role.TO_COME) or (metric.through is Through.END and said & UPCOMING)
    return "next 90 days" if comes else ""


def _implied(metric: Metric, parts: Parts, here: Here) -> str:
    """The stretch that the other words imply: a week against the week before, a trend, or the usual one."""
    if parts.mark(Role.LACKING) and metric.name in ("absence_days", "absence_hours"):
        return "this year"  # leave is counted by the year
    if metric.name.startswith("absence") and _is_away(parts, here):
        return "today"
    if any((one.metric, one.said) == ("days_paid_late", "pays") for one in parts.wanted) and not parts.relatives:
        return TREND  # how somebody pays is seen over a year
    same = SAME_UNIT.search(here.nameless) if parts.relatives else None
    near = (one.unit for one in parts.relatives if one.unit in ("week", "quarter"))
    relative = same[1].lower() if same else next(near, "")
    told_by = {name for one in parts.groupings for name in one.dimensions}
    unit = next((one for one in words.STRETCHES if one in told_by), "")
    ahead = metric.looks_forward and not relative and looking_back.is_beside_plans(here)
    if relative or ahead or metric.outlook is not Outlook.ACTUAL:
        return f"last {relative}" if relative else DEFAULTS[Outlook.FORECAST if ahead else metric.outlook]
    if unit or parts.mark(Role.TREND):
        return words.STRETCHES.get(unit, TREND)
    return "this month" if parts.mark(Role.NOW) else DEFAULTS[Outlook.ACTUAL]


def _is_away(parts: Parts, here: Here) -> bool:
    """Whether somebody is asked for who is away, by what they are and not by how much of it."""
    asks_rows = any(one.is_subject for one in parts.groupings)
    of_so_much = parts.rankings or any(one.value for one in parts.bounds) or parts.mark(*_AT_LENGTH)
    return asks_rows and not of_so_much and IS_AWAY.match(here.bare) is not None


_AT_LENGTH = (Role.AVERAGE, Role.TREND, Role.MORE, Role.CHANGE, Role.SHARE, Role.LACKING, Role.IN_TOTAL)
"""What is told by how much there was of it, which a day cannot tell."""


def since_when(metric: Metric, period: Period, parts: Parts, here: Here) -> bool:
    """Whether something counted over a period is asked without a beginning, and not of one piece of work."""
    to_now = any(one.found.phrase == "to date" for one in parts.stretches)
    whole_work = "project" in metric.by and of_work(parts, ALL_WORK if to_now or in_all(here) else WHOLE_WORK)
    to_date = metric.outlook is Outlook.STATE
    everything = any(one.found.phrase.removeprefix("of ") == ALL_TIME for one in parts.stretches)
    everything = everything or (is_ever(here) and parts.main is None)
    everything = everything or (parts.main is not None and is_of_all_before(metric, parts.main))
    at_an_end = parts.main is not None and parts.main.kind in (Said.EDGE, Said.UNTIL)
    endless = everything or (metric.to_the_end and (parts.main is None or at_an_end))
    endless = endless or metric.name == "receivables_due" or (metric.name in UNDECIDED and parts.main is None)
    dated = parts.mark(Role.WHEN) and metric.name in DATED
    open_start = metric.timing is Timing.FLOW and period.start is None
    return open_start and not (whole_work or to_date or endless or dated)


def beginnings(period: Period, parts: Parts, here: Here) -> tuple[str, ...]:
    """The question with three days on which what is asked "in 2025 or earlier" may begin; "so far" this month, too."""
    said = next((one.found for one in parts.stretches if not one.earlier and one.found.period == period), None)
    if said is None or said.phrase.endswith(("so far", "date", "time")) or said.text not in here.text:
        return tuple(f"{here.bare} {one}?" for one in ("this month", "this quarter", "this year"))
    end = min(period.end, here.today)
    starts = (around(unit, end, 0, here.calendar).start for unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR))
    days = dict.fromkeys(f"from {start.isoformat()} to {end.isoformat()}" for start in starts)
    text = re.sub(rf"(?:\b(?:in|on|during|from)\s+)?{re.escape(said.text)}", "{}", here.text, count=1)
    return tuple(text.replace("{}", one).rstrip("?!. ") + "?" for one in days)


def compared_with(parts: Parts) -> Found | None:
    """The period that stands after "versus" where none is asked about."""
    earlier = next((one.found for one in parts.stretches if one.earlier), None)
    return earlier if parts.main is None else None


def read(phrase: str, here: Here, metric: Metric | None = None) -> Period:
    """A phrase of ours as a period."""
    looks = looks_of(metric) if metric else Looks.ACTUAL
    return find_periods(phrase, here.today, here.calendar, looks)[0].period


def looks_of(metric: Metric) -> Looks:
    """Which way its periods are read: of what is read off on a day, "the end of March" is a day."""
    state = metric.timing is Timing.STATE and metric.outlook is Outlook.ACTUAL
    return Looks.STATE if state else Looks(metric.outlook.value)


def reread(metric: Metric, found: Found, here: Here) -> Found:
    """A phrase as this metric reads it: "March" of a forecast is the next one to come.

    It is read where it stands, as "Q1 and Q2 2026" say their year once.
    """
    looks = looks_of(metric)
    is_away = metric.name.startswith("absence") and PRESENT_TENSE.search(here.nameless)
    named = DAYS_TO_COME.search(found.phrase) or MONTHS & set(found.phrase.split())
    by_a_day = found.kind is Said.UNTIL and not found.phrase.startswith(AS_OF)
    to_come = bool(FUTURE.search(here.nameless) or ((is_away or metric.looks_forward) and (named or by_a_day)))
    is_open = to_come or bool(MONTHS & set(found.phrase.split()) and found.kind is not Said.SINCE)
    was = PAST_TENSE.search(here.nameless) is not None
    is_past = was or looking_back.is_beside_what_is_known(here) or looking_ahead.was_due(metric, here)
    looks_on = is_open and not is_past and (is_away or metric.looks_forward)
    if looks_on or looking_back.is_leave_ahead(metric, found, here):
        looks = Looks.FORECAST
    if looking_ahead.is_of_what_may_close(metric, here) or looking_ahead.is_nearer_ahead(metric, found, here):
        looks = Looks.FORECAST
    if metric.looks_forward and looks is Looks.ACTUAL:
        is_ahead = looking_back.is_beside_plans(here) or looking_back.is_numbered_ahead(found, here)
        looks = Looks.FORECAST if is_ahead else looks
    of_a_month = looks is Looks.FORECAST and metric.outlook is Outlook.FORECAST and MONTHS & set(found.phrase.split())
    if of_a_month and looking_back.has_been(found, here):
        looks = Looks.ACTUAL
    if metric.timing is Timing.STATE and found.kind is Said.UNTIL and looking_ahead.is_a_day_ahead(found, here):
        looks = Looks.FORECAST
    looks = days_away.looked_at(metric, found, looks, is_past=was)
    again = find_periods(here.nameless, here.today, here.calendar, looks)
    return days_away.told(metric, next((one for one in again if one.span == found.span), found), here)


PRESENT_TENSE = re.compile(
    r"\b(?:(?<!what )(?:is|are)|am|will|going to be|who's|who're|anyone's|booked|planned|scheduled|upcoming|future|"
    r"requested|(?:have|has|with)(?= (?:[\w.]+ ){0,4}(?:days?|leave|vacation|holidays?|time off)\b))\b",
    re.IGNORECASE,
)
"""As in "who is on vacation in November", "days off booked for December"; "what is the absence rate" is of any day."""

FUTURE = Guarded(r"\b(?:will|upcoming|future)\b")
"""Written small: Will is somebody."""

DAYS_TO_COME = re.compile(rf"^(?:[a-z]+ )?(?:{'|'.join([*WEEKDAYS, *FEASTS, *ALSO_SAID])})\b")
"""As in "who is off on Friday", "who will be away over Christmas": the one to come."""

PAST_TENSE = Guarded(r"(?i)\b(?:did|had|was|were|started|began|kicked off|launched|ended|finished|ran|went)\b")
"""As in "what capacity did we have in September": the September that was."""


def phrase_of(found: Found, here: Here) -> str:
    """The words to remember a period by: as said; its name or dates where the words alone mean another one."""
    first, last = found.period.start, found.period.end
    if first is None:
        return found.text
    for said in (found.text, found.period.label.split(" (")[0]):
        alone = read_period(said, here.today, here.calendar, Looks.ACTUAL)
        if alone and (alone.start, alone.end) == (first, last):
            return said
    return f"{first.isoformat()} to {last.isoformat()}"


MONTHS = frozenset(
    key("january february march april may june july august september october november december")
    + key("jan feb mar apr jun jul aug sep sept oct nov dec")
)


def as_read(metric: Metric, period: Period) -> Period:
    """A state is read off on the last day of the period."""
    return replace(period, start=None) if metric.timing is Timing.STATE else period


def unit_of(period: Period) -> str:
    """The everyday unit that is about as long as a period."""
    days = period.days
    if days == 1:
        return "day"
    if days <= WEEK:
        return "week"
    return "month" if days <= LONG_MONTH else "quarter" if days <= LONG_QUARTER else "year"


def against(metric: Metric, period: Period, parts: Parts, here: Here) -> Against | None:
    """The period compared with: one that was said, the one before, or the same a year earlier."""
    earlier = next((one.found for one in parts.stretches if one.earlier), None)
    if earlier is not None:
        said = reread(metric, earlier, here).period
        if unit_of(said) == "year" and earlier.phrase.endswith("last year") and unit_of(period) not in ("day", "year"):
            said = year_before(_whole(period, metric, parts, here))
        if (said.start, said.end) == (period.start, period.end):
            # "Friday against last Friday": the one before it, never itself.
            said = one_before(earlier.phrase, _whole(period, metric, parts, here), here.calendar)
        if parts.main is not None and parts.main.kind is Said.TO_DATE:
            whole = _whole(period, metric, parts, here)
            said = like_for_like.up_to(whole.end, said, whole, metric)
        return Against(as_read(metric, said))
    whole = _whole(period, metric, parts, here)
    if parts.relatives:
        a_year_earlier = parts.relatives[0].unit == "year" and whole.days <= LONG_YEAR
        before = year_before(whole, here.calendar) if a_year_earlier else previous(whole, here.calendar)
        other = parts.relatives[0].compares and unit_before(whole, parts.relatives[0].unit, here.calendar)
        if other:
            return Against(as_read(metric, other))
        if parts.main is not None and parts.main.kind is Said.TO_DATE and parts.relatives[0].unit in UNITS:
            # "month to date against the previous month": as many days of it.
            before = like_for_like.up_to(whole.end, read(f"last {parts.relatives[0].unit}", here), whole, metric)
        if not SAME_UNIT.search(here.nameless):
            before = like_for_like.as_far(before, whole, metric, here)
        return Against(as_read(metric, before))
    if parts.mark(Role.CHANGE) and not is_since(parts):
        before = previous(whole, here.calendar)
        return Against(as_read(metric, like_for_like.as_far(before, whole, metric, here)))
    return None


def in_order(period: Period, against: Against | None, metric: Metric, parts: Parts) -> tuple[Period, Against | None]:
    """Both, the later one first: "November compared with October" are read as past before it is known what is asked."""
    said = [one for one in parts.stretches if one.found.period.start]
    if against is None or len(said) != len(("one", "the other")) or not metric.looks_forward:
        return period, against
    if period.start is None or against.period.start is None or against.period.start <= period.start:
        return period, against
    return against.period, Against(period)


UNITS = ("week", "month", "quarter")

SAME_UNIT = re.compile(r"\bsame (week|month|quarter)\b", re.IGNORECASE)
"""As in "the same quarter last year": all of it is named."""


def before(metric: Metric, period: Period, parts: Parts, here: Here) -> Against:
    """The period before the one asked about, of the same length."""
    whole = _whole(period, metric, parts, here)
    return Against(as_read(metric, like_for_like.as_far(previous(whole, here.calendar), whole, metric, here)))


def is_since(parts: Parts) -> bool:
    """Whether "since March" is the period."""
    return any(one.found.kind is Said.SINCE for one in parts.stretches)


def _whole(period: Period, metric: Metric, parts: Parts, here: Here) -> Period:
    """The period with its beginning, which a state has lost: what is before it depends on its length."""
    if period.start is not None:
        return period
    if parts.main is not None:
        return reread(metric, parts.main, here).period
    return Period(period.end - timedelta(days=period.end.day - 1), period.end, "this month")
