"""The comments of the demonstration, one by one, as pull requests of their own day."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from gate_cases.building import Repository
from repositories import a_repository
from sites import ROOT
from talqy.gate.run import judge
from talqy.gate.verdict import Profile
from talqy.project.pull_request import pull_request

COMMENTS = sorted(
    file.relative_to(ROOT).as_posix()
    for file in (ROOT / "comments").rglob("*.yaml")
    if not file.name.endswith((".response.yaml", "tags.yaml"))
)
IN_ENGLISH = (
    *("zb6v9skj0c", "hkrgpkwm9r", "vr4hkj4g17", "zvz6e0z9vr", "2yp19wfg60"),
    *("7psqmrqq0f", "dvvrya9k6s", "f4tdghvvez", "e9pvtjn2yf"),
)
# What a person must see: three that are late, two people who say the same, and those in English.
MARKED = {
    "acm4dc8whj": {"G13"},
    "6qe16wnzr1": {"G13"},
    "2kahc8j8a2": {"G13"},
    "mmx2664qsw": {"G23"},
    "fna3nztjph": {"G23"},
    "8wwbkk85f9": {"G23"},
    "4azc9qw9hw": {"G23"},
    **{name: {"G15"} for name in IN_ENGLISH},
}
# What a stranger cannot have in hands.
PAPER = re.compile(r"^channel: (?:paper|counter)$", re.MULTILINE)


CASES = [
    pytest.param(
        path,
        id=Path(path).stem,
        marks=() if place % 8 == 0 or Path(path).stem in MARKED else (pytest.mark.proof,),
    )
    for place, path in enumerate(COMMENTS)
]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Put the demonstration's data into a repository of its own."""
    folder = a_repository(tmp_path_factory.mktemp("demonstration"))
    for name in ("standards", "comments"):
        shutil.copytree(ROOT / name, folder / name)
    made = Repository(folder)
    made.git("add", "--all")
    made.base = made.commit_tree(made.git("write-tree"), ())
    return made


def traces(path: str) -> list[str]:
    """Return a comment's file, and where its id stands besides."""
    standard = path.split("/")[1]
    return [path, path.replace(".yaml", ".response.yaml"), f"standards/{standard}/history.yaml"]


@pytest.mark.parametrize("path", CASES)
def test_a_real_comment_passes_on_its_day(path: str, demonstration: Repository) -> None:
    """Nothing is said of a scrupulous comment, not even a warning; paper is the authority's."""
    base = demonstration.commit(dict.fromkeys(traces(path)), (demonstration.base,))
    head = demonstration.commit({path: (ROOT / path).read_bytes()}, (base,))
    day = date.fromisoformat(Path(path).parent.name)
    pull = pull_request(demonstration.folder, f"{base}..{head}")
    verdict = judge(pull, Profile.SINGLE, day)
    found = {problem.code for problem in verdict.problems}
    on_paper = {"G16"} if PAPER.search((ROOT / path).read_text("utf-8")) else set()
    assert found == MARKED.get(Path(path).stem, set()) | on_paper
