"""Following up: whether a question leans on the ones before it, and what it is when it stands alone."""

from retrieval.conversation.complete import complete, is_follow_up

__all__ = ["complete", "is_follow_up"]
