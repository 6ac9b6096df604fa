"""Open questions that no number and no name answers, and that a sentence of the notes may: "when is the pilot".

They are looked at last: only where nothing that is measured was asked for, and only where a sentence of a note the
asker may see speaks of what is asked and holds the kind of answer that is wanted. Otherwise it ends as it did.
"""

from assistant.notes.open_questions import Opening, opening_of, topic_of
from assistant.notes.sought import Sought
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.permissions.notes import Where
from assistant.planning import misunderstandings
from assistant.planning.here import Here
from assistant.planning.notes import Reading
from assistant.planning.vocabulary import ClosedWord, MetricWord
from assistant.planning.words import Role
from assistant.query import LookFor, Notes, Plan, Query

Stopped = Clarification | NoData | Unsupported
Said = Learned | ToLookAfter

SETTLED = frozenset({Role.UNMEASURED, Role.AMBIGUOUS, Role.WHAT_IF, Role.MEANING, Role.HOW_MANY})
"""Closed words by which it is known that a number is asked for, or that none can be told."""

LONGEST = 16
"""A question of more words says more than one sentence answers."""

SAYS_NOTHING = frozenset({"since", "until", "then"})
"""Of these alone no sentence speaks: "since when"."""

UNDERSTOOD = "Nothing that is measured answers this; it is quoted from the notes you may see."


def instead(planned: Plan | Stopped | Said, here: Here) -> Plan | Stopped | Said:
    """The plan of what the notes say, where a question came to nothing and a sentence of theirs answers it."""
    if not isinstance(planned, Stopped) or not here.view.reads_notes:
        return planned
    opening = opening_of(here.text)
    reading = Reading(here)
    if opening is None or not _is_open(reading, opening):
        return planned
    asked = query(reading, opening)
    notes = asked.notes
    if notes is None or not notes.sought or set(notes.topic.split()) <= SAYS_NOTHING:
        return planned
    if isinstance(planned, Clarification) and misunderstandings.asks_who(planned):
        return planned  # "who worked on it", of nothing that was named
    found = here.view.notes.answering(notes.topic, notes.sought, Where.of(asked), 1)
    return Plan((asked,)) if found else planned


def told(here: Here) -> Plan | None:
    """The plan of "what is the budget they mentioned": a word that is measured, too, but not as it was told."""
    opening = opening_of(here.text)
    if opening is None or not opening.is_told or not here.view.reads_notes:
        return None
    reading = Reading(here)
    return Plan((query(reading, opening),)) if reading.unclear is None else None


def _is_open(reading: Reading, opening: Opening) -> bool:
    """Whether nothing in the question is measured, ordered or limited."""
    if len(reading.tokens) > LONGEST or reading.unclear is not None or any(one.negated for one in reading.names):
        return False
    # "Can you book Linh" is an order; of "where is the address book" a word only looks like one.
    ends = SETTLED | {Role.ORDER} if opening.sought is Sought.ANYTHING else SETTLED
    settled = any(word.role in ends for span in reading.spans for word in span.all(ClosedWord))
    measured = (span for span in reading.spans if any(not word.is_weak for word in span.all(MetricWord)))
    said = {reading.tokens[place].word for span in measured for place in span.places}
    # "The deadline" is what is wanted of the guidelines, and counts no milestones where these mean nothing.
    return not settled and said <= opening.carries


def query(reading: Reading, opening: Opening) -> Query:
    """What is looked for: the words of the question without those that only tell what is wanted of them."""
    topic = " ".join((topic_of(reading.topic(LookFor.PASSAGES, 0, 0), opening), *reading.people_said)).strip()
    period, said = reading.period
    notes = Notes(LookFor.PASSAGES, topic, sought=opening.sought)
    return Query(
        (),
        period,
        where=reading.where,
        period_said=said,
        known_on=reading.here.known_on,
        notes=notes,
        understood=UNDERSTOOD,
    )
