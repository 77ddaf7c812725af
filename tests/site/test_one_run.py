"""One run of `talqy build` does each piece of work once, and writes each file once, in its place.

Builds run in this process, so that calls can be counted.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from builders import (
    COMMENT,
    a_comment,
    a_response,
    a_revision,
    a_standard,
    an_adopted_revision,
    complete_clauses,
    said,
    standard_path,
    write,
)
from sites import demonstration, files_of, mkdocs_yml, run, small
from talqy.cli import building
from talqy.cli.main import main
from talqy.compare.align import align
from talqy.compare.comparison import compare
from talqy.compare.redline import redline
from talqy.host import RenderedSite, rendered_site
from talqy.language.stage_table import offer
from talqy.live.site import LiveSite
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.project.kept import VARIABLE
from talqy.project.survey import ProjectState, survey, survey_of
from talqy.project.yaml_read import parse
from talqy.record.counts import counts_of
from talqy.record.receipts import project_proofs
from talqy.site.output import write_site
from talqy.site.pages import search
from talqy.site.parts import SitePart, files_of_parts
from talqy.site.sent_scripts import sent_scripts, without_remarks

LATER = date(2026, 11, 28)  # the discussion is over
HOOK = """import pathlib

def on_post_build(config):
    pathlib.Path(config.site_dir, "last.txt").write_text("the end")
"""


def build(project: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["build", "--project", str(project), *map(str, words)])


class Calls:
    """Counts the calls of functions wherever they were imported to, by what they were given."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.counts: dict[str, Counter[tuple[object, ...]]] = {}

    def count(
        self, function: Callable[..., object], key: Callable[..., tuple[object, ...]]
    ) -> None:
        """Count the calls of a function by a key of its arguments."""
        name = function.__name__
        counted = self.counts[name] = Counter()

        def counting(*args: object, **more: object) -> object:
            counted[key(*args)] += 1
            return function(*args, **more)

        for module in [m for n, m in sys.modules.items() if n.startswith("talqy.")]:
            if getattr(module, name, None) is function:
                self._patch.setattr(module, name, counting)


def ids_of(comments: Iterable[Comment]) -> tuple[str, ...]:
    """Return whose comments are counted: of two texts that nobody has spoken of, the same."""
    return tuple(comment.id for comment in comments)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[Calls]:
    redline.cache_clear()
    yield Calls(monkeypatch)
    redline.cache_clear()


def two_texts(folder: Path) -> Path:
    """Write a project of a text, its comment and answer, and a draft that follows from them."""
    comments = [a_comment(received="2026-06-10")]
    landed = {"revision": "2", "clauses": ["term"]}
    responses = [a_response(outcome="accepted", landed=landed)]
    first, term, last = complete_clauses()
    term["text"] = said("Қызмет тез көрсетіледі.", "Услуга оказывается быстро.")
    cause = {"clauses": ["term"], "reason": said("Себебі.", "Причина."), "comments": [COMMENT]}
    draft = a_revision(2, clauses=[first, term, last], amendments=[cause])
    texts = [an_adopted_revision(), draft]
    return small(folder, revisions=texts, comments=comments, responses=responses)


