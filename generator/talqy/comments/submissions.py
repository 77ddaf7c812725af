"""What somebody said somewhere, weighed: a comment of the model, or the reasons why it is none.

Pure: a submission and the reception that takes it in decide, and nothing else. The author's words
are put into one Unicode form (NFC), without spaces around them; else they stay to the sign.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from talqy.comments import reasons
from talqy.comments.clause_names import clause_named
from talqy.comments.days import day_of
from talqy.comments.ids import derived_id
from talqy.comments.neighbours import look_around
from talqy.comments.personal import Personal, traces
from talqy.comments.reasons import at
from talqy.comments.reception import Reception
from talqy.comments.spoken_words import code_of, is_yes, language_of, language_told
from talqy.model.comment import Comment
from talqy.model.problem import Problem, Severity
from talqy.office.grids import Place
from talqy.project.faults import Fault
from talqy.project.validate import shaped

CONSENT = "1"
_WORDS = ("quote", "text", "proposal")
# The number of an organisation is public.
_PUBLIC = frozenset({Personal.BIN})
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Fields that are read before the model sees them: what is wrong with them is told once.
_READ = frozenset({"clause", "language", "received"})
_SOUND = {"kind": "change", "channel": "web", "author": {"kind": "individual"}, "text": "…"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Something that may become a comment: texts by field, as they were read, and their places.

    `source` is the kind of file, `origin` what tells it from another of the same words (the number
    of a message, of a letter); `notes` are what the reader of the file has to say.
    """

    place: Place
    said: Mapping[str, str]
    places: Mapping[str, Place] = field(default_factory=dict)
    source: str = "table"
    origin: str = ""
    notes: tuple[Problem, ...] = ()

    def place_of(self, name: str) -> Place:
        """Return where a field was read."""
        return self.places.get(name, self.place)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A comment, or None; problems that are no errors are worth a look."""

    comment: Comment | None
    problems: tuple[Problem, ...]


def weighed(
    submission: Submission, reception: Reception, *, name: str = "", turn: int = 0
) -> Weighed:
    """Make a comment of a submission; without a `name` its id is made from what it says.

    `turn` counts those before it in its file that say the same.
    """
    said = {key: text for key, text in reception.unsaid.items() if text}
    said |= {key: text for key, text in submission.said.items() if text or key == "consent"}
    problems = [*submission.notes, *_dangerous(submission, said, reception.public)]
    tree = _tree(submission, reception, said, problems)
    tree["id"] = name or derived_id(_parts(submission, tree, turn))
    comment, faults = shaped(Comment, tree, submission.place.file)
    unread = {str(step) for problem in problems for step in problem.path} & _READ
    unread |= set() if said.get("text") else {"text"}  # its reader has said why
    problems += [_placed(fault, submission) for fault in faults if _field(fault) not in unread]
    # What is wrong with its place is told together with what is wrong with its form.
    probe = comment or shaped(Comment, {**tree, **_SOUND}, "")[0]
    if probe and not unread & {"clause", "received"}:
        problems += look_around(probe, reception, submission.place_of)
    is_sound = not any(problem.severity is Severity.ERROR for problem in problems)
    return Weighed(comment if is_sound else None, tuple(problems))


def words_of(submission: Submission) -> tuple[tuple[str, str], ...]:
    """Return what makes two submissions of one file the same."""
    said = {**submission.said, "origin": submission.origin}
    return tuple(sorted((key, text) for key, text in said.items() if text))


def _tree(
    submission: Submission, reception: Reception, said: Mapping[str, str], problems: list[Problem]
) -> dict[str, Any]:
    """Put what was said into the form of a comment's file; what cannot be read is a problem."""
    codes, project = reception.register.codes, reception.register.project
    words = {key: _tidy(said[key]) for key in _WORDS if key in said}
    target, unclear = clause_named(
        said.get("clause", ""), reception.revision, submission.place_of("clause")
    )
    problems += [replace(problem, path=("clause",)) for problem in unclear]
    asked = {"kind": _kind(words), "author": "individual", "channel": "web", **said}
    tree: dict[str, Any] = {
        "schema": "1",
        "standard": reception.record.id,
        "revision": reception.revision.revision,
        "clause": target or "whole",
        "language": _language(submission, said, project.languages, problems),
        "kind": code_of("comment-kind", asked["kind"], codes),
        "received": _day(submission, said, project.timezone, problems),
        "channel": code_of("comment-channel", asked["channel"], codes),
        "author": _author(submission, asked, reception, problems),
        **words,
        "consent": _consent(submission, said, problems),
    }
    if "in_reply_to" in said:
        tree["in_reply_to"] = said["in_reply_to"].strip()
    return tree


