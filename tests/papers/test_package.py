"""`talqy export package`: what the portals are sent, each file once, with its digest."""

import io
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

import builders as b
from pdf_tags import heard, tags_of
from talqy.build import site
from talqy.cli.main import main
from talqy.drafts.unlike_texts import summary_heads
from talqy.errors import FileChangedError
from talqy.language.edition import Edition
from talqy.office import typeset
from talqy.office.word_read import read_word
from talqy.office.word_values import WordTable
from talqy.papers.certificate import certificate
from talqy.papers.notice import notice
from talqy.papers.package import DraftPackage
from talqy.papers.summary_form import form_rows, summary_form, summary_html
from talqy.project.survey import survey

# As the state portal has them (a page of it that was saved in September 2026).
HEADS = {
    "kk": (
        "НҚА жобасының атауы (НҚА түрін көрсете отырып)",
        "Әзірлеуші мемлекеттік орган",
        (
            "НҚА жобасын әзірлеу үшін негіздер (тиісті НҚА немесе тапсырмаға сілтеме жасай отырып "
            "(бар болса))"
        ),
        "НҚА жобасының қысқаша мазмұны, негізгі ережелердің сипаттамасы",
        "Күтілетін нәтижелердің нақты мақсаттары мен мерзімдері",
        (
            "НҚА жобасы қабылданған жағдайда болжанатын әлеуметтік-экономикалық, құқықтық және "
            "(немесе) өзге де салдар"
        ),
    ),
    "ru": (
        "Наименование проекта НПА (с указанием вида НПА)",
        "Государственный орган-разработчик",
        (
            "Основания для разработки проекта НПА (со ссылкой на соответствующий НПА или поручение "
            "(при наличии))"
        ),
        "Краткое содержание проекта НПА, описание основных положений",
        "Конкретные цели и сроки ожидаемых результатов",
        (
            "Предполагаемые социально-экономические, правовые и (или) иные последствия в случае "
            "принятия проекта НПА"
        ),
    ),
}
WORDS = {
    "gist": b.said("Бір рет келу жеткілікті.", "Достаточно прийти один раз."),
    "grounds": b.said("Заң <b>", "Закон <b>"),
    "aims": b.said("Мақсат.", "Цель."),
    "consequences": b.said("Салдар жоқ.", "Последствий нет."),
}
ORDER = b"%PDF-1.7 order"


