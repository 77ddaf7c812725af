"""The form: what was posted, the doors before the judge, the preview, the receipt, the status."""
