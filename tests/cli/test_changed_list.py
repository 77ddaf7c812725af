"""`talqy build --changed-list`: a site is carried elsewhere by its changes, and all of it comes.

The other place is one that holds contents by paths; in `make proof` an object store of this
machine, spoken to as to any other one.
"""

import os
import time
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from shutil import rmtree
from typing import Any

import boto3  # type: ignore[import-untyped]
import pytest
from botocore.exceptions import ClientError  # type: ignore[import-untyped]
from moto.server import ThreadedMotoServer

import builders as b
from sites import built, files_of, run, two_standards

SECOND, BUCKET, LIST = "lost-passport", "site", "changed.txt"
OPTION = ("--changed-list", LIST)


class ObjectStore(MutableMapping[str, bytes]):
    """A bucket of a store as what it holds: contents by their paths."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getitem__(self, path: str) -> bytes:
        try:
            return bytes(self._client.get_object(Bucket=BUCKET, Key=path)["Body"].read())
        except ClientError as error:
            raise KeyError(path) from error

    def __setitem__(self, path: str, content: bytes) -> None:
        self._client.put_object(Bucket=BUCKET, Key=path, Body=content)

    def __delitem__(self, path: str) -> None:
        self._client.delete_object(Bucket=BUCKET, Key=path)

    def __iter__(self) -> Iterator[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        return (one["Key"] for page in pages for one in page.get("Contents", ()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@pytest.fixture(params=["by paths", pytest.param("objects", marks=pytest.mark.proof)])
def store(request: pytest.FixtureRequest) -> Iterator[MutableMapping[str, bytes]]:
    """Return an empty store: it holds what a site holds, by its paths."""
    if request.param == "by paths":
        yield {}
        return
    server = ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106 - the store of this machine asks for some
    )
    client.create_bucket(Bucket=BUCKET)
    yield ObjectStore(client)
    server.stop()


def carry(
    store: MutableMapping[str, bytes], site: Path, listed: Path, most: int | None = None
) -> int:
    """Bring a store up to date, as docs/hosting.md says; the line breaks after so many files.

    A list is taken away before it is carried, so what a build adds meanwhile is in another one.
    """
    owed = listed.parent / "owed"
    owed.mkdir(exist_ok=True)
    listed.rename(owed / f"{time.monotonic_ns()}.txt")
    lists = {file: file.read_text("utf-8").split("\n")[:-1] for file in sorted(owed.iterdir())}
    for file, paths in lists.items():
        for path in paths[:most]:
            page = site / path
            if page.is_file():
                store[path] = page.read_bytes()
            else:
                store.pop(path, None)
        if most is None:
            file.unlink()
    return sum(map(len, lists.values()))


def public(site: Path) -> dict[str, bytes]:
    return {path: content for path, content in files_of(site).items() if path[0] != "."}


def test_a_store_holds_the_site_after_each_build_and_a_broken_line(
    store: MutableMapping[str, bytes],
    tmp_path: Path,
) -> None:
    project = two_standards(tmp_path, SECOND)
    rmtree(project / "site")
    site, listed = built(project, *OPTION), project / LIST
    whole = carry(store, site, listed)
    assert whole == len(public(site)) > 100
    assert dict(store) == public(site)

    built(project, *OPTION)
    assert carry(store, site, listed) == 0

    b.write(project, b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT))
    built(project, *OPTION)
    assert 0 < carry(store, site, listed, most=5) < whole
    rmtree(project / "standards" / SECOND)
    built(project, *OPTION)
    assert dict(store) != public(site)
    assert f"ru/s/{SECOND}/index.html" in listed.read_text("utf-8").splitlines()
    carry(store, site, listed)
    assert dict(store) == public(site)
    assert f"ru/s/{SECOND}/index.html" not in store


def test_what_lies_there_and_is_no_such_list_is_left(tmp_path: Path) -> None:
    project = two_standards(tmp_path, SECOND)
    before = files_of(project / "site")
    b.write(project, "standards/project.yaml", b.a_project(name=b.said("Басқа", "Другое")))
    for text in (b"# Notes\n\nb\na\n", b"a\nb", b"\xff.html\n"):
        (project / LIST).write_bytes(text)
        done = run("build", *OPTION, cwd=project)
        assert (done.exit_code, (project / LIST).read_bytes()) == (2, text)
        assert "changed.txt: this is no list of what has changed" in done.output
    (project / LIST).unlink()
    os.mkfifo(project / LIST)
    assert run("build", *OPTION, cwd=project).exit_code == 2
    assert (project / LIST).is_fifo()
    assert files_of(project / "site") == before
    inside = run("build", "--changed-list", "standards/list.txt", cwd=project)
    assert (inside.exit_code, "the project's own files" in inside.output) == (2, True)


def test_a_list_lies_outside_of_the_site_whether_something_has_changed_or_not(
    tmp_path: Path,
) -> None:
    project = two_standards(tmp_path, SECOND)
    before = files_of(project / "site")
    for _ in range(2):
        for place in "site/list.txt", "site/.talqy-files", "site/ru/../list.txt":
            done = run("build", "--changed-list", place, cwd=project)
            assert (done.exit_code, "must lie outside of the site" in done.output) == (2, True)
        assert files_of(project / "site") == before
        b.write(project, "standards/project.yaml", b.a_project(name=b.said("Басқа", "Другое")))


def test_no_name_is_no_place_for_a_list(tmp_path: Path) -> None:
    done = run("build", "--changed-list", "", cwd=b.write_project(tmp_path) or tmp_path)
    assert (done.exit_code, "a name is needed here" in done.output) == (2, True)
