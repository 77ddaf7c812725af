"""All addresses of the site. The same in every language; the language stands in front."""

import re
from dataclasses import dataclass

HOME = ""
REGISTER = "standards/"
STATISTICS = "statistics/"
DATA = "data/"
REVIEWERS = "reviewers/"
DUE_FILE = f"{REVIEWERS}due.csv"
"""What is owed, as a table, in the language of the site around it."""
STANDING_FILE = f"{REVIEWERS}stands.csv"
"""The comments that came in time, were not accepted, and whose words stand, as a table."""
VERIFY = "verify/"
SEARCH = "search/"
HOW_IT_WORKS = "how-it-works/"
MANUAL = "manual/"
ACCESSIBILITY = "accessibility/"
PERSONAL_DATA = "personal-data/"
NOT_MINE = "not-mine/"
"""The page on comments that came in many copies, or in the name of another person."""
SAY = "say"
"""The anchor of the form on the page that says how to comment, while comments are taken."""
NEWS = "news/"
FEED = "feed.xml"
CALENDAR = "calendar.ics"
SITEMAP = "sitemap.xml"
ROOTS = "data/roots.json"
"""The file of the roots of all records; it belongs to no language."""
CATALOGUE = "data/catalogue"
"""The catalogue of the open data, without its ending."""
ARCHIVE = "data/archive.zip"
"""Everything as one archive, where the project wants one."""
DATA_PACKAGE = "data/datapackage.json"
"""What the tables of the open data are, for programs that read tables."""
SHAPES = "data/shapes.ttl"
"""What the descriptions of services are held to."""


def register(name: str = "", code: str = "", number: int = 1) -> str:
    """Return a page of the register: of all standards, or of those that a filter lets through.

    A filter is an authority, a life event or a stage, by its name and the code of its choice.
    """
    below = f"{name}/{code}/" if name else ""
    return f"{REGISTER}{below}{f'{number}/' if number > 1 else ''}"


def register_rows(number: int = 1) -> str:
    """Return a file of the rows of the register in one language, for the script of its pages."""
    return f"{REGISTER}rows{f'/{number}' if number > 1 else ''}.json"


def search_titles(number: int = 1) -> str:
    """Return a page of all titles, where the page of search has no room for them."""
    return f"{SEARCH}titles/{f'{number}/' if number > 1 else ''}"


def statistics(code: str, number: int = 1) -> str:
    """Return the page of what a figure of the statistics counts."""
    return f"{STATISTICS}{code}/{f'{number}/' if number > 1 else ''}"


def quarter(name: str) -> str:
    """Return the page of the figures of a quarter, which is named as 2026-4."""
    return f"{STATISTICS}{name}/"


def quarter_file(name: str) -> str:
    """Return the table of the figures of a quarter in the language of the site around it."""
    return f"{quarter(name)}figures.csv"


def quarter_workbook(name: str) -> str:
    """Return the workbook of the figures of a quarter in all languages, from the root."""
    return f"data/quarters/{name}.xlsx"


def finding_file(code: str, form: str, digest: str = "") -> str:
    """Return the file of one finding of the statistics, in the language of the site around it.

    A picture is named by a digest of what it shows.
    """
    return f"{STATISTICS}{code}-{digest}.{form}" if digest else f"{STATISTICS}{code}.{form}"


def data_of(name: str) -> str:
    """Return the file of all data of a standard; it belongs to no language."""
    return f"data/standards/{name}.json"


def data_table(table: str, name: str = "") -> str:
    """Return the file of a table of open data, or of its rows of one standard; without an ending.

    It belongs to no language. What has no room in it lies in a folder of its name, numbered.
    """
    return f"data/{table}/{name}" if name else f"data/{table}"


def office_table(table: str, name: str = "") -> str:
    """Return a table for people, of one standard or of all, without its ending.

    It is in the language of the site around it.
    """
    return f"{comments(name)}{table}" if name else f"{DATA}{table}"


