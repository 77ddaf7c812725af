"""What is odd about answers that have no fault: somebody should look before they are published."""

from collections.abc import Iterable, Iterator, Mapping

from talqy.compare.quotes import folded
from talqy.model.comment import Comment, Outcome, Response
from talqy.model.register import Record

# These say nothing of what was asked for.
_APART = frozenset({Outcome.DUPLICATE, Outcome.LATE, Outcome.WITHDRAWN})


def answered_otherwise(
    record: Record, answers: Mapping[str, Response]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the comments that are answered otherwise than others of the same words, with these.

    `answers` are those to be written; the others are on file.
    """
    decided = {**(record.responses or {}), **answers}
    for same in _of_same_words(record.comments):
        outcomes = {
            one.id: decided[one.id].outcome
            for one in same
            if one.id in decided and decided[one.id].outcome not in _APART
        }
        for name in answers.keys() & outcomes.keys():
            others = [other for other, what in outcomes.items() if what != outcomes[name]]
            if others:
                yield name, tuple(others)


def _of_same_words(comments: Iterable[Comment]) -> Iterator[list[Comment]]:
    found: dict[tuple[object, ...], list[Comment]] = {}
    for one in comments:
        words = (one.revision, one.clause_id, _plain(one.text), _plain(one.proposal or ""))
        found.setdefault(words, []).append(one)
    return (same for same in found.values() if len(same) > 1)


def _plain(words: str) -> str:
    return folded(" ".join(words.split())).strip(" .!")
