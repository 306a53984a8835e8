"""A FastAPI application and its generated client, end to end."""
