"""The letter that the form of the site makes: its fields, each behind a label for people.

`• Ваш комментарий: …`: the label is one of those in `site_templates/forms/comment.yaml`, or has the
field of a comment's file in brackets behind it (`Пікір [text]: …`), as all labels had once. The
draft begins the letter, number or clause each remark, and a line of its own ends it. Nothing is
guessed: a letter that has another build is left to a person.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from talqy.model.values import is_comment_id
from talqy.office.mail_page import MailLine
from talqy.project.comment_form import SIGN, label_names

AUTHOR = {"author.kind": "author", "author.name": "name", "author.foreign": "foreign"}
"""The parts of an author, as tables name them."""
OF_LETTER = ("draft", "language", *AUTHOR, "consent")
"""What is said once, for all remarks of a letter; `draft` is standard and revision."""
OF_REMARK = ("id", "clause", "kind", "quote", "text", "proposal")
"""What each remark says of its own; the first two begin one."""
END = "end"
_CODED = frozenset({"draft", "language", "author.kind", "clause", "kind"})
# Programs wrap lines at about 76 signs: no label of ours is as long, and no word stands before it.
_BRACKETED = re.compile(
    rf"[^\[\]\n]{{0,60}}\[({'|'.join(map(re.escape, (*OF_LETTER, *OF_REMARK)))})\]:[ \t]*(.*)"
)
_END = re.compile(rf"[^\[\]\n]{{0,60}}\[{END}\][ \t]*")
# Programs show our sign of a list as theirs.
_SIGNED = re.compile(rf"[{SIGN}*·-][ \t\u00a0]+([^:\n]{{1,76}}?)[ \t\u00a0]*(?::[ \t\u00a0]*(.*))?")
_CODE = re.compile(r"[\[(]([a-z0-9][a-z0-9-]{0,99}(?: r[1-9]\d{0,3})?)[\])]\s*\Z")


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
    known = {n: label for n, line in enumerate(lines) if (label := _label(line.text))}
    own = [n for n, (name, _) in known.items() if name != END and not lines[n].is_quoted]
    if not own or not any(_is_ours(lines[n].text, *known[n]) for n in known):
        return None
    first = own[0]
    end = next((n for n, (name, _) in known.items() if n >= first and name == END), None)
    reading = _FormReading()
    reading.read([(lines[n].text, known.get(n)) for n in range(len(lines))[first:end]])
    if end is None or own[-1] > end:
        reading.changed = reading.changed or lines[own[-1]].text
    if end is None or reading.changed:
        return FormLetter((), tuple(lines), reading.changed)
    return FormLetter(reading.remarks(), (*lines[:first], *lines[end + 1 :]))


def _label(line: str) -> tuple[str, str] | None:
    """Return which field a line begins, and its words; None where it begins none."""
    if bracketed := _BRACKETED.fullmatch(line):
        return bracketed[1], bracketed[2]
    if _END.fullmatch(line):
        return END, ""
    signed = _SIGNED.fullmatch(line)
    name = label_names().get(signed[1]) if signed else None
    if signed is None or name is None or (name == END) != (signed[2] is None):
        return None
    return name, signed[2] or ""


def _is_ours(line: str, name: str, words: str) -> bool:
    """Return whether nobody but the form writes such a line: people, too, list their points."""
    is_draft = name == "draft" and _CODE.search(words) is not None
    return "[" in line or is_draft or name == END


@dataclass
class _FormReading:
    """The way through the lines of the form: what was said once, and each remark."""

    changed: str = ""
    _once: dict[str, list[str]] = field(default_factory=dict)
    _each: list[dict[str, list[str]]] = field(default_factory=list)

    def read(self, lines: Sequence[tuple[str, tuple[str, str] | None]]) -> None:
        """Read the lines up to the end, each with its label; the first one has one."""
        words: list[str] = []
        for line, label in lines:
            if label is None:
                words.append(line)
                continue
            name, begun = label
            words = [begun]
            if not self._put(name, words):
                self.changed = self.changed or line
        if "draft" not in self._once or not self._each:
            self.changed = self.changed or lines[0][0]
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
    """Return what a field says: a code in brackets behind it where there is one, else the words."""
    text = "\n".join(words).strip()
    code = _CODE.search(text) if name in _CODED else None
    return code[1] if code else text
