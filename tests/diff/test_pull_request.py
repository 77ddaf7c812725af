"""`talqy diff --pull-request`: a comment for a forge, made from git objects alone."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from builders import (
    COMMENT,
    STANDARD,
    Tree,
    a_comment,
    a_project,
    a_response,
    a_revision,
    a_standard,
    an_adopted_revision,
    complete_clauses,
    response_path,
    revision_path,
    said,
    standard_path,
    write,
    write_project,
)
from repositories import a_repository, committed, git, put
from talqy.cli.main import main
from talqy.diff import pull_request as drafts
from talqy.diff.markdown import LONGEST
from talqy.project import pull_request
from talqy.project.yaml_write import dumped

R2, R3 = revision_path(2), revision_path(3)


def with_term(kk: str, ru: str) -> list[Tree]:
    """Make clauses whose term says this, in its text and in its fact."""
    first, term, docs = complete_clauses()
    days = "".join(filter(str.isdigit, kk)) or "3"
    facts = {**term["facts"], "term": [{"amount": days, "unit": "working-day"}]}
    return [first, {**term, "text": said(kk, ru), "facts": facts}, docs]


def a_draft(number: int, days: str, **changes: Any) -> Tree:
    """Make an amending draft that changes the term, and says why."""
    amendments = [{"clauses": ["term"], "reason": said(f"Себебі {days}.", f"Причина {days}.")}]
    clauses = with_term(f"Мерзімі {days} күн.", f"Срок {days} дня.")
    return a_revision(number, **{"clauses": clauses, "amendments": amendments, **changes})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with a text in force and a draft, on the branch `main`; work goes on apart."""
    root = a_repository(tmp_path / "project")
    first = an_adopted_revision(clauses=with_term("Мерзімі 5 күн.", "Срок 5 дней."))
    write_project(root, revisions=[first, a_draft(2, "4")])
    committed(root)
    git(root, "checkout", "--quiet", "-b", "work")
    return root


def talqy(project: Path, *words: str, span: str = "main..work") -> Result:
    """Run the command as a robot of a forge does."""
    line = ["diff", "--pull-request", span, *words, "--project", str(project)]
    return CliRunner().invoke(main, line)


def body(project: Path, *words: str, status: int = 0) -> str:
    """Return the comment for the forge in Russian."""
    done = talqy(project, "--language", "ru", *words)
    assert done.exit_code == status, done.output
    return done.output


def data(project: Path) -> Any:
    """Return the same for programs."""
    return json.loads(talqy(project, "--format", "json").output)


def test_a_changed_draft_is_compared_with_itself_as_it_was(project: Path) -> None:
    """Not with its base; and what was done on the base since then is no change of this draft."""
    committed(project, {R2: a_draft(2, "3")})
    git(project, "checkout", "--quiet", "main")
    committed(project, {standard_path(): a_standard(surveys=[])})
    printed = body(project)
    assert "> Срок ~~4~~ **3** дня." in printed
    assert "~~5~~" not in printed
    assert f"\n\n{R2}\n\n" in printed
    assert "Обоснование: Причина 3." in printed
    assert "до изменения → Редакция 2" in printed
    (draft,) = data(project)["drafts"]
    assert (draft["path"], draft["is_removed"], draft["is_usable"]) == (R2, False, True)


def test_a_new_draft_is_compared_with_its_base(project: Path) -> None:
    committed(project, {R3: a_draft(3, "3", base="1", consultation=None)})
    printed = body(project)
    assert "> Срок ~~5 дней~~ **3 дня**." in printed
    assert "Редакция 1 от" in printed


def test_all_languages_of_the_project_follow_one_another(project: Path) -> None:
    committed(project, {R2: a_draft(2, "3")})
    printed = talqy(project).output
    kazakh, russian = (talqy(project, "--language", language).output for language in ("kk", "ru"))
    assert printed == f"{kazakh}\n{russian}"
    assert "> Мерзімі ~~4~~ **3** күн." in kazakh


