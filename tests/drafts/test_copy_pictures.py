"""Pictures of a text in its copies for Word: shown with words, kept when the copy comes back."""

import io
import struct
import zlib
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from docx import Document

import builders as b
from libreoffice import converted
from talqy.cli.main import main
from talqy.errors import FileChangedError
from talqy.office.word_pictures import word_picture
from talqy.project.attached import pictures_of
from talqy.project.load import read_project
from talqy.site.attached import attached_files

WORDS = b.said("Үлгі: «сол» жақта <фото>", "Образец: слева «фото» & подпись")


def a_png(shade: int, width: int = 40, height: int = 20) -> bytes:
    """Return a grey picture."""
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def named(name: str, data: bytes, language: str = "") -> b.Tree:
    digest = f"sha256:{sha256(data).hexdigest()}"
    only = {"language": language} if language else {}
    return {"file": f"documents/{name}", "digest": digest, "words": WORDS, **only}


OLD, NEW, OWN = a_png(10), a_png(200, 4_000), a_png(90)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    first = b.an_adopted_revision(
        clauses=[b.a_clause("sample", "1", facts={"files": [named("old.png", OLD)]})]
    )
    facts = {"files": [named("new.png", NEW), named("own.png", OWN, "kk")]}
    second = b.a_revision(2, clauses=[b.a_clause("sample", "1", facts=facts)])
    b.write_project(tmp_path, revisions=[first, second])
    folder = tmp_path / "standards" / b.STANDARD / "documents"
    folder.mkdir()
    for name, data in (("old.png", OLD), ("new.png", NEW), ("own.png", OWN)):
        (folder / name).write_bytes(data)
    return tmp_path


def run(project: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(project)])


def exported(project: Path, *words: str) -> Path:
    file = project / "copy.docx"
    done = run(project, "export", "text", b.STANDARD, *words, "--to", str(file), "--replace")
    assert done.exit_code == 0, done.output
    return file


def shown(file: Path) -> list[tuple[bytes, str, int]]:
    """Return the pictures as another reader sees them: bytes, words, width in EMU."""
    document = Document(str(file))
    drawings = document.element.body.iter("{*}inline")
    return [
        (
            document.part.related_parts[
                next(one.iter("{*}blip")).get(
                    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
                )
            ].blob,
            next(one.iter("{*}docPr")).get("descr"),
            int(next(one.iter("{*}extent")).get("cx")),
        )
        for one in drawings
    ]


def test_a_copy_for_signature_shows_the_pictures_of_its_language(project: Path) -> None:
    found = shown(exported(project, "r2", "--language", "ru"))
    assert [(data, words) for data, words, _ in found] == [(NEW, WORDS["ru"])]
    assert found[0][2] < 8_000_000  # no wider than the sheet
    found = shown(exported(project, "r2", "--language", "kk"))
    assert [(data, words) for data, words, _ in found] == [(NEW, WORDS["kk"]), (OWN, WORDS["kk"])]


def test_a_picture_that_became_another_one_is_not_left_out_in_silence(project: Path) -> None:
    register = read_project(project).register
    assert register is not None
    (record,) = register.records
    assert set(pictures_of(project, record, record.revisions).values()) == {OLD, NEW, OWN}
    (project / "standards" / b.STANDARD / "documents" / "new.png").write_bytes(OLD)
    for read in (
        lambda: pictures_of(project, record, record.revisions),
        lambda: list(attached_files(project, record)),
    ):
        with pytest.raises(FileChangedError, match=r"documents/new\.png"):
            read()


def test_a_working_copy_comes_back_with_its_pictures(project: Path) -> None:
    file = exported(project, "r2", "--to-edit")
    assert [data for data, _, _ in shown(file)] == [NEW, OWN, NEW]
    back = run(project, "draft", "import", str(file))
    assert (back.exit_code, "nothing was written" in back.output) == (0, True), back.output


