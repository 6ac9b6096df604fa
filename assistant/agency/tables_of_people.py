"""The tables about people: who they are, when they work, when they do not, and who may sign in."""

from decimal import Decimal

from assistant.agency.columns import A_DAY, HR, NONE_LESS, PEOPLE, Column, Kind, Table

_WEEKDAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}

ROLES = ("admin", "finance", "project_manager", "account_manager", "coordinator", "member")


def _weekday(name: str) -> Column:
    meaning = f"Hours of the pattern on a {_WEEKDAYS[name]}; blank = none."
    return PEOPLE(name, Kind.HOURS, meaning, least=NONE_LESS, most=A_DAY, blank_means="0")


_PERSON = PEOPLE("person_id", Kind.ID, "The person meant.", required=True, refers_to="people")

PEOPLE_TABLE = Table(
    "people",
    "A person with a contract.",
    (
        PEOPLE("person_id", Kind.ID, "What every other table calls this person.", required=True),
        PEOPLE("name", Kind.TEXT, "The name people know them by.", required=True),
        PEOPLE("email", Kind.EMAIL, "Their e-mail address, by which managers and owners are found."),
        PEOPLE("team", Kind.TEXT, "The team they belong to, unless assignments say otherwise for a date."),
        PEOPLE("job_title", Kind.TEXT, "What they do, as capacity and prices are counted by."),
        PEOPLE(
            "employment",
            Kind.CHOICE,
            "Whether they are employed or contracted; only employees owe timesheets.",
            choices=("employee", "contractor"),
        ),
        PEOPLE("calendar", Kind.TEXT, "The holiday calendar they keep."),
        PEOPLE("start_date", Kind.DATE, "First day of the contract; unknown = never available."),
        PEOPLE("end_date", Kind.DATE, "Last day of the contract, included; blank = open."),
        PEOPLE(
            "utilization_target",
            Kind.PERCENT,
            "The billable utilization aimed at.",
            optional=True,
            least=NONE_LESS,
        ),
    ),
    key=("person_id",),
)

WORKING_HOURS = Table(
    "working_hours",
    "The weekly pattern in force from a date.",
    (
        _PERSON,
        PEOPLE("valid_from", Kind.DATE, "The first day on which the pattern is in force.", required=True),
        *(_weekday(name) for name in _WEEKDAYS),
        PEOPLE(
            "week",
            Kind.CHOICE,
            "For alternating patterns: A in odd ISO weeks, B in even ones; blank = every week.",
            optional=True,
            choices=("A", "B"),
        ),
    ),
    key=("person_id", "valid_from", "week"),
)

HOLIDAYS = Table(
    "holidays",
    "A public holiday of one calendar.",
    (
        PEOPLE("calendar", Kind.TEXT, "The calendar it belongs to.", required=True),
        PEOPLE("date", Kind.DATE, "The day.", required=True),
        PEOPLE("name", Kind.TEXT, "What is celebrated."),
        PEOPLE(
            "fraction",
            Kind.FRACTION,
            "How much of the day is free; blank = the whole day.",
            least=NONE_LESS,
            most=Decimal(1),
            blank_means="1",
        ),
    ),
    key=("calendar", "date"),
)

ABSENCES = Table(
    "absences",
    "A leave.",
    (
        PEOPLE("absence_id", Kind.ID, "The leave.", required=True),
        _PERSON,
        PEOPLE("start_date", Kind.DATE, "First day away.", required=True),
        PEOPLE("end_date", Kind.DATE, "Last day away, included.", required=True),
        PEOPLE(
            "hours_per_day",
            Kind.HOURS,
            "Hours away on each day; blank = the whole working day.",
            least=NONE_LESS,
            most=A_DAY,
        ),
        PEOPLE(
            "status",
            Kind.CHOICE,
            "Only approved leave reduces availability.",
            required=True,
            choices=("approved", "pending", "rejected"),
        ),
        HR("category", Kind.TEXT, "Why: vacation, sick leave, remote work …"),
    ),
    key=("absence_id",),
)

ASSIGNMENTS = Table(
    "assignments",
    "Where someone belonged from a date; without it, people holds always.",
    (
        _PERSON,
        PEOPLE("valid_from", Kind.DATE, "The first day on which it holds.", required=True),
        PEOPLE("team", Kind.TEXT, "The team from then on."),
        PEOPLE("job_title", Kind.TEXT, "The job title from then on."),
        PEOPLE("calendar", Kind.TEXT, "The holiday calendar from then on."),
    ),
    key=("person_id", "valid_from"),
    optional=True,
)

LEAVE_ALLOWANCES = Table(
    "leave_allowances",
    "What may be taken in a year.",
    (
        _PERSON,
        PEOPLE("year", Kind.WHOLE, "The calendar year.", required=True, least=Decimal(1900), most=Decimal(2999)),
        PEOPLE(
            "days",
            Kind.NUMBER,
            "Days that may be taken.",
            unit="days in files, ten-thousandths of a day inside",
            required=True,
            least=NONE_LESS,
        ),
        HR("category", Kind.TEXT, "Which kind of leave it is for; blank = any."),
    ),
    key=("person_id", "year", "category"),
    optional=True,
)

USERS = Table(
    "users",
    "Who may sign in, and as what.",
    (
        PEOPLE("email", Kind.EMAIL, "The address they sign in with.", required=True),
        PEOPLE("name", Kind.TEXT, "What they are called."),
        PEOPLE(
            "role",
            Kind.CHOICE,
            "What they may see, as a role of the permissions.",
            required=True,
            choices=ROLES,
        ),
        PEOPLE("person_id", Kind.ID, "Which person they are.", optional=True, refers_to="people"),
    ),
    key=("email",),
)
