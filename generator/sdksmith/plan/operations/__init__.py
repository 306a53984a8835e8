"""Operations and their methods."""
