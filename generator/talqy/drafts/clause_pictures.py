"""The pictures of clauses in a copy for Word: each a line, with words for who cannot see it.

A form that is a file of its own lies beside the text, which says so.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from talqy.compare.marks import Mark
from talqy.drafts.paired_clauses import PairedClause
from talqy.language.locale import Locale
from talqy.model.facts import AttachedFile
from talqy.model.revision import Clause
from talqy.office.marked_text import MarkedLine, MarkedPicture
from talqy.office.word_pictures import WordPicture, word_picture

_MOST_BYTES = 20 << 20  # of all pictures of a copy: mail takes no more


class CopyPictures:
    """The pictures that a copy may show, by the digests of their files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    @cached_property
    def _shown(self) -> Mapping[str, WordPicture]:
        left, shown = _MOST_BYTES, {}
        for digest, data in self._files.items():
            left -= len(data)
            if left >= 0 and (picture := word_picture(data)):
                shown[digest] = picture
        return shown

    @property
    def parts(self) -> tuple[WordPicture, ...]:
        """All pictures, in the order of their numbers."""
        return tuple(self._shown.values())

    def lines(self, pair: PairedClause, locale: Locale, style: str) -> Iterator[MarkedLine]:
        """Yield a line for each picture of a clause in a language, also one that is gone."""
        numbers = {digest: at for at, digest in enumerate(self._shown)}
        before, after = (self._of(one, locale.code) for one in pair.sides)
        for digest, one in (before | after).items():
            mark = Mark.KEPT if digest in after else Mark.REMOVED
            mark = mark if digest in before else Mark.ADDED
            words = str(locale.plain(one.words))
            shown = MarkedPicture(mark, numbers[digest], self._shown[digest], words)
            yield MarkedLine(style, language=locale.code, pictures=(shown,))

    def _of(self, clause: Clause | None, language: str) -> dict[str, AttachedFile]:
        return {
            str(one.digest): one
            for one in (clause.facts.files if clause else ())
            if one.digest in self._shown and one.language in {None, language}
        }


NO_PICTURES = CopyPictures({})
