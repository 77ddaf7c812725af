"""One letter, read: its author's own words, its day, and all that a person must know of it.

Both forms of a letter are read, the plain text and the page; what is published is the page as it is
seen, and where the two say different things, a person decides.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from email.message import Message

from talqy.comments.letter_signs import ATTACHED
from talqy.comments.lost_letters import destroyed, mixed_alphabets
from talqy.comments.pointing import points_to_file
from talqy.comments.table_heads import Columns, field_of
from talqy.errors import Listed, Saying, Spoken
from talqy.intake import import_kinds, row_kinds
from talqy.intake import mail_signs as signs
from talqy.intake.clause_mentions import clauses_spoken_of
from talqy.intake.form_letter import FormLetter, form_letter
from talqy.intake.form_names import charset_words, file_words, machine_words
from talqy.intake.form_remarks import more_than_greetings, of_remark
from talqy.intake.mail_cut import is_cut_off, is_page_cut_off
from talqy.intake.mail_heads import day_of_receipt, head, is_reply, machine_sign, sensitivity
from talqy.intake.mail_parts import Body, MailParts, parts_of
from talqy.intake.mail_tables import PageTables, are_rows_of_clauses, with_tables
from talqy.intake.mail_text import assumed, charset_named, decoded, lines_of_text, unsigned
from talqy.intake.own_words import Doubt, OwnWords, own_words
from talqy.intake.submission import Submission
from talqy.intake.table import ReadTable
from talqy.intake.two_forms import odd_words
from talqy.model.problem import Kind, Problem
from talqy.office.grids import Place, Row, at
from talqy.office.mail_page import MOST_SIGNS, MailLine, MailPage, read_page

_DOUBTS: dict[Doubt, Kind] = {
    Doubt.FORWARDED: import_kinds.FORWARDED,
    Doubt.UNCLEAR: import_kinds.UNCLEAR_WORDS,
    Doubt.NAME: import_kinds.NAME_AT_END,
}
# Shorter letters that only name their subject say that it stands in the document beside them.
_COVERING = 120
_LONGEST_NAMED = 80
_LONGEST_STRUCK = 200


def letter_of(
    message: Message, data: bytes, place: Place, timezone: str, columns: Columns | None = None
) -> ReadTable:
    """Return what a message says, and the rows of tables of comments in it.

    `data` are its bytes, whose digest tells the original.
    """
    reading = _Letter(message, place, hashlib.sha256(data).hexdigest())
    if is_cut_off(message, data):
        reading.note(import_kinds.CUT_OFF)
    words = reading.words()
    day = day_of_receipt(message, timezone)
    received = {"received": day} if day else {}
    letter = Submission(
        place=place,
        said={"text": words.text, **received},
        source="message",
        origin=head(message, "Message-ID"),
        notes=tuple(reading.notes),
        left_out=words.left_out,
        subject=head(message, "Subject"),
        titles=clauses_spoken_of(head(message, "Subject")),
    )
    if reading.remarks:
        return ReadTable(tuple(of_remark(letter, one, received) for one in reading.remarks))
    return with_tables(letter, PageTables(reading.tables, reading.digest), columns)


@dataclass
class _Letter:
    """What is found out about one message: its author's words, and what a person must know."""

    message: Message
    place: Place
    digest: str
    notes: list[Problem] = field(default_factory=list)
    tables: list[tuple[int, tuple[Row, ...]]] = field(default_factory=list)
    remarks: tuple[Mapping[str, str], ...] = ()
    _struck: list[str] = field(default_factory=list)
    _hidden: list[str] = field(default_factory=list)
    _pictures: int = 0
    _is_signed: bool = False

    def words(self) -> OwnWords:
        """Return the words of the author, and note all that a person must know."""
        parts = parts_of(self.message)
        own = self._of_bodies(parts.bodies)
        subject = head(self.message, "Subject")
        if sign := machine_sign(self.message):
            self.note(import_kinds.MACHINE, sign=machine_words(sign), head=sign)
            if parts.files:
                self.note(import_kinds.ATTACHMENTS, names=_listed(parts.files))
            return own
        if own.doubt:
            self.note(_DOUBTS[own.doubt], line=_short(own.line))
        elif parts.messages:
            self.note(import_kinds.FORWARDED, line=_short(", ".join(parts.messages)))
        elif own.text and signs.FORWARDING.match(subject):
            self.note(import_kinds.FORWARDED, line=_short(subject))
        elif not own.text and not self.notes:
            self.note(import_kinds.NO_WORDS)
        if marked := sensitivity(self.message):
            self.note(row_kinds.SET_ASIDE, words=marked)
        self._look_at_words(own)
        self._look_at_files(own.text, parts)
        return own

    def _of_bodies(self, bodies: Sequence[Body]) -> OwnWords:
        """Read the texts of a letter as pages where they are such, and as plain texts."""
        plain = [self._plain(body.plain) if body.plain is not None else [] for body in bodies]
        pages = [self._page(body.page) if body.page is not None else [] for body in bodies]
        answers = is_reply(self.message)
        shown = [page or text for page, text in zip(pages, plain, strict=True)]
        is_twice = any(
            _has_words(page) and _has_words(text) for page, text in zip(pages, plain, strict=True)
        )
        others = [text or page for page, text in zip(pages, plain, strict=True)]
        if form := form_letter(_one_below_the_other(shown)):
            if is_twice:
                self._compare(form, _one_below_the_other(others), is_reply=answers)
            return self._of_form(form, is_reply=answers)
        own = own_words(_one_below_the_other(shown), is_reply=answers)
        whole = own
        if self.tables and len(bodies) > 1:  # whose numbers its tables have is not plain
            self.note(import_kinds.TABLE_IN_LETTER)
            self.tables.clear()
        if self.tables:
            outside = [PageTables(self.tables).without(lines) for lines in shown]
            own = own_words(_one_below_the_other(outside), is_reply=answers)
        if not is_twice:
            return own
        other = own_words(_one_below_the_other(others), is_reply=answers)
        if not (whole.doubt or other.doubt):
            self._told_apart(whole.text, other.text)
        return own

    def _compare(self, form: FormLetter, plain: Sequence[MailLine], *, is_reply: bool) -> None:
        """Compare the form on the page with the plain text, which is the same form or is none."""
        other = form_letter(plain)
        if other and not (other.changed or form.changed):
            self._told_apart(
                *(
                    f"{_filled_in(one)}\n{own_words(one.rest, is_reply=is_reply).text}"
                    for one in (form, other)
                )
            )
        elif not form.changed:
            rest = own_words(form.rest, is_reply=is_reply).text
            whole = own_words(plain, is_reply=is_reply).text
            self._told_apart(f"{_filled_in(form)}\n{rest}", whole)

    def _told_apart(self, page: str, plain: str) -> None:
        """Note where page and plain text say different things."""
        if odd := odd_words(page, plain, (*self._struck, *self._hidden)):
            self.note(import_kinds.FORMS_DIFFER, words=odd)

    def _of_form(self, form: FormLetter, *, is_reply: bool) -> OwnWords:
        """Take what the form of the site has put into the letter; what stands around it is told."""
        self.remarks = form.remarks
        self.tables.clear()
        if form.changed:
            self.note(import_kinds.FORM_CHANGED, line=_short(form.changed))
            return own_words(form.rest, is_reply=is_reply)
        around = own_words(form.rest, is_reply=is_reply)
        beside = [line for line in around.text.splitlines() if line.strip() != form.end.strip()]
        if told := " ".join(more_than_greetings(beside)):
            self.note(import_kinds.BESIDE_FORM, line=_short(told))
        said = " ".join(remark.get("text", "") for remark in form.remarks)
        outside = (*beside, *around.left_out)
        return OwnWords(said, tuple(line for line in outside if line.strip()))

    def _plain(self, part: Message) -> list[MailLine]:
        text = self._decoded(part)
        own = unsigned(text)
        self._is_signed = self._is_signed or own != text
        return lines_of_text(part, own)

    def _page(self, part: Message) -> list[MailLine]:
        written = self._decoded(part)
        if is_page_cut_off(written):
            self.note(import_kinds.CUT_OFF)
        page: MailPage = read_page(written)
        if page.odd:
            self.note(import_kinds.NOT_READ_AS_TEXT, names=", ".join(page.odd))
        self._tables_of(page)
        self._struck += page.struck
        self._hidden += page.hidden
        self._pictures += page.pictures
        return list(page.lines) if _has_words(page.lines) else []

    def _tables_of(self, page: MailPage) -> None:
        """Take the tables of comments, all of them: where one cannot be read, a person must."""
        found = [
            (number, rows)
            for number, (heads, rows) in enumerate(zip(page.heads, page.tables, strict=True), 1)
            if _are_of_comments(heads)
        ]
        headless = any(map(are_rows_of_clauses, page.tables)) and not found
        if all(rows for _, rows in found) and not headless:
            self.tables += found
        else:
            self.note(import_kinds.TABLE_IN_LETTER)

    def _decoded(self, part: Message) -> str:
        text = decoded(part)
        if text is None and (likely := assumed(part)):
            charset, text = likely
            self.note(import_kinds.CHARSET_ASSUMED, charset=charset_words(charset))
        if text is None:
            self.note(import_kinds.CHARSET, reason=_unreadable(charset_named(part)))
        elif len(text) > MOST_SIGNS:
            self.note(import_kinds.TOO_LONG)
        return (text or "")[:MOST_SIGNS]

    def _look_at_words(self, found: OwnWords) -> None:
        if word := destroyed(found.text):
            self.note(import_kinds.LETTERS_OF_MESSAGE, word=word)
        if word := mixed_alphabets(found.text):
            self.note(row_kinds.LETTERS_MIXED, word=word)
        if self._struck and found.text:
            words = "; ".join(self._struck)
            self.note(import_kinds.STRUCK_IN_LETTER, words=words[:_LONGEST_STRUCK])
        if self._hidden and found.text:
            words = "; ".join(self._hidden)
            self.note(import_kinds.HIDDEN_IN_LETTER, words=words[:_LONGEST_STRUCK])
        if found.left_out and found.text:
            self.note(import_kinds.LEFT_OUT, count=len(found.left_out))

    def _look_at_files(self, text: str, parts: MailParts) -> None:
        names = [*parts.files, *parts.pictures, *[file_words("", "image/")] * self._pictures]
        signatures = [*parts.signatures, *["PGP"] * self._is_signed]
        told = _listed([*names, *signatures])
        if words := _of_attachment(text, has_files=bool(parts.files), has_any=bool(names)):
            self.note(import_kinds.ATTACHMENT_MEANT, words=words, names=told)
        elif names or signatures:
            self.note(import_kinds.ATTACHMENTS, names=told)
        if parts.is_cut:
            self.note(import_kinds.TOO_LONG)

    def note(self, kind: Kind, **values: object) -> None:
        """Note what a person must know, each kind once."""
        if all(note.kind != kind for note in self.notes):
            self.notes.append(at(kind, self.place, digest=self.digest, **values))


