"""The plan for a redaction: a name or words taken out of a comment, and a mark that says so.

The mark keeps the digest of the file as it came, so that its author can still prove authorship; a
second redaction keeps the first digest. Everything else stays to the byte.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date

from talqy.comments.doors import Door
from talqy.comments.official import judge_said
from talqy.errors import TalqyError
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.write import Replace
from talqy.project.yaml_edit import edited

GAP = "[…]"
FILES = "attachments"
"""Where the names of files stand, from which words may be taken out as well."""
REDACTED_TEXTS = ("quote", "text", "proposal")
"""Where words may be taken out, and the sign that stands in their place."""


class NothingToTakeOutError(TalqyError):
    """What is to be taken out does not stand in the comment."""


def redaction_plan(  # noqa: PLR0913 - what is taken out, why, and when
    record: Record,
    comment: Comment,
    file: str,
    *,
    words: Sequence[str],
    name: bool,
    reason: Mapping[str, str],
    on: date,
) -> Replace:
    """Plan the new file of a comment; `file` is the text of the old one."""
    mark = redaction_mark(on, reason, record.digest_of(comment))
    return Replace(comment.path.file, redacted_text(comment, file, words, mark, name=name))


def redaction_faults(
    register: Register, comment: Comment, reason: Mapping[str, str]
) -> list[Problem]:
    """Judge the reason of a redaction, which is published with the comment."""
    about, said = (comment.standard, comment.revision), {"redacted": {"reason": dict(reason)}}
    return judge_said(register, about, comment.path.file, said, Door.ANSWER)


def redaction_mark(on: date, reason: Mapping[str, str], original: str) -> Mapping[str, object]:
    """Return what is said of a redaction; `original` is the digest of the file as it came."""
    return {"on": on.isoformat(), "reason": dict(reason), "original": original}


def redacted_text(
    comment: Comment, file: str, words: Sequence[str], mark: Mapping[str, object], *, name: bool
) -> str:
    """Return the file of a comment without some words, or its author's name, and with a mark."""
    changed = _without(comment, words)
    for key in REDACTED_TEXTS:
        if key in changed:
            file = edited(file, (key,), changed[key])
    if changed.keys() - set(REDACTED_TEXTS):
        files = [
            {"name": changed.get(f"{FILES} {at}", one.name), "digest": one.digest}
            for at, one in enumerate(comment.attachments)
        ]
        file = edited(file, (FILES,), files)
    if name:
        file = edited(file, ("author",), _nameless(comment))
    return edited(file, ("redacted",), mark)


def _without(comment: Comment, words: Sequence[str]) -> Mapping[str, str]:
    """Return the texts that change, by key; longer words go first, they may hold the shorter."""
    texts = {key: text for key in REDACTED_TEXTS if (text := getattr(comment, key))}
    texts |= {f"{FILES} {at}": one.name for at, one in enumerate(comment.attachments)}
    wanted = [unicodedata.normalize("NFC", piece) for piece in words]
    lacking = [piece for piece in wanted if not piece.strip() or not _stands_in(piece, texts)]
    if lacking:
        raise NothingToTakeOutError(
            "“{words}” does not stand in the comment {comment}: write the words as they stand "
            "there, to the letter; nothing was written",
            words=lacking[0],
            comment=comment.id,
        )
    changed = dict(texts)
    for piece in sorted(wanted, key=len, reverse=True):
        changed = {key: text.replace(piece, GAP) for key, text in changed.items()}
    return {key: text for key, text in changed.items() if text != texts[key]}


def _stands_in(said: str, texts: Mapping[str, str]) -> bool:
    return any(said in text for text in texts.values())


def _nameless(comment: Comment) -> Mapping[str, object]:
    if comment.author.name is None:
        raise NothingToTakeOutError(
            "the comment {comment} has no name of an author; nothing was written",
            comment=comment.id,
        )
    foreign = {"foreign": True} if comment.author.foreign else {}
    return {"kind": str(comment.author.kind), **foreign}
