"""The standing words of documents, in each language the house writes: headings, statuses and whole sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.agency.periods import Period
from assistant.answers.numerals import read_numerals

EN: Mapping[str, str] = {
    "summary": "Project update",
    "review": "Quarterly review",
    "steps_done": "Steps completed",
    "charged": "Charged by the hour",
    "invoiced_tile": "Invoiced",
    "by_month": "Month by month",
    "month": "Month",
    "on_track": "On track",
    "at_risk": "At risk",
    "blocked": "Blocked",
    "completed": "Completed",
    "idle": "No work under way",
    "done": "Done",
    "next": "Next",
    "agreed_with_you": "From our meetings",
    "quote": "“{sentence}” ({day})",
    "milestones": "Milestones",
    "budget": "Budget and scope",
    "risks": "Risks and what we do",
    "decisions": "What we need from you",
    "changes": "Change requests",
    "contacts": "Your contacts",
    "note": "A note",
    "against": "Since the last update",
    "milestone": "Milestone",
    "target": "Target",
    "forecast": "Forecast",
    "status": "Status",
    "bars": "How far each agreement is used",
    "bar": "{used} of {total}",
    "agreement": "Agreement",
    "agreed": "Agreed",
    "used": "Used",
    "remaining": "Remaining",
    "used_share": "Used, %",
    "earned": "Earned so far",
    "complete": "Complete",
    "balance": "Balance",
    "change": "Change",
    "amount": "Amount",
    "since": "Since",
    "reached": "reached",
    "planned": "planned",
    "late": "late",
    "open_date": "to be agreed",
    "approved": "approved",
    "pending": "waits for your decision",
    "fixed": "fixed price",
    "time_and_materials": "time and materials",
    "retainer": "retainer",
    "no_service": "work without a service",
    "lead_done": "{When} we completed {names}.",
    "lead_done_many": "{When} we completed {count} steps, among them {names}.",
    "lead_quiet": "{When}, work went on as agreed.",
    "lead_idle": "Nothing was planned or invoiced {when}.",
    "lead_first": "The work began {when}.",
    "lead_closed": "The work is finished; this is where everything stands on {day}.",
    "lead_closed_idle": "The work is finished, and nothing was open {when}.",
    "lead_next": "Next is {name}, due on {day}.",
    "lead_late": "{name} is past its target of {day}.",
    "lead_more_late": "{count} more dates have passed.",
    "lead_hold": "The work on {names} is on hold.",
    "lead_over": "{name} has used {used} of the {total} agreed.",
    "step_done": "{name} ({project}), on {day}",
    "step_next": "{name} ({project}), by {day}",
    "step_next_open": "{name} ({project}), no date yet",
    "hours": "Work charged by the hour {when}: {hours}.",
    "hours_parts": "Work charged by the hour {when}: {hours}, of which {parts}.",
    "part": "{hours} {name}",
    "as_of": "All amounts net of tax, as of {day}.",
    "capped": "{name} stops at {total}; what goes beyond it is not charged.",
    "invoiced": "Invoiced {when}: {invoiced} net.",
    "open": "Open invoices: {open} including tax.",
    "overdue": "Open invoices: {open} including tax, of which {overdue} is past its date.",
    "credit": "In your favour: {open} including tax, not yet set off against an invoice.",
    "balance_left": "{name}: {balance} of unused time is carried on.",
    "balance_over": "{name}: {balance} more than the allowance is used so far.",
    "balance_charged": "{name}: what goes beyond the monthly allowance is charged by the hour, as agreed.",
    "risk_late": "{name} ({project}) was due on {day}. We are working out a new date and will agree it with you.",
    "risk_waits": "{name} ({project}) was due on {day} and depends on work that is still open. "
    "We are seeing to that now.",
    "risk_over": "{name}: {used} of the {total} agreed is used. We would like to agree with you how to go on.",
    "risk_short": "{name}: {share} is used and {remaining} is left. We watch it and tell you before it runs out.",
    "risk_hold": "The work on {names} is on hold. We go on as soon as it is clear when.",
    "decide_change": "Please decide on {title}, asked for on {day}.",
    "decide_change_amount": "Please decide on {title} ({amount}), asked for on {day}.",
    "decide_ending": "{name} ends on {day}. Please tell us whether it should go on.",
    "account_manager": "your account manager",
    "project_manager": "project manager, {projects}",
    "contact": "{name}, {role}, {email}",
    "nothing_done": "No step was due for completion.",
    "against_used": "{name}: used went from {before} to {after}.",
    "against_earned": "{name}: earned so far went from {before} to {after}.",
    "against_same": "The numbers have not changed since then.",
    "and": "and",
    "others": "others",
}

DE: Mapping[str, str] = {
    "summary": "Projektstand",
    "review": "Quartalsrückblick",
    "steps_done": "Abgeschlossene Schritte",
    "charged": "Nach Aufwand berechnet",
    "invoiced_tile": "In Rechnung gestellt",
    "by_month": "Monat für Monat",
    "month": "Monat",
    "on_track": "Im Plan",
    "at_risk": "Gefährdet",
    "blocked": "Blockiert",
    "completed": "Abgeschlossen",
    "idle": "Zurzeit keine Arbeiten",
    "done": "Erledigt",
    "next": "Als Nächstes",
    "agreed_with_you": "Aus unseren Gesprächen",
    "quote": "„{sentence}“ ({day})",
    "milestones": "Meilensteine",
    "budget": "Budget und Umfang",
    "risks": "Risiken und was wir tun",
    "decisions": "Was wir von Ihnen brauchen",
    "changes": "Änderungswünsche",
    "contacts": "Ihre Ansprechpartner",
    "note": "Eine Anmerkung",
    "against": "Seit dem letzten Stand",
    "milestone": "Meilenstein",
    "target": "Ziel",
    "forecast": "Prognose",
    "status": "Stand",
    "bars": "Wie weit jede Vereinbarung ausgeschöpft ist",
    "bar": "{used} von {total}",
    "agreement": "Vereinbarung",
    "agreed": "Vereinbart",
    "used": "Verbraucht",
    "remaining": "Verbleibend",
    "used_share": "Verbraucht, %",
    "earned": "Bisher erbracht",
    "complete": "Fertig",
    "balance": "Saldo",
    "change": "Änderung",
    "amount": "Betrag",
    "since": "Seit",
    "reached": "erreicht",
    "planned": "geplant",
    "late": "verspätet",
    "open_date": "noch zu vereinbaren",
    "approved": "freigegeben",
    "pending": "wartet auf Ihre Entscheidung",
    "fixed": "Festpreis",
    "time_and_materials": "nach Aufwand",
    "retainer": "Monatskontingent",
    "no_service": "Arbeit ohne Leistungsart",
    "lead_done": "{When} haben wir abgeschlossen: {names}.",
    "lead_done_many": "{When} haben wir {count} Schritte abgeschlossen, darunter {names}.",
    "lead_quiet": "{When} lief die Arbeit wie vereinbart weiter.",
    "lead_idle": "{When} war nichts geplant und wurde nichts berechnet.",
    "lead_first": "Die Arbeit hat {when} begonnen.",
    "lead_closed": "Die Arbeit ist abgeschlossen; das ist der Stand am {day}.",
    "lead_closed_idle": "Die Arbeit ist abgeschlossen; {when} war nichts offen.",
    "lead_next": "Als Nächstes folgt {name}, fällig am {day}.",
    "lead_late": "{name} hat das Ziel vom {day} überschritten.",
    "lead_more_late": "{count} weitere Termine sind verstrichen.",
    "lead_hold": "Die Arbeit an {names} ruht.",
    "lead_over": "{name} hat {used} der vereinbarten {total} verbraucht.",
    "step_done": "{name} ({project}), am {day}",
    "step_next": "{name} ({project}), bis {day}",
    "step_next_open": "{name} ({project}), noch ohne Termin",
    "hours": "Nach Aufwand berechnete Arbeit {when}: {hours}.",
    "hours_parts": "Nach Aufwand berechnete Arbeit {when}: {hours}, davon {parts}.",
    "part": "{hours} {name}",
    "as_of": "Alle Beträge netto, Stand {day}.",
    "capped": "{name} endet bei {total}; was darüber hinausgeht, wird nicht berechnet.",
    "invoiced": "{When} in Rechnung gestellt: {invoiced} netto.",
    "open": "Offene Rechnungen: {open} brutto.",
    "overdue": "Offene Rechnungen: {open} brutto, davon {overdue} überfällig.",
    "credit": "Zu Ihren Gunsten: {open} brutto, noch nicht mit einer Rechnung verrechnet.",
    "balance_left": "{name}: {balance} nicht verbrauchte Zeit wird übertragen.",
    "balance_over": "{name}: bisher sind {balance} mehr als das Kontingent verbraucht.",
    "balance_charged": "{name}: Was über das monatliche Kontingent hinausgeht, wird wie vereinbart nach Stunden "
    "berechnet.",
    "risk_late": "{name} ({project}) war am {day} fällig. Wir klären einen neuen Termin und stimmen ihn mit Ihnen ab.",
    "risk_waits": "{name} ({project}) war am {day} fällig und hängt von Arbeit ab, die noch offen ist. Darum "
    "kümmern wir uns jetzt.",
    "risk_over": "{name}: {used} der vereinbarten {total} sind verbraucht. Wir möchten mit Ihnen abstimmen, wie es "
    "weitergeht.",
    "risk_short": "{name}: {share} sind verbraucht, {remaining} verbleiben. Wir achten darauf und melden uns vorher.",
    "risk_hold": "Die Arbeit an {names} ruht. Wir machen weiter, sobald der Termin feststeht.",
    "decide_change": "Bitte entscheiden Sie über {title}, angefragt am {day}.",
    "decide_change_amount": "Bitte entscheiden Sie über {title} ({amount}), angefragt am {day}.",
    "decide_ending": "{name} endet am {day}. Bitte sagen Sie uns, ob es weitergehen soll.",
    "account_manager": "Ihre Kundenbetreuung",
    "project_manager": "Projektleitung, {projects}",
    "contact": "{name}, {role}, {email}",
    "nothing_done": "Kein Schritt war fällig.",
    "against_used": "{name}: Verbrauch von {before} auf {after}.",
    "against_earned": "{name}: bisher erbracht von {before} auf {after}.",
    "against_same": "Die Zahlen haben sich seitdem nicht geändert.",
    "and": "und",
    "others": "weitere",
}

LANGUAGES: Mapping[str, Mapping[str, str]] = {"en": EN, "de": DE}

DECEMBER = 12


@dataclass(frozen=True)
class Words:
    """The words of one language; `locale` is how it writes numbers and days."""

    language: str
    locale: str

    def __call__(self, key: str) -> str:
        """A word or sentence, with its slots."""
        return LANGUAGES[self.language][key]

    def name(self, label: str) -> str:
        """A name as data; one that could pass for a number, or for two things, stands in quotes."""
        if not read_numerals(label) and "," not in label:
            return label
        return f"„{label}“" if self.language == "de" else f"“{label}”"

    def listed(self, names: tuple[str, ...]) -> str:
        """Names in a row: "a, b and c"."""
        if len(names) < 2:  # noqa: PLR2004 - one name stands alone
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('and')} {names[-1]}"

    def period(self, period: Period) -> str:
        """What a reader outside the house calls the period: "October 2026", "Q3 2026", else its first and last day."""
        from assistant.agency.units import show_date  # noqa: PLC0415 - only words pay for babel

        start, end = period.start, period.end
        if start is None:
            return show_date(end, self.locale)
        after = end + timedelta(days=1)
        months = (after.year - start.year) * DECEMBER + after.month - start.month
        if start.day != 1 or after.day != 1 or months not in (1, 3, 12) or (start.month - 1) % months:
            return f"{show_date(start, self.locale)} – {show_date(end, self.locale)}"
        quarter = (start.month + 2) // 3
        return {1: self.month(start), 3: f"Q{quarter} {start.year}", DECEMBER: str(start.year)}[months]

    def when(self, period: Period) -> str:
        """The same within a sentence: "in October 2026", "from 1 October 2026 to 15 October 2026"."""
        from assistant.agency.units import show_date  # noqa: PLC0415 - as above

        said, german = self.period(period), self.language == "de"
        if period.start is not None and "–" in said:
            start, end = show_date(period.start, self.locale), show_date(period.end, self.locale)
            return f"vom {start} bis {end}" if german else f"from {start} to {end}"
        if period.start is None:
            return f"bis {said}" if german else f"until {said}"
        quarter = re.fullmatch(r"Q(\d) (\d+)", said)
        if german:
            return f"im {quarter[1]}. Quartal {quarter[2]}" if quarter else f"im {'Jahr ' * said.isdigit()}{said}"
        return f"in {said}"

    def month(self, day: date) -> str:
        """The month of a day with its year."""
        from babel.dates import format_date  # noqa: PLC0415 - as above

        from assistant.agency.units import locale_named  # noqa: PLC0415 - as above

        return format_date(day, "LLLL yyyy", locale=locale_named(self.locale))


def words_in(language: str, locale: str) -> Words:
    """The words of a language, in the locale where that is one of its own, else in its usual one."""
    chosen = language if language in LANGUAGES else "en"
    return Words(chosen, locale if locale.lower().startswith(chosen) else chosen)
