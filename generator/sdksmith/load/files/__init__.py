"""Reading of documents from files and servers."""
