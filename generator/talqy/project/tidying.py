"""The plan of tidying: what pasting left in the texts of a project goes, and nothing else.

A frozen text is left as it is, and so is what is on record: both change only in the sight of all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from talqy.law.mending import is_frozen
from talqy.model import paths
from talqy.model.pasted import UNSEEN, Found, Leftover, leftovers, tidied, unseen_in
from talqy.model.problem import Path
from talqy.project.write import Replace
from talqy.project.yaml_edit import edited
from talqy.rules.rule import CheckContext
from talqy.rules.typed import written


@dataclass(frozen=True, slots=True)
class TidiedText:
    """One text that changes: its file and key, what was found in it, what it was and becomes."""

    file: str
    path: Path
    found: tuple[Found, ...]
    was: str
    becomes: str


def tidied_texts(context: CheckContext, only: frozenset[str]) -> Iterator[TidiedText]:
    """Yield the texts to be tidied in files that may still change, of all standards or of some."""
    files, known = _open_files(context, only), context.known_words
    spoken = set[tuple[str, Path]]()
    for text in context.texts:
        if text.file not in files:
            continue
        for language, words in text.spoken.items():
            spoken.add((text.file, (*text.path, language)))
            whole = known.get(language, frozenset())
            found, becomes = tuple(leftovers(words, whole)), tidied(words, whole)
            if becomes != words:
                yield TidiedText(text.file, (*text.path, language), found, words, becomes)
    for file, path, words, _ in written(context):
        if file in files and (file, path) not in spoken and (signs := unseen_in(words)):
            found = tuple(Found(Leftover.UNSEEN, sign) for sign in signs)
            yield TidiedText(file, path, found, words, UNSEEN.sub("", words))


def plan_of(texts: Sequence[TidiedText], text_of: Callable[[str], str]) -> list[Replace]:
    """Return the files as they will be; raise `LayoutError` where one cannot be edited."""
    plan: list[Replace] = []
    for file in dict.fromkeys(text.file for text in texts):
        content = text_of(file)
        for text in texts:
            if text.file == file:
                content = edited(content, text.path, text.becomes)
        plan.append(Replace(file, content))
    return plan


def _open_files(context: CheckContext, only: frozenset[str]) -> frozenset[str]:
    """Return the files that may still change: those of the project too where nothing is named."""
    today = context.assessment.today
    files = set[str]() if only else {paths.PROJECT}
    for record in context.register.records:
        if only and record.id not in only:
            continue
        files.add(paths.standard_file(record.id))
        files |= {
            paths.revision_file(record.id, text.revision)
            for text in record.revisions
            if not is_frozen(text, today)
        }
    return frozenset(files)
