"""Privacy notices: what each must say, what is missing in one, and one written from the record of processing."""