def data_of_service(name: str, form: str) -> str:
    """Return the description of a service in force, as linked data; it belongs to no language."""
    return f"data/services/{name}.{form}"


def data_schema(name: str) -> str:
    """Return the JSON Schema of a kind of file of the open data; it belongs to no language."""
    return f"data/schemas/{name}.schema.json"


def sitemap_part(name: str, number: int) -> str:
    """Return a file of the pages of a standard, or of all others where there is no name."""
    return f"sitemap.{f'{name}.' if name else ''}{number}.xml"


def is_sitemap(path: str) -> bool:
    """Return whether a file of the site is one of these, or leads to them."""
    return re.fullmatch(r"sitemap(?:\.[^/]+)?\.xml", path) is not None


def receipt_file(name: str, comment: str, form: str) -> str:
    """Return the file of a comment's receipt; it belongs to no language."""
    return f"data/receipts/{name}/{comment}.{form}"


def document_file(name: str, file: str) -> str:
    """Return a file that a text of a standard names; it belongs to no language."""
    return f"data/{file.replace('/', f'/{name}/', 1)}"


def standard(name: str) -> str:
    """Return the page of a standard: its draft while people talk of it, else its text in force."""
    return f"s/{name}/"


def share_picture(name: str, digest: str) -> str:
    """Return the picture of a standard that is shown with a shared link."""
    return f"s/{name}/share-{digest}.png"


def share_picture_of_site(digest: str) -> str:
    """Return the picture of the whole site that is shown with a link to its first page."""
    return f"share-{digest}.png"


def revision(name: str, number: int) -> str:
    """Return the page of one frozen text."""
    return f"s/{name}/r{number}/"


def akoma_ntoso(name: str, number: int) -> str:
    """Return the file of a text for law machines, in the language of the site around it."""
    return f"{revision(name, number)}text.akn.xml"


def compare(name: str, older: int, newer: int) -> str:
    """Return the page that compares two texts."""
    return f"s/{name}/r{older}-r{newer}/"


def comparison_table(name: str, older: int, newer: int, form: str) -> str:
    """Return the file of a comparison table in the language of the site around it."""
    return f"{compare(name, older, newer)}comparison-table.{form}"


def comparison_table_in_all(name: str, older: int, newer: int, form: str) -> str:
    """Return the file of a comparison table in all languages, from the root of the site."""
    return f"data/tables/{name}-r{older}-r{newer}.{form}"


def report(name: str, number: int, page: int = 1) -> str:
    """Return the page of the report on the discussion of a text; a long one has several."""
    return f"s/{name}/report/r{number}/{f'{page}/' if page > 1 else ''}"


def report_file(name: str, number: int, form: str) -> str:
    """Return the file of a report in the language of the site around it."""
    return f"{report(name, number)}report.{form}"


def report_file_in_all(name: str, number: int, form: str) -> str:
    """Return the file of a report in all languages, from the root of the site."""
    return f"data/reports/{name}-r{number}.{form}"


def clause_history(name: str, clause: str) -> str:
    """Return the page of one clause through all revisions."""
    return f"s/{name}/history/{clause}/"


def comments(name: str) -> str:
    """Return the page of a standard's comments."""
    return f"s/{name}/comments/"


def comment(name: str, comment: str) -> str:
    """Return the page of one comment."""
    return f"s/{name}/c/{comment}/"


def comments_of(name: str, group: str, number: int = 1) -> str:
    """Return a page of those comments on a standard that have something in common."""
    return f"{comments(name)}{group}/{f'{number}/' if number > 1 else ''}"


def comment_anchor(comment: str) -> str:
    """Return a comment's anchor on that page; the same for ever."""
    return f"c-{comment}"


def comments_anchor(revision_number: int, clause: str | None) -> str:
    """Return the anchor of the comments on one clause of one revision."""
    return f"r{revision_number}-{clause or 'whole'}"


def late_anchor(revision_number: int) -> str:
    """Return the anchor of the comments that came late; no clause can be named so."""
    return f"r{revision_number}_late"


