"""C: completeness. Every row of the list of basic requirements is set, or openly said not to be."""

from collections.abc import Iterator

from talqy.model import paths
from talqy.model.facts import FACTS, Document, Facts, Term, code_of
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause, Revision, RevisionKind
from talqy.model.standing import LIVING, is_mendable
from talqy.model.walk import is_unwritten, strings_in
from talqy.rules.rule import CheckContext, breach, rule

_ARTICLE_14 = "Law No. 88-V, art. 14, 3-1): list of basic requirements"

_OWN_RULE = ("complaints", "disability")


def _texts(context: CheckContext) -> Iterator[tuple[str, Revision, bool]]:
    """Yield the texts that must be complete: drafts, and (mildly) what they can no longer mend."""
    for record, revision, standing in context.revisions():
        if standing.stage in LIVING and revision.kind is not RevisionKind.REPEAL:
            file = paths.revision_file(record.id, revision.revision)
            yield file, revision, not is_mendable(standing.stage)


def rows_set(revision: Revision) -> set[str]:
    """Return the rows of the list of basic requirements that a text sets.

    A row with typed facts is set by its facts; `covers` names the rows that have none.
    """
    typed = [fact for fact in FACTS.values() if fact.row]
    rows_of_facts = {fact.row for fact in typed}
    rows = {row for clause in revision.walk() for row in clause.covers} - rows_of_facts
    for clause in revision.walk():
        rows |= {fact.row for fact in typed if fact.values(clause.facts)}
    return rows


@rule("C01", source=_ARTICLE_14)
def every_row_is_there(context: CheckContext) -> Iterator[Problem]:
    """Every row of the list of basic requirements is set, or openly marked as not set."""
    rows = [row for row in context.register.codes.codes("requirement-row") if row not in _OWN_RULE]
    by_facts = {fact.row: name for name, fact in FACTS.items() if fact.row}
    for file, revision, mild in _texts(context):
        known = rows_set(revision) | {entry.row for entry in revision.not_set}
        for row in rows:
            if row not in known:
                yield breach(
                    file,
                    ("clauses",),
                    "the row “{row}” of the list of basic requirements is missing",
                    "give “{fact}” under facts of the clause about it (“covers” does not set this "
                    "row), or say under not_set why"
                    if row in by_facts
                    else "write “covers: [{row}]” at the clause about it, or say under not_set why",
                    row=row,
                    fact=by_facts.get(row, ""),
                    mild=mild,
                )


def _covered(context: CheckContext, row: str, message: str, hint: str) -> Iterator[Problem]:
    for file, revision, mild in _texts(context):
        not_set = {entry.row for entry in revision.not_set}
        if row not in rows_set(revision) | not_set:
            yield breach(file, ("clauses",), message, hint, mild=mild)


@rule("C02", source="Law No. 88-V, art. 4 (1), 3) and art. 14 (2019): order of appeal")
def complaints_are_explained(context: CheckContext) -> Iterator[Problem]:
    """A standard says how decisions, actions and inaction are appealed."""
    yield from _covered(
        context,
        "complaints",
        "the text does not say how a decision is appealed",
        "add a clause with “covers: [complaints]”",
    )


@rule("C03", source="bill on public services, art. 5 (5), 2)")
def conditions_for_disability_are_named(context: CheckContext) -> Iterator[Problem]:
    """A standard names the conditions for persons with disabilities."""
    yield from _covered(
        context,
        "disability",
        "the text names no conditions for persons with disabilities",
        "add a clause with “covers: [disability]”",
    )


@rule("C04", source="bill on public services, art. 5 (5), 5); Law No. 88-V, art. 5 (2), 5)")
def results_reach_the_centre_in_time(context: CheckContext) -> Iterator[Problem]:
    """The result is at the service centre at least a day before the term is over."""
    for file, revision, mild in _texts(context):
        facts = [clause.facts for clause in revision.walk()]
        if not _needs_handover(facts):
            continue
        handovers = [fact.handover for fact in facts if fact.handover]
        long_enough = [
            h for h in handovers if h.unit != "minute" and (h.unit != "hour" or h.amount >= 24)
        ]
        if not long_enough:
            yield breach(
                file,
                ("clauses",),
                "the result need not be at the State Corporation a day before the term is over",
                "say it in a clause, at least 24 hours: in the table of facts of the copy for "
                "Word, or “handover: {amount: 1, unit: day}”",
                mild=mild,
            )


