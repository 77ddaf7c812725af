"""The index holds what is public, says whose it is, and is the same each time."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from index_reading import core, plain, read
from talqy.language.edition import Edition, editions
from talqy.language.sayings import outcome_of
from talqy.law.publication import public_part
from talqy.model.project import Project
from talqy.model.register import Record
from talqy.project.survey import survey
from talqy.search import index
from talqy.search.clauses import TAKEN
from talqy.search.folding import tokens
from talqy.search.index import index_files
from talqy.search.pages import ProsePage, asked_for, place_of_how
from talqy.search.rules import Rules, rules

ROOT = Path(__file__).parents[2]
PROSE = (
    ProsePage("ru", "how-it-works/", "Как идет обсуждение", "Необыкновеннейшее слово."),
    ProsePage("kk", "how-it-works/", "Талқылау қалай өтеді", "Ерекше сөз."),
)


@pytest.fixture(scope="module")
def russian() -> Edition:
    register, assessment = survey(ROOT, None).known
    return editions(ROOT, public_part(register, assessment), assessment)[1]


@pytest.fixture(scope="module")
def files(russian: Edition) -> dict[str, bytes]:
    return dict(index_files(russian, PROSE))


def lines(files: dict[str, bytes], kind: str) -> dict[str, str]:
    held = [read(plain(it)) for name, it in files.items() if name.startswith(kind)]
    return {word: told for file in held for word, told in file.items()}


def titles(files: dict[str, bytes]) -> list[list[str]]:
    blocks = sorted(name for name in files if name.startswith("t/"))
    return [title for name in blocks for title in plain(files[name])]


def texts(files: dict[str, bytes]) -> list[list[Any]]:
    return [text for name, file in files.items() if name[0] == "d" for text in plain(file)]


def test_two_makings_are_the_same(russian: Edition, files: dict[str, bytes]) -> None:
    assert dict(index_files(russian, PROSE)) == files


def test_everyday_words_weigh_as_much_as_the_title(files: dict[str, bytes]) -> None:
    words = lines(files, "w/")
    for word in ("метрика", "садик", "рвп", "регистрация"):
        assert "T" in words[word], word
    assert "A" in words["минюст"]
    assert "O" in words["тиркеу"], "a title in the other language"


def test_words_of_comments_are_in_files_of_their_own(
    russian: Edition, files: dict[str, bytes]
) -> None:
    known = {word for word in lines(files, "c/") if word not in lines(files, "w/")}
    assert known
    anchors = {row[0] for name in files if name.startswith("k/") for row in plain(files[name])}
    withdrawn = {
        f"c-{comment.id}"
        for record in russian.register.records
        for comment in record.comments
        if record.is_withdrawn(comment.id)
    }
    given = {f"c-{c.id}" for record in russian.register.records for c in record.comments}
    assert withdrawn
    assert anchors == given - withdrawn


def test_an_author_is_found_as_published_and_not_one_who_took_the_name_back(
    russian: Edition, files: dict[str, bytes]
) -> None:
    rows = [row for name in files if name.startswith("k/") for row in plain(files[name])]
    known = lines(files, "c/")
    told = {row[0]: row[4] for row in rows}
    shown = {
        f"c-{comment.id}": comment.author.name or ""
        for record in russian.register.records
        for comment in map(record.shown, record.comments)
        if comment.text
    }
    assert told == shown
    assert any(told.values())
    assert all(word in known for name in told.values() for word in tokens(name))


def phrases_of(read_by: Rules, row: str) -> list[str]:
    """Return the phrases that ask for a row: those of one word, and those in files."""
    told = (row_of for file in read_by.files for row_of in [file.get("asked", {}).get(row, [])])
    return [*read_by.known["asked"][row], *(phrase for phrases in told for phrase in phrases)]


def test_phrases_that_say_no_more_than_another_are_left_out(russian: Edition) -> None:
    read_by = rules(russian.register.project, [])
    asked = {row: phrases_of(read_by, row) for row in ("documents", "refusal-grounds")}
    assert "документи" in asked["documents"]
    assert "какие документи" not in asked["documents"]
    assert "бас тарт-" in asked["refusal-grounds"], "a stem keeps its hyphen"
    assert "бас тартти" not in asked["refusal-grounds"]


def test_what_a_question_alone_looks_for_stands_in_the_index(
    russian: Edition, files: dict[str, bytes]
) -> None:
    topics = rules(russian.register.project, lines(files, "w/")).known["topics"]
    assert topics["refusal-grounds"] == ["отказ"]
    assert all(topics.values())


def test_clauses_name_the_rows_that_they_set(files: dict[str, bytes]) -> None:
    entry = next(
        at for at, row in enumerate(titles(files)) if row[0] == "s/passport-identity-card/"
    )
    [[path, _, rows]] = plain(files[f"d/{entry}.txt"])
    set_by = {row[0]: row[4:] for row in rows}
    assert path == "s/passport-identity-card/"
    assert set_by["fee"] == ["payment"]
    assert set_by["complaints"] == ["complaints"]
    assert "documents" in set_by["docs-child"]


def test_who_may_get_a_service_is_told_by_a_heading(
    russian: Edition, files: dict[str, bytes]
) -> None:
    """No fact says it; the heading does, as acts call it."""
    asking = phrases_of(rules(russian.register.project, []), "recipients")
    assert "кому положено" in asking
    rows = [row for _, _, rows in texts(files) for row in rows]
    headings = {row[2] for row in rows if "recipients" in row[4:]}
    assert headings == {"Услугополучатели"}


def test_the_core_holds_the_rules_each_list_as_one_string(
    russian: Edition, files: dict[str, bytes]
) -> None:
    """Lighter than as JSON has it, and nothing of it is lost."""
    words = [word for word, told in lines(files, "w/").items() if told != "~"]
    own = rules(russian.register.project, words).known
    told = core(files["core.txt"])["rules"]
    assert sorted(told.pop("bounds")) == sorted(own["bounds"])
    # Those that names and phrases have; a query's own words are told by the files of phrases.
    assert {*own["stop"]} < {*told.pop("stop")}
    assert told == json.loads(json.dumps({name: own[name] for name in told}))
    assert isinstance(plain(files["core.txt"])["rules"]["stop"], str)


def test_pages_of_prose_stand_behind_the_standards(files: dict[str, bytes]) -> None:
    standards = core(files["core.txt"])["standards"]
    pages = titles(files)[standards:]
    assert pages[:2] == [["how-it-works/", "Как идет обсуждение"], ["news/", "Новости"]]
    made = {"standards/", "statistics/", "reviewers/", "data/", "verify/"}
    assert {path for path, _ in pages[2:]} == made
    assert lines(files, "w/")["необикновеннеишее"].endswith("X")


def test_a_page_is_asked_for_by_its_title_by_our_list_and_by_front_matter() -> None:
    """Words that say nothing are left out of titles, and stay where our list has them."""
    own = ProsePage("ru", "how-it-works/", "Как идет обсуждение", "", "принять участие, голос")
    made = ProsePage("ru", "statistics/", "Статистика", "")
    rows = asked_for([own, made], ["ru"], {"как"})
    assert {"say", "0", "1"} == set(rows)
    assert {"идет обсуждение", "принят участие", "голос", "проголосовать"} <= {*rows["0"]}
    assert {"статистика", "сколько *"} <= {*rows["1"]}
    assert "написать *" in rows["say"]
    assert place_of_how([made, own]) == 1
    assert place_of_how([made]) == -1


def test_a_standard_under_discussion_comes_before_others_of_equal_weight(
    russian: Edition, files: dict[str, bytes]
) -> None:
    stages = [row[3] for row in titles(files) if len(row) > 2]
    discussed = {russian.locale.coded("stage", code) for code in ("open", "closing")}
    are_first = [stage in discussed for stage in stages]
    assert any(are_first)
    assert are_first == sorted(are_first, reverse=True)


def test_a_project_adds_words_of_its_own_that_mean_one_thing(russian: Edition) -> None:
    own = {"утрата": ("Посеял", "обронил документ", "нет больше")}
    project = russian.register.project.model_copy(update={"also": own})
    split = ["обронил документ"], ["утрата"], ["посеял"]

    def found(of: Project, phrase: str) -> list[list[str]]:
        same = (row for file in rules(of, ["утрати"]).files for row in file["same"])
        return [[*standing, *one] for _, standing, phrases, *one in same if phrase in phrases]

    for [phrase] in split:
        assert ["утрата"] in [standing[:1] for standing in found(project, phrase)]
    assert found(project, "обронил документ") == [["утрата", "посеял"]]
    assert not found(russian.register.project, "обронил документ")
    known = rules(project, ["паспорт"]).files
    assert not any("посеял" in row[2] for file in known for row in file["same"])


def test_every_phrase_stands_in_the_file_that_the_core_names(files: dict[str, bytes]) -> None:
    """The core names their folder, too, by what they say: a comment makes none of them anew."""
    read = core(files["core.txt"])
    begins, folder = read["r"], f"r/{read['phrases']}/"
    assert begins == sorted(begins)
    assert len(begins) == sum(name.startswith(folder) for name in files)
    assert len(begins) == sum(name.startswith("r/") for name in files)
    for at, (first, after) in enumerate(zip(begins, [*begins[1:], "\uffff"], strict=True)):
        for _, _, phrases, *_ in core(files[f"{folder}{at}.txt"])["same"]:
            assert all(first <= phrase[:2].strip("- ") < after for phrase in phrases)


def test_words_of_texts_in_preparation_are_not_in_it() -> None:
    """What stands in nobody's sight is not found either."""
    register, assessment = survey(ROOT, None).known
    public = public_part(register, assessment)
    numbers = {(record.id, text.revision) for record, text in public.revisions()}
    for edition in editions(ROOT, public, assessment):
        for record in edition.register.records:
            assert (record.id, edition.parts(record).shown.revision) in numbers


