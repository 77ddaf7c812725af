"""The letter that the form of the site makes: its fields, each behind a label for people.

`• Мой комментарий: …`: the label is one of those in `site_templates/forms/comment.yaml`, or has the
field of a comment's file in brackets behind it (`Пікір [text]: …`). The draft begins the letter,
number or clause each remark, and a line of its own ends it. Nothing is guessed: a letter that has
another build is left to a person.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from talqy.intake.form_labels import (
    END,
    PEOPLES,
    FormLabel,
    has_fields,
    inner_label,
    is_form_in_one_line,
    is_nearly_label,
    is_point,
    label_at,
    label_of,
)
from talqy.model.comment import CONSENTS
from talqy.model.values import is_comment_id
from talqy.office.mail_page import MailLine

AUTHOR = {"author.kind": "author", "author.name": "name", "author.foreign": "foreign"}
"""The parts of an author, as tables name them."""
OF_LETTER = ("draft", "language", *AUTHOR, "consent")
"""What is said once, for all remarks of a letter; `draft` is standard and revision."""
OF_REMARK = ("id", "clause", "kind", "quote", "text", "proposal")
"""What each remark says of its own; the first two begin one."""
CALLED = "called"
"""What a clause is called in words, before its code in brackets."""
AGREED = "agreed to"
"""The number of the consent that a letter names, where it is an earlier one."""
_EARLIER_CONSENT = re.compile(r"№\s?1\s+келісім|№\s?1:\s+целиком|consent\s+1:")
_OF_WORDS = frozenset({"quote", "text", "proposal"})
_CODED = frozenset({"draft", "language", "author.kind", "clause", "kind"})
_CODE = re.compile(r"[\[(]([a-z0-9][a-z0-9-]{0,99}(?: r[1-9]\d{0,3})?)[\])]\s*\Z")
# Programs break lines at 60 signs and more: below a shorter one nothing of it goes on.
_FULL = 50
# A form has words of 10,000 signs: who writes more points than these is read by a person.
_MOST_POINTS = 500
# What people write who list what they send, and what the form alone does.
_PEOPLES_TOO = frozenset({"draft", "id", "author.kind"})
_FORMS_ALONE = frozenset({"author.name", "author.foreign", "consent"})
_LEAST_LABELS = 2
# So many labels with another sign than the others are a remark of the form.
_FIELDS = 3


@dataclass(frozen=True, slots=True)
class FormLetter:
    """What the form has put into a letter: texts by field for each remark.

    `rest` are the lines around it, with `end`, its last line, in its place; `changed` is the line
    that has no place in such a letter, and then there are no remarks.
    """

    remarks: tuple[Mapping[str, str], ...]
    rest: tuple[MailLine, ...]
    changed: str = ""
    end: str = ""


def form_letter(lines: Sequence[MailLine]) -> FormLetter | None:
    """Return what the form of the site has put into a letter; None where it made none of it."""
    known, sign = _labels_of(lines)
    own = [n for n, one in known.items() if one.is_whole and one.name != END]
    ends = [n for n, one in known.items() if one.is_whole and one.name == END]
    if not own or not any(_is_ours(known[n]) for n in (*own, *ends)):
        texts = [line.text for line in lines if not line.is_quoted]
        merged = _merged(texts) or _label_alone(texts)
        return FormLetter((), tuple(lines), merged) if merged else None
    first = own[0]
    end = next((n for n in ends if n >= first), len(lines))
    reading = _FormReading()
    reading.read([(lines[n].text, known.get(n)) for n in _beginning(known, first, end)])
    changed = _changed(lines[first:end], {n - first: one for n, one in known.items()}, sign)
    after = next((lines[n].text for n in (*own, *ends) if n > end), "")
    changed = changed or reading.changed or after
    if end == len(lines) or changed:
        return FormLetter((), tuple(lines), changed or lines[own[-1]].text)
    below = lines[end + known[end].count :]
    rest = (*lines[:first], lines[end], *below)
    return FormLetter(reading.remarks(), rest, end=lines[end].text)


def _merged(texts: Sequence[str]) -> str:
    """Return the line that shows a form without its line breaks or its signs; "" if none does."""
    if found := next(filter(is_form_in_one_line, texts), ""):
        return found
    filled = [text for text in texts if text.strip()]
    return filled[0] if has_fields("\n".join(filled)) else ""


def _label_alone(texts: Sequence[str]) -> str:
    """Return the first label of the form in a letter that lost the others; "" where none is one.

    People, too, begin a line with “Проект:”: two labels are the form's, or one that it alone has.
    """
    labels = [(text, label) for text in texts if (label := label_of(text))]
    own = {one.name for _, one in labels if one.name not in _PEOPLES_TOO or _is_told(one)}
    is_ours = len(own) >= _LEAST_LABELS or own & _FORMS_ALONE
    return labels[0][0] if is_ours else ""


def _is_told(label: FormLabel) -> bool:
    """Return whether a number is that of a comment, or a draft has its id."""
    is_number = label.name == "id" and is_comment_id(label.words)
    return is_number or (label.name == "draft" and _CODE.search(label.words) is not None)


def _labels_of(lines: Sequence[MailLine]) -> tuple[Mapping[int, FormLabel], str]:
    """Return the labels by their lines, and the sign before them.

    Points that people list with another sign are their words.
    """
    texts = [line.text for line in lines]
    found: dict[int, FormLabel] = {}
    at = 0
    while at < len(lines):
        label = None if lines[at].is_quoted else label_at(texts, at)
        if label:
            found[at] = label
        at += label.count if label else 1
    signs = Counter(one.sign for one in found.values() if one.is_whole)
    sign = signs.most_common(1)[0][0] if signs else ""
    points = {n: one for n, one in found.items() if one.sign in PEOPLES and one.sign != sign}
    if len({one.name for one in points.values()}) >= _FIELDS:
        # A whole remark, and no points of people: it is none of ours as it stands.
        found |= {n: replace(one, is_whole=False) for n, one in points.items()}
        points = {}
    own = {
        n: one
        for n, one in found.items()
        if n not in points and (one.is_whole or one.sign != "[" or sign == "[")
    }
    return own, sign


def _beginning(known: Mapping[int, FormLabel], first: int, end: int) -> list[int]:
    """Return the lines from one to another without those over which a label goes on."""
    going = {n + more for n, one in known.items() for more in range(1, one.count)}
    return [n for n in range(first, end) if n not in going]


def _changed(lines: Sequence[MailLine], known: Mapping[int, FormLabel], sign: str) -> str:
    """Return the line between the first label and the end that is nearly a label; "" if none."""
    points = 0
    for n, line in enumerate(lines):
        label = known.get(n)
        points += label is None and is_point(line.text)
        if points > _MOST_POINTS or (label and not label.is_whole):
            return line.text
        bare = line.text.lstrip("> \t\u00a0")
        if line.is_quoted and (label_at([bare], 0) or is_nearly_label(bare, sign)):
            return line.text
        is_near = label is None and not line.is_quoted and is_nearly_label(line.text, sign)
        if is_near or inner_label(line.text, sign):
            return line.text
    return ""


def _is_ours(label: FormLabel) -> bool:
    """Return whether nobody but the form writes such a line: people, too, list their points."""
    is_draft = label.name == "draft" and _CODE.search(label.words) is not None
    return label.sign == "[" or is_draft or label.name == END


@dataclass
class _FormReading:
    """The way through the lines of the form: what was said once, and each remark."""

    changed: str = ""
    _agreed: str = ""
    _once: dict[str, list[str]] = field(default_factory=dict)
    _each: list[dict[str, list[str]]] = field(default_factory=list)

    def read(self, lines: Sequence[tuple[str, FormLabel | None]]) -> None:
        """Read the lines up to the end, each with its label; the first one has one."""
        words: list[str] = []
        name, is_full = "", False
        for line, label in lines:
            if label is not None:
                name, words = label.name, [label.words]
                if not self._put(name, words):
                    self.changed = self.changed or line
                if name == "consent" and _EARLIER_CONSENT.search(line):
                    self._agreed = CONSENTS[0]
            elif name in _OF_WORDS:
                words.append(line)
            elif line.strip() and is_full and not is_point(line):
                words[-1] = f"{words[-1]} {line.strip()}"
            elif line.strip():
                self.changed = self.changed or line
            is_full = len(line) >= _FULL
        if not _CODE.search("".join(self._once.get("draft", ()))) or not self._each:
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
                # Who takes the line of the consent out does not agree.
                for name, words in {"consent": [], **self._once, **one}.items()
            }
            | {CALLED: _before_code(one.get("clause", ())), AGREED: self._agreed}
            for one in self._each
        )


def _before_code(words: Sequence[str]) -> str:
    """Return the words before a code in brackets; "" where there is no code."""
    text = "\n".join(words).strip()
    code = _CODE.search(text)
    return text[: code.start()].strip() if code else ""


def _value(name: str, words: Sequence[str]) -> str:
    """Return what a field says: a code in brackets behind it where there is one, else the words."""
    text = "\n".join(words).strip()
    code = _CODE.search(text) if name in _CODED else None
    return code[1] if code else text
