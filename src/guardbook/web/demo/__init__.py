"""Looking round the made-up provider, and taking it away."""
