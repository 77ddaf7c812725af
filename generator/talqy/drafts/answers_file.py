"""The questions of an import as a file to be filled in, and its answers: YAML, or a workbook."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from talqy.drafts.questions import TextQuestion, shown_answer
from talqy.model.problem import Problem
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped

_FIELDS = ("id", "place", "asks", "was", "now", "choices", "answer")
_WIDTHS = (16, 24, 44, 50, 50, 20, 16)
_EMPTY_DAY = date(2000, 1, 1)  # a file of questions must not depend on the clock


def questions_yaml(
    questions: Sequence[TextQuestion], answers: Mapping[str, str], translate: Callable[[str], str]
) -> str:
    """Return the questions as YAML; what is answered already stands there with its answer."""
    rows = [_row(one, answers, translate) for one in questions]
    return dumped(
        {"schema": 1, "questions": [dict(zip(_FIELDS, row, strict=True)) for row in rows]}
    )


def questions_xlsx(
    questions: Sequence[TextQuestion],
    answers: Mapping[str, str],
    translate: Callable[[str], str],
    layouts: Sequence[Path],
) -> bytes:
    """Return the questions as a workbook: a row each, the last column is to be filled in.

    `layouts` are the folders in which its layout is looked for.
    """
    # Loaded late, as all that is made for Word and Excel.
    from talqy.office.sheet_layouts import sheet_layout  # noqa: PLC0415
    from talqy.office.sheetml import SheetWriter  # noqa: PLC0415
    from talqy.office.workbooks import packed_sheets, print_fields, print_heads  # noqa: PLC0415

    title = translate("Questions")
    sheet = SheetWriter(sheet_layout(layouts), title, _WIDTHS, frozen=(0, 1))
    print_heads(sheet, _FIELDS)
    for one in questions:
        print_fields(sheet, _row(one, answers, translate))
    return packed_sheets((sheet,), title, (), _EMPTY_DAY)


def _row(
    one: TextQuestion, answers: Mapping[str, str], translate: Callable[[str], str]
) -> tuple[str, ...]:
    asks = f"{one.problem.said(translate)} {one.problem.advised(translate)}"
    given, choices = answers.get(one.id, ""), one.offered(translate)
    answer = shown_answer(given, translate) if given in one.choices else given
    return one.id, place_of(one.problem), asks, one.was, one.now, choices, answer


def place_of(problem: Problem) -> str:
    """Return where a problem stands, as it is printed."""
    return f"{problem.file}:{problem.line}" if problem.line else problem.file


def answers_in(data: bytes, file: str) -> Mapping[str, str] | None:
    """Return the answers of a file by the ids of their questions; None where it cannot be read."""
    if data.startswith(b"PK"):  # a workbook is packed; YAML cannot begin so
        return _of_workbook(data, file)
    tree = parse(data, file).tree
    rows = tree.get("questions") if isinstance(tree, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    pairs = ((row.get("id"), row.get("answer")) for row in rows)
    return {str(name): str(answer).strip() for name, answer in pairs if name and answer}


def _of_workbook(data: bytes, file: str) -> Mapping[str, str] | None:
    # Loaded late: most answers are no workbook.
    from talqy.office.read import grids  # noqa: PLC0415
    from talqy.office.sound import UnsoundError  # noqa: PLC0415

    try:
        sheets = grids(data, file, "xlsx")
    except UnsoundError:
        return None
    rows = [row.cells for sheet in sheets for row in sheet.rows]
    if not rows or rows[0][:1] != ("id",):
        return None
    last = len(_FIELDS) - 1
    return {row[0]: row[last].strip() for row in rows[1:] if len(row) > last and row[last].strip()}
