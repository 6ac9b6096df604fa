"""Asks whether "revenue for Q3 as of 15 September" is what was known on that day, or what came until then."""

from assistant.metrics.definition import Metric
from assistant.outcome import Clarification
from assistant.planning import misunderstandings, replay, timing
from assistant.planning.here import Here
from assistant.planning.parts import Parts


def asked(parts: Parts, metric: Metric, here: Here) -> Clarification | None:
    """As in "revenue for Q3 as of 15 September": what was known then of all of it, or what came until then."""
    both = timing.known_or_until(metric, parts, here)
    day = timing.as_of(parts)
    if both is None or day is None:
        return None
    period, until = both[0], both[1].end
    bare = here.bare.replace(day.text, "").strip()
    options = [f"{' '.join(bare.split())} {replay.words_for(until)}"]
    if period.start and period.start <= until < period.end:
        whole = next(one.found for one in parts.stretches if one.found.period.start)
        options.append(" ".join(bare.replace(whole.text, f"{period.start.isoformat()} to {until.isoformat()}").split()))
    return misunderstandings.known_or_until(day.text, options)
