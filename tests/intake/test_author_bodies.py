"""A body that stands where a kind of author is asked for: its legal form tells the kind."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, put
from talqy.intake.author_words import public_name


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def row(author: str, *more: str) -> bytes:
    heads = ("Дата", "Пункт", "Замечание", "Автор", "Имя")
    return a_csv(heads, ("10.11.2026", "2", "Срок слишком велик.", author, *(more or ("",))))


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ("ТОО «Пример»", "legal-entity"),
        ("ОЮЛ «Ассоциация примеров»", "legal-entity"),
        ("«Үлгі» ЖШС", "legal-entity"),
        ("ИП Примеров", "entrepreneur"),
        ("ЖК Үлгі", "entrepreneur"),
        ("РГП «Пример»", "legal-entity"),
        ("КГУ «Школа-образец»", "state-body"),
        ("Ассоциация примеров", "legal-entity"),
    ],
)
def test_a_legal_form_gives_kind_and_name(author: str, kind: str, project: Path) -> None:
    of_file(project, put(project, "a.csv", row(author)))
    (comment,) = comments(project)
    assert (comment.author.kind, comment.author.name) == (kind, author)


def test_a_name_in_its_own_column_stands_above_that_of_a_body(project: Path) -> None:
    of_file(project, put(project, "a.csv", row("ТОО «Пример»", "А. Үлгі")))
    (comment,) = comments(project)
    assert (comment.author.kind, comment.author.name) == ("legal-entity", "А. Үлгі")


@pytest.mark.parametrize("author", ["космонавт", "не знаю", "ғарышкер"])
def test_what_is_no_kind_of_author_is_told_with_the_kinds_in_words(
    author: str, project: Path
) -> None:
    found = of_file(project, put(project, "a.csv", row(author)), status=1)
    assert codes(found) == ["I15"]
    assert "individual" in found["rows"][0]["problems"][0]["hint"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ТОО «Пример»", "legal-entity"),
        ("«Үлгі» ЖШС", "legal-entity"),
        ("ИП Примеров", "entrepreneur"),
        ("АО «Пример (Казахстан)»", "legal-entity"),
        ("Ассоциация примеров (АП)", "legal-entity"),
        ("Тоозымов Ерлан", "individual"),
    ],
)
@pytest.mark.parametrize("head", ["ФИО", "Ұйым"])
def test_a_body_in_the_column_of_names_is_no_person(
    head: str, name: str, kind: str, project: Path
) -> None:
    data = a_csv(("Дата", "Пункт", "Замечание", head), ("10.11.2026", "2", "Срок велик.", name))
    of_file(project, put(project, "a.csv", data))
    (comment,) = comments(project)
    assert (comment.author.kind, comment.author.name) == (kind, name)


@pytest.mark.parametrize(
    "name",
    ["ТОО «Пример» (директор Примеров А.А.)", "«Үлгі» ЖШС (басшысы А. Үлгі)", "Примеров (Алматы)"],
)
@pytest.mark.parametrize("author", ["", "юрлицо", "заңды тұлға"])
def test_what_stands_in_brackets_is_not_published(author: str, name: str, project: Path) -> None:
    found = of_file(project, put(project, "a.csv", row(author, name)))
    (comment,) = comments(project)
    assert (comment.author.name, codes(found)) == (None, ["I94"])


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        *((word, "legal-entity") for word in ("ОО", "ҚБ", "профсоюз", "кәсіподақ", "Фонд", "қор")),
        *((word, "individual") for word in ("нотариус", "частный нотариус", "Жекеше нотариус")),
    ],
)
def test_kinds_of_authors_are_known_in_both_languages(
    author: str, kind: str, project: Path
) -> None:
    of_file(project, put(project, "a.csv", row(author)))
    (comment,) = comments(project)
    assert (comment.author.kind, comment.author.name) == (kind, None)


@pytest.mark.parametrize(
    "author", ["Фонд «Дети»", "«Аяла» қоры", "Профсоюз «Единство»", "«Бірлік» кәсіподағы"]
)
def test_a_fund_and_a_union_are_bodies(author: str, project: Path) -> None:
    of_file(project, put(project, "a.csv", row(author)))
    (comment,) = comments(project)
    assert (comment.author.kind, comment.author.name) == ("legal-entity", author)


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (("Дата", "Замечание", "Автор"), ("Семенов П.", "", "Фонд «Дети»", "Ольга")),
        (("Күні", "Ескертпе", "Автор"), ("Ахмет Сұлтан", "", "«Аяла» қоры", "Динара")),
    ],
)
def test_a_column_of_authors_that_holds_names_is_that_of_names(
    heads: tuple[str, ...], names: tuple[str, ...], project: Path
) -> None:
    words = "Срок {}: прошу сократить." if heads[0] == "Дата" else "Мерзім {}: қысқартыңыз."
    rows = [("10.11.2026", words.format(n), name) for n, name in enumerate(names)]
    found = of_file(project, put(project, "a.csv", a_csv(heads, *rows)))
    assert "I15" not in codes(found)
    assert sorted(comment.author.name or "" for comment in comments(project)) == sorted(names)


def test_a_column_that_holds_kinds_and_names_is_left_to_a_person(project: Path) -> None:
    rows = [
        ("10.11.2026", f"Срок {n}: прошу сократить.", author)
        for n, author in enumerate(("гражданин", "Семенов Петр"))
    ]
    found = of_file(
        project, put(project, "a.csv", a_csv(("Дата", "Замечание", "Автор"), *rows)), status=1
    )
    assert "I15" in codes(found)


FORMS = {
    "legal-entity": "Товарищество с ограниченной ответственностью | Акционерное общество | ҮЕҰ"
    " | Жауапкершілігі шектеулі серіктестік | Некоммерческая организация | Юр.лицо",
    "entrepreneur": "Шаруа қожалығы | Крестьянское хозяйство",
    "state-body": "Акимат района | Аудан әкімдігі | Коммунальное государственное учреждение",
}


def test_a_legal_form_alone_is_a_kind_and_no_name(project: Path) -> None:
    said = [(form, kind) for kind, forms in FORMS.items() for form in forms.split(" | ")]
    rows = [("10.11.2026", "2", f"Срок слишком велик, {at}.", f) for at, (f, _) in enumerate(said)]
    data = a_csv(("Дата", "Пункт", "Замечание", "Кто вы?"), *rows)
    of_file(project, put(project, "a.csv", data))
    found = {one.text: (one.author.kind, one.author.name) for one in comments(project)}
    assert found == {row[2]: (kind, None) for row, (_, kind) in zip(rows, said, strict=True)}
    assert [form for form, _ in said if public_name(form)] == []
