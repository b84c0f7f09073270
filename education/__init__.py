"""What the public reads, and where help is."""
