"""The site while people work on it: made when it is asked for, and anew after every change."""
