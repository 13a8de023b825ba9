"""The families of checks, one module each; every check is a pure function over a draft."""
