"""What a clerk calls things that programs have codes for: forms of files, charsets, machines."""

from talqy.errors import Saying, Spoken

_FORMS = {
    "application/pdf": Saying("a PDF file"),
    "application/rtf": Saying("a Word file"),
    "text/rtf": Saying("a Word file"),
    "application/msword": Saying("a Word file"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Saying(
        "a Word file"
    ),
    "application/vnd.oasis.opendocument.text": Saying("a Word file"),
    "application/vnd.ms-excel": Saying("an Excel file"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Saying("an Excel file"),
    "application/vnd.oasis.opendocument.spreadsheet": Saying("an Excel file"),
    "text/csv": Saying("an Excel file"),
    "application/zip": Saying("an archive"),
    "application/x-zip-compressed": Saying("an archive"),
    "application/vnd.rar": Saying("an archive"),
    "application/x-7z-compressed": Saying("an archive"),
    "text/html": Saying("a web page"),
}
_GREAT_FORMS = {
    "image": Saying("a picture"),
    "audio": Saying("a sound recording"),
    "video": Saying("a video"),
    "text": Saying("a text file"),
}
_CHARSETS: dict[str, str | Saying] = {
    "cp1251": "Windows-1251",
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "kz1048": Saying("Kazakh Windows (KZ-1048)"),
    "koi8-r": "KOI8-R",
    "cp866": "DOS (CP866)",
}
_DELIVERY = Saying("a notice about the delivery of a message")
_UNDELIVERED = Saying("a notice that a message was not delivered")
_REPLY = Saying("an automatic reply")
_MAILING = Saying("a mailing")
_MACHINES = {
    "auto-submitted: auto-replied": _REPLY,
    "x-autoreply": _REPLY,
    "x-autorespond": _REPLY,
    "x-auto-reply-from": _REPLY,
    "x-auto-response": _REPLY,
    "x-autoresponder": _REPLY,
    "precedence: auto_reply": _REPLY,
    "precedence: bulk": _MAILING,
    "precedence: junk": _MAILING,
    "list-unsubscribe": _MAILING,
    "x-failed-recipients": _UNDELIVERED,
    "return-path: <>": _UNDELIVERED,
    "multipart/report": _DELIVERY,
    "text/calendar": Saying("an invitation to a meeting"),
}


def file_words(name: str, form: str) -> Spoken:
    """Return a file that came with a letter: its name, and its form (a MIME type) in words."""
    words = _FORMS.get(form) or _GREAT_FORMS.get(form.partition("/")[0]) or Saying("a file")
    return Saying("{name} ({form})", {"name": name, "form": words}) if name else words


def charset_words(charset: str) -> str | Spoken:
    """Return the name of a charset as programs show it to people."""
    return _CHARSETS.get(charset.lower(), charset)


def machine_words(sign: str) -> Spoken:
    """Return what a program has sent, by the sign in its heads."""
    return _MACHINES.get(sign.lower()) or Saying("an automatic message")
