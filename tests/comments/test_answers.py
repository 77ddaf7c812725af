"""What is an answer, and what is none: reasons, repeated comments, withdrawals."""

from pathlib import Path

import pytest

import builders as b
from cases import a_record
from talqy.comments import answer_kinds
from talqy.comments.answers import answer_faults

NAME, OTHER, THIRD = "a000000001", "b000000002", "c000000003"
TEXT = "Сократите срок выдачи справки до двух рабочих дней."
PROPOSAL = "Справка выдается в течение двух рабочих дней после приема заявления."
KK = "Мерзім заңда белгіленген, сондықтан жобада сақталады."
TALK = b.a_consultation("2026-11-02", "2026-11-16")


def judged(*responses: b.Tree, heard: tuple[b.Tree, ...] = ()) -> list[tuple[str, str]]:
    """Return the codes of what makes the answer to the first comment none, and where it stands."""
    others = [b.a_comment(name, received="2026-11-10") for name in (OTHER, THIRD)]
    first = b.a_comment(NAME, text=TEXT, proposal=PROPOSAL, received="2026-11-10")
    heard = heard or (first, *others)
    record = a_record(b.a_revision(consultation=TALK), comments=heard, responses=responses)
    (comment,) = (one for one in record.comments if one.id == NAME)
    return [(p.code, ".".join(map(str, p.path))) for p in answer_faults(record, comment)]


def reasoned(ru: str, outcome: str = "rejected", kk: str = KK) -> list[tuple[str, str]]:
    needs = {"accepted": {"landed": {"revision": "2", "clauses": ["term"]}}}
    answer = b.a_response(NAME, outcome=outcome, reason={"kk": kk, "ru": ru})
    return judged({**answer, **needs.get(outcome, {})})


EMPTY = (
    *("—", ".", "…", "-/-", "1", "№ 5", "х", "ХХХХ", "ааааа", "???", "_", "👍", "0 0 0"),
    *("Ответ.", "Ответ:", "ок", "OK", "Ok!", "ОКЕЙ", "да", "Нет.", "n/a", "N/A.", "н/д", "тест"),
    *(
        "Отклонено.",
        "ОТКЛОНЕНО",
        "Отклoнeнo",
        "Не принято",
        "отказано",
        "Отказ.",
        "Замечание отклонено",
    ),
    *("Ваше предложение не поддержано.", "Рассмотрено и отклонено.", "Нет, не согласны."),
    *("Отклонено, отклонено, отклонено, отклонено.", "Ответ: отклонено.", "Причина: -"),
    *(
        "Спасибо за Ваше предложение!",
        "Благодарим за обращение.",
        "Rejected.",
        "Answer",
        "not accepted",
    ),
    *("qwerty", "йцукен", "Замечание рассмотрено, решение принято.", "Қабылданбады", "Жауап."),
)


@pytest.mark.parametrize("words", EMPTY)
def test_what_any_answer_could_say_is_no_reason(words: str) -> None:
    assert reasoned(words) == [("G45", "reason.ru")]


@pytest.mark.parametrize(
    "words",
    [
        *("Жауап.", "Қабылданбады", "Қабылданбады.", "Кабылданбады", "ҚАБЫЛДАНБАДЫ!", "Жоқ.", "Иә"),
        *("Ұсыныс қабылданбады.", "Ескерту қаралды.", "Пікіріңіз үшін рахмет!", "Бас тартылды"),
        *(
            "Сіздің ұсынысыңыз қаралды, қабылданбады.",
            "Себебі: -",
            "Негіздеме",
            "Тиісті шешім қабылданды",
        ),
    ],
)
def test_nor_is_it_in_kazakh(words: str) -> None:
    russian = "Срок установлен законом, поэтому сохраняется."
    assert reasoned(russian, kk=words) == [("G45", "reason.kk")]


@pytest.mark.parametrize(
    "words",
    [
        *("Принято: срок сокращён до 5 дней", "Учтено в пункте 4", "Исправлено.", "Срок убран."),
        *("Не поддержано, так как это уже есть в пункте 3.", "Нет такой нормы в законе."),
        *("Противоречит статье 5 Закона.", "См. пункт 7: это уже предусмотрено.", "Дублирует п. 3"),
        *("Закон № 88-V, статья 14.", "Отклонено: не хватает кабинетов.", "Это решает суд."),
        "Отказ в приеме документов обжалуется в суд, поэтому пункт не меняется.",
    ],
)
@pytest.mark.parametrize("outcome", ["rejected", "accepted", "noted", "out-of-scope"])
def test_a_short_reason_that_says_why_is_one(words: str, outcome: str) -> None:
    assert reasoned(words, outcome) == []


@pytest.mark.parametrize(
    "words",
    [
        *("3-тармақта ескерілді", "Қабылданды: мерзім 5 күнге қысқарды", "Мұны сот шешеді."),
        *("Қолдау таппады, өйткені 3-тармақта бар.", "Заңға қайшы.", "Түзетілді."),
    ],
)
def test_a_short_reason_in_kazakh_is_one(words: str) -> None:
    assert reasoned("Срок установлен законом, поэтому сохраняется.", kk=words) == []


