"""The service: comments by the form, the queue, publishing, the desk (the extra `service`)."""
