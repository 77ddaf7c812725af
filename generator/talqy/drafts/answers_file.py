"""The questions of an import as a file to be filled in, and its answers: YAML, or a workbook."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from talqy.drafts import word_kinds
from talqy.drafts.questions import TextQuestion, shown_answer
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.project.yaml_read import parse, positions
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


class GivenAnswer(NamedTuple):
    """What a file answers to the question of an id, and where it says so."""

    question: str
    answer: str
    place: Place


def answers_in(data: bytes, file: str) -> Sequence[GivenAnswer] | Place:
    """Return the answers of a file; where it cannot be read, the place at which that shows."""
    if data.startswith(b"PK"):  # a workbook is packed; YAML cannot begin so
        return _of_workbook(data, file)
    parsed = parse(data, file)
    rows = parsed.tree.get("questions") if isinstance(parsed.tree, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        line = next((one.line for one in parsed.problems), 1)
        return Place(file, line)
    lines = positions(data)
    return [
        GivenAnswer(str(row["id"]), str(answer).strip(), Place(file, lines[path][0]))
        for at, row in enumerate(rows)
        if row.get("id") and (answer := row.get("answer"))
        if (path := ("questions", at, "answer")) in lines
    ]


def _of_workbook(data: bytes, file: str) -> Sequence[GivenAnswer] | Place:
    # Loaded late: most answers are no workbook.
    from talqy.office.read import grids  # noqa: PLC0415
    from talqy.office.sound import UnsoundError  # noqa: PLC0415

    try:
        sheet = next((one for one in grids(data, file, "xlsx") if one.rows), None)
    except UnsoundError:
        return Place(file)
    if sheet is None:
        return Place(file)
    head, *rows = sheet.rows
    if not {"id", "answer"} <= set(head.cells):
        return sheet.place(head.number, 0)
    name, said = head.cells.index("id"), head.cells.index("answer")
    return [
        GivenAnswer(row.cells[name], answer, sheet.place(row.number, said))
        for row in rows
        if len(row.cells) > max(name, said) and (answer := row.cells[said].strip())
    ]


def wrong_answers(
    given: Sequence[GivenAnswer],
    questions: Sequence[TextQuestion],
    translate: Callable[[str], str],
) -> Sequence[Problem]:
    """Return what is wrong with the answers to some questions.

    Choices are said in the language of `translate`.
    """
    known = {one.id: one for one in questions}
    answers: dict[str, str] = {}
    wrong: list[Problem] = []
    for name, said, place in given:
        one = known.get(name)
        if one is None:
            wrong.append(at(word_kinds.OTHER_QUESTIONS, place, question=name))
            continue
        meant = one.meant(said)
        # A question that is answered twice, each time otherwise, has no answer.
        told = said if answers.setdefault(name, meant) == meant else f"{answers[name]} / {said}"
        if told != said or not one.takes(said):
            offered = one.offered(translate)
            wrong.append(
                at(word_kinds.NO_ANSWER, place, question=name, answer=told, choices=offered)
            )
    return wrong
