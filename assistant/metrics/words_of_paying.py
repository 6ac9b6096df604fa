"""What people call the metrics of how clients pay: what is paid and open of what was sent, on time, late, credited."""

WRITTEN = {
    "issued_paid_percent": """
        paid share of what was invoiced | paid share of invoices issued | share of invoices issued that is paid | paid
        share of invoices | share of invoices paid | collection rate | collections rate | rate of collection | cash
        collection rate | collection ratio | collected share of what was invoiced | percentage of invoices paid |
        invoices paid in percent | share of what was invoiced that is paid | paid of what was invoiced | collection
        percentage | collection effectiveness
    """,
    "issued_open": """
        open of what was invoiced | open share of invoices issued | unpaid of what was invoiced | still open of
        invoices issued | open of invoices issued | still unpaid of invoices issued | unpaid part of invoices
        issued | open part of invoices issued | outstanding of what was invoiced | invoiced and still unpaid |
        invoiced but not paid | invoiced but not yet paid | invoiced but unpaid | invoiced and not paid |
        invoiced and not yet paid | billed but not paid | billed but unpaid
    """,
    "paid_on_time": """
        pay on time | pays on time | paying on time | paid on time rate | share paid on time | invoices paid on time |
        paid by the due date | paid by due date | pay promptly | pays promptly | paying promptly | pay punctually | pays
        punctually | payment discipline | payment behaviour | payment behavior | payment record | payment history |
        payment habits | on time payments | on time payment | on time payment rate | punctuality of payment | pay their
        invoices on time | pay our invoices on time | pay invoices on time | pays invoices on time | pay us on time |
        pays us on time | reliable payers | pay within terms | paid within terms
    """,
    "days_paid_late": """
        paid after the due date | paid after due date | paid after it was due | paid past due | paid too late | average
        payment delay | payment delay | payment delays | delay of payments | delay in payment | delay in payments | days
        paid after due | days of payment delay | late payment days | how late are we paid
    """,
    "days_past_due": """
        days late | average days late | average days overdue | late by how many days | how many days late | how many
        days overdue | how many days past due | by how many days late | average days past due | days in arrears
    """,
    "credited": """
        credit notes | credit note | credit notes issued | credits issued | credited amount | amount credited |
        credited to clients | credited back | did we credit | have we credited | value of credit notes | credit notes
        did we issue
    """,
    "draft_invoices": """
        draft invoice | draft bills | invoices in draft | invoice drafts | drafts of invoices | unsent
        invoices | invoices not yet sent | invoices not sent | invoices still to be sent | invoices to be sent |
        invoices to send | invoices that are drafts | invoices are still drafts | invoices are drafts | drafted
        invoices | invoices waiting to go out | invoices still in draft |
        drafts | drafts not sent | drafts not sent yet | unsent drafts
    """,
}
