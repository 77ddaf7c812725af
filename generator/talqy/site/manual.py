"""The manual: what lies in `docs/manual/<language>/` of a project is part of its site.

The pages of a language stand below that language; those in a language that the site does not speak
below each of its own, so that the frame speaks the reader's (docs/decisions/0080).
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from markupsafe import escape

from talqy.language.forge_links import file_page
from talqy.model import addresses, paths
from talqy.model.litter import is_litter
from talqy.model.project import Forge

_LINK = re.compile(
    r"^```.*?^```|`[^`\n]*`"  # no links stand in code
    r"|(!?\[[^\]\n]*\])\((\.\./[^)\s]*?)(#[^)\s]*)?\)",
    re.DOTALL | re.MULTILINE,
)
_INDEX = "index.md"


def has_manual(root: Path, language: str) -> bool:
    """Return whether a project has a manual in a language."""
    return (root / paths.MANUAL / language / _INDEX).is_file()


def manual_files(root: Path, languages: Collection[str]) -> Iterator[tuple[str, Path]]:
    """Yield pages and pictures: where each stands among the pages of a site, and the file."""
    for folder in sorted((root / paths.MANUAL).glob("*/")):
        for file in sorted(folder.rglob("*.*")):
            inner = file.relative_to(folder)
            if file.is_file() and not any(map(is_litter, inner.parts)):
                for language in _where(folder.name, languages):
                    place = ManualPlace(language, folder.name, inner.as_posix())
                    yield place.uri, file


def _where(spoken: str, languages: Collection[str]) -> Collection[str]:
    return (spoken,) if spoken in languages else sorted(languages)


@dataclass(frozen=True, slots=True)
class ManualPlace:
    """Where a file of the manual stands: under which language of the site, and what it speaks."""

    language: str
    spoken: str
    inner: str

    @classmethod
    def of(cls, uri: str) -> Self | None:
        """Read the place of a page; None where it is none of the manual."""
        language, _, inner = uri.partition(f"/{addresses.MANUAL}")
        if not inner or "/" in language:
            return None
        folder, _, name = inner.partition("/")
        return cls(language, folder, name) if name else cls(language, language, inner)

    @property
    def uri(self) -> str:
        """The path among the pages of the site."""
        below = "" if self.spoken == self.language else f"{self.spoken}/"
        return f"{self.language}/{addresses.MANUAL}{below}{self.inner}"

    def linked(self, markdown: str, root: Path, languages: Collection[str], forge: Forge) -> str:
        """Return a page whose links lead on from where it stands.

        To other languages they lead on the site; to other files of the project, at its forge. Where
        it has none, or there is no such file, the words stay.
        """
        here = posixpath.join(paths.MANUAL, self.spoken)

        def one(link: re.Match[str]) -> str:
            if not link[1]:
                return link[0]
            words, anchor = link[1], link[3] or ""
            path = posixpath.normpath(posixpath.join(here, link[2]))
            if path.startswith(f"{paths.MANUAL}/"):
                return f"{words}({self._way_to(path, languages)}{anchor})"
            is_there = not path.startswith("..") and (root / path).is_file()
            page, said = file_page(forge, path) if is_there else "", words.strip("![]")
            return f'<a href="{escape(page + anchor)}" rel="external">{said}</a>' if page else said

        return _LINK.sub(one, markdown)

    def spoken_in(self, html: str) -> str:
        """Return a page with its language; what stands in code is of several, and says of none.

        Its pictures are asked for when somebody comes near them.
        """
        said = html.replace("<pre><code", '<pre lang=""><code')
        said = said.replace("<img ", '<img loading="lazy" ')
        return said if self.spoken == self.language else f'<div lang="{self.spoken}">{said}</div>'

    def _way_to(self, path: str, languages: Collection[str]) -> str:
        """Return the way to another file of the manual, from where this one stands."""
        spoken, _, inner = path.removeprefix(f"{paths.MANUAL}/").partition("/")
        language = spoken if spoken in languages else self.language
        other = ManualPlace(language, spoken, inner)
        return posixpath.relpath(other.uri, posixpath.dirname(self.uri))

    def trail(self, here: addresses.PagePath, title: str) -> Sequence[tuple[str, str]]:
        """Return the way to a page: through the first one of the manual, in the same language."""
        first = ManualPlace(self.language, self.spoken, "").uri.partition("/")[2]
        return () if self.inner == _INDEX else ((title, here.to(first)),)
