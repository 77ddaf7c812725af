"""The whole life of a comment, as docs/commands.md tells it: real git, real commands, LibreOffice.

What people do wrongly on the way is tried first: it is refused in words that say how to go on.
"""

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from builders import (
    STANDARD,
    Tree,
    a_consultation,
    a_project,
    a_response,
    a_revision,
    complete_clauses,
    revision_path,
    said,
)
from libreoffice import typed
from repositories import a_repository, committed, git
from response_books import Book
from sites import built, by_id, files_of, parsed, run, small, words_in
from talqy.cli.main import main

TEXT = "Срок указан без часов. Напишите, что ответ дают за 20 минут, если человек пришел сам."
QUOTE = "Услуга оказывается за три рабочих дня."
PROPOSAL = "Услуга оказывается за два рабочих дня."
WAS = said("Қызмет үш жұмыс күні ішінде көрсетіледі.", QUOTE)
BECOMES = said("Қызмет екі жұмыс күні ішінде көрсетіледі.", PROPOSAL)
LETTERS = (
    "түрі,тармақ,мәтін,күні,тіл\r\n"
    "Өзгерту туралы ұсыныс,term,Мерзім қысқартылса екен: қазір тым ұзақ.,2026-10-06,kk\r\n"
)
RESPONSE = said(
    "Мерзім қысқартылды: екі жұмыс күні жеткілікті.", "Срок сокращен: хватит двух дней."
)
NOTED = said("Пікір назарға алынды.", "Мнение принято к сведению.")


@dataclass(frozen=True)
class Walk:
    """The authority's repository, and a stranger's clone of it."""

    office: Path
    stranger: Path
    notes: Path

    def says(self, *words: str | Path, status: int = 0) -> str:
        """Run a command in the authority's folder; return what it said."""
        line = [*map(str, words), "--project", str(self.office)]
        done = CliRunner().invoke(main, line)
        assert done.exit_code == status, done.output
        return done.output

    def change(self, file: str, was: str, becomes: str) -> None:
        """Put other words into a file, as with an editor."""
        path = self.office / file
        line_ends = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
        text = path.read_text("utf-8")
        assert text.count(was) == 1, text
        path.write_text(text.replace(was, becomes), "utf-8", newline=line_ends)

    def day(self, was: str, becomes: str) -> None:
        """Let time pass."""
        self.change("standards/project.yaml", f'today: "{was}"', f'today: "{becomes}"')
        committed(self.office)

    def said_of(self, comment: str) -> str:
        """Build the site, and answer what its page of comments says of one."""
        page = built(self.office) / "ru" / "s" / STANDARD / "comments" / "index.html"
        return words_in(by_id(parsed(page), f"c-{comment}"))

    def files(self) -> dict[str, bytes]:
        """Return all files of comments and answers."""
        return files_of(self.office / "comments")


def texts(term: Tree) -> list[Tree]:
    """Make the clauses of a text, with what it says of the term."""
    return [
        {**clause, "text": term} if clause["id"] == "term" else clause
        for clause in complete_clauses()
    ]


# What Git for Windows sets by itself, or because of the disk.
WINDOWS = {
    "core.autocrlf": "true",
    "core.symlinks": "false",
    "core.fileMode": "false",
    "core.ignoreCase": "true",
    "core.protectNTFS": "true",
    "core.quotePath": "true",
}


@pytest.fixture(params=["Linux", "Windows"])
def walk(tmp_path: Path, request: pytest.FixtureRequest) -> Walk:
    """Make the authority's repository, with one draft under discussion.

    On Windows the authority works in a checkout with CRLF, in “Мои документы”.
    """
    office = a_repository(tmp_path / "Мои документы" / "жоба 1")
    first = a_revision(
        1,
        dated="2026-09-28",
        clauses=texts(WAS),
        consultation=a_consultation("2026-10-05", "2026-10-20"),
    )
    small(office, project=a_project(today="2026-10-07"), revisions=[first])
    (office / ".gitignore").write_text("site/\n", "utf-8")
    committed(office)
    if request.param == "Windows":
        as_windows_does(office)
    stranger = tmp_path / "stranger"
    git(tmp_path, "clone", "--quiet", str(office), str(stranger))
    return Walk(office, stranger, tmp_path)


def as_windows_does(office: Path) -> None:
    """Check all out once more, as Git for Windows does where nobody has chosen anything else."""
    for key, value in WINDOWS.items():
        git(office, "config", key, value)
    git(office, "rm", "--quiet", "-r", "--cached", ".")
    git(office, "reset", "--quiet", "--hard")
    assert b"\r\n" in (office / revision_path(1)).read_bytes()


