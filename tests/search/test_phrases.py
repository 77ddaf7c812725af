"""Phrases that queries are read by stand in small files, by how they begin."""

from collections.abc import Sequence

from talqy.search.packed import joined, packed
from talqy.search.phrases import cut_phrases, told_apart

PARTICLES = {"же", "ли"}
GROUPS = [
    (["утрата", "утеря"], ["потеря-", "укра- документ"]),
    (["брак"], ["свадьба", "замуж выйти"]),
]
LISTS = {
    "asked": {"payment": ["сколько сто-", "во сколько обойд-"], "term": ["же долго ждать"]},
    "due": {"acts": ["крайний срок"]},
}


def file_of(begins: Sequence[str], word: str) -> int:
    return max(0, sum(begin <= word[:2] for begin in begins) - 1)


def test_a_phrase_stands_in_the_file_of_its_first_word_that_is_no_particle() -> None:
    begins, files = cut_phrases(LISTS, GROUPS, PARTICLES, most=60)
    assert list(begins) == sorted(begins)
    assert len(begins) == len(files) > 1
    for name, rows in LISTS.items():
        for row, phrases in rows.items():
            for phrase in phrases:
                first = next(word for word in phrase.split() if word not in PARTICLES)
                assert phrase in files[file_of(begins, first)][name][row]


def test_each_file_with_a_phrase_of_a_group_has_what_of_it_stands_in_texts() -> None:
    begins, files = cut_phrases(LISTS, GROUPS, PARTICLES, most=60)
    for number, (standing, typed) in enumerate(GROUPS):
        for phrase in (*standing, *typed):
            same = files[file_of(begins, phrase)]["same"]
            [[_, known, phrases, *one]] = [row for row in same if row[0] == number]
            assert known == standing
            assert phrase in phrases
            # What is looked for in the place of a phrase of several words.
            has_more = any(" " in it for it in phrases)
            assert one == ([next(it for it in (*typed, *standing))] if has_more else [])


def test_files_are_bounded() -> None:
    row = [f"{first}{second}ова" for first in "абвг" for second in "дежзик"]
    begins, files = cut_phrases({"asked": {"term": row}}, [], (), most=60)
    assert len(files) == len(begins) > 3
    assert max(len(packed(joined(file))) for file in files) <= 60


def test_phrases_of_one_word_are_told_apart_without_particles() -> None:
    """Those of which a part of another phrase may be a form: no file of its beginning is read."""
    rows = {"term": ["когда же", "как долго"], "payment": ["цена", "тариф"]}
    alone, others = told_apart(rows, PARTICLES, {"ко", "це", "ка"})
    assert alone == {"term": ["когда же"], "payment": ["цена"]}
    assert others == {"term": ["как долго"], "payment": ["тариф"]}
