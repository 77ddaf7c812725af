"""What people call the fields of a comment, beside the code that an option of a command needs."""

from collections.abc import Mapping

from talqy.errors import Named

_FIELD_WORDS: Mapping[str, tuple[str, str, str]] = {
    "text": ("comment", "текст комментария", "пікір мәтіні"),
    "clause": ("clause", "пункт", "тармақ"),
    "proposal": ("proposed wording", "предлагаемая редакция", "ұсынылатын редакция"),
    "reason": ("reason", "обоснование", "негіздеме"),
    "quote": ("quoted words", "слова проекта", "жоба мәтінінен үзінді"),
    "kind": ("kind of comment", "вид комментария", "пікір түрі"),
    "attitude": ("for or against the draft", "за или против проекта", "жобаны қолдау не қарсылық"),
    "language": ("language", "язык", "тілі"),
    "received": ("day of receipt", "дата поступления", "келіп түскен күні"),
    "author": ("kind of author", "вид автора", "автор түрі"),
    "name": ("name of the author", "имя автора", "автордың аты-жөні"),
    "foreign": ("foreign author", "иностранный автор", "шетелдік автор"),
    "channel": ("way of receipt", "способ поступления", "келіп түсу тәсілі"),
    "consent": ("consent to publication", "согласие на публикацию", "жариялауға келісім"),
    "name_consent": (
        *("consent to publish the name", "согласие на публикацию имени"),
        "аты-жөнін жариялауға келісім",
    ),
    "anonymous": ("not to be named", "без указания имени", "аты-жөнін көрсетпеу"),
    "no_publication": ("refusal of publication", "отказ от публикации", "жариялаудан бас тарту"),
    "processing": (
        *("consent to the processing of personal data", "согласие на обработку данных"),
        "дербес деректерді өңдеуге келісім",
    ),
    "in_reply_to": ("comment that it answers", "ответ на комментарий", "жауап берілген пікір"),
    "reference": ("number of the letter", "входящий номер", "кіріс нөмірі"),
    "line": ("line", "строка", "жол"),
    "part": ("paragraph, figure or table", "абзац, рисунок или таблица", "абзац, сурет не кесте"),
}


def field_words(field: str) -> Named:
    """Return what stands in a column of a field, as people call it."""
    return Named(dict(zip(("en", "ru", "kk"), _FIELD_WORDS[field], strict=True)))
