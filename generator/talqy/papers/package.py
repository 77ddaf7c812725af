"""The package of a draft: all that the portals and other bodies are sent, in one archive.

Texts, explanatory note, comparison table, notice, certificate of posting, the form of the portal,
the documents that the authority has, and the report once there is one; with their digests.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from talqy.diff.table_file import table_file
from talqy.drafts.text_copies import TextCopy
from talqy.drafts.text_files import copies, printed, written
from talqy.errors import Named, Saying
from talqy.language.edition import Edition
from talqy.model.digest import digest_of_bytes
from talqy.model.register import Record
from talqy.model.revision import DraftDocument, Revision
from talqy.office.packages import packed, part_of
from talqy.papers.certificate import certificate
from talqy.papers.explanatory_note import NOTE, explanatory_note
from talqy.papers.notice import notice
from talqy.papers.paper import Paper
from talqy.papers.summary_form import summary_form, summary_html
from talqy.project.attached import attached_bytes, pictures_of
from talqy.report.file import report_file
from talqy.report.spoken import published_report, said_report
from talqy.rules.for_portal import empty_rows, one_sided, rows_named
from talqy.site.downloads import said_table

DOCX, PDF = "docx", "pdf"
_DIGESTS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a package; `kind` is what it is, `make` gives its bytes."""

    name: str
    kind: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class DraftPackage:
    """What a package is made of: a text in the languages of editions, and the forms of its files.

    `root` is the folder of the project, in which the documents of the draft lie.
    """

    editions: Sequence[Edition]
    record: Record
    text: Revision
    root: Path
    forms: Sequence[str] = (DOCX, PDF)

    @property
    def name(self) -> str:
        """The name of the archive."""
        return f"{self.record.id}-r{self.text.revision}-package.zip"

    @property
    def older(self) -> Revision | None:
        """The text against which it is told: the one that people have before its base."""
        return next(iter(self.editions[0].told_against(self.record, self.text)), None)

    def copies(self) -> Iterator[TextCopy]:
        """Yield the texts for signature, one in each language."""
        pictures = pictures_of(self.root, self.record, (self.text,))
        yield from copies(
            self.editions, self.record, self.text, None, is_to_edit=False, pictures=pictures
        )

    def files(self) -> Iterator[PackedFile]:
        """Yield all files, none of them made yet."""
        for copy in self.copies():
            for form in self.forms:
                make = partial(printed if form == PDF else written, copy)
                yield PackedFile(f"text.{copy.languages[0]}.{form}", "text", make)
        for paper in self._papers():
            for form in self.forms:
                make = partial(paper.file, form, self.editions[0].layouts)
                yield PackedFile(f"{paper.name}.{paper.language}.{form}", paper.name, make)
        if self.older:
            for form in self.forms:
                make = partial(self._table, self.older, form)
                yield PackedFile(f"comparison-table.{form}", "comparison-table", make)
        yield from self._summaries()
        for one in self.text.documents:
            if one.file:
                name = f"{one.kind}/{one.file.rpartition('/')[2]}"
                yield PackedFile(
                    name,
                    f"document:{one.kind}",
                    partial(attached_bytes, self.root, self.record, one),
                )
        yield from self._reports()

    def missing(self) -> Iterator[Saying]:
        """Yield what the portals ask for, and the draft does not have."""
        if empty := empty_rows(self.text):
            yield Saying(
                "rows of the portal's form are empty: {fields}", {"fields": rows_named(empty)}
            )
        languages = [edition.code for edition in self.editions]
        for _, one, lacking in one_sided(self.text, languages):
            names = self.editions[0].locale.codes.named("draft-document", one.kind)
            yield Saying(
                "a document ({kind}) is there in one language, and not in: {languages}",
                {"kind": Named(names), "languages": ", ".join(lacking)},
            )
        if self.text.consultation is None:
            yield Saying("the days of the discussion are not known, so there is no notice of it")

    def archive(self, beside: Sequence[PackedFile] = ()) -> bytes:
        """Return the archive, with files that lie `beside` those of its own.

        The same files make the same bytes.
        """
        own = {one.name: one for one in (*self.files(), *beside)}
        files = list(own.values())
        made = {one.name: one.make() for one in files}
        digests = {
            name: digest_of_bytes(data).removeprefix("sha256:") for name, data in made.items()
        }
        listed = {
            _DIGESTS: "".join(f"{digest}  {name}\n" for name, digest in digests.items()),
            **{
                f"contents.{edition.code}.txt": self.contents(edition, files)
                for edition in self.editions
            },
        }
        parts = {**made, **{name: text.encode() for name, text in listed.items()}}
        return packed({name: part_of(data) for name, data in parts.items()})

    # --- its files -------------------------------------------------------------------------------

    def _papers(self) -> Iterator[Paper]:
        """Yield the papers; an explanatory note only where the authority has none of its own."""
        has_note = any(one.kind == NOTE for one in self.text.documents)
        for edition in self.editions:
            if not has_note:
                yield explanatory_note(edition, self.record, self.text)
        for say in (notice, certificate):
            for edition in self.editions:
                if paper := say(edition, self.record, self.text):
                    yield paper

    def _summaries(self) -> Iterator[PackedFile]:
        for edition in self.editions:
            paper = summary_form(edition, self.record, self.text)
            name = f"{paper.name}.{edition.code}"
            make = partial(paper.file, DOCX, edition.layouts)
            yield PackedFile(f"{name}.{DOCX}", paper.name, make)
            page = partial(summary_html, edition, self.record, self.text)
            yield PackedFile(f"{name}.html", f"{paper.name}:html", page)

    def _table(self, older: Revision, form: str) -> bytes:
        tables = [said_table(one, self.record, older, self.text) for one in self.editions]
        return table_file(form, tables, self.editions[0].layouts)

    def _reports(self) -> Iterator[PackedFile]:
        first = self.editions[0]
        report = published_report(first, self.record, self.text)
        if report is None:
            return
        spoken = [said_report(edition, report, edition.site_url) for edition in self.editions]
        locales = [edition.locale for edition in self.editions]
        for form in self.forms:
            make = partial(report_file, form, spoken, locales, first.layouts)
            yield PackedFile(f"report.{form}", "report", make)

    # --- the list of them ------------------------------------------------------------------------

    def contents(self, edition: Edition, files: Sequence[PackedFile]) -> str:
        """Return what each file is, in lines; documents at an address are named with it."""
        locale = edition.locale
        titles, kinds = edition.title(self.record), _kinds(edition)
        lines = [
            locale.words(
                "Package of the draft “{title}”, revision {n}", title=titles, n=self.text.revision
            ),
            "",
            *(f"{one.name} – {_said(edition, kinds, one.kind)}" for one in files),
            f"{_DIGESTS} – {locale.words('check sums of the files (SHA-256)')}",
            *(f"{one.url} – {_title(edition, one)}" for one in self.text.documents if one.url),
        ]
        return "\n".join(lines) + "\n"


def _kinds(edition: Edition) -> Mapping[str, str]:
    words = edition.locale.words
    return {
        "text": words("the text for signature"),
        "comparison-table": words("the comparison table"),
        NOTE: words("the explanatory note"),
        "notice": words("the notice for a printed edition"),
        "certificate-of-posting": words("the certificate of posting"),
        "summary-form": words("the form of the state portal"),
        "summary-form:html": words("the form of the state portal, to be copied into it"),
        "report": words("the report on completion of the discussion"),
    }


def _said(edition: Edition, kinds: Mapping[str, str], kind: str) -> str:
    own = kind.removeprefix("document:")
    return kinds[kind] if own == kind else edition.locale.coded("draft-document", own)


def _title(edition: Edition, one: DraftDocument) -> str:
    if one.title:
        return edition.locale.plain(one.title)
    return edition.locale.coded("draft-document", one.kind)
