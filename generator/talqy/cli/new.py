"""`talqy new`: skeletons of what people write."""

from pathlib import Path

from talqy.cli.codes import CodeType
from talqy.cli.new_comment import comment
from talqy.cli.running import (
    alone,
    argument,
    carry_out,
    draft_option,
    group,
    option,
    project_option,
)
from talqy.cli.speech import tell
from talqy.cli.texts import (
    by_language,
    is_on_terminal,
    named_record,
    named_revision,
    successor,
    successor_option,
    unchecked,
)
from talqy.drafts.new_texts import newest_living, standard_plan
from talqy.drafts.next_draft import next_draft
from talqy.model.revision import RevisionKind

_IN_PREPARATION = (
    "Until it has a “consultation”, “talqy serve” alone shows it; the public site does not."
)


@group
def new() -> None:
    """Begin a standard, its next revision, or a comment."""


new.add_command(comment)


@new.command()
@argument("name", metavar="ID")
@project_option
@option(
    "--title",
    "titles",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Its title; once for each language.",
)
@option(
    "--provider",
    "providers",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Who provides the service; once for each language.",
)
@option(
    "--authority",
    metavar="ID",
    help="Who develops it, by the id in standards/project.yaml [default: the first one there].",
)
@option(
    "--life-event",
    metavar="CODE",
    default="documents",
    show_default=True,
    help="The life event, such as family.",
)
@draft_option
@alone
def standard(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str,
    root: Path,
    titles: tuple[str, ...],
    providers: tuple[str, ...],
    authority: str | None,
    life_event: str,
    draft: bool,  # noqa: FBT001
) -> int:
    """Write the skeleton of a standard and its first revision.

    ID is its name in addresses, such as birth-registration. The text has a clause for every row
    of the list of basic requirements.
    """
    register, assessment = unchecked(root)
    plan = standard_plan(
        name,
        register,
        said={
            "title": by_language("--title", titles, register.project.languages),
            "provider": by_language("--provider", providers, register.project.languages),
        },
        authority=authority or next(iter(register.project.authorities)),
        life_event=life_event,
        dated=assessment.today,
    )
    carry_out(plan, root, draft=draft)
    tell("Next: write the texts where “…” stands; “talqy check” says what is still missing.")
    tell(_IN_PREPARATION)
    return 0


@new.command()
@argument("name", metavar="STANDARD")
@project_option
@option(
    "--kind",
    type=CodeType("revision-kind", [kind for kind in RevisionKind if kind is not RevisionKind.NEW]),
    default=RevisionKind.AMENDMENT.value,
    show_default=True,
    help="What the new draft does with the text that it starts from.",
)
@successor_option
@option(
    "--base",
    metavar="rN",
    help="The text to start from, such as r1 [default: the newest one that was not withdrawn].",
)
@draft_option
@alone
def revision(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str,
    root: Path,
    kind: str,
    takes_its_place: str | None,
    base: str | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Write the next revision, ready to be changed.

    It is a copy of the text that it starts from; comments that were accepted into it stand under
    its amendments.
    """
    register, assessment = unchecked(root)
    record = named_record(register, name)
    start = named_revision(record, base) if base else newest_living(record)
    takes = successor(register, record, kind, takes_its_place, asks=is_on_terminal())
    of = (register, assessment)
    plan = next_draft(root, of, record, start, kind=RevisionKind(kind), successor=takes)
    carry_out([plan], root, draft=draft)
    tell(
        "It starts from {base}. Next: change its clauses, write the explanation where “…” stands, "
        "and give each change its reason under “amendments”; “{command}” shows the changes, "
        "“talqy check” what is still missing.",
        base=f"r{start.revision}",
        command=f"talqy diff {record.id} r{record.next_revision}",
    )
    tell(_IN_PREPARATION)
    return 0
