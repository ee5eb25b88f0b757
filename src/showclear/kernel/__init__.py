"""May this happen? The rules, the states and the decisions, in plain Python."""
