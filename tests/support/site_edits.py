"""What people do to a project between two builds of its site, and to the site itself."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import (
    COMMENT,
    OTHER_COMMENT,
    STANDARD,
    a_comment,
    a_project,
    a_response,
    a_revision,
    a_standard,
    comment_path,
    response_path,
    revision_path,
    said,
    standard_path,
    write,
)
from sites import built, files_of
from talqy.project import write as writing
from talqy.project.yaml_write import dumped

SECOND, THIRD = "lost-passport", "pension"
FOOTER = "site_templates/theme/partials/footer.html"
FIRST_DAY, DAYS = date(2026, 11, 26), 24


def nothing(_: Path) -> None:
    """Leave a project as it is."""


def a_remark(project: Path) -> None:
    write(project, comment_path(OTHER_COMMENT), a_comment(OTHER_COMMENT, text="Почему?"))


def an_answer(project: Path) -> None:
    write(project, response_path(), a_response(outcome="noted"))


def a_setting(project: Path) -> None:
    write(project, "standards/project.yaml", a_project(name=said("Басқа", "Другое")))


def another_day(project: Path) -> None:
    write(project, "standards/project.yaml", a_project(today="2026-11-24"))


def a_template(project: Path) -> None:
    write(project, "site_templates/records/report.html", "<p>{{ view.title }}</p>\n")


def a_page_that_somebody_changed(project: Path) -> None:
    page = project / f"site/ru/s/{SECOND}/index.html"
    page.write_bytes(page.read_bytes() + b" ")


def a_page_that_is_gone(project: Path) -> None:
    (project / f"site/ru/s/{SECOND}/history/index.html").unlink()


def a_title(project: Path) -> None:
    write(project, standard_path(SECOND), a_standard(SECOND, title=said("Төлқұжат", "Паспорт")))


def the_other_order_of_languages(project: Path) -> None:
    write(project, "standards/project.yaml", a_project(languages=["ru", "kk"]))


def a_footer(project: Path) -> None:
    """Bear the day twice, and not at the end; or as it was."""
    _there_or_not(project, FOOTER, "<p>{{ talqy.as_of }}</p><footer>{{ talqy.as_of }}</footer>\n")


def a_list_that_is_none(project: Path) -> None:
    (project / "site/.talqy-parts").write_bytes(b"part x\n\xff")


def a_draft(project: Path) -> None:
    second = revision_path(2, SECOND)
    if (project / second).exists():
        (project / second).unlink()
    else:
        write(project, second, a_revision(2, kind="amendment", base="1"))


def another_standard(project: Path) -> None:
    if (folder := project / "standards" / THIRD).exists():
        shutil.rmtree(folder)
    else:
        write(project, standard_path(THIRD), a_standard(THIRD))
        write(project, revision_path(1, THIRD), a_revision())


def another_name(project: Path) -> None:
    """Let the second standard be called so from now on, or as it was."""
    names = [SECOND, f"{SECOND}-anew"]
    old, new = names if (project / "standards" / SECOND).exists() else names[::-1]
    (project / "standards" / old).rename(project / "standards" / new)
    write(project, standard_path(new), a_standard(new))


def a_paper_beside_the_prose(project: Path) -> None:
    _there_or_not(project, "site_templates/pages/ru/paper.pdf", "%PDF")


def an_id_of_two(project: Path) -> None:
    """Let a comment on the second standard have the id of one on the first, or take it away."""
    path = comment_path(COMMENT).replace(STANDARD, SECOND)
    _there_or_not(project, path, dumped(a_comment(COMMENT, standard=SECOND)))


def _there_or_not(project: Path, path: str, text: str) -> None:
    if (project / path).exists():
        (project / path).unlink()
    else:
        write(project, path, text)


def a_comment_less(project: Path) -> None:
    for name in (COMMENT, OTHER_COMMENT):
        (project / comment_path(name)).unlink(missing_ok=True)
        (project / response_path(name)).unlink(missing_ok=True)


EDITS: tuple[Callable[[Path], None], ...] = (
    nothing,
    a_remark,
    an_answer,
    a_setting,
    another_day,
    a_template,
    a_page_that_somebody_changed,
    a_page_that_is_gone,
    a_title,
    the_other_order_of_languages,
    a_footer,
    a_list_that_is_none,
    a_draft,
    another_standard,
    another_name,
    a_comment_less,
    a_paper_beside_the_prose,
    an_id_of_two,
)


class KilledError(BaseException):
    """The end of a run that nothing tidies up after."""


def killed(project: Path, day: date, moves: int) -> None:
    """Build a site, and end so that some files have taken their places and the others have not."""
    move, left = writing._move, iter(range(moves))

    def moving(file: Path, target: Path) -> None:
        if next(left, None) is None:
            raise KilledError
        move(file, target)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(writing, "_move", moving)
        patched.setattr(writing, "_give_back", lambda *_: None)
        with suppress(KilledError):
            build_in(project, day)


def build_in(project: Path, day: date, *words: str | Path) -> None:
    """Build a project on a day, whatever is wrong with what an edit has left."""
    said_so = ("--today", day.isoformat(), *words)
    try:
        built(project, *said_so)
    except AssertionError:
        built(project, *said_so, status=1)


def after_edits(project: Path, anew: Path, seed: int, patched: pytest.MonkeyPatch) -> None:
    """Change a project some times, and the day; the site that is kept is the one built anew."""
    chance, done = random.Random(seed), []  # noqa: S311 - which edits are made, the same each time
    for _ in range(chance.randint(1, 3)):
        done += chance.sample(EDITS, chance.randint(0, 2))
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        for edit in done[-2:]:
            edit(project)
        if chance.random() < 0.2:
            version = str(chance.random())
            patched.setattr("talqy.build.tool_digest", lambda version=version: version)
        if chance.random() < 0.3:
            killed(project, day, chance.randrange(60))
        build_in(project, day)
    build_in(project, day, "--to", anew)
    assert files_of(project / "site") == files_of(anew), (seed, done, day)
