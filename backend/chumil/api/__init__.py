"""HTTP: parse, call, present. The only package that imports rest_framework."""
