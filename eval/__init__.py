"""Does it still answer right? Known answers, measures and comparisons."""
