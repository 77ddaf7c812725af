"""The form for a comment makes letters and files of what is written in it, and sends nothing."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Route, expect

from browsing.kinds import LANGUAGES, Site
from builders import STANDARD
from cases import a_case, a_record
from sites import ROOT, demonstration
from talqy.cli.main import main
from talqy.comments.form_words import code_of
from talqy.intake.mail import read_message
from talqy.language.edition import editions
from talqy.model.project import Intake
from talqy.model.values import is_comment_id
from talqy.project.shipped import shipped_codes
from talqy.project.survey import survey
from talqy.site.pages import participate


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """Open a phone whose pages keep nothing from another test."""
    context = browser.new_context(viewport={"width": 375, "height": 667})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def opened(page: Page, site: Site, language: str = "kk", anchor: str = "") -> str:
    """Open the form of the draft under discussion; return standard and revision."""
    page.goto(f"{site.origin}/{language}/{site.standard('open', 'closing')}comment/{anchor}")
    return page.locator("form.say").get_attribute("data-draft") or ""


def say(page: Page, text: str, kind: str = "change", **more: str) -> None:
    """Write a comment, and say of which kind it is."""
    page.locator(f"[name=kind][value={kind}]").check()
    page.locator("[name=text]").fill(text)
    for name, words in more.items():
        page.locator(f"[name={name}]").fill(words)


def ready(page: Page) -> str:
    """Agree by taking the text along, and return it."""
    page.locator("[data-way=copy]").click()
    return page.locator(".send pre").text_content() or ""


def _code(words: str) -> str:
    return code_of("comment-kind", words, shipped_codes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_remarks_become_one_letter_that_comes_in_as_it_was_written(
    window: Page, site: Site, language: str, tmp_path: Path
) -> None:
    asked: list[str] = []
    draft = opened(window, site, language)
    window.on("request", lambda request: asked.append(request.url))
    clauses = window.locator("[name=clause] option").evaluate_all(
        "all => all.map(one => one.value)"
    )
    window.locator("[name=clause]").select_option(clauses[2])
    say(window, "Срок слишком долгий.\n\nМы ждали три недели. [text]", proposal="Два дня.")
    window.locator("[data-do=another]").click()
    assert window.locator(".remarks li").count() == 1
    say(window, "В остальном поддерживаем проект.", kind="support")
    window.locator("[name='author.name']").fill("Айгүл Үлгіқызы")
    letter = ready(window)
    mail = urlsplit(window.locator("[data-way=mail]").get_attribute("href") or "")
    body = parse_qs(mail.query)["body"][0]
    assert body.replace("\r\n", "\n").strip() == letter.strip()
    assert window.evaluate("navigator.clipboard.readText()") == letter
    assert asked == []
    assert "[kind]" not in letter, "people read words, no names of fields"
    assert parse_qs(mail.query)["subject"][0].endswith(f" ({draft})")

    message = EmailMessage()
    message["Subject"] = parse_qs(mail.query)["subject"][0]
    message["Date"] = "Tue, 10 Nov 2026 10:00:00 +0500"
    message.set_content(body)
    read = read_message(message.as_bytes(), "a.eml", "Asia/Almaty")
    first, second = read.submissions
    assert (first.draft, first.said["clause"]) == (draft, clauses[2])
    assert _code(first.said["kind"]) == "change"
    assert first.said["text"] == "Срок слишком долгий.\n\nМы ждали три недели. [text]"
    assert first.said["proposal"] == "Два дня."
    assert (second.said["clause"], _code(second.said["kind"])) == ("whole", "support")
    assert {one.said["name"] for one in read.submissions} == {"Айгүл Үлгіқызы"}
    shown = (window.locator("[data-number]").text_content() or "").split(", ")
    assert [one.id for one in read.submissions] == shown
    assert all(map(is_comment_id, shown))
    expect(window.locator("[data-many]").first).to_be_visible()
    expect(window.locator("[data-one]").first).to_be_hidden()
    assert len(set(shown)) == 2


def test_the_file_of_a_remark_passes_the_check(window: Page, site: Site, tmp_path: Path) -> None:
    opened(window, site, "ru")
    say(window, 'Срок: "велик" # и точка.\nВторая строка \\ с чертой.', proposal="{один: день}")
    window.locator("[name='author.name']").fill("А. Үлгі")
    ready(window)
    window.locator(".ways [data-way=file]").click()
    (title, body) = (
        window.locator(f".files article {at}").text_content() or "" for at in ("h3", "pre")
    )
    project = demonstration(tmp_path / "project")
    file = project / title
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(body, "utf-8")
    done = CliRunner().invoke(main, ["check", "--project", str(project)])
    assert "errors: 0" in done.output, done.output
    comment = next(
        one
        for record in survey(project).known[0].records
        for one in record.comments
        if one.id == file.stem
    )
    assert comment.text == 'Срок: "велик" # и точка.\nВторая строка \\ с чертой.'
    assert comment.proposal == "{один: день}"


@pytest.mark.parametrize("of", ["site", "device"])
def test_the_page_of_the_file_speaks_of_one_day(window: Page, site: Site, of: str) -> None:
    """A site that speaks of no day of its own goes by the clock of the device."""

    def without_a_day(route: Route) -> None:
        html = route.fetch().text().replace(" data-fixed", "", 1)
        route.fulfill(body=html, content_type="text/html")

    window.clock.set_fixed_time("2026-12-24T23:30:00+05:00")
    opened(window, site, "ru")
    say(window, "Срок слишком долгий.")
    ready(window)
    if of == "device":
        window.route("**/comment/file/", without_a_day)
    window.locator(".ways [data-way=file]").click()
    expect(window.locator(".files article h3")).to_have_count(1)
    words = window.locator("main").inner_text()
    links = window.locator("main a[href^=http]").evaluate_all("all => all.map(one => one.href)")
    days = set(re.findall(r"\d{4}-\d\d-\d\d", "\n".join([words, *links])))
    assert days == {"2026-11-20" if of == "site" else "2026-12-24"}


def test_a_draft_stays_on_the_device_until_it_is_deleted(window: Page, site: Site) -> None:
    opened(window, site)
    say(window, "Бірінші ескертпе.")
    window.locator("[data-do=another]").click()
    say(window, "Екінші ескертпе.")
    window.reload()
    assert window.locator("[name=text]").input_value() == "Екінші ескертпе."
    window.locator("[data-do=change]").click()
    assert window.locator("[name=text]").input_value() == "Бірінші ескертпе."
    assert window.locator(".remarks li").count() == 1
    window.locator("[data-do=forget]").click()
    window.reload()
    assert window.locator("[name=text]").input_value() == ""
    assert window.evaluate("localStorage.length") == 0 or "Бірінші" not in window.evaluate(
        "JSON.stringify(localStorage)"
    )


def test_a_link_of_a_clause_chooses_it_and_its_text_begins_the_wording(
    window: Page, site: Site
) -> None:
    opened(window, site)
    clause = window.locator("[name=clause] option").nth(3).get_attribute("value") or ""
    opened(window, site, anchor=f"#on-{clause}")
    window.reload()
    assert window.locator("[name=clause]").input_value() == clause
    window.wait_for_function("document.activeElement.name === 'text'")
    place = window.evaluate("document.querySelector('form.say').getBoundingClientRect().top")
    height = window.evaluate("innerHeight")
    assert abs(place) < height / 2, "the browser leads past the form"
    window.locator("[data-do=begin]").click()
    assert len(window.locator("[name=proposal]").input_value()) > 20


def test_words_about_one_clause_are_not_moved_to_another(window: Page, site: Site) -> None:
    """Who goes back to the text and chooses another clause finds the first words as a remark."""
    opened(window, site)
    options = window.locator("[name=clause] option")
    first, second = (options.nth(at).get_attribute("value") or "" for at in (3, 4))
    opened(window, site, anchor=f"#on-{first}")
    window.reload()
    say(window, "Мерзім ұзақ.")
    window.evaluate("id => { location.hash = `on-${id}`; }", second)
    window.wait_for_function(
        "id => document.querySelector('[name=clause]').value === id", arg=second
    )
    assert window.locator("[name=text]").input_value() == ""
    assert "Мерзім ұзақ." in (window.locator(".remarks li").text_content() or "")
    say(window, "Арналар аз.")
    window.reload()
    letter = ready(window)
    assert letter.index(f"({first})") < letter.index("Мерзім ұзақ.") < letter.index(f"({second})")
    assert window.locator(".remarks li").count() == 1


def test_other_words_than_those_that_went_have_another_number(window: Page, site: Site) -> None:
    """Who comes back later and writes over them is told another number; the same words keep it."""
    opened(window, site)
    say(window, "Мерзім ұзақ.")
    ready(window)
    first = window.locator("[data-number]").inner_text()
    ready(window)
    window.reload()
    assert window.locator("[data-number]").inner_text() == first
    say(window, "Мерзім тым ұзақ, үш күн жетеді.")
    ready(window)
    second = window.locator("[data-number]").inner_text()
    assert second != first
    assert is_comment_id(second)


def test_two_windows_of_a_form_lose_no_remark(window: Page, site: Site) -> None:
    opened(window, site)
    other = window.context.new_page()
    opened(other, site)
    say(other, "Екінші терезеден.")
    other.locator("[data-do=another]").click()
    window.locator(".remarks li").wait_for()
    say(window, "Бірінші терезеден.")
    third = window.context.new_page()
    opened(third, site)
    assert "Екінші терезеден." in (third.locator(".remarks li").text_content() or "")
    assert third.locator("[name=text]").input_value() == "Бірінші терезеден."
    other.locator("[data-do=drop]").click()
    third.wait_for_function("!document.querySelector('.remarks li')")


@pytest.mark.parametrize(
    "kept",
    [
        '{"now":null}',
        '{"remarks":5}',
        "[null]",
        '{"remarks":[{}]}',
        '{"once":null}',
        '{"now":{"id":"<b>"}}',
    ],
)
def test_a_form_with_an_odd_address_and_an_odd_draft_works(
    window: Page, site: Site, kept: str
) -> None:
    draft = opened(window, site, anchor="#%")
    window.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [f"talqy:{draft}", kept])
    window.reload()
    say(window, "Алғыс")
    window.locator("[name=text]").evaluate("it => { it.value += '\\ud83d'; }")
    ready(window)
    href = window.locator("[data-way=mail]").get_attribute("href") or ""
    assert "%EF%BF%BD" in href, "half of a sign is said as one that is not known"
    number = window.locator("[data-number]").inner_text()
    assert is_comment_id(number)


def test_what_cannot_be_published_is_said_before_anything_is_sent(window: Page, site: Site) -> None:
    opened(window, site)
    address = window.url
    window.locator("[data-way=file]").click()
    assert window.url == address
    text = window.locator("[data-missing=text]")
    assert text.is_visible()
    assert window.evaluate("document.activeElement.name") == "text"
    for told in (text, window.locator("[name=text]")):
        expect(told).to_be_in_viewport()
    say(window, "Менің ЖСН 900101300123, телефон +7 701 123 45 67")
    assert window.locator("[data-warned=identity]").is_visible()
    assert window.locator("[data-warned=phone]").is_visible()
    say(window, "Менің ойымша, 2026 жылғы 10 күн жеткілікті.")
    assert not window.locator(".warnings [data-warned]:visible").count()
    assert not text.is_visible()


def test_only_who_chooses_a_way_has_agreed(window: Page, site: Site) -> None:
    draft = opened(window, site)
    say(window, "Менің ойымша, 2026 жылғы 10 күн жеткілікті.")
    kept = f"JSON.parse(localStorage.getItem('talqy:{draft}')).once.consent"
    assert window.evaluate(kept) is None
    ready(window)
    assert window.evaluate(kept) == "yes"
    say(window, "Менің ойымша, 9 күн жеткілікті.")
    assert window.evaluate(kept) is None, "who goes on writing agrees anew"


def test_a_letter_is_ready_as_soon_as_there_are_words(window: Page, site: Site) -> None:
    """A clause of an open draft is spoken of in five taps from the first page, kk, 375 px."""
    window.goto(f"{site.origin}/")
    window.locator("[lang=kk] .open-drafts a").first.click()
    window.locator("nav.contents summary").click()
    window.locator("nav.contents a[href^='#']").nth(4).click()
    clause = window.evaluate("location.hash.slice(1)")
    window.locator(
        f"#{clause} .actions a[href*='/comment/'], #{clause} .actions a[href*='comment/#']"
    ).click()
    window.locator("[name=text]").click()
    window.keyboard.type("Үш күн ұзақ.")
    body = parse_qs(urlsplit(window.locator("[data-way=mail]").get_attribute("href") or "").query)
    assert f"({clause})" in body["body"][0]
    assert body["subject"][0].endswith(f" {clause})")
    assert "Үш күн ұзақ." in body["body"][0]
    assert is_comment_id(window.locator("[data-number]").inner_text())
    kept = "Object.keys(localStorage).length && JSON.parse(localStorage[localStorage.key(0)])"
    assert "• Пікір түрі:\r\n" in body["body"][0], "a letter asks what nobody has chosen"
    assert window.locator("[data-asked]").is_visible()
    window.locator("[data-way=copy]").click()
    expect(window.locator("[data-missing=kind]")).to_be_in_viewport()
    assert window.evaluate("document.activeElement.name") == "kind"
    assert window.evaluate(f"{kept}.once.consent") is None, "nobody has agreed to send it so"
    window.locator("[name=kind][value=support]").check()
    assert not window.locator("[data-missing=kind]").is_visible()
    assert not window.locator("[data-asked]").is_visible()
    assert "Пікір түрі: қолдау" in ready(window)


def test_nobody_is_counted_for_a_kind_that_they_have_not_chosen(window: Page, site: Site) -> None:
    opened(window, site)
    assert window.locator("[name=kind]:checked").count() == 0
    window.locator("[name=text]").fill("Қолдаймын.")
    window.locator("[data-do=another]").click()
    assert window.locator("[data-missing=kind]").is_visible()
    assert window.locator(".remarks li").count() == 0
    say(window, "Қолдаймын.", kind="support")
    window.locator("[data-do=another]").click()
    assert window.locator("[name=kind]:checked").count() == 0


@pytest.mark.parametrize("system", ["Windows NT 10.0; Win64; x64", "Linux; Android 14"])
def test_a_long_letter_is_told_of_only_where_a_link_cannot_carry_it(
    browser: Browser, site: Site, system: str
) -> None:
    """Chrome opens nothing on Windows from 2,047 signs on; a phone carries any length."""
    context = browser.new_context(user_agent=f"Mozilla/5.0 ({system}) AppleWebKit/537.36")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    opened(page, site)
    say(page, "Үш күн ұзақ.")
    mail, told = page.locator("[data-way=mail]"), page.locator("[data-long]")
    assert not told.is_visible()
    assert "body=" in (mail.get_attribute("href") or "")
    say(page, "Үш күн ұзақ, өйткені ауылдан келу қиын. " * 9)
    is_windows = "Windows" in system
    assert told.is_visible() is is_windows
    assert ("body=" in (mail.get_attribute("href") or "")) is not is_windows
    assert len(mail.get_attribute("href") or "") <= 2046 or not is_windows
    mail.evaluate("it => it.addEventListener('click', (event) => event.preventDefault())")
    mail.click()
    if is_windows:
        expect(page.locator("[data-copied]")).to_be_visible()
        letter = page.locator(".send pre").text_content()
        assert page.evaluate("navigator.clipboard.readText()") == letter
    context.close()


def test_where_a_form_posts_several_remarks_go_by_letter_so_that_none_is_lost(
    window: Page, site: Site
) -> None:
    def with_a_way_to_post(route: Route) -> None:
        html = route.fetch().text()
        button = '<p><button type="submit">→</button></p><p class="script"'
        route.fulfill(body=html.replace('<p class="script"', button, 1), content_type="text/html")

    window.route("**/comment/", with_a_way_to_post)
    opened(window, site)
    post = window.locator("form.say [type=submit]")
    assert post.is_visible()
    say(window, "Бірінші ескертпе.")
    window.locator("[data-do=another]").click()
    assert not post.is_visible()
    window.locator("[data-do=change]").click()
    assert post.is_visible()


def test_a_form_posts_by_its_own_button_alone_and_that_is_the_consent(browser: Browser) -> None:
    """Without a script: Enter in a line presses no button, and the button says what it does."""
    case = a_case(a_record())
    project = case.register.project.model_copy(
        update={"intake": Intake(url="https://say.example/")}
    )
    shown = editions(ROOT, replace(case.register, project=project), case.assessment)[1]
    content = next(iter(participate.pages(shown, shown.register.records[0]))).content
    context = browser.new_context(java_script_enabled=False)
    posted: list[dict[str, list[str]]] = []

    def answer(route: Route) -> None:
        posted.append(parse_qs(route.request.post_data or ""))
        route.fulfill(body="ok", content_type="text/html")

    context.route("https://say.example/**", answer)
    page = context.new_page()
    page.set_content(content)
    page.locator("[name=clause]").select_option("term")
    say(page, "Срок велик.")
    page.locator("[name='author.name']").fill("Айгүл")
    page.locator("[name='author.name']").press("Enter")
    page.locator("[name=text]").press("Tab")
    assert posted == []
    page.locator("[type=submit][name=consent]").click()
    page.wait_for_url("https://say.example/**")
    context.close()
    (one,) = posted
    assert (one["text"], one["consent"]) == (["Срок велик."], ["yes"])
    assert (one["draft"], one["clause"]) == ([f"{STANDARD} r1"], ["term"])


def test_who_comes_from_a_clause_without_a_script_lands_in_the_form_that_posts(
    browser: Browser,
) -> None:
    case = a_case(a_record())
    intake = Intake(url="https://say.example/")
    project = case.register.project.model_copy(update={"intake": intake})
    shown = editions(ROOT, replace(case.register, project=project), case.assessment)[1]
    content = next(iter(participate.pages(shown, shown.register.records[0]))).content
    style = (ROOT / "site_templates/theme/assets/talqy.css").read_text("utf-8")
    html = f"<!doctype html><meta charset=utf-8><style>{style}</style>{content}"
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 667})
    context.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    page = context.new_page()
    page.goto("https://site.example/#on-term")
    arrived = page.locator("form.say .arrived:visible")
    expect(arrived).to_have_count(1)
    expect(arrived).to_be_in_viewport()
    expect(arrived).to_have_text("Пункт 2 – выберите этот пункт в списке ниже.")
    expect(page.locator("form.say [name=clause]")).to_be_in_viewport()
    page.goto("https://site.example/")
    expect(page.locator("form.say")).to_be_visible()
    expect(arrived).to_have_count(0)
    context.close()


def test_without_javascript_every_clause_has_a_ready_letter(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.goto(f"{site.origin}/ru/{site.standard('open', 'closing')}comment/")
    assert not page.locator("form.say").is_visible()
    assert page.locator("noscript a[href='#letters']").is_visible()
    links = page.locator(".clause-list a[href^='mailto:']")
    hrefs = links.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert page.locator("[aria-labelledby=letters] > .consent").is_visible()
    assert "возражение" in page.locator("[aria-labelledby=letters]").inner_text()
    context.close()
    assert len(hrefs) > 10
    for href in hrefs:
        assert len(href) < 2_000
        query = parse_qs(urlsplit(href).query)
        filled = query["body"][0].replace("Мой комментарий:", "Мой комментарий: Срок велик.")
        assert "• Проект: (" not in filled, "people read the name of the standard"
        filled = filled.replace("Вид комментария:", "Вид комментария: возражение")
        filled = filled.replace("Язык комментария:", "Язык комментария: русский")
        message = EmailMessage()
        message["Subject"] = query["subject"][0]
        message["Date"] = "Tue, 10 Nov 2026 10:00:00 +0500"
        message.set_content(filled)
        (read,) = read_message(message.as_bytes(), "a.eml", "Asia/Almaty").submissions
        assert read.said["text"] == "Срок велик."
        assert (_code(read.said["kind"]), read.said["language"]) == ("objection", "русский")
        assert read.said["consent"] == "", "nobody agrees by a word that was there already"
        assert query["subject"][0].endswith(f" ({read.draft} {read.said['clause']})")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_portals_of_the_state_stand_among_the_first_ways(
    site: Site, plain_page: Page, language: str
) -> None:
    """Who would rather write there learns it before the form, with or without scripts."""
    plain_page.goto(site.address("participate-open", language))
    links = plain_page.locator("#say ~ p:has(~ form.say) a[rel~=external]")
    assert links.count() >= 2
    assert all(one.is_visible() for one in links.all())


def number(page: Page) -> str:
    return page.locator("[data-number]").inner_text()


def test_two_windows_of_one_form_say_the_same_and_lose_nothing(window: Page, site: Site) -> None:
    opened(window, site, "ru")
    say(window, "Слова А: срок слишком долгий.")
    told = number(window)
    ready(window)
    other = window.context.new_page()
    opened(other, site, "ru")
    assert (number(other), other.locator("[name=text]").input_value()) == (
        told,
        "Слова А: срок слишком долгий.",
    )
    other.locator("[name=text]").fill("Слова Б: плата слишком высока.")
    assert number(other) != told, "a number that was told stays with its words"
    expect(window.locator("[name=text]")).to_have_value("Слова Б: плата слишком высока.")
    window.locator("[data-do=another]").click()
    say(window, "Слова В: мало окон.")
    expect(other.locator("[name=text]")).to_have_value("Слова В: мало окон.")
    assert other.locator(".remarks li").count() == 1
    other.reload()
    assert other.locator("[name=text]").input_value() == "Слова В: мало окон."
    assert other.locator(".remarks li").count() == 1


def test_a_window_that_slept_loses_neither_its_words_nor_those_of_another(
    window: Page, site: Site
) -> None:
    draft = opened(window, site, "ru")
    say(window, "Слова первого окна.")
    there = f"localStorage['talqy:{draft}']"
    window.evaluate(
        f"() => {{ const it = JSON.parse({there}); it.now.text = 'Слова второго окна.';"
        f" {there} = JSON.stringify(it); }}"
    )
    window.locator("[name=text]").fill("Слова первого окна, дальше.")
    letter = ready(window)
    assert "Слова первого окна, дальше." in letter
    assert "Слова второго окна." in letter
    assert len(set(number(window).split(", "))) == 2


def test_a_browser_that_keeps_nothing_says_so(window: Page, site: Site) -> None:
    window.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    opened(window, site)
    say(window, "Үш күн ұзақ.")
    assert window.locator("[data-unkept]").is_visible()


def test_nobody_chooses_a_language_by_opening_a_page(window: Page, site: Site) -> None:
    opened(window, site, "ru")
    say(window, "Мерзімі тым ұзақ.")
    opened(window, site, "kk")
    assert window.locator("[name=language]").input_value() == "kk"
    window.locator("[name=language]").select_option("ru")
    opened(window, site, "kk")
    assert window.locator("[name=language]").input_value() == "ru", "who chose has chosen"


def test_a_remark_without_a_kind_is_brought_back_to_be_given_one(window: Page, site: Site) -> None:
    opened(window, site)
    clauses = window.locator("[name=clause] option").evaluate_all(
        "all => all.map(one => one.value)"
    )
    window.locator("[name=clause]").select_option(clauses[1])
    window.locator("[name=text]").fill("Бірінші ескертпе.")
    window.evaluate(f"location.hash = '#on-{clauses[2]}'")
    expect(window.locator("[name=clause]")).to_have_value(clauses[2])
    say(window, "Екінші ескертпе.")
    window.locator("[data-way=copy]").click()
    assert window.locator("[name=text]").input_value() == "Бірінші ескертпе."
    assert window.locator("[data-missing=kind]").is_visible()
    window.locator("[name=kind][value=objection]").check()
    letter = ready(window)
    assert letter.count("Пікір түрі:") == 2


def test_a_page_that_is_loaded_again_shows_what_was_chosen_last(window: Page, site: Site) -> None:
    opened(window, site)
    clauses = window.locator("[name=clause] option").evaluate_all(
        "all => all.map(one => one.value)"
    )
    opened(window, site, anchor=f"#on-{clauses[1]}")
    window.locator("[name=clause]").select_option(clauses[3])
    say(window, "Үш күн ұзақ.")
    window.reload()
    assert window.locator("[name=clause]").input_value() == clauses[3]
    assert window.locator("[name=text]").input_value() == "Үш күн ұзақ."
    assert window.locator(".remarks li").count() == 0


def test_who_touches_a_kind_writes_at_once_and_who_uses_keys_stays_there(
    window: Page, site: Site
) -> None:
    """Six taps to a letter: draft, contents, clause, “say something”, the kind, and the way."""
    window.goto(f"{site.address('participate-open', 'kk')}#on-term")
    focused = "document.activeElement.name"
    window.locator(".kinds label").nth(1).click()
    assert window.evaluate(focused) == "text"
    assert window.locator("[name=kind]:checked").count() == 1
    window.keyboard.type("Мерзімі ұзақ.")
    window.locator(".kinds label").nth(2).click()
    assert window.evaluate(focused) == "kind", "the words are there: who corrects the kind stays"
    window.locator("[name=text]").fill("")
    window.locator("[name=kind]:checked").focus()
    window.keyboard.press("ArrowDown")
    assert window.evaluate(focused) == "kind"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_letter_is_printed_alone_on_one_sheet(
    plain_page: Page, site: Site, language: str
) -> None:
    """Who has neither a script nor e-mail opens it, and prints the page."""
    plain_page.goto(f"{site.origin}/{language}/{site.standard('open', 'closing')}comment/")
    sheet = plain_page.locator(".blank .sheet")
    assert not sheet.is_visible()
    plain_page.locator(".blank > summary").click()
    assert sheet.locator("span", has_text="☐").count() > 10
    paper = plain_page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
    plain_page.emulate_media(media="print")
    assert sheet.is_visible()
    for other in ("h1", ".tabs", ".clause-list", "#next", "footer"):
        assert not plain_page.locator(other).first.is_visible(), other


def test_who_asks_for_a_change_begins_with_the_words_of_the_clause(
    window: Page, site: Site
) -> None:
    """As they are they are no wording of anybody's: they are not sent, and follow the clause."""
    opened(window, site, "ru", "#on-term")
    texts = json.loads(window.locator("form.say").get_attribute("data-texts") or "{}")
    wording, note = window.locator("[name=proposal]"), window.locator("[data-offered]")
    assert (wording.input_value(), note.is_visible()) == ("", False)
    say(window, "Срок велик.")
    assert (wording.input_value(), note.is_visible()) == (texts["term"].strip(), True)
    assert "Предлагаю написать" not in ready(window)
    window.locator("[name=clause]").select_option("fee")
    assert wording.input_value() == texts["fee"].strip()
    window.locator("[name=kind][value=objection]").check()
    assert (wording.input_value(), note.is_visible()) == ("", False)
    window.locator("[name=kind][value=change]").check()
    wording.fill("Бесплатно.")
    assert not note.is_visible()
    window.locator("[name=clause]").select_option("term")
    assert wording.input_value() == "Бесплатно."
    assert "Предлагаю написать: Бесплатно." in ready(window)


