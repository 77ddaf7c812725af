"""One real browser for each worker: two of Playwright's cannot run in one process."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Answer where Chromium is; install it where that is ours to do, and fail where it is not."""
    if found := shutil.which("chromium"):
        return found
    if os.geteuid() == 0 and not os.environ.get("CI"):
        subprocess.run(["apt-get", "install", "-y", "chromium"], check=False, capture_output=True)
    if found := shutil.which("chromium"):
        return found
    pytest.fail("the browser tests need Chromium: apt-get install chromium", pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield started
        started.close()
