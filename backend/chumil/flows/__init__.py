"""One function per action that crosses apps, in one transaction."""
