"""One comment from the form to the letter: two applications, one repository, no browser.

The same in a browser, by real processes: `tests/browser/test_rehearsal.py`.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desks import TODAY, ADesk, a_desk, words_of
from following import BASE, LINK, Box
from form_posts import EASY, Citizen, key_in, number_in
from one_official import OneOfficial
from repositories import committed, git
from serving import ADDRESS, a_project_repository, settings_of, sound_files
from sites import mkdocs_yml
from talqy.project.survey import survey
from talqy.project.write import carry_out
from talqy.service.app import application
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.form.doors import DoorRules
from talqy.service.form.routes import form_bounds, form_routes
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.letter_routes import letter_routes
from talqy.service.messages.letter_worker import LetterWorker, following_of
from talqy.service.officials import ALL_ROLES, Who
from talqy.service.parts import Service
from talqy.service.public.routes import public_routes
from talqy.service.publish.round import Publisher
from talqy.steps.merging import merge_of

MAIL = {"server": "127.0.0.1:1", "tls": "none", "sender": "talqy@adilet.example.kz"}
OFFICE = {"name": "Министерство юстиции", "email": "talqy@adilet.example.kz"}
OFFICIAL = Who("here", ALL_ROLES)
WHO = "aigerim@example.kz"
ANSWER = {
    "outcome": "noted",
    "reason.kk": "Пікір қаралып, назарға алынды: мерзім заңда белгіленген.",
    "reason.ru": "Мнение рассмотрено и учтено: срок установлен законом.",
    "by": "ministry-justice",
    "on": "2026-11-20",
    "duplicate_of": "",
}


def a_queue(folder: Path, now: datetime) -> Service:
    """Open a service on a bare repository of the small sound project."""
    project = sound_files()["standards/project.yaml"]
    project = project if "gate:" in project else f"{project}gate:\n  batch: 100\n"
    changed = {"standards/project.yaml": project, "mkdocs.yml": mkdocs_yml()}
    root = a_project_repository(folder / "project", **changed)
    state = survey(root, TODAY)
    carry_out(merge_of(root, state, state.known[0].records).steps, root)
    committed(root)
    git(folder, "clone", "--quiet", "--bare", "project", "bare.git")
    officials = {"desk": {"roles": ["publisher", "reader"], "account": "here"}}
    publish = {"way": "straight", "comments": 1, **OFFICE}
    opened = Service.opened(
        settings_of(folder, repository="bare.git", mail=MAIL, publish=publish, officials=officials)
    )
    return Service(opened.settings, opened.store, opened.project, lambda: now)


def letters_of(service: Service) -> Box:
    """Make a round of letters into a box."""
    box = Box()
    made: LetterRound = LetterWorker(service)._round()
    replace(made, post=box.opened).go(service.now())
    return box


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_comment_is_published_answered_and_told(tmp_path: Path, language: str) -> None:
    """By a person without an account, and by officials at the desk alone."""
    moment = [datetime(2026, 11, 20, 7, tzinfo=UTC)]
    opened = a_queue(tmp_path, moment[0])
    service = Service(opened.settings, opened.store, opened.project, lambda: moment[0])
    pages = [
        *form_routes(service, DoorRules(work=EASY)),
        *public_routes(service),
        *letter_routes(service, following_of(service)),
    ]
    app = application(service, pages, form_bounds(service))
    works = Works(DeskPlace(tmp_path / "bare.git", "main"), tmp_path / "desk", TODAY)
    with TestClient(app, base_url=ADDRESS) as web, a_desk(tmp_path, works, service=service) as desk:
        desk.context.sign_in = OneOfficial(desk, OFFICIAL)
        citizen = Citizen(web, service)
        citizen.waits = lambda **span: moment.append(moment.pop() + timedelta(**span))  # type: ignore[method-assign]
        receipt = citizen.sent()
        number, key = number_in(receipt), key_in(receipt)
        asks = {"address": WHO, "topic": f"comment:{number}", "key": key, "page": language}
        assert web.post("/letters/", data=asks).status_code == 200
        (link,) = LINK.finditer(letters_of(service).letters[-1].get_content())
        assert web.post(f"/{link[0].removeprefix(BASE)}").status_code == 200

        lets_out(desk, number, language)
        Publisher(service, "tests").round()
        assert number in git(tmp_path / "bare.git", "ls-tree", "-r", "--name-only", "main")
        at = f"/{language}/answers/birth-registration/r2/"
        asked = f"{at}answer/?c={number}"
        done = desk.post(f"{at}answer/", {**ANSWER, "c": number}, of=asked)
        assert done.status_code == 200, words_of(done.text)
        below = "work/answers.birth-registration-r2/publish/"
        work = f"/{language}/{below}"
        page = desk.get(work)
        looked = re.search(r'name="looked" value="([^"]*)"', page)
        out = desk.post(work, {"looked": looked[1]} if looked else {})
        assert out.url.path == at, words_of(out.text)

        moment[0] += timedelta(hours=2)
        told = letters_of(service).letters
        assert {str(one["To"]) for one in told} == {WHO}
        assert any(number in one.get_content() for one in told)
        answered = web.get(f"/status/{number}?language={language}").text
        assert {"kk": "Жауап", "ru": "твет"}[language] in words_of(answered)
    opened.close()


def lets_out(desk: ADesk, number: str, language: str) -> None:
    """Let a comment of the queue be published."""
    at = f"/{language}/queue/{number}/"
    shown = re.search(rf'name="c" value="({number}\.[0-9a-f]+)"', desk.get(at))
    assert shown
    assert desk.post(at, {"c": shown[1], "do": "publish"}).status_code == 200
