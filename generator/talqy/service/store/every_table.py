"""All tables of the queue: those of comments, of letters, of files, and of messages."""

from talqy.service.store.attachment_tables import ASIDE
from talqy.service.store.letter_tables import LETTERS
from talqy.service.store.mail_tables import MAILS

# Each room of tables puts its own into the one list.
EVERY_TABLE = LETTERS.metadata
assert ASIDE.metadata is MAILS.metadata is EVERY_TABLE  # noqa: S101 - else one would be missing
