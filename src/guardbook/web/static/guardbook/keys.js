// Keys: / searches, n goes to the next thing to do, ? lists the keys and can turn them off.

const SETTING = "guardbook-keys";

const actions = {
  "/": () => document.querySelector("[data-key-search]")?.focus(),
  n: () => document.querySelector("[data-key-next]")?.click(),
};

export function startKeys() {
  const list = document.getElementById("keys");
  if (!list) return;
  const box = list.querySelector("input");
  box.checked = localStorage.getItem(SETTING) !== "off";
  box.addEventListener("change", () => localStorage.setItem(SETTING, box.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => press(event, list, box));
}

function press(event, list, box) {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.key === "?") {
    event.preventDefault();
    list.showModal();
  } else if (box.checked && !list.open && actions[event.key]) {
    event.preventDefault();
    actions[event.key]();
  }
}

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
