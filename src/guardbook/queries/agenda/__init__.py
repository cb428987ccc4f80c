"""Questions about what to do next: the list, who does what, reminders and calendar addresses."""
