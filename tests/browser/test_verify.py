"""A receipt is checked in the browser alone: from a folder, without a network, without `crypto`."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing.kinds import LANGUAGES, WIDTHS, Site
from odd_receipts import ODD, forged
from talqy.project.survey import survey
from talqy.record.receipt_lines import receipt_line
from talqy.record.receipts import Receipt, project_proofs, receipt_file, receipts_of

VERDICT = "[data-verdict]:visible"


@pytest.fixture(scope="module")
def receipts(published: Path) -> list[Receipt]:
    """Return the receipts of the demonstration."""
    register, _ = survey(published).known
    proofs = project_proofs(register.histories)
    return [one for record in register.records for one in receipts_of(record, proofs).values()]


@pytest.fixture(scope="module")
def older(published: Path) -> Receipt:
    """Return a receipt that was made when one standard was not there yet."""
    register, _ = survey(published).known
    first = register.records[0]
    return next(iter(receipts_of(first, project_proofs(register.histories[:-1])).values()))


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Open a browser without a network, whose pages have no `crypto`, as over plain http."""
    context = browser.new_context(offline=True, viewport={"width": WIDTHS[1], "height": 800})
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'crypto', { value: undefined })")
    yield page
    context.close()


@pytest.fixture
def offline(window: Page, site: Site) -> Page:
    """Return the page as it is opened from its folder."""
    window.goto((site.folder / "ru/verify/index.html").as_uri())
    return window


def check(page: Page, brought: str) -> str:
    """Bring a receipt, and return the code of what the page says of it."""
    page.locator("#receipt").fill(brought)
    page.locator(".check button").click()
    return page.locator(VERDICT).get_attribute("data-verdict") or ""


def today(page: Page) -> str | None:
    """Return the code of how the comment of a receipt compares with that on the site."""
    shown = page.locator("[data-today]:visible")
    return shown.get_attribute("data-today") if shown.count() else None