def test_a_draft_that_the_page_does_not_show_is_found_by_what_it_says_otherwise(
    russian: Edition, files: dict[str, bytes]
) -> None:
    """It is read on its own page and told as a draft; what it leaves as it was is there once."""
    pages = {path: (text, rows) for path, text, rows in texts(files)}
    path = "s/criminal-record-certificate/"
    draft, rows = pages[f"{path}r3/"]
    assert draft.startswith(f"{russian.locale.words('Draft')}, ")
    said = {(row[0], row[2], row[3]) for row in rows}
    assert "docs-apostille" in {clause for clause, _, _ in said}
    assert not said & {(row[0], row[2], row[3]) for row in pages[path][1]}
    assert "апостилем" in lines(files, "w/")
    shown = {record.id for record in russian.register.records if _is_shown(russian, record)}
    assert {path.split("/")[1] for path in pages if path.endswith("/r3/")}.isdisjoint(shown)


def _is_shown(edition: Edition, record: Record) -> bool:
    parts = edition.parts(record)
    return parts.shown is parts.newest


def test_a_comment_tells_what_became_of_it(russian: Edition, files: dict[str, bytes]) -> None:
    rows = [row for name in files if name.startswith("k/") for row in plain(files[name])]
    told = {row[0].removeprefix("c-"): row[5] for row in rows}
    given = {
        comment.id: outcome_of(russian.locale, record, comment, russian.assessment)
        for record in russian.register.records
        for comment in record.comments
    }
    assert told.items() <= given.items()
    assert russian.locale.coded("outcome", "accepted") in told.values()


