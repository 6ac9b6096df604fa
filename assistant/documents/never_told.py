"""What people may not write to a client: the house's own money and hours, its absences, its people, its other clients.

Words of a summary are typed by hand, so they are read by hand's rules: a turn of phrase that can only mean the house's
cost, margin, unpaid work, absence or sales is not taken. What may mean it, and a first name that somebody of the house
bears, is asked about: whoever wrote it says that it may stay. "Your margin" is the client's own; "may", "will" and
"mark" are words before they are people.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.permissions.clients_eyes import Forbidden

COST, MARGIN, OVERRUN, UNPAID = "what work costs the house", "margin and profit", "hours beyond a fee", "unpaid work"
RATE, BUSY, AWAY, PAY = "internal rates", "how busy people are", "why somebody is away", "pay"
SALES, OTHERS, WAITING = "other business", "other clients", "time that is not approved"

_LAYOUT = (
    r"(?! (?:of error|call|notes?|texts?|widths?|sizes?)\b)(?!s? (?:on|of|around|between|at|in) (?:the |all |each |every |mobile |a |your )*"
    r"(?:pages?|mobile|desktop|tablets?|sites?|website|layout|texts?|print|header|footer|images?|cards?|columns?|buttons?"
    r"|logo|tables?|forms?|sections?|slides?|covers?|screens?|phones?))"
)
_YOURS = r"(?<!your )(?<!your own )(?<!the client's )(?<!ihr )(?<!ihre )(?<!ihren )(?<!ihrem )(?<!ihrer )(?<!ihres )"

NEVER: Mapping[str, str] = {
    MARGIN: rf"""
        {_YOURS}(?<!wide )(?<!narrow )(?<!page )(?<!print )(?<!outer )(?<!inner )(?<!top )(?<!bottom )(?<!css )margins?{_LAYOUT}
        {_YOURS}(?<!non-)(?<!non )(?<!not-for-)(?<!not for )(?<!for-)(?<!to )(?<!you )(?<!users )(?<!will )(?<!can )(?<!both )(?<!all )profits?(?! from\b)
        (?:un)?profitab(?:le|ly|ility)(?= (?:for us|on|in|project|account|work|job|retainer|client)|[.,;!?]|$)
        (?:loss|money)-?making  (?:los(?:es|e|ing|t)|makes?|making|made) (?:us |no )?money(?! (?:for|to) your)  profitability
        (?:at|with|make|makes|making|made|take|taking|took) (?:us )?a loss  (?:our|the house's) (?:loss(?:es)?|earnings)  mark-?ups? (?:on|of)
        we (?:do not |don't |hardly |barely |only |still )*earn(?:ed)?  earn(?:s|ed|ing)? us
        {_YOURS}(?:gewinn|roh|netto|brutto)?margen?
        {_YOURS}(?<!ein )(?<!großer )(?<!echter )gewinn(?!er|spiel| für (?:sie|alle|ihr|ihre|beide|nutzer))
        deckungsbeitr(?:ag|äge)  (?:un)?rentab(?:el\w*|ilität)  (?:macht|machen|machte|mit) (?:\w+ ){{0,4}}verlust  gerechnet für uns  für uns (?:\w+ )?gerechnet  (?:un)?profitabel  verlustgeschäft  draufzahlen  zahlen\b[^.!?]{{0,50}}\bdrauf  drauf\b[^.!?]{{0,20}}\bzahlen
        aufschlag auf  (?:wir|uns) (?:\w+ ){{0,2}}verdien(?:en|t)  verdienen wir
    """,
    COST: r"""
        (?:our|internal|labou?r|staff|personnel|in-house|cost of) costs?(?!-)  internal cost\w*  (?:real|true|actual) costs? of (?:this|the|our) (?:work|project|job|hours?)
        (?:our|the house's) (?:own |actual |real |true )+costs?
        cost(?:s|ing)? us  cost price  cost rates?  hourly cost  cost per hour
        (?:unsere|interne[rnms]?|eigene[rnms]?|eigenen) kosten  selbstkosten\w*  personalkosten  lohnkosten
        (?:kostet|kosten|kostete) uns  kostensatz  stundenkosten
    """,
    RATE: r"""
        internal (?:hourly |day |daily )?rates?  blended rates?
        interne[rnms]? (?:stunden|tages)?s[aä]tze?\w*
    """,
    OVERRUN: r"""
        over-?serviced?  over-?servicing  over-?deliver(?:ed|y|ing)  over-?burn(?:ed|t|ing)?  hours over-?run\w*  over-?ran
        (?:more|extra|additional|many|few(?:er)?|less) (?:\w+ ){0,2}(?:than|beyond|over) (?:\w+ ){0,3}(?:sold|quoted|paid for|in the fee|estimated)
        (?:than|beyond|over|above) (?:what )?(?:we |was |were |had been |you )*(?:sold|quoted|paid for)
        (?:beyond|over|above|exceed\w*) (?:the |our |your |its )*(?:fixed[ -])?(?:fee|sold hours|hours sold|hours in the fee)
        (?:exceed\w*|overshot|overspent|blew|blown) (?:\w+ ){0,2}(?:the |our )*(?:hours|estimate|budgeted hours|planned hours)
        fee\b[^.!?]{0,20}\b(?:not|n't|never|hardly|barely) cover\w*  than the fee\b
        (?:burn(?:ed|t|ing)?) (?:\w+ ){0,3}(?:hours|days|time|more|too much)
        mehr (?:\w+ ){0,2}als (?:\w+ ){0,2}(?:verkauft|kalkuliert|angeboten|geschätzt)
        über (?:dem|den|das|der) (?:festpreis|pauschale|verkauften stunden)  mehraufwand über\w*  überzogen
        stundenüberschreitung\w*  überservic\w*  verbrannt  mehrstunden  überstunden  over-?time
        (?:out of|beyond|more than) the hours in
    """,
    UNPAID: r"""
        write-?offs?  (?:write|writes|wrote|written|writing) (?:\w+ ){0,3}off  un-?paid (?:\w+ )?(?:work|time|hours|effort)  un-?billed  un-?billable  non-?billable
        for free this  (?:hours|time|work) (?:that |which )*(?:we|was|were|is|are) (?:do |did |have |had )*not (?:bill|billed|charged?|invoiced?)
        (?:out of|from) our own pocket  at our (?:own )?expense
        unbezahlte[rnms]? (?:arbeit|stunden|zeit|aufwand)  schreib\w*\b[^.!?]{0,40}\b(?:stunden|zeit|aufwand)\b[^.!?]{0,20}\bab
        abgeschrieben\w*  abschreib\w+  nicht (?:abrechenbar\w*|abgerechnet|verrechnet)  unverrechnet\w*  auf (?:unsere|eigene) kosten
        aus eigener tasche
    """,
    BUSY: r"""
        (?:our|team|teams'|team's|people's|staff|billable|person's|resource|designers'|developers') utili[sz]ation\w*
        utili[sz]ation(?= (?:is|was|of (?:our|the) (?:team|people|staff|designers?|developers?)|dropped|fell|rose|rate|target))
        (?:auslastung)(?= (?:des teams|unseres|unserer|der (?:leute|mitarbeit\w+|kolleg\w+|entwickler\w*|designer\w*)|liegt|ist|war))
        (?:unsere|team|interne) ?-?auslastung  (?:we|team|people|designers|developers) (?:is|are) (?:\w+ ){0,2}over-?booked
        (?:nobody|no one) (?:is )?free to  (?:team|we|people|designers|developers|colleagues) (?:\w+ ){0,2}(?:overloaded|over-?worked)
        (?:team|wir|kolleg\w*|leute) (?:\w+ ){0,3}überlastet  short-?staffed  under-?staffed  unterbesetzt  voll ausgelastet
    """,
    AWAY: r"""
        (?:on|took|takes|taking) (?:his |her |their |a |some )*(?:sick|parental|maternity|paternity|unpaid|medical|compassionate)[ -]?leave
        sick[ -]leave  (?:is|was|are|were|being|been|called in|fell) (?:off )?(?:sick|ill)(?! of)  sick days?  burn-?out  illness(?:es)? (?:in|on) (?:the|our)  (?:holidays?|vacations?) and (?:illness|sickness)
        (?:is|was|are|were|goes|went|being|been|while) (?:away )?on (?:vacation|holiday|leave|annual leave)
        (?:ist|war|sind|waren|wurde) (?:leider )?(?:erkrankt|krank|krankgeschrieben)  krankheitsbedingt\w*  krankheit(?:en)? (?:im|in unserem) team  krankgeschrieben
        im (?:kranken(?:stand|haus)|urlaub|mutterschutz)  in (?:elternzeit|karenz)  krankmeldung\w*
    """,
    SALES: r"""
        (?:our|sales|deal|new business|new-business) pipeline  (?:vertriebs|sales-)pipeline  (?:win|winning|get|getting|sell|selling) (?:\w+ ){0,2}(?:more|new|further) (?:business|work|projects) (?:from|to|with) you  upsell\w*  up-sell\w*  cross-sell\w*
        (?:weitere[rn]?|neue[rn]?) verkaufschancen?
    """,
    OTHERS: r"""
        (?:an)?other (?:clients?|customers?)(?:'s?)?(?! of yours)  (?:different|bigger|larger|more important) (?:clients?|customers?)
        (?:andere[rnms]?|weitere[rnms]?|größere[rnms]?) kunden?\b(?! von ihnen)
    """,
    WAITING: r"""
        un-?approved (?:time|hours|entries|work)  (?:time|hours|entries|timesheets?) (?:that |which )*(?:are |is |was |were )?not (?:yet )?approved
        (?:zeiten|stunden) (?:\w+ ){0,2}(?:noch )?nicht freigegeben  nicht freigegebene[rn]? (?:zeiten|stunden)
    """,
}  # fmt: skip
"""What is never told (rule 4), by topic: two spaces or a new line stand between turns of phrase."""

DOUBTFUL: Mapping[str, str] = {
    PAY: "salar(?:y|ies)  wages?  payroll  geh(?:alt|älter)  l(?:ohn|öhne)",
    COST: "internal(?:ly)?  intern(?:e[rnms]?)?  behind the scenes  hinter den kulissen",
    OVERRUN: r"""
        over-?runs?  over-?running  over budget  exceed\w* the budget  über budget  budgetüberschreitung
        (?:hours|effort|man-?days|person-?days)\b[^.!?]{0,60}\b(?:than|over|beyond|above|exceed\w*|covers?|covered)
        (?:more|twice|double|triple|higher|extra|additional|swallow\w*|absorb\w*)\b[^.!?]{0,40}\b(?:hours|effort|man-?days|person-?days|time than)
        exceed\w*\b[^.!?]{0,30}\b(?:hours|effort)
        (?:stunden|aufwand|personentage)\b[^.!?]{0,60}\b(?:als|über|übersteig\w*|überstieg\w*|überschritt\w*)
        (?:mehr|doppelt\w*|zusätzliche\w*|höhere\w*)\b[^.!?]{0,40}\b(?:stunden|aufwand|personentage)
    """,
    BUSY: "utili[sz]ation(?! of)  auslastung(?! (?:der|des|ihre[rs]))  capacity problems?  kapazitätsengp(?:ass|ässe)  fully booked  at capacity  ausgebucht",
    UNPAID: "for free  free of charge  goodwill  kulanz\\w*  gratis  kostenlos",
    SALES: "(?<!build )(?<!data )(?<!content )(?<!ci )(?<!media )(?<!deployment )pipeline(?! for)  freelancers?  sub-?contractors?",
}
"""What may mean it and may not: asked about, and taken where somebody says that it may stay."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ALSO_WORDS = _set(
    """
    april august autumn art bill buddy carol christian chase clay cliff crystal daisy dale dawn dean drew earl faith
    fern flora frank ginger glory grace grant guy harmony heather heath holly hope hunter iris ivy jack jade jan jay
    jewel joy june lance laurel lee lily loan love mark marks may max melody mercy merit miles misty nick norm olive
    page pat patience pearl pierce penny peter poppy pride prudence rain ray reed rich robin rocky rose ruby rusty
    sandy scout serenity sky skip star sterling stone storm sue summer sunny tad tiny trinity victor violet ward wade
    will willow winter woody baker banks bell berry best bishop black bond booth bowl brook brooks brown bush butcher
    carpenter carter case chambers church coach cook cooper cross day dial early east english fields fish ford forest
    fox freeman french frost gates glass gold good gray green grey hall hand hill house hunt judge key king knight
    land lane law little long low moon north nice noble paper park parker part parks person piper planner pope power
    price print rice rivers sharp sheet short singer small smart smith snow south spring steel street swift tester
    walls water wells west white wise wood woods work world young bauer becker berg blum braun bürger engel ernst fels
    fischer frei fuchs fürst graf groß hahn heide heil herr herz hirsch hoch jäger jung kaiser kern klein koch könig
    kraft krone kühn kurz lang linde löwe mai mann meister metzger mohr reich richter ring ritter rosa roth sauer
    schneider schreiber schwarz sommer stark stein stern sturm teich vogel wald weber weiß weiss wirt wolf zimmermann
    account manager team client
    """
)
"""Names that are words as well: they count as a name only where they cannot be the word."""

MONTHS = frozenset({"april", "may", "june", "august", "jan", "mai"})
_BEFORE_A_MONTH = _set(
    "in by until till to of since from before after through during for and or early late mid end this next last every "
    "each over around beginning middle im ab bis seit vor nach ende anfang mitte"
)
_BEFORE_A_WORD = _set(
    "the a an this that these those your our their its his her no every each some any der die das den dem des ein eine "
    "einen einem einer ihr ihre ihren unser unsere kein keine"
)
_AFTER_A_NAME = _set(
    "is was has had from will would can could may might should does did and or says said told asked agreed started finished "
    "works worked sent wrote takes took joins joined leads leaves left quit resigned ist war hat hatte wird kann und sagt sagte"
)
_PERSONS = _set(
    "mr mrs ms miss dr herr frau herrn colleague colleagues designer developer kollege kollegin kollegen with mit"
)
_TITLES = re.compile(
    r"^(?:dr|mr|mrs|ms|prof|dipl|ing|mag|msc|bsc|phd|jr|sr|von|van|de|der|den|del|la|le|di|da|el|al|bin)$"
)
_OF_COMPANIES = _set(
    "the new first bank group works studio studios agency media design digital solutions services systems company union city "
    "society royal national international global united general european american british german house home health care die "
    "der das stadt verein bund land neue erste gmbh und and projekt project alpha beta super best"
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:^|[.!?:;…“”„\"(–-])\s*$")
SHORT = 4


@dataclass(frozen=True)
class Said:
    """A stretch of words a client should not read: the words, what they tell of, and whether that is sure."""

    words: str
    topic: str
    is_sure: bool

    @property
    def told(self) -> str:
        """A sentence for whoever wrote it: the words, why not, and the next step."""
        if self.topic == NAME:
            return (
                f"“{self.words}” may be somebody of the house who is not among this client's contacts. Leave the name "
                f"out, or say that it may stay because somebody else is meant."
            )
        if self.topic == OTHER_NAME:
            return f"“{self.words}” may be another client. Leave the name out, or say that it may stay."
        if not self.is_sure:
            return (
                f"“{self.words}” may tell the client of {self.topic}. Say it without, or say that it may stay because "
                f"it means something else."
            )
        if self.topic in FULL_NAMES:
            return f"“{self.words}” names {self.topic}, which no client may read. Leave the name out."
        return f"“{self.words}” tells the client of {self.topic}, which is never told. Say it without."


NAME, OTHER_NAME = "a person", "a client"
FULL_NAMES = frozenset(
    {"another client", "work for somebody else", "a colleague", "an opportunity", "a supplier", "internal work"}
)


@dataclass(frozen=True)
class Reader:
    """Reads words typed by hand as the client would."""

    forbidden: Forbidden

    def never(self, text: str) -> tuple[Said, ...]:
        """What of these words is never told."""
        return tuple(_topics(self._others(text), _NEVER, is_sure=True))

    def read(self, text: str) -> tuple[Said, ...]:
        """All that a client should not read in these words: what is sure first."""
        others = self._others(text)
        sure = [*_topics(others, _NEVER, is_sure=True), *self._whole_names(others)]
        taken = " ".join(one.words.casefold() for one in sure)
        doubtful = [
            one for one in (*_topics(others, _DOUBTFUL, is_sure=False), *self._parts(others))
            if one.words.casefold() not in taken
        ]  # fmt: skip
        return (*sure, *doubtful)

    def _others(self, text: str) -> str:
        """The words without the names this client may read, the longest first."""
        return self._allowed.sub("·", text) if self._allowed else text

    @cached_property
    def _allowed(self) -> re.Pattern[str] | None:
        names = sorted({one.strip() for one in self.forbidden.allowed} - {""}, key=len, reverse=True)
        told = "|".join(map(re.escape, names))
        return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE) if names else None

    def _whole_names(self, text: str) -> Iterator[Said]:
        plain = f" {' '.join(_TOKEN.findall(text))} ".casefold()
        for kind, names in self.forbidden.names.items():
            for name in sorted(names):
                words = " ".join(_TOKEN.findall(name))
                if words and f" {words.casefold()} " in plain and (" " in words or _as_a_name(text, words)):
                    yield Said(name, kind, is_sure=True)

    def _parts(self, text: str) -> Iterator[Said]:
        """First names and surnames of colleagues, and what other clients are called for short."""
        for match in _TOKEN.finditer(text):
            word = re.sub(r"['’]s?$", "", match[0])
            low = word.casefold()
            if low in self._people and _means_somebody(text, match, low):
                yield Said(word, NAME, is_sure=False)
            elif word[:1].isupper() and low in self._clients:
                yield Said(word, OTHER_NAME, is_sure=False)

    @cached_property
    def _known(self) -> frozenset[str]:
        """Words of the names this client reads anyway."""
        return frozenset(word.casefold() for one in self.forbidden.allowed for word in _TOKEN.findall(one))

    @cached_property
    def _people(self) -> frozenset[str]:
        names = self.forbidden.names.get("a colleague", frozenset())
        words = {word.casefold() for one in names for word in _TOKEN.findall(one) if len(word) > 1}
        return frozenset(one for one in words if not _TITLES.match(one)) - self._known

    @cached_property
    def _clients(self) -> frozenset[str]:
        names = self.forbidden.names.get("another client", frozenset())
        first = {found[0].casefold() for one in names if (found := _TOKEN.search(one))}
        return frozenset(one for one in first if len(one) >= SHORT) - self._known - _OF_COMPANIES - ALSO_WORDS


def _topics(text: str, patterns: Mapping[str, re.Pattern[str]], *, is_sure: bool) -> Iterator[Said]:
    for topic, pattern in patterns.items():
        for match in pattern.finditer(text.replace("’", "'")):
            yield Said(match[0].strip(), topic, is_sure)


def _compiled(topics: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    made = {}
    for topic, turns in topics.items():
        told = "|".join(one for one in re.split(r"\n| {2,}", turns) if one.strip())
        made[topic] = re.compile(rf"(?<![\w])(?:{told})(?!\w)", re.IGNORECASE)
    return made


_NEVER, _DOUBTFUL = _compiled(NEVER), _compiled(DOUBTFUL)


def _as_a_name(text: str, word: str) -> bool:
    """Whether a name of one word stands as one somewhere."""
    found = (one for one in _TOKEN.finditer(text) if one[0].casefold() == word.casefold())
    return any(_means_somebody(text, one, word.casefold()) for one in found)


def _means_somebody(text: str, match: "re.Match[str]", low: str) -> bool:
    """Whether a word that is somebody's name is meant as one here."""
    if low not in ALSO_WORDS:
        return match[0][:1].isupper() or len(low) >= SHORT
    if not match[0][:1].isupper():
        return False
    ahead, behind = text[: match.start()], text[match.end() :]
    before = next((one.casefold() for one in reversed(_TOKEN.findall(ahead))), "")
    after = [one.casefold() for one in _TOKEN.findall(behind)][:2]
    owns = bool(re.search(r"['’]s$", match[0])) and low not in MONTHS
    if before in _PERSONS or owns:
        return True
    if before in _BEFORE_A_WORD or (low in MONTHS and _is_a_month(ahead, before, behind, after)):
        return False
    begins = _SENTENCE.search(ahead)
    return bool(after) and after[0] in _AFTER_A_NAME if begins else low not in _GERMAN_NOUNS


def _is_a_month(ahead: str, before: str, behind: str, after: list[str]) -> bool:
    """Whether the month is meant: "in May", "May 2026", "3 May", "May is a good month"."""
    beside_a_day = re.match(r"\s*[\d{·]", behind) or re.search(r"[\d}·]\.?\s*$", ahead)
    return bool(before in _BEFORE_A_MONTH or beside_a_day or set(after[1:]) & _BEFORE_A_WORD)


_GERMAN_NOUNS = _set(
    "bauer berg bürger engel ernst fels fischer fuchs fürst gold graf hahn heide heil herr herz hirsch jäger kaiser kern koch "
    "könig kraft krone linde löwe mai mann meister metzger mohr ring ritter schmied schneider schreiber schuster sommer stein "
    "stern sturm teich vogel vogt wald weber winter wirt wolf zimmermann team client account manager north "
    "south east west english french german spring street paper price world person"
)
"""Words written with a capital letter anywhere in a sentence."""
