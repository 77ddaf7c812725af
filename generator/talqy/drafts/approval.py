"""What stands above a text for signature, and above its annexes, on the right of the sheet.

What is not known yet is a blank, to be filled in by hand: no number and no day is ever made up.
"""

from talqy.language.clause_sayings import printed_label
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.model.revision import Clause, Revision, RevisionKind

_NUMBER_SIGN = "№"


def standing(locale: Locale, text: Revision) -> str:
    """Return the act that adopted a text; a draft says that it is one."""
    if text.adopted is None:
        return locale.words("Draft of a standard")
    act = locale.plain(text.adopted.act)
    return act[:1].upper() + act[1:]


def approval(edition: Edition, text: Revision, authority: str) -> str:
    """Return the form of approval of a text, in lines.

    A draft has blanks for the act of its authority. The act of a text that was adopted is named;
    where it says no number, there is a blank for it.
    """
    words, said = edition.locale.words, standing(edition.locale, text)
    if text.kind is RevisionKind.REPEAL:
        return said
    if text.adopted is None:
        name = edition.authority(authority, short=False).unescape()
        return f"{said}\n" + words(
            "Approved by order of\n______________________________\n({name})\n"
            "of “___” ____________ 20___\nNo. ______",
            name=name,
        )
    approved = words("Approved\n({act})", act=said)
    return approved if _NUMBER_SIGN in said else f"{approved}\n{_NUMBER_SIGN} ______"


def annex_head(locale: Locale, clause: Clause | None, title: str) -> str:
    """Return what stands above an annex, in lines: its number, and the standard by its title."""
    if clause is None:
        return ""
    label = printed_label(locale, clause)
    return locale.words(
        "{label}\nto the standard of the public service\n“{title}”", label=label, title=title
    )
