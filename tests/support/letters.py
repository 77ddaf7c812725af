"""Letters as the usual programs and phones write them around a person's words.

A program gives its form of a message; what it puts around the words is known, so a test can tell
the author's words from all others. Names, addresses and texts are invented.
"""

import html
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage

BOX = "Отдел писем <letters@office.example>"
NAME = "Отдел писем"
OTHERS = (
    "Уважаемый заявитель!",
    "Сообщаем, что обсуждение проекта открыто, ждем ваших замечаний.",
    "Құрметті өтініш иесі, жоба талқылауға шығарылды.",
    "Исполнитель: Сериков Даурен, тел. 8 (7172) 55-44-33",
)
"""The lines of the letter that is answered: none of them is the author's."""

SECRETS = (
    *("Образцова", "Үлгібаева", "701 222 33 44", "letters@office.example", "iPhone", "Galaxy"),
    *("Сообщаем, что обсуждение", "талқылауға шығарылды", "Сериков", "Outlook", "avast"),
)
"""What may never be published: it stands in frames alone."""

FAREWELLS = (
    ("С уважением,", "Марина Образцова"),
    ("С уважением, М. Образцова",),
    ("С наилучшими пожеланиями,", "Образцова Марина Петровна", "ведущий юрист ТОО «Пример»"),
    ("Спасибо!", "Марина Образцова", "+7 701 222 33 44"),
    ("Құрметпен,", "Сәуле Үлгібаева", "Қарағанды қаласы"),
    ("Ізгі тілекпен,", "Сәуле Үлгібаева,", "мұғалім", "8 701 222 33 44"),
    ("Kind regards,", "Saule Үлгібаева", "Chief Lawyer", "www.sample.example"),
    ("-- ", "Марина Образцова", "тел.: +7 701 222 33 44"),
)
PHONES = (
    *("Отправлено с iPhone", "Отправлено из Outlook для iOS", "Sent from my iPhone"),
    *("Отправлено с устройства Samsung Galaxy", "Жіберілді: iPhone", "Get Outlook for Android"),
    *("iPhone құрылғысынан жіберілді", "Galaxy смартфонынан жіберілді"),
    *("Без вирусов. www.avast.ru", "Отправлено из мобильного приложения Outlook"),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: its author's lines, a farewell, a phone's line, the lines of what it answers.

    `below` are lines that other programs put under it.
    """

    own: tuple[str, ...]
    farewell: tuple[str, ...] = ()
    phone: str = ""
    others: tuple[str, ...] = OTHERS
    below: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands above the letter that is answered."""
        tail = ("", *self.farewell) if self.farewell else ()
        last = (self.phone, *self.below) if self.phone else self.below
        return (*self.own, *tail, *(line for one in last for line in ("", one)))


Program = Callable[[Letter], EmailMessage]


def message(plain: str = "", page: str = "", *, flowed: bool = False) -> EmailMessage:
    """Make an answer with one form of the text, or with both."""
    made = EmailMessage()
    made["From"] = "Марина Образцова <m@home.example>"
    made["Subject"] = "Re: Проект"
    made["Date"] = "Tue, 10 Nov 2026 10:00:00 +0500"
    made["In-Reply-To"] = "<0@office.example>"
    if plain:
        made.set_content(plain)
        if flowed:
            made.set_param("format", "flowed")
    if plain and page:
        made.add_alternative(page, subtype="html")
    elif page:
        made.set_content(page, subtype="html")
    return made


def quoted(lines: Sequence[str], sign: str = "> ") -> str:
    """Return lines as programs repeat them."""
    return "\n".join(f"{sign}{line}".rstrip() for line in lines)


def wrapped(lines: Sequence[str], width: int = 72) -> str:
    """Return lines broken for their width, as programs send plain text."""
    return "\n".join(textwrap.fill(line, width) if len(line) > width else line for line in lines)


def flowing(lines: Sequence[str]) -> str:
    """Return lines as a flowed text (RFC 3676)."""
    found = []
    for line in lines:
        parts = textwrap.wrap(line, 70, break_long_words=False) or [""]
        stuffed = [f" {one}" if one.startswith((" ", ">", "From ")) else one for one in parts]
        found.append(" \n".join(stuffed))
    return "\n".join("-- " if line.strip() == "--" else line for line in found)


def divs(lines: Sequence[str], tag: str = "div") -> str:
    """Return lines as a page has them, one element a line."""
    return "".join(f"<{tag}>{html.escape(line.strip()) or '<br>'}</{tag}>" for line in lines)


def breaks(lines: Sequence[str]) -> str:
    """Return lines with breaks in between."""
    return "<br>\n".join(html.escape(line.strip()) for line in lines)


def _plain(intro: str, sign: str = "> ") -> Program:
    def made(letter: Letter) -> EmailMessage:
        text = f"{wrapped(letter.lines)}\n\n{intro}\n{quoted(letter.others, sign)}\n"
        return message(text)

    return made


def _headed(heads: Sequence[str], above: str = "") -> Program:
    def made(letter: Letter) -> EmailMessage:
        below = "\n".join([above, *heads, "", *letter.others])
        return message(f"{wrapped(letter.lines, 76)}\n\n{below}\n")

    return made


def _flowed(intro: str) -> Program:
    def made(letter: Letter) -> EmailMessage:
        text = f"{flowing(letter.lines)}\n\n{intro}\n{quoted(letter.others)}\n"
        return message(text, flowed=True)

    return made


def _both(intro: str, around: str) -> Program:
    """A page with its plain text; `around` has places for the words and the answered letter."""

    def made(letter: Letter) -> EmailMessage:
        plain = f"{wrapped(letter.lines, 78)}\n\n{intro}\n\n{quoted(letter.others)}\n"
        return message(plain, _page(intro, around, letter))

    return made


def _paged(intro: str, around: str, tag: str = "div") -> Program:
    def made(letter: Letter) -> EmailMessage:
        return message(page=_page(intro, around, letter, tag))

    return made


def _page(intro: str, around: str, letter: Letter, tag: str = "div") -> str:
    body = around.replace("OWN", divs(letter.lines, tag)).replace("INTRO", html.escape(intro))
    return f"<html><body>{body.replace('OTHERS', breaks(letter.others))}</body></html>"


def _paged_heads(heads: Sequence[str], around: str, tag: str = "div") -> Program:
    def made(letter: Letter) -> EmailMessage:
        bold = "<br>".join(
            f"<b>{one.split(':')[0]}:</b>{html.escape(one.split(':', 1)[1])}" for one in heads
        )
        return message(page=_page("", around.replace("HEADS", bold), letter, tag))

    return made


def _bottom(intro: str) -> Program:
    def made(letter: Letter) -> EmailMessage:
        return message(f"{intro}\n{quoted(letter.others)}\n\n{wrapped(letter.lines)}\n")

    return made


RU_HEADS = (
    f"От: {BOX}",
    "Отправлено: 9 ноября 2026 г. 10:15",
    "Кому: m@home.example",
    "Тема: Проект",
)
KK_HEADS = (
    f"Жіберуші: {BOX}",
    "Жіберілді: 2026 ж. 9 қараша 10:15",
    "Кімге: m@home.example",
    "Тақырып: Жоба",
)
EN_HEADS = (
    f"From: {BOX}",
    "Sent: Monday, November 9, 2026 10:15 AM",
    "To: m@home.example",
    "Subject: Draft",
)
MOBILE_HEADS = (
    f"От: {NAME}",
    "Дата: 09.11.26 10:15 (GMT+05:00)",
    "Кому: m@home.example",
    "Тема: x",
)
GMAIL = (
    '<div dir="ltr">OWN</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">INTRO'
    '<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">OTHERS</blockquote></div>'
)
MOZ = 'OWN<div class="moz-cite-prefix">INTRO<br></div><blockquote type="cite">OTHERS</blockquote>'
APPLE = 'OWN<div><br><blockquote type="cite"><div>INTRO</div><br>OTHERS</blockquote></div>'
YANDEX = "<div>OWN</div><div> </div><div>INTRO</div><blockquote><div>OTHERS</div></blockquote>"
MAIL_RU = (
    'OWN<div> </div><blockquote style="border-left:1px solid #0857A6;margin:10px">INTRO<br>'
    '<div class="js-helper js-readmsg-msg">OTHERS</div></blockquote>'
)
OUTLOOK = (
    '<div class="WordSection1">OWN<p class="MsoNormal">&nbsp;</p><div style="border:none;'
    'border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">HEADS</p></div><p>OTHERS</p></div>'
)
OWA = (
    'OWN<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id='
    '"divRplyFwdMsg" dir="ltr">HEADS</div><div>OTHERS</div>'
)
ZIMBRA = 'OWN<hr id="zwchr" data-marker="__DIVIDER__"><div>HEADS</div>OTHERS'

PROGRAMS: dict[str, Program] = {
    "gmail-ru": _both(f"пн, 9 нояб. 2026 г. в 10:15, {BOX}:", GMAIL),
    "gmail-kk": _both(f"2026 ж. 9 қар., дс 10:15, {BOX} жазды:", GMAIL),
    "gmail-en": _both(f"On Mon, Nov 9, 2026 at 10:15 AM {BOX} wrote:", GMAIL),
    "gmail-plain": _plain(f"пн, 9 нояб. 2026 г. в 10:15, {NAME}\n<letters@office.example>:\n"),
    "thunderbird-ru": _flowed(f"09.11.2026 10:15, {NAME} пишет:"),
    "thunderbird-kk": _flowed(f"09.11.2026 10:15, {NAME} жазды:"),
    "thunderbird-en": _flowed(f"On 11/9/26 10:15 AM, {NAME} wrote:"),
    "thunderbird-page": _paged(f"09.11.2026 10:15, {NAME} пишет:", MOZ, "p"),
    "thunderbird-below": _bottom(f"09.11.2026 10:15, {NAME} пишет:"),
    "mail.ru": _both(f"Понедельник, 9 ноября 2026, 10:15 +05:00 от {BOX}:", MAIL_RU),
    "mail.ru-plain": _plain(f"Понедельник, 9 ноября 2026, 10:15 +05:00 от {BOX}:\n"),
    "mail.ru-bare": _plain(f"Понедельник, 9 ноября 2026, 10:15 +05:00 от {BOX}:\n", ""),
    "yandex": _paged(f'09.11.2026, 10:15, "{NAME}" <letters@office.example>:', YANDEX),
    "yandex-plain": _plain(f'09.11.2026, 10:15, "{NAME}" <letters@office.example>:'),
    "apple-ru": _paged(f"9 нояб. 2026 г., в 10:15, {BOX} написал(а):", APPLE),
    "apple-kk": _paged(f"2026 ж. 9 қар. күні 10:15, {BOX} жазды:", APPLE),
    "apple-plain": _plain(f"> 9 нояб. 2026 г., в 10:15, {BOX} написал(а):\n> "),
    "evolution-ru": _plain(f"В Пн, 09/11/2026 в 10:15 +0500, {NAME} пишет:"),
    "evolution-en": _plain(f"On Mon, 2026-11-09 at 10:15 +0500, {NAME} wrote:"),
    "roundcube-ru": _plain(f"{NAME} писал 2026-11-09 10:15:"),
    "roundcube-en": _plain(f"On 2026-11-09 10:15, {NAME} wrote:"),
    "the-bat": _plain("Вы писали 9 ноября 2026 г., 10:15:17:\n", "ОП> "),
    "outlook-ru": _paged_heads(RU_HEADS, OUTLOOK, "p"),
    "outlook-kk": _paged_heads(KK_HEADS, OUTLOOK, "p"),
    "outlook-en": _paged_heads(EN_HEADS, OUTLOOK, "p"),
    "outlook-plain": _headed(EN_HEADS, "-----Original Message-----"),
    "outlook-plain-ru": _headed(RU_HEADS, "-----Исходное сообщение-----"),
    "outlook-mobile": _headed(RU_HEADS, "_" * 32),
    "owa-ru": _paged_heads(RU_HEADS, OWA),
    "owa-kk": _paged_heads(KK_HEADS, OWA),
    "samsung-ru": _headed(MOBILE_HEADS, "-------- Исходное сообщение --------"),
    "samsung-kk": _headed(MOBILE_HEADS, "-------- Бастапқы хабар --------"),
    "zimbra": _paged_heads(RU_HEADS, ZIMBRA),
    "zimbra-plain": _headed(RU_HEADS, "----- Исходное сообщение -----"),
}