def test_an_answer_that_comes_along_is_heard(project: Path) -> None:
    """A ministry answers and changes the draft at once."""
    git(project, "checkout", "--quiet", "main")
    comment = a_comment(received="2026-06-10")
    path = f"comments/{STANDARD}/r1/2026-06-10/{COMMENT}.yaml"
    committed(project, {path: comment})
    git(project, "checkout", "--quiet", "work")
    git(project, "rebase", "--quiet", "main")
    landed = {"revision": "2", "clauses": ["term"]}
    reason = {"clauses": ["term"], "reason": said("Себеп.", "Причина."), "comments": [COMMENT]}
    answer = a_response(
        outcome="accepted", landed=landed, decided={"by": "ministry-justice", "on": "2026-06-20"}
    )
    committed(
        project,
        {
            R2: a_draft(2, "3", amendments=[reason]),
            response_path(COMMENT, "2026-06-10"): answer,
        },
    )
    assert f"На основании комментариев: {COMMENT} – Принято" in body(project)


def test_broken_yaml_is_told_with_its_place_and_mend(project: Path) -> None:
    text = dumped(a_draft(2, "3")).replace('revision: "2"', 'revision: "2')
    committed(project, {R2: text})
    printed = body(project, status=1)
    assert f"### {R2}\n\nЭтот файл нельзя использовать" in printed
    told = rf"- \*\*ошибка F10\*\* {R2}:\d+: в файле ошибка записи \(YAML\): .* → \w"
    assert re.search(told, printed)
    assert "ошибок: 1, предупреждений: 1" in printed  # nothing of it is on record yet
    (problem,) = (each for each in data(project)["problems"] if each["code"] != "R12")
    assert (problem["file"], problem["code"]) == (R2, "F10")
    assert problem["line"] > 0
    assert problem["hint"]
    assert f"{R2}:" in talqy(project, "--format", "text").output


def test_what_check_finds_in_the_changed_standard_is_told(project: Path) -> None:
    committed(project, {R2: a_draft(2, "3", amendments=[])})
    printed = body(project, status=1)
    assert f"**ошибка T01** {R2}:" in printed
    assert "Обоснование этого изменения не указано." in printed


def test_problems_of_other_standards_are_none_of_this_change(project: Path) -> None:
    git(project, "checkout", "--quiet", "main")
    committed(project, {"standards/other/standard.yaml": "schema: [\n"})
    git(project, "checkout", "--quiet", "work")
    git(project, "rebase", "--quiet", "main")
    committed(project, {R2: a_draft(2, "3")})
    assert "other" not in body(project)


def test_a_change_of_something_else_needs_no_words(project: Path) -> None:
    committed(project, {"README.md": "Read me\n", standard_path(): a_standard(surveys=[])})
    assert "Тексты стандартов здесь не меняются." in body(project)
    assert data(project)["drafts"] == []


def test_a_first_text_has_nothing_to_be_compared_with(project: Path) -> None:
    folder = "standards/new-standard"
    committed(
        project,
        {
            f"{folder}/standard.yaml": a_standard("new-standard", surveys=[]),
            f"{folder}/revisions/r1.yaml": a_revision(),
        },
    )
    assert "Это первый текст, сравнивать его не с чем." in body(project)


def test_a_removed_text_is_told(project: Path) -> None:
    (project / R2).unlink()
    committed(project)
    assert f"### {R2}\n\nЭтот файл удаляется." in body(project)


def test_settings_words_and_the_record_come_from_the_base(project: Path) -> None:
    """A change cannot bring its own rules along; no template or catalogue of the head is read."""
    git(project, "checkout", "--quiet", "main")
    words = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    own = f'{words}msgid "Marks"\nmsgstr "%s"\n'
    digest = {"revision": "2", "digest": "sha256:0"}
    history = {"schema": "1", "standard": STANDARD, "revisions": [digest]}
    place = f"standards/{STANDARD}/history.yaml"
    messages = "site_templates/messages/ru.po"
    committed(project, {messages: own % "Из базы", place: history})
    git(project, "checkout", "--quiet", "work")
    git(project, "rebase", "--quiet", "main")
    committed(
        project,
        {
            R2: a_draft(2, "3"),
            messages: own % "Из ветки",
            place: {**history, "revisions": []},
            "standards/project.yaml": a_project(languages=["ru"]),
        },
    )
    done = talqy(project)
    assert "Из базы: " in done.output
    assert "Из ветки" not in done.output
    assert " T05** " in done.output
    assert "> Мерзімі ~~4~~ **3** күн." in done.output


