"""The made-up corpus is sound, repeats itself to the byte, and copies nothing from itself."""

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus import a_corpus, services
from corpus_figures import counts_of
from corpus_lives import TODAY
from corpus_speech import Speech, is_lawful, lawful, long_sentences, parts
from corpus_talks import Discussion, Talk
from corpus_texts import MadeText
from talqy.cli.check import check
from talqy.model.register import Record
from talqy.project.load import read_project

STANDARDS = 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    a_corpus(folder, STANDARDS)
    return folder


@pytest.fixture(scope="module")
def records(made: Path) -> tuple[Record, ...]:
    register = read_project(made).register
    assert register is not None
    return register.records


def sources(folder: Path) -> dict[str, bytes]:
    files = (file for top in ("standards", "comments") for file in (folder / top).rglob("*.yaml"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_check_finds_nothing(made: Path) -> None:
    found = CliRunner().invoke(check, ["--strict", "--project", str(made)])
    assert (found.exit_code, found.output) == (0, "errors: 0, warnings: 0\n")


def test_the_same_seed_makes_the_same_bytes_and_another_one_others(
    made: Path, tmp_path: Path
) -> None:
    a_corpus(tmp_path / "again", STANDARDS)
    a_corpus(tmp_path / "other", STANDARDS, seed=7)
    assert sources(tmp_path / "again") == sources(made)
    assert sources(tmp_path / "other").keys() != sources(made).keys()


def test_a_discussion_may_be_as_large_as_one_likes(tmp_path: Path) -> None:
    a_corpus(tmp_path, STANDARDS, comments=60)
    register = read_project(tmp_path).register
    assert register is not None
    found = counts_of(register)
    assert max(found["comments on a text"]) == 60


def test_every_standard_lives_otherwise(records: tuple[Record, ...]) -> None:
    assert len(records) == STANDARDS
    assert any(record.responses for record in records)
    assert any(text.amendments for record in records for text in record.revisions)
    assert all(record.history for record in records)


def test_the_shortest_answer_says_why() -> None:
    """A verdict alone is no reason (G45)."""
    speech = Speech(random.Random(1), "one", {})  # noqa: S311
    (service, *_) = services(random.Random(1))  # noqa: S311
    talk = Talk(service, 1, TODAY, TODAY)
    held = Discussion(talk, MadeText("new", []), speech, {"words of an answer, ru": (1,)})
    for outcome, *verdict in parts("verdicts"):
        said = [*held.reason(outcome).values()]
        assert [words for words in said if words in verdict] == []


def texts_of(record: Record) -> Iterator[str]:
    """Yield all that a standard, its readers and its authority say."""
    for text in record.revisions:
        spoken = [*(change.reason for change in text.amendments)]
        spoken += [said for said in (text.explanation, *(c.text for c in text.walk())) if said]
        yield from (words for said in spoken for words in said.values())
    yield from (comment.text for comment in record.comments)
    yield from (words for one in (record.responses or {}).values() for words in one.reason.values())


def test_no_two_standards_share_a_long_sentence(records: tuple[Record, ...]) -> None:
    said: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for sentence in {one for text in texts_of(record) for one in long_sentences(text)}:
            said[sentence].add(record.id)
    shared = {sentence for sentence, standards in said.items() if len(standards) > 1}
    assert {sentence for sentence in shared if not is_lawful(sentence)} == set()
    assert shared, "phrases of the law are in all texts: else nothing was compared"
    assert len(said) > 50 * STANDARDS


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_phrase_of_the_law_is_known_with_its_gap_filled(language: str) -> None:
    said = lawful("waiting", gap={"kk": "20 (жиырма)", "ru": "20 (двадцать)"})[language]
    assert [is_lawful(one) for one in long_sentences(said)] == [True]
    assert not is_lawful("если документы поданы через портал инспектор их проверяет")
