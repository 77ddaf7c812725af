"""The letter that the form of the site makes: its fields, each behind a label for people.

`Комментарий [text]: …`: the words of a label are for people, what stands in brackets is the field
of a comment's file. `[draft]` begins the letter, `[id]` or `[clause]` each remark, `[end]` ends
it. Nothing is guessed: a letter that has another build is left to a person.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from talqy.model.values import is_comment_id
from talqy.office.mail_page import MailLine

AUTHOR = {"author.kind": "author", "author.name": "name", "author.foreign": "foreign"}
"""The parts of an author, as tables name them."""
OF_LETTER = ("draft", "language", *AUTHOR, "consent")
"""What is said once, for all remarks of a letter; `draft` is standard and revision."""
OF_REMARK = ("id", "clause", "kind", "quote", "text", "proposal")
"""What each remark says of its own; the first two begin one."""
END = "end"
_CODED = frozenset({"draft", "language", "author.kind", "clause", "kind"})
# Programs wrap lines at about 76 signs: no label of ours is as long, and no word stands before it.
_LABEL = re.compile(
    rf"[^\[\]\n]{{0,60}}\[({'|'.join(map(re.escape, (*OF_LETTER, *OF_REMARK)))})\]:[ \t]*(.*)"
)
_END = re.compile(rf"[^\[\]\n]{{0,60}}\[{END}\][ \t]*")
_CODE = re.compile(r"\[([a-z0-9][a-z0-9-]{0,99}(?: r[1-9]\d{0,3})?)\]\s*\Z")


@dataclass(frozen=True, slots=True)
class FormLetter:
    """What the form has put into a letter: texts by field for each remark.

    `rest` are the lines around it; `changed` is the line that has no place in such a letter, and
    then there are no remarks.
    """

    remarks: tuple[Mapping[str, str], ...]
    rest: tuple[MailLine, ...]
    changed: str = ""


def form_letter(lines: Sequence[MailLine]) -> FormLetter | None:
    """Return what the form of the site has put into a letter; None where it made none of it."""
    own = (n for n, line in enumerate(lines) if not line.is_quoted)
    labels = [n for n in own if _LABEL.fullmatch(lines[n].text)]
    if not labels:
        return None
    reading = _FormReading()
    first = labels[0]
    end = next((n for n in range(first, len(lines)) if _END.fullmatch(lines[n].text)), None)
    reading.read([line.text for line in lines[first:end]])
    if end is None or labels[-1] > end:
        reading.changed = reading.changed or lines[labels[-1]].text
    if end is None or reading.changed:
        return FormLetter((), tuple(lines), reading.changed)
    return FormLetter(reading.remarks(), (*lines[:first], *lines[end + 1 :]))


@dataclass
class _FormReading:
    """The way through the lines of the form: what was said once, and each remark."""

    changed: str = ""
    _once: dict[str, list[str]] = field(default_factory=dict)
    _each: list[dict[str, list[str]]] = field(default_factory=list)

    def read(self, lines: Sequence[str]) -> None:
        """Read the lines up to the end; the first one has a label."""
        words: list[str] = []
        for line in lines:
            if not (label := _LABEL.fullmatch(line)):
                words.append(line)
                continue
            words = [label[2]]
            if not self._put(label[1], words):
                self.changed = self.changed or line
        if "draft" not in self._once or not self._each:
            self.changed = self.changed or lines[0]
        numbers = ["\n".join(one.get("id", ())).strip() for one in self._each]
        wrong = [number for number in numbers if number and not is_comment_id(number)]
        self.changed = self.changed or next(iter(wrong), "")

    def _put(self, name: str, words: list[str]) -> bool:
        """Put a field where it belongs; False where it has no place there, or stands twice."""
        if name in OF_LETTER:
            place = self._once
        else:
            began = self._each[-1] if self._each else {}
            if name == "id" or (name == "clause" and (not began or "clause" in began)):
                self._each.append({})
            if not self._each:
                return False
            place = self._each[-1]
        is_new = name not in place
        place[name] = words
        return is_new and (name != "draft" or not self._each)

    def remarks(self) -> tuple[Mapping[str, str], ...]:
        """Return the remarks, each with what holds for all of them."""
        return tuple(
            {
                AUTHOR.get(name, name): _value(name, words)
                for name, words in {**self._once, **one}.items()
            }
            for one in self._each
        )


def _value(name: str, words: Sequence[str]) -> str:
    """Return what a field says: a code in brackets where there is one, else the words."""
    text = "\n".join(words).strip()
    code = _CODE.search(text) if name in _CODED else None
    return code[1] if code else text
