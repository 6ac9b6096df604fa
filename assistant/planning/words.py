"""The closed words of questions, as data: what each does to a plan. Synonyms of metrics live with the metrics."""

from collections.abc import Mapping
from enum import StrEnum

from assistant.planning import words_of_talk
from assistant.planning.words_of_charts import CHARTS
from assistant.query import Comparison


class Role(StrEnum):
    """What a word that names nothing does in a question."""

    FILLER = "filler"
    AND = "and"
    OR = "or"
    BREAK = "break"
    BY = "by"
    WHICH = "which"
    RANK = "rank"
    SORT = "sort"
    LIMIT = "limit"
    LIMIT_AFTER = "limit_after"
    NOT = "not"
    DENIED = "denied"
    SO_MANY = "so_many"
    VERSUS = "versus"
    COMPARE = "compare"
    BEFORE = "before"
    YEAR_BEFORE = "year_before"
    CHANGE = "change"
    MORE = "more"
    TREND = "trend"
    DRIFT = "drift"
    SINCE = "since"
    ME = "me"
    MY = "my"
    NOW = "now"
    TO_COME = "to come"
    ALL = "all"
    AVERAGE = "average"
    MEDIAN = "median"
    OPEN = "open"
    CURRENCY = "currency"
    PERCENT = "percent"
    MANAGED = "managed"
    OVER_BUDGET = "over_budget"
    IS_OK = "is_ok"
    ABSENCE_REPORT = "absence_report"
    TO_APPROVE = "to_approve"
    UNMEASURED = "unmeasured"
    AMBIGUOUS = "ambiguous"
    VALUE = "value"
    LEAVE_KIND = "leave_kind"
    ORDER = "order"
    MAKE = "make"
    REPORT = "report"
    WHY = "why"
    WHAT_IF = "what_if"
    CONTINUE = "continue"
    HE = "he"
    YES_OR_NO = "yes_or_no"
    MEANING = "meaning"
    BETWEEN = "between"
    HOW_MANY = "how_many"
    STATUS = "status"
    UNIT = "unit"
    WHEN = "when"
    NOT_ONLY = "not_only"
    KIND = "kind"
    IN_TOTAL = "in_total"
    MANAGE = "manage"
    SHARE = "share"
    CUMULATIVE = "cumulative"
    ANNUALISED = "annualised"
    LACKING = "lacking"
    OF_SUCH = "of such"
    HAVING = "having"
    RATIO = "ratio"
    BY_NAME = "by_name"
    BOTH = "both"
    ONE_BY_ONE = "one_by_one"
    PLACE = "place"


class End(StrEnum):
    """Which end of a ranking is asked for; what is good depends on the metric."""

    HIGH = "high"
    LOW = "low"
    GOOD = "good"
    BAD = "bad"


def _words(text: str) -> tuple[str, ...]:
    """One word per space."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """One phrase per comma."""
    return tuple(" ".join(one.split()) for one in text.split(",") if one.strip())


FILLERS = (*_words(words_of_talk.WORDS), *phrases(words_of_talk.PHRASES))

REPORTS = CHARTS + phrases("""
    report, overview, table, summary, breakdown, chart, graph, numbers, figures, figure, stats, statistics,
    statistic, data, details, dashboard, picture, update
