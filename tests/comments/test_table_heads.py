"""Heads of columns: known names, whole questions by plain words, and what somebody maps."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file, take
from intakes import a_csv, put
from talqy.comments.table_heads import HEADS, IGNORE, NOT_TAKEN, Columns, field_of
from talqy.model.project import TableColumns


def each(words: str) -> list[str]:
    """Return what stands between strokes."""
    return words.split(" | ")


QUESTIONS = {
    "text": (
        *each("Ваш комментарий | Ваше замечание * | Ваш комментарий к проекту"),
        *each("Напишите ваше мнение"),
        *each("Ваши замечания и (или) предложения к проекту | Ваше замечание (укажите пункт)"),
        *each("Пікіріңізді жазыңыз | Сіздің пікіріңіз | Ескертпеңіз бен ұсынысыңыз"),
        *each("Your comment"),
    ),
    "clause": (
        *each("К какому пункту относится ваше замечание? | Номер пункта проекта | Укажите пункт"),
        *each("Пікіріңіз қай тармаққа қатысты? | Which clause is your comment about?"),
        *each("Структурный элемент проекта | Жобаның құрылымдық элементі"),
        *each("Құрылымдық элемент (тармақ) | Стандарт жобасының құрылымдық элементі"),
    ),
    "proposal": (
        *("Ваше предложение", "Предлагаемая редакция пункта", "Сіздің ұсынысыңыз"),
        *each("Ваша редакция проекта | Жобаның ұсынылатын редакциясы"),
    ),
    "quote": (
        *each("Редакция проекта | Редакция проекта стандарта | Текст проекта стандарта"),
        *each("Жобаның редакциясы | Стандарт жобасының редакциясы | Жобаның мәтіні"),
        "Тармақтың редакциясы",
    ),
    "in_force": (*each("Действующая редакция пункта | Қолданыстағы редакция | Қазіргі мәтін"),),
    "name": (
        *("Ваше имя (необязательно)", "Как вас зовут?", "Аты-жөніңіз", "Your name"),
        *each("Аты-жөніңіз (жариялауға рұқсат берсеңіз) | Ваше имя (если согласны на публикацию)"),
        *each("Наименование государственного органа | Орган-разработчик замечания | Ұйым атауы"),
        *each("Мемлекеттік органның атауы | Название компании | Мекеменің атауы"),
        *each("Как вас подписать при публикации (необязательно) | ФИО (с согласия на размещение)"),
    ),
    "author": ("Кем вы являетесь?", "Вы физическое или юридическое лицо?", "Сіз кімсіз?"),
    "consent": (
        *each("Я согласен(на) на публикацию комментария | Пікірімді жариялауға келісемін"),
        "Согласны ли вы на размещение комментария на сайте?",
    ),
    "processing": ("Даю согласие на обработку моих персональных данных",),
    "received": ("Отметка времени", "Дата отправки", "Completion time", "Время создания"),
    "attitude": (
        *each("Согласны ли вы с проектом? | Поддерживаете ли вы проект? | Против проекта"),
        *each("Ваше отношение к проекту | Вы за или против проекта? | Жобаны қолдайсыз ба?"),
        *each("Жобаға қарсысыз ба? | Жобаға көзқарасыңыз | Do you support the draft?"),
    ),
    "kind": ("Тип вашего комментария", "Пікіріңіздің түрі"),
    "": (
        *each("Замечание к пункту 5 | Ваше имя (не публикуется) | Почему вы против проекта?"),
        *each("С какими пунктами проекта вы не согласны? | Согласие с правилами"),
        *each("Ваше мнение о пункте и предложение | Ответ разработчика | Электронная почта"),
        *each("Телефон"),
        *each("Откуда вы узнали о проекте? | Имя и адрес | Тармақ / Текст | Ваш возраст"),
        *each("Вопрос 1"),
    ),
}


@pytest.mark.parametrize(
    ("field", "head"), [(field, head) for field in QUESTIONS for head in QUESTIONS[field]]
)
def test_a_question_is_known_by_plain_words_or_not_at_all(field: str, head: str) -> None:
    assert field_of(head) == field


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (
            "Структурный элемент | Редакция проекта | Предлагаемая редакция | Обоснование",
            "clause | quote | proposal | text",
        ),
        (
            "№ | Жобаның құрылымдық элементі | Жобаның редакциясы | Ұсынылатын мәтін | Негіздеме",
            "number | clause | quote | proposal | text",
        ),
        (
            "№ | Структурный элемент проекта | Редакция проекта | Предлагаемый текст | Обоснование",
            "number | clause | quote | proposal | text",
        ),
        (
            "№ | Замечание | Позиция разработчика | Обоснование",
            "number | text | observations | observations",
        ),
        ("Пункт | Замечание | Обоснование", "clause | text | reason"),
        ("Пункт | Замечание | Предложение | Аргументация", "clause | text | proposal | reason"),
        ("Тармақ | Ескертпе | Дәлел", "clause | text | reason"),
        ("Тармақ / Пункт | Пікір | Негіздеме / Обоснование", "clause | text | reason"),
        ("Clause | Comment | Rationale (why)", "clause | text | reason"),
        ("Пункт | Предложение | Причина", "clause | proposal | text"),
        ("Пункт | Замечание | Принято / не принято | Обоснование", "clause | text |  | "),
        ("Тармақ | Ескертпе | Қарау нәтижесі | Негіздеме", "clause | text |  | "),
        (
            "ID | Start time | Completion time | Email | Name | Your comment",
            "number | started | received |  | ignore | text",
        ),
        (
            "Код | Время начала | Время выполнения | Имя | Ваше мнение | Ваше имя",
            "number | started | received | ignore | text | name",
        ),
    ],
)
def test_heads_mean_what_they_do_in_company(heads: str, fields: str) -> None:
    assert Columns().fields(heads.split(" | ")) == tuple(fields.split(" | "))


def test_what_is_mapped_beats_what_is_known() -> None:
    columns = Columns(given=(("text", "Вопрос  1"),), usual=(("clause", "Вопрос 2"),))
    heads = ("вопрос 1", "Вопрос 2", "Комментарий", "Имя")
    assert columns.fields(heads) == ("text", "clause", "", "name")
    assert columns.absent([("Имя",)]) == ("Вопрос  1",)


def test_the_fields_that_can_be_mapped_are_those_of_the_heads() -> None:
    kept = {name for name in HEADS if name not in NOT_TAKEN}
    assert set(TableColumns.model_fields) == {*kept, IGNORE}


# --- as an official runs it ------------------------------------------------------------------

UNKNOWN = a_csv(
    ("Отметка времени", "Вопрос 1", "Вопрос 2", "Вопрос 3"),
    ("2026/11/10 9:15:32 AM GMT+5", "2", "Срок слишком долгий, прошу сократить.", "Алматы"),
)


def test_heads_that_are_not_known_are_listed_with_a_ready_line(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    file = put(project, "a.csv", UNKNOWN)
    (problem,) = of_file(project, file, status=1)["problems"]
    assert problem["code"] == "I04"
    assert "Отметка времени; Вопрос 1; Вопрос 2; Вопрос 3" in problem["message"]
    assert '--column text="Вопрос 2"' in problem["hint"]
    assert (
        take(project, file, "--column", "text=Вопрос 2", "--column", "clause=Вопрос 1").exit_code
        == 0
    )
    (comment,) = comments(project)
    assert (comment.clause, comment.text) == ("term", "Срок слишком долгий, прошу сократить.")
    assert comment.received.isoformat() == "2026-11-10"


def test_a_project_keeps_the_heads_of_its_forms(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    settings = project / "standards/project.yaml"
    words = settings.read_text("utf-8") + "\ncolumns: {text: Вопрос 2, clause: Вопрос 1}\n"
    settings.write_text(words, "utf-8")
    assert take(project, put(project, "a.csv", UNKNOWN)).exit_code == 0
    assert [comment.clause for comment in comments(project)] == ["term"]


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    project = write_project(tmp_path)
    file = put(project, "a.csv", UNKNOWN)
    found = of_file(project, file, "--column", "text=Вопрос 2", "--column", "name=Имя", status=1)
    assert codes(found)[0] == "I73"


@pytest.mark.parametrize("option", ["words=Вопрос 1", "text", "text=", "=Вопрос"])
def test_a_column_that_is_told_wrongly_is_wrong_use(option: str, tmp_path: Path) -> None:
    project = write_project(tmp_path)
    assert take(project, put(project, "a.csv", UNKNOWN), "--column", option).exit_code == 2


@pytest.mark.parametrize(
    "heads",
    [
        "Вид комментария | Текст комментария",
        "Тип | Пункт | Комментарий",
        "Түрі | Пікір",
        "Тип вашего комментария | Ваш комментарий к проекту",
    ],
)
def test_kinds_below_a_row_of_heads_are_no_heads(heads: str, tmp_path: Path) -> None:
    project, names = write_project(tmp_path / "project"), each(heads)
    rows = [
        (kind, *["2"] * (len(names) - 2), f"Срок слишком долгий, и это {turn} раз.")
        for turn, kind in enumerate(("Предложение", "Замечание", "Предложение", "Вопрос"))
    ]
    found = of_file(project, put(project, "a.csv", a_csv(names, *rows)), "--received", "2026-11-10")
    assert [one["status"] for one in found["rows"]] == ["taken"] * 4


def test_heads_one_below_the_other_are_seen_beside_a_known_word(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    rows = (
        ("Вид комментария", "Предложение"),
        ("Пункт", "2"),
        ("Замечание", "Срок слишком долгий."),
    )
    found = of_file(project, put(project, "a.csv", a_csv(*rows)), status=1)
    assert codes(found) == ["I77"]
