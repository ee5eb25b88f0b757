"""What was said, by whom, in what order? Bytes in, proof out."""
