"""What the words of a legal text say: numbers, units and dates, may and must, not, and who."""
