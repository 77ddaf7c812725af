"""The queue at the desk: what the form and the mailbox have taken, and what becomes of it."""
