"""Templates of a project lie over the pages of the service, as they do over those of the site."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from form_posts import EASY, WORDS, Citizen, a_citizen, number_in
from repositories import committed
from sites import ROOT
from talqy.service.form.doors import DoorRules
from talqy.service.health import health_of

RULES = DoorRules(many=10_000, most=20_000, work=EASY)
FRAME, RECEIPT = "site_templates/service/frame.html", "site_templates/service/receipt.html"


@pytest.fixture
def citizen(tmp_path: Path) -> Iterator[Citizen]:
    with a_citizen(tmp_path, RULES) as one:
        yield one


def changed(citizen: Citizen, files: dict[str, str]) -> None:
    committed(citizen.service.settings.repository, files)
    citizen.service.project._looked_at = float("-inf")


def shipped(file: str) -> str:
    return (ROOT / file).read_text("utf-8")


def wrong(citizen: Citizen) -> list[str]:
    return [saying.said() for saying in health_of(citizen.service).wrong]


def test_a_template_of_the_project_beats_ours(citizen: Citizen) -> None:
    assert "Өз белгіміз" not in citizen.web.get("/").text
    own = shipped(FRAME).replace("<main", "<p>Өз белгіміз</p><main")
    changed(citizen, {FRAME: own})
    assert "Өз белгіміз" in citizen.web.get("/").text
    assert "Өз белгіміз" in citizen.looks_over().text
    assert wrong(citizen) == []


def test_a_shared_part_of_the_site_beats_ours(citizen: Citizen) -> None:
    parts = "site_templates/records/_parts.html"
    changed(citizen, {parts: shipped(parts).replace('class="tag stage', 'class="own tag stage')})
    page = citizen.web.get("/").text
    assert page.count("own tag stage") == page.count("tag stage") > 0


def test_a_style_of_the_project_is_that_of_the_service_too(citizen: Citizen) -> None:
    own = "body { color: navy }\n"
    style, ours = (
        "site_templates/theme/assets/talqy.css",
        "site_templates/service/assets/service.css",
    )
    changed(citizen, {style: own, ours: own})
    for name in ("talqy.css", "service.css"):
        assert citizen.web.get(f"/assets/{name}").text == own
    assert citizen.web.get("/assets/proof.js").text == shipped(
        "site_templates/service/assets/proof.js"
    )
    assert citizen.web.get("/assets/frame.html").status_code == 404


@pytest.mark.parametrize(
    "own", ["{% block %}", "{{ view.nothing }}", "{% include 'nowhere.html' %}"]
)
def test_a_template_that_cannot_be_used_keeps_nobody_from_commenting(
    citizen: Citizen, own: str
) -> None:
    changed(citizen, {RECEIPT: own})
    number_in(citizen.sent(text=f"{WORDS} Всё же."))
    (said,) = wrong(citizen)
    assert "receipt.html" in said or "nowhere.html" in said
    changed(citizen, {RECEIPT: shipped(RECEIPT)})
    number_in(citizen.sent(text=f"{WORDS} Снова."))
    assert wrong(citizen) == []


def test_check_knows_the_folder(citizen: Citizen) -> None:
    changed(citizen, {RECEIPT: shipped(RECEIPT) + "<!-- own -->\n"})
    assert [one.code for one in citizen.service.project.now().problems] == []
