"""Documents at the limits of what the generator accepts, each kind at three sizes."""
