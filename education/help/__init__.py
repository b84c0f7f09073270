"""Where help is: the one record of every helpline, and the cards made from it. Touches no database."""
