"""All tables of the queue: those of comments, of letters, and of files."""

from talqy.service.store.attachment_tables import ASIDE
from talqy.service.store.letter_tables import LETTERS

# Each room of tables puts its own into the one list.
EVERY_TABLE = LETTERS.metadata
assert ASIDE.metadata is EVERY_TABLE  # noqa: S101 - else a table would be missing
