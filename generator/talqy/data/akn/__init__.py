"""Texts as Akoma Ntoso 3.0, the language of law machines (decision 0073)."""
