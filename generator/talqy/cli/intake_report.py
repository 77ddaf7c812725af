"""The report of an import: what was taken, what was left and why; for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from talqy.cli.problems import Translate, as_data, as_text, plain
from talqy.comments.importing import ImportedFile, ImportedRow, Status

FORMATS = ("text", "json")


def reported(files: Sequence[ImportedFile], form: str, translate: Translate, *, draft: bool) -> str:
    """Print the report in one of the formats."""
    if form == "json":
        return json.dumps(_data(files, translate, draft=draft), ensure_ascii=False, indent=2)
    return "\n".join([*_lines(files, translate), _summary(files, translate, draft=draft)])


def _lines(files: Sequence[ImportedFile], translate: Translate) -> Iterator[str]:
    for file in files:
        yield plain(
            "; ".join([file.file, *(f"{name}: {said}" for name, said in file.facts.items())])
        )
        yield from (_indented(as_text(problem, translate)) for problem in file.problems)
        for one in file.rows:
            where = f" → {one.comment.path.file}" if one.comment else ""
            status = click.style(_statuses(translate)[one.status], bold=one.status is Status.LEFT)
            yield f"  {_place(one)}: {status}{where}"
            yield from (_indented(as_text(problem, translate)) for problem in one.problems)


def _indented(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.splitlines())


def _place(one: ImportedRow) -> str:
    return plain(one.place.file) + (f":{one.place.line}" if one.place.line else "")


def _counted(files: Sequence[ImportedFile]) -> dict[str, int]:
    counted = Counter(one.status for file in files for one in file.rows)
    return {str(status): counted[status] for status in Status}


def _statuses(translate: Translate) -> dict[str, str]:
    return {
        Status.TAKEN: translate("taken"),
        Status.ALREADY: translate("already taken"),
        Status.LEFT: translate("left"),
    }


def _summary(files: Sequence[ImportedFile], translate: Translate, *, draft: bool) -> str:
    names = _statuses(translate)
    words = ", ".join(f"{names[status]}: {count}" for status, count in _counted(files).items())
    return f"{words}; {translate('a draft: nothing was written')}" if draft else words


def _data(files: Sequence[ImportedFile], translate: Translate, *, draft: bool) -> dict[str, object]:
    return {
        "draft": draft,
        **_counted(files),
        "files": [
            {
                "file": file.file,
                **file.facts,
                "problems": [as_data(problem, translate) for problem in file.problems],
                "rows": [_row(one, translate) for one in file.rows],
            }
            for file in files
        ],
    }


def _row(one: ImportedRow, translate: Translate) -> dict[str, object]:
    return {
        "place": plain(one.place.file),
        "line": one.place.line,
        "fate": str(one.status),
        "comment": one.comment.id if one.comment else None,
        "path": one.comment.path.file if one.comment else None,
        "problems": [as_data(problem, translate) for problem in one.problems],
    }