def _needs_handover(facts: list[Facts]) -> bool:
    """Return whether results go through the centre and take longer than one working day."""
    through_centre = any("state-corporation" in map(code_of, fact.channels) for fact in facts)
    terms = [term for fact in facts for term in fact.term if term.kind == "provision"]
    return through_centre and any(
        term.channel in (None, "state-corporation") and _over_one_day(term) for term in terms
    )


def _over_one_day(term: Term) -> bool:
    short = {"minute": term.amount <= 480, "hour": term.amount <= 24}
    return not short.get(term.unit, term.unit != "month" and term.amount <= 1)


@rule(
    "C05",
    source="bill on public services, art. 5 (5), 4); Law No. 88-V, art. 5: no demand of known data",
)
def known_documents_are_not_demanded(context: CheckContext) -> Iterator[Problem]:
    """No document is demanded from the applicant that a state information system already holds."""
    for file, revision, mild in _texts(context):
        for clause, document in _documents(revision):
            if document.source == "applicant" and document.system is not None:
                yield breach(
                    file,
                    ("clauses", f"#{clause.id}", "facts", "documents"),
                    "the document “{document}” is demanded, though a state system holds it",
                    "write “source: state-system”: the provider takes it from there",
                    document=document.id,
                    mild=mild,
                )


def _documents(revision: Revision) -> Iterator[tuple[Clause, Document]]:
    for clause in revision.walk():
        for document in clause.facts.documents:
            yield clause, document


@rule("C06", source="bill on public services, art. 5 (5), 4)")
def systems_are_named(context: CheckContext) -> Iterator[Problem]:
    """A document that the provider obtains itself names the state system that it comes from."""
    for file, revision, mild in _texts(context):
        for clause, document in _documents(revision):
            if document.source == "state-system" and document.system is None:
                yield breach(
                    file,
                    ("clauses", f"#{clause.id}", "facts", "documents"),
                    "the document “{document}” does not say which state system it comes from",
                    "name the system under “system”",
                    document=document.id,
                    mild=mild,
                )


@rule("C07", level=Level.WARNING, source="Law No. 88-V, art. 14 and 19-1: grounds set by laws")
def refusal_grounds_cite_the_law(context: CheckContext) -> Iterator[Problem]:
    """Every ground for refusal names the provision of law that sets it."""
    for file, revision, _ in _texts(context):
        for clause in revision.walk():
            for number, ground in enumerate(clause.facts.refusal_grounds):
                if ground.basis is None:
                    yield breach(
                        file,
                        ("clauses", f"#{clause.id}", "facts", "refusal_grounds", number),
                        "the ground “{ground}” names no provision of law",
                        "name it behind the ground in the table of facts of the copy for Word, or "
                        "under “basis”; only laws set grounds for refusal",
                        ground=ground.ground,
                    )


@rule("C08", level=Level.WARNING, source=_ARTICLE_14)
def set_rows_are_not_called_unset(context: CheckContext) -> Iterator[Problem]:
    """A row is either set by a clause or named under not_set, never both."""
    for file, revision, _ in _texts(context):
        rows = rows_set(revision)
        for number, entry in enumerate(revision.not_set):
            if entry.row in rows:
                yield breach(
                    file,
                    ("not_set", number),
                    "the row “{row}” is set by a clause, yet named as not set",
                    "take it out of not_set",
                    row=entry.row,
                )


_MOST_WORDS = 25


@rule("C10", source="docs/formats: a gist says in a breath what changes for people")
def gists_are_short(context: CheckContext) -> Iterator[Problem]:
    """What changes for people is said in at most 25 words."""
    for record, revision, standing in context.revisions():
        for language, words in (revision.gist or {}).items():
            if (count := len(words.split())) > _MOST_WORDS:
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("gist", language),
                    "the gist has {count} words",
                    "say in at most {most} words what changes for people",
                    count=count,
                    most=_MOST_WORDS,
                    mild=not is_mendable(standing.stage),
                )


@rule(
    "C09",
    of_words=True,
    source="skeletons of “talqy new”: what stands as “…” is still to be written",
)
def texts_are_written(context: CheckContext) -> Iterator[Problem]:
    """Nothing that an authority writes still stands as “…” or “...”: no text, name or address."""
    for file, value, _ in context.files():
        for path, words in strings_in(value):
            if is_unwritten(words):
                yield breach(
                    file, path, "this text is still to be written", "write it in place of “…”"
                )