@pytest.mark.xdist_group("office")
def test_a_comment_goes_all_the_way(walk: Walk) -> None:
    comment = a_stranger_comments(walk)
    it_is_judged_and_published(walk, comment)
    letter = a_letter_is_taken_in(walk)
    walk.day("2026-10-07", "2026-10-22")
    the_record_numbers_them(walk, comment)
    they_are_answered_in_a_workbook(walk, comment, letter)
    the_next_draft_begins_with_what_was_accepted(walk, comment)
    the_report_is_published(walk, comment)
    the_authoritys_own_change_is_judged(walk)
    the_author_can_prove_it(walk, comment)


def a_stranger_comments(walk: Walk) -> str:
    """In a clone, on a branch; a number that must not be published stays unwritten."""
    words = ("--clause", "term", "--language", "ru", "--kind", "change", "--consent")
    wishes = ("--quote", QUOTE, "--proposal", PROPOSAL)
    line = ("new", "comment", STANDARD, *words, *wishes)
    refused = run(*line, "--text", f"{TEXT} ИИН 900101300017.", cwd=walk.stranger)
    assert refused.exit_code == 1
    assert "G17: здесь есть индивидуальный идентификационный номер" in refused.stderr
    assert "900101300017" not in refused.stderr
    assert "уберите его" in refused.stderr
    done = run(*line, "--text", TEXT, cwd=walk.stranger)
    assert "Дальше: " in done.stdout, done.stdout
    (file,) = (walk.stranger / "comments").rglob("*.yaml")
    return file.stem


def it_is_judged_and_published(walk: Walk, comment: str) -> None:
    """A pull request that answers itself is refused; the comment alone passes, and is shown."""
    git(walk.stranger, "switch", "--quiet", "--create", "comment")
    committed(walk.stranger)
    git(walk.stranger, "switch", "--quiet", "--create", "greedy")
    place = f"comments/{STANDARD}/r1/2026-10-07/{comment}.response.yaml"
    committed(walk.stranger, {place: a_response(comment)})
    git(walk.office, "fetch", "--quiet", str(walk.stranger), "greedy:greedy", "comment:comment")
    judged = ("check", "--pull-request")
    greedy = walk.says(*judged, "main..greedy", "--format", "comment", status=1)
    assert f"{comment}.response.yaml" in greedy
    assert "в нем нужно кое-что исправить" in greedy
    assert walk.says(*judged, "main..comment").startswith(
        "passes (to be mended: 0, for a person: 0"
    )
    git(walk.office, "merge", "--quiet", "--no-edit", "comment")
    assert "Ожидает ответа" in (shown := walk.said_of(comment))
    assert shown.startswith("Комментарий: ")
    assert comment in shown
    refused = walk.says("report", STANDARD, "r1", status=1)
    assert all(f"error {code}: " in refused for code in ("B01", "B02", "B03"))


def a_letter_is_taken_in(walk: Walk) -> str:
    """A table of letters: twice taken in, once there."""
    table = walk.notes / "letters.csv"
    table.write_text(LETTERS, "utf-8")
    before = walk.files()
    words = ("comment", "import", "--standard", STANDARD, "--channel", "paper", table)
    assert "taken: 1, already taken: 0, left: 0" in walk.says(*words)
    assert "taken: 0, already taken: 1, left: 0" in walk.says(*words)
    committed(walk.office)
    (new,) = walk.files().keys() - before.keys()
    return Path(new).stem


def the_record_numbers_them(walk: Walk, comment: str) -> None:
    """Merging is due, and done once; after it an altered comment is found by everybody."""
    assert "run “talqy merge" in walk.says("merge", "--all", "--check", status=1)
    walk.says("merge", STANDARD)
    assert "up to date" in walk.says("merge", "--all", "--check")
    committed(walk.office)
    file = f"comments/{STANDARD}/r1/2026-10-07/{comment}.yaml"
    walk.change(file, "20 минут", "20 дней")
    for command in ("check", "verify"):
        assert "error R02: " in (said := walk.says(command, status=1))
        assert "put the recorded file back from git" in said
    assert "nothing was merged" in walk.says("merge", STANDARD, status=1)
    git(walk.office, "checkout", "--quiet", "--", file)
    assert "errors: 0" in walk.says("verify")


