"""A sign of an authority's voice is sought once in a text of empty lines, not from each of them."""

from talqy.comments import answer_signs, voice_words


def test_spaces_behind_a_head_stay_in_its_line() -> None:
    verdict = answer_signs.VERDICT
    assert voice_words.HEAD in verdict.pattern
    for pattern in (verdict, answer_signs.SIGNATURE, answer_signs.UNIT_SIGNATURE):
        assert r"\n.!?…;]\s*" not in pattern.pattern
        assert r"[(\[])\s*" not in pattern.pattern
    assert verdict.search("Спасибо.\n\n\n  Ответ: принято.")
