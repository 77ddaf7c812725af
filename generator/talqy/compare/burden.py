"""What a text asks of a recipient, added up so that revisions can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from talqy.model.facts import Fee, Term
from talqy.model.revision import Clause


@dataclass(frozen=True, slots=True)
class Burden:
    """What a text asks of a recipient: documents to bring, the longest term, the highest fee."""

    documents: int
    term: Term | None
    fee: Fee | None


_DAYS = {"minute": 1 / 480, "hour": 1 / 8, "working-day": 1.0, "calendar-day": 1.0, "month": 30.0}


def days_of(term: Term) -> float:
    """Return a term in days, only to compare and to draw: a working day has eight hours."""
    return term.amount * _DAYS.get(term.unit, 1.0)


def burden(clauses: Iterable[Clause]) -> Burden:
    """Add up what the clauses of one text ask of a recipient."""
    facts = [clause.facts for clause in clauses]
    terms = [term for one in facts for term in one.term if term.kind == "provision"]
    fees = [fee for one in facts for fee in one.fee]
    brought = [d for one in facts for d in one.documents if d.source == "applicant"]
    return Burden(
        documents=len(brought),
        term=max(terms, key=days_of, default=None),
        fee=max(fees, key=lambda fee: fee.amount or 0, default=None),
    )
