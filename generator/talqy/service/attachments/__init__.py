"""Files that come with comments: taken in, kept by digest, given to officials, forgotten."""
