"""What is read of an official text is what is on record: no sign turns it round or hides in it."""

import pytest
from pydantic import TypeAdapter, ValidationError

from talqy.model.values import LocalText

TEXT: TypeAdapter[object] = TypeAdapter(LocalText)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\u2060", "\ufeff"])
def test_no_official_text_has_a_sign_that_nobody_sees(sign: str) -> None:
    with pytest.raises(ValidationError, match="control character"):
        TEXT.validate_python({"kk": "Мәтін", "ru": f"Те{sign}кст"})


def test_letters_and_their_joiners_are_no_such_signs() -> None:
    assert TEXT.validate_python({"kk": "Қазақша, ‘сөз’", "ru": "Текст\u00a0– №\u00a05"})
