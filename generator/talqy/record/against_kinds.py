"""What `verify --against` finds wrong: what was on record, and is gone, changed, or dated back."""

from talqy.model.problem import Kind

GONE = Kind(
    "V01",
    "the standard “{title}” is gone; the older state has on record of it: texts {texts}, comments "
    "{comments}",
    "",
)
UNREADABLE = Kind("V01", "the standard “{title}” is on record, and here it cannot be read", "")
LANGUAGE_GONE = Kind(
    "V13", "the language “{language}” is gone: what is on record in it is no longer shown", ""
)
TEXT_GONE = Kind("V01", "r{revision} is on record in the older state, and here it is not", "")
TEXT_CHANGED = Kind("V02", "the text of r{revision} is not the one that was on record", "")
SAID_CHANGED = Kind(
    "V03",
    "r{revision}, {what}: “{was}” was on record, and now “{now}” is, without a true correction",
    "",
)
RECORDED_ANEW = Kind(
    "V04",
    "r{revision}: the record says that {what} is kept since {now}, and it was kept since {was}",
    "",
)
COMMENT_GONE = Kind("V05", "the comment {comment} on r{revision} is gone", "")
COMMENT_CHANGED = Kind(
    "V05", "the comment {comment} on r{revision} is not the one that was published", ""
)
MORE_THAN_TAKEN_OUT = Kind(
    "V05",
    "under the mark of a redaction, more was changed in the comment {comment} on r{revision} than "
    "was taken out",
    "",
)
NUMBER_CHANGED = Kind(
    "V06",
    "the record has the comment {comment} under another number, place, day or "
    "digest, or not at all",
    "",
)
ANSWER_RECORDED_ANEW = Kind(
    "V04",
    "the record no longer says that the answer to the comment {comment} is kept since {was}",
    "",
)
OPENED_AGAIN = Kind(
    "V06", "the record of r{revision} no longer says that the discussion is over", ""
)
RESPONSE_GONE = Kind("V07", "the response to the comment {comment} is gone", "")
RESPONSE_CHANGED = Kind(
    "V07",
    "the response to the comment {comment} is not the one that was published, without a true "
    "correction",
    "",
)
CORRECTION_BACKDATED = Kind(
    "V08",
    "a correction of r{revision} is dated {day}, and the older state, of {last}, does not have it",
    "",
)
ENTERED_UNSEEN = Kind(
    "V09",
    "the comment {comment} came to r{revision} after its report, and the record does not say so",
    "",
)
ENTERED_AS_TIMELY = Kind(
    "V09",
    "the comment {comment} came to r{revision} when the others had their numbers, and the record "
    "does not say so",
    "",
)
ENTERED_UNDATED = Kind(
    "V06",
    "the comment {comment} on r{revision} came on record after the older state, of {last}, and the "
    "record does not say on which day",
    "",
)
OUTCOME_UNDATED = Kind(
    "V18",
    "the outcome of the comment {comment} on r{revision} came on record after the older state, of "
    "{last}, and the record does not say on which day, or dates it back",
    "",
)
ENTERED_BACKDATED = Kind(
    "V09",
    "the comment {comment} on r{revision} is said to be on record since {day}, and the older "
    "state, of {last}, does not have it",
    "",
)
ANSWERED_UNSEEN = Kind(
    "V14",
    "the answer to the comment {comment} came to r{revision} after its report, and the record does "
    "not say so, or dates it back",
    "",
)
RECORD_DATED_BACK = Kind(
    "V18",
    "r{revision}, {what}: said to be on record since {day}, and the older state, of {last}, does "
    "not have it",
    "",
)
POSTED_WITHOUT_A_DAY = Kind(
    "V18",
    "r{revision}, {what} of {on}: the older state does not have it, and the record does not say "
    "since when it is kept",
    "`talqy merge` always writes that day under `since`: look who put this line there by hand",
)
CORRECTION_GONE = Kind("V08", "a correction of r{revision} is gone, or was changed", "")
