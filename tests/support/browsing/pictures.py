"""Pictures of the manual: real pages of the site and of the desk, and the first sheets of files.

    python -m browsing.pictures SITE FOLDER

They stand there in each language of the demonstration, as FOLDER/LANGUAGE/pictures/NAME.png. SITE
is the built demonstration; the desk works on a copy of it, at which somebody has begun a draft and
to which comments have come.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from PIL import Image, ImageOps
from playwright.sync_api import Page, sync_playwright

from browsing.kinds import LANGUAGES, Site
from browsing.serving import served
from desk_serving import desk_served
from desks import TODAY, a_desk
from form_fields import fields_of
from libreoffice import converted
from publishing import Publishing
from rehearsal import ROOT, Rehearsal, made
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.parts import Service
from talqy.service.settings import usable_settings

WIDE, PHONE = (1000, 680), (375, 680)
COLOURS = 48
"""So many do for letters and areas, and make a picture a third as large."""
OPEN, DISCUSSED, LAST = "birth-registration", "kindergarten-queue", 3
"""The standards that are looked at; `LAST` is the text whose discussion is over."""
SHORTER = {"30 (тридцати)": "15 (пятнадцати)", "30 (отыз)": "15 (он бес)"}
DOTS, EDGE = "75", "#b9c6ca"


@dataclass(frozen=True)
class Shown:
    """A picture: its name, the page, what stands at its upper edge, and its size."""

    name: str
    path: str
    top: str = ""
    size: tuple[int, int] = WIDE


def of_site(site: Site) -> Iterator[Shown]:
    """Yield what citizens see, by addresses below a language."""
    draft = f"s/{OPEN}/"
    yield Shown("home", "")
    yield Shown("draft", draft, size=PHONE)
    yield Shown("changes", f"{draft}r1-r2/", "#term")
    yield Shown("form", f"{draft}comment/", "#say")
    yield Shown("comment", site.comment(), "h1")


def of_desk() -> Iterator[Shown]:
    """Yield what officials see, by addresses below a language."""
    text = f"s/{DISCUSSED}/r{LAST + 1}/"
    yield Shown("today", "")
    yield Shown("drafts", "drafts/", "h1")
    yield Shown("edit", f"{text}edit/term/", "fieldset:has([name='text.ru'])")
    yield Shown("reasons", f"{text}reasons/", "h1")
    yield Shown("steps", f"steps/{OPEN}/", "h1")
    yield Shown("queue", "queue/", "h1")
    yield Shown("answers", f"answers/{DISCUSSED}/r{LAST}/", ".before-report")


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def main(site: Path, folder: Path) -> None:
    """Take all pictures anew, and save them where the pages of the manual look for them."""
    with sync_playwright() as playwright, served(site) as citizens, desk_in_use() as link:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = chromium.new_page(reduced_motion="reduce", color_scheme="light")
        page.goto(link)
        desk = link.partition("/open/")[0]
        for language in LANGUAGES:
            to = folder / language / "pictures"
            to.mkdir(parents=True, exist_ok=True)
            for origin, seen in ((citizens.origin, of_site(citizens)), (desk, of_desk())):
                for one in seen:
                    taken(page, f"{origin}/{language}/{one.path}", one, to)
            sheets(language, to)
        chromium.close()


@contextmanager
def desk_in_use() -> Iterator[str]:
    """Open a desk on a copy of the demonstration, in the middle of a day; give its link."""
    with TemporaryDirectory() as folder:
        of = made(Rehearsal(Path(folder) / "copy"))
        service = Service.opened(usable_settings(of.settings, of.environment))
        here, day = Publishing(of.folder, service), date(2026, 11, 19)
        for number, (name, language, text) in enumerate(_SAID):
            here.take(number, text, id=name, standard=OPEN, language=language, received=day)
        works = Works(DeskPlace(of.bare, "main"), of.folder / "desk", TODAY)
        begin_a_draft(of.folder, works, service)
        with desk_served(of.bare, TODAY.isoformat(), service) as link:
            yield link
        service.close()


def begin_a_draft(folder: Path, works: Works, service: Service) -> None:
    """Begin the next draft of a standard as an official does, and change a term in it."""
    begun = {"standard": DISCUSSED, "base": str(LAST), "kind": "amendment"}
    with a_desk(folder, works, service=service) as desk:
        desk.sign_in()
        desk.post("/ru/drafts/begin/", begun, of="/ru/drafts/")
        clause = f"/ru/s/{DISCUSSED}/r{LAST + 1}/edit/term/"
        said = fields_of(desk.get(clause))
        for (was, now), name in product(SHORTER.items(), ("text.kk", "text.ru")):
            said[name] = [text.replace(was, now) for text in said[name]]
        answer = desk.post(clause, {**said, "facts.term.1.amount": "15"})
        assert answer.is_success, answer.text


def taken(page: Page, address: str, one: Shown, folder: Path) -> None:
    """Take the picture of what a window shows of a page."""
    width, height = one.size
    page.set_viewport_size({"width": width, "height": height})
    answer = page.goto(address)
    assert answer
    assert answer.ok, (answer.status, address)
    if one.top:
        page.locator(one.top).first.evaluate("it => it.scrollIntoView({block: 'start'})")
    file = folder / f"{one.name}.png"
    page.screenshot(path=file)
    lightened(file)


def sheets(language: str, folder: Path) -> None:
    """Write files for Word, and take a picture of the first sheet of each."""
    lines = {
        "working-copy": ("text", OPEN, "r2", "--to-edit"),
        "comparison": ("table", OPEN, "r1", "r2", "--language", language),
    }
    with TemporaryDirectory() as made_in:
        for name, words in lines.items():
            file = Path(made_in) / f"{name}.docx"
            command = [sys.executable, "-m", "talqy", "export", *words, "--to", str(file)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            (paper,) = converted("pdf", Path(made_in), file)
            to = folder / name
            one = ("-r", DOTS, "-png", "-f", "1", "-l", "1", "-singlefile")
            subprocess.run(["pdftoppm", *one, str(paper), str(to)], check=True)
            lightened(to.with_suffix(".png"))


def lightened(file: Path) -> None:
    """Save a picture with few colours and an edge: it is read on white, and over a slow network."""
    with Image.open(file) as seen:
        framed = ImageOps.expand(seen.convert("RGB"), border=1, fill=EDGE)
        few = framed.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


_SAID = (
    (
        "4h7kq2m9xc",
        "ru",
        "Прошу указать, что свидетельство выдают в день обращения: в роддоме ждать негде.",
    ),
    (
        "8w3n5t0rbe",
        "kk",
        "Куәлікті электрондық түрде де алуға болатынын жазуды сұраймын: ауылдан қалаға жол алыс.",
    ),
    (
        "b6y1jz4dvp",
        "ru",
        "В пункте о сроке неясно, считается ли день подачи. Напишите это прямо.",
    ),
)
"""What has come by the form and waits; the people are invented."""


if __name__ == "__main__":
    main()