""")

ORDERS = (
    *_words("""
    log add delete remove send translate email mail start stop update set approve reject invoice bill edit rename move
    cancel archive import upload remind assign allocate schedule reschedule book register submit enter insert drop
    notify message write reset refund hire fire
    """),
)
"""Orders, when a question starts with one of them: Reckon answers, it changes nothing."""

ALSO_NAMES = frozenset({"mark", "grant", "chase"})
ORDERED = frozenset({"the", "this", "that", "these", "those", "all", "my", "our", "it", "them", "access", "everything"})
"""Orders too, before one of these: "mark the hours as approved"; else somebody is called so."""

YES_OR_NO = frozenset({"is", "are", "was", "were", "did", "does", "do", "has", "have", "will"})
"""First words of a question that a number answers: "is our margin above 30 %"."""

POLITE = frozenset(
    _words("""
    please can could would will you kindly i we want need like to let us me just now then also and go ahead
    hi hello hey
    ok okay thanks so well
    """)
)
"""What may stand before an order."""

MAKES = phrases("create, make, generate, build, produce, prepare, run, draw, compile, export, plot")
"""Orders too, unless what is to be made is a report."""

SENSES: Mapping[Role, tuple[str, ...]] = {
    Role.FILLER: FILLERS,
    Role.REPORT: REPORTS,
    Role.AND: (
        *phrases("and, &, plus, as well as, along with, together with, and also, and then, then, /, but, yet also"),
        ",",
    ),
    Role.OR: ("or", "and/or"),
    Role.BREAK: ("?", ";", "!", ".", ":"),
    Role.BY: phrases("""
        break it down by, break that down by, break this down by, break them down by, split it by, split that by,
        split it up by, split this by, show it by, show that by, show this by, break it up by, group it by, group that
        by, by, per, for each, for every, each, every, each one, every one, by each, in each, across, broken down by,
        broken down per, break down by, breakdown by, breakdown per, split by, split per, split up by, grouped by,
        group by, grouped per, separated by, split out by, sliced by, divided by, by the, for every single, of each,
        of every, with each, on each, from each, split across, split between, split among, split over, distributed
        across, distributed over, distributed among, spread across, spread over, split up across, one line per,
        one row per, divided between, a line per, a row per, one line for each, one row for each, a line for each, a
        row for each, one row for every, a row for every, one line for every, per each, per every, for each and every,
        each and every
    """),
    Role.WHICH: phrases("which, which of the, which of our, whose, what are the, in which, on which, for which"),
    Role.NOT: phrases("""
        not, except, except for, all but, all except, all except for, without, excluding, exclude, excluded, not for,
        but not, other than, apart from, besides, ignoring, leaving out, leave out, minus, excl, no, but without,
        aside from, not counting, not including, never, and not, not in, not on, but for, not from, not of,
        not with, save for, with the exception of, with exception of, filter out, filtering out, disregarding, leave
        aside, leaving aside, exclusive of, net of, apart of, barring, nobody, no one, none of us, failed to, fail to,
        fails to, failing to, no longer
    """),
    Role.COMPARE: phrases("compare, comparison, comparison of, compared, in comparison, comparing, side by side"),
    Role.VERSUS: phrases("""
        different from, different to, different than, differ from, differs from, versus, vs, against, compared to,
        compared with, compare to, compare with, in comparison to, in comparison with, relative to, as opposed to,
        than, than in, up from, down from, versus in, rather than, as compared to, as compared with, up on, down on,
        compared against, with comparison to, and compare it to, and compare it with, and compare that to, up or down
        on, up or down from, up or down against, improved on, improvement on
    """),
    Role.CHANGE: phrases("""
        change, changes, changed, changing, growth, grow, grown, growing, grew, increase, increased, increasing,
        decrease, decreased, decreasing, drop, dropped, dropping, fall, fallen, falling, fell, rise, rose, risen,
        rising, decline, declined, declining, difference, delta, going up, going down, go up, go down, went up, went
        down, gone up, gone down, up or down, move, moved, shrink, shrunk, shrank, improve, improved, improving,
        worsen, worsened, worsening, got worse, got better, get worse, get better, dipped, slumped, slump, climbed,
        climbing, jumped, surged, lost ground
    """),
    Role.MORE: phrases("""
        more, less, fewer, higher, lower, better, worse, bigger, smaller, up, down, larger, so low, so high, so bad,
        so much, so much lower, so much higher
    """),
    Role.DRIFT: phrases("drift, drifts, drifted, drifting, drift away, drifted away, drifting away"),
    Role.TREND: phrases("""
        disappearing, disappear, shrinking, eroding, vanishing, slipping, melting away, getting worse, getting better,
        going away, sliding, leaking away, evaporating, creeping up, creeping down, trend, trends, trending, over time,
        development, develop, developed, developing, evolution, evolve, evolved, evolving, history, timeline, line
        chart, line graph, as a line, as lines, time series, trend line, trends do you see in, trend over time,
        development over time
    """),
    Role.SINCE: ("since",),
    Role.ME: ("i", "me", "myself"),
    Role.MY: ("my", "mine", "my own"),
    Role.NOW: phrases("""
        now, right now, currently, at the moment, so far, to date, as of now, as of today, at present, presently,
        current, until now, up to now, as we speak, today's, these days, as it stands, at this point
    """),
    Role.TO_COME: ("upcoming", "forthcoming", "future"),
    Role.WHEN: ("when", "by when", "on which day", "on what date"),
    Role.NOT_ONLY: ("not just", "not only"),
    Role.SHARE: phrases("""
        share, shares, share of, percentage, percentages, percentage of, percent of, proportion, proportion of,
        portion, portion of, portions of, fraction of, how much of, what part of, which part of, contribution,
        contribution to, mix, as a share, as share, in shares, as a proportion, split, split of, splits of,
        distribution, distribution of, composition of, make up of, makeup of, ratio, ratio of, the ratio of, as a
        ratio, as a ratio of, as a fraction, in proportion, as a percentage of total, as percentage of total, as a
        percent of total, as percent of total, as % of total, as a % of total, in % of total, in percent of total
    """),
    Role.CUMULATIVE: phrases("""
        cumulative, cumulatively, cumulated, accumulated, running total, running total of, running sum, running sum
        of, running totals, running totals of
    """),
    Role.ANNUALISED: phrases("annualised, annualized, annualise, annualize, run rate, run rate of"),
    Role.MANAGE: phrases("""
        manage, manages, managing, look after, looks after, looking after, handle, handles, handling, responsible for,
        in charge of
    """),
    Role.IN_TOTAL: phrases("in total, overall, altogether, all together, in sum, total, as a whole, as a total"),
    Role.ALL: phrases("""
        all, all of, all of our, all of the, all the, all our, including finished, including closed, including
        ended, including delivered, finished or not
    """),
    Role.AVERAGE: phrases(
        "average, avg, on average, averaged, averages, mean of, the mean, mean value of, usually, normally"
    ),
    Role.MEDIAN: ("median", "typical", "typically"),
    Role.OPEN: ("active", "open", "running", "ongoing", "live"),
    Role.PERCENT: phrases("percent, per cent, in percent, as a percentage, as a percent, as percent, in percentage"),
    Role.WHY: phrases("""
        what is the reason, what's the reason, what was the reason, the reason that, the reason why, reason that, the
        reason, why, explain, what caused, what is causing, reason why, reasons for, reason for, how come, root cause,
        dig into, what drove, what drives, what is driving, what has driven, what explains, what made, what pushed,
        what pulled, what brought, what led to, what is behind, drivers of, drivers for, explain why, causes of, cause
        of, what moved, drove, driving, what is eating, what is eating into, what's eating, what's eating into, what is
        hurting, what's hurting, what is killing, what's killing, what is dragging down, what's dragging down, what is
        squeezing, what's squeezing, what is weighing on, what's weighing on
    """),
    Role.WHAT_IF: phrases("""
        if, what if, suppose, assuming, imagine, in case, what happens if, what would happen, how can i, how can we,
        how could we, how do we improve, should i, should we, recommend, advice, improve my, improve our
    """),
    Role.CONTINUE: phrases("""
        same, the same, same for, the same for, same but, what about, how about, and what about, and how about, same
        question, same thing, now for, now by, do the same, again, again for, instead, switch to, switch it to,
        switch over to, change it to, change that to, change this to, limit to, limit it to, limit this to,
        limit that to, limit them to, limited to, narrow to, narrow it to, narrow it down to, narrow that down to,
        narrow this down to, narrow down to, narrowed down to, restrict to, restrict it to, restrict that to,
        restrict this to, restricted to, filter by, filter on, filter for, filter to, filter it by, filter it to,
        filter that by, filter this by, filter them by, filtered by, filtered to, filtered for
    """),
    Role.HE: phrases("""
        he, she, him, her, his, hers, it, them, they, these, those, that one, this one, that person, there, its, their,
        their own
    """),
    Role.BETWEEN: ("between",),
    Role.ONE_BY_ONE: phrases("one by one, individually, separately, one at a time, in turn, one after the other"),
    Role.BOTH: phrases("both, both on, both in, both for, both of, on both, in both, for both, with both"),
    Role.HOW_MANY: ("how many", "by how many"),
    Role.MEANING: phrases("""
        mean, means, meaning, definition, definition of, define, defined, calculated, formula, how do you
        calculate, how is calculated, what is meant by, meant by, counted as
    """),
    Role.OVER_BUDGET: phrases("""
        over budget, over the budget, over their budget, over its budget, over our budget, overbudget, above budget,
        beyond budget, exceeded budget, exceeded the budget, exceeded their budget, exceed budget, exceed the budget,
        exceeding the budget, exceeding their budget, exceeding budget, past budget, out of budget, blown the budget,
        blown their budget, blown through the budget, blew the budget, over scope budget, used more than the budget,
        spent more than the budget, went over budget, gone over budget, running over budget, ran over, ran over budget,
        ran over their budget, ran over its budget, overran, overran the budget, overran their budget, used up their
        budget, bust its budget, bust their budget, bust the budget, busted their budget, blew its budget, overspent,
        did we overspend, do we overspend, overshot the budget, overshot their budget, budget is used up,
        budget is exhausted
    """),
    Role.IS_OK: phrases("""
        ok on, okay on, ok with, okay with, good on, fine on, are we ok, are we okay, are we good, are we fine,
        on track, on track on, on track with, on track for, in trouble on, in trouble with, doing ok on, doing okay on
    """),
    Role.TO_APPROVE: phrases("""
        what waiting for approval, what awaiting approval, what pending approval, what still waiting for approval,
        what still needs approval, what needs approval, what needs approving, what needs my approval, what waiting for
        my approval, what needs to be approved, what to be approved, what still to be approved, what there to approve,
        what i need to approve, what i have to approve, what needs sign off, what waiting for sign off, what awaiting
        sign off, anything to approve, anything waiting for approval, anything awaiting approval, anything that needs
        approval, anything needs approval, anything that needs approving, everything waiting for approval, everything
        awaiting approval, everything pending approval, what waiting to be approved, what not approved yet, what not
        been approved yet
    """),
    Role.ABSENCE_REPORT: phrases("""
        absence report, absences report, leave report, time off report, report on absence, report of absence,
        report on absences, report of absences, absence overview, report on leave, report on time off, absence
        summary, absence statistics, absence stats
    """),
}

VANISHING = frozenset(
    phrases("""
    disappearing, disappear, shrinking, eroding, vanishing, slipping, melting away, going away, sliding, leaking away,
    evaporating
