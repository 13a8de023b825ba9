"""Other languages: Spanish is written, communities translate it, and nothing is machine-made."""

LANGUAGES = {"quc": "K'iche'", "kek": "Q'eqchi'", "mam": "Mam", "cak": "Kaqchikel", "en": "English"}
"""What can be translated into; what a translation lacks is shown in Spanish."""
