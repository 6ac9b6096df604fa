"""The words for a question that cannot be planned, each a function of what stood in the way."""

from collections.abc import Iterable, Mapping, Sequence

from assistant.metrics.definition import Kind, Metric
from assistant.metrics.dimensions import DIMENSIONS
from assistant.metrics.explained import can_be_explained
from assistant.outcome import Clarification, NoData, Refusal, Unsupported
from assistant.permissions.words import listed, unknown_name
from assistant.planning import nearest_rows


def said_one_after_another(words: Iterable[str], joint: str = "or") -> str:
    """Several things in one phrase: "revenue, margin or tracked hours"."""
    known = list(words)
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} {joint} {known[-1]}"


def not_found(name: str, options: Sequence[str]) -> Clarification | NoData:
    """A name that is nothing visible: with the nearest visible names, or with none near."""
    none = NoData(unknown_name(name))
    if options:
        return Clarification(f"{none.text} Did you mean one of these?", options=tuple(options), without=none)
    return none


def not_understood(words: str, options: Sequence[str], suggestions: Sequence[str]) -> Clarification | Unsupported:
    """Words that mean nothing here: never left out silently."""
    text = f"I do not know what “{words}” means here, and leaving it out could change the answer."
    none = Unsupported(text, suggestions=tuple(suggestions))
    if options:
        return Clarification(f"{text} Is this what you want to know?", options=tuple(options), without=none)
    return none


def read_without(words: str, options: Sequence[str], suggestions: Sequence[str]) -> Clarification:
    """Words that are known and that nothing in the plan does justice to: what was read is offered, not answered."""
    text = f"I cannot do justice to “{words}” here, and without it the answer would be another one."
    if options:
        return Clarification(f"{text} Is this what you want to know?", options=tuple(options))
    return Clarification(text, options=(), suggestions=tuple(suggestions))


def above_or_below(amount: str, options: Sequence[str], suggestions: Sequence[str]) -> Clarification | Unsupported:
    """A number that is no limit, no count and no date."""
    if options:
        return Clarification(f"Do you mean above or below {amount}?", options=tuple(options))
    text = f"I do not know what “{amount}” counts here, and leaving it out could change the answer."
    return Unsupported(text, suggestions=tuple(suggestions))


def no_such_work(words: str, suggestions: Sequence[str]) -> Unsupported:
    """As in "edit hours", where no service, team or task is called so."""
    return Unsupported(
        f"I cannot tell “{words}” apart from other work: nothing you may see is called so. Hours are told by person, "
        "team, project, service and task, and expenses by category.",
        suggestions=tuple(suggestions),
    )


def not_told_so(word: str, suggestions: Sequence[str]) -> Unsupported:
    """A question word for something that has no such answer: when, of what has no day."""
    text = f"I have no answer to “{word}” here: I tell numbers, of people, teams, clients, projects and days."
    return Unsupported(text, suggestions=tuple(suggestions))


MOST_NAMES = 8
"""Of so many a choice is still one; of more, whoever asks has to say more of the name."""


def which_name(name: str, labels: Sequence[str], options: Sequence[str]) -> Clarification:
    """A name that several visible things share; of very many the first, and how many more there are."""
    if len(labels) <= MOST_NAMES + 1:
        return Clarification(f"“{name}” can be {said_one_after_another(labels)}. Which one?", options=tuple(options))
    first, more = ", ".join(labels[:MOST_NAMES]), len(labels) - MOST_NAMES
    return Clarification(
        f"“{name}” can be {first} or one of {more} others. Which one? Please say more of the name.",
        options=tuple(options[:MOST_NAMES]),
    )


def which_metric(words: str, metrics: Sequence[Metric], options: Sequence[str]) -> Clarification:
    """A word with readings whose numbers differ."""
    titles = said_one_after_another(called(one) for one in metrics)
    if len(metrics) == 1:
        return Clarification(f"By “{words}”, do you mean {titles}?", options=tuple(options))
    return Clarification(f"“{words}” can mean {titles}. Which one?", options=tuple(options))


def size_of_what(said: str, noun: str, options: Sequence[str]) -> Clarification:
    """As in "utilization of the biggest team": big by what is not said."""
    return Clarification(f"By what is a {noun} the “{said}”? Please name the measure.", options=tuple(options))


