"""Sample documents of a made-up agency, and the program that makes them from data."""
