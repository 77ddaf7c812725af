"""The comment of a pull request as people will read it: one page, which stands by itself.

Of the head come the words of the comment, as the gate has read and judged them, and nothing else:
no template, no style, no script. All of them are escaped, and a browser is told to load nothing.
"""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup

from talqy.gate.run import Judged
from talqy.language.catalogue import base_catalogue
from talqy.language.clause_sayings import element_lines
from talqy.language.locale import Locale, escaped_paragraphs
from talqy.language.sayings import author_lines

_STYLE = (
    "body{max-width:42rem;margin:0 auto;padding:1rem;font:1.1rem/1.5 sans-serif;"
    "overflow-wrap:anywhere}aside{padding:.5rem 1rem;border:2px solid}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:4px solid}dt{font-weight:bold}"
)
_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    '<meta name="robots" content="noindex">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    "<aside>{banner}</aside>\n<main>\n<h1>{title}</h1>\n{parts}\n</main>\n</body>\n</html>\n"
)
_POLICY = Markup("default-src 'none'; style-src 'sha256-{}'; form-action 'none'; base-uri 'none'")
_PART = Markup("<dl><dt>{}</dt><dd>{}</dd></dl>")


def preview(of: Judged) -> str:
    """Return the page of the one comment; empty where there is not one, or it cannot stay so.

    What must be mended is not shown once more, nor what may be somebody's personal data.
    """
    comment = of.fit_to_be_shown.comment if of.fit_to_be_shown else None
    register = of.context.register if of.context else None
    record = register.record(comment.standard) if comment and register else None
    text = record.revision(comment.revision) if comment and record else None
    if comment is None or register is None or record is None or text is None:
        return ""
    languages = register.project.languages
    language = comment.language if comment.language in languages else languages[0]
    words = base_catalogue(language, of.messages)
    locale = Locale(language, words, register.codes)
    translate = words.problem
    about = (locale.plain(record.standard.title), *element_lines(locale, text, comment))
    by = (*author_lines(locale, comment.author), locale.day(comment.received))
    parts = (
        (translate("About"), _lines(about)),
        (translate("By"), _lines(by)),
        (locale.words("Quoted words"), _quoted(comment.quote)),
        (locale.coded("comment-kind", comment.kind), escaped_paragraphs(comment.text)),
        (locale.words("Wording asked for"), _quoted(comment.proposal)),
    )
    return _PAGE.format(
        language=language,
        policy=_POLICY.format(b64encode(sha256(_STYLE.encode()).digest()).decode()),
        style=Markup(_STYLE),  # noqa: S704 - a text of our own
        title=translate("Your comment, as people will read it"),
        banner=translate("This is a preview. The comment is not published yet."),
        parts=Markup("\n").join(_PART.format(head, said) for head, said in parts if said),
    )


def _lines(lines: Iterable[str]) -> Markup:
    return Markup("<br>").join(lines)


def _quoted(words: str | None) -> Markup:
    said = escaped_paragraphs(words or "")
    return Markup("<blockquote>{}</blockquote>").format(said) if said else said
