"""`talqy adopt` and `talqy withdraw`: what became of a text."""

from datetime import date
from pathlib import Path

from talqy.cli.running import DayType, command, option
from talqy.cli.step import named_text_of, of_a_text, reason_option, taken
from talqy.cli.texts import in_every_language


@command()
@of_a_text
@option("--on", type=DayType(), help="The day of the act [default: the project's day].")
@option(
    "--act",
    "acts",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="The act by its kind, day and number; once for each language.",
)
@option("--in-force", type=DayType(), required=True, help="The first day on which it holds.")
@option(
    "--discussed",
    "places",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Where and when it was discussed, if that was elsewhere; once for each language.",
)
def adopt(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    on: date | None,
    acts: tuple[str, ...],
    in_force: date,
    places: tuple[str, ...],
) -> int:
    """Say by which act a text was adopted, and since when."""
    text = named_text_of(root, standard, revision, today)
    said: dict[str, object] = {
        "on": text.day(on),
        "act": in_every_language("--act", acts, text.languages),
        "in_force": in_force.isoformat(),
    }
    if places:
        said["discussed"] = in_every_language("--discussed", places, text.languages)
    return taken(text, "adopted", said, draft=draft)


@command()
@of_a_text
@option("--on", type=DayType(), help="The day [default: the project's day].")
@reason_option
def withdraw(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    on: date | None,
    reasons: tuple[str, ...],
) -> int:
    """Give a draft up, and say why."""
    text = named_text_of(root, standard, revision, today)
    said = {
        "on": text.day(on),
        "reason": in_every_language("--reason", reasons, text.languages),
    }
    return taken(text, "withdrawn", said, draft=draft)