def matrix(name: str, code: str = "", number: int = 1) -> str:
    """Return a page of the matrix of a standard, or of its rows that a filter lets through."""
    below = f"{code}/" if code else ""
    return f"s/{name}/matrix/{below}{f'{number}/' if number > 1 else ''}"


def matrix_file(name: str, form: str) -> str:
    """Return the file of the matrix of a standard in the language of the site around it."""
    return f"{matrix(name)}matrix.{form}"


def history(name: str) -> str:
    """Return the timeline of a standard."""
    return f"s/{name}/history/"


def in_force(name: str) -> str:
    """Return the page that says which text of a standard held when."""
    return f"s/{name}/in-force/"


def in_force_anchor(number: int, clause: str = "") -> str:
    """Return the anchor of a text on that page, or of the citation of one of its clauses."""
    return f"r{number}-{clause}" if clause else f"r{number}"


def languages(name: str) -> str:
    """Return the texts of a standard side by side."""
    return f"s/{name}/languages/"


def participate(name: str) -> str:
    """Return the page that says how to comment on a standard."""
    return f"s/{name}/comment/"


def say_on(clause: str) -> str:
    """Return the anchor on that page which chooses a clause."""
    return f"on-{clause}"


def authority(name: str) -> str:
    """Return the page of an authority."""
    return f"authorities/{name}/"


def authority_feed(name: str) -> str:
    """Return the feed of one authority."""
    return f"{authority(name)}{FEED}"


def authority_calendar(name: str) -> str:
    """Return the calendar of one authority."""
    return f"{authority(name)}{CALENDAR}"


def news_page(number: int) -> str:
    """Return a page of the news of all standards; the first has the newest."""
    return NEWS if number == 1 else f"{NEWS}{number}/"


def news(name: str) -> str:
    """Return the page of the news of one standard."""
    return f"s/{name}/news/"


def comment_as_file(name: str) -> str:
    """Return the page that says how to give in a comment as a file of the repository."""
    return f"{participate(name)}file/"


def standard_feed(name: str) -> str:
    """Return the feed of one standard."""
    return f"s/{name}/{FEED}"


def standard_calendar(name: str) -> str:
    """Return the calendar of one standard."""
    return f"s/{name}/{CALENDAR}"


_STANDARD = re.compile(r"s/[^/]+/")
_OF_STANDARD = re.compile(
    r"(?:[^/]+/s|data/[^/]+)/([^/]+)/.*|data/(?:standards|comments|responses|services)/([^/]+)\.\w+|"
    r"data/tables/(.+)-r\d+-r\d+\.\w+|data/reports/(.+)-r\d+\.\w+"
)


def standard_in(path: str) -> str:
    """Return the id of the standard that a file of the site shows alone; empty where it is none."""
    found = _OF_STANDARD.fullmatch(path)
    return next(filter(None, found.groups()), "") if found else ""


@dataclass(frozen=True, slots=True)
class PagePath:
    """A page's own place, from which other places are reached by relative addresses."""

    language: str
    path: str

    @property
    def depth(self) -> int:
        """How many folders the page lies below the site's root."""
        return self.path.count("/") + 1

    @property
    def full(self) -> str:
        """The page's path from the site's root."""
        return f"{self.language}/{self.path}"

    def to(self, path: str, anchor: str = "") -> str:
        """Return the way to another page of the same language.

        Between two pages of one standard it does not name the standard: on the page of a standard
        there are hundreds of such links, and those that lie equally deep share them.
        """
        own = _STANDARD.match(self.path)
        begins = self.path if path.startswith(self.path) else own.group() if own else ""
        shared = len(begins) if path.startswith(begins) else 0
        way = "../" * self.path.count("/", shared) + path[shared:] or "./"
        return f"{way}#{anchor}" if anchor else way

    def root(self, path: str) -> str:
        """Return the way to a file at the site's root."""
        return "../" * self.depth + path

    def in_language(self, language: str) -> str:
        """Return the way to the same page in a language."""
        return "./" if language == self.language else self.root(f"{language}/{self.path}")
