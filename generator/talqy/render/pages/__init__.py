"""One file a kind of page: its view (what the template may use, in one language) and how it is made."""
