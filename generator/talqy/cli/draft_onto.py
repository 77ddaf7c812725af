"""An import of files that were made of an earlier wording: what came since is told, and stays."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import named_record
from talqy.drafts.both_changed import both_changed
from talqy.drafts.changed_since import changed_since
from talqy.drafts.earlier_text import EarlierText, with_steps
from talqy.drafts.onto_now import onto_now
from talqy.drafts.opened_import import OpenedImport
from talqy.drafts.word_import import WordImport
from talqy.model.problem import Problem
from talqy.model.revision import RevisionKind
from talqy.project.keeps import Keeps
from talqy.project.survey import ProjectState
from talqy.project.what_if import wrong_together
from talqy.project.write import Step

KEPT = {"file": Keeps.OWN, "here": Keeps.PUBLISHED}
"""What `--keep` can say, and which of two versions that is."""


def tell_earlier(earlier: EarlierText | None, keep: str | None) -> None:
    """Say of which commit files were made, and what has changed since.

    Refuse a choice between two versions where there is one.
    """
    if earlier is None:
        if keep:
            raise WrongUseError(
                "--keep: the file was made from no earlier wording, so there is nothing to choose"
            )
        return
    clauses = ", ".join(changed_since(earlier.text, earlier.now)) or "–"
    tell(
        "the file was made from an earlier wording of r{base} (commit {commit}); what has changed "
        "here since stays: {clauses}",
        base=earlier.now.revision,
        commit=earlier.commit[:12],
        clauses=clauses,
    )


def put_onto_now(
    root: Path, state: ProjectState, earlier: EarlierText, steps: Sequence[Step], keep: str | None
) -> Sequence[Step]:
    """Return the files that change, with what came since; end the run where somebody must choose.

    All places that both have changed are told at once, with all wordings, and nothing is written.
    """
    onto = onto_now(root, earlier, steps, KEPT[keep] if keep else None)
    _refuse(problem for one in onto.differing for problem in both_changed(one))
    register, assessment = state.known
    own = with_steps(register, earlier.record, steps)
    both = with_steps(register, named_record(register, earlier.record.id), onto.steps)
    if problems := wrong_together(register, own, both, assessment.today):
        tell("what the file changes and what was changed here since make no sense together:")
        _refuse(problems)
    return onto.steps


def refuse_both_changed(
    opened: OpenedImport, earlier: EarlierText | None, going: WordImport, keep: str | None
) -> None:
    """End the run where somebody must choose, before anybody is asked for reasons."""
    if earlier is None or going.plan.problems:
        return
    made = going.composed()
    if any(going.beside.faults(made)):
        return  # what is wrong with the file itself is told first
    steps = opened.steps(going, made, RevisionKind.AMENDMENT)
    onto = onto_now(opened.root, earlier, steps, KEPT[keep] if keep else None)
    _refuse(problem for one in onto.differing for problem in both_changed(one))


def _refuse(found: Iterable[Problem]) -> None:
    problems = list(found)
    if not problems:
        return
    click.echo(formatted(problems, "text", speech().translate), err=True)
    tell("nothing was written", err=True)
    raise click.exceptions.Exit(1)
