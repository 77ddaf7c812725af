"""T: succession. A text follows the one before it as recorded, under its ids, in its kind."""

from collections.abc import Iterator, Mapping

from rapidfuzz.fuzz import token_sort_ratio

from talqy.model import paths
from talqy.model.alignment import Action
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision, RevisionKind
from talqy.rules.rule import CheckContext, breach, rule
from talqy.rules.steps import Step, every_step, steps

_ID = "docs/formats: the id of a clause is for ever; links and comments lead to it"
_KIND = "bill on public services, art. 5 (4), 9): new, amendment, supplement, repeal"
# Below this likeness, from 0 to 100, even two sentences of one law have little in common.
_UNLIKE = 45
# Shorter texts are not judged by likeness.
_JUDGED_FROM = 40


@rule("T05", source="a frozen revision cannot change unnoticed: its digest is in the history")
def frozen_texts_stay(context: CheckContext) -> Iterator[Problem]:
    """A text that the history has recorded is still there, and still the same."""
    for record in context.register.records:
        for recorded in record.history.revisions if record.history else ():
            number = recorded.revision
            if record.revision(number) is None:
                yield from _lost(record, number)
            elif context.assessment.of(record.id, number).digest != recorded.digest:
                yield breach(
                    paths.revision_file(record.id, number),
                    (),
                    "this is not the text of r{revision} that history.yaml has on record",
                    "put it back as it was published; "
                    "what is to change goes into the next revision",
                    revision=number,
                )


def _lost(record: Record, number: int) -> Iterator[Problem]:
    """Report a text after the last one; rule L02 reports those between."""
    last = max(revision.revision for revision in record.revisions)
    if number > last and number not in record.broken_revisions:
        yield breach(
            paths.standard_file(record.id),
            (),
            "revision r{number} is missing or cannot be used",
            "put it back: a public record has no gaps",
            number=number,
        )


@rule("T07", source=_ID)
def ids_keep_their_clause(context: CheckContext) -> Iterator[Problem]:
    """A clause's id is never given to another clause, not even after the first was removed."""
    for step in steps(context):
        for clause in step.revision.walk():
            text = _last_text_with(clause.id, step)
            was = text.clause(clause.id) if text else None
            back = text is not step.base
            if text is None or was is None or not _is_another(was, clause, back=back):
                continue
            yield breach(
                step.file,
                ("clauses", f"#{clause.id}", "id"),
                "the id “{clause}” belonged to another clause, which stood in r{earlier} "
                "and was removed"
                if back
                else "the id “{clause}” stands for another clause than in r{earlier}",
                "give the new clause an id of its own: an id is for ever, and old links lead to it",
                clause=clause.id,
                earlier=text.revision,
                mild=step.mild,
            )


def _last_text_with(clause: str, step: Step) -> Revision | None:
    """Find the last text before a revision that had a clause."""
    text: Revision | None = step.base
    while text and not text.clause(clause):
        text = step.record.base_of(text)
    return text


def _is_another(was: Clause, now: Clause, *, back: bool) -> bool:
    """Return whether two clauses of one id have nothing to do with each other.

    A clause that kept its id may be rewritten, under a new heading too; one that is back after it
    was removed is another one as soon as neither heading nor text is what it was.
    """
    if not back:
        named = was.heading is not None and now.heading is not None
        return named and _differ(was.heading, now.heading) and _unlike(was.text, now.text)
    if was.heading or now.heading:
        return _differ(was.heading, now.heading) and _differ(was.text, now.text)
    return _unlike(was.text, now.text)


def _pairs(was: Mapping[str, str] | None, now: Mapping[str, str] | None) -> list[tuple[str, str]]:
    """Pair the words of a text in every language that both sides have."""
    before, after = was or {}, now or {}
    return [(before[language], after[language]) for language in before if language in after]


def _differ(was: Mapping[str, str] | None, now: Mapping[str, str] | None) -> bool:
    return all(x.split() != y.split() for x, y in _pairs(was, now))


def _unlike(was: Mapping[str, str] | None, now: Mapping[str, str] | None) -> bool:
    pairs = _pairs(was, now)
    return bool(pairs) and all(
        min(len(x), len(y)) >= _JUDGED_FROM and token_sort_ratio(x, y) < _UNLIKE for x, y in pairs
    )


@rule("T09", source=_KIND)
def kinds_fit(context: CheckContext) -> Iterator[Problem]:
    """A revision changes the text that it starts from, or leaves it, as its kind says."""
    for step in every_step(context):
        kind = step.revision.kind
        if kind is RevisionKind.NEW:
            yield _has_a_base(step)
        elif kind is RevisionKind.REPEAL:
            yield from _rewrites(step)
        elif step.changes_nothing:
            yield _says_the_same(step)
        elif kind is RevisionKind.SUPPLEMENT:
            yield from _takes_away(step)


def _has_a_base(step: Step) -> Problem:
    return breach(
        step.file,
        ("base",),
        "a new standard has no earlier text, but this revision names r{base} as its base",
        "take base out, or write “kind: amendment” or “kind: supplement”",
        base=step.base.revision,
        mild=step.mild,
    )


def _rewrites(step: Step) -> Iterator[Problem]:
    changed = dict.fromkeys(match.ids[0] for match in step.alignment.substantive())
    if changed:
        yield breach(
            step.file,
            ("kind",),
            "a repeal leaves the text as it is, but here clauses differ from r{base}: {clauses}",
            "copy the clauses of r{base} unchanged; a new text needs another kind of revision",
            base=step.base.revision,
            clauses=", ".join(changed),
            mild=step.mild,
        )


def _says_the_same(step: Step) -> Problem:
    return breach(
        step.file,
        ("clauses",),
        "the text is the same as in r{base}, so there is nothing to discuss",
        "make the change in the clauses; where nothing changes, no new revision is needed",
        base=step.base.revision,
        mild=step.mild,
    )


def _takes_away(step: Step) -> Iterator[Problem]:
    removed = [match for match in step.alignment.matches if Action.REMOVED in match.actions]
    if removed:
        yield breach(
            step.file,
            ("kind",),
            "a supplement takes nothing away, but here clauses of r{base} are gone: {clauses}",
            "write “kind: amendment”, or put the clauses back",
            base=step.base.revision,
            clauses=", ".join(match.before[0].id for match in removed),
            mild=step.mild,
        )
