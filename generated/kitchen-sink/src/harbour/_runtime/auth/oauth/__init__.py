"""OAuth 2: tokens that the client fetches (RFC 6749)."""
