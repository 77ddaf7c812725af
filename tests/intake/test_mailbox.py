"""A box of messages (`.mbox`): each is told from its neighbours, whatever is written in it."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_message, put
from talqy.intake.mail import read_mailbox

ZONE = "Asia/Almaty"
LINES = (
    b"From aigul@home.example Tue Nov 10 10:00:00 2026",
    b"From - Tue Nov 10 10:00:00 2026",
    b"From 1234567890@xxx Tue Nov 10 10:00:00 +0000 2026",
    b"From ",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def boxed(*bodies: str, line: bytes = LINES[0]) -> bytes:
    """Return a box as programs write one: a line of its own above each message."""
    return b"\n".join(
        line + b"\n" + a_message(body, Message_ID=f"<{at}@home.example>").as_bytes()
        for at, body in enumerate(bodies)
    )


def texts(data: bytes) -> list[str]:
    return [one.said.get("text", "") for one in read_mailbox(data, "a.mbox", ZONE).submissions]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_boxes_of_the_usual_programs_are_read(line: bytes, ends: bytes) -> None:
    data = boxed("Срок велик.", "Плата велика.", line=line).replace(b"\n", ends)
    assert texts(data) == ["Срок велик.", "Плата велика."]


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("line", [LINES[0], LINES[1], LINES[2]])
def test_messages_that_no_empty_line_parts_are_told_apart(line: bytes, ends: bytes) -> None:
    messages = (
        a_message(body, Message_ID=f"<{at}@home.example>").as_bytes().rstrip()
        for at, body in enumerate(("Срок велик.", "Төлем қымбат."))
    )
    data = b"".join(line + b"\n" + message + b"\n" for message in messages)
    assert texts(data.replace(b"\n", ends)) == ["Срок велик.", "Төлем қымбат."]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("From 2026 on it is free.\nGood.", "From 2026 on it is free.\nGood."),
        ("Here:\n\nFrom my street it is far.\nGood.", "Here:\n\nFrom my street it is far.\nGood."),
        (">From my street it is far.", "From my street it is far."),
    ],
)
def test_a_line_of_an_author_begins_no_message(body: str, text: str) -> None:
    assert texts(boxed(body, "Плата велика.")) == [text, "Плата велика."]


def test_each_message_has_its_number_and_its_reasons(project: Path) -> None:
    data = boxed("Срок велик, прошу два дня.", "Замечания во вложении.", "Плата велика для семьи.")
    found = of_file(project, put(project, "a.mbox", data), status=1)
    assert [(row["line"], row["status"]) for row in found["rows"]] == [
        (1, "taken"),
        (2, "left"),
        (3, "taken"),
    ]
    assert codes(found) == ["I71", "I44", "I71"]


def test_the_subject_of_each_message_says_its_clause(project: Path) -> None:
    subject = "Пікір: birth-registration r1 term"
    message = a_message("Срок велик, прошу два дня.", Subject=subject)
    file = put(project, "a.mbox", LINES[0] + b"\n" + message.as_bytes())
    assert codes(of_file(project, file)) == ["I35"]
    assert [comment.clause for comment in comments(project)] == ["term"]


@pytest.mark.parametrize("data", [b"", b"text\n", b"text\n\nFrom a\nTo: b\n\nx\n", b"From a\n"])
def test_what_is_no_box_is_told(data: bytes) -> None:
    (problem,) = read_mailbox(data, "a.mbox", ZONE).problems
    assert problem.code == "I02"
