"""Interface words: everything that is said is translated, and nothing else is kept."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from broken_projects import CASES, laid_over
from msgids import GAP, LANGUAGES, TEMPLATES, catalogue, interface_words, problem_words, said_in
from talqy.model.comment import AuthorKind, CommentChannel, CommentKind, Outcome
from talqy.model.project import DayKind
from talqy.model.revision import PostingChannel, RevisionKind
from talqy.model.standing import Stage
from talqy.project import validate, yaml_explain
from talqy.project.shipped import shipped_codes, shipped_profiles
from talqy.project.survey import survey
from talqy.rules.parity import mixed_words

FORMAT = {"language name", "date", "alphabet", "month"}
# Of a language whose words for a day change with what is said of it.
ENDINGS = {"endings of months"}
PLURALS = {"kk": 2, "ru": 3, "en": 2}
ENUMERATIONS = {
    "revision-kind": RevisionKind,
    "posting-channel": PostingChannel,
    "stage": Stage,
    "comment-kind": CommentKind,
    "comment-channel": CommentChannel,
    "author-kind": AuthorKind,
    "outcome": Outcome,
}
# A word of the code, and what it is called wherever it is said: one word for one thing.
ONE_WORD = {
    r"(?<!--)\bdrafts?\b(?!:)": {"kk": "жоба", "ru": "проект"},
    r"\bdiscussion\b": {"kk": "талқыла", "ru": "обсужд"},
    r"\boutcomes?\b": {"kk": "шешім", "ru": "решени"},
    r"\breasons?\b(?!\})": {"kk": "негіздеме", "ru": "обоснован"},
    r"\bauthority\b": {"kk": "мемлекеттік орган", "ru": "государственн"},
    r"\bworkbook\b": {"kk": "жұмыс кітаб", "ru": "книг"},
    r"\bimport\b": {"kk": "жүкте", "ru": "загру"},
    r"\brows?\b": {"kk": "жол", "ru": "строк"},
    r"\bbranch\b": {"kk": "бұта", "ru": "ветк"},
    r"\bprovider\b": {"kk": "көрсетілетін қызметті беруші", "ru": "услугодател"},
    r"\brecipients?\b": {"kk": "көрсетілетін қызметті алушы", "ru": "услугополучател"},
}
# Letters that touch a gap would be a case ending; a number with its noun is none.
ENDING = re.compile(r"\}(?![-–](?:редакция|тармақ|жол|хат|кесте|абзац|өріс|негіздеме))[-’']?\w")
# What an entry of a catalogue is known by: its context, where it has one, and its words.
ENTRY = re.compile(r'^((?:msgctxt ".*"\n)?msgid .*(?:\n".*")*)', re.MULTILINE)
KEY = re.compile(r'^\s*"([^"]+)":', re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_words_are_translated_and_no_others_are_kept(language: str) -> None:
    said, wanted = said_in(language), interface_words()
    assert sorted(wanted - said.keys()) == [], "not translated"
    assert sorted(said.keys() - wanted) == [], "no longer used"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_translated_twice(language: str) -> None:
    text = (TEMPLATES / f"messages/{language}.po").read_text("utf-8")
    entries = Counter(ENTRY.findall(text))
    assert [entry for entry, times in entries.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", [None, "problem", "format"])
def test_no_translation_is_empty_or_fuzzy(language: str, context: str | None) -> None:
    said = said_in(language, context)
    assert [words for words, forms in said.items() if not all(forms)] == []
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", [None, "problem"])
def test_a_translation_has_the_same_gaps(language: str, context: str | None) -> None:
    """A value that is not said, or a gap that nothing fills, is a mistake of the translator."""
    for words, forms in said_in(language, context).items():
        for form in forms:
            assert sorted(GAP.findall(form)) == sorted(GAP.findall(words)), form


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("context", [None, "problem", "format"])
def test_no_word_mixes_cyrillic_and_latin_letters(language: str, context: str | None) -> None:
    for forms in said_in(language, context).values():
        assert [word for form in forms for word in mixed_words(form)] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("context", [None, "problem"])
def test_words_are_set_as_print_sets_them(language: str, context: str | None) -> None:
    """Guillemets in pairs, no inch marks but those that a person types in YAML, single spaces."""
    for forms in said_in(language, context).values():
        for form in forms:
            assert form.count("«") == form.count("»"), form
            assert not re.search(r"[“”„]|\s\s|^\s|\s$|\.\.\.| - (?!»)", form), form


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("context", [None, "problem"])
def test_no_gap_has_a_case_ending(language: str, context: str | None) -> None:
    """What fills a gap is not known, and so is not the ending that it would ask for."""
    forms = [form for forms in said_in(language, context).values() for form in forms]
    assert [form for form in forms if ENDING.search(form)] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("term", ONE_WORD)
def test_one_word_for_one_thing(language: str, term: str) -> None:
    said = {**said_in(language), **said_in(language, "problem")}
    meant = {words: forms[0].lower() for words, forms in said.items() if re.search(term, words)}
    assert meant
    word = ONE_WORD[term][language]
    assert {words: form for words, form in meant.items() if word not in form} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language: str) -> None:
    assert catalogue(language).num_plurals == PLURALS[language]
    plural = {name: forms for name, forms in said_in(language).items() if len(forms) > 1}
    assert plural
    assert {name for name, forms in plural.items() if len(forms) != PLURALS[language]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_how_it_writes_itself(language: str) -> None:
    assert said_in(language, "format").keys() - ENDINGS == FORMAT
    (alphabet,) = said_in(language, "format")["alphabet"]
    assert len(set(alphabet)) == len(alphabet)


def test_the_kazakh_alphabet_has_its_42_letters_in_their_order() -> None:
    assert said_in("kk", "format")["alphabet"] == ("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_words_of_check_are_translated(language: str) -> None:
    assert sorted(problem_words() - said_in(language, "problem").keys()) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_words_that_fill_the_gaps_of_check_are_translated(language: str) -> None:
    inside = {
        validate._OTHER,
        *validate._EXPECTED.values(),
        *validate._SHAPES.values(),
        "error",
        "warning",
    }
    inside |= {words for pair in validate._INCONSISTENT.values() for words in pair}
    inside |= yaml_explain.WORDS
    assert sorted(inside - said_in(language, "problem").keys()) == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_messages_call_a_stage_by_its_official_name(language: str) -> None:
    known = said_in(language, "problem")
    names = [named.name for named in shipped_codes().lists["stage"].values()]
    assert [known[name["en"]][0] for name in names] == [name[language] for name in names]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_check_really_says_is_translated(case: Path, tmp_path: Path) -> None:
    """The golden cases bring up words that are put together in the code, and found by no search."""
    problems = survey(laid_over(case, tmp_path / "project")).problems
    assert problems
    for problem in problems:
        for language in ("kk", "ru"):
            known = said_in(language, "problem")
            assert problem.kind.message in known
            assert problem.kind.hint in known or problem.kind.hint in ("", "{advice}")


@pytest.mark.parametrize("name", sorted(shipped_codes().lists))
def test_every_code_has_a_name_in_every_language(name: str) -> None:
    for code, named in shipped_codes().lists[name].items():
        assert set(named.name) == set(LANGUAGES), code
        assert all(words.strip() for words in named.name.values()), code
        for language in ("kk", "ru"):
            assert list(mixed_words(named.name[language])) == [], code


def test_no_name_of_a_code_was_cut_at_a_comma() -> None:
    """Inside braces a comma ends a text that has no quotation marks; the rest becomes a key."""
    read = yaml.safe_load((files("talqy") / "lists/codes.yaml").read_text("utf-8"))
    keys = {key for codes in read.values() for code in codes.values() for key in code["name"]}
    assert keys == set(LANGUAGES)


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_the_code_of_the_model_and_the_lists_agree(name: str) -> None:
    assert set(shipped_codes().codes(name)) == {str(member) for member in ENUMERATIONS[name]}


def test_a_profile_is_counted_in_a_unit_that_has_a_name() -> None:
    assert {str(kind) for kind in DayKind} <= set(shipped_codes().codes("term-unit"))


@pytest.mark.parametrize("name", sorted(shipped_profiles()))
def test_a_rule_profile_speaks_every_language(name: str) -> None:
    profile = shipped_profiles()[name]
    assert set(profile.law) == set(profile.article) == set(LANGUAGES)
    assert set(profile.legal_basis) == set(LANGUAGES)
    assert profile.basis is not None


def test_kazakh_for_materials_own_templates_has_exactly_their_keys() -> None:
    theirs = files("material") / "templates/partials/languages/en.html"
    ours = TEMPLATES / "theme/partials/languages/kk.html"
    assert KEY.findall(ours.read_text("utf-8")) == KEY.findall(theirs.read_text("utf-8"))


def test_russian_words_are_written_without_yo_but_where_it_tells_words_apart() -> None:
    said = {**said_in("ru"), **said_in("ru", "problem")}
    words = {word for forms in said.values() for form in forms for word in re.findall(r"\w+", form)}
    assert sorted(w for w in words if "ё" in w.lower() and w.lower() != "всё") == []