def test_every_receipt_is_proven_without_a_network(offline: Page, receipts: list[Receipt]) -> None:
    asked: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    for receipt in receipts:
        assert check(offline, receipt_line(receipt)) == "present"
    assert check(offline, receipt_file(receipts[0]).decode()) == "present"
    assert len(receipts) > 80
    # The icon of the page may come late: the browser asks for it when it has time.
    assert [url for url in asked if not url.endswith("/assets/talqy.svg")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_with_a_line_is_checked_at_once(
    site: Site, page: Page, receipts: list[Receipt], language: str
) -> None:
    """So a telephone that has seen the QR code says what the receipt is worth."""
    receipt = receipts[0]
    page.goto(f"{site.address('verify', language)}#{receipt_line(receipt)}")
    assert page.locator(VERDICT).get_attribute("data-verdict") == "present"
    said = page.locator(".proven").inner_text()
    assert receipt.root in said
    assert receipt.digest in said
    named = page.locator("[data-value=standard]").inner_text()
    assert named == title_of(site, receipt.standard, language)
    button = page.locator(".check button")
    button.hover()  # it is no link
    assert button.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    page.locator("a[data-value=comment]").click()
    assert f"{site.address('home', language)}s/{receipt.standard}/comments/" in page.url
    assert page.locator(f"#c-{receipt.comment}").is_visible()


def title_of(site: Site, standard: str, language: str) -> str:
    """Return what the demonstration calls a standard, its short title where it has one."""
    register, _ = survey(site.folder.parent).known
    known = next(one.standard for one in register.records if one.id == standard)
    return (known.short_title or known.title)[language]


def test_the_file_of_a_receipt_is_taken(site: Site, offline: Page, receipts: list[Receipt]) -> None:
    receipt = receipts[-1]
    file = site.folder / f"data/receipts/{receipt.standard}/{receipt.comment}.json"
    offline.locator("#file").set_input_files(file)
    offline.locator(VERDICT).wait_for()
    assert offline.locator(VERDICT).get_attribute("data-verdict") == "present"
    href = offline.locator("a[data-value=comment]").get_attribute("href") or ""
    assert (site.folder / "ru/verify" / href.partition("#")[0]).resolve().is_file()


def test_a_receipt_that_is_dropped_is_taken(offline: Page, receipts: list[Receipt]) -> None:
    dropped = """text => { const data = new DataTransfer();
      data.items.add(new File([text], "receipt.txt"));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true })); }"""
    offline.evaluate(dropped, receipt_line(receipts[3]))
    offline.locator(VERDICT).wait_for()
    assert offline.locator(VERDICT).get_attribute("data-verdict") == "present"


def test_a_receipt_of_an_older_state_names_its_root(offline: Page, older: Receipt) -> None:
    assert check(offline, receipt_line(older)) == "other"
    assert today(offline) == "same"
    assert older.root in offline.locator(".proven").inner_text()
    assert offline.locator("a[data-value=comment]").get_attribute("href") is None


def test_a_site_with_too_many_comments_to_compare_says_nothing_of_the_comment(
    offline: Page, older: Receipt
) -> None:
    """Neither that it is the same nor that it is gone: the page does not know."""
    offline.evaluate("document.querySelector('.check').removeAttribute('data-digests')")
    assert check(offline, receipt_line(older)) == "other"
    assert today(offline) is None
    assert check(offline, receipt_line(forged(older, comment="0000000000"))) == "other"
    assert today(offline) is None


def test_a_forged_receipt_is_not_called_true_and_its_checksum_is_compared(
    offline: Page, receipts: list[Receipt]
) -> None:
    other = forged(receipts[0], digest=f"sha256:{'1' * 64}")
    assert check(offline, receipt_line(other)) == "other"
    assert today(offline) == "differs"
    assert "Пока вы не нашли этот корень" in offline.locator(VERDICT).inner_text()
    assert check(offline, receipt_line(forged(receipts[0], comment="0000000000"))) == "other"
    assert today(offline) == "gone"
    assert check(offline, receipt_line(receipts[0])) == "present"
    assert today(offline) is None


@pytest.mark.parametrize("name", ODD)
def test_the_page_says_of_an_odd_receipt_what_the_terminal_says(
    offline: Page, receipts: list[Receipt], name: str
) -> None:
    make, expected = ODD[name]
    brought = make(next(one for one in receipts if one.answered and one.revision == 1))
    offline.locator("#receipt").evaluate("(field, text) => { field.value = text; }", brought)
    offline.locator(".check button").click()
    said = offline.locator(VERDICT).get_attribute("data-verdict")
    assert said == {"sound": "present"}.get(expected, expected)


def test_the_day_of_record_is_part_of_what_is_checked(
    offline: Page, receipts: list[Receipt]
) -> None:
    line = receipt_line(forged(receipts[0], recorded=date(2026, 12, 1)))
    assert check(offline, line) == "other"
    assert offline.locator("[data-value=recorded]").text_content() == "01.12.2026"
    assert check(offline, line.replace(".20261201:", ".20261202:")) == "broken"


def test_what_was_taken_out_is_told(offline: Page, receipts: list[Receipt]) -> None:
    line = receipt_line(receipts[0])
    marked = re.sub(r"^((?:[^:]*:){7}):", r"\g<1>20261201:", line)
    assert marked != line
    assert check(offline, marked) == "present"
    assert "01.12.2026" not in offline.locator(".proven").inner_text()
    said = offline.locator(".told").inner_text()
    assert said.startswith("Сказано в подтверждении, но не доказано")
    assert "01.12.2026" in said
    check(offline, line)
    assert "01.12.2026" not in offline.locator(".told").inner_text()


@pytest.mark.proof
def test_the_file_of_a_comment_is_compared_with_its_receipt(
    published: Path, offline: Page, receipts: list[Receipt]
) -> None:
    receipt = receipts[0]
    (file,) = (published / "comments").rglob(f"{receipt.comment}.yaml")
    data = file.read_bytes()
    check(offline, receipt_line(receipt))
    for content, said in (
        (data, "same"),
        (data.replace(b"\n", b"\r\n"), "same"),
        (b"x", "differs"),
    ):
        brought = {"name": "comment.yaml", "mimeType": "text/plain", "buffer": content}
        offline.locator("#own").set_input_files(brought)  # type: ignore[arg-type]
        offline.locator(f"[data-own={said}]").wait_for()
        assert offline.locator("[data-own]:visible").count() == 1
    check(offline, receipt_line(receipts[1]))
    assert offline.locator("[data-own]:visible").count() == 0


@pytest.mark.parametrize("at", [at for at in range(14) if at not in {6, 7}])
def test_a_line_of_which_a_part_was_changed_proves_nothing(
    offline: Page, receipts: list[Receipt], at: int
) -> None:
    parts = receipt_line(receipts[4]).split(":")
    parts[at] = f"{'3' if parts[at][0] == '2' else '2'}{parts[at][1:]}"
    assert check(offline, ":".join(parts)) == ("none" if at == 0 else "broken")
    assert not offline.locator(".proven").is_visible()


@pytest.mark.parametrize("key", ["digest", "number", "comment", "standard", "root", "leaf"])
def test_a_file_in_which_something_was_changed_proves_nothing(
    offline: Page, receipts: list[Receipt], key: str
) -> None:
    tree = json.loads(receipt_file(receipts[5]))
    tree[key] = {"number": 7, "comment": "0000000000", "standard": "other"}.get(key, "<b>other</b>")
    assert check(offline, json.dumps(tree)) == "broken"


@pytest.mark.parametrize("brought", ["", "{}", "[]", "null", "нет", "TALQY1:", "%", "{" * 9000])
def test_what_is_no_receipt_is_told_so(offline: Page, brought: str) -> None:
    assert check(offline, brought) == "none"


def test_sha256_is_that_of_everybody(page: Page, site: Site) -> None:
    """Lengths around a block (64 bytes) and its padding; the bytes are of all values."""
    page.goto(site.address("verify", "kk"))
    for length in (*range(140), 1000, 70_000):
        data = bytes((at * 7 + length) % 256 for at in range(length))
        made = page.evaluate("data => hex(sha256(Uint8Array.from(data)))", list(data))
        assert made == hashlib.sha256(data).hexdigest(), length


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
    ],
)
def test_sha256_gives_the_answers_of_its_standard(
    page: Page, site: Site, text: str, digest: str
) -> None:
    """The examples of FIPS 180-4."""
    page.goto(site.address("verify", "kk"))
    made = page.evaluate("text => hex(sha256(new TextEncoder().encode(text)))", text)
    assert made == digest
