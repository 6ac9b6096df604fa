"""Questions for what nobody can measure as it is asked, each told by what is measured of it, which the answer says."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assistant.outcome import Unsupported
from assistant.planning.guarded import Guarded, Guards
from assistant.planning.here import Here
from assistant.query import Plan, Query


@dataclass(frozen=True)
class Told:
    """A way of asking, the questions that tell of it (each with the metric it needs), and what the answer says of that.

    `of` is the dimension of which something must be named, or blank. What is `offered` only is said to be no answer,
    and the questions that can be answered are suggested.
    """

    pattern: Guarded
    by: tuple[tuple[str, str], ...]
    note: str
    of: str = ""
    offered: bool = False


_END = r"(?=\W*$)"
_WHICH = r"(?:which|what|are any(?: of)?|will any(?: of)?|do we have any|show(?: me)?|list)(?: of)?"
_WILL = (
    r"(?:will|would|going|are|is|look|looks|likely|might|could|may|at risk|in danger|about|expected|set|to|of|like|"
    r"they|"
    r"it|probably|still|be|being|run|running|finish|finishing|end up)"
)
_LATE = Guarded(
    rf"{_WHICH}(?P<whose>(?: (?:of|our|my|the|all|active|running))*) projects?(?: that| which)?(?: {_WILL})* "
    r"(?:(?:finish(?:ing)?|deliver(?:ing|ed)?) late|late|delayed|(?:miss|missing) (?:their |its |the )?(?:deadlines?|"
    r"end dates?|delivery dates?|dates?))",
    re.IGNORECASE,
)
_TO_COME = Guarded(
    r"\b(?:will|would|going to|likely|might|could|may|at risk|in danger|about to|expected|miss)\b", re.IGNORECASE
)

_LOSE = Guarded(
    r"(?:so |and )?(?:what (?:happens|would happen|will happen|if|does it mean|would it mean|is at stake|do we lose|"
    r"would we lose)|how (?:bad|much) (?:is it|would it (?:be|hurt|cost)|does it hurt))"
    r"(?: (?:to|for) (?:us|(?:our |the )?(?:revenue|forecast|business|capacity|numbers)))?(?: (?:if|when|should))? "
    r"(?:we (?:lose|lost|were to lose|would lose) (?P<who>[^?]+?)(?: as a (?:client|customer))?"
    r"|(?P<gone>[^?]+?) (?:leaves|left|walks(?: away)?|walked|cancels|cancelled|quits|goes away|pulls out|churns|"
    r"terminates))(?: (?:us|their contract|the contract|tomorrow|next (?:month|quarter|year)))?" + _END,
    re.IGNORECASE,
)
_CANCELS = Guarded(
    r"(?:so |and )?(?:what )?(?:if|when) (?:we (?:lose|lost) (?P<who>[^?,]+?)|(?P<gone>[^?,]+?) "
    r"(?:leaves|left|walks(?: away)?|cancels|cancelled|quits|pulls out|churns|terminates)(?: (?:us|their contract|"
    r"the contract))?)"
    r",? (?:what (?:happens|would happen|will happen|do we lose|would we lose|is lost|is at stake)"
    r"|how much (?:do|would|will) we lose|how bad (?:is|would) (?:it|that)(?: be)?)(?: then)?" + _END,
    re.IGNORECASE,
)
_WIN = Guarded(
    r"(?:so |and )?(?:what (?:happens|would happen|will happen|if|changes)(?: to us)?(?: (?:if|when))?|"
    r"(?:if|suppose|say)(?!.* (?:(?:do|can|could|would|will|should) (?:we|it|they)|what|how|who|which)\b)) "
    r"we (?:win|won|land|landed|close|sign|get) (?:the )?(?P<who>[^?]+?)(?: (?:deal|project|pitch|bid|opportunity))?"
    + _END,
    re.IGNORECASE,
)
_COMES = (
    r"(?:closes?|comes? (?:in|through|off)|is won|gets? (?:won|signed)|is signed|lands?|goes ahead|happens|"
    r"goes through)"
)
_FAILS = (
    r"(?:falls? (?:through|apart|flat)|is lost|gets? lost|does(?: not|n't|n\u2019t) (?:close|happen|come "
    r"(?:in|through|off)|"
    r"land|go ahead)|dies|goes away|comes to nothing)"
)
_WHAT_THEN = r"(?:so |and )?what (?:happens|would happen|will happen|if|changes)(?: to us)?(?: (?:if|when))? "
_COMES_IN = Guarded(
    rf"{_WHAT_THEN}(?:the |our )?(?P<who>[^?,]+?)(?: (?:deal|project|pitch|bid|opportunity))? {_COMES}{_END}"
    rf"|(?:so |and )?if (?:the |our )?(?P<gone>[^?,]+?)(?: (?:deal|project|pitch|bid|opportunity))? {_COMES},? "
    rf"what (?:happens|would happen|changes)(?: then)?{_END}",
    re.IGNORECASE,
)
_FALLS_THROUGH = Guarded(
    rf"{_WHAT_THEN}(?:the |our )?(?P<who>[^?,]+?)(?: (?:deal|project|pitch|bid|opportunity))? {_FAILS}{_END}",
    re.IGNORECASE,
)
_SLIP = Guarded(
    r"(?:so |and )?what (?:happens |would happen |will happen |)(?:if|when) (?:the |our )?(?P<who>[^?]+?)"
    r"(?: (?:deal|project|opportunity))? (?:slips?|slipped|is (?:delayed|postponed|pushed(?: back| out)?)|moves?|"
    r"gets? (?:delayed|postponed|pushed(?: back| out)?))(?: (?:to|by|into|until|out) [^?]+?)?" + _END,
    re.IGNORECASE,
)
_DO_NOT_WIN = Guarded(
    r"(?:so |and )?what (?:happens |would happen |)(?:if|when) we (?:(?:do not|don't|don\u2019t|did not|didn't) "
    r"(?:win|land|close|sign|get)|lose) (?:the )?(?P<who>[^?]+?)(?: (?:deal|project|pitch|bid|opportunity))?" + _END,
    re.IGNORECASE,
)
_SPAN = (
    r"(?:(?:for|in|of) )?(?:this|next|the (?:next|rest|year)|q[1-4]|h[12]|20\d\d|january|february|march|april|may|"
    r"june|"
    r"july|august|september|october|november|december)\b"
)
_BEST = Guarded(
    r"(?:what(?: is|'s| would be)? )?(?:the |our )?(?:best[- ]case|upside)(?: scenario| forecast| revenue| outlook)*"
    rf"(?P<when>(?: {_SPAN}[^?,]*?)?)(?:,? if (?:we win everything|(?:all|every)\b[^?]*))?" + _END,
    re.IGNORECASE,
)
_HIRE = Guarded(
    r"(?:should|must|do|would|shall) (?:we|i) (?:(?:need|have) to )?(?:be )?(?:hire|hiring|recruit(?:ing)?|take on|"
    r"employ|look(?:ing)? for|get(?:ting)?|need) "
    r"(?:(?:another|one more|an extra|a new|more|additional|an?|two|three) )?(?P<who>[^?]+?)(?P<when>(?: (?:for|in|"
    r"this|"
    r"next)\b[^?]*)?)" + _END,
    re.IGNORECASE,
)
_ON_TRACK = (
    r"(?:(?:are|will|do|can|would) we|is the (?:agency|company|team)) (?:still )?(?:be )?"
    r"(?:(?:on (?:track|course|pace)|going|likely|set|able|expected|expect|think we)(?: (?:to|for|that we will|we "
    r"will))? )?"
    r"(?:(?:hit(?:ting)?|meet(?:ing)?|reach(?:ing)?|mak(?:e|ing)|achiev(?:e|ing)|get(?:ting)? to) )?"
)
_WHEN = r"(?P<when>(?: (?:for|in|by|this|next|until|over)\b[^?]*)?)"
_SELL_MORE = Guarded(
    r"(?:what|how much) (?:more )?(?:do|must|should|would) we (?:still )?(?:need|have) to (?:still )?"
    r"(?:sell|win|book|bring in|earn|bill|invoice|close|make)(?: more)? to (?:hit|meet|reach|make|get to) (?:(?:our|"
    r"the) )?"
    r"(?P<when>(?:q[1-4](?: 20\d\d)?|this (?:month|quarter|year)|20\d\d)?)(?:'s)? ?(?:revenue )?(?:targets?|goals?)"
    r"(?P<for>(?: (?:for|in|this)\b[^?]*)?)" + _END,
    re.IGNORECASE,
)
_HIT = Guarded(
    rf"(?:{_ON_TRACK}(?:(?:our|the|this quarter's|this year's) )?(?:targets?|goals?|numbers?)"
    r"|how(?: are|'re| were) (?:we|things) (?:doing|tracking|pacing|trending|going) "
    r"(?:against|vs\.?|versus|to|on|compared (?:to|with)) (?:our |the )?(?:targets?|goals?)"
    r"|(?:are|were) we (?:still )?on (?:target|plan|course)(?: with (?:our|the) (?:targets?|numbers))?"
    r"(?! for (?:the |our )?(?:revenue|margin|profit|utili[sz]ation|sales|hours|billing)))"
    rf"{_WHEN}{_END}",
    re.IGNORECASE,
)
_OF_A_SPAN = (
    r"(?P<when>(?:q[1-4](?: 20\d\d)?|this (?:month|quarter|year)|20\d\d|(?:month|quarter|year)(?:ly)?)?)(?:'s)? ?"
)
_MAKE_IT = Guarded(
    r"(?:are we (?:going|likely|about|on course) to|will we|can we|do we|shall we) (?:still )?(?:make|hit|"
    r"reach|meet|achieve) "
    rf"(?:our |the )?{_OF_A_SPAN}(?:targets?|goals?|numbers?){_END}",
    re.IGNORECASE,
)
_MISSING_TO = Guarded(
    r"(?:how much|what) (?:is|are we|do we) (?:still )?(?:missing|short|lack(?:ing)?|to go|away)(?: (?:to|for|"
    r"of|until|from|on))? "
    rf"(?:our |the )?{_OF_A_SPAN}(?:revenue )?(?:targets?|goals?){_END}",
    re.IGNORECASE,
)
_HIT_REVENUE = Guarded(
    rf"{_ON_TRACK}(?:(?:our|the|this quarter's|this year's) )?(?:revenue|turnover|income) (?:targets?|goals?)"
    rf"{_WHEN}{_END}",
    re.IGNORECASE,
)
_WEEKS_LEFT = Guarded(
    r"how (?:many (?:more )?(?:weeks|months)|long)(?: (?:of work|worth of work))? (?:is|are|do we have|have we|do we "
    r"still have)"
    r"(?: there| got)?(?: still)? (?:left|remaining|to go)(?: to do)?"
    rf"(?: (?:on|for|in|with|of) (?:the |our )?(?P<who>[^?]+?))?{_END}",
    re.IGNORECASE,
)
_RUNS_OUT_OF_WORK = Guarded(
    r"(?:when (?:do|will|would) we (?:run out of|be out of) (?:signed |booked |confirmed |sold )?work"
    r"|how (?:many (?:weeks|months) of (?:signed |booked |sold |confirmed )?(?:work|backlog) (?:do we have|have we "
    r"got|is there|"
    r"are there)(?: left| booked| on the books| in the books| ahead)*"
    r"|long (?:does|do|will|would) (?:our|the) (?:signed |booked |confirmed )?(?:work|backlog|order book) (?:last|"
    r"keep us busy)))" + _END,
    re.IGNORECASE,
)
_PIPELINE_ENOUGH = Guarded(
    r"(?:is|will|do we have|have we(?: got)?) (?:(?:the|our|a|there) )?(?:sales )?pipeline (?:be |looking |still )?"
    r"(?:big|large|strong|full|healthy|good|solid|deep) ?(?:enough)?"
    r"(?: to (?:hit|meet|reach|make) (?:our |the )?(?:targets?|goals?|numbers?))?"
    rf"{_WHEN}{_END}|(?:do we have|have we(?: got)?|is there) enough (?:in (?:the|our) )?(?:sales )?pipeline"
    rf"(?P<for>(?: (?:for|in|this|next)\b[^?]*)?){_END}",
    re.IGNORECASE,
)
_COVERS = Guarded(
    r"(?:is|will|does|do|would) (?:the |our |we have )?(?:weighted |open |current |sales )*(?:pipeline|"
    r"funnel) (?:be )?"
    r"(?:(?:big |large |strong |full )*(?:enough|sufficient)(?: (?:to (?:cover|fill|carry)|for))?|cover|fill)"
    r"(?: (?:the |our )?(?P<when>(?:next|this|q[1-4]|h[12]|the rest of)\b[^?]*?)(?:'s)?(?: (?:revenue )?(?:targets?|"
    rf"goals?))?)?{_END}|"
    r"(?:(?:what(?:'s| is)|how(?:'s| is)) )?(?:the |our )?pipeline cover(?:age)?(?: ratio)?"
    rf"(?P<for>(?: (?:for|in|of|this|next)\b[^?]*)?){_END}|"
    r"how much (?:more )?(?:new )?(?:business |work |revenue )?(?:do|would|must|will) we (?:still )?(?:need|"
    r"have)(?: to)? "
    r"(?:still )?(?:win|sell|close|sign|land|bring in)(?: more)? (?:for|in|to (?:cover|fill)) "
    rf"(?:the |our )?(?P<then>(?:next|this|q[1-4]|h[12])\b[^?]*){_END}",
    re.IGNORECASE,
)
_RETAINERS = Guarded(
    r"(?:(?:which|what|any|are|is|how|do|does|list|show|me|of|the|our|all|there|we|have|my) )*"
    r"retainers?(?: (?:clients|budgets|contracts))?(?: (?:that|are|is|doing|stand|look|looking|in|at))* "
    r"(?:risk|trouble|troubled|healthy|unhealthy|endangered|danger|ok|okay|fine|on track|critical|doing|stand|"
    r"health|overview)"
    rf"{_END}",
    re.IGNORECASE,
)
_ANOTHER = Guarded(
    r"(?:can|could|should|do|will|would) we (?:(?:be able to|afford to|have (?:the )?(?:room|capacity|people|space) "
    r"(?:for|to take on)) )?(?:take on|fit in|handle|squeeze in|staff|start)? ?(?:a|an|another|one more|a new|"
    r"a further) "
    r"(?P<who>[a-z ]{3,30}?)(?:[- ](?:heavy|intensive|led|focused))? (?:project|job|client|engagement|production)"
    rf"{_WHEN}{_END}",
    re.IGNORECASE,
)
_LOOKS_LIKE = Guarded(
    r"(?:so )?(?:what|how) (?:will|does|do|is|would) (?P<when>(?:the )?(?:next (?:week|month|quarter|half[- ]year|"
    r"year)|q[1-4](?: 20\d\d)?"
    r"|rest of (?:the|this) (?:month|quarter|year)|coming (?:weeks|months)|january|february|march|april|may|june|"
    r"july|"
    r"august|september|october|november|december))(?: (?:look(?:ing)?|going to look|shap(?:e|ing) up|be looking))"
    r"(?: like)?(?: for us| at the moment| so far| right now)?" + _END,
    re.IGNORECASE,
)
_OF_MONEY = Guarded(
    r"\b(?:budgets?|money|retainers?|year|quarter|month|week|leave|holidays?|contract)\b", re.IGNORECASE
)

_HANGS_ON_THEM = (
    ("revenue", "revenue of {who} in the last 12 months"),
    ("confirmed_revenue", "confirmed revenue of {who} in the next 365 days"),
    ("backlog", "backlog of {who}"),
    ("scheduled_hours", "scheduled hours of {who} by person in the next 90 days"),
)
_HANGS_ON_THEM_NOTE = "What would happen then is not worked out. What hangs on {who} today can be told."

_WORK_LEFT = (
    ("hours_to_complete", "hours to complete {of}"),
    ("scheduled_hours", "scheduled hours {of} by month in the next 180 days"),
    ("backlog", "backlog {of}"),
)
_WORK_LEFT_NOTE = (
    "Work is not counted in weeks: told is what is left to do on open tasks, what is booked, and what is sold."
)

_IF_WON = (
    ("pipeline_value", "value of the {who} deal"),
    ("deal_margin", "margin of the {who} deal"),
    ("capacity_gap", "if the {who} deal closes, do we have capacity"),
)
_IF_WON_NOTE = "Told are what the deal is worth, what it would leave, and whether there are people for it."
_IF_LOST = (
    ("pipeline_value", "when is pipeline value of the {who} deal"),
    ("weighted_pipeline", "weighted pipeline of the {who} deal by month in the next 18 months"),
)
_IF_LOST_NOTE = "Told are the value that would not come, and what of it stands in the forecast, weighted."

_COVER = (
    ("revenue", "revenue against target {when}"),
    ("projected_revenue", "projected revenue {when}"),
    ("pipeline_value", "pipeline value by stage"),
)
_COVER_NOTE = (
    "What is enough is not worked out: told are the target if there is any, the forecast with the weighted pipeline "
    "in it, and all that is open."
)
WAYS = (
    Told(
        _LATE,
        (
            ("milestones_slipped", "which {whose} projects are behind schedule"),
            ("spi", "{whose} projects with SPI below 1"),
            ("overdue_tasks", "overdue tasks by project {mine}"),
        ),
        "What will be late nobody can measure: told are the projects with milestones that have slipped, and with "
        "work "
        "that is behind its plan.",
    ),
    Told(
        _LOSE,
        _HANGS_ON_THEM,
        _HANGS_ON_THEM_NOTE,
        of="client",
        offered=True,
    ),
    Told(
        _CANCELS,
        _HANGS_ON_THEM,
        _HANGS_ON_THEM_NOTE,
        of="client",
        offered=True,
    ),
    Told(_WIN, _IF_WON, _IF_WON_NOTE, of="deal"),
    Told(_COMES_IN, _IF_WON, _IF_WON_NOTE, of="deal"),
    Told(_FALLS_THROUGH, _IF_LOST, _IF_LOST_NOTE, of="deal"),
    Told(
        _SLIP,
        (
            ("pipeline_value", "when is pipeline value of the {who} deal"),
            ("weighted_pipeline", "weighted pipeline of the {who} deal by month in the next 18 months"),
        ),
        "What would change then is not worked out: told is when the deal is expected to close, and in which months "
        "its "
        "weighted value falls today.",
        of="deal",
    ),
    Told(
        _HIT_REVENUE,
        (("revenue", "revenue against target {when}"), ("projected_revenue", "projected revenue {when}")),
        "Told are how far it is so far, and what is confirmed and in the pipeline for the same days.",
    ),
    Told(
        _SELL_MORE,
        (("revenue", "revenue against target {when}"), ("projected_revenue", "projected revenue {when}")),
        "Told are how far it is so far, and what is confirmed and in the pipeline for the same days.",
    ),
    Told(
        _MISSING_TO,
        (("revenue", "revenue against target {when}"), ("projected_revenue", "projected revenue {when}")),
        "Told are how far it is so far, and what is confirmed and in the pipeline for the same days.",
    ),
    Told(
        _MAKE_IT,
        (
            ("revenue", "revenue against target {when}"),
            ("projected_revenue", "projected revenue {when}"),
            ("margin", "margin against target {when}"),
            ("billable_utilization", "utilization against target {when}"),
        ),
        "Which target was not said: told are those there are.",
    ),
    Told(_DO_NOT_WIN, _IF_LOST, _IF_LOST_NOTE, of="deal"),
    Told(
        _BEST,
        (("projected_revenue", "projected revenue {when}"), ("pipeline_value", "pipeline value by deal")),
        "What it would be if every deal closed is not worked out: told are the forecast, in which deals are "
        "weighted, "
        "and what all open deals are worth in full.",
    ),
    Told(
        _HIRE,
        (
            ("capacity_gap", "capacity gap by job title and week {of} {when}"),
            ("scheduled_utilization", "scheduled utilization by job title {of} {when}"),
        ),
        "Whether to hire is not worked out: told are how the time of those people stands against the open deals, and "
        "how far they are booked.",
        of="job_title",
    ),
    Told(_PIPELINE_ENOUGH, _COVER, _COVER_NOTE),
    Told(_COVERS, _COVER, _COVER_NOTE),
    Told(
        _RETAINERS,
        (
            (
                "retainer_balance_hours",
                "budget hours used percent and retainer balance hours by budget for retainer budgets, lowest first",
            ),
            ("agreements_ending", "contracts ending in the next 90 days for retainer budgets"),
        ),
        "What puts a retainer at risk is not worked out: told are the hours each has left or is over, and "
        "which of them end soon.",
    ),
    Told(
        _ANOTHER,
        (
            ("free_hours", "free hours by job title {of} {when}"),
            ("capacity_gap", "capacity gap by job title and week {of} {when}"),
        ),
        "Whether a job fits is not worked out: told are the hours those people have free, and what the open "
        "deals would "
        "need of them.",
        of="job_title",
    ),
    Told(
        _LOOKS_LIKE,
        (
            ("projected_revenue", "projected revenue {when}"),
            ("scheduled_utilization", "scheduled utilization {when}"),
            ("overbooked_hours", "who is overbooked {when}"),
            ("agreements_ending", "contracts ending {when}"),
            ("milestones_due", "milestones due {when}"),
        ),
        "Told are what is expected to be earned, how far people are booked, and what ends and falls due.",
    ),
    Told(
        _HIT,
        (
            ("revenue", "revenue against target {when}"),
            ("projected_revenue", "projected revenue {when}"),
            ("margin", "margin against target {when}"),
            ("billable_utilization", "utilization against target {when}"),
        ),
        "Which target was not said: told are those there are.",
    ),
    Told(
        _WEEKS_LEFT,
        _WORK_LEFT,
        _WORK_LEFT_NOTE,
    ),
    Told(
        _RUNS_OUT_OF_WORK,
        _WORK_LEFT,
        _WORK_LEFT_NOTE,
    ),
)

_WAYS = Guards(WAYS, lambda one: one.pattern)


MOST_SUGGESTED = 3

ANYBODY = frozenset({
    "people", "person", "staff", "hands", "somebody", "someone", "employee", "employees", "freelancer", "freelancers",
    "contractor", "contractors", "help",
})  # fmt: skip


def asked(here: Here, told: Callable[[str], object]) -> Plan | Unsupported | None:
    """The plan of such a question, in as many tables as this asker may see; None for others."""
    for way in _WAYS.likely(here.bare):
        found = way.pattern.fullmatch(here.bare)
        of_names = found and not way.pattern.fullmatch(here.nameless.rstrip("?!. "))  # "how are we doing on Target"
        made = _told(way, _said(found), here, told) if found and not of_names and _is_meant(way, found) else None
        if made:
            return made
    return None


def _is_meant(way: Told, found: re.Match[str]) -> bool:
    """Whether it is of what is to come, and of work: what is late now, and budgets, are measured."""
    if way.pattern is _LATE:
        return _TO_COME.search(found[0]) is not None
    return way.pattern is not _WEEKS_LEFT or not _OF_MONEY.search(found[0].replace("months", "").replace("weeks", ""))


def _said(found: re.Match[str]) -> Mapping[str, str]:
    """What the question names, to be said in each of those that tell of it."""
    said = {name: one or "" for name, one in found.groupdict().items()}
    who = said.get("who") or said.get("gone", "")
    who = "" if who.casefold() in ANYBODY else who
    whose = "my" if "my" in said.get("whose", "").split() else ""
    return {
        "who": who,
        "of": f"for {who}" if who else "",
        "when": _in((said.get("when") or said.get("for") or said.get("then", "")).strip()),
        "whose": whose,
        "mine": "for my projects" if whose else "",
    }


def _in(when: str) -> str:
    """The period as it is said beside a measure: "in November", "next quarter"."""
    is_alone = not when or when.casefold().startswith(
        ("next", "this", "in ", "for ", "by ", "until ", "over ", "q", "h")
    )
    return when if is_alone else f"in {when}"


def _told(way: Told, said: Mapping[str, str], here: Here, told: Callable[[str], object]) -> Plan | Unsupported | None:
    queries: list[Query] = []
    questions: list[str] = []
    for metric, question in way.by:
        if metric not in here.vocabulary.askable or not _has_a_target(metric, question, here):
            continue
        asked = " ".join(question.format(**said).split())
        made = told(asked)
        if isinstance(made, Plan):
            of_it = [
                one
                for one in made.queries
                if not (way.of and said["who"]) or any(each.field == way.of for each in one.where)
            ]
            queries += of_it
            questions += [f"{asked[:1].upper()}{asked[1:]}"] * bool(of_it)
    if not queries:
        return None
    if way.offered:
        return Unsupported(way.note.format(**said), tuple(questions[:MOST_SUGGESTED]))
    first, *others = _of_the_same_days(queries, here)
    return Plan((replace(first, understood=way.note.format(**said)), *others))


def _has_a_target(metric: str, question: str, here: Here) -> bool:
    """Whether there is a target at all, where the question holds something against one."""
    if "against target" not in question:
        return True
    return metric in here.view.rows("targets", ("metric",)).column("metric").to_pylist()


def _of_the_same_days(queries: list[Query], here: Here) -> list[Query]:
    """A target and what is projected are told of the same days: those that were said of what is to come."""
    held = next((one for one in queries if one.target), None)
    ahead = next((one for one in queries if one.metrics[0] == "projected_revenue"), None)
    if held is None or ahead is None:
        return queries
    days = ahead.period if held.period_said else held.period
    of_both = [replace(one, period=days) if one in (held, ahead) else one for one in queries]
    begun = days.start is None or days.start <= here.today
    return [one for one in of_both if begun or not one.target]
