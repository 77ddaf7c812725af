"""Messages from a mailbox or a folder, brought into the queue."""