def they_are_answered_in_a_workbook(walk: Walk, comment: str, letter: str) -> None:
    """Half an answer names its cells and writes nothing; the whole ones are written at once."""
    file = walk.notes / "answers.xlsx"
    walk.says("respond", "export", STANDARD, "r1", "--language", "ru", "--to", file)
    book, before = Book(file), walk.files()
    place = partial(book.place, comment)
    half = {place("outcome"): "Принято", place("reason-kk"): RESPONSE["kk"]}
    typed(file, half, walk.notes)
    refused = walk.says("respond", "import", file, status=1)
    assert f"!{place('reason-ru')}: error W13: " in refused
    assert "write it; the languages are published together" in refused
    assert walk.files() == before
    rest = {
        place("reason-ru"): RESPONSE["ru"],
        place("landed-revision"): "2",
        place("landed-clauses"): "term",
        book.place(letter, "outcome"): "Принято к сведению",
        book.place(letter, "reason-kk"): NOTED["kk"],
        book.place(letter, "reason-ru"): NOTED["ru"],
    }
    typed(file, rest, walk.notes)
    assert "written: 2; unchanged: 0" in walk.says("respond", "import", file)
    assert {**walk.files(), **before} == walk.files()
    assert "warning L03: " in walk.says("check")
    walk.says("merge", STANDARD)
    committed(walk.office)


def the_next_draft_begins_with_what_was_accepted(walk: Walk, comment: str) -> None:
    """It names clause and cause; a change in one language alone is found."""
    walk.says("new", "revision", STANDARD)
    second = yaml.safe_load((walk.office / revision_path(2)).read_text("utf-8"))
    (amendment,) = second["amendments"]
    assert (amendment["clauses"], amendment["comments"]) == (["term"], [comment])
    assert amendment["reason"] == RESPONSE
    assert "to do T09: " in walk.says("check")
    walk.change(revision_path(2), 'kk: "…"', "kk: Мерзім қысқарады.")
    walk.change(revision_path(2), 'ru: "…"', "ru: Срок сокращается.")
    walk.change(revision_path(2), WAS["ru"], BECOMES["ru"])
    assert "to do T06: " in (said := walk.says("check"))
    assert "T09" not in said
    walk.change(revision_path(2), WAS["kk"], BECOMES["kk"])
    walk.change(revision_path(2), 'amount: "3"', 'amount: "2"')
    assert walk.says("check") == "errors: 0, warnings: 0\n"
    assert "№ 2 – Принято" in walk.says("diff", STANDARD, "--language", "ru")
    committed(walk.office)


def the_report_is_published(walk: Walk, comment: str) -> None:
    """Nobody has signed: it is refused. Then it is a page, and the comment leads to its change."""
    assert "error B02: " in walk.says("report", STANDARD, "r1", status=1)
    signed = 'closes: "2026-10-20"\n  report: {on: "2026-10-22", signed_by: {kk: Б, ru: Д}}'
    walk.change(revision_path(1), 'closes: "2026-10-20"', signed)
    said = walk.says("report", STANDARD, "r1", "--language", "ru")
    assert TEXT in " ".join(said.split())
    assert RESPONSE["ru"] in said
    assert "errors: 0, warnings: 0" in walk.says("check")
    shown = walk.said_of(comment)
    assert shown.startswith("Комментарий: физическое лицо, 7 октября 2026 года Принято")
    assert "№ 2" in shown
    assert RESPONSE["ru"] in shown
    promised = "Доработанный проект готовится: редакция 2."
    assert promised in " ".join(shown.split())  # it is not public yet
    page = parsed(walk.office / "site" / "ru" / "s" / STANDARD / "report" / "r1" / "index.html")
    assert RESPONSE["ru"] in words_in(page)
    walk.says("merge", STANDARD)
    committed(walk.office)


def the_authoritys_own_change_is_judged(walk: Walk) -> None:
    """A frozen text cannot be changed, not even by those who wrote it."""
    git(walk.office, "switch", "--quiet", "--create", "second-thoughts")
    walk.change(revision_path(1), WAS["ru"], "Услуга оказывается за тридцать рабочих дней.")
    committed(walk.office)
    git(walk.office, "switch", "--quiet", "main")
    words = ("check", "--pull-request", "main..second-thoughts", "--profile", "authority")
    refused = walk.says(*words, status=1)
    assert "\nfail G24 " in refused
    assert "what is to change goes into the next revision" in refused


def the_author_can_prove_it(walk: Walk, comment: str) -> None:
    """The id and what `sha256sum` prints of the file are the receipt."""
    digest = hashlib.sha256(next(walk.stranger.rglob(f"{comment}.yaml")).read_bytes()).hexdigest()
    assert "the receipt fits" in walk.says("verify", comment, digest)
    assert "does not fit" in walk.says("verify", comment, "0" * 64, status=1)
    assert digest in walk.said_of(comment)
