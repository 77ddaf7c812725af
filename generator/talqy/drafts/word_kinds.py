"""Why a text from a file is not taken, what is asked about it, and what is told: codes E01 to E74.

Questions are problems that a person settles; their answers are words of `questions.py`.
"""

from talqy.model.problem import Kind, Level, kinds_in

# --- what is refused -------------------------------------------------------------------------
NOT_DOCX = Kind(
    "E01",
    "this is neither a .docx inside nor a saved page nor a PDF, or it has a password",
    "open it in Word or LibreOffice, take the password away, and save it as .docx; the codes of "
    "the clauses stay",
)
PASTED = Kind(
    "E02",
    "the table of the text has become plain paragraphs, so it is not plain where a clause ends",
    "paste it again as a table, or take the file as it was exported",
)
NO_CLAUSES = Kind(
    "E03",
    "no clause was found",
    "begin each clause with its number, such as “5. …” or “Глава 2. …”, or take the working copy",
)
BEFORE_FIRST = Kind(
    "E04",
    "words stand before the first clause, and belong to none: “{words}”",
    "put them into a clause, or take them away",
)
OUTSIDE_TABLE = Kind(
    "E05",
    "words stand outside of the table, and belong to no clause: “{words}”",
    "put them into a row of the table, or take them away",
)
MERGED = Kind(
    "E06",
    "cells of this row are merged or divided, so it is not plain what belongs to which clause",
    "make it a row with a cell for each column, as the other rows are",
)
DRAWN = Kind(
    "E07",
    "something in this clause is no text: a text box, a picture, a formula or an object “{words}”",
    "type off what it says, for what holds must stand in the text; take a picture or a form out, "
    "and name it as a file of the clause",
)
NOWHERE = Kind(
    "E08",
    "a reference leads nowhere, or a number is not worked out: “{words}”",
    "write in its place what it should say",
)
UNKNOWN_CODE = Kind(
    "E09",
    "no clause of r{base} has the code “{code}”",
    "put back the code that stood there (perhaps “{near}”); of a new clause leave it empty",
)
NO_WORDS = Kind(
    "E10",
    "a code stands here without any words: {code}",
    "take the whole row away if the clause is to go, else put its words back",
)
OTHER_STANDARD = Kind(
    "E11",
    "this is the text of another standard: {found}",
    "name that one with --standard, or take the file of this one",
)
OTHER_BASE = Kind(
    "E12",
    "this file was made from another wording of r{base} than the one that is here",
    "bring it with --update where r{base} is still in preparation; else export the working copy "
    "anew ({command}), and bring the changes into it",
)
UNKNOWN_WORDING = Kind(
    "E70",
    "this file was made from a wording of r{base} that is neither here nor in any commit that git "
    "knows here",
    "fetch the branch on which that was saved; or export the working copy anew ({command}), and "
    "bring the changes into it",
)
BOTH_CHANGED = Kind(
    "E69",
    "{place} – the file and what was changed here since say two things. Before: “{was}”; here by "
    "now: “{now}”; in the file: “{words}”",
    "say which of the two stays in these places: --keep file or --keep here; or change the file, "
    "and bring it again",
)
STAYS_WHOLE = Kind(
    "E71",
    "the file and what was changed here since cannot be put together place by place",
    "with --keep one of the two stays whole, and all that only the other one has changed goes; or "
    "export the working copy anew, and bring the changes into it",
)
OLDER_BASE = Kind(
    "E13",
    "this file was made from r{base}, and r{newest} is there since",
    "say --base r{base} if the new text is to start from it all the same",
)
ONE_SIDED = Kind(
    "E14",
    "this clause stands in one of the two files alone",
    "put it into the other file at the same place, under the same number",
)
LANGUAGE = Kind(
    "E15",
    "it is not plain in which language this file is",
    "say it with --text-language, such as {known}",
)
TABLES = Kind(
    "E16",
    "a table in this clause cannot be taken: it is not the only one, has merged cells, or differs "
    "in shape between the languages",
    "give the clause one table with as many rows and columns in each language",
)
TOO_MANY = Kind("E17", "there are more than {most} clauses", "divide the text")
NO_ANSWER = Kind(
    "E18",
    "the question {question} has no answer that it offers: “{answer}”",
    "answer with one of: {choices}",
)
OTHER_QUESTIONS = Kind(
    "E19",
    "there is no question {question} about this file",
    "the text or the draft has changed since: write the questions anew with --plan",
)
ANSWERS = Kind(
    "E20",
    "the answers cannot be read",
    "take the file that --plan has written, and fill in its answers alone",
)