def test_a_build_lets_go_what_the_rules_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told of each value, and its words, take as much memory as the register."""
    states = list[ProjectState]()

    def rendered(
        root: Path, state: ProjectState, **how: Any
    ) -> AbstractContextManager[RenderedSite]:
        states.append(state)
        return rendered_site(root, state, **how)

    monkeypatch.setattr(building, "rendered_site", rendered)
    project = small(tmp_path / "project")
    assert run("build", cwd=project).exit_code == 0
    assert [one.alone for one in states] == [()]
    assert survey(project).alone


@pytest.mark.parametrize(
    "write_one", [two_texts, pytest.param(demonstration, marks=pytest.mark.proof)]
)
def test_each_piece_of_work_is_done_once(
    write_one: Callable[[Path], Path], calls: Calls, tmp_path: Path
) -> None:
    calls.count(survey_of, lambda *_: ())
    calls.count(parse, lambda _, file: (file,))
    calls.count(align, lambda record, old, new: (record.id, old.revision, new.revision))
    calls.count(compare, lambda record, old, new, *_: (record.id, old.revision, new.revision))
    calls.count(counts_of, lambda record, comments, *_: (record.id, ids_of(comments) or object()))
    calls.count(project_proofs, lambda *_: ())
    calls.count(offer, lambda locale, *what, **more: (locale.code, *what, *more.values()))
    done = build(write_one(tmp_path / "project"))
    assert done.exit_code == 0, done.output
    for name, counted in calls.counts.items():
        assert counted, name
        assert set(counted.values()) == {1}, name
    redlines = redline.cache_info()
    assert redlines.misses == redlines.currsize
    assert redlines.hits > redlines.misses > 0


def test_a_file_is_written_once_and_mkdocs_writes_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = Counter[str]()

    def counted(path: Path, content: bytes) -> int:
        if path.parent.name != "drawn":  # pictures are drawn once for all tests of a run
            written[path.name] += path.is_relative_to(project)
        with path.open("wb") as stream:
            return stream.write(content)

    project = small(tmp_path / "project")
    monkeypatch.setenv(VARIABLE, "")  # what is kept for the next run is no file of the site
    monkeypatch.setattr(Path, "write_bytes", counted)
    monkeypatch.setattr("mkdocs.utils.write_file", pytest.fail)
    monkeypatch.setattr("mkdocs.utils.copy_file", pytest.fail)
    assert build(project).exit_code == 0
    files = files_of(project / "site")
    # Each is written aside, under a number; the list of our files once before and once after.
    assert len(written) == sum(written.values())
    assert all(name.endswith(".new") for name in written)
    assert len(files) <= len(written) <= len(files) + 2


def test_a_failing_making_changes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_site(
        folder, [SitePart.always("site", [("a/index.html", b"old"), ("b/index.html", b"old")])]
    )

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "a/index.html", b"new"
        yield "c/index.html", b"new"
        raise ValueError("a template is broken")

    for place in (folder, tmp_path / "nothing"):
        with pytest.raises(ValueError, match="broken"):
            write_site(place, [SitePart.always("site", failing())])
    assert files_of(tmp_path) == {"site/a/index.html": b"old", "site/b/index.html": b"old"}
    assert sorted(p.name for p in folder.iterdir()) == [".talqy-files", "a", "b"]
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("of", ["public/pages", "../elsewhere"])
def test_the_folder_that_mkdocs_yml_names_is_written(of: str, tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    text = mkdocs_yml().replace("site_dir: site\n", f"site_dir: {of}\n")
    write(project, "mkdocs.yml", text)
    done = build(project)
    assert done.exit_code == 0, done.output
    assert (project / of / "kk/index.html").is_file()
    assert not (project / "site").exists()
    assert build(project, "--to", tmp_path / "out").exit_code == 0
    assert files_of(tmp_path / "out") == files_of(project / of)


@pytest.mark.parametrize("of", [".", "standards", "comments/sample", "site_templates/out", ".git"])
def test_a_site_never_lies_in_what_it_is_made_of(of: str, tmp_path: Path) -> None:
    """MkDocs empties the folder of its site, so its own door is held to the same."""
    project = small(tmp_path / "project")
    before = files_of(project)
    done = build(project, "--to", project / of)
    assert done.exit_code == 2, done.output
    assert "lies in the project's own files" in done.output
    assert files_of(project) == before

    text = mkdocs_yml().replace("site_dir: site\n", f"site_dir: {of}\n")
    write(project, "mkdocs.yml", text)
    with pytest.raises((PluginError, Abort), match=r"own files|configuration"):
        mkdocs_build(load_config(str(project / "mkdocs.yml")))
    assert build(project).exit_code == 2
    assert files_of(project) == {**before, "mkdocs.yml": text.encode()}


def test_a_hook_that_works_on_the_finished_site_finds_it_whole(tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    plain = build(project, "--to", tmp_path / "plain")
    write(project, "hook.py", HOOK)
    write(project, "mkdocs.yml", mkdocs_yml() + "hooks: [hook.py]\n")
    hooked = build(project, "--to", tmp_path / "hooked")
    assert (plain.exit_code, hooked.exit_code) == (0, 0), hooked.output
    assert files_of(tmp_path / "hooked") == {
        **files_of(tmp_path / "plain"),
        "last.txt": b"the end",
    }


def test_files_of_the_prose_and_templates_of_mkdocs_are_built(tmp_path: Path) -> None:
    """What lies beside the prose is copied, what `extra_templates` names is filled."""
    project = small(tmp_path / "project")
    write(project, "site_templates/pages/act.txt", "An order.\n")
    write(project, "site_templates/pages/names.txt", "{{ config.site_url }}\n")
    text = mkdocs_yml() + "extra_templates: [names.txt]\n"
    write(project, "mkdocs.yml", text)
    assert build(project).exit_code == 0
    assert (project / "site/act.txt").read_text("utf-8") == "An order.\n"
    assert (project / "site/names.txt").read_text("utf-8").startswith("https://")


def test_the_survey_that_is_handed_over_is_the_one_that_is_shown(tmp_path: Path) -> None:
    """The project changes between the two: the pages and the problems must be of one moment."""
    project = small(tmp_path / "project", comments=[a_comment()])
    of = survey(project)
    write(project, standard_path(), a_standard(title=said("Жаңа атау", "Новое название")))
    with rendered_site(project, of) as rendered:
        files = dict(files_of_parts(rendered.parts))
    page = files["ru/s/birth-registration/index.html"].decode()
    assert "Новое название" not in page
    assert "Регистрация рождения" in page


def test_a_site_without_our_plugin_is_refused(tmp_path: Path) -> None:
    project = small(tmp_path / "project")
    write(project, "mkdocs.yml", mkdocs_yml().replace("  - talqy\n", "  []\n"))
    done = build(project)
    assert done.exit_code == 2
    assert "must name “talqy” among its plugins" in done.output
    assert not (project / "site").exists()


def test_each_change_is_surveyed_once_on_the_day_that_was_given(tmp_path: Path) -> None:
    project, heard = small(tmp_path / "project"), list[Sequence[Problem]]()
    live = LiveSite(project, LATER, heard.append)
    for number in (1, 2):
        live.renew()
        assert (len(heard), live.number) == (number, number)
        page = live.file("ru/s/birth-registration/index.html").content.decode()
        assert "Комментарии рассматриваются" in page


SCRIPTS = {
    f"assets/{name}.js": f"// what it does\n  {name}();"
    for name in ("talqy", *reversed(search.PARTS))
}


def test_scripts_are_sent_without_remarks_where_no_text_may_be_hurt() -> None:
    assert without_remarks("// why\n  go(1); // here\n\n    // how\n  go(2);\n") == (
        "go(1); // here\n\ngo(2);\n"
    )
    signs = 'const one = [a, "b = c", `${d} = e`].map((f) => f + 1) ?? g;'
    assert without_remarks(signs) == 'const one=[a,"b = c",`${d} = e`].map((f)=>f+1)??g;'
    assert without_remarks("it = said.replace(/a = b/g, c);") == "it = said.replace(/a = b/g, c);"
    assert [*sent_scripts(SCRIPTS)] == ["assets/talqy.js", "assets/search-all.js"]
    parts = sent_scripts(SCRIPTS)["assets/search-all.js"].split("\n")
    assert parts == [f"{name}();" for name in search.PARTS]
    for whole in ("const it = `a\n  // b\n`;", "/* why\n  // how */\n  go();"):
        assert without_remarks(whole) == whole
