"""The tables about money: what an hour costs and sells for, what was spent, invoiced, paid and may be won."""

from decimal import Decimal

from assistant.agency.columns import COST, DELIVERY, HUNDRED, NONE_LESS, PRICE, SALES, Kind, Table

_PER_HOUR = "currency per hour in files, ten-thousandths inside"

TARGETS = Table(
    "targets",
    "A target to compare with.",
    (
        DELIVERY("metric", Kind.TEXT, "The metric, by its id in the glossary.", required=True),
        DELIVERY("scope", Kind.TEXT, "What it is for: all, team:Design, client:Acme …", required=True),
        DELIVERY("start_date", Kind.DATE, "First day it holds; blank = always."),
        DELIVERY("end_date", Kind.DATE, "Last day it holds, included; blank = open."),
        DELIVERY(
            "value",
            Kind.NUMBER,
            "The target, in the metric's own unit.",
            unit="the metric's unit in files, ten-thousandths of it inside",
            required=True,
        ),
    ),
    key=("metric", "scope", "start_date"),
    optional=True,
)

COST_RATES = Table(
    "cost_rates",
    "What an hour of a person costs from a date.",
    (
        COST("person_id", Kind.ID, "Whose hour.", required=True, refers_to="people"),
        COST("valid_from", Kind.DATE, "The first day the rate is in force.", required=True),
        COST("hourly_cost", Kind.MONEY, "The cost of an hour.", unit=_PER_HOUR, required=True, least=NONE_LESS),
        COST("currency", Kind.CURRENCY, "The currency of the rate; blank = the default currency."),
    ),
    key=("person_id", "valid_from"),
)

BILL_RATES = Table(
    "bill_rates",
    "A standard price of an hour from a date; blank keys = any.",
    (
        PRICE("valid_from", Kind.DATE, "The first day the rate is in force.", required=True),
        PRICE("hourly_rate", Kind.MONEY, "The price of an hour.", unit=_PER_HOUR, required=True, least=NONE_LESS),
        PRICE("currency", Kind.CURRENCY, "The currency of the rate; blank = the default currency."),
        PRICE("person_id", Kind.ID, "Whose hour; blank = anyone's.", optional=True, refers_to="people"),
        PRICE("job_title", Kind.TEXT, "An hour of which job; blank = any.", optional=True),
        PRICE("project_id", Kind.ID, "On which project; blank = any.", optional=True, refers_to="projects"),
    ),
    key=("person_id", "job_title", "project_id", "valid_from"),
)

EXPENSES = Table(
    "expenses",
    "Money spent for a project.",
    (
        DELIVERY("expense_id", Kind.ID, "The expense.", required=True),
        DELIVERY("project_id", Kind.ID, "The project it is for.", required=True, refers_to="projects"),
        DELIVERY("date", Kind.DATE, "The day it was spent or ordered.", required=True),
        DELIVERY("category", Kind.TEXT, "What kind of expense."),
        DELIVERY("vendor", Kind.TEXT, "Who is paid."),
        DELIVERY(
            "status",
            Kind.CHOICE,
            "committed = ordered, not yet due; only approved ones count as cost.",
            required=True,
            choices=("committed", "approved", "rejected"),
        ),
        DELIVERY("budget_id", Kind.ID, "The budget it belongs to.", optional=True, refers_to="budgets"),
        COST("amount", Kind.MONEY, "What it cost, net.", optional=True),
        PRICE("currency", Kind.CURRENCY, "The currency of both amounts.", optional=True),
        PRICE("billable_amount", Kind.MONEY, "What the client is charged for it, net.", optional=True),
    ),
    key=("expense_id",),
)

