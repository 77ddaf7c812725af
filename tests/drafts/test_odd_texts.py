"""Odd pages and PDFs are read as texts or refused by name: no exception, no run over its limits.

`make test` throws a few of each, `make proof` ten minutes of them (TALQY_FUZZ_MINUTES).
"""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import any_text
from any_text import LANGUAGES, a_small_text, imported
from fuzzing import fuzzed
from odd_files import Form
from page_texts import a_database_page, a_plain_page
from pdf_files import Printed, a_pdf, printed
from pdf_files import a_page as a_printed_page
from talqy.model.revision import Revision

FEW = 30
MINUTES = float(os.environ.get("TALQY_FUZZ_MINUTES", "10"))
OF_PAGES = (
    *("<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td rowspan=999 colspan=999>", "<br>"),
    *("<article>", "</article>", "<h1>", "<li>", "<ol start=-1>", "<sup>2</sup>", "<del>", "<ins>"),
    *("<!--", "-->", "<script>", "<style>", "<img alt='' width=1>", "<svg>", "<iframe>", "&#0;"),
    *("&shy;", "&zwnj;", "&#x202e;", "<b", ">", "\x00", "1. ", "1) ", "1-тарау. ", "Приложение 1"),
    *("Сноска. ", "<p hidden>", "<p style='display:none'>", "<template>", "<a href='x'>", "\ufffd"),
)
OF_PDFS = (
    *("obj", "endobj", "stream", "endstream", "<<", ">>", "[", "]", "1 0 R", "99 0 R", "/Kids"),
    *(
        "/Length 99999999",
        "/Count -1",
        "/Parent 2 0 R",
        "BT",
        "ET",
        "Tj",
        "Td",
        "cm",
        "Do",
        "q",
        "Q",
    ),
    *("/Filter /FlateDecode", "/Filter [/ASCIIHexDecode /LZWDecode]", "/Encrypt 1 0 R", "1e99"),
    *("-1", "0", "beginbfrange", "<0000> <ffff> <0000>", "trailer", "xref", "startxref 0", "/F1"),
    *("/MediaBox [0 0 0 0]", "/Rotate 45", "/Prev 0", "(", ")", "\x00", "/Contents 2 0 R"),
)


def a_printed_text(text: Revision, language: str) -> bytes:
    lines = [
        line
        for one in text.walk()
        for said in (one.heading, one.text, one.note)
        for words in (said or {}).get(language, "").split("\n")
        for line in (*printed(words), "")
    ]
    return a_pdf(a_printed_page((0, line) for line in lines), [Printed("1. Мерзімі")])


def forms() -> dict[str, Form]:
    text = Revision.model_validate(a_small_text())
    pages = [made(text, code) for made in (a_database_page, a_plain_page) for code in LANGUAGES]
    prints = [a_printed_text(text, code) for code in LANGUAGES]
    return {
        name: Form(name, [{"": one} for one in seeds], lambda parts: parts[""], pieces, encodings)
        for name, seeds, pieces, encodings in (
            ("html", pages, OF_PAGES, ("utf-8", "latin-1")),
            ("pdf", prints, OF_PDFS, ("latin-1",)),
        )
    }


@pytest.fixture(autouse=True)
def _worker_sees_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(any_text.__file__).parent))


@pytest.mark.parametrize("name", ["html", "pdf"])
def test_odd_texts_are_read_or_named(name: str) -> None:
    found = fuzzed(
        forms()[name].files(1), f"a.{name}", goes_on=lambda number: number <= FEW, read=imported
    )
    assert (found.reason, found.files) == ("", FEW)
    assert found.rows
    assert found.named


@pytest.mark.proof
@pytest.mark.parametrize("name", ["html", "pdf"])
def test_odd_texts_are_read_or_named_for_minutes(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    until = time.monotonic() + MINUTES * 60
    found = fuzzed(
        forms()[name].files(int(time.time())),
        f"a.{name}",
        goes_on=lambda number: number <= FEW or time.monotonic() < until,
        read=imported,
    )
    if found.broke:
        (tmp_path / f"a.{name}").write_bytes(found.broke)
    assert not found.reason, f"{found}; the file lies in {tmp_path}"
    assert found.rows
    assert found.named
    record_property(name, found.said())
