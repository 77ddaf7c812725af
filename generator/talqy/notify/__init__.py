"""Telling people what happened: between two commits, as those who follow would be told."""
