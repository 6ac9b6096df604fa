"""Words of neighbouring languages that a European office mixes in, said in English before a question is read.

Umsatz Q3                     revenue Q3
Stunden pro Kunde letzten Monat        hours by client last month
factures impayées             unpaid invoices
horas de Ben la semana pasada          hours of Ben last week

Only a word that can be nothing else makes a text one of those; what somebody or something is called stays as it is,
and so does every word that is not listed here, which is then asked about like any other unknown word.
"""

import re
from collections.abc import Mapping

from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.names_kept import kept
from assistant.planning.tokens import normal

_SAYS: Mapping[str, str] = {
    # German
    "umsatz": "revenue", "umsätze": "revenue", "umsatzerlöse": "revenue", "erlöse": "revenue", "gewinn": "profit",
    "kosten": "costs", "personalkosten": "labour cost", "stunden": "hours", "arbeitsstunden": "hours",
    "überstunden": "overtime", "fehlstunden": "missing hours", "abrechenbare stunden": "billable hours",
    "verrechenbare stunden": "billable hours", "fakturierbare stunden": "billable hours",
    "interne stunden": "internal hours", "auslastung": "utilization", "urlaub": "vacation",
    "urlaubstage": "vacation days", "resturlaub": "remaining vacation days", "krankheitstage": "sick days",
    "kranktage": "sick days", "krankenstand": "sick leave", "abwesenheiten": "absences", "rechnungen": "invoices",
    "offene rechnungen": "unpaid invoices", "unbezahlte rechnungen": "unpaid invoices",
    "überfällige rechnungen": "overdue invoices", "forderungen": "receivables", "zahlungseingänge": "collected",
    "restbudget": "budget remaining", "aufgaben": "tasks", "offene aufgaben": "open tasks",
    "überfällige aufgaben": "overdue tasks", "meilensteine": "milestones", "kunde": "client", "kunden": "clients",
    "projekt": "project", "projekte": "projects", "projekten": "projects", "mitarbeiter": "people",
    "mitarbeitern": "people", "monat": "month", "woche": "week", "quartal": "quarter", "jahr": "year",
    "vormonat": "last month", "vorwoche": "last week", "vorjahr": "last year", "vorquartal": "last quarter",
    "gestern": "yesterday", "heute": "today", "januar": "January", "jänner": "January", "februar": "February",
    "märz": "March", "juni": "June", "juli": "July", "oktober": "October", "dezember": "December", "über": "over",
    "kalenderwoche": "week", "im urlaub": "on vacation", "krankmeldungen": "sick leave",
    # French
    "chiffre d'affaires": "revenue", "bénéfice": "profit", "coûts": "costs", "heures": "hours",
    "heures facturables": "billable hours", "taux d'occupation": "utilization", "congés": "vacation",
    "en congé": "on vacation", "en vacances": "on vacation", "jours de maladie": "sick days", "factures": "invoices",
    "factures impayées": "unpaid invoices", "factures en retard": "overdue invoices", "projets": "projects",
    "équipe": "team", "équipes": "teams", "ce mois": "this month", "ce mois-ci": "this month",
    "ce trimestre": "this quarter",
    "mois dernier": "last month", "semaine dernière": "last week", "année dernière": "last year",
    "l'année dernière": "last year",
    "l'an dernier": "last year", "trimestre dernier": "last quarter", "dernier trimestre": "last quarter",
    "cette semaine": "this week", "cette année": "this year", "semaine prochaine": "next week",
    "mois prochain": "next month", "aujourd'hui": "today", "janvier": "January", "février": "February",
    "août": "August", "septembre": "September", "octobre": "October", "novembre": "November",
    "décembre": "December",
    # Spanish and Italian
    "ingresos": "revenue", "margen": "margin", "horas": "hours", "horas facturables": "billable hours",
    "vacaciones": "vacation", "de vacaciones": "on vacation", "facturas": "invoices",
    "facturas pendientes": "unpaid invoices", "facturas vencidas": "overdue invoices", "proyectos": "projects",
    "clientes": "clients", "mes pasado": "last month", "semana pasada": "last week", "año pasado": "last year",
    "trimestre pasado": "last quarter", "último mes": "last month", "último trimestre": "last quarter",
    "este mes": "this month", "esta semana": "this week", "este año": "this year",
    "este trimestre": "this quarter", "próxima semana": "next week", "próximo mes": "next month",
    "semana que viene": "next week", "septiembre": "September", "fatturato": "revenue", "ferie": "vacation",
}  # fmt: skip
"""What each word or phrase says; each of them is no English."""

