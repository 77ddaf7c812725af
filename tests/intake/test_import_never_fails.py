"""Whatever bytes come in as a message or a table: a report of each row, and never a crash."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from any_file import taken
from intakes import ISO_HEADS, a_csv, a_docx, a_message, an_xlsx
from outlook_files import a_msg, attached, packed
from talqy.comments.new_comment import derived_id
from talqy.comments.table_heads import HEADS
from talqy.intake.own_words import lines_of, own_words
from talqy.office.mail_page import read_page

MAIL = (
    *("From: ", "Date: ", "Subject: ", "Received: ", "Message-ID: ", "Content-Type: ", "To: "),
    *("multipart/mixed; boundary=a", "text/plain; charset=", "text/html", "utf-8", "utf-16"),
    *("=?utf-8?b?", "?=", "=?x?q?", "--a", "--a--", "\n", "\r\n", "\n\n", " ", "\t", ";", ":", "<"),
    *(
        "Content-Transfer-Encoding: base64",
        "quoted-printable",
        "=",
        "=D0",
        "\x00",
        "\xff",
        "й",
        "> ",
    ),
    *("Tue, 10 Nov 2026 10:00:00 +0500", "birth-registration r1 term", "filename*=", '"', "wrote:"),
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "2",
            "term",
            "after:",
            "2026-11-10",
            "99999",
            "да",
            '"',
            "\n",
            "=1+1",
            "\x00",
            "\u202e",
        ]
    ),
    st.text(max_size=20),
)
HEAD = st.sampled_from([name for names in HEADS.values() for name in names] + ["", "x"])


RTF = rb"{\rtf1\ansi\ansicpg1251\fromhtml1{\*\htmltag64 <p>}\u1058?\'e5 {\*\htmltag72 </p>}}"


RTF_PIECES = (
    *(b"{", b"}", b"\\*", b"\\htmltag1 ", b"\\htmlrtf ", b"\\htmlrtf0 ", b"\\fromhtml1", b"\\u-1?"),
    *(b"\\u1058?", b"\\'e5", b"\\'", b"\\bin3 ", b"\\bin9999999", b"\\uc9", b"\\ansicpg0"),
    *(b"\\fonttbl", b"\\f1 ", b"\\fcharset204", b"\\strike ", b"\\v ", b"\\par", b"<p>"),
    *(b"&", b"x", b"\\", b"\xff"),
)


@given(data=st.one_of(st.binary(max_size=300), st.lists(st.sampled_from(MAIL)).map("".join)))
@example(data=b"Content-Type: text/plain; charset=\xff\n\nx")
def test_any_bytes_as_a_message_give_a_report(data: bytes | str) -> None:
    bytes_ = data if isinstance(data, bytes) else data.encode("latin-1", "replace")
    assert len(taken(bytes_, "a.eml").rows) == 1


@given(data=st.binary(max_size=300))
def test_any_bytes_as_a_table_give_a_report(data: bytes) -> None:
    taken(data, "a.csv")
    for heads in (b"text,date,clause\n", b"\xef\xbb\xbftext;date\n", "Текст\n".encode("cp1251")):
        taken(heads + data, "a.csv")


@given(
    heads=st.lists(HEAD, max_size=6),
    rows=st.lists(st.lists(CELLS, max_size=6), max_size=4),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_any_cells_give_a_report(heads: list[str], rows: list[list[str]], delimiter: str) -> None:
    data = a_csv(["text", *heads], *rows, delimiter=delimiter)
    first, again = taken(data, "a.csv"), taken(data, "a.csv")
    assert first == again


@pytest.mark.parametrize(
    ("file", "sound"),
    [
        ("a.xlsx", an_xlsx(ISO_HEADS, ("", "", "2", "", "te", "Текст", "", ""))),
        ("a.docx", a_docx(ISO_HEADS, ("", "", "2", "", "te", "Текст", "", ""))),
        ("a.eml", a_message("Текст\n> текст").as_bytes()),
        ("a.msg", a_msg({"__substg1.0_10090102": packed(RTF)} | attached(0, "a.pdf"))),
        ("a.mbox", b"From x\n" + a_message("Текст").as_bytes() + b"\n\nFrom y\nTo: a\n\nx\n"),
    ],
    ids=["xlsx", "docx", "eml", "msg", "mbox"],
)
@given(data=st.data())
def test_a_damaged_file_gives_a_report(file: str, sound: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(sound)))
    put = data.draw(st.binary(max_size=8))
    cut = data.draw(st.integers(0, 40))
    taken(sound[:at] + put + sound[at + cut :], file)


@given(
    lines=st.lists(st.sampled_from(["слово", "> цитата", "--", "", "a@b.kz wrote:", "От: я", "x"])),
    is_reply=st.booleans(),
)
def test_own_words_are_lines_of_the_message_in_their_order(
    lines: list[str], *, is_reply: bool
) -> None:
    found = own_words(lines_of("\n".join(lines)), is_reply=is_reply)
    kept = [line for line in found.text.split("\n") if line]
    rest = iter(lines)
    assert all(line in rest for line in kept)
    assert found.doubt or len(found.left_out) >= sum(map(bool, lines)) - len(kept)


@given(rtf=st.lists(st.sampled_from(RTF_PIECES)).map(b"".join), cut=st.integers(0, 40))
def test_any_rtf_gives_a_message_or_a_reason(rtf: bytes, cut: int) -> None:
    body = packed(b"{\\rtf1" + rtf)
    taken(a_msg({"__substg1.0_10090102": body[: len(body) - cut]}), "a.msg")


@given(page=st.text(alphabet="<>/abpdivscript =\"'&#;!-[]", max_size=200))
def test_any_page_gives_words(page: str) -> None:
    words = read_page(page)
    assert all("\n" not in line.text for line in words.lines)


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_the_same_parts_give_the_same_id_and_others_another(
    left: list[str], right: list[str]
) -> None:
    assert (derived_id(left) == derived_id(right)) == (left == right)
