"""What happened to a text, in words: one way for pages, news and files for programs."""

from talqy.language.locale import Locale
from talqy.law.timeline import Event, EventKind


def event_words(locale: Locale, event: Event) -> str:
    """Say one event in words."""
    words, consultation = locale.words, event.revision.consultation
    sentences = {
        EventKind.DRAFTED: words("Draft prepared"),
        EventKind.OPENED: words("Discussion opened"),
        EventKind.EXTENDED: words("Discussion extended"),
        EventKind.CLOSED: words("Discussion ended"),
        EventKind.REPORTED: words("Report on completion of the discussion published"),
        EventKind.WITHDRAWN: words("Draft withdrawn"),
        EventKind.ADOPTED: words("Adopted"),
        EventKind.IN_FORCE: words("Came into force"),
    }
    if event.kind is EventKind.POSTED and consultation:
        channel = consultation.posted[event.number].channel
        return words("Posted: {channel}", channel=locale.coded("posting-channel", channel))
    if event.kind is EventKind.MOVED:
        held, _ = event.revision.moves[event.number]
        return words("Moved: {name}", name=locale.coded("draft-event", held.kind))
    return sentences[event.kind]
