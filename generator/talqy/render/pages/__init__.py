"""One file a kind of page: its view (what the template may use) and how it is made."""
