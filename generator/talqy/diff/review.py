"""What a pull request does to texts of standards: as Markdown, for a terminal, and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talqy.compare.comparison import Comparison
from talqy.diff.data import Tree, tree
from talqy.diff.markdown import LONGEST, blocks, escaped, fitted, rest
from talqy.diff.terminal import Screen, shown, terminal
from talqy.diff.view import diff_view
from talqy.language.edition import Edition
from talqy.model.problem import Level, Problem

_PROBLEMS_SHARE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedDraft:
    """One changed text; `compared` is None where it cannot be used, or nothing came before it."""

    path: str
    compared: Comparison | None
    is_removed: bool
    is_usable: bool


def review_markdown(
    editions: Sequence[Edition],
    drafts: Sequence[ReviewedDraft],
    problems: Sequence[Problem],
    command: str,
    longest: int = LONGEST,
) -> str:
    """Print the body of a comment on a forge, in one language after the other."""
    room = longest // len(editions)
    sections = (
        _section(edition, drafts, problems, f"{command} --language {edition.code}", room - 2)
        for edition in editions
    )
    return "\n\n".join(sections) + "\n"


def _section(
    edition: Edition,
    drafts: Sequence[ReviewedDraft],
    problems: Sequence[Problem],
    command: str,
    room: int,
) -> str:
    words, more = edition.locale.words, rest(edition, command)
    head = f"## {words('Changed texts of standards')} ({edition.locale.name})"
    if not drafts:
        return f"{head}\n\n{words('No text of a standard is changed here.')}"
    share = room // _PROBLEMS_SHARE
    findings = _findings(edition, problems), fitted(_problems(edition, problems), share, more, "\n")
    room -= len(head) + sum(map(len, findings)) + 6
    parts = [part for draft in drafts for part in _parts(edition, draft)]
    return "\n\n".join(filter(None, (head, fitted(parts, room, more), *findings)))


def _parts(edition: Edition, draft: ReviewedDraft) -> Iterator[str]:
    if draft.compared is None:
        yield f"### {escaped(draft.path)}\n\n{_note(edition, draft)}"
    else:
        yield from blocks(diff_view(edition, draft.compared), 3, draft.path)


def _findings(edition: Edition, problems: Sequence[Problem]) -> str:
    """Say how many problems there are."""
    say = edition.locale.catalogue.problem
    errors = sum(problem.level is Level.ERROR for problem in problems)
    counted = say("errors: {errors}, warnings: {warnings}").format(
        errors=errors, warnings=len(problems) - errors
    )
    return f"### {edition.locale.words('Findings of the check')}\n\n{counted}"


def _problems(edition: Edition, problems: Sequence[Problem]) -> list[str]:
    """Print each problem as an item of a list: its place, what is wrong, and how to mend it."""
    say, items = edition.locale.catalogue.problem, []
    for problem in problems:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        named = f"**{say(str(problem.level))} {problem.code}** {escaped(where)}"
        advice = f" → {escaped(problem.advised(say))}" if problem.kind.hint else ""
        items.append(f"- {named}: {escaped(problem.said(say))}{advice}")
    return items


def _note(edition: Edition, draft: ReviewedDraft) -> str:
    words = edition.locale.words
    if draft.is_removed:
        return words("This file is removed.")
    if not draft.is_usable:
        return words("This file cannot be used; the findings say why.")
    return words("A first text; there is none before it to compare it with.")


def review_terminal(
    edition: Edition, drafts: Sequence[ReviewedDraft], screen: Screen
) -> Iterator[str]:
    """Print the changed texts in one language."""
    if not drafts:
        yield edition.locale.words("No text of a standard is changed here.") + "\n"
    for draft in drafts:
        yield "\n".join(shown(screen, 0, [(draft.path, "strong")])) + "\n"
        if draft.compared is None:
            yield _note(edition, draft) + "\n"
        else:
            yield terminal(diff_view(edition, draft.compared), screen)


def review_tree(editions: Sequence[Edition], drafts: Sequence[ReviewedDraft]) -> list[Tree]:
    """Return the changed texts as plain trees."""
    return [
        {
            "path": draft.path,
            "is_removed": draft.is_removed,
            "is_usable": draft.is_usable,
            "comparison": tree(editions, draft.compared) if draft.compared else None,
        }
        for draft in drafts
    ]
