"""Who asks that words be kept from the site is heard; who speaks of the service is not."""

import pytest

from talqy.comments.publication import asks_not_to_publish


@pytest.mark.parametrize(
    "said",
    [
        "звонил автор, просил убрать с сайта",
        "Моё мнение не для портала.",
        "Выкладывать моё письмо в интернет не разрешаю.",
        "Көпшілікке жария етпеуіңізді сұраймын.",
        "Прошу считать наше обращение личным.",
        "Не предавайте, пожалуйста, моё письмо огласке.",
        "Құпиялығын сақтауларыңызды сұраймын.",
        "Хат құпия түрде қаралсын.",
    ],
)
def test_a_wish_is_heard(said: str) -> None:
    assert asks_not_to_publish([f"Срок слишком велик. {said}"])


@pytest.mark.parametrize(
    "said",
    [
        "Прошу убрать с сайта услугодателя устаревшую форму.",
        "Размещать образцы заявления на портале запрещают правила.",
        "Жеке деректердің құпиялығын сақтау қажет.",
        "Тайну усыновления нельзя предавать огласке.",
        "Сведения о доходах обязаны не предавать огласке.",
        "Ақпарат жария етілмейді деген норма керек.",
    ],
)
def test_what_is_said_of_the_service_is_no_wish(said: str) -> None:
    assert not asks_not_to_publish([said])
