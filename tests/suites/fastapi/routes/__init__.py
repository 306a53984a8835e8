"""The operations of the application, one module per subject."""
