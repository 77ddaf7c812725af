"""What is odd about answers that have no fault: somebody should look before they are published."""

from collections.abc import Iterable, Iterator, Mapping

from talqy.comments.text_language import is_other_language
from talqy.compare.quotes import folded
from talqy.model.comment import Comment, Outcome, Response
from talqy.model.problem import Kind
from talqy.model.register import Record
from talqy.responses import faults

# These say nothing of what was asked for.
_APART = frozenset({Outcome.DUPLICATE, Outcome.LATE, Outcome.WITHDRAWN})


def odd_reasons(reason: Mapping[str, str]) -> Iterator[tuple[Kind, str]]:
    """Yield what is odd about reasons, with the language: one copied, or in another language."""
    seen: set[str] = set()
    for language, words in reason.items():
        text = _plain(words)
        if text in seen:
            yield faults.SAME_REASON, language
        elif is_other_language(words, language):
            yield faults.OTHER_LANGUAGE, language
        seen.add(text)


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
