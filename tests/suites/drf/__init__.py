"""A Django REST framework application and its generated client, end to end."""