def test_nothing_is_checked_out_and_nothing_is_written(project: Path) -> None:
    committed(project, {R2: a_draft(2, "3"), "site_templates/records/diff.html": "{{ 1/0 }}"})
    git(project, "checkout", "--quiet", "main")
    write(project, "mine.txt", "not saved yet")
    before = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    assert "~~4~~ **3**" in body(project)
    after = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    assert after == before


def test_a_project_may_lie_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    root = a_repository(tmp_path)
    project = write_project(root / "project")
    committed(root)
    git(root, "checkout", "--quiet", "-b", "work")
    committed(root, {f"project/{R2}": a_draft(2, "3"), "standards/x/revisions/r1.yaml": "no"})
    assert [draft["path"] for draft in data(project)["drafts"]] == [R2]


def test_a_bare_repository_will_do(project: Path, tmp_path: Path) -> None:
    """A server has no folder with files at all."""
    committed(project, {R2: a_draft(2, "3")})
    bare = tmp_path / "bare.git"
    git(project, "clone", "--quiet", "--bare", str(project), str(bare))
    assert talqy(bare).output == talqy(project).output


# --- hostile changes ------------------------------------------------------------------------------


def told(project: Path, place: str, code: str) -> None:
    """Hold that a file is named as a problem, and that its text is not shown."""
    printed = body(project, status=1)
    assert f"### {place}\n\nЭтот файл нельзя использовать" in printed
    assert f"**ошибка {code}** {place}" in printed


def test_a_link_is_not_followed(project: Path) -> None:
    (project / "secret.yaml").write_text("token: abc\n", "utf-8")
    put(project, R3, "120000", b"../../../secret.yaml")
    git(project, "commit", "--quiet", "--message", "A link")
    told(project, R3, "F04")
    assert "abc" not in talqy(project, "--format", "text").output


def test_a_draft_that_becomes_a_link_is_not_followed(project: Path) -> None:
    put(project, R2, "120000", b"r1.yaml")
    git(project, "commit", "--quiet", "--message", "A link")
    told(project, R2, "F04")


def test_another_repository_in_place_of_a_file_is_told(project: Path) -> None:
    here = git(project, "rev-parse", "HEAD")
    git(project, "update-index", "--add", "--cacheinfo", f"160000,{here},{R3}")
    git(project, "commit", "--quiet", "--message", "A submodule")
    told(project, R3, "F04")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\x01\x02\xff" * 500, "F01"),
        (b"schema: 1\n" + b"#" * (1 << 20), "F03"),
        (b"a: " + b"[" * 100_000, "F18"),
        (b"a: &x 1\nb: *x\n", "F13"),
        (b"", "F17"),
    ],
    ids=["no-text", "too-big", "too-deep", "anchor", "empty"],
)
def test_bytes_that_are_no_text_are_told(content: bytes, code: str, project: Path) -> None:
    committed(project, {R2: content})
    told(project, R2, code)


@pytest.mark.parametrize(
    "path",
    [
        f"standards/{STANDARD}/revisions/r2.yaml\n",
        f"standards/{STANDARD}/revisions/r02.yaml",
        f"standards/{STANDARD}/revisions/-r3.yaml",
        f"standards/{STANDARD}/revisions/r3.yaml/r3.yaml",
        "standards/$(touch hacked)/r1.yaml",
    ],
)
def test_what_is_not_named_like_a_text_is_not_taken_for_one(path: str, project: Path) -> None:
    put(project, path, "100644", b"schema: 1\n")
    git(project, "commit", "--quiet", "--message", "An odd name")
    assert data(project)["drafts"] == []


