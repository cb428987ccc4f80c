"""Questions about requests, complaints and disclosures: the list, one of them, and the clocks that run."""
