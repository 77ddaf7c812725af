"""`history.yaml` on file: a line for each comment, so that a line once written stays.

`talqy merge` alone writes it, but a person's remarks in it survive. A discussion may have thousands
of comments, so the file is not printed anew: lines that need not change are kept to the byte, and
what comes out is read again and compared before anybody sees it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from talqy.model import paths
from talqy.model.history import History, RecordedRevision
from talqy.model.problem import Path
from talqy.model.register import Assessment, Record
from talqy.project.today import refuse_earlier_day
from talqy.project.validate import shaped
from talqy.project.write import Replace
from talqy.project.yaml_read import Positions, parse, positions
from talqy.project.yaml_remarks import MERGED
from talqy.project.yaml_write import LayoutError, one_line
from talqy.record.recording import recorded_history

_SCHEMA = "../../docs/formats/history.schema.json"
_HEAD = f"# yaml-language-server: $schema={_SCHEMA}\n{MERGED}\n"
_LINES = "the lines of history.yaml cannot be kept; only “talqy merge” writes it"
_PARTS = ("consultation", "report", "adopted", "withdrawn", "recorded", "tally")
_LISTS = ("comments", "corrections")


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What is to be written for one standard; `step` is None where its record is up to date.

    `history` is what the record says then.
    """

    standard: str
    old: str
    step: Replace | None
    history: History | None = None


def merge_plan(
    record: Record,
    assessment: Assessment,
    old: str | None,
    late_reason: Mapping[str, str] | None = None,
) -> MergePlan:
    """Plan the record of one standard; `old` is the text of its history on file.

    `late_reason` says, by language, why comments come into a finished part of it.
    """
    history = recorded_history(record, assessment, late_reason)
    if history is None or history == record.history:
        return MergePlan(record.id, old or "", None)
    refuse_earlier_day(record.history, assessment.today)
    text = history_text(old, record.history, history)
    return MergePlan(record.id, old or "", Replace(paths.history_file(record.id), text), history)


def history_text(old: str | None, known: History | None, history: History) -> str:
    """Return the new text of a history; `old` is the one on file, which says what is `known`.

    Raise `LayoutError` where its lines cannot be kept.
    """
    if old is None or known is None:
        new = _HEAD + f"schema: 1\nstandard: {one_line(history.standard)}\n"
        new += _root_line(history) + "revisions:\n"
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
    if history.root != known.root:
        text.renew_root(known, history)
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

    def renew_root(self, known: History, history: History) -> None:
        """Bring the line of the root up to date."""
        if known.root is None:
            self.put_in(self._line(("standard",)), _root_line(history))
        else:
            self._replace(self._line(("root",)), _root_line(history).rstrip("\n"))

    def renew(self, top: Path, was: RecordedRevision, entry: RecordedRevision) -> None:
        """Bring the lines of one revision up to date."""
        last = self._line((*top, "digest"))
        for key in _PARTS:
            value, path = _plain(getattr(entry, key)), (*top, key)
            if path in self.places:
                last = self._line(path)
                if value != _plain(getattr(was, key)):
                    self._replace(last, f"    {key}: {one_line(value)}")
            elif value:
                self.put_in(last, f"    {key}: {one_line(value)}\n")
        for key in _LISTS:
            self._renew_list((*top, key), getattr(was, key), getattr(entry, key), last)
            last = max(last, self._end((*top, key)))

    def _renew_list(
        self, path: Path, was: Sequence[object], entries: Sequence[object], above: int
    ) -> None:
        """Bring a list up to date: a line for each item, and new ones at its end."""
        for number, (before, now) in enumerate(zip(was, entries, strict=False)):
            if before != now:
                self._replace(self._line((*path, number)), _item_line(now))
        added = [f"{_item_line(item)}\n" for item in entries[len(was) :]]
        if added:
            head = [] if was else [f"    {path[-1]}:\n"]
            self.put_in(max(above, self._end(path)), *head, *added)

    def _end(self, top: Path) -> int:
        """Return the last line of a value."""
        size = len(top)
        return max(
            (line for path, (line, _) in self.places.items() if path[:size] == top), default=0
        )

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
    """Return what follows a value in one line: a remark, which may have braces of its own."""
    try:
        tokens = list(yaml.scan(line, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise LayoutError(_LINES) from error
    ends = [t.end_mark.index for t in tokens if isinstance(t, yaml.FlowMappingEndToken)]
    ends = ends or [t.end_mark.index for t in tokens if isinstance(t, yaml.ScalarToken)]
    return line[ends[-1] :] if ends else "\n"


def _root_line(history: History) -> str:
    return f"root: {history.root}\n" if history.root else ""


def _block(entry: RecordedRevision) -> Iterator[str]:
    yield f"  - revision: {entry.revision}\n"
    for key in ("digest", *_PARTS):
        value = getattr(entry, key)
        if value or (value is not None and key != "recorded"):
            yield f"    {key}: {one_line(_plain(value))}\n"
    for key in _LISTS:
        if items := getattr(entry, key):
            yield f"    {key}:\n"
            yield from (f"{_item_line(item)}\n" for item in items)


def _item_line(item: object) -> str:
    return f"      - {one_line(_plain(item))}"


def _plain(value: Any) -> Any:  # noqa: ANN401 - a part of the format, or a text
    """Return a value as YAML has it: mappings, lists, texts, numbers; nothing that is not set."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(part): day.isoformat() for part, day in value.items()}
    return value.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
