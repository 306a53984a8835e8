"""Operations: parameters, bodies, responses and servers."""
