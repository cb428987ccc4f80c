"""When the time that the law counts runs out: hours, months, pauses, and which law held on a day."""
