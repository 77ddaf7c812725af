"""`history.yaml` on file: a line for each comment, so that a line once written stays.

`talqy merge` alone writes it, but a person's remarks in it survive. A discussion may have thousands
of comments, so the file is not printed anew: lines that need not change are kept to the byte, and
what comes out is read again and compared before anybody sees it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from talqy.model import paths
from talqy.model.history import History, RecordedRevision
from talqy.model.problem import Path
from talqy.model.register import Record
from talqy.model.standing import Assessment
from talqy.project.validate import shaped
from talqy.project.write import Replace
from talqy.project.yaml_read import Positions, parse, positions
from talqy.project.yaml_remarks import MERGED
from talqy.project.yaml_write import LayoutError, one_line
from talqy.record.recording import recorded_history

_SCHEMA = "../../docs/formats/history.schema.json"
_HEAD = f"# yaml-language-server: $schema={_SCHEMA}\n{MERGED}\n"
_LINES = "the lines of history.yaml cannot be kept; only “talqy merge” writes it"
_KEYS = ("digest", "consultation", "tally", "comments")


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What is to be written for one standard; `step` is None where its record is up to date."""

    standard: str
    old: str
    step: Replace | None


def merge_plan(record: Record, assessment: Assessment, old: str | None) -> MergePlan:
    """Plan the record of one standard; `old` is the text of its history on file."""
    history = recorded_history(record, assessment)
    if history is None or history == record.history:
        return MergePlan(record.id, old or "", None)
    text = history_text(old, record.history, history)
    return MergePlan(record.id, old or "", Replace(paths.history_file(record.id), text))


def history_text(old: str | None, known: History | None, history: History) -> str:
    """Return the new text of a history; `old` is the one on file, which says what is `known`.

    Raise `LayoutError` where its lines cannot be kept.
    """
    if old is None or known is None:
        new = _HEAD + f"schema: 1\nstandard: {one_line(history.standard)}\nrevisions:\n"
        new += "".join(line for entry in history.revisions for line in _block(entry))
    else:
        new = _renewed(old, known, history)
    if _read(new) != history:
        raise LayoutError(_LINES)
    return new


def _read(text: str) -> History | None:
    tree = parse(text.encode(), paths.history_file("-")).tree
    value, problems = shaped(History, tree, "", {})
    return None if problems else value


def _renewed(old: str, known: History, history: History) -> str:
    """Replace the lines that changed, and put in those that are new."""
    text = _Lines(old.splitlines(keepends=True), positions(old.encode()))
    if text.lines and not text.lines[-1].endswith("\n"):
        raise LayoutError(_LINES)
    for at, entry in enumerate(history.revisions):
        if at >= len(known.revisions):
            text.put_in(len(text.lines), *_block(entry))
        elif entry != known.revisions[at]:
            text.renew(("revisions", at), known.revisions[at], entry)
    return text.joined()


@dataclass(slots=True)
class _Lines:
    """The lines of a text, where its values are, and the new lines by how many stand above them."""

    lines: list[str]
    places: Positions
    after: dict[int, list[str]] = field(default_factory=dict)

    def renew(self, top: Path, was: RecordedRevision, entry: RecordedRevision) -> None:
        """Bring the lines of one revision up to date."""
        end = max((line for path, (line, _) in self.places.items() if path[:2] == top), default=0)
        last = self._line((*top, "digest"))
        for key in ("consultation", "tally"):
            value, path = _plain(getattr(entry, key)), (*top, key)
            if path in self.places:
                last = self._line(path)
                if value != _plain(getattr(was, key)):
                    self._replace(last, f"    {key}: {one_line(value)}")
            elif value is not None:
                self.put_in(last, f"    {key}: {one_line(value)}\n")
        for number, (before, now) in enumerate(zip(was.comments, entry.comments, strict=False)):
            if before != now:
                self._replace(self._line((*top, "comments", number)), _comment_line(now))
        added = [f"{_comment_line(comment)}\n" for comment in entry.comments[len(was.comments) :]]
        if added:
            self.put_in(end, *([] if was.comments else ["    comments:\n"]), *added)

    def put_in(self, above: int, *lines: str) -> None:
        """Put in new lines below the first `above` ones."""
        self.after.setdefault(above, []).extend(lines)

    def joined(self) -> str:
        """Return the whole text."""
        lines = list(self.lines)
        for above in sorted(self.after, reverse=True):
            lines[above:above] = self.after[above]
        return "".join(lines)

    def _line(self, path: Path) -> int:
        if path not in self.places:
            raise LayoutError(_LINES)
        return self.places[path][0]

    def _replace(self, line: int, text: str) -> None:
        self.lines[line - 1] = text + _behind(self.lines[line - 1])


def _behind(line: str) -> str:
    """Return what follows a value in braces: a remark, which may have braces of its own."""
    try:
        tokens = list(yaml.scan(line, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise LayoutError(_LINES) from error
    ends = [t.end_mark.index for t in tokens if isinstance(t, yaml.FlowMappingEndToken)]
    return line[ends[-1] :] if ends else "\n"


def _block(entry: RecordedRevision) -> Iterator[str]:
    yield f"  - revision: {entry.revision}\n"
    for key in _KEYS:
        value = getattr(entry, key)
        if key == "comments" and value:
            yield "    comments:\n"
            yield from (f"{_comment_line(comment)}\n" for comment in value)
        elif key != "comments" and value is not None:
            yield f"    {key}: {one_line(_plain(value))}\n"


def _comment_line(comment: object) -> str:
    return f"      - {one_line(_plain(comment))}"


def _plain(value: Any) -> Any:  # noqa: ANN401 - a part of the format, or a text
    """Return a value as YAML has it: mappings, lists, texts, numbers; nothing that is not set."""
    if value is None or isinstance(value, str):
        return value
    return value.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
