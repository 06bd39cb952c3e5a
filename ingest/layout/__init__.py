"""Layout: a Sheet becomes blocks and sections."""
