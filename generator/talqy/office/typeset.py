"""The door to Typst: a document of blocks as a PDF that lasts, in a layout of the ministry.

Words come as data and are never read as markup. Letters are those that come with Typst, and those
that lie beside the layouts: the machine's own are not used. What is made depends on no clock.
"""

import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from talqy.errors import TalqyError, TemplateError
from talqy.office.file_properties import AboutFile

STANDARDS: Sequence[Literal["a-2a", "ua-1"]] = ("a-2a", "ua-1")
"""What each file conforms to by Typst's own check: PDF/A-2a, which lasts, and PDF/UA-1."""
_BESIDE = frozenset({".typ", ".svg", ".png", ".jpg", ".jpeg"})
"""What a layout may need beside it."""
_FONTS = frozenset({".ttf", ".otf", ".ttc"})
_PACKAGE = re.compile(r'"@[\w-]+/')
_NO_LETTER = re.compile(r'the text `"(?P<text>(?:[^"\\]|\\.)*)"` could not be displayed')
_NO_SIGN = re.compile(r'codepoint `"\\u\{(?P<code>[0-9a-f]+)\}"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_MOST_ROUNDS = 4


class TypesetterMissingError(TalqyError):
    """A PDF is asked for, and the extra that makes it is not installed."""


def require_typesetter() -> None:
    """Refuse to go on where what makes a PDF is not installed."""
    if find_spec("typst") is None:
        raise TypesetterMissingError(
            "what makes a PDF is not installed; install it with: {command}",
            command='pip install "talqy[pdf]"',
        )


def typeset(
    layout: str,
    about: AboutFile,
    blocks: Sequence[Mapping[str, Any]],
    folders: Sequence[Path],
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a document as a PDF, in the layout `<layout>.typ` of the first folder that has it.

    `pictures` are by the names that blocks give them. A sign that no letter of the layout shows is
    printed as its number, such as [U+1F600]. Raise TemplateError where the layout cannot be used.
    """
    require_typesetter()
    document = {
        "title": about.title,
        "language": about.languages[0],
        "day": [about.day.year, about.day.month, about.day.day],
        "blocks": blocks,
    }
    data = json.dumps(document, ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="talqy-") as root:
        for name, content in (*_beside(folders), *(pictures or {}).items()):
            (Path(root) / name).write_bytes(content)
        return _typeset(Path(root) / f"{layout}.typ", data, about, list(_own_letters(folders)))


def _typeset(main: Path, data: str, about: AboutFile, letters: Sequence[Path]) -> bytes:
    # Loaded late: it is an extra, and takes longer to load than most commands to run.
    import typst  # noqa: PLC0415

    moment = datetime.combine(about.day, time(), UTC)
    for _ in range(_MOST_ROUNDS):
        try:
            return typst.compile(
                main,
                root=main.parent,
                font_paths=list(letters),
                ignore_system_fonts=True,
                sys_inputs={"document": data},
                pdf_standards=[*STANDARDS],
                timestamp=moment,
            )
        except typst.TypstError as error:
            unknown = set(_unknown(error.diagnostic))
            if not unknown:
                raise _unusable(main.name, str(error)) from error
            data = data.translate({ord(sign): named_sign(sign) for sign in unknown})
    raise _unusable(main.name, ", ".join(sorted(unknown)))


def named_sign(sign: str) -> str:
    """Return the number of a sign, as it is printed where no letter shows it."""
    return f"[U+{ord(sign):04X}]"


def _unusable(name: str, reason: str) -> TemplateError:
    return TemplateError("the layout {file} makes no PDF: {reason}", file=name, reason=reason)


def _unknown(diagnostic: str) -> Iterator[str]:
    """Yield the signs that no letter shows, as the checks of Typst name them."""
    for found in _NO_LETTER.finditer(diagnostic):
        yield from _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found["text"])
    for found in _NO_SIGN.finditer(diagnostic):
        yield chr(int(found["code"], 16))


def _beside(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield the layouts, and what they may need; a file of the first folder comes last."""
    for folder in reversed(folders):
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            if file.suffix in _BESIDE:
                content = file.read_bytes()
                if file.suffix == ".typ" and _PACKAGE.search(content.decode(errors="replace")):
                    raise TemplateError(
                        "the layout {file} asks for a package, and nothing is fetched while a "
                        "file is made: put what it needs beside it",
                        file=file.name,
                    )
                yield file.name, content


def _own_letters(folders: Sequence[Path]) -> Iterator[Path]:
    """Yield the folders in which letters of a ministry lie."""
    for folder in folders:
        if folder.is_dir() and any(one.suffix.lower() in _FONTS for one in folder.iterdir()):
            yield folder
