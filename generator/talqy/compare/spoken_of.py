"""Whether the gist of a text speaks of one of its changes: by words and figures, never by guess."""

from talqy.compare.cases import CaseChange, Side
from talqy.compare.telling_apart import Words
from talqy.wording.case_labels import CaseLabel, case_label, is_form

_HALF = 0.5


def speaks_of(gist: Words, change: CaseChange) -> bool:
    """Return whether a gist has the amounts of both sides of a change, or half of its words.

    Its words are the name of the document, else of the case. Both languages are asked together, so
    that the pages of each tell the changes in one order.
    """
    said = {language: case_label(words, language) for language, words in (gist or {}).items()}
    words = _words(change) or {}
    shares = [
        _share(case_label(words[language], language), label)
        for language, label in said.items()
        if language in words
    ]
    is_named = bool(shares) and sum(shares) / len(shares) >= _HALF
    return is_named or (bool(said) and all(_has_amounts(one, change) for one in said.values()))


def _words(change: CaseChange) -> Words:
    """Return the words that tell a change from the others."""
    values = [one.value for one in (*(change.before or ()), *(change.after or ()))]
    is_paper = change.fact == "documents" and len({one.id for one in values}) == 1
    return values[0].name if is_paper else change.words


def _share(of: CaseLabel, said: CaseLabel) -> float:
    found = [one for one in of.words if any(is_form(one, other) for other in said.words)]
    return len(found) / len(of.words) if of.words else 0.0


def _has_amounts(said: CaseLabel, change: CaseChange) -> bool:
    """Return whether a gist says how much it was, and how much it becomes."""
    amounts = [_amounts(side) for side in (change.before, change.after)]
    return all(one and one <= said.numbers for one in amounts)


def _amounts(side: Side) -> frozenset[str]:
    """Return the amount of a side as a label has its numbers; of what is free there is none."""
    amount = getattr(side[0].value, "amount", None) if side else None
    return case_label(str(amount), "").numbers if amount else frozenset()
