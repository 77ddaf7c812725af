"""What stands beside a text is shown, exported, and changes no digest where it may come later."""

import json

import html5lib
import pytest

import builders as b
from builders import said
from cases import a_case, a_record
from sites import ROOT, words_in
from talqy.data.exports import exports
from talqy.language.edition import Edition, editions
from talqy.model.addresses import data_of
from talqy.model.revision import Revision
from talqy.record.digests import digest_of
from talqy.site.pages import standard

DIGEST = "sha256:" + "0" * 64
BESIDE: b.Tree = {
    "gist": said("Мерзім екі күнге қысқарады.", "Срок станет на два дня короче."),
    "grounds": said("Заңның 15-бабы.", "Статья 15 Закона."),
    "aims": said("Мерзімді қысқарту.", "Сократить срок."),
    "consequences": said("Жағымсыз салдар күтілмейді.", "Отрицательных последствий нет."),
    "documents": [
        {
            "kind": "explanatory-note",
            "language": "ru",
            "url": "https://example.kz/note.docx",
            "digest": DIGEST,
        },
        {"kind": "other", "title": said("Есеп", "Расчет"), "url": "https://example.kz/sum.pdf"},
    ],
    "events": [
        {"kind": "hearing", "on": "2026-11-12", "at": "15:00", "place": said("Астана", "Астана")},
        {"kind": "online-discussion", "on": "2026-11-13", "url": "https://example.kz/live"},
    ],
}
NAMES: b.Tree = {
    "short_title": said("Тууды тіркеу", "Регистрация рождения"),
    "also": {"kk": ["туу туралы куәлік"], "ru": ["свидетельство о рождении", "метрика"]},
}


def edition(language: int = 1) -> Edition:
    """Return the edition of a text that says all of it."""
    record = a_record(b.a_revision(**BESIDE), standard=b.a_standard(**NAMES))
    case = a_case(record)
    return editions(ROOT, case.register, case.assessment)[language]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            1,
            [
                "Срок станет на два дня короче.",
                "Основания Статья 15 Закона.",
                "Цели Сократить срок.",
                "Ожидаемые последствия Отрицательных последствий нет.",
                f"Пояснительная записка русский {DIGEST}",
                "Расчет",
                "12 ноября 2026 года, 15:00: Публичные слушания. Астана",
                "13 ноября 2026 года: Онлайн-обсуждение",
                "свидетельство о рождении, метрика",
            ],
        ),
        (0, ["Негіздемелер Заңның 15-бабы.", "Жария тыңдау. Астана", "туу туралы куәлік"]),
    ],
)
def test_the_page_of_a_standard_says_all_of_it(language: int, words: list[str]) -> None:
    shown_in = edition(language)
    whole = next(iter(standard.pages(shown_in, shown_in.register.records[0])))
    shown = words_in(html5lib.parse(whole.content, namespaceHTMLElements=False))
    assert [one for one in words if one not in shown] == []


def test_open_data_have_all_of_it() -> None:
    whole = json.loads(dict(exports(edition()))[data_of(b.STANDARD)])
    (text,) = whole["revisions"]
    assert {key: text[key] for key in BESIDE} == BESIDE
    assert {key: whole["standard"][key] for key in NAMES} == NAMES


def test_documents_and_events_may_come_after_the_text_is_frozen() -> None:
    text = b.a_revision()
    frozen = digest_of(Revision.model_validate(text))
    later = {"documents": BESIDE["documents"], "events": BESIDE["events"]}
    assert digest_of(Revision.model_validate({**text, **later})) == frozen
    assert digest_of(Revision.model_validate({**text, "gist": BESIDE["gist"]})) != frozen
