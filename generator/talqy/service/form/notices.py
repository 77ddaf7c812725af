"""What the form says of a post as a whole, beside the judge's words on each field."""

from enum import StrEnum

from talqy.language.locale import Locale


class Notice(StrEnum):
    """Why something was not taken yet, or what to know before it is sent."""

    LOOK_OVER = "look over"
    LOOK_AT_WORDS = "look at words"
    OLD = "old"
    NEW_DAY = "new day"
    UNKNOWN_PAGE = "unknown page"
    QUICK = "quick"
    TRAPPED = "trapped"
    FROM_ELSEWHERE = "from elsewhere"
    MANY = "many"
    NO_CONSENT = "no consent"
    NOT_SEEN = "not seen"
    NO_FORM = "no form"
    TOO_LONG = "too long"
    NOT_UTF8 = "not utf-8"
    MANY_FIELDS = "many fields"
    NO_DRAFT = "no draft"
    NO_OPEN_DRAFT = "no open draft"
    NO_SUCH_COMMENT = "no such comment"
    AWAY = "away"
    ASK_HERE = "ask here"
    WRONG_KEY = "wrong key"
    READ = "read"
    NOTHING_TOLD = "nothing told"
    NOT_SURE = "not sure"
    WITHDRAWN = "withdrawn"
    ALREADY_PUBLIC = "already public"
    ANSWERED = "answered"
    NO_ANSWER = "no answer"
    NOT_SO = "not so"
    FILES = "files"
    WORDS_PUT = "words put"
    NO_WORDS = "no words"


GRAVE = frozenset(
    {
        *(Notice.MANY, Notice.NO_FORM, Notice.TOO_LONG, Notice.NOT_UTF8, Notice.MANY_FIELDS),
        *(Notice.NO_DRAFT, Notice.NO_OPEN_DRAFT, Notice.NO_SUCH_COMMENT),
        *(Notice.WRONG_KEY, Notice.AWAY, Notice.ASK_HERE, Notice.NOT_SURE, Notice.NO_ANSWER),
        Notice.NOT_SO,
    }
)
"""What ends the way: everything else asks to press the button once more."""

STATUS = {
    Notice.MANY: 429,
    Notice.NO_FORM: 415,
    Notice.TOO_LONG: 413,
    Notice.NOT_UTF8: 400,
    Notice.MANY_FIELDS: 400,
    Notice.NO_DRAFT: 404,
    Notice.NO_OPEN_DRAFT: 404,
    Notice.NO_SUCH_COMMENT: 404,
    Notice.WRONG_KEY: 403,
    Notice.ASK_HERE: 403,
    Notice.NOT_SURE: 422,
    Notice.NO_ANSWER: 422,
    Notice.LOOK_AT_WORDS: 422,
    Notice.NOT_SO: 409,
    Notice.AWAY: 503,
}
"""The status of a page that says this; of all others it is 200 or 422."""


def notice_words(locale: Locale, notice: Notice) -> str:
    """Say a notice in a language."""
    words = locale.words
    return {
        Notice.LOOK_OVER: words(
            "Nothing is sent yet. Look your words over; then press the button below."
        ),
        Notice.LOOK_AT_WORDS: words(
            "Nothing is sent yet: something has to be changed first. What, stands beside the field."
        ),
        Notice.OLD: words(
            "This page was open for long. Nothing is sent yet, and nothing is lost: press the "
            "button once more."
        ),
        Notice.NEW_DAY: words(
            "Another day has begun since this page was opened. Nothing is sent yet, and nothing is "
            "lost: look whether the discussion still goes on, and press the button once more."
        ),
        Notice.UNKNOWN_PAGE: words(
            "The page from which this came is not known here any more. Nothing is sent yet, and "
            "nothing is lost: press the button once more."
        ),
        Notice.QUICK: words(
            "That was quicker than people are. Nothing is sent yet: look your words over, and "
            "press the button once more."
        ),
        Notice.TRAPPED: words(
            "Something stood in a field that people do not see: a program may have filled it. It "
            "is empty again. Nothing is sent yet: press the button once more."
        ),
        Notice.FROM_ELSEWHERE: words(
            "This was sent by a page of another site. Nothing is sent yet: look whether these are "
            "your words, and press the button."
        ),
        Notice.MANY: words(
            "Very many comments have come from your network within an hour. Nothing is lost: keep "
            "this page open and press the button later, or send your comment by e-mail."
        ),
        Notice.NO_CONSENT: words(
            "Without your consent nothing can be published: it is given by the button that says so."
        ),
        Notice.NOT_SEEN: words(
            "Nothing is sent yet. Look at what stands beside the fields; you may change it, or "
            "press the button once more and leave it as it is."
        ),
        **_of_the_whole(locale),
        **_of_own(locale),
        **_of_files(locale),
    }[notice]


