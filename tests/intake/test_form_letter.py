"""A letter of the form of the site comes in as it was filled in, or is left to a person."""

from pathlib import Path

import pytest

from builders import STANDARD, write_project
from importing import codes, comments, files, of_file
from intakes import a_message, put
from letters import divs, message, quoted, wrapped
from talqy.model.comment import CONSENT
from talqy.project.survey import survey

TOP = f"""\
Жоба [draft]: Үлгі, 1-редакция [{STANDARD} r1]
Тіл [language]: орысша [ru]
Кім жазады [author.kind]: заңды тұлға [legal-entity]
Шетелдік автор [author.foreign]: жоқ
Жариялануға жататын аты [author.name]: «Үлгі» ЖШС
Жариялауға келісемін [consent]: иә

"""
ONE = """\
Нөмірі [id]: k7m2p9qx4a
Тармақ [clause]: 2. Срок [{clause}]
Не қалайсыз [kind]: өзгертуді [change]
Жоба сөздері [quote]:
Пікір [text]:
Срок слишком долгий.

Мы ждали три недели.
Ұсынылатын редакция [proposal]: Два рабочих дня.
"""
TWO = """\
Тармақ [clause]: бүкіл жоба [whole]
Не қалайсыз [kind]: қолдау [support]
Пікір [text]: В остальном поддерживаем.
"""
END = "\n—— Хаттың соңы [end]\n"


NEW = """\
• Жоба: Үлгі (birth-registration r1)
• Қай тілде жазасыз: орысша
• Кім жазады: заңды тұлға
• Атыңыз, егер оны жариялауға болса: «Үлгі» ЖШС
• Автор – шетелдік немесе азаматтығы жоқ адам: жоқ
• Жариялауға келісемін: иә

• Нөмірі: k7m2p9qx4a
• Пікір не туралы: 2. Срок ({clause})
• Не қалайсыз: өзгерту туралы ұсыныс
• Сіздің пікіріңіз: Срок слишком долгий:

• ждали мы;
• ждали все. [text]
• Сіз ұсынатын тұжырым: Два рабочих дня.
• Жобадағы сөздер:

• Нөмірі: k7m2p9qx4b
• Пікір не туралы: жалпы жоба (whole)
• Не қалайсыз: қолдау
• Сіздің пікіріңіз: В остальном поддерживаем.

• Хаттың соңы
""".replace("birth-registration", STANDARD)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


@pytest.fixture
def clause(project: Path) -> str:
    register = survey(project).register
    assert register
    return next(one.id for one in register.records[0].revisions[-1].walk() if one.number == "2")


def test_a_letter_of_the_form_gives_every_field_and_the_number_that_was_told(
    project: Path, clause: str
) -> None:
    letter = f"{TOP}{ONE.format(clause=clause)}\n{TWO}{END}\n-- \nОтправлено с телефона"
    for sent in (
        a_message(letter),
        a_message(letter, In_Reply_To="<0@gov.kz>"),
        a_message(f"Здравствуйте!\n\n{letter}"),
        message(page=divs(letter.splitlines())),
        message(letter, divs(letter.splitlines())),
        message(wrapped(letter.splitlines(), 60)),
    ):
        file = of_file(project, put(project, "a.eml", sent), "--draft")
        assert [row["status"] for row in file["rows"]] == ["taken", "taken"], file
    of_file(project, put(project, "a.eml", a_message(letter)))
    first, second = sorted(comments(project), key=lambda one: one.kind)
    assert first.id == "k7m2p9qx4a"
    assert (first.clause, first.kind, first.language) == (clause, "change", "ru")
    assert first.text == "Срок слишком долгий.\n\nМы ждали три недели."
    assert (first.proposal, first.quote) == ("Два рабочих дня.", None)
    assert (second.clause, second.text) == ("whole", "В остальном поддерживаем.")
    for one in (first, second):
        assert (one.author.kind, one.author.name) == ("legal-entity", "«Үлгі» ЖШС")
    again = of_file(project, put(project, "a.eml", a_message(letter)))
    assert [row["status"] for row in again["rows"]] == ["already taken"] * 2


@pytest.mark.parametrize(
    "letter",
    [
        TOP + ONE,  # the end is cut off
        ONE + END,  # which draft?
        TOP + END,  # no remark
        TOP + ONE + "Пікір [text]: ещё раз" + END,
        TOP + ONE.replace("k7m2p9qx4a", "../../x") + END,
        TOP + ONE + END + "Пікір [text]: под концом",
        TOP + "Пікір [text]: ничей" + END,
        TOP + ONE + "Жоба [draft]: [other r1]\n" + END,
    ],
    ids=map(str, range(8)),
)
def test_a_letter_that_was_changed_is_left_to_a_person(
    letter: str, project: Path, clause: str
) -> None:
    sent = a_message(letter.replace("{clause}", clause))
    file = of_file(project, put(project, "a.eml", sent), status=1)
    assert "I26" in codes(file)
    assert not files(project)


