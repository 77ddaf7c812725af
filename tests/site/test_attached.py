"""Pictures, forms and papers that texts name as files: proven, shown, offered, never missing."""

from hashlib import sha256
from pathlib import Path

import pytest

import builders as b
from builders import STANDARD, a_clause, a_revision, said, write
from cases import a_case, a_record
from sites import ROOT, classed, find, parsed, run, small, words_in
from talqy.compare.comparison import ever_compared
from talqy.language.edition import Edition, editions
from talqy.language.fact_change_words import said_changes
from talqy.language.for_you import against_held, in_short
from talqy.model.register import Record
from talqy.site.pages import compare, standard

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
FORM = b"PK\x03\x04 a form\r\n"
NOTE = b"%PDF-1.7\r\nnote"
FOLDER = f"standards/{STANDARD}/documents"
TODAY = ("--today", "2026-11-12")


def digest(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


def attached(name: str, data: bytes, **changes: object) -> b.Tree:
    words = said("жолдың сызбасы", "схема прохода")
    return {"file": f"documents/{name}", "digest": digest(data), "words": words, **changes}


def a_text() -> b.Tree:
    """Return a text with a picture and a form in a clause, and a note beside it."""
    way, form = attached("r1-way.png", PNG), attached("r1-form-ru.docx", FORM, language="ru")
    note = {"kind": "explanatory-note", "language": "ru", "file": "documents/r1-note-ru.pdf"}
    clauses = [*b.complete_clauses(), a_clause("annex", "99", facts={"files": [way, form]})]
    documents = [{**note, "digest": digest(NOTE)}]
    return a_revision(clauses=clauses, documents=documents)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = small(tmp_path / "project", revisions=[a_text()])
    for name, data in (("r1-way.png", PNG), ("r1-form-ru.docx", FORM), ("r1-note-ru.pdf", NOTE)):
        write(folder, f"{FOLDER}/{name}", data)
    return folder


def test_each_file_is_on_the_site_byte_for_byte_and_pages_lead_to_it(project: Path) -> None:
    assert run("build", *TODAY, cwd=project).exit_code in {0, 1}
    for page in (f"ru/s/{STANDARD}", f"ru/s/{STANDARD}/r1", f"kk/s/{STANDARD}"):
        tree = parsed(project / f"site/{page}/index.html")
        up = "../" * (page.count("/") + 1)
        hrefs = [
            at for one in tree.iter("a") if (at := one.get("href", "")).startswith(f"{up}data")
        ]
        names = ("r1-way.png", "r1-form-ru.docx", "r1-note-ru.pdf")
        assert hrefs[:3] == [f"{up}data/documents/{STANDARD}/{name}" for name in names]
        for href, data in zip(hrefs, (PNG, FORM, NOTE), strict=False):
            assert (project / f"site/{page}" / href).read_bytes() == data


def test_a_picture_is_shown_with_words_for_who_cannot_see_it(project: Path) -> None:
    run("build", *TODAY, cwd=project)
    tree = parsed(project / f"site/kk/s/{STANDARD}/index.html")
    (link,) = classed(tree, "picture")
    assert words_in(link) == "жолдың сызбасы"
    assert find(link, "img").get("src") == link.get("href")


def test_a_file_that_was_exchanged_after_publication_stops_the_build(project: Path) -> None:
    assert run("merge", STANDARD, *TODAY, cwd=project).exit_code == 0
    write(project, f"{FOLDER}/r1-form-ru.docx", FORM + b"!")
    refused = run("build", *TODAY, cwd=project)
    assert refused.exit_code == 2
    assert "r1.yaml (cannot be used)" in " ".join(refused.output.split())
    checked = run("check", *TODAY, cwd=project)
    assert f" error F25: “{FOLDER}/r1-form-ru.docx” is not the file" in checked.output


def test_check_says_the_digest_that_belongs_into_a_new_text(project: Path) -> None:
    text = project / f"standards/{STANDARD}/revisions/r1.yaml"
    kept = text.read_text("utf-8")
    text.write_text(
        kept.replace(f'digest: "{digest(PNG)}"', "").replace(f"digest: {digest(PNG)}", ""), "utf-8"
    )
    checked = run("check", *TODAY, cwd=project)
    assert "error F26: " in checked.output
    assert f"digest: {digest(PNG)}" in checked.output


def test_a_picture_that_only_has_the_ending_is_told(project: Path) -> None:
    page = b"<script>alert(1)</script>"
    write(project, f"{FOLDER}/r1-way.png", page)
    checked = run("check", *TODAY, cwd=project)
    assert (
        f" error F27: “{FOLDER}/r1-way.png” is not what the ending of its name says"
        in checked.output
    )


@pytest.mark.parametrize("name", ["documents/../../project.yaml", "documents/a.svg", "/etc/x.pdf"])
def test_no_other_name_can_be_one(name: str, tmp_path: Path) -> None:
    note = {"kind": "other", "language": "ru", "file": name, "digest": digest(NOTE)}
    folder = small(tmp_path / "project", revisions=[a_revision(documents=[note])])
    assert " error F41: " in run("check", *TODAY, cwd=folder).output


def test_a_document_is_a_file_or_has_an_address(tmp_path: Path) -> None:
    note = {"kind": "other", "language": "ru"}
    folder = small(tmp_path / "project", revisions=[a_revision(documents=[note])])
    assert " error F43: a document is either a “file”" in run("check", *TODAY, cwd=folder).output


def test_letters_in_the_folder_of_documents_are_told_once(project: Path) -> None:
    write(project, f"{FOLDER}/reply.docx", FORM)
    checked = run("check", *TODAY, cwd=project)
    assert checked.output.count("reply.docx") == 1
    assert " warning F28: no text names this file" in checked.output


def test_a_new_form_is_a_change_of_its_clause(project: Path) -> None:
    second = attached("r2-form-ru.docx", FORM + b"2", language="ru")
    clauses = [*b.complete_clauses(), a_clause("annex", "99", facts={"files": [second]})]
    reason = {"clauses": ["annex"], "reason": said("Жаңа нысан.", "Новая форма.")}
    text = a_revision(2, base="1", kind="amendment", clauses=clauses, amendments=[reason])
    write(project, f"standards/{STANDARD}/revisions/r2.yaml", text)
    write(project, f"{FOLDER}/r2-form-ru.docx", FORM + b"2")
    told = run("diff", STANDARD, "r1", "r2", "--language", "ru", *TODAY, cwd=project)
    assert "r1-form-ru.docx" in told.output
    assert "r2-form-ru.docx" in told.output


# --- another file, and not a word ----------------------------------------------------------------


def changed_form() -> tuple[Edition, Record]:
    """Return a draft of which the annex has another form, and no word differs, in Russian."""
    texts = []
    for data in (PNG, PNG + b"\0"):
        number = {"kk": "1-қосымша", "ru": "Приложение 1"}
        files = {"files": [attached("way.png", data)]}
        annex = a_clause("annex", number, unit="annex", facts=files)
        texts.append([*b.complete_clauses(), annex])
    record = a_record(b.an_adopted_revision(1, clauses=texts[0]), b.a_revision(2, clauses=texts[1]))
    case = a_case(record, today="2026-11-20")
    return editions(ROOT, case.register, case.assessment)[1], record


def test_a_change_of_an_annex_alone_is_told_as_a_change() -> None:
    edition, record = changed_form()
    draft = record.revisions[-1]
    told = "Изменены приложения и файлы: Приложение 1"
    assert against_held(edition, record, draft).annexes == told
    assert in_short(edition, record, draft, 80) == told
    for room in (standard, compare):
        assert told in next(iter(room.pages(edition, record))).content
    (older, newer), *_ = ever_compared(record)
    (change,) = edition.comparison(record, older, newer).changes
    (fact,) = change.facts
    (said_of,) = said_changes(edition.locale, None, fact, 2026)
    assert said_of.texts[1] == f"{said_of.texts[0]}; изменено"