TWICE = Kind(
    "E21",
    "two clauses of the file are said to be one clause of the draft: {clause}",
    "answer “new” for one of them",
)
SUMMARY_FORM = Kind(
    "E22",
    "this is a form about the draft, and not its text: {heads}",
    "take the attached .docx with the text itself",
)
LETTERS = Kind(
    "E23",
    "letters were destroyed on the way: “{word}”",
    "save the page anew in a browser, or take the .docx of the text",
)
ONE_FILE_PAGE = Kind(
    "E24",
    "a page that is saved in one file (.mht, .mhtml) is not read",
    "open it in a browser, and save it as “web page, HTML only”",
)
SCANNED = Kind(
    "E25",
    "page {page} of the PDF is a picture, and has no text",
    "take the file that was scanned, as .docx",
)
COLUMNS = Kind(
    "E26",
    "on page {page} of the PDF words stand side by side, in columns or a table, and a PDF does not "
    "say what belongs together: “{words}”",
    "take the .docx of the text, or the page that a browser has saved",
)
UNKNOWN_ROW = Kind(
    "E63",
    "nothing that is known here is called so: “{said}”",
    "call it as one of these, or take the row away: {known}",
)
ODD_CELL = Kind(
    "E64",
    "words of this row cannot be read: they are hidden, struck through, a picture or a box",
    "type them into the cell as plain words",
)
REASON_OF = Kind(
    "E65",
    "a reason stands here beside what has not changed: “{said}”",
    "name a clause that has, by its code or its number: {known}",
)
FACT_UNREAD = Kind(
    "E66",
    "this is not read as “{fact}”: “{words}”",
    "write it as pages say it, a line for each value: {known}",
)
FACT_SIDES = Kind(
    "E67",
    "the languages have not the same number of lines for “{fact}”",
    "write a line for each value, in the same order in every language",
)

# --- what is asked ---------------------------------------------------------------------------
WHICH_CLAUSE = Kind(
    "E30",
    "is this the clause “{clause}”, or a new one?",
    "answer with the code of the clause, or “new”",
    Level.PERSON,
)
COPIED = Kind(
    "E31",
    "this is a copy of the clause “{clause}”: is it a new clause, a part of the old one, or to be "
    "left out?",
    "answer “new”, “split” or “out”",
    Level.PERSON,
)
SPLIT_OFF = Kind(
    "E32",
    "words of the clause “{clause}” stand here: was it divided, or is this a new clause?",
    "answer “split” or “new”",
    Level.PERSON,
)
JOINED_TO = Kind(
    "E33",
    "words of the clause “{clause}”, which is gone, stand in “{other}”: were they joined, or was "
    "it taken out?",
    "answer “joined” or “gone”",
    Level.PERSON,
)
RUNS_ON = Kind(
    "E34",
    "the clause “{clause}” begins inside of a paragraph of the one before it: are they one clause "
    "now, or two?",
    "answer “joined” or “apart”",
    Level.PERSON,
)
UNSEEN_WORDS = Kind(
    "E35",
    "these words are hidden or struck through, and are left out: “{words}”",
    "answer “out” if that is right; else mend the file, and import it anew",
    Level.PERSON,
)
SYMBOL = Kind(
    "E36",
    "which sign is it? only its font knows how it looks: {words}",
    "answer with the sign, such as ≥",
    Level.PERSON,
)
FOOTNOTE = Kind(
    "E37",
    "a footnote is no part of the text, and is left out: “{words}”",
    "answer “out” if that is right; else write it into the clause, and import the file anew",
    Level.PERSON,
)
NEW_TABLE = Kind(
    "E38",
    "a table stands in this clause, which had none: is it the table of the clause?",
    "answer “table”, or “out” to leave it out",
    Level.PERSON,
)
CODE_INSIDE = Kind(
    "E39",
    "the code “{code}” stands inside of the words: does it belong to them?",
    "answer “out” to take it out, “in” to leave it",
    Level.PERSON,
)
OTHER_WORDS = Kind(
    "E40",
    "the code is that of “{clause}”, heading and words are those of “{other}”: which one is it?",
    "answer with the code of the clause that it is, or “new”; codes may have been exchanged",
    Level.PERSON,
)
EMPTIED = Kind(
    "E41",
    "the clause “{clause}” has lost its words in “{language}” and has them in the other language: "
    "is that meant?",
    "answer “out” if they are to go and be written anew, “in” to keep the words it had",
    Level.PERSON,
)

