"""The tables about work: clients, projects, what was agreed, planned and done, and what was added."""

from assistant.agency.columns import (
    A_DAY,
    COST,
    DELIVERY,
    HUNDRED,
    NONE_LESS,
    PRICE,
    TIME,
    Kind,
    Table,
)

CLIENTS = Table(
    "clients",
    "A client.",
    (
        DELIVERY("client_id", Kind.ID, "What every other table calls this client.", required=True),
        DELIVERY("name", Kind.TEXT, "The client's name.", required=True),
        DELIVERY("status", Kind.TEXT, "Where the relation stands, in the agency's own words."),
        DELIVERY("account_manager", Kind.EMAIL, "Who looks after the client."),
        DELIVERY("industry", Kind.TEXT, "What the client does.", optional=True),
    ),
    key=("client_id",),
)

PROJECTS = Table(
    "projects",
    "A project.",
    (
        DELIVERY("project_id", Kind.ID, "What every other table calls this project.", required=True),
        DELIVERY("code", Kind.TEXT, "The short code people use."),
        DELIVERY("name", Kind.TEXT, "The project's name.", required=True),
        DELIVERY("client_id", Kind.ID, "For whom; blank on internal projects.", refers_to="clients"),
        DELIVERY(
            "kind",
            Kind.CHOICE,
            "Whether it is work for a client or overhead.",
            required=True,
            choices=("client", "internal"),
        ),
        DELIVERY(
            "status",
            Kind.CHOICE,
            "Where the project stands.",
            required=True,
            choices=("planned", "active", "on_hold", "done", "archived"),
        ),
        DELIVERY("start_date", Kind.DATE, "First planned day."),
        DELIVERY("end_date", Kind.DATE, "Last planned day, included; blank = open."),
        DELIVERY("project_manager", Kind.EMAIL, "Who runs it."),
    ),
    key=("project_id",),
)

BUDGETS = Table(
    "budgets",
    "An agreement to deliver for a price.",
    (
        DELIVERY("budget_id", Kind.ID, "The agreement.", required=True),
        DELIVERY("project_id", Kind.ID, "The project it pays for.", required=True, refers_to="projects"),
        DELIVERY("name", Kind.TEXT, "What it is called."),
        DELIVERY(
            "type",
            Kind.CHOICE,
            "How the price arises.",
            required=True,
            choices=("fixed", "time_and_materials", "retainer", "non_billable"),
        ),
        DELIVERY("start_date", Kind.DATE, "First day in force; blank = its project's start."),
        DELIVERY("end_date", Kind.DATE, "Last day in force, included; blank = open."),
        DELIVERY("hours", Kind.HOURS, "Hours sold; per month for a retainer.", least=NONE_LESS),
        DELIVERY("delivered_on", Kind.DATE, "The day the work was handed over.", optional=True),
        DELIVERY(
            "recognition",
            Kind.CHOICE,
            "How a fixed fee becomes revenue; blank = the setting fixed_price_recognition.",
            optional=True,
            choices=("by_hours", "straight_line", "on_delivery"),
        ),
        PRICE("currency", Kind.CURRENCY, "The currency of every price in it.", optional=True),
        PRICE("amount", Kind.MONEY, "The net price; per month for a retainer.", optional=True),
        PRICE(
            "capped",
            Kind.BOOLEAN,
            "Whether time and materials stop at the amount; blank = no.",
            optional=True,
            blank_means="false",
        ),
        PRICE(
            "overage_rate",
            Kind.MONEY,
            "The price of an hour beyond a retainer's allowance.",
            unit="currency per hour in files, ten-thousandths inside",
            optional=True,
            least=NONE_LESS,
        ),
        PRICE(
            "rollover_cap_hours",
            Kind.HOURS,
            "How many unused hours a retainer carries on; blank = all.",
            optional=True,
            least=NONE_LESS,
        ),
    ),
    key=("budget_id",),
)

SERVICES = Table(
    "services",
    "A line of a budget.",
    (
        DELIVERY("service_id", Kind.ID, "The line.", required=True),
        DELIVERY("budget_id", Kind.ID, "The budget it belongs to.", required=True, refers_to="budgets"),
        DELIVERY("name", Kind.TEXT, "What is delivered.", required=True),
        DELIVERY("quantity", Kind.HOURS, "Hours sold of it.", least=NONE_LESS),
        DELIVERY(
            "billable",
            Kind.BOOLEAN,
            "Whether it is charged; false means price 0, blank = yes.",
            blank_means="true",
        ),
        PRICE(
            "price",
            Kind.MONEY,
            "The price of an hour, in the budget's currency; it beats bill_rates.",
            unit="currency per hour in files, ten-thousandths inside",
            least=NONE_LESS,
        ),
        PRICE(
            "discount_percent",
            Kind.PERCENT,
            "What is taken off the price.",
            optional=True,
            least=NONE_LESS,
            most=HUNDRED,
        ),
    ),
    key=("service_id",),
)

