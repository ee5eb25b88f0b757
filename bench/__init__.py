"""How fast is it beside what it stands on? One file for each published number."""
