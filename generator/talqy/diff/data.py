"""A comparison as JSON, for programs: codes and plain strings, texts by language.

The structure is documented in `docs/diff.md`; what is there stays there, more may come.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from talqy.compare.comparison import ClauseChange, Comparison
from talqy.compare.fact_changes import FactChange
from talqy.compare.redline import Piece, Redline
from talqy.diff.case_data import case_tree
from talqy.diff.phrases import kind_of
from talqy.diff.view import causes
from talqy.language.edition import Edition
from talqy.language.fact_words import fact_words, plain
from talqy.model.alignment import Action, Match
from talqy.model.facts import Facts
from talqy.model.revision import Clause, Revision

Tree = dict[str, Any]


def data(editions: Sequence[Edition], compared: Comparison) -> str:
    """Print a comparison in the languages of some editions."""
    return printed(tree(editions, compared))


def printed(value: object) -> str:
    """Print a tree as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def tree(editions: Sequence[Edition], compared: Comparison) -> Tree:
    """Return a comparison as a plain tree."""
    codes = [edition.code for edition in editions]
    return {
        "schema": 2,
        "standard": compared.record.id,
        "title": _spoken(compared.record.standard.title, codes),
        "older": _text(compared.older),
        "newer": _text(compared.newer),
        "summary": _summary(compared),
        "cases": case_tree(editions[0], [one.locale for one in editions], compared),
        "changes": [_change(editions, compared, change) for change in compared.changes],
        "shifted": [_shifted(match) for match in compared.shifted],
    }


def _spoken(text: Mapping[str, str], codes: Sequence[str]) -> Tree:
    return {code: text[code] for code in codes if code in text}


def _text(revision: Revision) -> Tree:
    return {
        "revision": revision.revision,
        "kind": revision.kind.value,
        "dated": revision.dated.isoformat(),
    }


def _summary(compared: Comparison) -> Tree:
    """Count the clauses that each action befell; renumbered ones are those without another."""
    matches = compared.alignment.matches
    counts = {action.value: sum(action in match.actions for match in matches) for action in Action}
    renumbered = sum(match.actions == {Action.RENUMBERED} for match in matches)
    return {**counts, "renumbered": renumbered, "unchanged": compared.unchanged}


def _change(editions: Sequence[Edition], compared: Comparison, change: ClauseChange) -> Tree:
    codes = [edition.code for edition in editions]
    amendments, comments = causes(compared, change)
    answers = ((comment.id, compared.record.response_to(comment.id)) for comment in comments)
    return {
        **_shifted(change.match),
        "signs": [sign.value for sign in change.signs],
        "heading": {code: _lines(change.heading(code)) for code in codes},
        "text": {code: _lines(change.text(code)) for code in codes},
        "table": {code: _lines(change.table(code).lines()) for code in codes},
        "facts": [_fact(editions, compared, fact) for fact in change.facts],
        "reasons": [_spoken(amendment.reason, codes) for amendment in amendments],
        "comments": [
            {"id": name, "outcome": answer.outcome.value if answer else None}
            for name, answer in answers
        ],
    }


def _shifted(match: Match) -> Tree:
    return {
        "before": [_clause(clause) for clause in match.before],
        "after": [_clause(clause) for clause in match.after],
        "actions": [action.value for action in Action if action in match.actions],
    }


def _clause(clause: Clause) -> Tree:
    named = {"number": clause.number, "unit": clause.unit}
    return {"id": clause.id, **{key: name for key, name in named.items() if name}}


def _lines(marked: Redline) -> list[Tree]:
    """Return the lines of a redline as they are: both texts can be read out of them."""
    return [
        {
            "kind": kind_of(line, line.pieces),
            "pieces": _pieces(line.pieces),
            **({"moved": _pieces(line.moved)} if line.moved else {}),
        }
        for line in marked.lines
    ]


def _pieces(pieces: Sequence[Piece]) -> list[Tree]:
    return [{"mark": mark.value, "text": text} for mark, text in pieces]


def _fact(editions: Sequence[Edition], compared: Comparison, change: FactChange) -> Tree:
    sides = (("before", change.before), ("after", change.after))
    return {
        "name": change.name,
        **{
            side: {e.code: _said(e, compared, facts) for e in editions} if facts else None
            for side, facts in sides
        },
    }


def _said(edition: Edition, compared: Comparison, facts: Facts) -> str:
    year = edition.price_year(compared.record, compared.newer)
    rows = fact_words(edition.locale, edition.register.project.fee_unit, facts, year)
    return "; ".join(plain(line) for fact in rows for line in fact.lines)
