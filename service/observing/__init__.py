"""What is told of requests: their ids, the log and the metrics."""
