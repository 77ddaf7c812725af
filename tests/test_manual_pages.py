"""The manual keeps its word: its commands run, its labels are those of the screen, and so on."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from manual_pages import MANUAL, glossary, made
from msgids import GAP, LANGUAGES, catalogue
from page_scripts import run_script, script_of
from sites import ROOT

PAGES = sorted(file.name for file in (MANUAL / "ru").glob("*.md"))
WITH_COMMANDS = [name for name in PAGES if script_of(MANUAL / "ru" / name)]
ON_THE_DEMONSTRATION = {"reviewer.md"}
"""Pages that speak of a project that is there; all others make their own."""
LABEL = re.compile(r"\*\*[«“]([^»”]+)[»”]\*\*")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def spoken(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


ALL = [MANUAL / language / name for language in LANGUAGES for name in PAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_in_every_language(language: str) -> None:
    assert sorted(file.name for file in (MANUAL / language).glob("*.md")) == PAGES


@pytest.mark.parametrize("name", WITH_COMMANDS)
def test_the_commands_of_a_page_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them in their order, in Kazakh and in Russian by turns."""
    place, beside = tmp_path / "place", tmp_path / "beside"
    for folder in (place, beside):
        folder.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    if name in ON_THE_DEMONSTRATION:
        for part in ("standards", "comments"):
            shutil.copytree(ROOT / part, place / part)
        shutil.copyfile(ROOT / "mkdocs.yml", place / "mkdocs.yml")
    language = LANGUAGES[WITH_COMMANDS.index(name) % 2]
    run_script(script_of(MANUAL / language / name), place, beside)


@pytest.mark.parametrize("name", WITH_COMMANDS)
def test_the_commands_are_the_same_in_every_language_but_for_words_in_quotes(name: str) -> None:
    said = {QUOTED.sub('""', script_of(MANUAL / language / name)) for language in LANGUAGES}
    assert len(said) == 1


def test_a_command_that_fails_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the test of the commands has something to find."""
    monkeypatch.chdir(tmp_path)
    for number, line in enumerate(("talqy check", "false", "talqy nothing")):
        beside = tmp_path / str(number)
        beside.mkdir()
        with pytest.raises(AssertionError):
            run_script(f"{line}\ntrue\n", tmp_path, beside)


def shown(language: str) -> Iterator[str]:
    """Yield all that the interface shows in a language."""
    for message in catalogue(language):
        for words in (message.id, message.string) if language == "en" else (message.string,):
            yield from (words,) if isinstance(words, str) else words or ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_is_what_the_screen_shows(language: str) -> None:
    known = set(shown(language)) | set(shown("ru") if language == "en" else ())
    known |= {GAP.sub("", words).strip() for words in known}
    wrong = {
        f"{file.name}: {label}"
        for file in sorted((MANUAL / language).glob("*.md"))
        for label in LABEL.findall(file.read_text("utf-8"))
        if label not in known
    }
    assert wrong == set()


def test_labels_are_looked_at() -> None:
    assert all(
        len(LABEL.findall((MANUAL / it / "week-desk.md").read_text("utf-8"))) > 30
        for it in LANGUAGES
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_made_from_tables_is_up_to_date(language: str) -> None:
    """`make docs` writes it."""
    for name, text in made(language):
        assert (MANUAL / language / name).read_text("utf-8") == text, name


def test_a_term_is_called_and_told_in_every_language_and_nothing_else() -> None:
    """A comma in words without quotes would cut them, and make a name of the rest."""
    odd = [
        one["term"]["en"]
        for one in glossary()
        if not (one["term"].keys() == one["means"].keys() == set(LANGUAGES))
    ]
    assert odd == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_is_called_by_one_word(language: str) -> None:
    """What the glossary says that a thing is not called stands in no page and in no message."""
    texts = {spoken(MANUAL / language / name): MANUAL / language / name for name in PAGES}
    read = {where: file.read_text("utf-8") for where, file in texts.items()}
    read["the interface"] = "\n".join(shown(language))
    for term in glossary():
        for word in term.get("not", {}).get(language, ()):
            found = re.compile(rf"\b{re.escape(word)}", re.IGNORECASE)
            assert [where for where, text in read.items() if found.search(text)] == [], word