def test_clauses_of_what_is_no_longer_in_force_say_so(
    russian: Edition, files: dict[str, bytes]
) -> None:
    repealed = russian.locale.coded("stage", "repealed")
    ended = {row[0] for row in titles(files) if len(row) > 3 and row[3] == repealed}
    marked = {path for path, text, _ in texts(files) if text == repealed}
    assert ended == marked
    assert ended


def test_very_many_comments_lie_in_parts_beside_an_index_of_their_words(
    russian: Edition, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each word of a comment leads to the part in which the comment stands."""
    monkeypatch.setattr(index, "PART", 4_000)
    cut = dict(index_files(russian, PROSE))
    whole = {name: plain(file) for name, file in files.items() if name.startswith("k/")}
    assert {name for name in files if not name.startswith("k/")} < {*cut}
    shared = {name for name in whole if plain(cut[name]) != whole[name]}
    assert shared
    for name in shared:
        below = name.removesuffix(".txt")
        begins = plain(cut[name])["begins"]
        assert [f"{below}/w/{n}.txt" in cut for n in range(len(begins) + 1)] == [True] * len(
            begins
        ) + [False]
        names = [name.removeprefix(f"{below}/") for name in cut if name.startswith(f"{below}/")]
        numbers = range(len([name for name in names if "/" not in name]))
        rows = [plain(cut[f"{below}/{number}.txt"]) for number in numbers]
        assert [row for part in rows for row in part] == whole[name]
        stands = lines(cut, f"{below}/w/")
        for number, part in zip(numbers, rows, strict=True):
            words = {word for row in part for text in (row[0], *row[2:5]) for word in tokens(text)}
            assert words <= {word for word, told in stands.items() if number in entries(told)}


def entries(told: str) -> set[int]:
    at, found = -1, set()
    for far in re.findall("([0-9a-z]*)[A-Z]", told):
        at += int(far or "1", 36)
        found.add(at)
    return found


def test_each_number_on_record_leads_to_its_comment(
    russian: Edition, files: dict[str, bytes]
) -> None:
    names = [name for name in files if name.startswith("n/")]
    rows = [row for name in names for row in plain(files[name])]
    records = index.in_order(russian)
    ids = [name for name in files if name.startswith("i/")]
    each = [row for name in ids for row in plain(files[name])]
    all_ids = [f"c-{comment.id}" for record in records for comment in record.comments]
    assert [anchor for _, _, anchor, _ in each] == sorted(all_ids)
    assert {*map(tuple, each)} >= {*map(tuple, rows)}
    begins = plain(files["n.txt"])["ids"]
    assert begins == [plain(files[name])[0][2] for name in sorted(ids)]
    known = [
        (number, entry, f"c-{name}")
        for entry, record in enumerate(records)
        for name, number in record.numbers.items()
    ]
    assert sorted((number, entry, anchor) for number, entry, anchor, _ in rows) == sorted(known)
    for _, entry, anchor, part in rows:
        read_in = {0: f"k/{entry}.txt"}.get(part, f"k/{entry}/{part - 1}.txt")
        if part >= 0:
            assert anchor in {row[0] for row in plain(files[read_in])}
    begins = plain(files["n.txt"])["begins"]
    assert begins == [plain(files[name])[0][0] for name in sorted(names)]


def test_only_latin_letters_ask_for_what_they_may_mean(files: dict[str, bytes]) -> None:
    assert not {"layouts", "latin"} & {*core(files["core.txt"])["rules"]}
    assert {*plain(files["keys.txt"])} == {"layouts", "latin"}


def test_what_people_said_is_not_left_a_second_time(russian: Edition) -> None:
    """It stands in the record: of hundreds of long comments it was ten megabytes a standard."""
    record = next(record for record in russian.register.records if record.comments)
    left = str(index.found_in(russian, record))
    assert not [comment for comment in record.comments if comment.text in left]


def test_documents_that_nobody_brings_are_told_as_taken(files: dict[str, bytes]) -> None:
    """What the provider takes from systems is no answer to who asks what to bring."""
    taken = {
        (path, row[0])
        for path, _, rows in texts(files)
        for row in rows
        if TAKEN in row[4:] and "documents" in row[4:]
    }
    assert ("s/disability-benefit/", "docs-systems") in taken
    assert ("s/disability-benefit/", "docs-applicant") not in taken
    assert ("s/birth-registration/", "docs-birth") not in taken
