"""`talqy init`: a project of one's own, with what only its people can say."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from talqy.cli.running import argument, carry_out, command, draft_option, option, shown
from talqy.cli.speech import WrongUseError, say, tell
from talqy.cli.texts import by_language
from talqy.cli.words import FilePath
from talqy.drafts.founding import Founding
from talqy.drafts.new_project import FORGES, GUIDE, project_plan
from talqy.language.sayings import in_language
from talqy.model.values import is_mailbox, is_web_address
from talqy.project.reference import schemas


@command()
@argument("folder", type=FilePath(file_okay=False, path_type=Path), required=False)
@option(
    "--language",
    "languages",
    metavar="CODE",
    multiple=True,
    default=("kk", "ru"),
    show_default=True,
    help="An official language, such as kk; give the option once for each.",
)
@option(
    "--forge",
    type=click.Choice(FORGES),
    default="none",
    show_default=True,
    help="Where the project will be kept; ready workflows for it are written too.",
)
@option(
    "--authority",
    "authorities",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="The name of your authority; once for each language.",
)
@option("--email", default="", metavar="ADDRESS", help="Where people write to it.")
@option(
    "--address",
    "addresses",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Its postal address; once for each language.",
)
@option(
    "--name",
    "names",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="The name of the site; once for each language.",
)
@option("--url", default="", metavar="ADDRESS", help="The address that the site will have.")
@draft_option
def init(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path | None,
    languages: tuple[str, ...],
    forge: str,
    authorities: tuple[str, ...],
    email: str,
    addresses: tuple[str, ...],
    names: tuple[str, ...],
    url: str,
    draft: bool,  # noqa: FBT001
) -> int:
    """Make a new project.

    FOLDER (where none is named, this one if it is empty) gets settings, prose pages, and schemas
    with which an editor completes and checks what you write.

    What the options leave out is asked on a terminal.
    """
    if folder is None:
        folder = _empty_here()
    said = Founding(
        authority=by_language("--authority", authorities, languages),
        email=_required("--email", email, is_mailbox),
        address=by_language("--address", addresses, languages),
        name=by_language("--name", names, languages),
        url=_required("--url", url, is_web_address),
    )
    if is_on_terminal():
        said = _asked(said, languages)
    plan = project_plan(languages, schemas=schemas(), forge=forge, said=said)
    carry_out(plan, folder, draft=draft)
    tell(
        "Next: fill in standards/project.yaml, then “{command}”, “talqy check”, “talqy serve”.",
        command=f"talqy new standard {say('ID')} --project {shown(folder)}",
    )
    if forge != "none":
        tell("The workflows are to be switched on at the forge: {file} says how.", file=GUIDE)
    return 0


def _empty_here() -> Path:
    """Return this folder; refuse it where something stands in it, for nobody has named it."""
    here = Path()
    # What git keeps for itself is nothing of a person's.
    if any(one.name != ".git" for one in here.iterdir()):
        raise WrongUseError(
            "this folder is not empty: {folder}; go to an empty one, or name the new one: "
            "{command}",
            folder=shown(here.absolute()),
            command=f"talqy init {say('FOLDER')}",
        )
    return here


def is_on_terminal() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty()


def _required(option: str, said: str, is_sound: Callable[[str], bool]) -> str:
    """Return an address; refuse what is none."""
    if said and not is_sound(said):
        raise WrongUseError(_ODD, option=option, said=said)
    return said


_ODD = "{option} {said}: this is no whole address, such as info@example.kz or https://example.kz/"


def _asked(said: Founding, languages: Sequence[str]) -> Founding:
    """Ask on a terminal for what is left; who only presses Enter leaves it to be written later."""

    def words(question: str, given: dict[str, str]) -> dict[str, str]:
        asked = {
            code: given.get(code) or _typed(f"{question} ({in_language(code)})")
            for code in languages
        }
        return {code: text for code, text in asked.items() if text}

    tell("Enter leaves a question open.")
    return Founding(
        authority=words(say("The name of your authority"), dict(said.authority)),
        email=said.email or _typed(say("Where people write to it (e-mail)"), is_mailbox),
        address=words(say("Its postal address"), dict(said.address)),
        name=words(say("The name of the site"), dict(said.name)),
        url=said.url or _typed(say("The address that the site will have"), is_web_address),
    )


def _typed(question: str, is_sound: Callable[[str], bool] = bool) -> str:
    while (typed := str(click.prompt(question, default="", show_default=False)).strip()) and (
        not is_sound(typed)
    ):
        tell(_ODD, option="", said=typed)
    return typed
