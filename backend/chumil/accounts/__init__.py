"""Teachers, children, sign-in and devices."""
