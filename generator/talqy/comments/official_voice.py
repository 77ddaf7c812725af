"""Check 22, of the words: whether a text speaks as the authority does.

Whoever reads «Министерство юстиции отвечает: …» below a draft takes it for the answer. What people
say of an authority («министерство отвечает за срок») is none: what counts is the answer's own form.
Some sayings are an authority's wherever they stand; others («проект отозван») are said by people,
too, and count only where nobody asks, doubts or speaks of himself beside them.
"""

import re
from collections.abc import Iterator

from talqy.comments import answer_signs, closing_signs, kinds, notice_signs, voice_signs
from talqy.comments.names import looks, mixed_scripts
from talqy.comments.patterns import bounded, late, without_own_letters
from talqy.model.comment import AuthorKind
from talqy.model.problem import Path, Problem

_TABLES = (voice_signs, answer_signs, notice_signs, closing_signs)
_ALWAYS = tuple(sign for table in _TABLES for sign in table.ALWAYS)
_ALONE = tuple(sign for table in _TABLES for sign in table.ALONE)
_SPACES = late(r"[^\S\n]+")
# A sign begins at a line end and passes over spaces: a thousand empty lines would be tried a
# thousand times each.
_EMPTY_LINES = late(r"\n[ \n]*\n")
_EMPHASIS = late(r"[*_`~]+|^[ \t]{0,3}[>#]+[ \t]?", re.MULTILINE)
_WORD = late(r"[^\W\d_]{2,80}")
# «О т в е т»: single letters, one sign apart.
_SPREAD = late(r"(?<!\w)(?:[^\W\d_][ .·-]){4,40}[^\W\d_](?!\w)")
_QUOTED = late(r"«[^«»\n]{1,300}»|“[^“”\n]{1,300}”|\"[^\"\n]{1,300}\"")
# «Пусть приходит СМС «Ваша заявка зарегистрирована»»: words that somebody wishes to be told.
_WISHED = late(
    rf"\b(?:пусть|чтобы|(?:прошу|просим) (?:присылать|показывать|выводить)|должн\w+|приш\w+"
    rf"|прих\w+|получил\w*)\b[^.!?\n«\"“]{{0,60}}"
    rf"(?:{_QUOTED.pattern})"
    rf"|(?:{_QUOTED.pattern}) деген (?:[\w-]+ )?(?:смс|sms|хабарлама|хат|жазу|жауап)",
    re.IGNORECASE,
)
_MOST_SIGNED = 200  # letters at the end in which a signature stands


def speaks_officially(text: str) -> bool:
    """Return whether a text has the form of what an authority tells or decides."""
    said = _as_read(text)
    if any(sign.search(said) for sign in _ALWAYS):
        return True
    if _is_signed(said):
        return True
    return not voice_signs.OF_PEOPLE.search(said) and any(sign.search(said) for sign in _ALONE)


def official_voice(path: str, where: Path, text: str, kind: AuthorKind | None) -> Iterator[Problem]:
    """Look whether a comment speaks as the authority; a state body may, and is asked for itself."""
    if kind is not AuthorKind.STATE_BODY and speaks_officially(text):
        yield kinds.OFFICIAL_VOICE.at(path, where)


def _is_signed(said: str) -> bool:
    end = said[-_MOST_SIGNED:]
    if answer_signs.SIGNATURE.search(end):
        return True
    return bool(answer_signs.UNIT_SIGNATURE.search(end) and answer_signs.VERDICT.search(said))


def _as_read(text: str) -> str:
    """Return a text as people read it: no emphasis, no gaps in words, letters as they look.

    What is quoted among more words of one's own is somebody else's.
    """
    said = _EMPHASIS.sub("", bounded(text))
    said = _SPREAD.sub(lambda found: re.sub(r"[ .·-]", "", found[0]), said)
    said = _WORD.sub(lambda found: _in_one_script(found[0]), said)
    said = _WISHED.sub(lambda found: _QUOTED.sub("«»", found[0]), said)
    own = _QUOTED.sub("«»", said)
    is_told = len(own) * 2 > len(said)
    plain = _SPACES.sub(" ", without_own_letters(own if is_told else said))
    return _EMPTY_LINES.sub("\n", plain).strip()


def _in_one_script(word: str) -> str:
    return looks(word) if mixed_scripts(word) else word
