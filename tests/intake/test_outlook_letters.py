"""Messages of Outlook (`.msg`) are read as others are: from their streams, with all that came."""

import struct
from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file, take
from intakes import put
from outlook_files import (
    CODE_PAGE,
    PAGE_CODE_PAGE,
    a_msg,
    attached,
    compound,
    number,
    packed,
    properties,
    text,
)
from talqy.intake.mail_heads import MACHINES
from talqy.office.outlook import read_outlook
from talqy.office.rtf import letter_in, unpacked
from talqy.office.sound import UnsoundError

OWN = "Прошу сократить срок до двух рабочих дней."
SUBJECT = text("0037", "Мнение")
BODY = text("1000", f"{OWN}\r\n")
# Taken from the examples of [MS-OXRTFCP], 3.1 and 3.2.
SIMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af320"
    "68656c0900206277"
    "05b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
TAGGED = (
    rb"{\rtf1\ansi\ansicpg1251\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fmodern\fcharset204"
    rb" Courier;}}\uc1\pard {\*\htmltag19 <html>}{\*\htmltag50 <body>}{\*\htmltag64 <p>}"
    rb"\htmlrtf {\f1"
    rb"\htmlrtf0 \'cf\'f0\'ee\'f8\'f3 {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 \u1076?\u1085?\u1103?"
    rb"{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 {\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 ."
    rb"\htmlrtf }"
    rb"\htmlrtf0{\*\htmltag72 </p>}{\*\mhtmltag x}{\*\htmltag58 </body>}{\*\htmltag27 </html>}}"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def page(html: str) -> dict[str, bytes]:
    return {"__substg1.0_10130102": html.encode()}


INNER = {
    f"__attach_version1.0_#00000000/__substg1.0_3701000D/{name}": data
    for name, data in [text("0037", "Жалоба")]
}
UTF_8 = {PAGE_CODE_PAGE: number(65_001)}


@pytest.mark.parametrize(
    "data",
    [
        a_msg(dict([SUBJECT, BODY])),
        a_msg({"__substg1.0_1000001E": OWN.encode("cp1251")}, {CODE_PAGE: number(1251)}),
        a_msg(dict([BODY]) | page(f"<p>{OWN}</p>"), UTF_8),
        a_msg(page(f"<p>{OWN}</p><div id='divRplyFwdMsg'>From: X</div>old"), UTF_8),
        a_msg(
            {
                "__substg1.0_10090102": packed(
                    rb"{\rtf1\ansi\ansicpg1251 "
                    + "".join(rf"\u{ord(sign)}?" for sign in OWN).encode()
                    + rb"\par}"
                )
            }
        ),
        a_msg(dict([BODY, ("__substg1.0_" + "0C1F001F", b"x")]) | {"__nameid_version1.0/x": b"y"}),
        a_msg(dict([text("1000", OWN), text("001F", "x" * 5_000)])),
    ],
)
def test_a_message_of_outlook_gives_its_authors_own_words(data: bytes, project: Path) -> None:
    done = take(project, put(project, "a.msg", data))
    assert done.exit_code == 0, done.output
    (comment,) = comments(project)
    assert (comment.text, comment.channel, comment.received.isoformat()) == (
        OWN,
        "email",
        "2026-11-10",
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (a_msg(dict([BODY]), kind="IPM.Note.Rules.OofTemplate.Microsoft"), "I43"),
        (a_msg(dict([BODY]), kind="REPORT.IPM.Note.NDR"), "I43"),
        (a_msg(dict([BODY]), kind="IPM.Schedule.Meeting.Request"), "I43"),
        (a_msg(dict([BODY, text("0037", "FW: мнение")])), "I40"),
        (a_msg(dict([text("1000", "Замечания во вложении.")])), "I44"),
        (a_msg({"__substg1.0_1000001E": OWN.encode("cp1251")}), "I06"),
        (a_msg(dict([BODY]) | page("<p>Совсем другие слова.</p>"), UTF_8), "I46"),
        (a_msg(dict([SUBJECT])), "I07"),
        (a_msg(dict([BODY]) | INNER), "I40"),
    ],
)
def test_what_only_a_person_can_tell_is_left(data: bytes, code: str, project: Path) -> None:
    found = of_file(project, put(project, "a.msg", data), status=1)
    assert code in codes(found)
    assert comments(project) == []


SIGNS_OF_MACHINES = (
    *(f"{name}: yes" for name in MACHINES),
    *("Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>"),
    "From: Mailer <mailer-daemon@example.kz>",
)


@pytest.mark.parametrize("sign", SIGNS_OF_MACHINES)
def test_a_programs_message_is_known_by_the_same_heads_in_every_form(
    sign: str, project: Path
) -> None:
    heads = f"Received: from a by b; Thu, 12 Nov 2026 01:00:00 +0500\r\n{sign}\r\n"
    plain = f"{heads}Content-Type: text/plain; charset=utf-8\r\n\r\n{OWN}".encode()
    for name, data in (
        ("a.eml", plain),
        ("a.mbox", b"From a@example.kz Thu Nov 12 01:00:00 2026\n" + plain),
        ("a.msg", a_msg(dict([BODY, text("007D", heads)]))),
    ):
        assert "I43" in codes(of_file(project, put(project, name, data), status=1)), name
    assert comments(project) == []