@pytest.mark.parametrize(
    "name", ["--upload-pack=touch hacked", "@all <b>", "a\nb", "a`b`|c", "\x1b[2J", "...", "ә"]
)
def test_an_odd_name_of_a_standard_is_shown_harmlessly(name: str, project: Path) -> None:
    put(project, f"standards/{name}/revisions/r1.yaml", "100644", b"schema: 1\n")
    git(project, "commit", "--quiet", "--message", "An odd name")
    printed = body(project, status=1)
    assert "@all" not in printed
    assert "<b>" not in printed
    assert "\x1b" not in printed
    assert "\x1b" not in talqy(project, "--format", "text", "--no-color").output
    assert len(re.findall(r"^### ", printed, re.MULTILINE)) == 2
    assert not (project / "hacked").exists()


def test_a_name_that_is_no_text_is_shown_harmlessly(project: Path) -> None:
    put(project, b"standards/\xff/revisions/r1.yaml", "100644", b"schema: 1\n")
    git(project, "commit", "--quiet", "--message", "An odd name")
    assert "standards/�/revisions/r1.yaml" in body(project, status=1)
    assert data(project)["drafts"][0]["path"] == "standards/�/revisions/r1.yaml"


def test_a_name_of_a_branch_never_stands_in_a_command(project: Path) -> None:
    """Somebody will copy the line into a shell."""
    git(project, "checkout", "--quiet", "-b", "$(touch${IFS}hacked)")
    long = [{"id": f"c{n}", "number": str(n), "text": said("*" * 19_000)} for n in range(4, 12)]
    committed(project, {R2: a_draft(2, "3", clauses=[*with_term("а.", "б."), *long])})
    done = talqy(project, span="main..$(touch${IFS}hacked)")
    assert len(done.output) <= LONGEST
    assert "touch" not in done.output
    ids = [git(project, "rev-parse", name)[:12] for name in ("main", "HEAD")]
    assert (
        f"`talqy diff --pull-request {'..'.join(ids)} --format text --language kk`" in done.output
    )


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("main", "“main” does not name two commits; write BASE..HEAD"),
        ("main..", "does not name two commits"),
        ("main..nothing", "there is no commit “nothing” here; fetch it first"),
        ("--upload-pack=x..work", "there is no commit “--upload-pack=x” here"),
        ("main..work\n", "does not name two commits"),
        ("main..\x1b", "cannot be the name of a commit"),
    ],
)
def test_a_span_that_is_none_is_refused(span: str, words: str, project: Path) -> None:
    refused = talqy(project, span=span)
    assert refused.exit_code == 2
    assert words in refused.output


def test_three_points_mean_the_same_as_two(project: Path) -> None:
    committed(project, {R2: a_draft(2, "3")})
    assert talqy(project, span="main...work").output == talqy(project).output


def test_histories_that_have_nothing_in_common_are_refused(project: Path) -> None:
    git(project, "checkout", "--quiet", "--orphan", "alone")
    committed(project, {R2: a_draft(2, "3")})
    refused = talqy(project, span="main..alone")
    assert refused.exit_code == 2
    assert "have no common history: make a new branch" in refused.output


def test_a_base_without_a_project_is_refused(tmp_path: Path) -> None:
    root = a_repository(tmp_path)
    committed(root, {"README.md": "Nothing yet\n"})
    git(root, "checkout", "--quiet", "-b", "work")
    write_project(root)
    committed(root)
    refused = talqy(root)
    assert refused.exit_code == 2
    assert "standards/project.yaml cannot be used" in refused.output


def test_a_flood_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(project, {R2: a_draft(2, "3"), R3: a_draft(3, "3")})
    monkeypatch.setattr(pull_request, "_MOST_BYTES", 1_000)
    assert "have more than 1000 bytes" in talqy(project).output
    for limit, words in (
        ("_MOST_DRAFTS", "more than 1 texts change at once"),
        ("MOST_CHANGES", "1 files or more change at once"),
    ):
        monkeypatch.setattr(drafts, limit, 1)
        refused = talqy(project)
        assert refused.exit_code == 2
        assert words in refused.output


@pytest.mark.parametrize("words", [("--format", "html"), (STANDARD,), ("--language", "en")])
def test_wrong_use_is_refused(words: tuple[str, ...], project: Path) -> None:
    assert talqy(project, *words).exit_code == 2
