"""Two runs compared question by question, and the guard that stops a change for the worse."""
