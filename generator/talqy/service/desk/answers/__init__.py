"""Comments and answers: what people said of a text, and what the authority says to them."""
