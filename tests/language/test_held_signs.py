"""No line of a page begins with a sign that stands between words."""

import pytest

from talqy.language.held_signs import held_signs


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Төлемақы – 1 АЕК", "Төлемақы\u00a0– 1 АЕК"),
        ("58 (қабылданды –\u2060\u00a023)", "58 (қабылданды\u00a0–\u2060\u00a023)"),
        ("№ 9 · жеке тұлға · сайт арқылы", "№\u00a09\u00a0· жеке тұлға\u00a0· сайт арқылы"),
        ("было: нужно → станет: нет", "было: нужно\u00a0→ станет: нет"),
        ("Конец предложения. …", "Конец предложения.\u00a0…"),
        ("№ от издателя", "№ от издателя"),
        ("<p>слово</p> – <b>слово</b>", "<p>слово</p>\u00a0– <b>слово</b>"),
    ],
)
def test_such_a_sign_goes_with_the_word_before_it(typed: str, shown: str) -> None:
    assert held_signs(typed) == shown
    assert held_signs(shown) == shown


@pytest.mark.parametrize(
    "typed",
    [
        '<p title="слово – слово">5</p>',
        '<script type="application/json">"слово – слово"</script>',
        "<pre>слово – слово</pre>",
        "<textarea>слово · слово</textarea>",
        "<option>№ 5 – слово</option>",
    ],
)
def test_what_is_no_prose_stays_as_it_is(typed: str) -> None:
    assert held_signs(typed) == typed


def test_what_stands_in_the_head_of_a_page_stays_as_it_is() -> None:
    page = "<title>слово – слово</title><body><p>слово – слово"
    assert held_signs(page) == "<title>слово – слово</title><body><p>слово\u00a0– слово"