def _tidy(text: str) -> str:
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return lines.strip()


def _kind(words: Mapping[str, str]) -> str:
    """Return what is probably wanted: a remark and a proposal both ask for a change."""
    is_question = words.get("text", "").endswith("?") and not words.get("proposal")
    return "question" if is_question else "change"


def _author(
    submission: Submission, said: Mapping[str, str], reception: Reception, problems: list[Problem]
) -> dict[str, Any]:
    author: dict[str, Any] = {
        "kind": code_of("author-kind", said["author"], reception.register.codes)
    }
    is_foreign = is_yes(said.get("foreign", ""))
    if is_foreign is None:
        problems.append(_unknown(submission, "foreign", said["foreign"], "true, false"))
    if is_foreign:
        author["foreign"] = True
    if name := _tidy(" ".join(said.get("name", "").split())):
        author["name"] = name
    return author


def _language(
    submission: Submission,
    said: Mapping[str, str],
    languages: tuple[str, ...],
    problems: list[Problem],
) -> str:
    language = language_of(said.get("language", "")) or language_told(
        said.get("text", ""), languages
    )
    if not language and said.get("text"):
        problems.append(_at(submission, reasons.LANGUAGE_UNKNOWN, "language"))
    return language or languages[0]


def _day(
    submission: Submission, said: Mapping[str, str], timezone: str, problems: list[Problem]
) -> str:
    written = said.get("received", "")
    if not written:
        problems.append(_at(submission, reasons.NO_DAY, "received"))
        return "2000-01-01"
    day = day_of(written, timezone)
    if day is None:
        problems.append(_at(submission, reasons.DAY_UNCLEAR, "received", value=written))
    return day.isoformat() if day else "2000-01-01"


def _consent(submission: Submission, said: Mapping[str, str], problems: list[Problem]) -> str:
    """Return the consent: who sends a comment agrees, but a form that asks must say yes."""
    if not is_yes(said.get("consent", "true")):
        problems.append(_at(submission, reasons.NO_CONSENT, "consent"))
    return CONSENT


def _dangerous(
    submission: Submission, said: Mapping[str, str], public: frozenset[str]
) -> Iterator[Problem]:
    """Find what must not be published: personal data, and signs that turn the order of letters."""
    for name in (*_WORDS, "name"):
        text = said.get(name, "")
        found = {trace.kind for trace in traces(text) if trace.key not in public}
        for kind in sorted(found - _PUBLIC):
            yield _at(submission, reasons.PERSONAL, name, reason=reasons.PERSONAL_KINDS[kind])
        if _TURNING.search(text):
            yield _at(submission, reasons.TURNING, name)


def _unknown(submission: Submission, name: str, value: str, known: str) -> Problem:
    return _at(submission, reasons.WORD_UNKNOWN, name, value=value, known=known)


def _at(submission: Submission, fault: Fault, name: str, **values: object) -> Problem:
    return replace(at(fault, submission.place_of(name), **values), path=(name,))


def _parts(submission: Submission, tree: Mapping[str, Any], turn: int) -> Iterator[str]:
    """Yield what the id of an import is made of; the same again in one file has its own turn."""
    yield from (submission.source, submission.origin, str(turn or ""))
    for key in ("standard", "revision", "clause", "received", "kind", *_WORDS):
        yield str(tree.get(key, ""))
    yield tree["author"].get("name", "")


def _field(problem: Problem) -> str:
    """Return the field that a fault of the model speaks of; an author has two."""
    steps = [str(step) for step in problem.path] or [str(problem.values.get("key", ""))]
    return "name" if steps[-1] == "name" else steps[0]


def _placed(problem: Problem, submission: Submission) -> Problem:
    place = submission.place_of(_field(problem))
    return replace(problem, file=place.file, line=place.line, column=place.column)
