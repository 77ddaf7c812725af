"""A reason that was said of a change is not asked for again, and never said of another change."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import builders as b
from copies_in import a_copy, take
from copy_typing import typed_over
from repositories import a_repository, committed
from word_files import run

R2 = b.revision_path(2)
WORDS = {
    "term": ("Мерзімі бес күн.", "Срок – пять дней."),
    "fee": ("Ақысы бар.", "Услуга платная."),
    "docs": ("Құжаттар тізімі.", "Список документов."),
}
PAID = ("Услуга платная", "Услуга бесплатная")
WHY = {"kk": "Халыққа жеңіл.", "ru": "Так легче людям."}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a repository with an adopted text, and the next one in preparation."""
    clauses = [
        b.a_clause(name, str(at), text=b.said(*words))
        for at, (name, words) in enumerate(WORDS.items(), 1)
    ]
    texts = [
        b.an_adopted_revision(clauses=clauses),
        b.a_revision(revision="2", kind="amendment", base="1", clauses=clauses, consultation=None),
    ]
    a_repository(tmp_path)
    (tmp_path / ".gitignore").write_text("*.docx\nq.yaml\n")
    b.write_project(tmp_path, revisions=texts)
    committed(tmp_path)
    return tmp_path


def asked(project: Path, data: bytes, *words: str) -> list[dict[str, str]]:
    """Return the questions about a file."""
    file = project / "q.yaml"
    take(project, data, "--update", "--plan", str(file), "--replace", *words)
    found: list[dict[str, str]] = yaml.safe_load(file.read_text("utf-8"))["questions"]
    return found


def said(project: Path, data: bytes, *words: str) -> str:
    """Bring a file with a reason for each change."""
    questions = asked(project, data)
    for one in questions:
        one["answer"] = WHY["kk" if "казах" in one["asks"] or "Kazakh" in one["asks"] else "ru"]
    b.write(project, "q.yaml", {"schema": 1, "questions": questions})
    return take(project, data, "--update", "--answers", str(project / "q.yaml"), *words)


def reasons(project: Path) -> dict[str, Any]:
    tree = yaml.safe_load((project / R2).read_text("utf-8"))
    return {", ".join(one["clauses"]): one["reason"] for one in tree.get("amendments", [])}


def test_the_same_change_is_not_asked_about_again(project: Path) -> None:
    first = typed_over(a_copy(project, "r2"), *PAID)
    assert len(asked(project, first)) == 2
    said(project, first)
    committed(project)
    assert reasons(project) == {"fee": WHY}
    assert asked(project, first) == []
    again = typed_over(first, "Список документов", "Перечень документов")
    about = asked(project, again)
    assert about
    assert all("docs" in one["asks"] for one in about)
    said(project, again)
    assert reasons(project) == {"fee": WHY, "docs": WHY}


def test_a_changed_change_has_no_reason_of_another(project: Path) -> None:
    old = a_copy(project, "r2")
    said(project, typed_over(old, *PAID))
    committed(project)
    other = typed_over(old, "Услуга платная", "Услуга стоит один МРП")
    assert len(asked(project, other)) == 2
    assert "E69" in take(project, other, "--update", status=1)
    take(project, other, "--update", "--keep", "file")
    assert "Услуга стоит один МРП" in (project / R2).read_text("utf-8")
    assert reasons(project) == {"fee": {"kk": "…", "ru": "…"}}


def test_what_stays_keeps_its_reason(project: Path) -> None:
    old = a_copy(project, "r2")
    said(project, typed_over(old, *PAID))
    committed(project)
    take(project, typed_over(old, "платная", "дорогая"), "--update", "--keep", "here")
    assert "Услуга бесплатная" in (project / R2).read_text("utf-8")
    assert reasons(project) == {"fee": WHY}


def test_answers_go_on_into_the_plan_of_the_next_version(project: Path) -> None:
    old = a_copy(project, "r2")
    first = typed_over(old, *PAID)
    questions = asked(project, typed_over(first, "Список", "Перечень"))
    for one in questions:
        one["answer"] = f"{one['asks'][:20]}!"
    b.write(project, "old.yaml", {"schema": 1, "questions": questions})
    again = typed_over(first, "Список", "Полный перечень")
    file = str(project / "old.yaml")
    assert "E19" in take(project, again, "--update", "--answers", file, status=1)
    now = asked(project, again, "--answers", file)
    assert {one["id"]: one["answer"] for one in now if "fee" in one["asks"]} == {
        one["id"]: one["answer"] for one in questions if "fee" in one["asks"]
    }
    assert [one["answer"] for one in now if "docs" in one["asks"]] == ["", ""]


def test_an_answer_that_changes_the_words_leaves_the_reason_where_it_is(project: Path) -> None:
    """Which sign it is, and why: both were answered at once, and the reason was lost."""
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    copy = typed_over(
        a_copy(project, "r2"),
        "Услуга платная.</w:t></w:r>",
        f"Услуга платная: </w:t></w:r>{sign}{run(' 1 МРП')}",
    )
    questions = asked(project, copy)
    assert any(one["id"].startswith("e36") for one in questions)
    for one in questions:
        why = WHY["kk" if "Kazakh" in one["asks"] else "ru"]
        one["answer"] = "≥" if one["id"].startswith("e36") else why
    b.write(project, "q.yaml", {"schema": 1, "questions": questions})
    take(project, copy, "--update", "--answers", str(project / "q.yaml"))
    assert "Услуга платная: ≥ 1 МРП" in (project / R2).read_text("utf-8")
    assert reasons(project) == {"fee": WHY}
