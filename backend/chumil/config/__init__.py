"""Settings, environment, routes, WSGI."""
