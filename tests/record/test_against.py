"""`talqy verify --against` an older state: each way in which a keeper bends a record is named."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import builders as b
from repositories import a_repository, committed, git
from talqy.cli.main import main

TODAY = "2026-08-01"
FIRST, SECOND = "z000000001", "y000000002"
HISTORY = f"standards/{b.STANDARD}/history.yaml"
TEXT = b.revision_path(1)
COMMENT = b.comment_path(FIRST, "2026-06-10")
RESPONSE = b.response_path(FIRST, "2026-06-10")
WHY = ("--reason", "kk=Қате", "--reason", "ru=Опечатка")
SAME = "nothing on record vanished or changed since"


def talqy(project: Path, *words: str, today: bool = False) -> Result:
    """Run a command as a person does."""
    more = ("--today", TODAY) if today else ()
    return CliRunner().invoke(main, [*words, "--project", str(project), *more])


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an older state: a text in force, two comments, their answers, all of it on record."""
    folder = a_repository(tmp_path_factory.mktemp("older") / "project")
    decided = {"by": b.MINISTRY, "on": "2026-06-22"}
    b.write_project(
        folder,
        revisions=[b.an_adopted_revision()],
        comments=[b.a_comment(name, received="2026-06-10") for name in (FIRST, SECOND)],
        responses=[b.a_response(name, decided=decided) for name in (FIRST, SECOND)],
    )
    done = talqy(folder, "merge", "--all", today=True)
    assert done.exit_code == 0, done.output
    committed(folder)
    return folder


@pytest.fixture(scope="module")
def published(older: Path) -> list[str]:
    """Return what others hold of the older state: a clone, archives, its tag, and its root."""
    git(older, "tag", "published")
    packed = [older.parent / f"copy.{form}" for form in ("zip", "tar.gz")]
    for file in packed:
        git(older, "archive", "--prefix=copy/", "--output", str(file), "HEAD")
    (root,) = re.findall(r"sha256:[0-9a-f]{64}", talqy(older, "verify").output)
    return [str(older), *map(str, packed), "published", root]


@pytest.fixture
def project(older: Path, published: list[str], tmp_path: Path) -> Path:
    """Return a copy of the repository in which the keeper works on."""
    assert len(published) == 5
    return shutil.copytree(older, tmp_path / "project")


def swap(file: str, was: str, now: str) -> Callable[[Path], None]:
    """Change words in a file."""

    def change(project: Path) -> None:
        text = (project / file).read_text("utf-8")
        assert was in text
        (project / file).write_text(text.replace(was, now), "utf-8")

    return change


def gone(*files: str) -> Callable[[Path], None]:
    """Take files away."""

    def change(project: Path) -> None:
        for file in files:
            (project / file).unlink()

    return change


def anew(change: Callable[[Path], None]) -> Callable[[Path], None]:
    """Change something, throw the record away, and let the tool write another one."""

    def forged(project: Path) -> None:
        change(project)
        (project / HISTORY).unlink()
        (project / ".git").rename(project.parent / "aside")  # else git tells that there was one
        done = talqy(project, "merge", "--all", today=True)
        (project.parent / "aside").rename(project / ".git")
        assert done.exit_code == 0, done.output

    return forged


def no_standard(project: Path) -> None:
    """Take a whole standard away."""
    shutil.rmtree(project / "standards" / b.STANDARD)
    shutil.rmtree(project / "comments")


def numbers_swapped(project: Path) -> None:
    """Give each comment the number of the other one."""
    text = (project / HISTORY).read_text("utf-8")
    swapped = re.sub(r"number: ([12])", lambda m: f"number: {3 - int(m[1])}", text)
    (project / HISTORY).write_text(swapped, "utf-8")


def false_correction(project: Path) -> None:
    """Correct an answer, and then lie about what it was."""
    assert talqy(project, "correct", FIRST, "reason.ru=Иначе.", *WHY, today=True).exit_code == 0
    swap(HISTORY, "Мнение рассмотрено и учтено", "Мы так и говорили")(project)


def backdated_correction(project: Path) -> None:
    """Correct something, and then say that it was done before the older state was made."""
    words = ("correct", b.STANDARD, "r1", "report.on=2026-06-29", *WHY)
    assert talqy(project, *words, today=True).exit_code == 0
    text = (project / HISTORY).read_text("utf-8")
    head, found, rest = text.partition("corrections:")
    assert found and TODAY in rest  # noqa: PT018 - one fact
    (project / HISTORY).write_text(head + found + rest.replace(TODAY, "2026-07-01"), "utf-8")


