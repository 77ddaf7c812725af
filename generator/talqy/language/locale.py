"""One language as a page needs it: words, dates, numbers, order, and texts by language.

Everything about a language is data: its catalogue (`messages/<language>.po`, with the pattern of
dates and the alphabet in the context `format`), its names of codes, and what Babel knows of it.
Whatever is printed goes through `markupsafe.escape` here: texts of strangers stay text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from talqy.errors import TemplateError
from talqy.language.catalogue import FORMAT, Catalogue
from talqy.model.codes import CodeLists
from talqy.model.items import item_parts, levels

_HOLDING = "\u00a0"
"""The space at which no line ends."""
_HYPHEN = "\u2011"
"""The hyphen at which no line ends."""
_HELD_RANGE = "–\u2060"
"""The dash of 10–23, behind which no line ends."""
_HELD_DASH = f"{_HELD_RANGE}{_HOLDING}"
"""The same of words apart: such a space alone does not hold what follows a dash."""
_KEPT_TEXTS = 4096  # those of a standard or two: each stands on several of its pages
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d_]) (?=\{[mn]\})")
"""The space between a word and the number of what it names: редакция {n}."""
_BEHIND_NUMBER = re.compile(r"(?<=\{[mn]\})-")
"""The hyphen between the number and the word: {n}-редакция."""
_BEHIND_DASH = re.compile(r"– (?=\{(?:[nm]|count|accepted|comments)\})")
"""The dash before the number of what is named: {name} – {n}."""
_DAY_OF_MONTH = re.compile("d MMMM|MMMM d")
"""Where a pattern of dates names the day and its month."""


def _held(sentence: str) -> str:
    """Let no line end between a gap for a number and the word that goes with it."""
    behind = _BEHIND_DASH.sub(_HELD_DASH, _BEHIND_NUMBER.sub(_HYPHEN, sentence))
    return _BEFORE_NUMBER.sub(_HOLDING, behind)


@dataclass(frozen=True)
class Locale:
    """A language of the site.

    `space` stands inside a day, and behind a number that counts: no line ends there, nor at the
    hyphen of 2-редакция, nor before the number of редакция 2 or of принято – 23. On a terminal, and
    in what people type back, they are plain ones.
    """

    code: str
    catalogue: Catalogue
    codes: CodeLists
    space: str = _HOLDING

    @cached_property
    def _babel(self) -> BabelLocale:
        try:
            return BabelLocale.parse(self.code, sep="-")
        except (UnknownLocaleError, ValueError) as error:
            raise TemplateError(
                "the library of languages, Babel, does not know “{code}”", code=self.code
            ) from error

    @property
    def name(self) -> str:
        """The language's own name for itself."""
        return self.catalogue("language name", FORMAT)

    @cached_property
    def region_tag(self) -> str:
        """The language and the country where most speak it, as those who show links ask."""
        likely = BabelLocale.parse(get_global("likely_subtags").get(self.code, self.code))
        return f"{likely.language}_{likely.territory}" if likely.territory else self.code

    # --- words -------------------------------------------------------------------------------

    def words(self, words: str, /, **values: object) -> str:
        """Say interface words, with values put into their gaps."""
        sentence = self._sentences.get(words) or self._sentence(words)
        for name, value in values.items():
            sentence = sentence.replace("{" + name + "}", str(value))
        return sentence

    def _sentence(self, words: str) -> str:
        sentence = self.catalogue(words)
        self._sentences[words] = _held(sentence) if self.space == _HOLDING else sentence
        return self._sentences[words]

    @cached_property
    def _sentences(self) -> dict[str, str]:
        """What was said already, without values: pages say the same words again and again."""
        return {}

    def count(self, one: str, many: str, number: int) -> str:
        """Say a number of things; no line ends between the number and what it counts."""
        said = self.catalogue.count(one, many, number)
        return said.replace(f"{number} ", f"{self.number(number)}{self.space}", 1)

    def count_between(self, one: str, many: str, low: int, high: int) -> str:
        """Say that things are from so many to so many, the unit once: 6–14 calendar days."""
        said = self.count(one, many, high)
        if low == high:
            return said
        return said.replace(self.number(high), self.between(low, high), 1)

    def between(self, low: int, high: int) -> str:
        """Print a range of numbers, in which no line ends: 6–14."""
        return f"{self.number(low)}{self._range}{self.number(high)}"

    @property
    def _range(self) -> str:
        return _HELD_RANGE if self.space == _HOLDING else "–"

    def weighed(self, one: str, many: str, number: int) -> Markup:
        """Say a number of things, with weight on the number; they may stand in two lines."""
        figure = self.number(number)
        said = escape(self.count(one, many, number))
        loose = said.replace(f"{figure}{self.space}", f"{figure} ", 1)
        return Markup(loose.replace(figure, strong(figure), 1))  # noqa: S704

    def coded(self, name: str, code: str) -> str:
        """Say the official name of a code."""
        named = self.codes.named(name, code)
        if self.code not in named:
            raise TemplateError(
                "the code “{code}” of the list “{name}” has no name in “{language}”: give it one "
                "under codes in standards/project.yaml",
                code=code,
                name=name,
                language=self.code,
            )
        return named[self.code]

    def everyday(self, name: str, code: str) -> str:
        """Say a code as people do; officially where this language has no such name."""
        plain = self.codes.lists.get(f"everyday-{name}", {}).get(code)
        return (plain.name.get(self.code) if plain else None) or self.coded(name, code)

    def language_name(self, language: str) -> str:
        """Name any language in this one: қазақ тілі, казахский; `und` is one that nobody names."""
        if language == "und":
            return self.words("another language")
        try:
            return BabelLocale.parse(language, sep="-").get_display_name(self._babel) or language
        except (UnknownLocaleError, ValueError):
            return language

    # --- numbers and days ----------------------------------------------------------------------

    @cached_property
    def _dates(self) -> dict[date, str]:
        return {}

    @cached_property
    def day_pattern(self) -> str:
        """How a day is written, as a pattern of Babel."""
        return self.catalogue("date", FORMAT)

    @property
    def day_of_month_pattern(self) -> str:
        """The part of it that names the day and its month; empty where they stand apart."""
        shared = _DAY_OF_MONTH.search(self.day_pattern)
        return shared[0] if shared else ""

    def day(self, day: date) -> str:
        """Print a day in the official style: 2026 жылғы 20 қараша; 20 ноября 2026 года.

        No line ends inside of it.
        """
        if day not in self._dates:
            self._dates[day] = self._dated(day, self.day_pattern)
        return self._dates[day]

    def state_of(self, day: date) -> str:
        """Print a day that what is said belongs to: 2026 жылғы 20 қарашадағы (жағдай, редакция).

        Where the words for such a day change, the catalogue has the twelve endings of the months.
        """
        endings = self.catalogue.find("endings of months", FORMAT)
        return self.day(day) + (endings.split()[day.month - 1] if endings else "")

    def days(self, first: date, last: date) -> str:
        """Print a range of days; what both share is said once: 10–23 ноября 2026 года."""
        shared = _DAY_OF_MONTH.search(self.day_pattern)
        if first == last:
            return self.day(first)
        if not shared or first.year != last.year:
            return f"{self.day(first)} – {self.day(last)}"
        if first.month == last.month:
            until = f"'{first.day}{self._range}'d"
            span = shared[0].replace("d", until)
        else:
            since = self._dated(first, shared[0])
            span = f"'{since} – '{shared[0]}"
        return self._dated(last, self.day_pattern.replace(shared[0], span))

    def _dated(self, day: date, pattern: str) -> str:
        said = format_date(day, pattern, locale=self._babel)
        return said.replace(" ", self.space).replace(f"{self.space}–{self.space}", " – ")

    def month(self, day: date) -> str:
        """Print the month of a day: 2026 жылғы қараша; ноябрь 2026 года."""
        return self._dated(day, self.catalogue("month", FORMAT))

    def figures(self, day: date) -> str:
        """Print a day in figures, as programs for tables read it: 20.11.2026."""
        return day.isoformat() if self.code == "en" else day.strftime("%d.%m.%Y")

    def number(self, number: Decimal | float) -> str:
        """Print a number with the language's own signs; one of a text with all its digits."""
        is_measured = not isinstance(number, Decimal)
        key = (is_measured, str(number))
        if key not in self._numbers:
            self._numbers[key] = self._in_figures(number, is_measured=is_measured)
        return self._numbers[key]

    @cached_property
    def _numbers(self) -> dict[tuple[bool, str], str]:
        return {}

    def _in_figures(self, number: Decimal | float, *, is_measured: bool) -> str:
        return format_decimal(number, locale=self._babel, decimal_quantization=is_measured)

    def order(self, text: str) -> tuple[object, ...]:
        """Return the key that sorts texts by the language's own alphabet.

        Letters outside of it follow by code point (Unicode orders scatter the Kazakh ones).
        """
        alphabet = self._alphabet
        return tuple(
            (0, alphabet[sign], "") if sign in alphabet else (1, 0, sign) for sign in text.lower()
        )

    @cached_property
    def _alphabet(self) -> Mapping[str, int]:
        letters = " 0123456789" + self.catalogue("alphabet", FORMAT)
        return {letter: at for at, letter in enumerate(letters)}

    # --- texts by language ---------------------------------------------------------------------

    def plain(self, spoken: Mapping[str, str]) -> str:
        """Return a text in this language, or in the first that there is."""
        return spoken.get(self.code) or next(iter(spoken.values()))

    def say(self, spoken: Mapping[str, str] | None) -> Markup:
        """Print a short text; one of another language is marked, for the voice to change."""
        if not spoken:
            return Markup()
        if self.code in spoken:
            return escape(spoken[self.code])
        language, text = next(iter(spoken.items()))
        return in_markup('<span lang="{}">{}</span>', language, text)

    def prose(self, spoken: Mapping[str, str] | None) -> Markup:
        """Print a text of paragraphs and items; say so where it is in another language."""
        if not spoken:
            return Markup()
        if self.code in spoken:
            return paragraphs(spoken[self.code])
        language, text = next(iter(spoken.items()))
        notice = self.words("This text is not there in this language yet.")
        return in_markup(
            '<p class="notice">{}</p><div lang="{}">{}</div>', notice, language, paragraphs(text)
        )


