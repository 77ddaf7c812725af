"""Everything in one archive: it opens without a server, and proves itself."""

import hashlib
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import pytest

import builders as b
from cases import a_case, a_record
from sites import files_of, run, small
from talqy.data.archive import packed_archive
from talqy.language.edition import editions
from talqy.model import addresses
from talqy.site.output import files_below
from talqy.site.without_server import opens_from_a_folder

PREPARING = b.revision_path(2)


def unpacked(content: bytes) -> Mapping[str, bytes]:
    """Return the files of an archive by their paths in its one folder."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        folders = {name.partition("/")[0] for name in package.namelist()}
        assert folders == {f"talqy-{b.TODAY}"}
        return {name.partition("/")[2]: package.read(name) for name in package.namelist()}


def digests_in(files: Mapping[str, bytes]) -> Mapping[str, str]:
    lines = files["SHA256SUMS"].decode().splitlines()
    return {path: digest for digest, path in (line.split("  ", 1) for line in lines)}


def true_digests(files: Mapping[str, bytes]) -> Mapping[str, str]:
    rest = {path: content for path, content in files.items() if path != "SHA256SUMS"}
    return {path: hashlib.sha256(content).hexdigest() for path, content in rest.items()}


@pytest.fixture(scope="module")
def offered(published: Path) -> Mapping[str, bytes]:
    """Return what is in the archive that the demonstration offers."""
    return unpacked((published / "site" / addresses.ARCHIVE).read_bytes())


def test_the_archive_of_the_site_has_sources_data_receipts_and_digests(
    published: Path, offered: Mapping[str, bytes]
) -> None:
    site = published / "site"
    assert digests_in(offered) == true_digests(offered)
    said = json.loads(offered["about.json"])
    assert said["root"] == json.loads((site / addresses.ROOTS).read_bytes())["root"]
    assert said["licence"] == "CC-BY-4.0"
    for_programs = (".json", ".csv", ".jsonld", ".ttl")
    data = {path for path in files_of(site) if path.startswith("data/")}
    assert {path for path in data if path.endswith(for_programs)} <= offered.keys()
    for path in ("standards/project.yaml", "standards/birth-registration/history.yaml"):
        assert offered[f"sources/{path}"] == (published / path).read_bytes()


def test_digests_of_the_record_are_those_of_the_files(offered: Mapping[str, bytes]) -> None:
    rows = json.loads(offered["data/comments.json"])["rows"]
    recorded = {row["id"]: row["digest"] for row in rows if row["digest"]}
    found = {
        Path(path).stem: f"sha256:{digest}"
        for path, digest in digests_in(offered).items()
        if path.startswith("sources/comments/")
    }
    assert recorded
    assert {name: found[name] for name in recorded} == recorded


def test_what_is_being_prepared_is_in_no_archive(tmp_path: Path) -> None:
    preparing = b.a_revision(2, kind="amendment", base=1, consultation=None)
    project = small(
        tmp_path / "own",
        project=b.a_project(archive="true"),
        files={PREPARING: preparing},
        comments=[b.a_comment()],
    )
    (project / b.comment_path()).write_bytes(
        (project / b.comment_path()).read_bytes().replace(b"\n", b"\r\n")
    )
    done = run("export", "archive", "--to", tmp_path / "all.zip", cwd=project)
    assert done.exit_code == 0, done.output
    whole = unpacked((tmp_path / "all.zip").read_bytes())
    assert f"sources/{b.revision_path(1)}" in whole
    assert f"sources/{PREPARING}" not in whole
    assert PREPARING not in unpacked(whole[addresses.ARCHIVE])
    assert b"\r" not in whole[f"sources/{b.comment_path()}"]
    assert digests_in(whole) == true_digests(whole)
    assert not [path for path in whole if path.startswith(".")]
    again = run("export", "archive", "--to", tmp_path / "all.zip", cwd=project)
    assert again.exit_code == 2


def test_the_same_files_are_the_same_archive() -> None:
    case = a_case(a_record())
    edition = editions(None, case.register, case.assessment)[0]
    files = {"b.txt": b"b" * 99, "a/қ.txt": b"a"}
    one, other = (packed_archive(edition, files.items()) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


HREF = re.compile(rb' href="([^"]*)"')


def ways(page: bytes) -> Iterator[str]:
    """Yield the links of a page that stay on the site."""
    for link in HREF.findall(page):
        way = link.decode().replace("&amp;", "&").partition("#")[0].partition("?")[0]
        if way and not re.match(r"[a-z][a-z0-9+.-]*:", way):
            yield unquote(way)


def test_every_link_leads_to_a_file(published: Path) -> None:
    files = dict(opens_from_a_folder(files_below(published / "site")))
    lost = {
        (path, way)
        for path, page in files.items()
        if path.endswith(".html") and path != "404.html"
        for way in ways(page)
        if posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) not in files
    }
    assert lost == set()


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="r1/#term">', '<a href="r1/index.html#term">'),
        ('<a href="../search/?q=a">', '<a href="../search/index.html?q=a">'),
        ('<a href="#term">', '<a href="#term">'),
        ('<a href="https://a.kz/">', '<a href="https://a.kz/">'),
        ('<a href="mailto:a@a.kz?body=b/">', '<a href="mailto:a@a.kz?body=b/">'),
        ('<a href="data/a.csv">', '<a href="data/a.csv">'),
    ],
)
def test_a_link_to_a_folder_becomes_one_to_its_page(written: str, becomes: str) -> None:
    ((_, page),) = opens_from_a_folder([("a.html", written.encode())])
    assert page.decode() == becomes
