"""TypeSpec's Spector suite, called by generated clients."""