def in_other_words(metrics: Sequence[Metric], options: Sequence[str]) -> Clarification:
    """Words that are in no glossary, and the metrics that come nearest to what they mean."""
    titles = said_one_after_another(called(one) for one in metrics)
    return Clarification(f"I do not know this in these words. Do you mean {titles}?", options=tuple(options))


def which_rows(metric: Metric, options: Sequence[str]) -> Clarification:
    """A ranking or a limit without anything to rank."""
    return Clarification(f"{metric.title} of what: which rows should be compared?", options=tuple(options))


def no_such_day(said: str) -> Clarification:
    """A date that is none, or could be two."""
    return Clarification(f"“{said}” is no date I can be sure of. Please write it like 2026-03-01, or name the month.")


def known_or_until(said: str, options: Sequence[str]) -> Clarification:
    """As in "As of 15 September" beside another period."""
    text = f"“{said}” can be what was known on that day, or what came in the period until then."
    return Clarification(f"{text} Which one?", options=tuple(options))


def of_rows_picked_otherwise() -> Unsupported:
    """As in "budget left of each of them", after rows that were picked over a period and are not told as of a day."""
    return Unsupported(
        "That cannot be told in one table with what these were picked by. Please name them, or ask for all of them."
    )


def between_ages(said: str, options: Sequence[str]) -> Clarification:
    """An age that is none of those what is owed is kept by."""
    text = f"What is owed is told by 1-30, 31-60, 61-90 and more than 90 days past due, and “{said}” lies between."
    return Clarification(f"{text} Which one?", options=tuple(options))


def still_to_come(day: str) -> NoData:
    """What was known on a day that has not come."""
    return NoData(f"{day} is still to come, so nothing was known on it. Leave it out to ask what is known today.")


def nothing_since(said: str) -> NoData:
    """What changed since a day that has not passed."""
    return NoData(f"Nothing can have changed since “{said}”, which has not passed. Name an earlier day.")


def only_uncut() -> Unsupported:
    """A limit or comparison of what changed since an answer."""
    return Unsupported(
        "What changed since an answer is told of one number, in all or by client, project or the like. Ask without a "
        "limit or comparison, or for one client, project or person."
    )


def which_period(options: Sequence[str]) -> Clarification:
    """As in "So far" without a beginning."""
    return Clarification("Since when?", options=tuple(options))


def until_when(options: Sequence[str]) -> Clarification:
    """As in "free hours from November on", which have no end."""
    return Clarification("Until when?", options=tuple(options))


def what_about(words: str, options: Sequence[str]) -> Clarification:
    """A name or a period, but nothing asked about it."""
    return Clarification(f"What would you like to know about {words}?", options=tuple(options))


def which_measure(options: Sequence[str]) -> Clarification:
    """Rows to rank, but no measure."""
    return Clarification("By which measure?", options=tuple(options))


def called(metric: Metric) -> str:
    """A metric within a sentence; what is all capitals stays so."""
    return metric.title if metric.title.isupper() else metric.title.lower()


def an_order(words: str, suggestions: Sequence[str]) -> Unsupported:
    """Reckon answers questions; it changes and sends nothing."""
    return Unsupported(
        f"I answer questions and change nothing, so I cannot carry out “{words}”.",
        suggestions=tuple(suggestions),
    )


def a_reason(title: str, suggestions: Sequence[str]) -> Unsupported:
    """Why something is as it is that has no parts."""
    text = f"I cannot say why {title.lower()} changed, only how far and by what it can be broken down."
    return Unsupported(
        f"{text} Of revenue, costs, margin and utilization I can say why.", suggestions=tuple(suggestions)
    )


def a_reason_of_nothing(suggestions: Sequence[str]) -> Unsupported:
    """Why, of nothing that is measured."""
    return Unsupported("Why did what change? Please name a number.", suggestions=tuple(suggestions))


def no_reason_by(metric: Metric, dimension: str, suggestions: Sequence[str]) -> Unsupported:
    """A breakdown of a change that cannot be told in parts."""
    text = f"Why {called(metric)} changed cannot be told by {DIMENSIONS[dimension].noun}"
    others = [DIMENSIONS[one].noun for one in ("client", "project", "person") if can_be_explained(metric, (one,))]
    return Unsupported(f"{text}: ask by {said_one_after_another(others)}.", suggestions=tuple(suggestions))


