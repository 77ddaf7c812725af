"""A desk in the middle of an official's day: works of every kind are begun, some things are wrong.

Also what officials send that cannot be saved, as each page of the desk would have to refuse it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desks import DRAFT, TODAY, ADesk, a_desk
from form_fields import fields_of
from publishing import a_publishing
from repositories import committed, git
from talqy.project.survey import survey
from talqy.project.write import carry_out
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.steps.merging import merge_of

TEXT = "s/birth-registration/r3/"
ANSWER = "answers/birth-registration/r2/answer/"
HEARD = f"{ANSWER}?c=c5d6e7f8g9"
WAY = "steps/birth-registration/r2/"
REASON = {"reason.kk": "Азаматтар сұрады.", "reason.ru": "Просили граждане."}
NEW_CLAUSE = {"text.kk": "Жаңа тармақ.", "text.ru": "Новый пункт."}
SECOND = {"text.kk": "Екіншісі айтты.", "text.ru": "Второй сказал."}


@contextmanager
def busy(folder: Path, language: str) -> Iterator[ADesk]:
    """Open a desk with a queue, at which much was begun in the pages of a language."""
    here = a_publishing(folder)
    state = survey(here.work, TODAY)
    carry_out(merge_of(here.work, state, state.as_read[0].records).steps, here.work)
    committed(here.work)
    git(here.work, "push", "--quiet", str(here.own), "HEAD:main")
    works = Works(DeskPlace(here.own, "main"), folder / "desk", TODAY)
    with a_desk(folder, works, service=here.service) as desk:
        desk.sign_in()
        for number in (1, 2):
            here.take(number, f"Срок слишком велик, его надо сократить: {number} день.")
        _drafts(desk, f"/{language}/")
        _answers(desk, f"/{language}/")
        _steps(desk, f"/{language}/")
        yield desk
    here.service.close()


def _sent(desk: ADesk, path: str, said: dict[str, Any], of: str = "", status: int = 200) -> Any:
    answer = desk.post(path, said, of=of)
    assert answer.status_code == status, (path, answer.status_code, answer.text[:3000])
    return answer


def _form(desk: ADesk, path: str, **changed: Any) -> dict[str, Any]:
    return {**fields_of(desk.get(path)), **changed}


def _drafts(desk: ADesk, here: str) -> None:
    begin = {"standard": "birth-registration", "base": "2", "kind": "amendment"}
    _sent(desk, f"{here}drafts/begin/", begin, f"{here}drafts/")
    new = {"title.kk": "Паспорт", "title.ru": "Паспорт", "id": ""}
    more = {"authority": "ministry-justice", "life_event": "documents"}
    _sent(desk, f"{here}drafts/new/", {**new, **more}, f"{here}drafts/")
    term = f"{here}{TEXT}edit/term/"
    said = {"text.ru": "Услуга – за 1 (один) рабочий день.", "facts.term.0.amount": "3"}
    _sent(desk, term, _form(desk, term, **said))
    _sent(desk, f"{here}{TEXT}add/", {**NEW_CLAUSE, "place": ":term"})
    _sent(desk, f"{here}{TEXT}edit/disability/", {"act": "out"})
    _sent(desk, f"{here}{TEXT}edit/complaints/", {"act": "move", "place": ":"})
    documents = f"{here}{TEXT}edit/documents/"
    _sent(desk, documents, _form(desk, documents, **{"facts.documents.0.out": "true"}))
    _sent(desk, f"{here}work/{DRAFT.key}/undo/", {}, f"{here}work/{DRAFT.key}/")
    reasons = f"{here}{TEXT}reasons/"
    _sent(desk, reasons, _form(desk, reasons, **{"reasons.1.reason.ru": "Быстрее."}))
    about = f"{here}{TEXT}about/"
    _sent(desk, about, _form(desk, about, **{"explanation.ru": "Зачем."}))


def _answers(desk: ADesk, here: str) -> None:
    promised = {"outcome": "accepted", "landed": ["r3:term"], **REASON}
    _sent(
        desk,
        f"{here}answers/birth-registration/r2/answer/",
        {"c": "c5d6e7f8g9", **promised},
        f"{here}{HEARD}",
    )


def _steps(desk: ADesk, here: str) -> None:
    longer = {"closes": "2026-12-30", "on": "2026-11-20", **REASON}
    _sent(desk, f"{here}{WAY}extend/", longer)
    gone = {"on": "2026-11-20", **REASON}
    _sent(desk, f"{here}steps/housing-assistance/r1/withdraw/", gone)
    path = f"{here}steps/birth-registration/r1/correct/"
    fields = dict(re.findall(r'name="(now\.[^"]+)" value="([^"]*)"', desk.get(path)))
    fields["now.adopted.in_force"] = "2026-10-11"
    _sent(desk, path, {**fields, **REASON})


def refusals(desk: ADesk, here: str) -> Iterator[tuple[str, str]]:
    """Yield where something was sent that cannot be, and the page that says so."""
    for path, said, of in _WRONG:
        answer = desk.post(f"{here}{path}", said, of=f"{here}{of or path}")
        assert answer.status_code in {409, 422}, (path, said, answer.status_code)
        yield f"{path} {said}", answer.text
    term = f"{here}{TEXT}edit/term/"
    for clause in ("term", "general"):
        path = f"{here}{TEXT}edit/{clause}/"
        wrong = {"text.kk": "", "facts.term.0.amount": "скоро", "facts.term.1.amount": "2"}
        answer = desk.post(path, _form(desk, path, **wrong))
        assert answer.status_code == 422, path
        yield path, answer.text
    old = _form(desk, term)
    _sent(desk, term, {**old, "text.ru": "Первый сказал.", "facts.term.0.amount": "4"})
    yield "two versions", _sent(desk, term, {**old, **SECOND}, status=409).text


_REGISTRATION = "steps/birth-registration/"
_LATE = {"c": "c5d6e7f8g9", "outcome": "accepted", "on": "2026-01-01", "landed": ["r1:term"]}
_WRONG: tuple[tuple[str, dict[str, Any], str], ...] = (
    (f"{_REGISTRATION}r3/open/", {"opens": "2026-11-25", "closes": "", "act": ""}, ""),
    (f"{_REGISTRATION}r3/open/", {"opens": "1999-11-25", "closes": "", "act": ""}, ""),
    (f"{WAY}post/", {"channel": "internet", "on": "2026-11-01", "url": "далеко"}, ""),
    (f"{WAY}post/", {"channel": "print", "on": "", "url": ""}, ""),
    (f"{WAY}extend/", {"closes": "2026-11-10", "on": "2026-11-20", "reason.ru": "Х"}, ""),
    (f"{WAY}withdraw/", {"on": "2026-10-01", "reason.ru": "Х"}, ""),
    ("steps/housing-assistance/r1/report/", {"on": "2026-10-01"}, ""),
    (f"{_REGISTRATION}r1/correct/", {"now.adopted.in_force": "1999-10-11"}, ""),
    (ANSWER, _LATE, HEARD),
    ("drafts/new/", {"id": "../ы", "title.kk": "", "title.ru": "П"}, "drafts/"),
)
