"""The log of a comment in words: what was done with it, and by whom."""

from collections.abc import Mapping

from talqy.service.desk.pages import DeskVisit
from talqy.service.taken import Act, ActName, By


def act_words(visit: DeskVisit, act: Act) -> str:
    """Return what a line of the log says was done, or that somebody says so."""
    known = {name.value: words for name, words in words_of_acts(visit).items()}
    # Another version of Talqy may have written it: its word, rather than nothing.
    words = known.get(act.what) or visit.say("something else: {what}", what=act.what)
    return visit.say("says: {what}", what=words) if act.is_said else words


def by_words(visit: DeskVisit, name: str) -> str:
    """Return who has done something: an official by name, or what is no person in words."""
    known = {one.value: words for one, words in words_of_doers(visit).items()}
    return known.get(name, name)


def words_of_acts(visit: DeskVisit) -> Mapping[ActName, str]:
    """Return what each act is called."""
    say = visit.say
    return {
        ActName.TAKEN: say("taken in"),
        ActName.LOOKED_AT: say("looked at"),
        ActName.HELD: say("set aside"),
        ActName.ASKED_BACK: say("the author was asked"),
        ActName.ANSWERED_BACK: say("the author has answered"),
        ActName.TO_PUBLISH: say("to be published"),
        ActName.REFUSED: say("not published"),
        ActName.REDACTED: say("words were taken out"),
        ActName.WITHDRAWN: say("withdrawn by its author"),
        ActName.WISH_TO_WITHDRAW: say("its author wants it back"),
        ActName.CLAIMED: say("a batch is being made of it"),
        ActName.JUDGED: say("set aside: the check of its batch has found a fault in it"),
        ActName.PUT_BACK: say("its batch did not pass: it waits for the next one"),
        ActName.COMMITTED: say("in a batch"),
        ActName.NOT_COMMITTED: say("in no batch: it waits for the next one"),
        ActName.PUSHED: say("sent on its way"),
        ActName.PULL_REQUEST: say("a pull request was opened for its batch"),
        ActName.DECLINED: say("set aside: the pull request of its batch was closed"),
        ActName.BATCH_GONE: say("set aside: its batch was deleted"),
        ActName.LEFT_OUT: say("set aside: its batch was merged without it"),
        ActName.TAKEN_BACK: say("found in a batch, and taken back into the queue"),
        ActName.PUBLISHED: say("published"),
        ActName.GONE_FROM_MAIN: say("set aside: it is no longer on the main branch"),
        ActName.FORGOTTEN: say("its words are kept no longer"),
    }


def words_of_doers(visit: DeskVisit) -> Mapping[By, str]:
    """Return what each of those is called who is no official of the settings."""
    say = visit.say
    return {
        By.FORM: say("the form"),
        By.MAILBOX: say("the mailbox"),
        By.AUTHOR: say("its author"),
        By.PUBLISHER: say("the service"),
        By.LETTERS: say("the service"),
        By.HERE: say("an official at this computer"),
    }
