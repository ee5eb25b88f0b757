"""Would it have stopped it? A small physical world against the real kernel."""
