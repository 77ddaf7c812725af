"""`talqy upgrade`: a project that an earlier edition made is brought up to date."""

from pathlib import Path

from talqy.cli.running import alone, carry_out, command, draft_option, project_option
from talqy.cli.speech import tell
from talqy.cli.texts import unchecked
from talqy.drafts.upgrading import Upgrade, upgrade_plan
from talqy.model.register import Assessment, Register
from talqy.project.files import bytes_of
from talqy.project.reference import schemas
from talqy.record.recording import recorded_history


@command()
@project_option
@draft_option
@alone
def upgrade(root: Path, draft: bool) -> int:  # noqa: FBT001
    """Bring a project of an earlier edition up to date.

    Schemas, guides, workflows and what these install are made anew, and .gitattributes and
    .gitignore get the lines that they lack. What people write is read as it is, and never changed.
    """
    register, assessment = unchecked(root)
    plan = upgrade_plan(register.project, schemas(), lambda path: bytes_of(root / path))
    carry_out(plan.steps, root, draft=draft)
    _say_what_is_left(plan, register.project.forge.kind)
    if is_merge_due := _is_merge_due(register, assessment):
        tell(
            "Next: “{command}” puts on record what the authority has said so far, dated the day of "
            "that merge; from then on it changes by “talqy correct” alone.",
            command="talqy merge --all",
        )
    if not plan.steps and not is_merge_due:
        tell("the project is up to date")
    return 0


def _say_what_is_left(plan: Upgrade, forge: str) -> None:
    for file in plan.theirs:
        tell(
            "{file}: people have changed it, and it was left as it is; compare it with what "
            "“{command}” writes",
            file=file,
            command=f"talqy init --forge {forge}",
        )
    for file in plan.templates:
        tell(
            "{file}: this is used in the place of ours, which may have changed since; "
            "site_templates/README.md says what each page is given",
            file=file,
        )


def _is_merge_due(register: Register, assessment: Assessment) -> bool:
    return any(recorded_history(r, assessment) != r.history for r in register.records)
