"""A site that is served for work shows what stands in the files, and says what is wrong there."""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import builders as b
from sites import built, files_of, small
from talqy.live.changes import watch
from talqy.live.site import LiveSite
from talqy.model.paths import ADDED
from talqy.rules import hyphens
from talqy.rules.rule import CheckContext
from talqy.site.shell import slots_of

PAGE = "ru/s/birth-registration/index.html"
COMMENTS = "ru/s/birth-registration/comments/index.html"
BOX = re.compile(r'<aside id="_live".*?</aside>', re.DOTALL)


def told(page: str) -> str:
    found = BOX.search(page)
    return found[0] if found else ""


class Work:
    """A project at work, and its site."""

    def __init__(self, folder: Path) -> None:
        self.project = small(folder, comments=[b.a_comment()])
        self.live = LiveSite(self.project, None, lambda _: None)
        self.live.renew()

    def page(self, path: str = PAGE) -> str:
        """Return a page as the browser gets it, but for the script."""
        return self.live.file(path).content.decode()

    def write(self, path: str, content: object) -> None:
        """Save a file."""
        b.write(self.project, path, content)  # type: ignore[arg-type]
        self.live.renew()

    def remove(self, path: str) -> None:
        """Take a file away."""
        (self.project / path).unlink()
        self.live.renew()


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path / "project")


def test_a_file_that_is_served_is_the_one_that_is_built(work: Work) -> None:
    site = files_of(built(work.project))
    asked = [path for path in site if "statistics" not in path or path.count("/") < 3]
    asked = [path for path in asked if not path.startswith(ADDED)]
    assert len(asked) > 100
    for path in asked:
        served = work.live.file(path)
        content = served.content
        if path.endswith(".html"):
            content = BOX.sub("", content.decode()).encode()
        assert (served.is_there, content) == (True, site[path]), path


def test_what_is_saved_is_shown(work: Work) -> None:
    work.page()
    work.write(b.standard_path(), b.a_standard(title=b.said("Жаңа атау", "Новое название")))
    assert "Новое название" in work.page()
    work.write(b.comment_path(), b.a_comment(text="Совсем новый комментарий."))
    assert "Совсем новый комментарий." in work.page(COMMENTS)
    work.write(b.response_path(), b.a_response(outcome="noted"))
    assert "принято к сведению" in work.page(COMMENTS).lower()
    work.write("site_templates/messages/ru.po", 'msgid "Home"\nmsgstr "Начало сайта"\n')
    assert "Начало сайта" in work.page("ru/index.html")
    work.write("site_templates/records/standard.html", "<p>{{ view.title }} – иначе</p>\n")
    assert "– иначе</p>" in work.page()
    work.write("standards/project.yaml", b.a_project(name=b.said("Басқа", "Другое имя")))
    assert "Другое имя" in work.page()
    work.write("site_templates/pages/ru/how-it-works.md", "# Как это бывает\n")
    assert "Как это бывает" in work.page("ru/how-it-works/index.html")