def in_markup(written: str, *values: object) -> Markup:
    """Return HTML of ours with values in its gaps `{}`, in their order, escaped.

    `Markup.format` takes its words apart at each call, and pages have hundreds of thousands.
    """
    first, *others = _between_gaps(written)
    pieces = [first]
    for value, piece in zip(values, others, strict=True):
        pieces += (value if isinstance(value, Markup) else escape(value), piece)
    return Markup("".join(pieces))  # noqa: S704 - the words are ours, and the values are escaped


def joined(between: str, pieces: Iterable[Markup]) -> Markup:
    """Return finished pieces in a row: `Markup.join` would escape each of them again."""
    return Markup(between.join(pieces))  # noqa: S704 - finished pieces, and what is ours between


@cache
def _between_gaps(written: str) -> tuple[str, ...]:
    return tuple(written.split("{}"))


@lru_cache(_KEPT_TEXTS)
def paragraphs(text: str) -> Markup:
    """Print a text as paragraphs, one a line; items keep their printed numbers, and their depth."""
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    deep = zip(lines, levels(lines), strict=True)
    return joined("\n", [paragraph(*_parted(line), level) for line, level in deep])


def paragraph(label: str, words: Markup, level: int) -> Markup:
    """Print one line: an item with its label, as deep as it stands; else a paragraph."""
    if not label:
        return in_markup("<p>{}</p>", words)
    return in_markup('<p class="{}"><span>{}</span> {}</p>', item_class(level), label, words)


def item_class(level: int) -> str:
    """Return the classes of a line of a text: an item, and how deep it stands below others."""
    return "" if not level else "item" if level == 1 else f"item item-{min(level, 4)}"


def _parted(line: str) -> tuple[str, Markup]:
    label, words = item_parts(line)
    return label, escape(words)


def escaped_paragraphs(text: str) -> Markup:
    """Print what a stranger wrote: a paragraph for every line, nothing else."""
    lines = (line.strip() for line in str(escape(text)).splitlines())
    return Markup("".join(f"<p>{line}</p>" for line in lines if line))  # noqa: S704


def strong(text: str) -> Markup:
    """Print a text with weight."""
    return Markup(f"<strong>{escape(text)}</strong>")  # noqa: S704


def small(text: str) -> Markup:
    """Print an aside."""
    return Markup(f" <small>{escape(text)}</small>") if text else Markup()  # noqa: S704
