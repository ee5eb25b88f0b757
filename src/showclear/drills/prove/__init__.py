"""How few faults lead to the accident? Every way there, against the real kernel."""
