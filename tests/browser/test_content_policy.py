"""The policy of docs/deploy: a browser that holds it shows every page whole, and says nothing."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, Route

from browsing.kinds import EVERYWHERE, UNLIKE, Case, Site
from sites import ROOT

DEPLOY = ROOT / "docs" / "deploy"
_POLICY = re.compile(r'Content-Security-Policy "([^"]+)"')


def _policy() -> str:
    (said,) = {
        policy
        for name in ("nginx-site.conf", "Caddyfile-site")
        for policy in _POLICY.findall((DEPLOY / name).read_text("utf-8"))
    }
    return str(said)


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([("home", "kk"), ("search", "ru"), *UNLIKE[::6]], id="some"),
        pytest.param(EVERYWHERE, id="all", marks=pytest.mark.proof),
    ],
)
def test_nothing_of_a_page_is_against_the_policy(
    pages: Sequence[Case], site: Site, own_page: Page
) -> None:
    policy = _policy()

    def headed(route: Route) -> None:
        answer = route.fetch()
        heads = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=heads)

    said: list[str] = []
    own_page.route("**/*", headed)
    own_page.on("console", lambda message: said.append(message.text))
    for kind, language in pages:
        own_page.goto(site.address(kind, language), wait_until="load")
    own_page.goto(f"{site.origin}/ru/search/?q=паспорт", wait_until="networkidle")
    assert own_page.locator("main mark").count()
    assert said == []


def test_the_policy_holds(site: Site, own_page: Page) -> None:
    """A style that somebody slips in is refused: so the test above can fail."""
    policy, said = _policy(), list[str]()
    own_page.on("console", lambda message: said.append(message.text))

    def headed(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("<main", '<p style="color:red">x</p><main')
        heads = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, body=body, headers=heads)

    own_page.route("**/ru/", headed)
    own_page.goto(f"{site.origin}/ru/", wait_until="load")
    assert "style-src" in " ".join(said)