def rewritten_under_a_mark(project: Path) -> None:
    """Write a comment anew, and call it a redaction of what it was."""
    file = project / COMMENT
    original = f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
    swap(COMMENT, "до двух дней", "до пяти дней")(project)
    mark = {"on": TODAY, "reason": {"kk": "Өтініш", "ru": "Просьба"}, "original": original}
    with file.open("a", encoding="utf-8") as text:
        text.write(f"redacted: {json.dumps(mark, ensure_ascii=False)}\n")


def kept_since_earlier(project: Path) -> None:
    """Say that an answer is on record since before the record was made."""
    text = (project / HISTORY).read_text("utf-8")
    moved, count = re.subn(r"(response: \{digest: [^}]*)2026-08-01", r"\g<1>2026-07-01", text)
    assert count
    (project / HISTORY).write_text(moved, "utf-8")


def posted_later(project: Path) -> None:
    """Say that a posting came on record after the discussion did."""
    text = (project / HISTORY).read_text("utf-8")
    moved, count = re.subn(r"(posted: \[\{[^}]*)\}", r'\g<1>, since: "2026-07-01"}', text)
    assert count
    (project / HISTORY).write_text(moved, "utf-8")


MANIPULATIONS = {
    "a text": (anew(swap(TEXT, "Новый проект.", "Иной проект.")), "V02"),
    "a text is gone": (gone(TEXT), "V0"),
    "a comment": (anew(swap(COMMENT, "до двух дней", "до пяти дней")), "V05"),
    "a comment and its answer are gone": (anew(gone(COMMENT, RESPONSE)), "V05"),
    "a comment, under the mark of a redaction": (rewritten_under_a_mark, "V05"),
    "since when an answer is kept": (kept_since_earlier, "V04"),
    "since when a posting is kept": (posted_later, "V04"),
    "numbers": (numbers_swapped, "V06"),
    "an outcome": (anew(swap(RESPONSE, "noted", "rejected")), "V07"),
    "a reason": (anew(swap(RESPONSE, "рассмотрено и учтено", "отклонено")), "V07"),
    "an answer is gone": (gone(RESPONSE), "V07"),
    "the closing day": (anew(swap(TEXT, 'closes: "2026-06-19"', 'closes: "2026-06-18"')), "V03"),
    "the day of a posting": (anew(swap(TEXT, 'on: "2026-06-02"', 'on: "2026-06-01"')), "V03"),
    "the day of the report": (anew(swap(TEXT, 'on: "2026-06-26"', 'on: "2026-06-25"')), "V03"),
    "in force": (anew(swap(TEXT, 'in_force: "2026-07-10"', 'in_force: "2026-07-11"')), "V03"),
    "the record is gone": (gone(HISTORY), "V01"),
    "the whole standard is gone": (no_standard, "V01"),
    "a correction dated back": (backdated_correction, "V08"),
    "a false correction": (false_correction, "V07"),
}


@pytest.mark.parametrize("name", MANIPULATIONS)
def test_what_a_keeper_bends_is_named(published: list[str], project: Path, name: str) -> None:
    bend, code = MANIPULATIONS[name]
    bend(project)
    committed(project)
    for other in published:
        found = talqy(project, "verify", "--against", other)
        assert found.exit_code == 1, (other, found.output)
        assert f"error {code}" in found.output, (other, found.output)


@pytest.mark.parametrize("name", ["a text", "a comment and its answer are gone", "a reason"])
def test_a_history_in_which_it_was_never_otherwise_is_named(
    older: Path, published: list[str], project: Path, name: str
) -> None:
    """The only commit is written anew, its name, day and words as they were."""
    bend, code = MANIPULATIONS[name]
    bend(project)
    git(project, "tag", "--delete", "published")
    git(project, "commit", "--quiet", "--all", "--amend", "--no-edit")
    copies = [other for other in published if other.startswith(str(older.parent))]
    for copy in copies:
        found = talqy(project, "verify", "--against", copy)
        assert found.exit_code == 1, (copy, found.output)
        assert f"error {code}" in found.output
        assert "was rewritten" in found.output
    lost = talqy(project, "verify", "--against", published[-1])
    assert (lost.exit_code, "its history was rewritten" in lost.output) == (2, True)


def test_what_the_record_is_read_with_is_told_and_is_no_error(
    published: list[str], project: Path
) -> None:
    swap("standards/project.yaml", "Министерство юстиции", "Иное министерство")(project)
    committed(project)
    for other in published:
        found = talqy(project, "verify", "--against", other)
        _, heading, settings = found.output.partition("Not on record, but changed since")
        assert (found.exit_code, bool(heading), settings.count("V12")) == (0, True, 1), found.output
        assert "was “Министерство юстиции”, and now is “Иное министерство”" in settings


