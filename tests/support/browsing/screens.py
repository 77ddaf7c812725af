"""Pictures of every kind of page, to be looked at after a change of templates or style.

    python -m browsing.screens SITE FOLDER [KIND …]

Every kind stands there in every language: wide and narrow, light and dark, and on paper, where
each sheet is a picture. SITE is a built site; without a KIND all are shown.
"""

import shutil
import subprocess
from itertools import product
from pathlib import Path
from typing import Literal

import click
from playwright.sync_api import Page, sync_playwright

from browsing.kinds import EVERYWHERE, HEIGHT, WIDTHS
from browsing.serving import served

_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_DOTS = "60"
"""Dots an inch of a picture of a sheet: enough to read it, and four beside each other fit."""


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.argument("kinds", nargs=-1)
def main(site: Path, folder: Path, kinds: tuple[str, ...]) -> None:
    """Save pictures as KIND-LANGUAGE-WIDTH-SCHEME.png, and sheets as KIND-LANGUAGE-paper-N.png."""
    folder.mkdir(parents=True, exist_ok=True)
    cases = [(kind, language) for kind, language in EVERYWHERE if not kinds or kind in kinds]
    with served(site) as shown, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = chromium.new_page(reduced_motion="reduce")
        with click.progressbar(cases, label="pages") as progress:
            for kind, language in progress:
                at = folder / f"{kind}-{language or 'all'}"
                _shoot(page, shown.address(kind, language), at)
        chromium.close()


def _shoot(page: Page, address: str, at: Path) -> None:
    for width, scheme in product(WIDTHS, _SCHEMES):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        page.screenshot(path=f"{at}-{width}-{scheme}.png", full_page=True)
    paper = f"{at}-paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
    subprocess.run(["pdftoppm", "-r", _DOTS, "-png", paper, f"{at}-paper"], check=True)


if __name__ == "__main__":
    main()