TIME_ENTRIES = Table(
    "time_entries",
    "Worked time.",
    (
        TIME("entry_id", Kind.ID, "The entry.", required=True),
        TIME("person_id", Kind.ID, "Who worked.", required=True, refers_to="people"),
        TIME("project_id", Kind.ID, "On what.", required=True, refers_to="projects"),
        TIME("date", Kind.DATE, "The day the work was done.", required=True),
        TIME("hours", Kind.HOURS, "Hours worked.", required=True, least=NONE_LESS, most=A_DAY),
        TIME(
            "billable_hours",
            Kind.HOURS,
            "Hours to be charged, which may be fewer or more than worked.",
            least=NONE_LESS,
            most=A_DAY,
        ),
        TIME(
            "status",
            Kind.CHOICE,
            "Where approval stands; rejected time never counts.",
            required=True,
            choices=("approved", "submitted", "draft", "rejected"),
        ),
        TIME("budget_id", Kind.ID, "The budget it was worked on.", optional=True, refers_to="budgets"),
        TIME("service_id", Kind.ID, "The line of the budget.", optional=True, refers_to="services"),
        TIME("task_id", Kind.ID, "The task.", optional=True, refers_to="tasks"),
        TIME("created_at", Kind.TIMESTAMP, "When the entry was written down.", optional=True),
        TIME("note", Kind.TEXT, "What was done, in the person's words.", optional=True),
        PRICE(
            "billable_rate",
            Kind.MONEY,
            "The price of an hour as the source has it; it beats services and bill_rates.",
            unit="currency per hour in files, ten-thousandths inside",
            optional=True,
            least=NONE_LESS,
        ),
        PRICE("currency", Kind.CURRENCY, "The currency of both rates.", optional=True),
        COST(
            "cost_rate",
            Kind.MONEY,
            "The cost of an hour as the source has it; it beats cost_rates.",
            unit="currency per hour in files, ten-thousandths inside",
            optional=True,
            least=NONE_LESS,
        ),
    ),
    key=("entry_id",),
)

BOOKINGS = Table(
    "bookings",
    "Planned work, on each day of the range on which the person is available.",
    (
        TIME("booking_id", Kind.ID, "The booking.", required=True),
        TIME("person_id", Kind.ID, "Who is planned; blank = a placeholder.", refers_to="people"),
        TIME("project_id", Kind.ID, "On what.", refers_to="projects"),
        TIME("start_date", Kind.DATE, "First planned day.", required=True),
        TIME("end_date", Kind.DATE, "Last planned day, included.", required=True),
        TIME("hours_per_day", Kind.HOURS, "Hours on each day.", required=True, least=NONE_LESS, most=A_DAY),
        TIME(
            "tentative",
            Kind.BOOLEAN,
            "Whether it is not confirmed yet; blank = confirmed.",
            blank_means="false",
        ),
        TIME("job_title", Kind.TEXT, "Who is needed, on a placeholder.", optional=True),
        TIME("budget_id", Kind.ID, "The budget it is planned on.", optional=True, refers_to="budgets"),
        TIME("service_id", Kind.ID, "The line of the budget.", optional=True, refers_to="services"),
        TIME("deal_id", Kind.ID, "The deal it would come from.", optional=True, refers_to="deals"),
    ),
    key=("booking_id",),
)

TASKS = Table(
    "tasks",
    "A task or milestone.",
    (
        DELIVERY("task_id", Kind.ID, "The task.", required=True),
        DELIVERY("project_id", Kind.ID, "The project it belongs to.", required=True, refers_to="projects"),
        DELIVERY("name", Kind.TEXT, "What is to be done.", required=True),
        DELIVERY(
            "kind",
            Kind.CHOICE,
            "Whether it is work or a point to be reached.",
            required=True,
            choices=("task", "milestone"),
        ),
        DELIVERY(
            "status",
            Kind.CHOICE,
            "Where it stands; cancelled never counts.",
            required=True,
            choices=("open", "in_progress", "done", "cancelled"),
        ),
        DELIVERY("due_date", Kind.DATE, "The day by which it should be done."),
        DELIVERY("assignee", Kind.ID, "Who does it.", optional=True, refers_to="people"),
        DELIVERY("start_date", Kind.DATE, "The day it is planned to begin.", optional=True),
        DELIVERY("done_on", Kind.DATE, "The day it was done.", optional=True),
        DELIVERY("estimate_hours", Kind.HOURS, "Hours it was thought to take.", optional=True, least=NONE_LESS),
        DELIVERY("remaining_hours", Kind.HOURS, "Hours still to do.", optional=True, least=NONE_LESS),
        DELIVERY(
            "percent_complete",
            Kind.PERCENT,
            "How far it is.",
            optional=True,
            least=NONE_LESS,
            most=HUNDRED,
        ),
        DELIVERY(
            "client_visible",
            Kind.BOOLEAN,
            "Whether the client may read of it; blank = no.",
            optional=True,
            blank_means="false",
        ),
        DELIVERY("depends_on", Kind.LIST, "The tasks to be done before it.", optional=True, refers_to="tasks"),
    ),
    key=("task_id",),
)

CHANGE_REQUESTS = Table(
    "change_requests",
    "A change of scope.",
    (
        DELIVERY("change_id", Kind.ID, "The change.", required=True),
        DELIVERY("project_id", Kind.ID, "The project whose scope changes.", required=True, refers_to="projects"),
        DELIVERY("title", Kind.TEXT, "What changes."),
        DELIVERY("requested_on", Kind.DATE, "The day it was asked for.", required=True),
        DELIVERY(
            "status",
            Kind.CHOICE,
            "What was decided.",
            required=True,
            choices=("pending", "approved", "declined"),
        ),
        DELIVERY("hours", Kind.HOURS, "Hours added; negative where scope is taken away."),
        DELIVERY("budget_id", Kind.ID, "The budget it changes.", optional=True, refers_to="budgets"),
        DELIVERY("decided_on", Kind.DATE, "The day from which it is in force.", optional=True),
        PRICE("amount", Kind.MONEY, "Net price added, in the budget's currency.", optional=True),
    ),
    key=("change_id",),
)
