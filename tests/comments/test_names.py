"""Nobody speaks for an authority by a name that looks, sounds or is written like one."""

import pytest

from builders import a_project
from talqy.comments.names import impersonation, looks, official_names, sounds
from talqy.model.comment import Author, AuthorKind
from talqy.model.problem import Level
from talqy.model.project import Project

OFFICIALS = tuple(official_names(Project.model_validate(a_project())))


def said_of(name: str, kind: AuthorKind = AuthorKind.INDIVIDUAL) -> set[Level]:
    author = Author.model_validate({"kind": kind, **({"name": name} if name else {})})
    return {problem.level for problem in impersonation("a.yaml", author, OFFICIALS)}


LOOK = ("Μинюст", "МИНЮСΤ", "Πрокуратура", "ΠРАВИТЕЛЬСТВО РК", "Ꮇinistry", "ᴍɪɴɪsᴛʀʏ", "Mínístry")
SOUND = (
    *("Ministerstvo yustitsii", "Ministerstvo iusticii", "MinJust", "Мінюст", "Μινιστρυ"),
    *("Ädilet ministrligi", "Adilet Ministrligi", "Prokuratura", "Akim goroda", "Ákimdik"),
    *("Zhogargy Sot", "Jogargy sot", "Ministry of Internal Affairs"),
)
OFFICES = (
    *("Министр юстиции", "Вице-министр", "Премьер-министр", "Әділет министрі", "Прокурор"),
    *("Аким города", "Қала әкімі", "Алматы қаласының әкімі", "Президент", "Prosecutor General"),
    *("М и н и с т р", "Minister of Justice", "Бас прокурор"),
)
BODIES = (
    *("Минтруда", "МВД РК", "ІІМ", "Верховный суд", "Жоғарғы Сот", "Полиция", "ЦОН", "eGov.kz"),
    *("Admin", "Talqy", "Официальный ответ", "Ресми жауап", "ОТВЕТ ВЕДОМСТВА", "Үкімет"),
    *("Администрация портала Talqy", "Пресс-служба ведомства", "Разработчик проекта", "Модератор"),
    *("Портал әкімшілігі", "Редакциядан", "Жоба әзірлеушісі", "Баспасөз қызметі", "Press service"),
    *(
        "Мемлекеттік орган",
        "Орган-разработчик",
        "Официальный представитель министра",
        "Talqy порталы",
    ),
    "Государственная корпорация «Правительство для граждан»",
)


@pytest.mark.parametrize("name", [*LOOK, *SOUND, *OFFICES, *BODIES])
def test_no_person_has_the_name_of_an_authority_an_office_or_the_site(name: str) -> None:
    assert said_of(name) == {Level.ERROR}


@pytest.mark.parametrize(
    "name",
    [
        *("Әкімбек Серіков", "Минаш Талдыбаева", "Γιώργος", "А. Сапаров", "Акимова Анна"),
        *("Аким\u00a0П.", "Аким-Петрович Ли", "Тамиров-Аким", "Аким А.Б.", "Акимов-Тамиров"),
        *("Тамиров Аким", "Аким П.", "Аким Петрович Ли", "Прокуроров Иван", "Президентов П."),
        "Министрова А.",
        *("Сельский Аким", "Қала Әкімов", "Полицеймако С.", "помощник прокурора Иванова"),
        *("Адмиралов", "Сотников", "Егоров", "Үкібай", "Жоғарбек", "Nguyễn Thị Ánh", "Müller J."),
        *(
            "президент ТОО «Пример» Иванов И.",
            "Цой Н.",
            *("Иванов, разработчик программ", "Редакторова А.", "Т. Талкина", "Прессов И."),
            *("Е.Е.Иванов", "Ведомственко О.", "Редько И."),
            "José Peña",
            "Мажит Бекенов",
        ),
    ],
)
def test_a_name_is_a_name(name: str) -> None:
    assert said_of(name) == set()


@pytest.mark.parametrize(
    "name",
    [
        *("Әкім", "Аким", "Аким Тамиров", "Әкім Тарази", "Аким Сельский", "Akim Kalashnikov"),
        # However its words are parted.
        *("Аким\u00a0Тамиров", "Аким-Тамиров", " Аким", "Аким Петров-Водкин", "akim.tamirov"),
        *("Аким, Тамиров", "akim_tamirov", "А к и м", "Аким\u2011Тамиров", "Аким  Тамиров."),
    ],
)
def test_a_name_that_is_an_office_too_is_for_a_person(name: str) -> None:
    assert said_of(name) == {Level.PERSON}


@pytest.mark.parametrize("name", ["", "Министерство финансов", "Министерство юстиции"])
def test_who_says_to_be_a_state_body_is_looked_at(name: str) -> None:
    assert said_of(name, AuthorKind.STATE_BODY) == {Level.PERSON}


def test_offices_of_regions_speak_every_day() -> None:
    assert said_of("Аппарат акима сельского округа «Үлгі»", AuthorKind.STATE_BODY) == set()


def test_a_firm_named_after_an_authority_is_for_a_person() -> None:
    name = "Общественный совет при Министерстве культуры"
    assert said_of(name, AuthorKind.LEGAL_ENTITY) == {Level.PERSON}


def test_what_looks_or_sounds_the_same_is_the_same() -> None:
    assert looks("ᴍɪɴɪsᴛʀʏ") == looks("Ꮇinistry") == looks("ministry")
    assert sounds("Жоғарғы сот") == sounds("Jogargy sot") == sounds("Zhogargy Sot")
