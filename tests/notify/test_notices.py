"""What happened between two commits: each thing once, with an id for ever, in all languages."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import builders as b
from cases import day
from repositories import a_repository, committed, git
from sites import mkdocs_yml, run
from talqy.model.notice import Follower, Happening, NoticeKind, Notices
from talqy.notify.notices import RecordGoneError, notices
from talqy.notify.states import NoAddressError, ShownStates
from talqy.project.survey import RecordIncompleteError

OTHER = b.OTHER_COMMENT
SITE = {"mkdocs.yml": mkdocs_yml()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a repository with a project whose day is not fixed, under discussion."""
    project = b.a_project()
    del project["today"]
    return b.write_project(a_repository(tmp_path / "work"), project=project, files=SITE)


def told(folder: Path, since: str, until: str, days: tuple[str, str]) -> Notices:
    """Tell what happened between two commits that were read on two days."""
    states = ShownStates(folder)
    after = states.at(until, day(days[1]), of_commit=False, is_checked=False)
    return notices(states.at(since, day(days[0]), of_commit=True, is_checked=False), after)


def names(found: Iterable[Happening]) -> list[str]:
    """Return the ids of notices without what all of them begin with."""
    return [one.id.partition("2026:")[2] for one in found]


def on_one_day(folder: Path, since: str, until: str, on: str = "2026-11-20") -> list[Happening]:
    return list(told(folder, since, until, (on, on)).notices)


def heard(**changes: Any) -> dict[str, b.Tree]:
    return dict([b.a_file_of(b.a_comment(**changes))])


def test_between_a_commit_and_itself_nothing_happened(folder: Path) -> None:
    commit = committed(folder, heard())
    assert on_one_day(folder, commit, commit) == []


def test_a_comment_that_was_published_is_told_to_who_follows_it(folder: Path) -> None:
    before = committed(folder)
    (one,) = on_one_day(folder, before, committed(folder, heard()))
    assert one.kind is NoticeKind.COMMENT_PUBLISHED
    assert one.id == "tag:talqy.gov.kz,2026:birth-registration/c/k7m2p9qx4a/published"
    assert (one.comment, one.followers) == (b.COMMENT, (Follower.COMMENT,))
    ru, kk = one.told["ru"], one.told["kk"]
    assert ru.title == "Комментарий опубликован: k7m2p9qx4a"
    assert ru.standard == "Регистрация рождения"
    assert ru.lines == ("Редакция 1: Пункт 2", "Ответят не позднее 11 декабря 2026 года")
    assert ru.link == "https://talqy.gov.kz/ru/s/birth-registration/c/k7m2p9qx4a/"
    assert kk.title == "Пікір жарияланды: k7m2p9qx4a"


def test_an_answer_is_told_with_its_outcome_and_its_reason(folder: Path) -> None:
    before = committed(folder, heard())
    after = committed(folder, dict([b.a_file_of(b.a_response())]))
    counted, own = on_one_day(folder, before, after)
    assert own.kind is NoticeKind.COMMENT_ANSWERED
    assert own.told["ru"].title == "На комментарий дан ответ: k7m2p9qx4a"
    assert own.told["ru"].lines[1] == "Решение: Принято к сведению"
    assert own.told["ru"].lines[2].startswith("Обоснование: Мнение рассмотрено")
    assert own.told["kk"].lines[1] == "Шешім: Назарға алынды"
    assert counted.kind is NoticeKind.ANSWERED
    assert counted.followers == (Follower.ALL, Follower.STANDARD)
    assert counted.told["ru"].title == "Ответ дан на 1 комментарий"


def test_the_comment_that_its_author_took_back_is_told_as_such_and_not_as_answered(
    folder: Path,
) -> None:
    before = committed(folder, heard())
    gone = b.a_response(outcome="withdrawn")
    _, own = on_one_day(folder, before, committed(folder, dict([b.a_file_of(gone)])))
    assert own.kind is NoticeKind.COMMENT_WITHDRAWN


def second_text(**changes: Any) -> dict[str, b.Tree]:
    """Make a later text in which the words of the clause on the term are others."""
    clauses = b.complete_clauses()
    clauses[1] = {**clauses[1], "text": b.said("Екі күнде.", "Услуга оказывается за два дня.")}
    amendments = [{"clauses": ["term"], "reason": b.said("Негіз.", "Причина."), "comments": []}]
    talk = b.a_consultation("2026-12-21", "2027-01-15")
    text = b.a_revision(
        2, dated="2026-12-18", consultation=talk, clauses=clauses, amendments=amendments, **changes
    )
    return {b.revision_path(2): text}


def test_words_that_changed_in_a_later_text_are_told_with_the_comparison(folder: Path) -> None:
    quoted = heard(quote="Услуга оказывается.")
    untouched = heard(comment=OTHER, clause="documents")
    before = committed(folder, {**quoted, **untouched})
    after = committed(folder, second_text())
    found = on_one_day(folder, before, after, "2026-12-18")
    (own,) = [one for one in found if one.comment]
    assert own.kind is NoticeKind.COMMENT_CHANGED
    assert names([own]) == ["birth-registration/c/k7m2p9qx4a/changed/r2"]
    assert own.told["ru"].link == "https://talqy.gov.kz/ru/s/birth-registration/r1-r2/"
    assert "Стало: Услуга оказывается за два дня." in own.told["ru"].lines


