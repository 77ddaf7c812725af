"""What the gate says of a pull request, and the words in which it says it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from talqy.gate.judging import judge
from talqy.gate.verdict import Profile, Verdict
from talqy.language.base_words import words_of
from talqy.language.catalogue import problem_words


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate says of a pull request, and how it is said: messages by language."""

    verdict: Verdict
    words: Mapping[str, Callable[[str], str]]


def judged(
    root: Path, span: str, profile: Profile, today: date | None, language: str | None
) -> Judged:
    """Judge a pull request `BASE..HEAD`; say it in `language` too, beside those of its authors."""
    request, verdict = judge(root, span, profile, today)
    spoken = dict.fromkeys((*verdict.languages, language or "en"))
    with words_of(request.messages()) as folder:
        return Judged(verdict, {name: problem_words(folder, name) for name in spoken})
