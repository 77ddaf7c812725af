"""What people do to a project between two builds of its site, and to the site itself."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import (
    COMMENT,
    MINISTRY,
    OTHER_COMMENT,
    STANDARD,
    a_comment,
    a_consultation,
    a_project,
    a_response,
    a_revision,
    a_standard,
    an_adopted_revision,
    an_adoption,
    comment_path,
    complete_clauses,
    response_path,
    revision_path,
    said,
    standard_path,
    write,
)
from sites import built, files_of, mkdocs_yml
from talqy.project import write as writing
from talqy.project.yaml_write import dumped

SECOND, THIRD = "lost-passport", "pension"
OFFICE = "other-office"
FOOTER = "site_templates/theme/partials/footer.html"
FIRST_DAY, DAYS = date(2026, 11, 26), (*range(24), *range(34, 40))
"""Days on which a site is built: those around what happens, and those around a year's end."""


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
    write(project, "site_templates/records/report.html", "<p>{{ language }}</p>\n")


def a_page_that_somebody_changed(project: Path) -> None:
    """Change one, where the standard has not got another name since."""
    page = project / f"site/ru/s/{SECOND}/index.html"
    if page.exists():
        page.write_bytes(page.read_bytes() + b" ")


def a_page_that_is_gone(project: Path) -> None:
    (project / f"site/ru/s/{SECOND}/history/index.html").unlink(missing_ok=True)


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
    shutil.rmtree(project / "standards" / new, ignore_errors=True)  # files of it may have come back
    (project / "standards" / old).rename(project / "standards" / new)
    write(project, standard_path(new), a_standard(new))


def a_paper_beside_the_prose(project: Path) -> None:
    _there_or_not(project, "site_templates/pages/ru/paper.pdf", "%PDF")


def an_id_of_two(project: Path) -> None:
    """Let a comment on the second standard have the id of one on the first, or take it away."""
    path = comment_path(COMMENT).replace(STANDARD, SECOND)
    _there_or_not(project, path, dumped(a_comment(COMMENT, standard=SECOND)))


def an_opening(project: Path) -> None:
    """Let an amendment be discussed in December, or be there no more."""
    talk = a_consultation("2026-12-01", "2026-12-15")
    draft = a_revision(2, kind="amendment", base="1", dated="2026-11-24", consultation=talk)
    _there_or_not(project, revision_path(2, SECOND), dumped(draft))


def an_act(project: Path) -> None:
    """Let the second standard be adopted in autumn, with a price, and in force on a day to come."""
    general, term, *others = complete_clauses()
    term["facts"]["fee"] = [{"amount": "2"}]
    act = an_adoption("2026-11-28", "2026-12-05")
    text = an_adopted_revision(adopted=act, clauses=[general, term, *others])
    write(project, revision_path(1, SECOND), text)


def another_address(project: Path) -> None:
    """Let the site have another address, and say whose it is."""
    file = project / "mkdocs.yml"
    old, new = "https://talqy.gov.kz/", "https://other.gov.kz/"
    text = file.read_text("utf-8")
    changed = f"{text.replace(old, new)}copyright: Other\n"
    file.write_text(changed if old in text else mkdocs_yml(), encoding="utf-8")


def other_messages(project: Path) -> None:
    """Call the statistics by another word, or by the usual one."""
    heads = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    said_so = f'{heads}\nmsgid "Statistics"\nmsgstr "Цифры"\n'
    _there_or_not(project, "site_templates/messages/ru.po", said_so)


def a_rehearsal(project: Path) -> None:
    """Let settings say on each page that nothing here is meant, and name the office otherwise."""
    name, rehearsed = said("Кеңсе", "Контора"), said("Бұл – сынақ.", "Это проба.")
    office = {MINISTRY: {"name": name, "email": "talqy@justice.example"}}
    unit = {"name": "mci", "tenge": {"2026": "4325", "2027": "4500"}}
    settings = a_project(demonstration=rehearsed, authorities=office, fee_unit=unit)
    write(project, "standards/project.yaml", settings)


def another_authority(project: Path) -> None:
    """Let another authority develop the second standard, which no setting names."""
    path = project / standard_path(SECOND)
    if path.exists():
        is_other = OFFICE in path.read_text("utf-8")
        authority = MINISTRY if is_other else OFFICE
        write(project, standard_path(SECOND), a_standard(SECOND, authority=authority))


def a_redaction(project: Path) -> None:
    """Take words out of the comment, on a day that may be still to come."""
    redacted = {
        "on": "2026-12-05",
        "reason": said("Өтініш бойынша.", "По просьбе."),
        "original": f"sha256:{'0' * 64}",
    }
    write(project, comment_path(), a_comment(redacted=redacted))


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
    an_opening,
    an_act,
    another_address,
    other_messages,
    a_rehearsal,
    a_redaction,
    another_authority,
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


@dataclass(frozen=True, slots=True)
class Step:
    """What is done to a project before one build, and to the build itself."""

    edits: tuple[Callable[[Path], None], ...]
    day: date
    version: str
    moves: int | None


def steps_of(seed: int) -> Iterator[Step]:
    """Draw what is done to a project, the same each time; an edit may be taken back."""
    chance = random.Random(seed)  # noqa: S311 - which edits are made
    done: list[Callable[[Path], None]] = []
    for _ in range(chance.randint(1, 3)):
        done += chance.sample(EDITS, chance.randint(0, 2))
        day = FIRST_DAY + timedelta(days=chance.choice(DAYS))
        version = str(chance.random()) if chance.random() < 0.2 else ""
        moves = chance.randrange(60) if chance.random() < 0.3 else None
        yield Step(tuple(done[-2:]), day, version, moves)


def after_edits(project: Path, anew: Path, seed: int, patched: pytest.MonkeyPatch) -> None:
    """Change a project some times, and the day; the site that is kept is the one built anew."""
    steps = [*steps_of(seed)]
    for step in steps:
        for edit in step.edits:
            edit(project)
        if step.version:
            patched.setattr("talqy.build.tool_digest", lambda version=step.version: version)
        if step.moves is not None:
            killed(project, step.day, step.moves)
        build_in(project, step.day)
    build_in(project, step.day, "--to", anew)
    assert files_of(project / "site") == files_of(anew), (seed, steps)