def test_files_that_came_with_it_are_named(project: Path) -> None:
    data = a_msg(dict([BODY]) | attached(0, "скан.pdf") | attached(1, "план.xlsx", "x/y"))
    found = of_file(project, put(project, "a.msg", data))
    assert codes(found) == ["I34", "I71"]
    said = found["rows"][0]["problems"][0]["message"]
    assert "скан.pdf (a PDF file), план.xlsx (a file)" in said


def test_the_heads_of_its_way_are_read(project: Path) -> None:
    heads = "Received: from a by b; Thu, 12 Nov 2026 01:00:00 +0500\r\nAuto-Submitted: no\r\n"
    data = a_msg(dict([BODY, text("007D", heads), text("1042", "<0@gov.kz>")]))
    assert take(project, put(project, "a.msg", data)).exit_code == 0
    assert comments(project)[0].received.isoformat() == "2026-11-12"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
        compound({"Workbook": b"x" * 5_000}),
        a_msg({"__substg1.0_10090102": b"short"}),
        a_msg({"__substg1.0_10090102": packed(b"no rtf at all")}),
        a_msg({"__substg1.0_10090102": packed(b"{\\rtf1" + b"{" * 5_000)}),
    ],
)
def test_what_is_no_message_or_a_damaged_one_is_told(data: bytes, project: Path) -> None:
    assert codes(of_file(project, put(project, "a.msg", data), status=1)) == ["I02"]


def test_a_message_of_too_much_is_told(project: Path) -> None:
    many = [attached(at, "a.pdf") for at in range(201)]
    data = a_msg({path: body for one in many for path, body in one.items()})
    assert codes(of_file(project, put(project, "a.msg", data), status=1)) == ["I01"]
    packed_size = struct.pack("<II4sI", 40, 1 << 30, b"LZFu", 0) + bytes(40)
    data = a_msg({"__substg1.0_10090102": packed_size})
    assert codes(of_file(project, put(project, "b.msg", data), status=1)) == ["I01"]


def test_the_properties_of_a_message_are_read_by_their_numbers() -> None:
    found = read_outlook(
        compound({"__properties_version1.0": properties({0x0039: bytes(8)}, 32), **dict([SUBJECT])})
    )
    assert (found.named["Subject"], found.received) == ("Мнение", None)
    assert found.sent is not None
    assert found.sent.year == 1601


# --- RTF ----------------------------------------------------------------------------------


def test_packed_rtf_is_unpacked_as_the_examples_of_its_source_are() -> None:
    assert unpacked(SIMPLE) == rb"{\rtf1\ansi\ansicpg1252\pard hello world}" + b"\r\n"
    assert unpacked(CROSSING) == rb"{\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpacked(packed(b"{\\rtf1 12345}" * 700)) == b"{\\rtf1 12345}" * 700


@pytest.mark.parametrize("cut", range(0, len(CROSSING) - 4, 3))
def test_packed_rtf_that_is_cut_is_told(cut: int) -> None:
    with pytest.raises(UnsoundError):
        unpacked(CROSSING[:cut])


def test_a_page_in_an_rtf_comes_out_as_it_went_in() -> None:
    found = letter_in(TAGGED)
    assert found.is_page
    assert found.text == "<html><body><p>Прошу <b>дня</b>&nbsp;.</p></body></html>"


@pytest.mark.parametrize(
    ("rtf", "words"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 \'d1\'f0\'ee\'ea {\strike 7} 2\par}", "Срок <s>7</s> 2<br>"),
        (rb"{\rtf1{\fonttbl{\f1\fcharset204 A;}}\f1 \'d1\f0 <a&b>}", "С&lt;a&amp;b&gt;"),
        (rb"{\rtf1 \u-10179?\u-8704?}", "\U0001f600"),
        (rb"{\rtf1\uc2 \u1057 ab\uc0\u1088 x}", "Срx"),
        (
            rb"{\rtf1 a{\*\unknown b{c}}d{\v e}\{f\}\bin3 {{{g}",
            'ad<span style="display:none">e</span>{f}g',
        ),
        (rb"{\rtf1\fromtext a\par b}", "a\nb"),
    ],
)
def test_an_rtf_gives_its_words(rtf: bytes, words: str) -> None:
    assert letter_in(rtf).text == words


@pytest.mark.parametrize(("mark", "is_left"), [(0, False), (1, True), (2, True), (3, True)])
def test_a_message_that_its_author_marks_is_left(
    mark: int, project: Path, *, is_left: bool
) -> None:
    data = a_msg({**dict([SUBJECT, BODY])}, {0x0036: number(mark)})
    found = of_file(project, put(project, "a.msg", data), status=int(is_left))
    assert ("I51" in codes(found)) == is_left
    assert len(comments(project)) == int(not is_left)
