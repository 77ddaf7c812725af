"""Every page that is made from data: its view, and how it is made."""
