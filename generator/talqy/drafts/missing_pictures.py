"""Pictures of clauses that a copy for Word has shown, and that somebody has taken out of it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from talqy.drafts import word_kinds
from talqy.drafts.import_plan import Decided
from talqy.drafts.passages import WordText
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.office.word_values import NoteKind


def missing_pictures(
    text: WordText, base: Revision, decided: Sequence[Decided]
) -> Iterator[Problem]:
    """Yield the pictures of clauses that stay and that have lost them, if the file is our copy."""
    if text.stamp is None or text.stamp.revision != base.revision:
        return
    for one in decided:
        clause = base.clause(one.clause) if one.clause else None
        notes = (note for _, note in one.passage.notes)
        there = Counter(note.digest for note in notes if note.kind is NoteKind.PICTURE)
        for file in clause.facts.files if clause else ():
            shown = sum(file.language in {None, code} for code in text.languages)
            if file.is_picture and file.digest and there[str(file.digest)] < shown:
                yield one.passage.at(word_kinds.PICTURE_GONE, clause=one.clause, file=file.name)
