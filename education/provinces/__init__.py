"""Every province and territory: the one record of what differs among them. Touches no database."""
