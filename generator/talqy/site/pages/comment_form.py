"""The form for a comment: its fields with their labels and choices, and the letters it makes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from talqy.comments.form_words import UNKNOWN, code_of, language_of
from talqy.language.clause_sayings import clause_name, unit_words
from talqy.language.edition import Edition
from talqy.language.sayings import kind_name
from talqy.model import addresses
from talqy.model.comment import AUTHORS_SAID, WHOLE, WISHES_SAID
from talqy.model.project import Authority
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.qr_code import qr_code
from talqy.project.comment_form import FormField, comment_form, label_in_letter

_END = "end"
_ENGLISH = "en"
_DRAFT = "draft"
_ID = "id"
_ASKED = frozenset({"clause", "kind"})
_IN_READY_MAIL = frozenset(
    {_DRAFT, "clause", "kind", "text", "proposal", "language", "author.name", "consent"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFieldView:
    """One field of the form; `id` is that of its control, `choices` are codes with their names.

    `asked` is what an empty first choice says where something must be chosen.
    """

    name: str
    id: str
    control: str
    label: str
    hint: str
    is_needed: bool
    is_once: bool
    rows: int
    most: int
    choices: tuple[tuple[str, str], ...]
    asked: str
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFormView:
    """What the form for a comment is made of.

    `draft` is standard and revision, `labels` what stands before each field of a letter, `coded`
    the fields whose words have a code behind them there, `texts` the texts of the clauses by their
    ids, `subjects` what letters are called by what they are about, `warned` the patterns of which
    the page warns (all five JSON); `action` is where the form posts, and `host` whose that is: both
    are empty where no service takes it in. `email`, `address` and `qr` are empty where there is
    none.
    """

    draft: str
    title: str
    fields: tuple[FormFieldView, ...]
    labels: str
    coded: str
    texts: str
    warned: str
    subjects: str
    email: str
    address: Markup
    authority: Markup
    action: str
    host: str
    page: str
    qr: Markup


def comment_form_view(edition: Edition, record: Record, revision: Revision) -> CommentFormView:
    """Make the form for one text; it prints in the language of the page."""
    project = edition.register.project
    authority = project.authorities.get(record.standard.authority)
    page = f"{edition.site_url}{edition.at(addresses.participate(record.id)).full}"
    action = project.intake.url if project.intake else ""
    fields = tuple(_field(edition, revision, one) for one in comment_form().fields)
    return CommentFormView(
        draft=_draft(record, revision),
        title=_title(edition, record),
        fields=fields,
        labels=_json(labels(edition)),
        coded=_json([one.name for one in fields if not _are_read_back(edition, one)]),
        texts=_json({clause.id: _text(edition, clause.text) for clause in revision.walk()}),
        warned=_json(dict(comment_form().warned)),
        subjects=_json({one: _subject(edition, record, revision, one) for one in _about(revision)}),
        email=(authority.email or "") if authority else "",
        address=edition.locale.say(authority.address) if authority else Markup(),
        authority=edition.authority(record.standard.authority, short=False),
        action=action,
        host=urlsplit(action).hostname or "",
        page=page,
        qr=Markup(qr_code(page).decode()) if edition.site_url else Markup(),  # noqa: S704 - ours
    )


def ready_mail(
    edition: Edition,
    record: Record,
    revision: Revision,
    authority: Authority | None,
    clause: str,
) -> str:
    """Return the address of a letter about one clause: its subject, and a body to be filled in.

    It is short, because Chrome opens no mail program on Windows where an address has more than
    2,046 signs. Nobody agrees by a word that was there already, so the consent is left to be
    written.
    """
    if authority is None or not authority.email:
        return ""
    subject = _subject(edition, record, revision, clause)
    draft = f"{_title(edition, record)} ({_draft(record, revision)})"
    known = {_DRAFT: draft, "clause": _named(edition, revision, clause)}
    lines = [
        f"{label}: {known.get(name, '')}".rstrip()
        for name, label in _in_letter(edition)
        if name in _IN_READY_MAIL
    ]
    body = "\r\n".join([*lines, "", labels(edition)[_END]])
    to = quote(authority.email, safe="@.+-")
    return f"mailto:{to}?subject={quote(subject)}&body={quote(body)}"


def labels(edition: Edition) -> Mapping[str, str]:
    """Return what stands before each field of a letter, by name, and what ends the letter."""
    return edition.in_own.once("labels of a letter", (), lambda: _labels(edition))


def _labels(edition: Edition) -> Mapping[str, str]:
    words = edition.locale.words
    said = {_DRAFT: words("Draft"), _ID: words("Number"), _END: words("End of the letter")}
    said |= _said_by_author(edition)
    return {name: label_in_letter(name, label) for name, label in said.items()}


def _are_read_back(edition: Edition, one: FormFieldView) -> bool:
    """Return whether the names of all choices of a field are told apart by whoever reads them."""
    lists = {"kind": "comment-kind", "author.kind": "author-kind"}
    codes = edition.register.codes
    if one.name == "language":
        return all(language_of(words) == code for code, words in one.choices)
    return one.name != "clause" and all(
        code_of(lists[one.name], words, codes) == code for code, words in one.choices
    )


def _in_letter(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield names and labels in the order of a letter: first what is said once."""
    said = labels(edition)
    fields = comment_form().fields
    yield _DRAFT, said[_DRAFT]
    yield from ((one.name, said[one.name]) for one in fields if one.once)
    yield from ((one.name, said[one.name]) for one in fields if not one.once)