@pytest.mark.parametrize(
    ("words", "taken_out", "told"),
    [
        ((), [0], ["new.png"]),  # in one language of two
        ((), [1], ["own.png"]),
        ((), [0, 1, 2], ["new.png", "own.png"]),
        (("--language", "ru"), [0], ["new.png"]),
        ((), [], []),
    ],
)
def test_a_picture_that_was_taken_out_of_a_copy_is_told(
    project: Path, words: tuple[str, ...], taken_out: list[int], told: list[str]
) -> None:
    """It stays with its clause, whose words are as they were."""
    file = exported(project, "r2", "--to-edit", *words)
    document = Document(str(file))
    drawings = list(document.element.body.iter("{*}drawing"))
    for at in taken_out:
        drawings[at].getparent().remove(drawings[at])
    document.save(str(file))
    back = run(project, "draft", "import", str(file))
    assert (back.exit_code, "nothing was written" in back.output) == (0, True), back.output
    lines = [line for line in back.output.splitlines() if " E60" in line]
    assert [name for line in lines for name in ("new.png", "own.png") if name in line] == told
    assert all("“sample”" in line for line in lines)


def test_another_picture_in_its_place_is_told(project: Path) -> None:
    file = exported(project, "r2", "--to-edit")
    stream = io.BytesIO()
    with ZipFile(file) as old, ZipFile(stream, "w") as changed:
        for name in old.namelist():
            data = old.read(name)
            changed.writestr(name, OLD if data == OWN else data)
    file.write_bytes(stream.getvalue())
    back = run(project, "draft", "import", str(file))
    assert back.exit_code == 1, back.output
    assert back.output.count(" E07") == 1, back.output
    assert WORDS["kk"][:10] in back.output


def test_pictures_that_came_and_went_are_tracked(project: Path) -> None:
    file = exported(project, "r2", "--to-edit", "--changes", "r1")
    marks = [
        next(one.iterancestors("{*}ins", "{*}del")).tag.rpartition("}")[2]
        for one in Document(str(file)).element.body.iter("{*}inline")
    ]
    assert sorted(marks) == ["del", "del", "ins", "ins", "ins"]


def test_a_picture_that_is_no_more_what_its_text_names_is_left_out(project: Path) -> None:
    (project / "standards" / b.STANDARD / "documents" / "new.png").unlink()
    done = run(project, "export", "text", b.STANDARD, "r2", "--to-edit", "--to", "a.docx")
    assert done.exit_code != 0


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (OLD, (600, 300)),
        (b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08\0\x14\0\x28" + b"\0" * 9, (600, 300)),
        (b"\xff\xd8\xff\xd0\xff\xc2\0\x11\x08\0\x14\0\x28" + b"\0" * 9, (600, 300)),
        (OLD[:20], None),
        (a_png(1, 0, 5), None),
        (b"\xff\xd8\xff\xe0\0\0" * 900, None),
        (b"\xff\xd8\xff\xe0", None),
        (b"%PDF-", None),
    ],
)
def test_how_large_a_picture_is_its_bytes_say(data: bytes, size: tuple[int, int] | None) -> None:
    found = word_picture(data)
    assert (found and (found.width, found.height)) == size


@pytest.mark.proof
@pytest.mark.xdist_group("word-libreoffice")
@pytest.mark.parametrize("way", [(), ("odt",)], ids="-".join)
def test_pictures_stay_when_libreoffice_saves_a_copy(
    way: tuple[str, ...], project: Path, tmp_path: Path
) -> None:
    files = [exported(project, "r2", "--to-edit")]
    for step, form in enumerate((*way, "docx")):
        folder = tmp_path / f"step-{step}"
        folder.mkdir()
        files = converted(form, folder, *files)
    back = run(project, "draft", "import", str(files[0]))
    assert (back.exit_code, "nothing was written" in back.output) == (0, True), back.output
    assert "E60" not in back.output