def no_reason_of_some(suggestions: Sequence[str]) -> Unsupported:
    """A limit on a change that is told whole."""
    return Unsupported("A change is told in all its parts, without a limit.", suggestions=tuple(suggestions))


def a_what_if(suggestions: Sequence[str]) -> Unsupported:
    """What would be if something were otherwise."""
    return Unsupported(
        "I cannot work out what would happen if something changed yet; I report what is, and what is booked.",
        suggestions=tuple(suggestions),
    )


def no_such_breakdown(metric: Metric, dimension: str, suggestions: Sequence[str]) -> Unsupported:
    """A breakdown or filter the metric cannot have."""
    others = [DIMENSIONS[one].noun for one in metric.by if one != dimension][:3]
    text = metric.not_by or (
        f"{metric.title} cannot be told by {DIMENSIONS[dimension].noun}: ask by {said_one_after_another(others)}."
    )
    return Unsupported(text, suggestions=tuple(suggestions))


def deal_is_decided(name: str, status: str) -> NoData:
    """What a deal would take, cost or leave is asked of one that is won or lost."""
    return NoData(f"{name} is {status}. What a deal would take, cost and leave is told of open deals only.")


def deal_without_hours(name: str, of: str = "cost") -> NoData:
    """What a deal would cost is asked of one whose work nobody has written down."""
    return NoData(
        f"What {name} would {of} is not known: it has no hours by job title. Add them to deal_roles.csv and run: "
        "reckon ingest"
    )


def no_open_deal(client: str) -> NoData:
    """A deal that is asked about by its client, who has none that could still close."""
    return NoData(f"There is no open deal of {client} among what you may see.")


def in_one_currency(said: str, base: str, suggestions: Sequence[str]) -> Unsupported:
    """As in "revenue in USD", where amounts are told in euros; or "hours in EUR", which are no amounts."""
    told = f"Amounts are told in {base}, the base currency here"
    text = f"{told}, and this is none" if said.upper() == base else f"{told}, and in no other such as {said}"
    text += f": ask without “in {said}”."
    return Unsupported(text, suggestions=tuple(suggestions))


