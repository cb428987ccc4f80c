"""What the records of many organisations say on a day, gathered in a fixed number of queries."""