def _said_by_author(edition: Edition) -> Mapping[str, str]:
    """Return what stands before each field in a letter: its author says it to the authority."""
    words = edition.locale.words
    return {
        "clause": words("What it is about"),
        "kind": words("Kind of comment"),
        "quote": words("Words of the draft"),
        "text": words("My comment"),
        "proposal": words("The wording that I ask for"),
        "language": words("Language of the comment"),
        "author.kind": words("The author"),
        "author.name": words("My name (it may be published)"),
        "author.foreign": words("Foreign or stateless"),
        "consent": words("I agree to publication (consent 2: in full and for good)"),
    }


def _label(edition: Edition, name: str) -> str:
    """Return what the page asks for at a field."""
    words = edition.locale.words
    return {
        "clause": words("What it is about"),
        "kind": words("Kind of comment"),
        "quote": words("Words of the draft"),
        "text": words("Your comment"),
        "proposal": words("The wording that you ask for"),
        "language": words("In which language you write"),
        "author.kind": words("Who writes"),
        "author.name": words("Your name, if it may be published"),
        "author.foreign": words("The author is foreign or stateless"),
        "consent": words("I agree to publication"),
    }[name]


def _hint(edition: Edition, name: str) -> str:
    words = edition.locale.words
    return {
        "quote": words("If you speak of certain words, copy them here."),
        "text": words("What seems right to you, what does not, and how it was with you."),
        "proposal": words("Write it as you would put it: ready words are easier to answer."),
        "author.name": words("Without a name the comment has the same rights."),
    }.get(name, "")


def _field(edition: Edition, revision: Revision, one: FormField) -> FormFieldView:
    choices = tuple(_choices(edition, revision, one.name))
    first = {"language": edition.code}.get(one.name, "")
    return FormFieldView(
        name=one.name,
        id=f"say-{one.name.replace('.', '-')}",
        control=one.control,
        label=_label(edition, one.name),
        hint=_hint(edition, one.name),
        is_needed=one.needed,
        is_once=one.once,
        rows=one.rows,
        most=one.most,
        choices=choices,
        asked=edition.locale.words("Choose from the list") if one.name == "clause" else "",
        # Who supports a draft must not become, unseen, one who asks for a change of it; nor may
        # words about one clause become, unseen, some about the draft as a whole.
        chosen=first or (choices[0][0] if choices and one.name not in _ASKED else ""),
    )


def _choices(edition: Edition, revision: Revision, name: str) -> Iterator[tuple[str, str]]:
    locale = edition.locale
    if name == "clause":
        yield WHOLE, _plain(clause_name(locale, revision, None))
        for clause in revision.walk():
            yield clause.id, _plain(clause_name(locale, revision, clause.id))
    elif name == "kind":
        yield from ((code, locale.coded("comment-kind", code)) for code in WISHES_SAID)
    elif name == "author.kind":
        yield from ((code, kind_name(locale, code)) for code in AUTHORS_SAID)
    elif name == "language":
        known = (*edition.register.project.languages, _ENGLISH, UNKNOWN)
        yield from ((code, locale.language_name(code)) for code in dict.fromkeys(known))


def _named(edition: Edition, revision: Revision, clause: str) -> str:
    """Name a clause in a letter: by its number, and by its id, which is what counts."""
    number = "" if clause == WHOLE else _number(edition, revision, clause)
    return f"{number} ({clause})".strip()


def _number(edition: Edition, revision: Revision, name: str) -> str:
    clause = revision.clause(name)
    return clause.number_in(edition.code) if clause else ""


def _about(revision: Revision) -> Iterator[str]:
    """Yield what a letter may be about: several clauses (""), the whole text, each clause."""
    yield from ("", WHOLE)
    yield from (clause.id for clause in revision.walk())


def _subject(edition: Edition, record: Record, revision: Revision, clause: str) -> str:
    """Return the subject of a letter in words; draft and clause end it for whoever takes it in."""
    found = revision.clause(clause)
    named = [_title(edition, record), *([unit_words(edition.locale, found)] if found else [])]
    code = f"{_draft(record, revision)} {clause}".strip()
    about = f"{', '.join(filter(None, named))} ({code})"
    return edition.locale.words("Comment: {about}", about=about)


def _title(edition: Edition, record: Record) -> str:
    return edition.locale.plain(record.standard.short_title or record.standard.title)


def _draft(record: Record, revision: Revision) -> str:
    return f"{record.id} r{revision.revision}"


def _text(edition: Edition, text: Mapping[str, str] | None) -> str:
    return edition.locale.plain(text) if text else ""


def _plain(words: Markup | str) -> str:
    return words.striptags() if isinstance(words, Markup) else words


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
