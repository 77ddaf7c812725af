"""Fields of Word: an instruction, and the result that it printed last, which alone is read."""

import re
from dataclasses import dataclass, field

from talqy.office.word_package import Element, child_of, is_on, name_of, number_of, value_of

_ERROR = r"\b(?:error|ошибка|қате)\s?[!:]"
_TOLD = (
    "reference source not found|bookmark not defined|no bookmark name given|not a valid link"
    "|hyperlink reference not valid|unknown document property name|no sequence specified"
    "|no text of specified style in document"
    "|источник (?:перекр[её]стной )?ссылки не найден|закладка не определена"
    "|имя закладки не задано|недопустимая связь|неверная ссылка"
    "|недопустимый объект гиперссылки|неизвестное имя свойства документа"
    "|не указана последовательность|текст указанного стиля в документе отсутствует"
    "|(?:айқас )?сілтеме(?:нің)? көзі табылмады|бетбелгі анықталма(?:ған|ды)"
).replace(" ", r"\s+")
NOWHERE = re.compile(rf"{_ERROR}.*|{_TOLD}", re.IGNORECASE)
"""What a field says whose source is gone."""
TYPED_NOWHERE = re.compile(rf"{_ERROR}\s{{0,3}}(?:{_TOLD})\b", re.IGNORECASE)
"""The same where no field is left: typed over, pasted, or saved as mere words."""
# Fields that print a number which stands nowhere in the file.
_UNWORKED = re.compile(r"\s*(?:LISTNUM|AUTONUM(?:LGL|OUT)?)\b", re.IGNORECASE)
_LONGEST_INSTRUCTION = 200


@dataclass
class _Field:
    """A field that has begun; its instruction ends where its result begins."""

    instruction: str = ""
    in_result: bool = False


@dataclass
class Fields:
    """The fields that are open: one may begin in a paragraph and end in a later one."""

    open: list[_Field] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether words are no result of a field, but belong to what makes it."""
        return any(not one.in_result for one in self.open)

    @property
    def is_endless(self) -> bool:
        """Whether words that stand here belong to no result: no program writes them there."""
        return bool(self.open) and not self.open[-1].in_result

    def instruct(self, words: str) -> None:
        """Take words of the instruction of the field that began last."""
        if self.open:
            self.open[-1].instruction += words[:_LONGEST_INSTRUCTION]

    def pass_sign(self, kind: str) -> str:
        """Begin a field, its result, or end it.

        Return the instruction of an ended one whose number stands nowhere in the file, else "".
        """
        if kind == "begin":
            self.open.append(_Field())
        elif kind == "separate" and self.open:
            self.open[-1].in_result = True
        elif kind == "end" and self.open:
            ended = self.open.pop()
            if _UNWORKED.match(ended.instruction) and not ended.in_result:
                return ended.instruction.strip()
        return ""


def filled_in(sign: Element) -> str:
    """Return what stands in a box to tick or a list to choose from, which has no result."""
    data = child_of(sign, "ffData")
    if (box := child_of(data, "checkBox")) is not None:
        state = child_of(box, "checked")
        state = child_of(box, "default") if state is None else state
        return "☒" if state is not None and is_on(state) else "☐"
    if (choice := child_of(data, "ddList")) is not None:
        entries = [value_of(one) for one in choice if name_of(one) == "listEntry"]
        chosen = number_of(child_of(choice, "result")) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
