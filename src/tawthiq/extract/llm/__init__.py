"""Reports read by a language model on a server of the user's own; what it says is kept only where the words stand."""

from tawthiq.extract.llm.client import AnswerError, ServerError
from tawthiq.extract.llm.reader import llm_method, read_with

__all__ = ["AnswerError", "ServerError", "llm_method", "read_with"]
