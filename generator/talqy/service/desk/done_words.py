"""What was done, said in each language of the project at once: a save keeps it for all pages."""

from collections.abc import Callable, Sequence

from talqy.language.clause_sayings import plain_clause_name
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.model.revision import Revision
from talqy.service.desk.work.said import said_in_each


def done_in_each(words: str, editions: Sequence[Edition], **values: object) -> str:
    """Say what was done; a value that differs by language is a function of the locale."""
    return said_in_each(
        {
            locale.code: locale.words(
                words, **{key: one(locale) if callable(one) else one for key, one in values.items()}
            )
            for locale in (one.locale for one in in_order(editions))
        }
    )


def in_order(editions: Sequence[Edition]) -> list[Edition]:
    """Return editions as the project orders its languages, whatever the page puts first."""
    order = list(editions[0].register.project.languages)
    return sorted(editions, key=lambda one: order.index(one.code))


def named_in(text: Revision, name: str) -> Callable[[Locale], str]:
    """Return how a clause is called in a text, as a function of the locale."""
    return lambda locale: plain_clause_name(locale, text, name)
