"""What the remarks of a letter of the form say, whatever file the letter came in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from talqy.comments.letter_signs import GREETING
from talqy.comments.publication import hides_the_name
from talqy.intake.form_letter import AGREED, CALLED
from talqy.intake.submission import Submission


def of_remark(
    letter: Submission, remark: Mapping[str, str], received: Mapping[str, str]
) -> Submission:
    """Return what one remark of a letter says that the form of the site has made."""
    beside = {"draft", "id", CALLED, AGREED}
    said = {name: text for name, text in remark.items() if name not in beside}
    return replace(
        letter,
        said={**said, **received},
        draft=remark["draft"],
        id=remark.get("id", ""),
        called=remark.get(CALLED, ""),
        agreed_to=remark.get(AGREED, ""),
        titles=(),
    )


def more_than_greetings(beside: Iterable[str]) -> Iterator[str]:
    """Yield the lines beside a form that are no greeting; a wish about the name is heard anyway."""
    for line in beside:
        words = line.strip()
        if words and not (GREETING.fullmatch(words) or hides_the_name(words)):
            yield line
