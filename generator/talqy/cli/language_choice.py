"""Who chooses the language of a run (docs/decisions/0022).

`talqy --language kk` decides; else `--language` of the command, else TALQY_LANGUAGE, else
`messages:` of the project, else the locale of the system, else English.
"""

import locale
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from talqy.cli.speech import Speech
from talqy.model import paths
from talqy.project.shipped_files import folders

VARIABLE = "TALQY_LANGUAGE"
_OPTION = "--language"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
# Found even in a file that is no YAML: what is wrong with it has to be said in some language.
_MESSAGES = re.compile(rb"^messages:[ \t]*[\"']?([A-Za-z][A-Za-z0-9-]*)", re.MULTILINE)
_MOST_READ = 1 << 20


def chosen(words: Sequence[str]) -> Speech:
    """Return the language of a run by its command line and what is around it."""
    root = Path(next(reversed([*_values(words, "--project")]), "."))
    own = root if (root / paths.PROJECT).is_file() else None
    known = languages(own)
    wanted = [*_asked(words), *_around(root)]
    language = next(filter(None, (language_named(one, known) for one in wanted)), "en")
    # A pull request may bring words of its own: what is said of it is said in ours.
    is_strangers = any(word.startswith("--pull-request") for word in words)
    return Speech(language, None if is_strangers else own)


def languages(root: Path | None) -> tuple[str, ...]:
    """Return the languages in which there are words, in the order of their tags."""
    return tuple(sorted({f.stem for at in folders(root, "messages") for f in at.glob("*.po")}))


def language_named(said: str, known: Iterable[str]) -> str | None:
    """Return the language that a tag or a locale names: `ru`, `ru-KZ`, `ru_RU.UTF-8`."""
    tag = re.split(r"[.@]", said)[0].replace("_", "-").lower()
    tags = {language.lower(): language for language in known}
    return tags.get(tag) or tags.get(tag.partition("-")[0])


def _asked(words: Sequence[str]) -> Iterator[str]:
    """Yield what the command line names: for the program, else once for its command."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] == _OPTION else 1
    yield from _values(words[:at], _OPTION)
    of_command = [*_values(words[at:], _OPTION)]
    if len(of_command) == 1:  # “init” takes all languages of a new project
        yield from of_command


def _values(words: Sequence[str], option: str) -> Iterator[str]:
    for at, word in enumerate(words):
        if word == "--":
            return
        if word == option and at + 1 < len(words):
            yield words[at + 1]
        elif word.startswith(f"{option}="):
            yield word.partition("=")[2]


def _around(root: Path) -> Iterator[str]:
    """Yield what the environment, the project and the system name."""
    yield os.environ.get(VARIABLE, "")
    yield _of_project(root / paths.PROJECT)
    named = (os.environ.get(name) for name in _LOCALE)
    yield next(filter(None, named), "") or _of_windows()


def _of_project(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            match = _MESSAGES.search(stream.read(_MOST_READ))
    except OSError:
        return ""
    return match[1].decode() if match else ""


def _of_windows() -> str:
    """Return the language in which Windows itself speaks; other systems say it in variables."""
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415 - of Windows alone

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
