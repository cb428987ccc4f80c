"""Every change to a toolkit assessment: start, answer, confirm, comment, bring, freeze, publish."""
