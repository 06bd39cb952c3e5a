"""What a request passes before it is answered: who may ask, how often, how much, and how many at a time."""