""")
)
"""Words for what goes away, so that it is asked where it ends and why."""
ASKING_FOR: Mapping[str, tuple[str, ...]] = {
    "person": ("whom", "anyone", "anybody", "someone", "somebody", "everyone", "everybody"),
    "project": ("on what", "on which projects"),
    "client": ("for whom", "from whom"),
    "year": ("annual",),
}
"""Words that ask for a breakdown without naming it: "how many hours did I log, and on what"."""

MANAGED: Mapping[str, tuple[str, ...]] = {
    "project_manager": phrases("managed by, led by, run by, headed by, in charge is, project lead"),
    "account_manager": phrases("account managed by, looked after by"),
    "owner": phrases("owned by, deals owned by"),
}
"""What stands before the name of someone who is responsible, not of someone who worked."""

RANKS: Mapping[End, tuple[str, ...]] = {
    End.HIGH: phrases("""
        top, highest, most, biggest, largest, greatest, maximum, max, longest, the most, at the top, heaviest,
        the highest, leading, strongest, fastest, latest, newest, most recent, most recently, recent,
        most expensive, the most expensive, priciest, costliest, dearest, most often, the most often, most frequently
    """),
    End.LOW: phrases("""
        bottom, lowest, least, smallest, fewest, minimum, min, shortest, the least, at the bottom, the lowest,
        weakest, slowest, lightest, soonest, earliest, quickest, oldest, cheapest, least expensive,
        least often
    """),
    End.GOOD: ("best", "the best"),
    End.BAD: ("worst", "the worst"),
}
SORTS: Mapping[End, tuple[str, ...]] = {
    End.HIGH: phrases("""
        sort, sorted, ordered, arranged, sorted by, sort by, ranked by, rank by, ordered by, order by,
        ranking by, ranking of, rank, ranking,
        ranked, highest first, largest first, biggest first, descending, in descending order, from high to low,
        high to low, most first, latest first, newest first, most recent first, highest to lowest, from highest to
        lowest, largest to smallest, from largest to smallest, biggest to smallest, most to least, from most to least
    """),
    End.LOW: phrases("""lowest first, smallest first, ascending, in ascending order, from low to high, low to high,
        least first, oldest first, earliest first, soonest first, lowest to highest, from lowest to highest, smallest
        to largest, from smallest to largest, smallest to biggest, least to most, from least to most"""),
    End.GOOD: phrases("best first, from best to worst, best to worst"),
    End.BAD: phrases("worst first, from worst to best, worst to best"),
}
LESS_IS_BETTER = frozenset({
    "overbooked_hours", "absence_hours", "absence_days", "absence_rate", "entry_lag_days", "average_cost_rate",
    "pending_hours", "pending_absence_days", "budget_used", "budget_used_percent", "budget_hours_used_percent",
    "burn_index", "burn_index_hours", "bench_hours", "overtime_hours", "missing_hours", "missing_days",
    "absence_spells", "absence_frequency", "non_billable_hours", "internal_hours", "plan_error", "estimate_accuracy",
    "open_tasks", "overdue_tasks", "blocked_tasks", "milestones_slipped", "hours_to_complete", "staleness_days",
    "capacity_gap", "capacity_gap_confirmed", "capacity_gap_weighted", "burn_rate", "forecast_used", "labor_cost",
    "forecast_overrun", "overserviced_hours", "overservicing_rate", "expense_cost", "cost", "actual_cost",
    "receivables", "days_paid_late", "days_past_due", "credited", "overdue_receivables", "dso", "billing_lag_days",
    "sales_cycle_days", "unbilled", "pending_change_amount", "pending_change_hours", "estimate_at_completion",
    "estimate_to_complete", "committed_expenses", "estimate_at_completion_as_planned",
    "estimate_at_completion_by_schedule", "estimate_at_completion_by_hours", "health", "health_without_margin",
    "health_of_work", "health_hours", "tasks_without_estimate", "tasks_without_due_date", "projects_past_end",
})  # fmt: skip
"""The best of these is the lowest; of all others the highest."""

LIMITS: Mapping[Comparison, tuple[str, ...]] = {
    Comparison.LESS: phrases("below, under, less than, fewer than, lower than, smaller than, beneath, <, short of"),
    Comparison.AT_MOST: phrases("""
        at most, no more than, not more than, up to, maximum of, not over, not above, <=, max of
    """),
    Comparison.MORE: phrases("""
        above, over, more than, greater than, higher than, larger than, bigger than, exceeding, exceeds, exceed,
        exceeded, beyond, >, in excess of, longer than
    """),
    Comparison.AT_LEAST: phrases("""
        at least, no less than, not less than, not below, not under, minimum of, >=, min of, reach, reaches, reached
    """),
    Comparison.EQUAL: phrases("equal to, exactly, ="),
}
LIMITS_AFTER: Mapping[Comparison, tuple[str, ...]] = {
    Comparison.AT_LEAST: phrases("or more, or above, or higher, and above, and more, and up, or over, plus hours"),
    Comparison.AT_MOST: phrases("or less, or fewer, or below, or lower, and below, or under, and less"),
}

BEFORE: Mapping[str, tuple[str, ...]] = {
    "": phrases("""
        the period before, previous period, the previous period, prior period, the prior period, the one before,
        before that, period over period, the preceding period, preceding period
    """),
    "day": phrases("the day before, day over day, the previous day, previous day, prior day, day on day"),
    "week": phrases("""
        the week before, week over week, wow, the previous week, previous week, prior week, the prior week, week on
        week, the preceding week
    """),
    "month": phrases("""
        the month before, month over month, mom, the previous month, previous month, prior month, the prior month,
        month on month, the preceding month
    """),
    "quarter": phrases("""
        the quarter before, quarter over quarter, qoq, the previous quarter, previous quarter, prior quarter, the
        prior quarter, quarter on quarter, the preceding quarter
    """),
    "half": phrases("""
        the half year before, the half before, the previous half year, previous half year, the prior half year, half
        year on half year, the preceding half year
    """),
}
"""The stretch before the one asked about, and its unit where the words name one."""

STRETCHES: Mapping[str, str] = {
    "month": "last 12 months",
    "quarter": "last 4 quarters",
    "year": "last 3 years",
}
"""What is told where a breakdown by month, quarter or year has no period: one row would be no breakdown."""

YEAR_BEFORE = phrases("""
    year over year, yoy, year on year, same period last year, the same period last year, same month last year,
    the same month last year, same quarter last year, the same quarter last year, same week last year, the same
    week last year, the same time last year, this time last year, same period a year ago, a year ago, a year
    before, a year earlier, one year ago, the year before, the previous year, the prior year, same period the
    year before, the same period the year before, same period of last year, the same period of last year