def test_without_consent_with_another_draft_or_a_stolen_number_nothing_is_taken(
    project: Path, clause: str
) -> None:
    whole = TOP + ONE.format(clause=clause) + END
    refused = {
        "I10": whole.replace(f"{STANDARD} r1", f"{STANDARD} r7"),
        "I16": whole.replace("[consent]: иә", "[consent]:"),
    }
    for code, letter in refused.items():
        file = of_file(project, put(project, "a.eml", a_message(letter)), status=1)
        assert code in codes(file), (code, codes(file))
    assert not files(project)
    of_file(project, put(project, "a.eml", a_message(whole)))
    other = whole.replace("три недели", "пять недель")
    file = of_file(project, put(project, "b.eml", a_message(other, Message_ID="<2@x>")), status=1)
    assert codes(file)
    assert len(files(project)) == 1


def test_a_repeated_letter_of_the_form_is_no_form(project: Path, clause: str) -> None:
    below = quoted((TOP + ONE.format(clause=clause) + END).splitlines())
    sent = a_message(f"Срок велик.\n\nОт: Министерство\nОтправлено: 9 ноября\nКому: А\n\n{below}")
    of_file(project, put(project, "a.eml", sent))
    assert [one.text for one in comments(project)] == ["Срок велик."]


def test_a_letter_in_words_alone_says_what_one_with_names_of_fields_says(
    project: Path, clause: str
) -> None:
    letter = NEW.format(clause=clause)
    for sent in (
        a_message(letter),
        a_message(f"Здравствуйте!\n\n{letter}-- \nОтправлено с телефона"),
        a_message(letter.replace("• ", "* ")),
        message(page=divs(letter.splitlines())),
        message(wrapped(letter.splitlines(), 60)),
    ):
        file = of_file(project, put(project, "a.eml", sent), "--draft")
        assert [row["status"] for row in file["rows"]] == ["taken", "taken"], file
    of_file(project, put(project, "a.eml", a_message(letter)))
    first, second = sorted(comments(project), key=lambda one: one.kind)
    assert (first.id, second.id) == ("k7m2p9qx4a", "k7m2p9qx4b")
    assert (first.clause, first.kind, first.language) == (clause, "change", "ru")
    assert first.text == "Срок слишком долгий:\n\n• ждали мы;\n• ждали все. [text]"
    assert (first.proposal, first.quote) == ("Два рабочих дня.", None)
    assert (second.clause, second.kind) == ("whole", "support")
    assert {(one.author.kind, one.author.name) for one in (first, second)} == {
        ("legal-entity", "«Үлгі» ЖШС")
    }


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("• Хаттың соңы\n", ""),
        ("• Хаттың соңы", "• Хаттың соңы\n• Сіздің пікіріңіз: тағы"),
        ("• Жоба: Үлгі", "Жоба: Үлгі"),
        ("• ждали мы;", "• Сіздің пікіріңіз: тағы бір"),
    ],
)
def test_a_letter_in_words_that_was_changed_is_left_to_a_person(
    project: Path, clause: str, was: str, becomes: str
) -> None:
    letter = NEW.format(clause=clause)
    assert was in letter
    sent = a_message(letter.replace(was, becomes))
    file = of_file(project, put(project, "a.eml", sent), status=1)
    assert "I26" in codes(file)
    assert not files(project)


def test_points_that_people_list_are_no_letter_of_the_form(project: Path) -> None:
    sent = a_message("• Проект: о рождении\n• Ваш комментарий: срок велик, мы ждали три недели.")
    file = of_file(project, put(project, "a.eml", sent), "--draft")
    assert "I26" not in codes(file)
    assert file["rows"][0]["status"] == "taken"


FORM = f"""\
• Проект: Үлгі ({STANDARD} r1)
• На каком языке вы пишете: русский
• Кто пишет: физическое лицо
• Ваше имя, если его можно опубликовать: Айгүл Үлгіқызы
• Согласен(на) на публикацию: да

• Номер: k7m2p9qx4a
• О чем комментарий: 2. Срок (clause)
• Чего вы хотите: предложение об изменении
• Ваш комментарий: Прошу сократить срок: мы ждали три недели, а не 3 дня.

• Конец письма
"""


@pytest.mark.parametrize(
    "wish",
    [
        "П.С. Не публикуйте мое имя!",
        "Мое имя прошу не публиковать.",
        "Имя не для публикации.",
        "Прошу не указывать мою фамилию.",
        "Атымды жарияламаңыз.",
        "Please do not publish my name.",
        "анонимно",
    ],
)
def test_a_wish_that_the_name_be_left_out_is_heard_wherever_it_stands(
    wish: str, project: Path, clause: str
) -> None:
    form = FORM.replace("(clause)", f"({clause})")
    subject = f"О сроке: {STANDARD} r1 ({wish.strip('.!')})"
    for sent in (
        a_message(f"{wish}\n\n{form}"),
        a_message(f"{form}\n{wish}"),
        a_message(form, Subject=subject),
        a_message("Прошу сократить срок, мы ждали три недели.", Subject=subject),
    ):
        file = put(project, "a.eml", sent)
        (row,) = of_file(project, file, "--draft", "--name", "А. Үлгі")["rows"]
        assert row["status"] == "taken", row
        assert "name" not in row["about"], (wish, row["about"])
    (row,) = of_file(project, put(project, "a.eml", a_message(form)), "--draft")["rows"]
    assert row["about"]["name"] == "Айгүл Үлгіқызы"