@pytest.mark.parametrize(
    ("words", "outcome", "fits"),
    [
        ("Благодарим за поддержку проекта!", "noted", True),
        ("Мнение рассмотрено и учтено.", "noted", True),
        ("Принято к сведению.", "noted", False),
        ("Спасибо!", "noted", False),
        ("Ваше предложение полностью принято.", "accepted", True),
        ("Принято.", "accepted", False),
        ("Учтено", "accepted", False),
        ("Поступило после срока", "late", True),
        ("—", "late", False),
        ("Отклонено", "late", False),
    ],
)
def test_courtesy_answers_where_nothing_was_refused(
    words: str,
    outcome: str,
    fits: bool,  # noqa: FBT001
) -> None:
    assert (reasoned(words, outcome) == []) is fits


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (TEXT, False),
        (f"Ответ: «{TEXT.upper()}»", False),
        (PROPOSAL, False),
        ("Справка выдается в течение двух рабочих дней", False),
        ("Сократить срок до двух рабочих дней нельзя: базы проверяют вручную.", True),
    ],
)
def test_the_words_of_the_comment_are_no_reason(words: str, fits: bool) -> None:  # noqa: FBT001
    assert reasoned(words) == ([] if fits else [("G46", "reason.ru")])


def test_what_was_accepted_may_be_said_as_it_was_asked_for() -> None:
    assert reasoned(PROPOSAL, "accepted") == []
    assert reasoned(TEXT, "accepted") == [("G46", "reason.ru")]


def test_a_reason_copied_from_the_other_language_is_none() -> None:
    russian = "Срок установлен законом, поэтому сохраняется."
    assert reasoned(russian, kk=russian.replace("о", "o")) == [("G47", "reason.ru")]
    assert reasoned("e-Otinish 1414", kk="e-Otinish 1414") == []


def test_what_holds_for_the_languages_of_reasons_holds_for_short_contents() -> None:
    kk, ru = (
        "Азамат мерзімді екі жұмыс күніне дейін қысқартуды сұрайды.",
        "Автор просит сократить срок оказания услуги до двух рабочих дней.",
    )
    found = {
        name: judged(b.a_response(NAME, gist=b.said(*said)))
        for name, said in {"right": (kk, ru), "swapped": (ru, kk), "same": (kk, kk)}.items()
    }
    assert found == {"right": [], "swapped": [("G48", "gist")], "same": [("G47", "gist.ru")]}
    assert judged(b.a_response(NAME, gist={"kk": ru})) == [("G48", "gist.kk")]


def repeats(name: str, main: str) -> b.Tree:
    reason = b.said("Осындай пікірге жауап берілді.", "На такое же замечание ответ дан.")
    return b.a_response(name, outcome="duplicate", duplicate_of=main, reason=reason)


ASKED = b.said("Автордың хаты бойынша қайтарылды.", "Отозвано по письму автора от 5 ноября.")


@pytest.mark.parametrize(
    ("responses", "codes"),
    [
        ([repeats(NAME, OTHER), b.a_response(OTHER)], []),
        ([repeats(NAME, OTHER), repeats(OTHER, THIRD), b.a_response(THIRD)], []),
        ([repeats(NAME, OTHER)], []),
        ([repeats(NAME, OTHER), repeats(OTHER, NAME)], ["G49"]),
        ([repeats(NAME, OTHER), repeats(OTHER, THIRD), repeats(THIRD, NAME)], ["G49"]),
        ([repeats(NAME, OTHER), b.a_response(OTHER, outcome="withdrawn", reason=ASKED)], ["G49"]),
    ],
)
def test_a_repeated_comment_leads_to_one_that_was_decided_on(
    responses: list[b.Tree], codes: list[str]
) -> None:
    assert [code for code, _ in judged(*responses)] == codes


def test_what_came_in_time_repeats_nothing_that_came_late() -> None:
    late = b.a_comment(OTHER, received="2026-11-17")
    answers = (repeats(NAME, OTHER), b.a_response(OTHER, outcome="late"))
    timely, after = (b.a_comment(NAME, received=on) for on in ("2026-11-10", "2026-11-18"))
    assert judged(*answers, heard=(timely, late)) == [("G49", "duplicate_of")]
    assert judged(*answers, heard=(after, late)) == []


@pytest.mark.parametrize(
    ("kk", "ru", "codes"),
    [
        (ASKED["kk"], ASKED["ru"], []),
        ("Азамат қабылдауда өзі сұрады.", "Гражданин сам попросил об этом на приеме.", []),
        ("Бұл ұсыныс енді өзекті емес.", "Предложение утратило актуальность.", ["G50", "G50"]),
        ("Автор қайтарып алды", "Отозвано автором", ["G45", "G45"]),
    ],
)
def test_nobody_withdraws_for_a_person_without_saying_how_they_asked(
    kk: str, ru: str, codes: list[str]
) -> None:
    answer = b.a_response(NAME, outcome="withdrawn", reason=b.said(kk, ru))
    assert [code for code, _ in judged(answer)] == codes


def test_every_kind_stands_in_the_document() -> None:
    document = (Path(__file__).parents[2] / "docs/answers.md").read_text("utf-8")
    rows = [f"| {kind.code} | {kind.message} | {kind.hint} |" for kind in answer_kinds.ALL]
    assert [row for row in rows if row not in document] == []