def no_breakdown_called(said: str, metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """A breakdown that nothing here has, such as tax by rate; those that come nearest to it are told first."""
    rows = nearest_rows.nearest_first(said, metric) if nearest_rows.is_noun(said) else metric.by[:3]
    others = said_one_after_another([DIMENSIONS[one].noun for one in rows[:4]])
    return Unsupported(f"{metric.title} cannot be told by “{said}”: ask by {others}.", suggestions=tuple(suggestions))


def taken_word(said: str, means: str) -> Unsupported:
    """A word that cannot be taught because it has a meaning."""
    return Unsupported(f"“{said}” is {means} already, and another meaning would hide it. Please choose another word.")


def no_such_meaning(means: str) -> Unsupported:
    """A word is to mean something that is nothing here."""
    text = f"I do not know what “{means}” means here: it is no name you may see, no number and no breakdown."
    return Unsupported(f"{text} Say for example: when we say the mothership we mean [the name of a client].")


def not_yours_to_forget(said: str) -> Unsupported:
    """A word that somebody taught for everybody."""
    return Unsupported(f"“{said}” was taught for everybody: only somebody who sees everything can take it back.")


def average_over_what(metric: Metric, options: Sequence[str]) -> Clarification:
    """A mean of something that is added up, over nothing that was said."""
    return Clarification(f"{metric.title} on average per what?", options=tuple(options))


def share_by_what(metric: Metric, options: Sequence[str]) -> Clarification:
    """A share of something, without whose."""
    return Clarification(f"Whose share of {called(metric)}?", options=tuple(options))


def no_share_of(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """Somebody's share of what is itself a ratio."""
    return Unsupported(f"{metric.title} is a ratio: nobody has a share of it.", suggestions=tuple(suggestions))


def each_is_one(metric: Metric) -> Unsupported:
    """A share of a count by the things that are counted."""
    return Unsupported(f"{metric.title}: each counts once, so a share by them says nothing. Ask for the numbers alone.")


def no_running_total(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """A running total of what is not added up over time."""
    return Unsupported(
        f"{metric.title} is not added up over time, so there is no running total of it.", tuple(suggestions)
    )


def not_annualised(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """A year at the pace of what is no sum of months that have passed, or month by month."""
    said = (
        f"{metric.title} cannot be annualised: that is told of sums over whole months that have passed, in one number."
    )
    return Unsupported(said, tuple(suggestions))


def no_whole_unit(metric: Metric, unit: str, period: str) -> NoData:
    """A mean per month of a month that is running."""
    return NoData(f"No whole {unit} of {period} has passed yet, so there is no average {called(metric)} per {unit}.")


def no_average(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """An average of sums, which leaves open over what."""
    how = {Kind.SUM: "it is added up", Kind.PER_ITEM: f"it is one value for each {metric.item}, or their median"}
    text = f"{metric.title} is not averaged here: {how.get(metric.kind, 'it is a ratio of sums')}."
    return Unsupported(f"{text} Ask for the total, or by person, week or month.", suggestions=tuple(suggestions))


def no_average_of_weekdays(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """A mean of the Mondays of a period: means are over all its days from Monday to Friday."""
    text = f"{metric.title} by weekday: no average is told, but the whole of each weekday, or the average day of all."
    return Unsupported(text, suggestions=tuple(suggestions))


def not_in_this_unit(metric: Metric, unit: str, suggestions: Sequence[str]) -> Unsupported:
    """An amount that is counted in something else than is asked for."""
    text = f"{metric.title} cannot be told in {unit}: it is counted in {metric.unit.value}."
    return Unsupported(text, suggestions=tuple(suggestions))


def only_confirmed(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """Something told with tentative work, of which there is no such number."""
    text = f"{metric.title} is told without tentative work; free, overbooked and scheduled hours can be told with it."
    return Unsupported(text, suggestions=tuple(suggestions))


def none_of_what(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """Rows without something, of a kind nobody knows all of, or together with what cannot be told of rows."""
    text = f"Which have no {called(metric)} can be told of clients, projects, people and budgets, one kind at"
    return Unsupported(f"{text} a time, and without a comparison.", suggestions=tuple(suggestions))


def one_and_not_another(names: Sequence[str], suggestions: Sequence[str]) -> Unsupported:
    """Who has something of one and nothing of another: "who worked on Acme but not on Northwind"."""
    text = f"Who has some of one and of another, or none of it ({listed(names)}), is told of amounts such as hours and"
    more = "revenue, by person, client or project, and of nothing else at the same time."
    return Unsupported(f"{text} {more}", suggestions=tuple(suggestions))


def which_two() -> Clarification:
    """Both of something that is not named."""
    return Clarification("Both of which? Please name the two.")


def none_of_one_kind(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """Rows without something of one kind, where it is not known of which rows it could be: of a kind of leave."""
    text = f"Who has no {called(metric)} of one kind is not told here; who has none at all is."
    return Unsupported(text, suggestions=tuple(suggestions))


def not_yet_happened(metric: Metric, label: str, suggestions: Sequence[str]) -> Unsupported:
    """What has happened, asked of the future."""
    text = f"{metric.title}: only days that have passed can be counted, and {label} is still to come."
    return Unsupported(text, suggestions=tuple(suggestions))


def a_meaning(metrics: Sequence[Metric], suggestions: Sequence[str]) -> Unsupported:
    """What each metric is, from the glossary; not a question about numbers."""
    return Unsupported(" ".join(f"{one.title}: {one.meaning}" for one in metrics), suggestions=tuple(suggestions))


def which_one(noun: str, options: Sequence[str]) -> Clarification:
    """As in "The project", where none is named."""
    return Clarification(f"Which {noun} do you mean? Please name it.", options=tuple(options))


def too_long(suggestions: Sequence[str]) -> Unsupported:
    """A text that is no question."""
    return Unsupported("That is too long for a question. Please ask one thing at a time.", tuple(suggestions))


def one_limit_at_a_time(options: Sequence[str]) -> Clarification:
    """Two limits in one table."""
    return Clarification("I can apply one limit at a time. Which one?", options=tuple(options))


def no_such_limit(metric: Metric, said: str, unit: str, suggestions: Sequence[str]) -> Unsupported:
    """A limit in a unit the metric does not have."""
    return Unsupported(
        f"{metric.title} cannot be compared with {said}: it is counted in {unit}.", suggestions=tuple(suggestions)
    )


def no_size_denied(said: str, instead: Sequence[str]) -> Unsupported:
    """As in "did not grow by more than 10 %", which may have grown less, or not at all."""
    return Unsupported(
        f"What did not move by so much may have moved less, or the other way. Ask for “{said} by less than …”, or for "
        "those that did not move that way at all.",
        suggestions=tuple(instead),
    )


def no_moves_over_time(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """Months picked by how far they moved, each from another."""
    return Unsupported(
        f"{metric.title} can be picked by how far it moved for clients, projects or people, between two periods; "
        "of days, weeks and months I can tell how it developed.",
        suggestions=tuple(suggestions),
    )


def whose_mean(said: str, own: str) -> Clarification:
    """Rows above or below a mean, which may be their own of before or that of all of them."""
    return Clarification(
        f"“{said}” can be the mean of all rows, or each one's own of before. Is it this?", options=(own,)
    )


def no_mean_of(metric: Metric, said: str, suggestions: Sequence[str]) -> Unsupported:
    """What is read off on a day, or lies ahead, held against what it usually is."""
    return Unsupported(
        f"{metric.title} cannot be held against a mean (“{said}”): of what is read off on a day, or still to come, "
        "I can tell how it developed.",
        suggestions=tuple(suggestions),
    )


def no_mean_beside(said: str) -> Unsupported:
    """A development, a share or a limit that is to be held against a mean as well."""
    return Unsupported(
        f"I can hold a number against a mean (“{said}”) for one period, as a total or by client, project or person; "
        "not together with a development, a share or a limit."
    )


def no_such_mean(said: str, period: str) -> Unsupported:
    """A mean of stretches that are no longer than the period, or not of its kind."""
    return Unsupported(
        f"“{said}” is not made of stretches as long as {period}: a month can be held against the mean of the months "
        "before it, a quarter against that of quarters, a week against that of weeks."
    )


def only_as_it_stands(metric: Metric, suggestions: Sequence[str]) -> Unsupported:
    """A count of another day than today, of what has no history."""
    return Unsupported(
        f"{metric.title}: these are known as they stand today and not as they were on another day. Ask without a date, "
        "or “as known on” an earlier day.",
        suggestions=tuple(suggestions),
    )


def not_counted(nouns: str, suggestions: Sequence[str]) -> Unsupported:
    """How many people, clients or projects there are."""
    return Unsupported(f"How many {nouns} there are is not measured here yet.", tuple(suggestions))


def nobody_called(name: str) -> NoData:
    """A month that does something is somebody, and nobody visible is called so."""
    return NoData(unknown_name(name))


def a_month_or_somebody(name: str, options: Mapping[str, str]) -> Clarification:
    """A month that is a name, too; `options` are complete questions, by what each takes it for."""
    said = said_one_after_another(options)
    return Clarification(f"“{name}” can be {said}. Which one?", options=tuple(options.values()))


def not_linked(suggestions: Sequence[str]) -> NoData:
    """The asker is nobody in the data."""
    return NoData("You are not linked to a person, so I do not know whose “my” is.", suggestions=tuple(suggestions))


def manages_nothing(noun: str) -> NoData:
    """As in "My clients" of someone who manages none."""
    return NoData(f"You are not named as the manager of any {noun} you may see.")


def as_a_model_reads_it(questions: Sequence[str]) -> Clarification:
    """Words that only a language model made something of."""
    return Clarification(
        "I do not know this in these words; a language model reads it so. Is this what you want to know?",
        options=tuple(questions),
    )


def who_is_meant(word: str) -> Clarification:
    """A pronoun with nobody before it."""
    return Clarification(f"{_WHO_IS}{word}”? Please name the person, client or project.")


_WHO_IS = "Who is “"


def asks_who(outcome: Clarification | Refusal | NoData | Unsupported) -> bool:
    """Whether it was a pronoun with nobody before it."""
    return outcome.text.startswith(_WHO_IS)
