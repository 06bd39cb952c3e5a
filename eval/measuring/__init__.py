"""From marked replies to measures with intervals."""
