"""The report of an import: what was taken, what was left and why; for people and for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from talqy.cli.findings import Translate, as_data, as_text, plain
from talqy.comments.new_comment import comment_place
from talqy.comments.taking import Fate, Taken, Taking

FORMATS = ("text", "json")


def reported(files: Sequence[Taken], form: str, translate: Translate, *, draft: bool) -> str:
    """Print the report in one of the formats."""
    if form == "json":
        return json.dumps(_data(files, translate, draft=draft), ensure_ascii=False, indent=2)
    return "\n".join([*_lines(files, translate), _summary(files, translate, draft=draft)])


def _lines(files: Sequence[Taken], translate: Translate) -> Iterator[str]:
    for file in files:
        yield plain(
            "; ".join([file.file, *(f"{name}: {said}" for name, said in file.facts.items())])
        )
        yield from (_indented(as_text(problem, translate)) for problem in file.problems)
        for one in file.takings:
            where = f" → {comment_place(one.comment)}" if one.comment else ""
            fate = click.style(_fates(translate)[one.fate], bold=one.fate is Fate.LEFT)
            yield f"  {_place(one)}: {fate}{where}"
            yield from (_indented(as_text(problem, translate)) for problem in one.problems)


def _indented(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.splitlines())


def _place(one: Taking) -> str:
    return plain(one.place.file) + (f":{one.place.line}" if one.place.line else "")


def _counted(files: Sequence[Taken]) -> dict[str, int]:
    counted = Counter(one.fate for file in files for one in file.takings)
    return {str(fate): counted[fate] for fate in Fate}


def _fates(translate: Translate) -> dict[str, str]:
    return {
        Fate.TAKEN: translate("taken"),
        Fate.ALREADY: translate("already taken"),
        Fate.LEFT: translate("left"),
    }


def _summary(files: Sequence[Taken], translate: Translate, *, draft: bool) -> str:
    names = _fates(translate)
    words = ", ".join(f"{names[fate]}: {count}" for fate, count in _counted(files).items())
    return f"{words}; {translate('a draft: nothing was written')}" if draft else words


def _data(files: Sequence[Taken], translate: Translate, *, draft: bool) -> dict[str, object]:
    return {
        "draft": draft,
        **_counted(files),
        "files": [
            {
                "file": file.file,
                **file.facts,
                "problems": [as_data(problem, translate) for problem in file.problems],
                "rows": [_row(one, translate) for one in file.takings],
            }
            for file in files
        ],
    }


def _row(one: Taking, translate: Translate) -> dict[str, object]:
    return {
        "place": plain(one.place.file),
        "line": one.place.line,
        "fate": str(one.fate),
        "comment": one.comment.id if one.comment else None,
        "path": comment_place(one.comment) if one.comment else None,
        "problems": [as_data(problem, translate) for problem in one.problems],
    }
