"""Somebody at the form of the service: types, looks over, sends; the test sets the clock."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from altcha import Challenge, Payload, solve_challenge
from httpx2 import Response
from starlette.testclient import TestClient

from serving import ADDRESS, SOUND, a_project_repository, settings_of
from talqy.service.app import application
from talqy.service.form.doors import DoorRules
from talqy.service.form.proof import ProofWork
from talqy.service.form.routes import form_bounds, form_routes
from talqy.service.parts import Service
from talqy.service.store.tables import ACTS, COMMENTS, COUNTED, ORIGINALS, SPENT

ALMATY = ZoneInfo("Asia/Almaty")
NOON = datetime(2026, 11, 20, 12, tzinfo=ALMATY)
LAST_DAY = datetime(2026, 11, 27, 23, 59, 58, tzinfo=ALMATY)
"""Two seconds before the end of the last day of the discussion of `DRAFT`."""
STANDARD = "birth-registration"
DRAFT = f"{STANDARD} r2"
WORDS = "Прошу сократить срок до двух дней: в селе живут далеко."
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
EASY = ProofWork(rounds=20, least=2, most=4)
_HIDDEN = re.compile(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">')
_CHALLENGE = re.compile(r'data-challenge="([^"]*)"')
_KEY = re.compile(r"<output>([0-9a-z-]+)</output>")
_NUMBER = re.compile(r'<dd class="number">([0-9a-z]{10})</dd>')


def typed(**changed: str) -> dict[str, str]:
    """Return what the page of the site posts; two strokes stand for the point of a name."""
    said = {
        "draft": DRAFT,
        "clause": "whole",
        "kind": "change",
        "text": WORDS,
        "proposal": "",
        "quote": "",
        "language": "ru",
        "author.kind": "individual",
        "author.name": "",
        "consent": "yes",
    }
    return {**said, **{name.replace("__", "."): text for name, text in changed.items()}}


@dataclass
class Citizen:
    """Somebody at the form: `web` asks the service, `moment` is what its clock says."""

    web: Any
    service: Service
    moment: datetime = NOON
    heads: Mapping[str, str] = field(default_factory=dict)

    def begins(self) -> "Citizen":
        """Begin anew, at noon, with an empty queue: a clock that goes back takes nothing."""
        with self.service.store.engines.writing() as connection:
            for table in (COMMENTS, ORIGINALS, ACTS, COUNTED, SPENT):
                connection.execute(table.delete())
        self.moment = NOON
        return self

    @property
    def stored(self) -> int:
        """How many comments are stored."""
        return sum(self.service.store.counts().values())

    def waits(self, **span: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**span)

    def posts(self, path: str, said: Mapping[str, str], **heads: str) -> Response:
        """Post a form."""
        named = {name.replace("_", "-"): value for name, value in heads.items()}
        answer: Response = self.web.post(
            path, content=urlencode(said), headers={**FORM, **self.heads, **named}
        )
        return answer

    def looks_over(self, **changed: str) -> Response:
        """Come from the page of the site, as its form posts."""
        return self.posts("/", typed(**changed))

    def sends(
        self, page: Response, *, solved: bool = True, path: str = "/send", **changed: str
    ) -> Response:
        """Press the button of a page after a while, as a browser with a script or without."""
        self.waits(seconds=5)
        said = {**typed(**changed), **hidden_in(page)}
        said |= {name.replace("__", "."): text for name, text in changed.items() if name in hidden}
        if solved:
            said["proof"] = proof_of(page)
        return self.posts(path, said)

    def sent(self, **changed: Any) -> Response:
        """Come from the page of the site, look over, and send."""
        return self.sends(self.looks_over(**changed), **changed)


hidden = frozenset({"draft", "page", "token", "seen", "proof", "website"})


class Shown(Protocol):
    """A page that came back, whoever has asked for it."""

    @property
    def text(self) -> str:
        """What stands in it."""


def hidden_in(page: Shown) -> dict[str, str]:
    """Return the fields of a page that nobody sees."""
    return {name: unescape(value) for name, value in _HIDDEN.findall(page.text)}


def proof_of(page: Shown) -> str:
    """Solve the challenge of a page, as the script does."""
    found = _CHALLENGE.search(page.text)
    assert found, page.text
    challenge = Challenge.from_dict(json.loads(unescape(found[1])))
    solution = solve_challenge(challenge)
    assert solution
    return Payload(challenge, solution).to_base64()


def number_in(page: Shown) -> str:
    """Return the number of the comment that a page tells."""
    found = _NUMBER.search(page.text)
    assert found, page.text
    return found[1]


def key_in(page: Shown) -> str:
    """Return the key that a page tells."""
    found = _KEY.search(page.text)
    assert found, page.text
    return found[1]


def without_a_day() -> dict[str, str]:
    """Return settings of a project that takes the day from the clock."""
    text = (SOUND / "standards/project.yaml").read_text("utf-8")
    return {"standards/project.yaml": text.replace('today: "2026-11-20"\n', "")}


@contextmanager
def a_citizen(
    folder: Path, rules: DoorRules | None = None, address: str = ADDRESS
) -> Iterator[Citizen]:
    """Let somebody come to a service on the small sound project."""
    a_project_repository(folder / "project", **without_a_day())
    opened = Service.opened(settings_of(folder, address=address))
    citizen = Citizen(None, opened)
    service = Service(opened.settings, opened.store, opened.project, lambda: citizen.moment)
    doors = rules or DoorRules(work=EASY)
    app = application(service, form_routes(service, doors), form_bounds(service))
    with TestClient(app, base_url=ADDRESS) as web:
        citizen.web, citizen.service = web, service
        yield citizen
