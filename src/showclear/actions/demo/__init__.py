"""What does a day on set look like in the record? Invented people, one morning."""
