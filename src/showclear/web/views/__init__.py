"""Which page answers which request? A view reads the request, calls one thing, shows the answer."""
