"""The commands under `kildesvar eval`."""