def _of_attachment(text: str, *, has_files: bool, has_any: bool) -> str:
    """Return the words that speak of an attachment; more of them do where something came along."""
    spoken = ATTACHED.search(text)
    if not spoken and has_any:
        spoken = signs.MAY_BE_ATTACHED.search(text)
    if not spoken and has_files and len(text) < _COVERING:
        spoken = signs.COVERING.search(text)
    if spoken:
        return spoken[0]
    return _short(text) if points_to_file(text) else ""


def _one_below_the_other(texts: Iterable[Sequence[MailLine]]) -> list[MailLine]:
    lines: list[MailLine] = []
    for text in texts:
        lines += [MailLine(""), *text] if lines and text else text
    return lines


def _listed(files: Sequence[str | Spoken]) -> Listed:
    """Return files in one gap of a message; the same words are said once."""
    once = [file for at, file in enumerate(files) if file not in files[:at]]
    return Listed(tuple(once) or ("–",), ", ")


def _filled_in(form: FormLetter) -> str:
    """Return all that the form has put into a letter, one below the other."""
    return "\n".join(text for remark in form.remarks for text in remark.values())


def _has_words(lines: Iterable[MailLine]) -> bool:
    return any(line.text.strip() for line in lines)


def _are_of_comments(heads: Sequence[str]) -> bool:
    """Return whether the first row of a table has the heads of a table of comments."""
    return len({"clause", "text", "proposal"}.intersection(map(field_of, heads))) > 1


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_NAMED]


def _unreadable(charset: str) -> Saying:
    """Return why the letters of a message are not known."""
    if not charset:
        return Saying("the message does not say in which charset it is written")
    return Saying("the message is not written in {charset}, as it says", {"charset": charset[:40]})