def _of_files(locale: Locale) -> dict[Notice, str]:
    words = locale.words
    return {
        Notice.FILES: words(
            "Nothing is sent yet: not every file could be taken. Why, stands beside the files; all "
            "that you typed is below."
        ),
        Notice.WORDS_PUT: words(
            "The words of the document stand in the comment now. Nothing is sent yet: look them "
            "over, and take out what is not for everybody."
        ),
        Notice.NO_WORDS: words(
            "No words could be read in this document: it may be a picture. Write what matters "
            "into the comment yourself."
        ),
    }


def _of_the_whole(locale: Locale) -> dict[Notice, str]:
    words = locale.words
    return {
        Notice.NO_FORM: words("This is not what the form of the site sends."),
        Notice.TOO_LONG: words(
            "All your words together are too long. Nothing is taken: go back, and divide them into "
            "several comments, one a clause."
        ),
        Notice.NOT_UTF8: words(
            "The letters of the form could not be read. Nothing is taken: go back, and write to "
            "the authority by e-mail if it happens again."
        ),
        Notice.MANY_FIELDS: words("The form has more fields than ours. Nothing is taken."),
        Notice.NO_DRAFT: words(
            "The draft that these words are about is not known here. Nothing is taken; your words "
            "stand below, so that you can copy them."
        ),
        Notice.NO_OPEN_DRAFT: words("No draft of this standard is under discussion today."),
        Notice.NO_SUCH_COMMENT: words(
            "No comment with this number is known here. Look at each sign of it; it stands in the "
            "receipt."
        ),
        Notice.AWAY: words(
            "The service cannot store comments at this moment. Nothing is taken, and nothing is "
            "lost: keep this page open, and press the button again in some minutes."
        ),
    }


def _of_own(locale: Locale) -> dict[Notice, str]:
    words = locale.words
    return {
        Notice.ASK_HERE: words(
            "This was sent by a page of another site, and nothing is done. Enter the key here."
        ),
        Notice.WRONG_KEY: words(
            "This is not the key of the comment. Look at each sign: it was shown to you once, when "
            "the comment was sent."
        ),
        Notice.READ: words("What the authority asks you stands below."),
        Notice.NOTHING_TOLD: words("The key is right. You are asked nothing yet."),
        Notice.NOT_SURE: words(
            "Nothing is withdrawn yet: first put a tick where it says that you are sure."
        ),
        Notice.WITHDRAWN: words("The comment is withdrawn. It will not be published."),
        Notice.ALREADY_PUBLIC: words(
            "The comment has gone out already. Your wish is noted, and the authority sees it: it "
            "marks the comment as withdrawn, and its words are no longer shown."
        ),
        Notice.ANSWERED: words("Your answer has come. Only the authority reads it."),
        Notice.NO_ANSWER: words("Nothing is sent yet: the answer is empty."),
        Notice.NOT_SO: words(
            "This can no longer be done: the comment has come further meanwhile. How far, stands "
            "below."
        ),
    }
