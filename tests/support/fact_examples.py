"""Two values of every fact, unlike in every part: a new fact gets its two here.

What `tests/site/test_every_fact.py` shows of each: on the page, in comparisons, as data.
"""

from collections.abc import Mapping

from builders import Tree, said

EXAMPLES: Mapping[str, tuple[str | Tree, str | Tree]] = {
    "recipients": ("individual", "legal-entity"),
    "channels": (
        {"code": "provider", "for": said("шетелдіктер", "иностранцы")},
        "egov-portal",
    ),
    "forms": ("paper", {"code": "proactive", "for": said("жасөспірімдер", "подростки")}),
    "term": (
        {
            "kind": "provision",
            "amount": "5",
            "unit": "working-day",
            "channel": "provider",
            "condition": said("қалада", "в городе"),
        },
        {
            "kind": "waiting",
            "amount": "3",
            "unit": "minute",
            "channel": "egov-portal",
            "condition": said("ауылда", "в селе"),
        },
    ),
    "fee": (
        {"amount": "0.5", "case": said("шұғыл", "срочно")},
        {"free": "true", "case": said("жай тәртіппен", "в обычном порядке")},
    ),
    "result": (
        {"name": said("куәлік", "свидетельство"), "forms": ["paper"]},
        {"name": said("анықтама", "справка"), "forms": ["proactive"]},
    ),
    "schedule": (
        {
            "place": "provider",
            "days": ["monday", "tuesday"],
            "from": "09:00",
            "to": "18:00",
            "break": {"from": "13:00", "to": "14:00"},
            "for": said("құжаттарды қабылдау", "прием документов"),
        },
        {
            "place": "state-corporation",
            "around_the_clock": "true",
            "for": said("анықтама беру", "справки"),
        },
    ),
    "documents": (
        {
            "id": "form",
            "name": said("өтініш", "заявление"),
            "source": "applicant",
            "form": "original",
            "condition": said("жеке өзі келгенде", "при личной явке"),
        },
        {
            "id": "extract",
            "name": said("үзінді", "выписка"),
            "source": "state-system",
            "system": said("АХАЖ тіркеу пункті", "РП ЗАГС"),
            "form": "copy",
            "condition": said("өкіл келгенде", "при явке представителя"),
        },
    ),
    "refusal_grounds": (
        {"ground": "false-data", "basis": said("19-1-бап", "статья 19-1")},
        {"ground": "other", "text": said("мерзім өтті", "срок прошел"), "basis": said("20-бап")},
    ),
    "contacts": (
        {"kind": "phone", "value": "1414", "for": said("шағымдар", "жалобы")},
        {"kind": "website", "value": "egov", "for": said("кеңес", "консультации")},
    ),
    "handover": ({"amount": "1", "unit": "day"}, {"amount": "30", "unit": "hour"}),
    "files": (
        {
            "file": "documents/r1-application-ru.docx",
            "language": "ru",
            "digest": "sha256:" + 64 * "1",
            "words": said("өтініш нысаны", "форма заявления"),
        },
        {
            "file": "documents/r2-map.png",
            "language": "kk",
            "digest": "sha256:" + 64 * "2",
            "words": said("кабинеттің орналасу сызбасы", "схема прохода к кабинету"),
        },
    ),
}