def a_project(folder: Path, **more: object) -> Path:
    """Write a project whose second text is a draft that is put up for discussion."""
    first = b.an_adopted_revision(clauses=[b.a_saying("term", "1 күн.")])
    second = b.a_revision(2, clauses=[b.a_saying("term", "2 күн.")], **more)
    return b.write_project(folder / "project", revisions=[first, second])


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Write a project whose draft has all that the portals ask for."""
    digest = f"sha256:{sha256(ORDER).hexdigest()}"
    order = {"kind": "draft-order", "file": "documents/order.pdf", "digest": digest}
    far = {"kind": "conclusion", "language": "ru", "url": "https://example.kz/conclusion.pdf"}
    root = a_project(tmp_path, documents=[order, far], **WORDS)
    folder = root / "standards" / b.STANDARD / "documents"
    folder.mkdir()
    (folder / "order.pdf").write_bytes(ORDER)
    return root


def editions_of(root: Path) -> list[Edition]:
    return list(site(root, survey(root), "https://talqy.kz/").editions)


def package_of(root: Path) -> DraftPackage:
    editions = editions_of(root)
    (record,) = editions[0].register.records
    return DraftPackage(editions, record, record.revisions[1], root)


def export(root: Path, *words: str) -> Result:
    line = ["export", "package", b.STANDARD, "r2", "--project", str(root), *words]
    return CliRunner().invoke(main, line)


def test_a_package_has_every_paper_in_both_languages_with_its_digest(whole: Path) -> None:
    made = package_of(whole).archive()
    assert made == package_of(whole).archive()
    with ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    papers = ("text", "explanatory-note", "notice", "certificate-of-posting")
    both = {
        f"{name}.{code}.{form}" for name in papers for code in HEADS for form in ("docx", "pdf")
    }
    forms = {f"summary-form.{code}.{form}" for code in HEADS for form in ("docx", "html")}
    lists = {"SHA256SUMS", "contents.kk.txt", "contents.ru.txt"}
    others = {"comparison-table.docx", "comparison-table.pdf", "draft-order/order.pdf"}
    assert set(files) == both | forms | lists | others
    lines = [line.split("  ") for line in files["SHA256SUMS"].decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sums == {name: sha256(files[name]).hexdigest() for name in set(files) - lists}
    for code in HEADS:
        said = files[f"contents.{code}.txt"].decode()
        assert all(
            f"{name} – " in said for name in set(sums) | {"https://example.kz/conclusion.pdf"}
        )
    assert files["draft-order/order.pdf"] == ORDER


@pytest.mark.parametrize("code", ["kk", "ru"])
def test_the_form_of_the_portal_has_its_six_rows(code: str, whole: Path) -> None:
    package = package_of(whole)
    edition = next(one for one in package.editions if one.code == code)
    rows = form_rows(edition, package.record, package.text)
    assert tuple(row.head for row in rows) == HEADS[code]
    assert all(row.lines for row in rows)
    read = read_word(
        summary_form(edition, package.record, package.text).file("docx", edition.layouts)
    )
    tables = [one for one in read.blocks if isinstance(one, WordTable)]
    assert HEADS[code][0][:40] in summary_heads(tables)
    page = summary_html(edition, package.record, package.text).decode()
    assert page.count("<tr>") == 6
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_what_the_portals_ask_for_and_a_draft_lacks_is_named(tmp_path: Path) -> None:
    root = a_project(tmp_path, consultation=None)
    told = export(root, "--draft", "--today", "2026-11-03")
    assert told.exit_code == 0
    assert "rows of the portal's form are empty: grounds, aims, consequences" in told.output
    assert "there is no notice of it" in told.output
    assert "notice.kk.docx" not in told.output


def test_a_note_of_the_authority_itself_takes_the_place_of_ours(tmp_path: Path) -> None:
    note = {"kind": "explanatory-note", "language": "kk", "url": "https://example.kz/note.docx"}
    package = package_of(a_project(tmp_path, documents=[note]))
    assert not [one.name for one in package.files() if one.name.startswith("explanatory-note")]
    said = [lacking.said() for lacking in package.missing()]
    assert any("is there in one language, and not in: ru" in one for one in said)


def test_a_document_that_was_changed_is_not_packed(whole: Path) -> None:
    package = package_of(whole)
    (whole / "standards" / b.STANDARD / "documents/order.pdf").write_bytes(b"%PDF-1.7 another")
    with pytest.raises(FileChangedError):
        package.archive()


def test_a_notice_says_until_when_and_where_to_write(whole: Path) -> None:
    package = package_of(whole)
    edition = package.editions[1]
    paper = notice(edition, package.record, package.text)
    assert paper is not None
    data = paper.file("pdf", edition.layouts)
    said = heard(data)
    talk = package.text.consultation
    assert talk is not None
    days = edition.locale.days(talk.opens, talk.last_day)
    for words in (
        days,
        edition.title(package.record),
        "https://talqy.kz/ru/s/",
        WORDS["gist"]["ru"],
    ):
        assert "".join(words.split()) in said
    assert "H1" in tags_of(data)


def test_a_certificate_names_every_posting_and_the_text(whole: Path) -> None:
    package = package_of(whole)
    edition = package.editions[0]
    paper = certificate(edition, package.record, package.text)
    assert paper is not None
    said = heard(paper.file("pdf", edition.layouts))
    assert package.text.consultation is not None
    for posting in package.text.consultation.posted:
        assert "".join(edition.locale.day(posting.on).split()) in said
    assert "sha256:" in said


def test_the_command_writes_one_archive(whole: Path, tmp_path: Path) -> None:
    target = tmp_path / "draft.zip"
    done = export(whole, "--to", str(target))
    assert done.exit_code == 0, done.output
    assert ZipFile(target).testzip() is None


def test_without_the_extra_nothing_is_packed(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "find_spec", lambda _: None)
    refused = export(whole)
    assert refused.exit_code == 2
    assert 'pip install "talqy[pdf]"' in refused.output
