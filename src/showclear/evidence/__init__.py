"""What can an outsider check, and with what? Files by hash, and the bundle."""
