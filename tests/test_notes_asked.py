"""Questions about notes with traps: what was not decided, what was decided anew, whose word it is."""

from datetime import UTC, date, datetime

import pytest

from assistant.answers.answer import Answer, Reply
from assistant.ask import ask
from assistant.permissions.house import House
from assistant.query import Question
from assistant.store.snapshots import Workspace
from ingest.run import ingest

TODAY = date(2026, 10, 15)
TABLES = {
    "clients": (
        "client_id,name,status,account_manager\n"
        "K1,Brauhaus Keller,active,lena@x.co\n"
        "K2,Meridian Rail,active,omar@x.co\n"
    ),
    "projects": (
        "project_id,code,name,client_id,kind,status,start_date,end_date,project_manager\n"
        "P1,BK-SHOP,Online shop relaunch,K1,client,active,2026-01-01,,petra@x.co\n"
        "P2,MR-PAY,Ticket payment,K2,client,active,2026-01-01,,jon@x.co\n"
        "P3,MR-APP,Commuter app,K2,client,active,2026-01-01,,jon@x.co\n"
    ),
    "people": (
        "person_id,name,email,team,job_title,employment,calendar,start_date,end_date\n"
        "petra,Petra Vogel,petra@x.co,PM,Producer,employee,de,2025-01-01,\n"
        "jon,Jon Bright,jon@x.co,PM,Producer,employee,de,2025-01-01,\n"
        "kim,Kim Lee,kim@x.co,Dev,Developer,employee,de,2025-01-01,\n"
    ),
    "users": (
        "email,name,role,person_id\n"
        "mia@x.co,Mia Stone,admin,\n"
        "lena@x.co,Lena Ortiz,account_manager,\n"
        "kim@x.co,Kim Lee,member,kim\n"
    ),
}  # fmt: skip
NOTES = {
    "1.md": ("BK-SHOP", "2026-08-03", "meeting", "Petra Vogel", """# Kick-off
## Decisions
- We go with Shopware, not Magento.
- Payment: PayPal and invoice; credit cards come later.

## To do
- Kim: set up staging by Friday
- Sabine Roth sends the list of articles by 14 August
"""),
    "2.md": ("BK-SHOP", "2026-08-24", "status", "Petra Vogel", """# Week 35
We did not decide on the shipping prices. Herr Keller did not want free shipping below 60 euros.

Next steps
- [x] Kim set up staging
- Petra calls Sabine Roth about the weights, by Wednesday
"""),
    "3.md": ("BK-SHOP", "2026-09-07", "status", "Petra Vogel", """# Week 37
Decided with Herr Keller on the phone: credit cards are in the first release after all. This replaces the kick-off.

He said that the deadline is the 20th of November and not a day later, for the boxes are printed by then.
"""),
    "4.txt": ("BK-SHOP", "2026-10-12", "meeting", "Petra Vogel", """Call

Herr Keller: We cannot move the deadline. The boxes are printed.

Petra Vogel: Then the deadline of the seminar pages is later.

Sabine Roth: I worry about the weights of the gift boxes.
"""),
    "5.md": ("MR-PAY", "2026-08-10", "meeting", "Jon Bright", """# Start
- Decision: Adyen is the payment provider.
- Ms Adeyemi asked for Apple Pay in the pilot.

Actions: Jon writes the change request by 17 August. Ms Adeyemi sends the list of gates, by the end of October.
"""),
    "6.md": ("MR-PAY", "2026-09-30", "status", "Jon Bright", """# September
We agreed to pause work on receipts until the new budget is approved.
"""),
    "7.eml.md": ("MR-PAY", "2026-10-05", "email", "Funmi Adeyemi", """# Re: pilot
The board approved 12,000 euros more for the gates. Refunds should be automatic up to 50 euros.
"""),
    "8.md": ("MR-APP", "2026-08-18", "meeting", "Jon Bright", """# Workshop
Payment in the app was discussed. Nothing was decided; the other project comes first.

We agreed on the colours: dark green and white.

Decision: push notifications only for delays over five minutes.
"""),
    "9.md": ("BK-SHOP", "2026-10-08", "meeting", "Petra Vogel", """# Protokoll
Es wurde nicht beschlossen, wann wir umziehen.

Maßnahmen:
- Petra klärt die Versicherung bis 16. Oktober
"""),
}  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The agency, ingested."""
    folder = tmp_path_factory.mktemp("asked")
    (folder / "export" / "notes").mkdir(parents=True)
    for name, text in TABLES.items():
        (folder / "export" / f"{name}.csv").write_text(text, encoding="utf-8")
    private = "---\ndate: 2026-10-13\nkind: meeting\n---\n# Bank\n\nDecision: no new hires before March.\n"
    (folder / "export" / "notes" / "private.md").write_text(private, encoding="utf-8")
    for name, (project, day, kind, author, text) in NOTES.items():
        head = f"---\nproject: {project}\ndate: {day}\nkind: {kind}\nauthor: {author}\n---\n"
        (folder / "export" / "notes" / name).write_text(head + text, encoding="utf-8")
    at = datetime(2026, 10, 15, 9, tzinfo=UTC)
    assert not ingest(Workspace(folder / "ws"), [folder / "export"], now=at).errors
    return House.open(folder / "ws")


def asked(house: House, question: str, asked_as: str = "mia@x.co") -> Reply:
    return ask(Question(question, asked_as, TODAY), house)


def quotes(reply: Reply) -> list[str]:
    return [one.marked for one in reply.first.citations] if isinstance(reply.first, Answer) else [reply.first.kind]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what did we decide about credit cards", [
            "Decided with Herr Keller on the phone: credit cards are in the first release after all.",
            "Payment: PayPal and invoice; credit cards come later.",
        ]),
        ("what did we decide about the payment provider", [
            "Decision: Adyen is the payment provider.", "Payment: PayPal and invoice; credit cards come later.",
        ]),
        ("what did we decide about Magento", ["We go with Shopware, not Magento."]),
        ("decisions on the commuter app", [
            "We agreed on the colours: dark green and white.",
            "Decision: push notifications only for delays over five minutes.",
        ]),
        ("any open risks on Meridian Rail", ["no_data"]),
        ("risks on the shop", ["Sabine Roth: I worry about the weights of the gift boxes."]),
        ("what did the client say about the deadline", [
            "Herr Keller: We cannot move the deadline.",
            "He said that the deadline is the 20th of November and not a day later, for the boxes are printed by then.",
        ]),
        ("what did Ms Adeyemi say about refunds", ["Refunds should be automatic up to 50 euros."]),
        ("action items for Kim", ["no_data"]),
        ("action items for Sabine Roth", ["Sabine Roth sends the list of articles by 14 August"]),
        ("what has to be done by Friday", ["Petra klärt die Versicherung bis 16. Oktober"]),
        ("actions due this month", [
            "Petra klärt die Versicherung bis 16. Oktober",
            "Ms Adeyemi sends the list of gates, by the end of October.",
        ]),
        ("what did we decide about the gates", ["The board approved 12,000 euros more for the gates."]),
        ("minutes of the workshop", [
            "Payment in the app was discussed.",
            "We agreed on the colours: dark green and white.",
            "Decision: push notifications only for delays over five minutes.",
        ]),
        ("anything new from Meridian Rail", [
            "The board approved 12,000 euros more for the gates.",
            "We agreed to pause work on receipts until the new budget is approved.",
            "Payment in the app was discussed.",
            "We agreed on the colours: dark green and white.",
            "Decision: push notifications only for delays over five minutes.",
            "Decision: Adyen is the payment provider.",
            "Actions: Jon writes the change request by 17 August.",
        ]),
        ("which decisions are pending", ["We did not decide on the shipping prices."]),
        ("notes about helicopters", ["no_data"]),
        ("notes about working on Fridays", ["no_data"]),
    ],
)  # fmt: skip
def test_what_is_quoted(house: House, question: str, expected: list[str]) -> None:
    assert sorted(quotes(asked(house, question))) == sorted(expected)


def test_what_was_not_decided_is_no_decision(house: House) -> None:
    for question in ("what did we decide about shipping prices", "did we decide on refunds"):
        first = asked(house, question).first
        assert isinstance(first, Answer)
        assert first.text.startswith("The notes do not mark a decision")


def test_an_action_that_a_later_note_ticks_off_is_done(house: House) -> None:
    first = asked(house, "all action items for Kim").first
    assert isinstance(first, Answer)
    assert [row.labels[1:4] for row in first.table.rows] == [("Kim", "", "done"), ("Kim", "7 August 2026", "done")]


def test_a_note_about_nobody_is_not_there_for_who_sees_only_their_own(house: House) -> None:
    assert "Decision: no new hires before March." in quotes(asked(house, "decisions"))
    for asker in ("lena@x.co", "kim@x.co"):
        assert "Decision: no new hires before March." not in quotes(asked(house, "decisions", asker))
        assert quotes(asked(house, "notes about new hires", asker)) == ["no_data"]


def test_two_months_are_both_answered(house: House) -> None:
    reply = asked(house, "what did we decide in August and in October about cards or hires")
    days = [one.note[:20] for outcome in reply.outcomes if isinstance(outcome, Answer) for one in outcome.citations]
    assert len(reply.plan.queries) == 2
    assert days


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        ("summarise Meridian Rail in September", {"notes/6.md"}),
        ("summarise everything about Brauhaus Keller in September", {"notes/3.md"}),
        ("what happened with Meridian Rail since September", {"notes/6.md", "notes/7.eml.md"}),
        ("what changed since our last meeting with Brauhaus Keller", {"notes/4.txt"}),
        ("what is new since the last status with Meridian Rail", {"notes/6.md", "notes/7.eml.md"}),
    ],
)
def test_all_that_was_said_of_a_client_in_some_days_is_summed_up(house: House, question: str, notes: set[str]) -> None:
    first = asked(house, question).first
    assert isinstance(first, Answer)
    assert {one.note for one in first.citations} == notes


def test_what_risks_and_who_promised_what_are_questions_about_notes(house: House) -> None:
    assert quotes(asked(house, "what risks did we note on the shop")) == [
        "Sabine Roth: I worry about the weights of the gift boxes."
    ]
    promised = asked(house, "who promised what to Meridian Rail").first
    assert isinstance(promised, Answer)
    assert "gates" in promised.text