def test_a_comment_that_came_after_the_later_text_is_told_once(folder: Path) -> None:
    before = committed(folder, second_text())
    found = on_one_day(folder, before, committed(folder, heard()), "2026-12-18")
    assert [one.kind for one in found] == [NoticeKind.COMMENT_PUBLISHED]


def test_what_the_days_bring_is_told_though_no_commit_came(folder: Path) -> None:
    commit = committed(folder)
    found = told(folder, commit, commit, ("2026-11-08", "2026-11-30")).notices
    assert [(one.on.isoformat(), one.kind.value) for one in found if one.kind != "record"] == [
        ("2026-11-09", "opened"),
        ("2026-11-24", "closing"),
        ("2026-11-27", "closed"),
    ]
    closing = next(one for one in found if one.kind is NoticeKind.CLOSING)
    assert closing.told["ru"].title == "Обсуждение скоро завершится"
    assert closing.told["ru"].lines == ("Последний день приема комментариев: 27 ноября 2026 года",)
    assert closing.told["ru"].link.endswith("/ru/s/birth-registration/comment/")


def test_what_was_told_up_to_a_day_is_not_told_again_on_the_next(folder: Path) -> None:
    commit = committed(folder)
    days = ["2026-11-08", "2026-11-09", "2026-11-20", "2026-11-26", "2026-11-30", "2026-12-30"]
    each = [
        one for pair in pairwise(days) for one in names(told(folder, commit, commit, pair).notices)
    ]
    whole = names(told(folder, commit, commit, (days[0], days[-1])).notices)
    assert sorted(each) == sorted(whole)
    assert len(set(whole)) == len(whole)


def test_the_day_of_a_commit_counts_where_none_is_named(folder: Path) -> None:
    commit = committed(folder)
    state = ShownStates(folder).at(commit, of_commit=True, is_checked=False)
    assert state.day == state.committed


def test_a_text_that_is_prepared_is_no_news_to_anybody(folder: Path) -> None:
    before = committed(folder)
    draft = {b.revision_path(2): b.a_revision(2, consultation=None)}
    assert on_one_day(folder, before, committed(folder, draft)) == []


def test_what_lies_long_back_is_no_news_though_it_came_now(folder: Path) -> None:
    """A text in force that is brought in has a past of years: nobody is told of it as of today."""
    other = "old-service"
    before = committed(folder)
    text = b.a_settled_revision()
    files = {
        b.standard_path(other): b.a_standard(other),
        b.revision_path(1, other): text,
    }
    assert on_one_day(folder, before, committed(folder, files)) == []


def test_no_address_of_the_site_no_notice(folder: Path) -> None:
    commit = committed(folder, {"mkdocs.yml": "site_name: Talqy\n"})
    with pytest.raises(NoAddressError):
        on_one_day(folder, commit, commit)


def test_a_record_that_is_gone_ends_the_run_and_so_does_one_that_cannot_be_shown(
    folder: Path,
) -> None:
    done = run("merge", b.STANDARD, "--today", "2026-11-30", cwd=folder)
    assert done.exit_code == 0, done.output
    before = committed(folder)
    git(folder, "rm", "-r", "--quiet", f"standards/{b.STANDARD}")
    with pytest.raises(RecordGoneError):
        on_one_day(folder, before, committed(folder), "2026-11-30")
    git(folder, "checkout", "--quiet", before, "--", ".")
    broken = committed(folder, {b.revision_path(): "schema: 1\n"})
    with pytest.raises(RecordIncompleteError):
        on_one_day(folder, before, broken, "2026-11-30")


def test_a_comment_on_record_is_told_with_its_number(folder: Path) -> None:
    before = committed(folder, heard())
    done = run("merge", b.STANDARD, "--today", "2026-11-30", cwd=folder)
    assert done.exit_code == 0, done.output
    found = on_one_day(folder, before, committed(folder), "2026-11-30")
    own = next(one for one in found if one.comment)
    assert own.kind is NoticeKind.COMMENT_RECORDED
    assert own.told["kk"].title == "Пікір журналға енгізілді: № 1"


def test_a_bare_repository_is_read_like_any_other(folder: Path, tmp_path: Path) -> None:
    before = committed(folder)
    after = committed(folder, heard())
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), "bare.git")
    assert on_one_day(tmp_path / "bare.git", before, after) == on_one_day(folder, before, after)


def test_what_strangers_write_is_never_part_of_a_notice(folder: Path) -> None:
    before = committed(folder)
    after = committed(folder, heard(text="<b>{{ 7 * 7 }}</b> купите слона", quote=None))
    (one,) = on_one_day(folder, before, after)
    assert "слона" not in one.model_dump_json()
