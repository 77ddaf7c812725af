"""What changes for people as plain values, for `talqy diff` and for the open data alike."""

from collections.abc import Sequence
from typing import Any

from talqy.compare.case_changes import CaseState
from talqy.compare.cases import CaseChange
from talqy.compare.comparison import Comparison
from talqy.compare.telling_apart import Words
from talqy.language.case_words import listed_words, side_words
from talqy.language.edition import Edition
from talqy.language.fact_words import FactContext
from talqy.language.locale import Locale
from talqy.model.revision import RevisionKind

CaseTree = dict[str, Any]


def case_tree(edition: Edition, locales: Sequence[Locale], compared: Comparison) -> CaseTree | None:
    """Say what changes for people in some languages; None for a repeal, which changes no figure."""
    if compared.newer.kind is RevisionKind.REPEAL:
        return None
    unit = edition.register.project.fee_unit
    year = edition.price_year(compared.record, compared.newer)
    of = [FactContext(locale, unit, year) for locale in locales]
    return {
        "changes": [_change(of, one) for one in compared.cases.changes],
        "unchanged": [_state(of, one) for one in compared.cases.unchanged],
    }


def _change(of: Sequence[FactContext], change: CaseChange) -> CaseTree:
    before, after = (
        None if side is None else {one.locale.code: side_words(one, change, side) for one in of}
        for side in (change.before, change.after)
    )
    return {
        **_case(of, change),
        "case_before": _by_language(of, change.was_words),
        "before": before,
        "after": after,
        "direction": change.direction.value if change.direction else None,
    }


def _state(of: Sequence[FactContext], state: CaseState) -> CaseTree:
    said = {one.locale.code: listed_words(one, state.values) for one in of}
    return {**_case(of, state), "is": said}


def _case(of: Sequence[FactContext], one: CaseChange | CaseState) -> CaseTree:
    return {
        "fact": one.fact,
        "case": _by_language(of, one.words),
        "case_after": _by_language(of, one.now_words),
        "channel": one.channel or None,
    }


def _by_language(of: Sequence[FactContext], words: Words) -> dict[str, str] | None:
    codes = [context.locale.code for context in of]
    return {code: words[code] for code in codes if code in words} if words else None
