"""Twenty thousand comments on one draft, as many in the queue: how soon the desk shows each page.

    python tests/bench/desk_pages.py [--comments 20000] [--queued 20000]

Each page is asked for twice, one after the other; then an answer is saved and decisions are made,
and each is asked for once more; at last main has a comment more, and pages of comments are asked
for. Told are seconds by the clock and of processors: what the desk does beside its pages (looking
for alike comments) is in the latter. Pages are to come in under a second; files and what is written
are told beside. No browser is asked: what it draws is not measured.
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from desks import ADesk
from large_desks import a_large_desk
from publishing import a_comment_of
from repositories import git
from talqy.comments.new_comment import comment_text
from talqy.service.desk.running import read_once

GOAL = 1.0
_LOOKED_FOR_AGAIN = 2.5
_TEXT = "/ru/answers/birth-registration/r2/"
_DRAFT = "/ru/s/birth-registration/r2/"
_STEPS = "/ru/steps/birth-registration/"
PAGES = {
    "today": "/ru/",
    "drafts": "/ru/drafts/",
    "the text of the draft": _DRAFT,
    "its changes": f"{_DRAFT}changes/",
    "answers, all texts": "/ru/answers/",
    "comments of the text": _TEXT,
    "the same, the last page": f"{_TEXT}?show=all&page=200",
    "the same, one clause": f"{_TEXT}?clause=term&language=kk",
    "steps": "/ru/steps/",
    "the way of the standard": _STEPS,
    "the days of the text": f"{_STEPS}r2/days/",
    "the report": f"{_STEPS}r2/report/",
    "answers that are late": f"{_STEPS}late/",
    "figures": "/ru/figures/",
    "queue": "/ru/queue/",
    "queue, the last page": "/ru/queue/?page=9999",
}
_ID = re.compile(r'href="(/ru/queue/[0-9a-z]{10}/)"')
_TICK = re.compile(r'name="c" value="([0-9a-z]{10}\.[0-9a-f]+)"')
_ANSWER = re.compile(r'href="(/ru/answers/[^"]*answer/\?c=[0-9a-z]{10})"')
_NOTED = {
    "outcome": "noted",
    "reason.kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason.ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}


class Stopwatch:
    """Asks for pages, prints how long each took, and remembers what was too slow."""

    def __init__(self, desk: ADesk) -> None:
        self.desk, self.slow = desk, list[str]()

    def page(self, name: str, path: str, *, again: bool = True) -> str:
        """Ask for a page, and once more; return it."""
        times, said = [], ""
        for _ in range(2 if again else 1):
            took, spent, said = _timed(lambda: self.desk.get(path))
            times.append((took, spent))
        self._say(name, times, is_page=True)
        return said

    def done(self, name: str, act: Callable[[], str]) -> str:
        """Do something that is no page; return what it says."""
        took, spent, said = _timed(act)
        self._say(name, [(took, spent)], is_page=False)
        return said

    def _say(self, name: str, times: list[tuple[float, float]], *, is_page: bool) -> None:
        told = "".join(f"{took:9.2f} {spent:9.2f}" for took, spent in times)
        is_slow = is_page and max(took for took, _ in times) >= GOAL
        click.echo(f"{name:<34}{told}{'   missed' if is_slow else ''}")
        if is_slow:
            self.slow.append(name)


def _timed(act: Callable[[], str]) -> tuple[float, float, str]:
    begun, spent = time.perf_counter(), time.process_time()
    said = act()
    return time.perf_counter() - begun, time.process_time() - spent, said


def _all_of(watch: Stopwatch, *, again: bool = True) -> dict[str, str]:
    return {name: watch.page(name, path, again=again) for name, path in PAGES.items()}


def _signed_in(desk: ADesk) -> str:
    read_once(desk.context)
    desk.sign_in()
    return desk.get("/ru/")


def _first(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    if found is None:
        raise click.ClickException(f"a page has no {pattern.pattern}")
    return found[1]


def _answered(desk: ADesk, form: str) -> str:
    sent = desk.post(
        f"{_TEXT}answer/",
        {"c": form.rpartition("=")[2], **_NOTED},
        of=form,
        follow_redirects=False,
    )
    if sent.status_code != 303:
        raise click.ClickException(f"the answer was not saved: {sent.status_code}")
    return sent.text


def _decided(desk: ADesk, queue: str) -> str:
    ticked = _TICK.findall(queue)[:20]
    said = {"c": ticked, "act": "hold", "do": "hold"}
    return desk.post("/ru/queue/act/", said, of="/ru/queue/").text


def measure(desk: ADesk) -> list[str]:
    """Ask for all pages; return the names of those that were too slow."""
    watch = Stopwatch(desk)
    click.echo(f"\n{'':<34}{'first, s':>9} {'of proc.':>9}{'again, s':>9} {'of proc.':>9}")
    watch.done("signing in: all is read once", lambda: _signed_in(desk))
    pages = _all_of(watch)
    watch.page("one comment of the queue", _first(_ID, pages["queue"]))
    form = _first(_ANSWER, pages["comments of the text"])
    watch.page("the form of one answer", form)
    watch.page("where a workbook goes in", f"{_TEXT}workbook/")
    file = f"{_TEXT}workbook.xlsx"
    watch.done("the workbook itself, a file", lambda: str(len(desk.client.get(file).content)))
    click.echo("\nan answer is saved, twenty comments of the queue are decided")
    watch.done("the answer", lambda: _answered(desk, form))
    watch.done("the decisions", lambda: _decided(desk, pages["queue"]))
    _all_of(watch, again=False)
    click.echo("\nmain has one comment more")
    _one_more(desk)
    for name in ("queue", "answers, all texts", "comments of the text"):
        watch.page(name, PAGES[name])
    return watch.slow


def _one_more(desk: ADesk) -> None:
    """Publish a comment, and wait until the service looks for the tip again."""
    root = desk.works.place.root
    said = a_comment_of(1)
    file = root / said.path.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(comment_text(said), "utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "One more")
    time.sleep(_LOOKED_FOR_AGAIN)


@click.command()
@click.option("--comments", default=20_000, show_default=True, help="Comments on the draft.")
@click.option("--queued", default=20_000, show_default=True, help="Comments in the queue.")
def main(comments: int, queued: int) -> None:
    """Measure, and print what was found."""
    folder = Path(tempfile.mkdtemp(prefix="talqy-desk-pages-"))
    try:
        begun = time.perf_counter()
        with a_large_desk(folder, comments, queued) as desk:
            took = time.perf_counter() - begun
            click.echo(f"{comments} comments, {queued} in the queue; made in {took:.0f} s")
            slow = measure(desk)
            click.echo(f"\npages of a second and more: {', '.join(slow) or 'none'}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