def renamed(project: Path) -> None:
    swap("standards/project.yaml", "Министерство юстиции", "Иное министерство")(project)


def corrected(project: Path) -> None:
    words = ("correct", b.STANDARD, "r1", "report.on=2026-06-29", *WHY)
    assert talqy(project, *words, today=True).exit_code == 0


READ_WITH = "but it is read with other settings"
MORE = "nothing else on record changed"
# What was done, and the beginnings of what is told of it, in this order; nothing is said of “no
# change” above what changed, or beside an error.
TOLD: dict[str, tuple[list[Callable[[Path], None]], list[str]]] = {
    "a name": ([renamed], ["V12", SAME, READ_WITH]),
    "a correction": ([corrected], ["openly corrected", MORE]),
    "both": ([corrected, renamed], ["openly corrected", "V12", MORE, READ_WITH]),
    "an error besides": (
        [corrected, renamed, swap(RESPONSE, "noted", "rejected")],
        ["error V07", "errors: ", "openly corrected", "V12"],
    ),
    "nothing": ([], [SAME]),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_it_comes_to_stands_below_all_that_changed(
    older: Path, project: Path, name: str
) -> None:
    bends, told = TOLD[name]
    for bend in bends:
        bend(project)
    found = talqy(project, "verify", "--against", str(older)).output
    signs = ("error V07", "errors: ", "openly corrected", "V12", SAME, MORE, READ_WITH)
    places = sorted((found.index(sign), sign) for sign in signs if sign in found)
    assert [sign for _, sign in places] == told, found


def test_other_words_of_the_project_are_told(older: Path, project: Path) -> None:
    """Whoever says “accepted” and means “rejected” has turned a report round."""
    b.write(project, "site_templates/messages/ru.po", 'msgid ""\nmsgstr ""\n')
    committed(project)
    found = talqy(project, "verify", "--against", str(older))
    assert found.exit_code == 0, found.output
    assert (
        "with other files of the project than then (1): site_templates/messages/ru.po"
        in found.output
    )


def test_a_language_that_is_gone_is_told_once(older: Path, project: Path) -> None:
    """What is written in it is still there, and is compared."""
    swap("standards/project.yaml", "  - ru\n", "")(project)
    swap(RESPONSE, "рассмотрено и учтено", "отклонено")(project)
    found = talqy(project, "verify", "--against", str(older), "--language", "en")
    codes = re.findall(r"error (\w+)", found.output)
    assert codes.count("V13") == 1
    assert set(codes) == {"V13", "V07", "R05"}, found.output


def test_a_standard_that_is_gone_is_told_once_with_its_title(older: Path, project: Path) -> None:
    no_standard(project)
    found = talqy(project, "verify", "--against", str(older), "--language", "ru")
    assert re.findall(r"V\d\d", found.output) == ["V01"]
    assert "«Регистрация рождения»" in found.output
    assert "текстов 1, комментариев 2" in found.output


def test_a_reader_is_told_no_keys_and_given_no_advice(older: Path, project: Path) -> None:
    bends = (
        swap(TEXT, 'in_force: "2026-07-10"', 'in_force: "2026-07-11"'),
        swap(RESPONSE, "рассмотрено и учтено", "отклонено"),
    )
    for bend in bends:
        anew(bend)(project)
    found = talqy(project, "verify", "--against", str(older), "--language", "ru").output
    assert "утверждение, день вступления в силу: в журнале было «2026-07-10»" in found
    assert not re.search(r"in_force|→", found), found


def test_words_that_were_only_taken_out_pass(published: list[str], project: Path) -> None:
    taken = ("comment", "redact", FIRST, "--words", "двух дней", *WHY)
    assert talqy(project, *taken).exit_code == 0
    committed(project)
    alone = talqy(project, "verify")
    assert (alone.exit_code, "cannot be compared here" in alone.output) == (0, False), alone.output
    for other in published:
        found = talqy(project, "verify", "--against", other)
        assert found.exit_code == 0, (other, found.output)
        assert "openly taken out on" in found.output
        assert "nothing else on record changed" in found.output


def test_what_was_changed_under_a_mark_is_found_where_the_repository_has_the_first_version(
    project: Path,
) -> None:
    rewritten_under_a_mark(project)
    committed(project)
    found = talqy(project, "verify")
    assert re.findall(r"error (\w+)", found.output) == ["V05"], found.output
    shutil.rmtree(project / ".git")
    alone = talqy(project, "verify")
    assert (alone.exit_code, "cannot be compared here" in alone.output) == (0, True), alone.output


def test_an_honest_later_state_passes(published: list[str], project: Path) -> None:
    words = ("correct", b.STANDARD, "r1", "report.on=2026-06-29", *WHY)
    assert talqy(project, *words, today=True).exit_code == 0
    assert talqy(project, "correct", FIRST, "reason.ru=Иначе.", *WHY, today=True).exit_code == 0
    b.write(project, b.revision_path(2), b.a_revision(2))
    committed(project)
    openly = [
        f"openly corrected on {TODAY}: {b.STANDARD}, r1, report, day",
        f"openly corrected on {TODAY}: {b.STANDARD}, r1, the answer to the comment {FIRST}, reason",
        "nothing else on record changed, and nothing vanished, since",
    ]
    for other in published:
        found = talqy(project, "verify", "--against", other)
        said = [SAME not in found.output, *(words in found.output for words in openly)]
        assert (found.exit_code, all(said)) == (0, True), (other, found.output)


@pytest.mark.parametrize("other", ["0" * 64, "no-such-tag", "no-such.zip", "a" * 5000, ""])
def test_what_is_no_older_state_ends_in_words(project: Path, other: str) -> None:
    found = talqy(project, "verify", "--against", other)
    assert found.exit_code == 2, found.output
    assert "Traceback" not in found.output


def test_an_archive_that_is_none_ends_in_words(project: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.zip").write_bytes(b"no archive")
    found = talqy(project, "verify", "--against", str(tmp_path / "copy.zip"))
    assert (found.exit_code, "cannot be opened" in found.output) == (2, True), found.output


def test_a_receipt_is_proven_without_the_record(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "receipt.json"
    made = talqy(project, "export", "receipt", FIRST, "--to", str(file))
    assert made.exit_code == 0, made.output
    (root,) = re.findall(r"sha256:[0-9a-f]{64}", talqy(project, "verify").output)
    proven = CliRunner().invoke(main, ["verify", str(file), "--against", root])
    assert (proven.exit_code, root in proven.output) == (0, True), proven.output


def test_a_citizen_proves_a_receipt_in_any_folder_by_a_root_that_somebody_holds(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, elsewhere = tmp_path / "receipt.json", tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert talqy(project, "export", "receipt", FIRST, "--to", str(file)).exit_code == 0
    (root,) = re.findall(r"sha256:[0-9a-f]{64}", talqy(project, "verify").output)
    monkeypatch.chdir(elsewhere)
    for words, status, said in (
        ((), 1, "its root is not known here"),
        (("--against", root), 0, "proven: its root is the one that you have"),
        (("--against", root.removeprefix("sha256:").upper()), 0, "proven: its root"),
        (("--against", f"sha256:{'0' * 64}"), 1, "its root is another one"),
    ):
        found = CliRunner().invoke(main, ["verify", str(file), *words])
        assert (found.exit_code, said in found.output) == (status, True), found.output


def test_the_file_of_a_comment_is_compared_with_its_receipt(project: Path, tmp_path: Path) -> None:
    """Line ends of Windows do not matter; a comment's id will do in place of a receipt."""
    receipt, other = tmp_path / "receipt.json", tmp_path / "other.yaml"
    assert talqy(project, "export", "receipt", FIRST, "--to", str(receipt)).exit_code == 0
    data = (project / COMMENT).read_bytes()
    for content, status in ((data, 0), (data.replace(b"\n", b"\r\n"), 0), (data + b"#\n", 1)):
        other.write_bytes(content)
        for known in (str(receipt), FIRST):
            found = talqy(project, "verify", known, "--file", str(other))
            assert found.exit_code == status, found.output
    assert talqy(project, "verify", "--file", str(other)).exit_code == 2


def test_what_a_receipt_tells_of_itself_is_told_as_that(project: Path, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.json"
    assert talqy(project, "comment", "redact", FIRST, "--words", "двух дней", *WHY).exit_code == 0
    assert talqy(project, "export", "receipt", FIRST, "--to", str(receipt)).exit_code == 0
    said = CliRunner().invoke(main, ["verify", str(receipt)]).output.splitlines()
    proven = "by the record, it is on record since"
    dated = [x for x in said if re.search(r"\d{4}-\d\d-\d\d", x) and proven not in x]
    assert len(dated) == 2
    assert all("by the words of the receipt alone, not proven" in line for line in dated), dated


def test_a_receipt_is_compared_with_the_record_of_the_folder(project: Path, tmp_path: Path) -> None:
    """Under another root it proves nothing; what the record has of the comment is told."""
    file = tmp_path / "receipt.json"
    assert talqy(project, "export", "receipt", FIRST, "--to", str(file)).exit_code == 0
    assert "proven: the root" in talqy(project, "verify", str(file)).output
    history = project / HISTORY
    text = history.read_text("utf-8")
    digest = json.loads(file.read_text("utf-8"))["digest"]
    ends = [
        (text.replace(digest, f"sha256:{'1' * 64}"), "another digest of this comment: sha256:1"),
        (text.replace(FIRST, "0000000000"), "the record of this folder has no such comment"),
        (re.sub(r"number: \d", "number: 77", text), "this comment on r1 under the number 77"),
        (text.replace("clause: term", "clause: whole"), "another clause or another day"),
    ]
    for changed, said in ends:
        history.write_text(changed, "utf-8")
        found = talqy(project, "verify", str(file))
        assert (found.exit_code, said in found.output) == (1, True), found.output
        assert "its root is not known here" in found.output
        assert "proven: the root" not in found.output
    (project / HISTORY).unlink()
    assert talqy(project, "verify", str(file)).exit_code == 1


def test_an_honest_receipt_of_an_older_root_holds_while_the_record_has_its_line(
    project: Path, tmp_path: Path
) -> None:
    """In scripts 0 means proven here: by the root, or by the line of the comment on record."""
    file = tmp_path / "receipt.json"
    assert talqy(project, "export", "receipt", FIRST, "--to", str(file)).exit_code == 0
    history = project / HISTORY
    text = re.sub(r"since: '?[0-9-]+'?", "since: '2026-11-19'", history.read_text("utf-8"))
    history.write_text(text.replace("outcome: accepted", "outcome: rejected"), "utf-8")
    found = talqy(project, "verify", str(file))
    assert "its root is not known here" in found.output
    assert (found.exit_code, "same digest" in found.output) == (0, True), found.output


@pytest.mark.parametrize("key", ["digest", "number", "comment", "standard", "root", "leaf"])
def test_a_receipt_that_was_changed_proves_nothing(project: Path, tmp_path: Path, key: str) -> None:
    file = tmp_path / "receipt.json"
    assert talqy(project, "export", "receipt", FIRST, "--to", str(file)).exit_code == 0
    tree: dict[str, Any] = json.loads(file.read_text("utf-8"))
    other = {"number": 7, "comment": SECOND, "standard": "another", "leaf": "{}"}
    tree[key] = other.get(key, f"sha256:{'0' * 64}")
    file.write_text(json.dumps(tree), "utf-8")
    assert CliRunner().invoke(main, ["verify", str(file)]).exit_code == 1


def test_a_record_of_the_first_edition_tells_that_it_has_no_digest_of_an_answer(
    project: Path, tmp_path: Path
) -> None:
    """The next merge makes it, dated that day; the receipt that is made then says so."""
    file = tmp_path / "receipt.json"
    words = ("export", "receipt", FIRST, "--to", str(file), "--replace")
    since = f"its answer is on record since {TODAY}"
    assert since in talqy(project, "verify", FIRST).output
    text = (project / HISTORY).read_text("utf-8")
    first_edition = re.sub(r", response: \{[^}]*\}", "", text)
    assert first_edition != text
    days = r", since: '[^']*'|, 'on': '[^']*'(?=, outcome)"
    first_edition = re.sub(rf"( +recorded|root): .*\n|{days}", "", first_edition)
    (project / HISTORY).write_text(first_edition, "utf-8")
    assert "no digest of its answer is on record yet" in talqy(project, "verify", FIRST).output
    assert talqy(project, *words).exit_code == 0
    assert "its answer" not in CliRunner().invoke(main, ["verify", str(file)]).output
    made = talqy(project, "merge", "--all", today=True)
    assert made.exit_code == 0, made.output
    assert talqy(project, *words).exit_code == 0
    assert since in CliRunner().invoke(main, ["verify", str(file)]).output


@pytest.mark.parametrize("form", ["line", "qr"])
def test_a_receipt_is_written_in_every_form(
    project: Path, tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / f"receipt.{form}"
    made = talqy(project, "export", "receipt", FIRST, "--format", form, "--to", str(file))
    assert made.exit_code == 0, made.output
    written = file.read_text("utf-8")
    if form == "qr":
        assert written.startswith("<svg ")
        return
    for brought in (str(file), written, f"https://example.kz/kk/verify/#{written}"):
        assert talqy(project, "verify", brought).exit_code == 0


def test_a_tally_that_does_not_add_up_is_told(project: Path) -> None:
    assert "this tally" not in talqy(project, "verify").output
    swap(HISTORY, "received: 2", "received: 1")(project)
    found = talqy(project, "verify")
    assert (found.exit_code, "this tally is not that of the comments" in found.output) == (1, True)
