"""What is learnt, and how a class fares."""
