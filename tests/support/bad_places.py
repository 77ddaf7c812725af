"""What fits the format, but not its place: what is written, and what its author is told."""

from collections.abc import Callable
from pathlib import Path

import builders as b
from bad_files import COMMENT, HISTORY, RESPONSE, REVISION, STANDARD, Bad, content, swap


def _closed_book(root: Path) -> None:
    """Spoil a revision that has comments."""
    b.write(root, REVISION, "schema: [\n")


def _twice(root: Path) -> None:
    tree = b.a_comment(received="2026-11-11")
    b.write(root, b.comment_path(day="2026-11-11"), tree)


def _no_text(root: Path) -> None:
    text = (root / STANDARD).read_text("utf-8").replace(b.STANDARD, "library-card")
    b.write(root, "standards/library-card/standard.yaml", text)


def _remove(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink()


_NOTE = f"standards/{b.STANDARD}/documents/r1-note-ru.pdf"
_PDF, _PAGE = b"%PDF-1.7", b"<html>"
_DIGEST = "sha256:86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b"


def _naming(data: bytes | None, **changes: str) -> Callable[[Path], None]:
    """Name a note in a text, and put these bytes where it belongs."""
    note = {"kind": "other", "language": "ru", "file": "documents/r1-note-ru.pdf", **changes}

    def spoil(root: Path) -> None:
        b.write(root, REVISION, b.a_revision(documents=[note]))
        if data is not None:
            b.write(root, _NOTE, data)

    return spoil


ATTACHED = (
    Bad(
        "a file that is not there",
        _naming(None),
        f"{REVISION}:78:5 F24",
        f"the text names “{_NOTE}”, and there is no such file",
        "put it there, or take it out of the text",
    ),
    Bad(
        "a file that is another",
        _naming(_PDF, digest="sha256:" + 64 * "0"),
        f"{REVISION}:81:5 F25",
        f"“{_NOTE}” is not the file that the text names",
        "put the file back, and give a new one a name of its own; in a text that nobody has seen "
        f"yet write “digest: {_DIGEST}”",
    ),
    Bad(
        "a file without its digest",
        _naming(_PDF),
        f"{REVISION}:78:5 F26",
        f"the text does not say which file “{_NOTE}” is",
        f"write “digest: {_DIGEST}” below it",
    ),
    Bad(
        "a file with the ending of another form",
        _naming(_PAGE),
        f"{REVISION}:78:5 F27",
        f"“{_NOTE}” is not what the ending of its name says",
        "save it in that form, or give it the right ending",
    ),
    Bad(
        "a file that no text names",
        lambda root: b.write(root, _NOTE, _PDF),
        f"{_NOTE}:0:0 F28",
        "no text names this file: it is not on the site, and in the repository everybody can "
        "read it",
        "name it under “documents” of a text or “files” of a clause, or take it away",
    ),
    Bad(
        "a template where nothing reads it",
        lambda root: b.write(root, "site_templates/forms/comment.yaml", "fields: []"),
        "site_templates/forms/comment.yaml:1:1 F29",
        "nothing reads this file: the site is made without it",
        "delete it, or move it into one of these folders: site_templates/mail/, "
        "site_templates/messages/, site_templates/office/, site_templates/pages/, "
        "site_templates/records/, site_templates/service/, site_templates/theme/. The form for "
        "comments cannot be changed here, for letters are read by it; what its fields are called "
        "stands in site_templates/messages/",
    ),
)
FOLDER = (
    swap(
        "a standard of another name",
        STANDARD,
        f"id: {b.STANDARD}",
        "id: death-registration",
        "2:1 F50",
        "the file says id: death-registration, but its place says birth-registration",
        "make the two equal; the folder and the file name are part of the address",
    ),
    swap(
        "a revision of another number",
        REVISION,
        'revision: "1"',
        "revision: 2",
        "2:1 F50",
        "the file says revision: 2, but its place says r1",
        "make the two equal; the folder and the file name are part of the address",
    ),
    content(
        "a history of another standard",
        HISTORY,
        "schema: 1\nstandard: death-registration\n",
        "2:1 F50",
        "the file says standard: death-registration, but its place says birth-registration",
        "make the two equal; the folder and the file name are part of the address",
    ),
    swap(
        "a comment of another day",
        COMMENT,
        '"2026-11-10"',
        '"2026-11-11"',
        "8:1 F50",
        "the file says received: 2026-11-11, but its place says 2026-11-10",
        "make the two equal; the folder and the file name are part of the address",
    ),
    swap(
        "a comment of another name",
        COMMENT,
        f"id: {b.COMMENT}",
        f"id: {b.OTHER_COMMENT}",
        "2:1 F50",
        "the file says id: b3c4d5e6f7, but its place says k7m2p9qx4a",
        "make the two equal; the folder and the file name are part of the address",
    ),
    swap(
        "an answer to another comment",
        RESPONSE,
        b.COMMENT,
        b.OTHER_COMMENT,
        "2:1 F50",
        "the file says comment: b3c4d5e6f7, but its place says k7m2p9qx4a",
        "make the two equal; the folder and the file name are part of the address",
    ),
    swap(
        "a clause id used twice",
        REVISION,
        "id: documents",
        "id: term",
        "60:5 F51",
        "the clause id “term” is used twice in this revision",
        "an id is used once, for ever",
    ),
    Bad(
        "a comment id used twice",
        _twice,
        "comments/birth-registration/r1/2026-11-11/k7m2p9qx4a.yaml:2:1 F52",
        "a comment with this id is already there: "
        "comments/birth-registration/r1/2026-11-10/k7m2p9qx4a.yaml",
        "draw a new id for one of the two",
    ),
    Bad(
        "an answer without a comment",
        _remove(COMMENT),
        "comments/birth-registration/r1/2026-11-10/k7m2p9qx4a.response.yaml:1:1 F53",
        "there is no comment “k7m2p9qx4a” beside this response",
        "put the response beside its comment, with the comment's name",
    ),
    Bad(
        "a comment on an unknown standard",
        lambda r: b.write(
            r,
            f"comments/birth-registraton/r1/2026-11-10/{b.OTHER_COMMENT}.yaml",
            b.a_comment(b.OTHER_COMMENT, standard="birth-registraton"),
        ),
        "comments/birth-registraton/r1/2026-11-10/b3c4d5e6f7.yaml:3:1 F54",
        "there is no standard “birth-registraton”",
        "did you mean “birth-registration”? Standards are the folders of standards/",
    ),
    Bad(
        "a comment on an unknown revision",
        lambda r: b.write(r, *b.a_file_of(b.a_comment(b.OTHER_COMMENT, revision="7"))),
        "comments/birth-registration/r7/2026-11-10/b3c4d5e6f7.yaml:4:1 F55",
        "standard “birth-registration” has no revision r7",
        "nearest: r1",
    ),
    swap(
        "a comment on an unknown clause",
        COMMENT,
        "clause: term",
        "clause: terms",
        "5:1 F56",
        "revision r1 of “birth-registration” has no clause “terms”",
        "did you mean “term”?",
    ),
    swap(
        "a comment after an unknown clause",
        COMMENT,
        "clause: term",
        "clause: {after: docs}",
        "5:1 F56",
        "revision r1 of “birth-registration” has no clause “docs”",
        "did you mean “documents”?",
    ),
    Bad(
        "a comment on a broken revision",
        _closed_book,
        "comments/birth-registration/r1:0:0 F57",
        "left out, because standards/birth-registration/standard.yaml, "
        "revisions/r1.yaml cannot be used",
        "mend that file first",
    ),
    Bad(
        "a standard without a revision",
        _no_text,
        "standards/library-card/standard.yaml:1:1 F58",
        "the standard has no revision, so nothing of it can be shown",
        "write revisions/r1.yaml; “talqy new standard” makes a skeleton",
    ),
    Bad(
        "a letter that lies in the project",
        lambda r: b.write(r, "letters/one.eml", "From: a@example.kz"),
        "letters/one.eml:1:1 F23",
        "a letter or table lies in the project, and what git takes of it everybody can read",
        "move it out of the project, or name its folder in .gitignore; take comments in with "
        "“talqy comment import”",
    ),
)
