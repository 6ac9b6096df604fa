"""What is read as a decision, an action or a risk, and what is not."""

import pytest

from assistant.notes.statements import States, statements


def told(text: str, heading: str = "") -> list[tuple[str, str, str, str, str]]:
    """Kind, sentence, owner, due and state of everything but dates."""
    return [
        (one.kind.value, text[one.start : one.end], one.owner, one.due, one.state)
        for one in statements(text, heading)
        if one.kind is not States.DATE
    ]


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        ("Decision: Stripe it is.", "", [("decision", "Decision: Stripe it is.", "", "", "")]),
        ("We decided to go with Stripe. It rains.", "", [("decision", "We decided to go with Stripe.", "", "", "")]),
        ("- Stripe\n- Us", "Decisions", [("decision", "Stripe", "", "", ""), ("decision", "Us", "", "", "")]),
        ("We agreed on:\n- Stripe", "", [("decision", "Stripe", "", "", "")]),
        ("We have not decided yet whether to go with Stripe.", "", [
            ("decision", "We have not decided yet whether to go with Stripe.", "", "", "open")
        ]),
        ("Decisions needed: Stripe or not, by 3 May.", "", [
            ("decision", "Decisions needed: Stripe or not, by 3 May.", "", "3 May", "open")
        ]),
        ("We are waiting for the decision on pets.", "", [
            ("decision", "We are waiting for the decision on pets.", "", "", "open")
        ]),
        ("- Ana sends it, by 17 May", "Actions", [("action", "Ana sends it, by 17 May", "Ana", "17 May", "open")]),
        ("- [x] Ana: the offer", "Next", [("action", "[x] Ana: the offer", "Ana", "", "done")]),
        ("AP: the bank (Luka, 3 June)", "", [("action", "AP: the bank (Luka, 3 June)", "Luka", "3 June", "open")]),
        ("Action: @ana.kovac sends it by Friday", "", [
            ("action", "Action: @ana.kovac sends it by Friday", "ana.kovac", "Friday", "open")
        ]),
        ("The licence is sent back: Daniela, 20 October", "To-do", [
            ("action", "The licence is sent back: Daniela, 20 October", "Daniela", "20 October", "open")
        ]),
        ("Risk: the API is switched off.", "", [("risk", "Risk: the API is switched off.", "", "", "")]),
        ("If nothing changes we run dry before Christmas.", "", [
            ("risk", "If nothing changes we run dry before Christmas.", "", "before Christmas", "")
        ]),
        ("**Next.** The map from 19 October.", "", [("action", "The map from 19 October.", "", "", "open")]),
        ("- Ana calls\nIt was late.", "Notes", []),
        ("Actions\n- Ana calls\nIt was late.", "", [("action", "Ana calls", "Ana", "", "open")]),
        ("- [x] Marin sends it", "Actions", [("action", "[x] Marin sends it", "Marin", "", "done")]),
        ("Luka calls within 10 days, checked by May.", "Actions", [
            ("action", "Luka calls within 10 days, checked by May.", "Luka", "within 10 days", "open")
        ]),
        ("We did not decide on the provider. We didn't agree to the price.", "", [
            ("decision", "We did not decide on the provider.", "", "", "open")
        ]),
        ("Wir haben am Dienstag beschlossen, Stripe zu nehmen. Es wurde nicht beschlossen, wann.", "", [
            ("decision", "Wir haben am Dienstag beschlossen, Stripe zu nehmen.", "", "", "")
        ]),
        ("- Petra schickt das Angebot bis Ende nächster Woche", "Nächste Schritte", [
            ("action", "Petra schickt das Angebot bis Ende nächster Woche", "Petra", "Ende nächster Woche", "open")
        ]),
        ("The weather was fine and everybody ate ice cream.", "", []),
    ],
)  # fmt: skip
def test_statements_by_structure_and_wording(text: str, heading: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text, heading) == expected
