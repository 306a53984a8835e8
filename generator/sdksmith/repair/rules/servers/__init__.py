"""Rules for servers, hosts and base paths."""
