"""Whether the answers of an author stand in the letter that theirs repeats.

Who answers below each question writes into the other letter, and nothing marks these lines as
theirs. A line above says so, or the questions of that letter have other lines in between.
"""

import re
from collections.abc import Sequence

from talqy.comments.letter_signs import HEADS

_I = re.IGNORECASE
_MY_WORDS = (
    r"(?:ответ(?!ствен)\w*|замечани\w*|комментари\w*|предложени\w*|пометк\w*|мнени\w*|правк\w*)"
)
_QUESTIONS = r"(?:вопрос(?:ами|ами|ов|ом|а|ах)?|пункт(?:ом|ами|ов|а|ах)?)\b"
_MARKED = (
    r"(?:жирн\w+|полужирн\w+|красн\w+|син(?:им|яя)\w*|зел[её]н\w+|курсив\w*|цвет(?:ом|ным)"
    r"|подч[её]ркн\w+|заглавными|маркером)"
)
_ANSWERED = r"(?:отвечаю|отвечаем|ответил[аи]?|(?:на|в)?писал[аи]?|вписал[аи]?|пишу|да[юл]\w?)"
_WORDS_KK = r"(?:жауап|пікір|ескертпе|ескерту|ұсыныс)(?:тар|лер|лар|тер)?\w*"
_WHERE = re.compile(
    r"\b(?:ответ\w*|замечани\w*|комментари\w*|предложени\w*|пометк\w*|мнени\w*)\b.{0,40}"
    r"\b(?:ниже|в тексте|по тексту|внутри|красн\w+|син\w+|цветом|курсивом)\b"
    r"|\b(?:ниже|в тексте|по тексту|красным|синим)\b.{0,40}\b(?:ответ\w*|замечани\w*|"
    r"комментари\w*|пометк\w*)"
    r"|\bтөмендегі (?:хат|хабарлама|мәтін|жауап)\w*|\bхат(?:тың|ыңыздың)? ішін(?:де|е)"
    r"|\b(?:төменде|мәтін(?:нің)? ішінде|қызыл(?:мен)?|көкпен)\b"
    r"|\b(?:answers?|comments?|replies|remarks)\b.{0,40}\b(?:below|in-?line|in red|in blue)"
    r"|\bsee below\b"
    # «Отвечаю под каждым вопросом», «написала ответы между строк»
    rf"|\b{_ANSWERED}(?: \w+){{0,3}} (?:под|после|рядом с|напротив|возле|около)(?: \w+){{0,2}}"
    rf" {_QUESTIONS}"
    rf"|\b{_MY_WORDS}(?: \w+)?(?: [–—-])?(?: \w+)? (?:под|после|рядом с|напротив|возле|около)"
    rf"(?: (?:каждым|каждого|ваш\w+|сам\w+|всеми)){{0,2}} {_QUESTIONS}"
    rf"|\b(?:{_ANSWERED}|{_MY_WORDS})(?: \w+){{0,2}} (?:между строк|в (?:вашем|вашей|само[йм]|самом"
    r"|вашему) (?:письм|текст|сообщени|анкет)\w*)"
    rf"|\b{_MY_WORDS}(?: \w+)? (?:вписал|вставил|внес|внёс)\w* (?:\w+ )?в (?:ваше?|сам\w+|текст)\b"
    # «Ответы выделил жирным шрифтом»
    rf"|\b{_MY_WORDS}(?: \w+)? (?:выдел(?:ил|ен|яю)\w*|отмети\w+|отмечен\w+|пометил\w*|помечен\w*"
    rf"|дан[ыо]|написан[ыо]|набран\w*)(?: \w+)? {_MARKED}"
    rf"|^\W*(?:\w+ )?ответы (?:\w+ )?(?:выделил[аи]?|подчеркнул[аи]?|подчёркнул[аи]?)\b"
    # «Әр сұрақтың астына жауап бердім», «жауаптарымды қою қаріппен белгіледім»
    r"|\b(?:сұрақ|тармақ)\w*(?:тың|тардың|ыңыздың|тарыңыздың) (?:астын|тұсын|жанын|қасын|артын)"
    r"(?:а|да) (?:\w+ )?(?:жаз|жауап|қой|көрсет)\w*"
    rf"|\b{_WORDS_KK} (?:әр )?(?:сұрақ|тармақ)\w*(?:тан|тардан) кейін"
    rf"|\b{_WORDS_KK} (?:\w+ )?(?:қою|қалың|көлбеу|курсив|қызыл|көк|жасыл|басқа)\w*"
    r"(?: (?:қаріп|түс|әріп)\w*)? (?:белгіле|бөле|ерекшеле|жаз|боял|бер|көрсет)\w*"
    r"|\b(?:answer|repl|comment|respon)\w* (?:\w+ ){0,3}(?:between the lines|(?:under|after|below"
    r"|beneath) (?:each|every|your|the) (?:question|point)s?|in (?:bold|italics|colou?r))",
    _I,
)
"""Words that say: what counts stands among the lines of the other letter."""


def tells_where(line: str) -> bool:
    """Return whether a line says that what counts stands among the lines of the other letter."""
    return bool(_WHERE.search(line))


_QUESTION = re.compile(r"\?\W{0,3}$")
_ANSWERED_BEHIND = re.compile(r"\?[\s–—:-]{1,4}(?:да|нет|иә|ия|жоқ|yes|no)\b(?!\s?[/|\\(])", _I)
_NAMED_ANSWER = re.compile(r"\W{0,3}(?:мой )?(?:ответ|жауап|жауабым|answer)\W{0,2}:\s*\S", _I)
_HEAD = re.compile(rf"\W{{0,2}}(?:{HEADS})\W{{0,2}}:.*", _I)
_MOST_LINES = 4  # that stand as an answer between two questions


def answer_inside(lines: Sequence[str]) -> str:
    """Return a line of a repeated letter that answers its questions; "" where none does.

    Lines that a program has marked with “>” are not looked at: an answer has no mark.
    """
    asked = -1
    for at, line in enumerate(lines):
        if line.lstrip().startswith(">") or _HEAD.fullmatch(line):
            asked = -1
        elif _ANSWERED_BEHIND.search(line) or (asked >= 0 and _NAMED_ANSWER.match(line)):
            return line
        elif _QUESTION.search(line):
            if asked >= 0 and 1 < at - asked <= _MOST_LINES + 1:
                return lines[asked + 1]
            asked = at
    return ""