FACT_ASKED = Kind(
    "E42",
    "the words of “{clause}” seem to set: {facts}; is it so?",
    "answer “yes” to set it, “no” if it is not so; without an answer it is not set",
    Level.PERSON,
)
FACT_LEFT = Kind(
    "E68",
    "the words of “{clause}” have changed, and its fact has stayed: {facts}; does this hold now: "
    "{now}?",
    "answer “yes” to change the fact, “no” if it stays; without an answer it stays as it is",
    Level.PERSON,
)
REASON_ASKED = Kind(
    "E61",
    "why was “{clauses}” changed? Say it {language}",
    "answer in a sentence that people will read; without an answer the reason stays “…”",
    Level.PERSON,
)

# --- what is told ----------------------------------------------------------------------------
REMARK = Kind(
    "E50",
    "a remark in the margin is not taken: “{words}”",
    "see whether it asks for a change",
    Level.WARNING,
)
UNTRACKED = Kind(
    "E51",
    "changed, but not tracked: {clauses}",
    "look whether it was meant; the comparison shows every change, tracked or not",
    Level.WARNING,
)
FACTS_STAY = Kind(
    "E52",
    "the words of “{clause}” have changed, and its facts have stayed: {facts}",
    "see whether they still hold, and set them in the draft",
    Level.WARNING,
)
FACT_STAYS = Kind(
    "E72",
    "“{clause}”, {fact}: the words have changed from “{was}” to “{now}”, and the fact is still "
    "“{value}”",
    "see whether it still holds, and set it in the draft",
    Level.WARNING,
)
FACT_APART = Kind(
    "E73",
    "“{clause}”, {fact}: the fact is “{value}”; the text in “{language}” says now: {said}",
    "see whether it still holds, and set it in the draft",
    Level.WARNING,
)
FACTS_PROPOSED = Kind(
    "E59",
    "the words of “{clause}” seem to set: {facts}",
    "if it is so, answer “yes” to its question (--plan), or write “{line}” under “facts” of the "
    "clause; nothing of it is set yet",
    Level.WARNING,
)
FACTS_GONE = Kind(
    "E53",
    "with the clause “{clause}” its facts are gone: {facts}",
    "set them at the clause that says it now, if there is one",
    Level.WARNING,
)
OF_OLDER = Kind(
    "E74",
    "this file was made from r{older}: where r{base} says something else already, the file says "
    "the old, and that would come again",
    "look at each change below; or take the working copy of r{base}, and bring the changes into it",
    Level.WARNING,
)
LEFT_OUT = Kind(
    "E54",
    "words before the first clause, or set aside, are not taken: “{words}”",
    "title, authority, explanation and whose an annex is have places of their own in the files",
    Level.WARNING,
)
ONE_LANGUAGE = Kind(
    "E55",
    "changed in “{language}” alone: {clauses}",
    "write the same change in the other language, or declare it as editorial",
    Level.WARNING,
)
AROUND = Kind(
    "E56",
    "what stands around the text of the page is not taken (lines: {count}), the longest of it: "
    "“{words}”",
    "look whether it belongs to the text; if it does, take the .docx, or put it into the file",
    Level.WARNING,
)
SIGNATURE = Kind(
    "E57",
    "a signature is not taken: “{words}”",
    "who has signed stands in the act; the text has no place for it",
    Level.WARNING,
)
PICTURED = Kind(
    "E58",
    "pictures of the PDF are not taken; they stand on these pages: {pages}",
    "look whether they say anything; what holds must stand in the text",
    Level.WARNING,
)
PICTURE_GONE = Kind(
    "E60",
    "a picture of “{clause}” stands no more in the file, and stays with the clause: {file}",
    "if it is to go, take it out of “files” under “facts” of the clause in the draft",
    Level.WARNING,
)
NOT_SAID = Kind(
    "E62",
    "the table “{table}” says nothing yet of: {names}",
    "write it in each language into the next working copy, or into the draft",
    Level.WARNING,
)
ALL = kinds_in(globals())
"""All kinds, in the order of the codes."""
