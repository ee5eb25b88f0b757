"""What stands beside our own act in its bench? One row saved through Django with its history."""
