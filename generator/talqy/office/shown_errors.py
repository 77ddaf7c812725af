"""What spreadsheets show where they have no value: one table, in the languages of the programs."""

import re

ERROR_SHOWN = re.compile(
    r"#(?:N/A|NA|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|BUSY!"
    r"|Н/Д|ССЫЛКА!|ИМЯ\?|ЗНАЧ!|ДЕЛ/0!|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!|ВЫЧИСЛ!|ЕСІМ\?|МӘН!|БӨЛ/0!|САН!)"
    r"|(?:Err|Ошибка|Қате):\s?\d{3}",
    re.IGNORECASE,
)