def test_the_frame_says_what_messages_and_the_theme_say_now(work: Work) -> None:
    other = "ru/how-it-works/index.html"
    for path, content in (
        ("site_templates/messages/ru.po", 'msgid "Search"\nmsgstr "Отыскать"\n'),
        ("site_templates/theme/partials/footer.html", "<p>Отыскать</p>"),
    ):
        assert all("Отыскать" not in work.page(at) for at in (PAGE, other))
        work.write(path, content)
        assert all("Отыскать" in work.page(at) for at in (PAGE, other))
        work.remove(path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file is always unreadable")
@pytest.mark.parametrize(
    "path",
    [
        "site_templates/pages/odd",
        "site_templates/pages/ru/odd.md",
        "site_templates/theme/base.html",
        "mkdocs.yml",
    ],
)
def test_a_file_that_the_system_refuses_is_told_and_the_last_page_stays(
    path: str, work: Work
) -> None:
    was = BOX.sub("", work.page())
    place = work.project / path
    place.parent.mkdir(exist_ok=True, parents=True)
    place.unlink(missing_ok=True)
    place.symlink_to("/proc/self/mem")
    work.live.renew()
    assert "диск не читается" in told(work.page())
    assert BOX.sub("", work.page()) == was


@pytest.mark.parametrize("path", ["pages/ru/odd.md", "theme/base.html", "records/standard.html"])
def test_a_file_that_is_no_utf_8_is_told_and_the_last_page_stays(path: str, work: Work) -> None:
    was = BOX.sub("", work.page())
    work.write(f"site_templates/{path}", "Стандарт".encode("cp1251"))
    assert all(one in told(work.page()) for one in (path.rpartition("/")[2], "UTF-8"))
    assert BOX.sub("", work.page()) == was


def test_what_is_removed_is_gone(work: Work) -> None:
    own = f"ru/s/birth-registration/c/{b.COMMENT}/index.html"
    assert work.live.file(own).is_there
    work.remove(b.comment_path())
    assert not work.live.file(own).is_there
    work.remove(b.standard_path())
    work.remove(b.revision_path())
    assert not work.live.file(PAGE).is_there


BROKEN: dict[str, Callable[[], object]] = {
    b.standard_path(): b.a_standard,
    b.revision_path(): b.a_revision,
    "standards/project.yaml": b.a_project,
    b.comment_path(): b.a_comment,
}


@pytest.mark.parametrize("path", BROKEN)
def test_a_file_that_cannot_be_read_is_named_and_what_was_read_last_stays(
    path: str, work: Work
) -> None:
    shown = {at: BOX.sub("", work.page(at)) for at in (PAGE, COMMENTS)}
    work.write(path, "title: {kk: [\n")
    for at, was in shown.items():
        assert path in told(work.page(at))
        assert "показано то, что прочитано в последний раз" in told(work.page(at))
        assert BOX.sub("", work.page(at)) == was
    work.write(path, BROKEN[path]())
    assert path not in told(work.page())
    assert BOX.sub("", work.page()) == shown[PAGE]


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
        ("site_templates/records/standard.html", "{% if %}", "standard.html"),
        ("site_templates/messages/ru.po", 'msgid "Home\n', "ru.po"),
        ("site_templates/theme/base.html", "{{ nothing.at.all }}", "base.html"),
    ],
)
def test_what_no_page_can_be_made_of_is_named_and_the_last_page_stays(
    path: str, content: str, said: str, work: Work
) -> None:
    was = BOX.sub("", work.page())
    work.write(path, content)
    assert said in work.page()
    assert BOX.sub("", work.page()) == was


def test_words_of_a_file_stay_words_in_the_box(work: Work) -> None:
    work.write(b.standard_path(), b.a_standard(authority="<script>alert(1)</script>"))
    assert "<script>alert" not in work.page()
    work.write(b.standard_path(), b.a_standard(life_event="<b>x</b>"))
    assert "&lt;b&gt;" in told(work.page())
    assert "<b>x</b>" not in work.page()


def test_a_page_says_what_is_wrong_in_its_own_language(work: Work) -> None:
    work.write(b.standard_path(), "title: {kk: [\n")
    kazakh, russian = (told(work.page(PAGE.replace("ru", code, 1))) for code in ("kk", "ru"))
    assert "соңғы рет оқылған" in kazakh
    assert "прочитано в последний раз" in russian


def test_only_the_page_that_is_asked_for_is_made(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(*given: object) -> object:
        made.append(given[1].at.full)  # type: ignore[attr-defined]
        return slots_of(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("talqy.site.stamping.slots_of", counted)
    work.write(b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT))
    work.page(COMMENTS)
    work.page(COMMENTS)
    assert made == ["ru/s/birth-registration/comments/"]


def test_of_what_nobody_has_saved_no_word_is_looked_at_again(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(part: CheckContext) -> object:
        asked.append(len(part.register.records))
        return hyphens_of(part)

    hyphens_of = hyphens._hyphens_of
    monkeypatch.setattr("talqy.rules.hyphens._hyphens_of", counted)
    work.write(b.comment_path(b.OTHER_COMMENT), b.a_comment(b.OTHER_COMMENT))
    assert asked == [1]  # the standard: its settings were asked before
    work.live.renew()
    assert asked == [1]


def test_another_day_where_the_project_is_shows_another_site(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine may stand in another zone: its midnight is no new day there."""
    asked: list[str] = []
    days = iter([date(2026, 11, 20)] * 3 + [date(2026, 11, 21)] * 9)

    def now_in(zone: str) -> date:
        asked.append(zone)
        return next(days)

    monkeypatch.setattr("talqy.live.site.now_in", now_in)
    seen: list[int] = []
    watch(lambda: (), lambda: seen.append(len(asked)), work.live.day, lambda: len(seen) == 2)
    assert len(seen) == 2
    assert set(asked) == {"Asia/Almaty"}


def test_pages_are_there_before_all_is_checked(tmp_path: Path) -> None:
    heard: list[object] = []
    live = LiveSite(small(tmp_path / "project"), None, heard.append)
    live.begin()
    assert "Регистрация рождения" in live.file(PAGE).content.decode()
    assert heard == []
    live.renew()
    assert len(heard) == 1
    assert "Регистрация рождения" in live.file(PAGE).content.decode()
