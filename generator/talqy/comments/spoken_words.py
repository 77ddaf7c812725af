"""Words that people write into forms, as codes: official names, habits of clerks, yes and no."""

import re
from collections.abc import Mapping, Sequence

from talqy.compare.quotes import folded
from talqy.model.codes import CodeLists

_HABITS: Mapping[str, Mapping[str, str]] = {
    "comment-kind": {
        # The law's two words for what people send in: a remark and a proposal.
        **dict.fromkeys(("замечание", "ескертпе", "ескерту", "remark"), "change"),
        **dict.fromkeys(("предложение", "ұсыныс", "proposal"), "change"),
    },
    "author-kind": {
        **dict.fromkeys(("физлицо", "физ. лицо", "гражданин", "азамат"), "individual"),
        **dict.fromkeys(("юрлицо", "юр. лицо", "организация", "ұйым"), "legal-entity"),
        **dict.fromkeys(("ип", "жк", "индивидуальный предприниматель"), "entrepreneur"),
        **dict.fromkeys(("госорган", "гос. орган"), "state-body"),
    },
    "comment-channel": {
        **dict.fromkeys(("сайт", "портал", "портал арқылы"), "web"),
        **dict.fromkeys(("почта", "e-mail", "электронная почта", "электрондық пошта"), "email"),
        **dict.fromkeys(("бумага", "письмо", "хат", "қағаз"), "paper"),
        **dict.fromkeys(("прием", "личный прием", "қабылдау"), "counter"),
    },
}
_LANGUAGES = {
    **dict.fromkeys(("қазақша", "қазақ", "қазақ тілі", "казахский", "каз", "қаз", "kaz"), "kk"),
    **dict.fromkeys(("русский", "орысша", "орыс", "орыс тілі", "рус", "rus"), "ru"),
    **dict.fromkeys(("english", "английский", "ағылшынша", "eng"), "en"),
}
_YES = frozenset({"true", "yes", "y", "да", "иә", "ия", "1", "+", "✓", "v", "согласен", "согласна"})
_NO = frozenset({"", "false", "no", "n", "нет", "жоқ", "0", "-", "–"})
_YES_TOO = frozenset({"келісемін", "бар", "есть", "x", "х"})
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def code_of(name: str, said: str, codes: CodeLists) -> str:
    """Return the code of a list that is meant: by itself, or by a name; else what was said."""
    wanted = _plain(said)
    if said in codes.codes(name):
        return said
    for code in codes.codes(name):
        if wanted in map(_plain, codes.named(name, code).values()):
            return code
    habits = {_plain(word): code for word, code in _HABITS.get(name, {}).items()}
    return habits.get(wanted, said)


def language_of(said: str) -> str:
    """Return the tag of a language that is named in words; else what was said."""
    return _LANGUAGES.get(said.strip().lower(), said)


def language_told(text: str, languages: Sequence[str]) -> str:
    """Tell Kazakh from Russian by its own letters; return nothing where neither is plain."""
    if not _CYRILLIC.search(text) and not _KAZAKH.search(text):
        return ""
    told = "kk" if _KAZAKH.search(text) else "ru"
    return told if told in languages else ""


def is_yes(said: str) -> bool | None:
    """Read yes or no; None where it is neither."""
    word = said.strip().lower()
    if word in _YES | _YES_TOO:
        return True
    return False if word in _NO else None


def _plain(words: str) -> str:
    return folded(words).strip(" .")
