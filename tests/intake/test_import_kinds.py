"""Every kind of the import is raised by a case: of its own here, or in the tests of its subject."""

import re
from email.message import EmailMessage
from pathlib import Path

import pytest

from builders import write_project
from importing import codes, of_file
from intakes import HEADS, ROW, a_csv, a_message, an_xlsx, put, with_part
from sites import ROOT
from talqy.intake import import_kinds
from talqy.model.problem import Level

ROOMS = ("comments", "intake", "office")
_CODE = re.compile(r'"([EI]\d\d)"')


def a_page(page: str) -> EmailMessage:
    message = a_message()
    message.set_content(page, subtype="html")
    return message


CASES: dict[str, tuple[str, bytes | EmailMessage]] = {
    "I45": ("a.eml", a_page("<p>Прошу сократить срок до двух дней. <s>Или отменить.</s></p>")),
    "I57": ("a.csv", a_csv((*HEADS, "Согласие на публикацию"), (*ROW, "смотря как выйдет"))),
    "I61": (
        "a.xlsx",
        with_part(
            an_xlsx(HEADS, ROW),
            "xl/workbook.xml",
            (
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            ),
        ),
    ),
}
"""Files by the code of what is said of them, for kinds that no other test is about."""


@pytest.mark.parametrize("code", CASES)
def test_a_case_raises_its_kind(code: str, tmp_path: Path) -> None:
    (kind,) = (kind for kind in import_kinds.ALL if kind.code == code)
    project = write_project(tmp_path / "project")
    found = of_file(project, put(project, *CASES[code]), status=int(kind.level is Level.ERROR))
    assert code in codes(found)


def test_no_kind_is_without_a_case() -> None:
    """A code that stands in no test is one that nobody has seen: give it a case above."""
    files = (file for room in ROOMS for file in (ROOT / "tests" / room).glob("test_*.py"))
    named = {code for file in files for code in _CODE.findall(file.read_text("utf-8"))}
    assert {kind.code for kind in import_kinds.ALL} <= named
