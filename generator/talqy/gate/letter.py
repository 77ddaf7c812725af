"""The verdict as a letter to the author of a comment: what is wrong, and how to mend it.

It is the body of a comment on a forge, in Markdown. Rule: whatever a file says goes through
`escaped` and stands behind words of ours, so that it is no markup, no mention and no command.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from talqy.diff.markdown import LONGEST, escaped, fitted
from talqy.gate.verdict import PERSONAL, Profile, Verdict, VerdictOutcome
from talqy.model.problem import Level, Problem

Translate = Callable[[str], str]

# What a further commit would not take away: the gate looks at each of them.
_OF_COMMITS = frozenset({"G03", "G06", "G07", "G26"})
_CUT = "&#8203;"
_COMMAND = re.compile(r"(?<=:):|(?<=%)(?=[0-9A-Fa-f]{2})")


def letter(verdict: Verdict, words: Mapping[str, Translate], longest: int = LONGEST) -> str:
    """Print the letter in the languages of `words`, one after the other."""
    room = longest // max(len(words), 1)
    letters = (_letter(verdict, translate, room - 2) for translate in words.values())
    return "\n\n".join(letters) + "\n"


def _letter(verdict: Verdict, translate: Translate, room: int) -> str:
    head = "\n\n".join((f"## {translate('Check of your comment')}", _outcome(verdict, translate)))
    last = _last(verdict, translate)
    left_out = translate("Left out for its length, findings: {n}.")
    parts = list(_parts(verdict, translate))
    body = fitted(parts, room - len(head) - len(last) - 4, left_out, "\n")
    return "\n\n".join(filter(None, (head, body.strip(), last)))


def _outcome(verdict: Verdict, translate: Translate) -> str:
    if verdict.outcome is VerdictOutcome.FAILS:
        return translate("Something must be mended before your comment can be published.")
    if verdict.outcome is VerdictOutcome.PERSON:
        return translate(
            "A person must look at something before your comment is published. You need do "
            "nothing; you may mend what is said below."
        )
    return translate("Thank you. Nothing keeps your comment from being published.")


def _last(verdict: Verdict, translate: Translate) -> str:
    codes = {problem.code for problem in verdict.problems}
    if codes & PERSONAL:
        return translate(
            "Take personal data out in a new branch, as one commit, and delete this one: what was "
            "committed once stays readable. If that is difficult, you can send your comment by "
            "e-mail: the page “How to comment” says how."
        )
    if verdict.outcome is not VerdictOutcome.FAILS:
        return ""
    if {problem.code for problem in verdict.of(Level.ERROR)} & _OF_COMMITS:
        return translate(
            "Make a new branch from the main one, with your file as one commit; the check then "
            "runs again. If that is difficult, you can send your comment by e-mail: the page “How "
            "to comment” says how."
        )
    return translate(
        "Mend the file in the same branch; the check then runs again. If that is difficult, you "
        "can send your comment by e-mail: the page “How to comment” says how."
    )


def _parts(verdict: Verdict, translate: Translate) -> Iterator[str]:
    for found, title in (
        (verdict.of(Level.ERROR), translate("To be mended")),
        (verdict.of(Level.PERSON), translate("A person looks at this")),
        (verdict.of(Level.WARNING), translate("Could be better")),
        (verdict.standing, translate("Was wrong before, and does not count here")),
    ):
        items = [_item(verdict, problem, translate) for problem in found]
        if items:
            items[0] = f"\n### {title}\n\n{items[0]}"
        yield from items


def _item(verdict: Verdict, problem: Problem, translate: Translate) -> str:
    where = _place(verdict, problem, translate)
    advice = f" → {_tame(problem.advised(translate))}" if problem.kind.hint else ""
    return f"- {where}{_tame(problem.said(translate))}{advice} ({problem.code})"


def _place(verdict: Verdict, problem: Problem, translate: Translate) -> str:
    """Name the file where it is not plain which one is meant, the field, and the line."""
    is_plain = verdict.profile is Profile.SINGLE and (problem.file,) == verdict.files
    parts = [] if is_plain or not problem.file else [_tame(problem.file)]
    parts += [f"**{_tame(problem.field)}**"] if problem.field else []
    parts += [translate("line {line}").replace("{line}", str(problem.line))] if problem.line else []
    return f"{', '.join(parts)}: " if parts else ""


def _tame(text: str) -> str:
    """Escape a text, and cut what a program that echoes it could take for a command."""
    return _COMMAND.sub(lambda found: f"{_CUT}{found[0]}", escaped(text))
