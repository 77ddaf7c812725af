"""Pull requests of batches at GitHub, GitLab and Forgejo; what a forge may answer instead."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fake_forges import NAME, OWNER, FakeForge, served
from publishing import TOKEN, Publishing, a_publishing
from repositories import git
from talqy.model.project import Forge
from talqy.service.publish.forge_http import ForgeApi, ForgeAwayError, ForgeRefusedError
from talqy.service.publish.forges import OpenedPull, PullForge, PullState, forge_of
from talqy.service.taken import State

KINDS = ("github", "gitlab", "forgejo")


@pytest.fixture(params=KINDS)
def forge(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FakeForge]:
    with served(FakeForge(request.param, tmp_path / "forge.git", TOKEN)) as running:
        yield running


@pytest.fixture
def here(forge: FakeForge, tmp_path: Path) -> Iterator[Publishing]:
    said = f"{{kind: {forge.kind}, url: https://forge.example.kz/{OWNER}/{NAME}}}"
    made = a_publishing(tmp_path, forge=said, api=forge.address)
    yield made
    made.service.close()


def page(number: int) -> str:
    return f"https://forge.example.kz/{OWNER}/{NAME}/pulls/{number}"


def test_a_batch_has_one_pull_request_and_it_says_what_it_is(
    here: Publishing, forge: FakeForge
) -> None:
    ids = here.to_publish(1, 2)
    assert here.round(at_once=True).trouble == []
    for _ in range(2):
        here.round()
    (pull,) = forge.pulls.values()
    assert (pull["branch"], pull["main"]) == (here.batches()[0], "main")
    assert pull["title"] == "Формадан келген пікірлер: 2"
    assert "birth-registration, 2-редакция: 2" in pull["body"]
    last = [
        line.act for line in here.service.store.log_of(ids[0]) if line.act.what == "pull request"
    ]
    assert [act.values for act in last] == [
        {"branch": pull["branch"], "number": "1", "page": page(1)}
    ]


def test_a_merged_one_is_published_and_a_closed_one_comes_back(
    here: Publishing, forge: FakeForge
) -> None:
    ids = here.to_publish(1)
    here.round(at_once=True)
    here.merge(here.batches()[0])
    forge.pulls[1]["state"] = "merged"
    more = here.to_publish(2)
    here.round(at_once=True)
    assert here.states(*ids, *more) == [State.PUBLISHED, State.PUSHED]
    forge.pulls[2]["state"] = "closed"
    here.round()
    assert here.states(*more) == [State.HELD]
    here.round()
    assert here.batches() == []
    assert here.acts().publish(more[0]).is_done
    here.round(at_once=True)
    assert [one["state"] for one in forge.pulls.values()] == ["merged", "closed", "open"]


def test_one_that_was_opened_and_forgotten_is_found_again(
    here: Publishing, forge: FakeForge, monkeypatch: pytest.MonkeyPatch
) -> None:
    from talqy.service.store.store import Store

    here.to_publish(1)
    note = Store.note
    with monkeypatch.context() as patch:
        patch.setattr(Store, "note", _end)
        with pytest.raises(KeyboardInterrupt):
            here.round(at_once=True)
    assert Store.note is note
    here.round()
    assert list(forge.pulls) == [1]


def _end(*_: object) -> None:
    raise KeyboardInterrupt


ODD = [
    ((503, b"busy", {}), "not well: it answers with 503"),
    ((429, b"", {"Retry-After": "60"}), "answers with 429"),
    ((401, b"{}", {}), "does not know the token"),
    ((403, b"{}", {}), "does not know the token"),
    ((301, b"", {"Location": "https://elsewhere.example.kz/"}), "answers with 301"),
    ((200, b"<html>", {}), "no JSON"),
    ((200, b"[" * 100_000, {}), "no JSON"),
    ((200, b'"' + b"x" * (2 << 20) + b'"', {}), "no JSON"),
    *(
        ((200, answer, {}), "opens no pull request")
        for answer in (b"null", b"{}", b"[1]", b'[{"number": "1"}]', b'{"number": 1}')
    ),
]


def test_whatever_a_forge_answers_is_told_in_our_words(forge: FakeForge) -> None:
    named = Forge(kind=forge.kind, url=f"https://forge.example.kz/{OWNER}/{NAME}")
    asking = forge_of(named, "main", forge.address, TOKEN)
    assert asking
    for instead, said in ODD:
        forge.instead = instead
        with pytest.raises((ForgeAwayError, ForgeRefusedError), match=said) as told:
            asking.open("batch/1", "Title", "Words")
        assert TOKEN not in str(told.value)


def test_a_forge_that_is_not_well_keeps_no_batch(here: Publishing, forge: FakeForge) -> None:
    ids = here.to_publish(1)
    forge.instead = (503, b"", {})
    (trouble,) = here.round(at_once=True).trouble
    assert "not well" in str(trouble)
    assert here.states(*ids) == [State.PUSHED]
    forge.instead = None
    assert here.round().trouble == []
    assert list(forge.pulls) == [1]


def test_without_a_token_no_forge_is_asked(tmp_path: Path) -> None:
    with served(FakeForge("github", tmp_path / "forge.git", TOKEN)) as forge:
        said = Forge(kind="github", url=f"https://github.com/{OWNER}/{NAME}")
        assert forge_of(said, "main", forge.address, "") is None
        assert forge_of(Forge(kind="none"), "main", forge.address, TOKEN) is None
        assert forge.asked == []


@pytest.mark.parametrize(
    ("kind", "url", "api"),
    [
        ("github", "https://github.com/a/b", "https://api.github.com"),
        ("github", "https://git.example.kz/a/b", "https://git.example.kz/api/v3"),
        ("gitlab", "https://git.example.kz/a/b/c.git", "https://git.example.kz/api/v4"),
        ("forgejo", "https://codeberg.org/a/b/", "https://codeberg.org/api/v1"),
        ("gitea", "https://git.example.kz:8443/a/b", "https://git.example.kz:8443/api/v1"),
    ],
)
def test_where_a_forge_is_asked(kind: str, url: str, api: str) -> None:
    found = forge_of(Forge(kind=kind, url=url), "main", None, TOKEN)
    assert found
    assert found.api.address == api  # type: ignore[attr-defined]
    assert TOKEN not in repr(found)


def test_a_token_is_not_told_in_the_clear() -> None:
    with pytest.raises(ForgeRefusedError, match="must begin with https"):
        ForgeApi("http://forge.example.kz/api", {}).get("/x")


def test_a_forge_that_does_not_answer_is_away() -> None:
    with pytest.raises(ForgeAwayError, match="cannot be reached"):
        ForgeApi("http://127.0.0.1:9", {}).get("/x")


def test_a_repository_may_have_many_open_pull_requests(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "forge.git")
    with served(FakeForge("forgejo", tmp_path / "forge.git", TOKEN)) as forge:
        for number in range(1, 121):
            forge.pulls[number] = {"number": number, "branch": f"b{number}", "state": "open"}
        said = Forge(kind="forgejo", url=f"https://forge.example.kz/{OWNER}/{NAME}")
        asking: PullForge | None = forge_of(said, "main", forge.address, TOKEN)
        assert asking
        assert asking.find("b119") == OpenedPull(119, page(119), PullState.OPEN)
        assert asking.find("b121") is None
