"""Who keeps a row from the site is heard under any head, that of an answer too."""

import pytest

from talqy.intake.column_cells import tell_something


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Можно ли выложить Ваш ответ на портал?", "Нет"),
        ("Жауабыңызды көпшілікке көрсетуге бола ма?", "Жоқ"),
        ("Разрешаете ли Вы показать ответ?", "Не разрешаю"),
        ("Закрытый или открытый ответ", "закрытый"),
        ("Кому виден ответ", "Только министерству"),
    ],
)
def test_it_is_asked_about(head: str, cell: str) -> None:
    assert tell_something(head, [cell, ""])


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Ответ разработчика", "Нет"),
        ("Принято решение", "да"),
        ("Живёте в городе?", "Нет"),
        ("Позиция органа", "Не поддерживается"),
    ],
)
def test_what_is_the_authoritys_is_not(head: str, cell: str) -> None:
    assert not tell_something(head, [cell, ""])