def test_a_warning_stands_where_one_writes(window: Page, site: Site) -> None:
    opened(window, site, "kk")
    warning = window.locator("[data-warned=phone]")
    for name in ("text", "proposal", "author.name"):
        field = window.locator(f"[name='{name}']")
        field.click()
        field.press_sequentially("+7 701 123 45 67")
        expect(warning).to_be_in_viewport()
        below = warning.evaluate(
            "(it, name) => it.getBoundingClientRect().top"
            " - document.getElementsByName(name)[0].getBoundingClientRect().bottom",
            name,
        )
        assert 0 <= below < 100
        field.fill("")
        expect(warning).not_to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_chooses_no_kind_is_asked_by_the_letter_a_tap_less(
    window: Page, site: Site, language: str
) -> None:
    """Five taps from the first page: draft, contents, “say something”, mail, and “send” there."""
    opened(window, site, language, "#on-term")
    window.locator("[name=text]").fill("Срок велик.")
    mail = window.locator("[data-way=mail]")
    window.evaluate("""() => document.addEventListener("click", (event) => {
        window.went = !event.defaultPrevented; event.preventDefault(); })""")
    mail.click()
    assert window.evaluate("window.went")
    assert not window.locator("[data-missing=kind]").is_visible()
    kept = "JSON.parse(localStorage[Object.keys(localStorage)[0]]).once.consent"
    assert window.evaluate(kept) == "yes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_clause_five_is_written_about_in_six_taps_of_which_the_last_is_in_the_mail_program(
    site: Site, browser: Browser, language: str
) -> None:
    context = browser.new_context(
        viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{site.origin}/{language}/")
    taps = [
        f"main a[href='{site.standard('open', 'closing')}']",
        ".line summary",
        ".line a[href$='#on-term']",
        "[name=kind][value=change]",
    ]
    for what in taps:
        page.locator(what).first.tap()
    expect(page.locator("[name=text]")).to_be_focused()
    page.keyboard.type("Срок велик.")
    mail = page.locator("[data-way=mail]")
    assert "(term)" in parse_qs(urlsplit(mail.get_attribute("href") or "").query)["body"][0]
    context.close()
