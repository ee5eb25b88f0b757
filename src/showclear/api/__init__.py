"""What does a program see, and what may it ask? The HTTP interface."""
