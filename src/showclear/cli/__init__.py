"""The `showclear` command: one module a verb."""
