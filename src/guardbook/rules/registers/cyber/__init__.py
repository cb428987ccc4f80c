"""What keeps computers and accounts safe, as anybody may ask it: updates, signing in, password rules (E-03, E-12)."""