""")

NUMBERS = {
    word: value
    for value, word in enumerate(_words("one two three four five six seven eight nine ten eleven twelve"), start=1)
} | {"zero": 0, "fifteen": 15, "twenty": 20, "a dozen": 12}
FRACTIONS = {"half": (1, 2), "halfway": (1, 2), "a third": (1, 3), "two thirds": (2, 3), "three quarters": (3, 4)}
"""Parts of a whole, as in "less than half utilized"."""

COUNTED: Mapping[str, str] = {
    **dict.fromkeys(("joiners", "leavers", "pending_absence_days"), "person"),
    "open_tasks": "task",
    "overdue_tasks": "task",
    "tasks_due": "task",
    "blocked_tasks": "task",
    "completed_tasks": "task",
    "milestones_due": "task",
    "milestones_slipped": "task",
    "staleness_days": "project",
    "agreements_ending": "budget",
    "projects_starting": "project",
    "projects_ending": "project",
    **dict.fromkeys(("projects_without_budget", "projects_past_end"), "project"),
    "clients_with_active_projects": "client",
    "clients_without_projects": "client",
    "deals_open": "deal",
    "won_deals": "deal",
    "lost_deals": "deal",
    "new_deals": "deal",
    **dict.fromkeys(("unassigned_tasks", "tasks_without_estimate", "tasks_without_due_date"), "task"),
    "agreements_ending_value": "budget",
    "budget_runout_date": "budget",
    "retainer_balance_hours": "budget",
    "receivables": "invoice",
    "overdue_receivables": "invoice",
    "receivables_due": "invoice",
}
"""What is counted by these, and listed where it is asked which ones they are."""

LEFT = frozenset({"untaken", "still untaken", "left", "remaining", "left over", "remain", "remains", "unused"})
"""Said of leave, these ask for what may still be taken."""

SUPERLATIVES = frozenset({
    "tightest", "closest to budget", "nearest to budget", "closest to its budget", "closest to their budget",
    "busiest", "most active", "latest with timesheets", "latest with timesheet", "latest to log time", "logs latest",
    *(f"{do} {what}latest" for do in ("log", "logs", "enter", "enters") for what in ("", "time ", "hour ", "hours ")),
    "time eater", "time sink", "time hog", "time guzzler", "time drain",
})  # fmt: skip
"""Words for a metric that ask for its highest values, too."""

WEAK = frozenset(
    phrases("""
    planned, scheduled, booked, allocated, worked, actual, tracked, logged, clocked, spent, spend, spending, effort,
    burned, earned, time, forecast, how far, how far is, how far are
    """)
)
"""Words that name a metric only where no other word of their part of the question does."""

ADJECTIVES: Mapping[str, tuple[str, ...]] = {"billable_hours": ("billable", "chargeable")}
"""Half of a name, as in "billable versus tracked hours"."""

VERBS: Mapping[str, tuple[str, ...]] = {
    "tracked_hours": phrases("""
        work, working, works, log, logging, track, tracking, clock, clocking, put in, putting in, put into, record,
        recording, recorded, invest, invested
    """),
    "budget_used": phrases("use, used, using, burn through, consume, consumed"),
    "invoiced": phrases("bill, charge, send, send out, sent out, go out, went out"),
    "agreements_ending": phrases("end, ends, ended, ending, expire, expires, expired, renew, finish, finishes"),
    "won_deals": phrases("win, wins, won, winning"),
    "lost_deals": phrases("lose, loses, lost, losing"),
    "projects_starting": phrases("starts, started, starting, begin, begins, began, kick off, kicked off, kicks off"),
}  # fmt: skip
"""What people do, said of what is then counted; like all weak words they yield to any metric that is named."""
