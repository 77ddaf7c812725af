"""An import of files that were made of an earlier wording: what came since is told, and stays."""

from collections.abc import Sequence
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import named_record
from talqy.drafts.both_changed import both_changed
from talqy.drafts.changed_since import changed_since
from talqy.drafts.earlier_text import EarlierText, with_steps
from talqy.drafts.onto_now import onto_now
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
    problems = [problem for one in onto.differing for problem in both_changed(one)]
    register, assessment = state.known
    if not problems:
        own = with_steps(register, earlier.record, steps)
        both = with_steps(register, named_record(register, earlier.record.id), onto.steps)
        problems = wrong_together(register, own, both, assessment.today)
        if not problems:
            return onto.steps
        tell("what the file changes and what was changed here since make no sense together:")
    click.echo(formatted(problems, "text", speech().translate), err=True)
    tell("nothing was written", err=True)
    raise click.exceptions.Exit(1)
