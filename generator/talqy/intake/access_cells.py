"""Whether cells of a column of which nothing is taken say who is to see their rows.

No list of heads has all ways to ask it. Below a head that speaks of showing, a tick is an answer,
and an empty cell may be a refusal; below any other that is not the authority's, a yes or a no in
words may be one; and words that keep a row from the site are heard wherever they stand.
"""

import re
from collections.abc import Sequence

from talqy.comments.access_words import is_for_all, keeps_from_others
from talqy.comments.consent_words import consent_of
from talqy.comments.form_words import NO, YES, is_yes
from talqy.comments.question_heads import asks_for_contact, is_of_another
from talqy.comments.showing_heads import is_deed_of_authority, speaks_of_showing
from talqy.comments.soft_refusals import refuses_softly

_FIRST = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 8  # what is longer is prose, and asked about as such
_COUNTS = frozenset({"0", "1"})


def asks_of_showing(head: str, filled: Sequence[str]) -> bool:
    """Return whether a head speaks of showing, and most cells below it answer yes or no."""
    if not speaks_of_showing(head) or asks_for_contact(head) or is_deed_of_authority(head):
        return False
    answers = [cell for cell in filled if _is_answer(cell)]
    if not all(cell in _COUNTS for cell in filled):  # marks that people give are no answers
        answers = [cell for cell in answers if cell not in _COUNTS]
    return 2 * len(answers) > len(filled)


def asks_in_words(head: str, filled: Sequence[str]) -> bool:
    """Return whether most cells below a head are a yes or a no in words, whatever it asks."""
    if is_of_another(head):
        return False
    return 2 * sum(map(_is_answer_in_words, filled)) > len(filled)


def keeps_back(head: str, cell: str) -> bool:
    """Return whether a cell keeps its row from others, where its head is not the authority's."""
    if asks_for_contact(head) or is_deed_of_authority(head):
        return False
    if is_of_another(head) and not speaks_of_showing(head):
        return keeps_from_others(cell) and not _is_plain_no(cell)
    if refuses_softly(cell) and not speaks_of_showing(head):
        return False  # «Справка нужна?» – «Не надо» is of the paper
    return _refuses_in_words(cell)


def _refuses_in_words(cell: str) -> bool:
    if _is_plain_no(cell):
        return False
    if is_for_all(cell) is False:
        return keeps_from_others(cell)
    return consent_of(cell) is False


def _is_plain_no(cell: str) -> bool:
    return is_yes(cell) is not None


def _is_answer(cell: str) -> bool:
    return is_yes(cell) is not None or _is_answer_in_words(cell)


def _is_answer_in_words(cell: str) -> bool:
    """Return whether a cell answers yes or no in words: «Да», «Жоқ, болмайды», «Не разрешаю»."""
    first = _FIRST.match(cell.strip().lower())
    if first is None or len(words := cell.split()) > _MOST_WORDS:
        return False
    begins = first[0] in YES | NO and len(first[0]) > 1
    is_alone = len(words) == 1 or cell.strip()[first.end() : first.end() + 1] in ",.!–—-"
    return (begins and is_alone) or is_for_all(cell) is not None or consent_of(cell) is not None
