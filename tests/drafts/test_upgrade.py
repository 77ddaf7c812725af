"""A project of the first edition: read as it is, upgraded, and put on record anew.

`tests/golden/first-edition` was written by that edition (commit 682d624): its `init` with `--forge
forgejo`, a standard of its demonstration, the history that its `merge` made. It is never changed.
"""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from sites import ROOT, built, files_of, run

OLD = ROOT / "tests" / "golden" / "first-edition"
HISTORY = "standards/birth-registration/history.yaml"
COMMENT = "bjh9vt2102"
DIGEST = "b2c0590910ee3ae5ee055c1afa9c1f462f4c758fde9c9435a708bc29d42bb237"
WORKFLOW = ".forgejo/workflows/gate.yml"
CHANGED_FORMATS = ("project", "revision", "comment", "history")
OF_DOCUMENTS = ("!/standards/*/documents/*.pdf", "standards/*/documents/* -text")
PEOPLES = ("standards/", "comments/", "site_templates/pages/", "mkdocs.yml")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Copy the project of the first edition."""
    return Path(shutil.copytree(OLD, tmp_path / "project"))


def says(project: Path, *words: str, status: int = 0) -> str:
    """Run a command in the project; return what it said."""
    done: Result = run(*words, cwd=project)
    assert done.exit_code == status, done.output
    return done.output


def only_what_the_next_merge_takes_on_trust(said: str) -> bool:
    """Return whether nothing is told but what comes on record by the word of its file."""
    return said.count(" R09: ") == 1 and said.endswith("errors: 0, warnings: 1\n")


def test_a_project_of_the_first_edition_is_read_as_it_is(old: Path) -> None:
    before = files_of(old)
    assert only_what_the_next_merge_takes_on_trust(says(old, "check"))
    assert "not all that the authority said is kept yet" in says(old, "verify", "--language", "en")
    assert "the receipt fits" in says(old, "verify", COMMENT, DIGEST)
    assert files_of(old) == before
    page = built(old) / "ru" / "s" / "birth-registration" / "comments" / "index.html"
    assert DIGEST in page.read_text("utf-8")


def test_what_is_the_tools_is_made_anew_and_what_people_wrote_is_not_touched(old: Path) -> None:
    before = files_of(old)
    told = says(old, "upgrade")
    after = files_of(old)
    changed = {path for path in after if after[path] != before.get(path)}
    assert not before.keys() - after.keys()
    assert changed == {
        ".gitattributes",
        ".gitignore",
        "docs/forges.md",
        *(
            f"docs/formats/{name}.schema.json"
            for name in (
                *("project", "standard", "revision", "comment", "response", "history"),
                *("service", "tags"),  # they came with a later edition
            )
        ),
        *(f".forgejo/workflows/{name}.yml" for name in ("check", "gate", "pages", "preview")),
        "requirements.txt",
        "site_templates/README.md",
        "wheels/talqy-0.1.0-py3-none-any.whl",
    }
    assert not [path for path in changed if path.startswith(PEOPLES)]
    assert "Next: “talqy merge --all”" in told
    assert only_what_the_next_merge_takes_on_trust(says(old, "check"))


def test_the_draft_of_an_upgrade_writes_nothing(old: Path) -> None:
    before = files_of(old)
    shown = says(old, "upgrade", "--draft")
    assert f"--- {WORKFLOW}" in shown
    assert all(line in shown.splitlines() for line in OF_DOCUMENTS)
    assert files_of(old) == before


def test_documents_of_texts_may_lie_there_and_are_kept_to_the_byte(old: Path) -> None:
    says(old, "upgrade")
    told = [(old / name).read_text("utf-8") for name in (".gitignore", ".gitattributes")]
    assert set(OF_DOCUMENTS) <= set("\n".join(told).splitlines())


def test_one_merge_keeps_what_was_said_and_dates_it_that_day(old: Path) -> None:
    before = yaml.safe_load((old / HISTORY).read_text("utf-8"))
    says(old, "upgrade")
    assert HISTORY in says(old, "merge", "--all", "--today", "2026-11-23")
    after = yaml.safe_load((old / HISTORY).read_text("utf-8"))
    first, was = after["revisions"][0], before["revisions"][0]
    assert first["recorded"] == dict.fromkeys(("consultation", "report", "adopted"), "2026-11-23")
    for line, known in zip(first["comments"], was["comments"], strict=True):
        assert {key: line[key] for key in known} == known
        assert line["response"]["on"] == "2026-11-23"
    assert says(old, "upgrade") == "the project is up to date\n"
    assert says(old, "check", "--strict") == "errors: 0, warnings: 0\n"
    assert "kept since 2026-11-23: 2" in says(old, "verify")
    assert "the receipt fits" in says(old, "verify", COMMENT, DIGEST)


def test_what_people_have_changed_is_left_and_named(old: Path) -> None:
    theirs = (old / WORKFLOW).read_text("utf-8").replace("docker", "our-runner", 1)
    (old / WORKFLOW).write_text(theirs, "utf-8")
    (old / ".gitignore").write_text("*.log\r\n!answers.docx\r\n.venv/\r\n", "utf-8")
    own = old / "site_templates" / "records" / "home.html"
    own.parent.mkdir()
    own.write_text("<p>Ours</p>", "utf-8")
    told = says(old, "upgrade")
    assert f"{WORKFLOW}: people have changed it" in told
    assert "site_templates/records/home.html: this is used in the place of ours" in told
    assert (old / WORKFLOW).read_text("utf-8") == theirs
    lines = (old / ".gitignore").read_text("utf-8").splitlines()
    assert lines[-2:] == ["*.log", "!answers.docx"]
    assert lines.count(".venv/") == 1
    assert "*.docx" in lines


def test_lines_of_ours_that_let_letters_in_are_taken_back(old: Path) -> None:
    says(old, "upgrade")
    present = (old / ".gitignore").read_text("utf-8")
    (old / ".gitignore").write_text(f"{present}!/standards/**\n!/site_templates/**\n", "utf-8")
    assert ".gitignore" in says(old, "upgrade")
    assert (old / ".gitignore").read_text("utf-8") == present


def test_whoever_uses_no_workflows_gets_none(old: Path) -> None:
    shutil.rmtree(old / ".forgejo")
    (old / "requirements.txt").unlink()
    says(old, "upgrade")
    assert not (old / ".forgejo").exists()
    assert not (old / "wheels").exists()


def test_a_wheel_that_nobody_asked_for_is_not_brought(old: Path) -> None:
    """Where the requirements are people's own, so is what is installed."""
    (old / "requirements.txt").write_text("talqy @ https://example.kz/talqy.whl\n", "utf-8")
    assert "requirements.txt: people have changed it" in says(old, "upgrade")
    assert not (old / "wheels").exists()