@pytest.mark.parametrize(
    ("plain", "page"),
    [
        (FORM, FORM.replace("3 дня", "30 дней")),
        (FORM.replace("три недели", "три дня"), FORM),
        ("Согласен со всем, поддерживаю проект.", FORM),
        (FORM, "Согласен со всем, поддерживаю проект."),
        (FORM, f"Мое мнение другое: срок хорош.\n\n{FORM}"),
    ],
)
def test_a_form_whose_page_says_otherwise_than_its_plain_text_is_left(
    plain: str, page: str, project: Path, clause: str
) -> None:
    both = [text.replace("(clause)", f"({clause})") for text in (plain, page)]
    sent = message(both[0], divs(both[1].splitlines()))
    file = of_file(project, put(project, "a.eml", sent), status=1)
    assert "I46" in codes(file)
    assert not files(project)


@pytest.mark.parametrize("label", ["•", "*", "-", "·", "", "brackets"])
def test_a_form_that_lost_its_line_breaks_is_left(label: str, project: Path, clause: str) -> None:
    form = FORM.replace("(clause)", f"({clause})").replace("• ", f"{label} ".lstrip())
    if label == "brackets":
        form = (TOP + ONE + END).replace("{clause}", clause)
    whole = " ".join(form.split())
    begun = " ".join(form.split()[:-2])
    for sent in (a_message(whole), a_message(begun), message(page=f"<p>{whole}</p>")):
        file = of_file(project, put(project, "a.eml", sent), status=1)
        assert "I26" in codes(file), file
    assert not files(project)


NEWEST = f"""\
• Жоба: Үлгі ({STANDARD} r1)
• Пікір тілі: басқа тіл
• Автор: жеке тұлға
• Атым (жариялауға болады): Айгүл Үлгіқызы
• Шетелдік немесе азаматтығы жоқ адам: иә
• Жариялауға келісемін (№ 1 келісім: толық әрі мерзімсіз): иә

• Нөмірі: k7m2p9qx4a
• Пікір не туралы: 2. Срок (clause)
• Пікір түрі: қолдау
• Пікірім: The term is right: keep it.
• Ұсынатын тұжырымым: Two days.

• Хаттың соңы
"""


def test_a_letter_that_its_author_says_is_read_whole(project: Path, clause: str) -> None:
    of_file(project, put(project, "a.eml", a_message(NEWEST.replace("(clause)", f"({clause})"))))
    (one,) = comments(project)
    assert (one.id, one.clause, one.kind, one.language) == ("k7m2p9qx4a", clause, "support", "und")
    assert (one.text, one.proposal) == ("The term is right: keep it.", "Two days.")
    assert (one.author.name, one.author.foreign) == ("Айгүл Үлгіқызы", True)
    assert one.consent == "1", "it says to what its author agreed"


def test_a_letter_of_today_names_the_consent_of_today(project: Path) -> None:
    sent = NEWEST.replace("№ 1 келісім", "№ 2 келісім").replace("(clause)", "(term)")
    of_file(project, put(project, "a.eml", a_message(sent)))
    (one,) = comments(project)
    assert one.consent == CONSENT


@pytest.mark.parametrize("around", ["{}", "({})", ": {}", " ({})"])
def test_the_subject_of_the_site_is_held_to_its_draft(
    around: str, project: Path, clause: str
) -> None:
    subject = f"Пікір: Үлгі, 2-тармақ{around.format(f' {STANDARD} r1 {clause}')}"
    words = "Прошу принимать справку из системы, мы ждали три недели."
    file = of_file(project, put(project, "a.eml", a_message(words, Subject=subject)), "--draft")
    (row,) = file["rows"]
    whole = of_file(project, put(project, "a.eml", a_message(words)), "--draft")["rows"][0]
    assert row["status"] == "taken"
    assert row["about"]["clause"] != whole["about"]["clause"]
    other = a_message(words, Subject=subject.replace(" r1 ", " r7 "))
    assert "I10" in codes(of_file(project, put(project, "a.eml", other), status=1))


@pytest.mark.parametrize("point", ["- Слова из проекта: срок", "* Номер: 12", "– Проект: плох"])
def test_points_within_the_words_are_words(point: str, project: Path, clause: str) -> None:
    form = FORM.replace("(clause)", f"({clause})").replace("3 дня.", f"3 дня:\n{point}\nи все.")
    of_file(project, put(project, "a.eml", a_message(form)))
    (one,) = comments(project)
    assert one.text.endswith(f"3 дня:\n{point}\nи все.")
    assert (one.quote, one.proposal) == (None, None)
