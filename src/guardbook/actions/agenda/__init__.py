"""Changes to what is to be done: who does it, what may wait, tasks, reminders and calendar addresses."""
