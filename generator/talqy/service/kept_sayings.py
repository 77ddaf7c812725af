"""What public comments say, kept by the ids of their files in git: each is read once.

A commit more brings a few files, and these alone are read and put beside the others. What is gone
is let go of once it is as much as what is there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from talqy.comments.earlier import words_in
from talqy.comments.said_before import SaidBefore
from talqy.project.git import REGULAR, TreeFile

Bytes = Callable[[Iterable[TreeFile]], Mapping[str, bytes | None]]
"""Reads files; their bytes by path."""
_FEW_GONE = 1_000


@dataclass(frozen=True, slots=True)
class SaidInCommit:
    """What is said in one commit on one text: `names` are its comments by the ids of their files.

    `places` says where each comment stands among the others.
    """

    kept: SaidBefore
    names: Mapping[str, Sequence[str]]
    places: Mapping[str, int]

    def alike(self, said: str) -> list[str]:
        """Return the ids of the comments that say the same, or nearly, in the order of receipt."""
        found = (name for file in self.kept.alike(said) for name in self.names.get(file, ()))
        return sorted(found, key=self.places.__getitem__)


@dataclass(slots=True)
class KeptSayings:
    """What was said on the texts of one project, through its commits."""

    _texts: dict[tuple[str, int], SaidBefore] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def gathered(
        self,
        text: tuple[str, int],
        wanted: Mapping[str, str],
        tree: Mapping[str, TreeFile],
        read: Bytes,
    ) -> SaidInCommit:
        """Return what is said on one text in the commit of a tree: by ids, by paths of files."""
        names = dict[str, list[str]]()
        files = dict[str, TreeFile]()
        for path, comment in wanted.items():
            file = tree[path]
            if file.mode in REGULAR:
                names.setdefault(file.object_id, []).append(comment)
                files[file.object_id] = file
        if not names:  # whoever names texts that are none must not fill the memory
            return SaidInCommit(SaidBefore(), names, {})
        with self._lock:
            kept = self._kept(text, names)
            new = [file for name, file in files.items() if name not in kept]
            found = read(new) if new else {}
            for file in new:
                kept.add(file.object_id, words_in(found[file.path]))
        return SaidInCommit(kept, names, {name: at for at, name in enumerate(wanted.values())})

    def kept_on(self, standard: str, revision: int) -> SaidBefore:
        """Return all that is kept of what was said on a text."""
        return self._texts.get((standard, revision), SaidBefore())

    def _kept(self, text: tuple[str, int], names: Mapping[str, object]) -> SaidBefore:
        kept = self._texts.setdefault(text, SaidBefore())
        if len(kept) > 2 * len(names) + _FEW_GONE:
            there = {name: kept.said(name) for name in names if name in kept}
            kept = self._texts[text] = SaidBefore(there)
        return kept
