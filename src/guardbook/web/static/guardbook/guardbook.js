// Makes pages nicer where script runs; every page works without it.
import { initAll } from "../nhsuk/nhsuk-frontend.min.js";
import { startCopying } from "./copy.js";
import { startDrafts } from "./drafts.js";
import { startKeys } from "./keys.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
startCopying();
startDrafts();
startKeys();
