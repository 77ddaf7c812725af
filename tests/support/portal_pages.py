"""Pages of a draft on the state's portal, made of values: as it is sent, and as browsers save it.

The elements are those of the portal; all persons, bodies and words are invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

HOST = "https://legalacts.egov.kz"
TABS = {
    6: ("Комментарий", "Пікір"),
    3: ('НПП "Атамекен"', '"Атамекен" ҰҚП'),
    1: ("Общественные и экспертные советы", "Қоғамдық және сараптамалық кеңестер"),
    8: ("Антикоррупционная экспертиза", "Жемқорлыққа қарсы сараптама"),
    9: ("Научная правовая экспертиза", "Ғылыми құқықтық сараптама"),
    10: ("Научная экономическая экспертиза", "Ғылыми экономикалық сараптама"),
    7: ("ИЗПИ и члены МВК", "ЗҚАИ мен ВАК мүшелері"),
    4: ("Аккредитованные некоммерческие организаций", "Аккредиттелген коммерциялық емес ұйымдар"),
}
MARKS = {
    "yes": ("fa-check-square", ("Принято", "Қабылданды")),
    "no": ("fa-times-circle", ("Не принято", "Қабылданбады")),
}
FORM = "1\t\t\tНаименование проекта НПА (с указанием вида НП..."
"""The label of every comment on a draft that shows its summary in six rows."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A reply of the authority."""

    id: int
    words: str
    at: str = "20/11 - 10:00"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A comment; `label` None: it stands at no part. `part` is the number of its part."""

    id: int
    words: str
    at: str = "12/11 - 08:05"
    author: str = "ОБРАЗЦОВ ОБРАЗЕЦ"
    label: str | None = FORM
    part: int = 3
    mark: str = ""
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page. Without `lines` it shows the six rows; `saved` is how a browser has kept it."""

    comments: Sequence[Said] = ()
    draft: int = 100
    language: str = "ru"
    tab: int = 6
    page: int = 1
    pages: int = 1
    entries: int | None = None
    created: str = "09/11/2026"
    closes: str = "27/11/2026"
    version: int = 1
    lines: Sequence[str] = ()
    saved: str = ""

    @property
    def _at(self) -> int:
        return ("ru", "kk").index(self.language)

    @property
    def address(self) -> str:
        """The page's own address."""
        return f"{HOST}/npa/view?id={self.draft}&typeComment={self.tab}&pageComment={self.page}"

    def html(self) -> str:
        """Return the page as text."""
        tab = escape(TABS[self.tab][self._at], quote=False)
        comments = "".join(map(self._comment, self.comments))
        shown = f'<div class="main-comments">{comments}<p>&nbsp</p>{self._pages()}</div>'
        if not self.comments:
            shown = "<div><label>Нет комментариев</label></div>"
        noted = f"<!-- saved from url=({len(self.address):04}){self.address} -->\n"
        return (
            f"<!DOCTYPE html>\n{noted if self.saved == 'chrome' else ''}"
            f'<html lang="{self.language}"><head><meta charset="utf-8"><title>НПА</title></head>\n'
            '<body><form action="/list"><p>Статус</p><p>&nbsp</p></form>\n'
            f'<div class="view-npa"><h2 tabindex="0">Проект приказа</h2>{self._fields()}</div>\n'
            f'<div class="commentable-div">\n{self._text()}\n</div>\n{self._counters()}\n'
            f'<div class="commentsTab"><ul class="nav nav-tabs">{self._tabs()}</ul></div>\n'
            f'<h2 tabindex="0">{tab}</h2>\n<div class="comments">\n{shown}\n</div>\n'
            f"<footer><p>Адрес</p></footer>{self._script()}</body></html>\n"
        )

    def data(self, encoding: str = "utf-8") -> bytes:
        """Return the page as a file."""
        text = self.html()
        if self.saved != "mhtml":
            return text.encode(encoding)
        message = EmailMessage()
        message["Snapshot-Content-Location"] = self.address
        message.make_related()
        part = EmailMessage()
        part.set_content(text, subtype="html", cte="quoted-printable")
        part["Content-Location"] = self.address
        message.attach(part)
        return b"From: <Saved by Blink>\n" + message.as_bytes()

    def _fields(self) -> str:
        names = (
            ("Версия проекта:", "Жоба нұсқасы:"),
            ("Дата создания:", "Құру күні:"),
            ("Публичное обсуждение до:", "Қоғамдық талқылаудың мерзімі:"),
        )
        values = (f"&#160; Версия {self.version} &#160;", self.created, self.closes)
        rows = zip((one[self._at] for one in names), values, strict=True)
        return "</br>".join(f"<small><b>{name}</b>\n   {value}</small>" for name, value in rows)

    def _text(self) -> str:
        if not self.lines:
            cell = '<td><strong>1</strong></td><td contenteditable="true">Проект</td>'
            number = ' id="3"' if self.saved else ""
            return f'<div contenteditable="false"><table{number}><tr>{cell}</tr></table></div>'
        numbers = [f' id="{2 * n + 1}"' if self.saved else "" for n in range(len(self.lines))]
        return "\n".join(
            f"<p{number}>{escape(line, quote=False)}</p>"
            for number, line in zip(numbers, self.lines, strict=True)
        )

    def _counters(self) -> str:
        count = self.entries
        if count is None:
            count = len(self.comments) + sum(len(one.replies) for one in self.comments)
        return (
            f'<ul class="blog-info"><li><i class="fa fa-comments"></i> {count}</li>'
            f'<li><span class="likeCount-{self.draft}-1">3</span></li></ul>'
        )

    def _tabs(self) -> str:
        def looks(tab: int) -> str:
            return "active" if self.saved and tab == self.tab else "tablinks"

        return "".join(
            f'<li id="tab-{tab}" class="{looks(tab)}"><a href="">'
            f"{escape(names[self._at], quote=False)}</a></li>"
            for tab, names in TABS.items()
        )

    def _pages(self) -> str:
        if not self.saved:
            return '<div id="pagination2"></div>'
        numbers = "".join(
            f'<li class="page-item{" active" if n == self.page else ""}"><a>{n}</a></li>'
            for n in range(1, self.pages + 1)
        )
        return f'<div id="pagination2"><ul><li><a>Перв.</a></li>{numbers}</ul></div>'

    def _script(self) -> str:
        if self.pages == 1:
            return ""
        href = f"/npa/view?typeComment={self.tab}&pageComment={{{{number}}}}&id="
        return (
            f'<script>$("#pagination2").twbsPagination({{\nstartPage: 1,\ntotalPages: {self.pages},'
            f"\nhref: '{href}' + {self.draft}}});</script>"
        )

    def _comment(self, one: Said) -> str:
        link = HOST if self.saved in {"chrome", "firefox"} else ""
        place = f'href="{link}#{one.part}" npa-id="{one.part}" class="view-comment-part"'
        label = escape(one.label or "", quote=False)
        part = f"<a {place}><span>{label}</span></a>" if one.label is not None else ""
        again = f"<a {place}>посмотреть текст</a>" if part else ""
        sign, titles = MARKS.get(one.mark, ("", ("", "")))
        mark = f'<span><i class="liker fa {sign}" title="{titles[self._at]}"></i></span>'
        replies = "".join(map(_reply, one.replies))
        return (
            '\n<div class="media"><a><img src="a.png"></a><div class="media-body">'
            f'<h4 class="media-heading">\n  {escape(one.author)}\n  <span> </span></h4>'
            f'<h4 class="media-heading">{part}\n<span>{again}\n  {one.at}\n  {mark if sign else ""}'
            f' / </span></h4><p tabindex="0" id="{one.id}">{escape(one.words, quote=False)}</p>\n'
            f"{replies}</div></div>\n"
        )


def _reply(one: Reply) -> str:
    return (
        '<div class="media" style="margin-left: 30px;"><div class="media-body">'
        '<h4 class="media-heading"><i class="fa fa-tags"></i>\nМинистерство юстиции'
        f"\n<span>{one.at}</span></h4>"
        f'<p id="{one.id}">{escape(one.words, quote=False)}</p></div></div>'
    )