_BESIDE: Mapping[str, str] = {
    "pro": "by", "je": "by", "nach": "by", "von": "of", "für": "for", "im": "in", "des": "of", "der": "", "die": "",
    "den": "", "das": "", "dem": "", "bitte": "", "und": "and", "ist": "is", "sind": "are", "wer": "who",
    "wie viele": "how many", "wie viel": "how much", "wieviel": "how much", "wieviele": "how many",
    "haben wir": "did we have",
    "wie hoch ist": "what is", "wie hoch sind": "what are", "wie hoch war": "what was", "wie hoch waren": "what were",
    "mit": "with", "hat": "has", "hatte": "had", "haben": "have", "gearbeitet": "worked", "gebucht": "logged",
    "ohne": "without",
    "zeig mir": "show me", "zeige mir": "show me", "kannst du mir": "show me", "zeigen": "", "sagen": "",
    "mehr als": "more than", "weniger als": "less than", "unter": "under", "seit": "since", "bis": "until",
    "marge": "margin", "mai": "May", "team": "team", "monate": "months", "wochen": "weeks", "tage": "days",
    "par": "by", "du": "of", "de": "of", "le": "", "la": "", "les": "", "pour": "for", "et": "and", "qui": "who",
    "est": "is",
    "quels": "which", "quelles": "which", "sont": "are", "en retard": "late",
    "combien de": "how many", "combien": "how much", "montre-moi": "show me", "plus de": "more than",
    "por": "by", "el": "", "los": "", "las": "", "para": "for", "y": "and", "del": "of", "cuántas": "how many",
    "cuántos": "how many", "cuánto": "how much", "quién": "who", "está": "is", "más de": "more than",
    "cliente": "client", "proyecto": "project", "equipo": "team", "persona": "person", "personne": "person",
    "mois": "month",
    "semaine": "week", "mes": "month", "semana": "week", "projet": "project",
}  # fmt: skip
"""What stands around them, in a text that holds one of them."""

_TIME = {"monat": "month", "woche": "week", "quartal": "quarter", "jahr": "year", "tag": "day"}
_WHICH = {
    **dict.fromkeys(("letzt", "vorig", "vergangen"), "last"),
    **dict.fromkeys(("nächst", "kommend"), "next"),
    **dict.fromkeys(("dies", "aktuell"), "this"),
}
_GERMAN_TIME = Guarded(
    rf"\b(?:(?:im|in der|in diesem|in) )?(?P<which>{'|'.join(_WHICH)})(?:e[nrsm]?|er) (?P<unit>{'|'.join(_TIME)})\b",
    re.IGNORECASE,
)
"""As in "letzten Monat", "im nächsten Quartal"."""
_CALENDAR_WEEK = Guarded(r"\bKW ?(?P<week>\d{1,2})\b")


def _any_of(said: Mapping[str, str]) -> Guarded:
    phrases = sorted(said, key=len, reverse=True)
    return Guarded(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, phrases))})(?![\w'-])", re.IGNORECASE)


_TELLING, _AROUND = _any_of(_SAYS), _any_of(_BESIDE)


def in_english(text: str, here: Here) -> str:
    """The question with what is said in another language said in English; any other as it is."""
    text = _CALENDAR_WEEK.sub(r"week \g<week>", text)
    here = here.saying(text)
    if not (_TELLING.search(text) or _GERMAN_TIME.search(text)):
        return text
    return kept(text, here.whole_names, lambda said: _translated(said, here))


def _translated(text: str, here: Here) -> str:
    names = here.vocabulary.names.senses

    def plainly(said: str, table: Mapping[str, str], phrases: Guarded) -> str:
        def one(found: re.Match[str]) -> str:
            is_called = " " not in found.group() and (normal(found.group()),) in names
            return found.group() if is_called else table[found.group().casefold()]

        return phrases.sub(one, said)

    said = _GERMAN_TIME.sub(
        lambda found: f"{_WHICH[found['which'].casefold()]} {_TIME[found['unit'].casefold()]}", text
    )
    said = plainly(said, _SAYS, _TELLING)
    return text if said == text else " ".join(plainly(said, _BESIDE, _AROUND).split())
