"""What does a reader take away? Sheets, labels, packs: read only."""