INVOICES = Table(
    "invoices",
    "An invoice, or the part of one that belongs to one budget.",
    (
        PRICE("invoice_id", Kind.ID, "The invoice or its part.", required=True),
        PRICE("number", Kind.TEXT, "The number on the invoice, by which invoices are counted."),
        PRICE("client_id", Kind.ID, "Who owes it.", required=True, refers_to="clients"),
        PRICE("issued_on", Kind.DATE, "The day on the invoice.", required=True),
        PRICE("due_on", Kind.DATE, "The last day on which paying is in time."),
        PRICE("net", Kind.MONEY, "The amount without tax.", required=True),
        PRICE("tax", Kind.MONEY, "The tax on top; blank = none.", blank_means="0"),
        PRICE("currency", Kind.CURRENCY, "The currency of both amounts; blank = the default currency."),
        PRICE(
            "status",
            Kind.CHOICE,
            "Drafts and void invoices never count.",
            required=True,
            choices=("draft", "sent", "paid", "void"),
        ),
        PRICE(
            "kind",
            Kind.CHOICE,
            "A credit note counts as minus its net amount, whatever its sign.",
            required=True,
            choices=("invoice", "credit_note"),
        ),
        PRICE("project_id", Kind.ID, "The project it is for.", optional=True, refers_to="projects"),
        PRICE("budget_id", Kind.ID, "The budget it is for.", optional=True, refers_to="budgets"),
    ),
    key=("invoice_id",),
)

PAYMENTS = Table(
    "payments",
    "Money received.",
    (
        PRICE("payment_id", Kind.ID, "The payment.", required=True),
        PRICE("invoice_id", Kind.ID, "What was paid.", required=True, refers_to="invoices"),
        PRICE("paid_on", Kind.DATE, "The day it arrived.", required=True),
        PRICE("amount", Kind.MONEY, "What arrived, tax included.", required=True),
        PRICE("currency", Kind.CURRENCY, "The currency it arrived in; blank = the default currency."),
    ),
    key=("payment_id",),
)

DEALS = Table(
    "deals",
    "An opportunity.",
    (
        SALES("deal_id", Kind.ID, "The opportunity.", required=True),
        SALES("name", Kind.TEXT, "What it is called.", required=True),
        SALES("client_id", Kind.ID, "Who would buy; blank = not a client yet.", refers_to="clients"),
        SALES("owner", Kind.EMAIL, "Who pursues it."),
        SALES("stage", Kind.TEXT, "Where it stands, in the agency's own words."),
        SALES("status", Kind.CHOICE, "Whether it is decided.", required=True, choices=("open", "won", "lost")),
        SALES("value", Kind.MONEY, "What it is worth, net."),
        SALES("currency", Kind.CURRENCY, "The currency of the value; blank = the default currency."),
        SALES("probability", Kind.PERCENT, "How likely it is to be won.", least=NONE_LESS, most=HUNDRED),
        SALES("expected_close", Kind.DATE, "The day a decision is expected."),
        SALES("start_date", Kind.DATE, "First day of the work; blank = expected_close."),
        SALES("end_date", Kind.DATE, "Last day of the work, included; blank = 90 days."),
        SALES("closed_on", Kind.DATE, "The day it was won or lost.", optional=True),
        SALES("created_on", Kind.DATE, "The day it came up.", optional=True),
    ),
    key=("deal_id",),
)

DEAL_ROLES = Table(
    "deal_roles",
    "The work a deal would bring, spread evenly over the working days of the deal.",
    (
        SALES("deal_id", Kind.ID, "The deal.", required=True, refers_to="deals"),
        SALES("job_title", Kind.TEXT, "Who would be needed.", required=True),
        SALES("hours", Kind.HOURS, "For how long.", required=True, least=NONE_LESS),
    ),
    key=("deal_id", "job_title"),
)

EXCHANGE_RATES = Table(
    "exchange_rates",
    "What one unit of a currency is worth in the base currency from a date on.",
    (
        DELIVERY("date", Kind.DATE, "The first day the rate holds.", required=True),
        DELIVERY("currency", Kind.CURRENCY, "The currency.", required=True),
        DELIVERY(
            "rate",
            Kind.RATE,
            "Units of the base currency for one unit of it.",
            required=True,
            least=Decimal("0.000000000001"),
        ),
    ),
    key=("date", "currency"),
)
