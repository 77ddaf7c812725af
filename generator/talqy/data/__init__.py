"""Open data: what the site offers to programs."""
