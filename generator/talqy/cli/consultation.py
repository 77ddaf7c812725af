"""`talqy consultation`: when a discussion opens, where it was posted, until when, its report."""

from datetime import date
from pathlib import Path

from talqy.cli.codes import CodeType
from talqy.cli.running import DayType, argument, group, option
from talqy.cli.speech import WrongUseError, tell
from talqy.cli.step import named_text_of, of_a_text, reason_option, taken
from talqy.cli.texts import by_language, in_every_language
from talqy.law.opening import counted_from
from talqy.model.revision import PostingChannel
from talqy.project.shipped import shipped_codes


@group
def consultation() -> None:
    """Open, post, extend and end the discussion of a text."""


@consultation.command("open")
@of_a_text
@option("--opens", type=DayType(), required=True, help="The first day of the discussion.")
@option(
    "--closes",
    type=DayType(),
    help="The last day [default: the first on which the lawful period is over].",
)
@option(
    "--act",
    type=CodeType("act", shipped_codes().codes("act")),
    help="What the draft is to become, where the period depends on it.",
)
def open_(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    opens: date,
    closes: date | None,
    act: str | None,
) -> int:
    """Say when the discussion of a text opens and closes.

    STANDARD is the id of the standard, rN the text. Until it opens the days can be said anew.
    """
    text = named_text_of(root, standard, revision, today)
    counted = counted_from(text.steps.register, text.steps.revision.consultation, opens, act)
    if closes is None and counted is None:
        raise WrongUseError("no rules say how long it must last: name --closes")
    last = counted.last if counted else None
    end = closes or last or opens
    days = {"opens": opens.isoformat(), "closes": end.isoformat()}
    said = {**({"act": act} if act else {}), **days}
    status = taken(text, "consultation", said, draft=draft)
    if status == 0 and last:
        tell(
            "the discussion runs from {opens} to {closes}; posted on the day it opens, the lawful "
            "period is over on {last}",
            opens=opens,
            closes=end,
            last=last,
        )
    return status


@consultation.command()
@of_a_text
@argument("channel", type=CodeType("posting-channel", PostingChannel))
@option("--on", type=DayType(), help="The day of the posting [default: the project's day].")
@option("--url", help="Where it stands; not for print.")
@option(
    "--reference",
    "references",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="The issue of the printed edition; once for each language.",
)
def post(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    channel: str,
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    on: date | None,
    url: str | None,
    references: tuple[str, ...],
) -> int:
    """Say where and when a draft was posted."""
    text = named_text_of(root, standard, revision, today)
    said = by_language("--reference", references, text.languages)
    if bool(url) == bool(said):
        raise WrongUseError("name the address with --url, or the printed issue with --reference")
    where = {"url": url} if url else {"reference": said}
    return taken(text, "posted", {"channel": channel, "on": text.day(on), **where}, draft=draft)


@consultation.command()
@of_a_text
@option("--closes", type=DayType(), required=True, help="The new last day.")
@option("--on", type=DayType(), help="The day of the announcement [default: the project's day].")
@reason_option
def extend(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    closes: date,
    on: date | None,
    reasons: tuple[str, ...],
) -> int:
    """Let an open discussion last longer, and say why."""
    text = named_text_of(root, standard, revision, today)
    said = {
        "on": text.day(on),
        "closes": closes.isoformat(),
        "reason": in_every_language("--reason", reasons, text.languages),
    }
    return taken(text, "extended", said, draft=draft)


@consultation.command()
@of_a_text
@option("--on", type=DayType(), help="The day of the report [default: the project's day].")
@option(
    "--signed-by",
    "signers",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="The office that signs it; once for each language.",
)
def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str,
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    on: date | None,
    signers: tuple[str, ...],
) -> int:
    """Publish the report: its day, and the office that signs it.

    What it says, “talqy report” shows before.
    """
    text = named_text_of(root, standard, revision, today)
    said = {
        "on": text.day(on),
        "signed_by": in_every_language("--signed-by", signers, text.languages),
    }
    return taken(text, "report", said, draft=draft)
