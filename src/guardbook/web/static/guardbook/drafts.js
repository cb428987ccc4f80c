// Keeps what is typed: a form with data-draft-url is sent there while it is being filled in.

const WAIT = 1500;

export function startDrafts() {
  for (const form of document.querySelectorAll("form[data-draft-url]")) watch(form);
}

function watch(form) {
  let timer = 0;
  let sending = Promise.resolve();
  const send = () => {
    clearTimeout(timer);
    timer = 0;
    sending = sending.then(() => save(form));
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, WAIT);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  addEventListener("pagehide", () => timer && send());
}

async function save(form) {
  const typed = new FormData(form);
  const token = typed.get("csrfmiddlewaretoken");
  typed.set("form", location.pathname);
  for (const field of form.querySelectorAll("input[type=file], input[type=password]")) {
    typed.delete(field.name);
  }
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: "POST",
      body: typed,
      headers: { "X-CSRFToken": token },
      keepalive: true,
      redirect: "manual",
    });
    say(form, answer.status === 204 ? "Draft kept" : "Draft not kept. Save before you leave this page.");
  } catch {
    say(form, "No connection. Keep this page open and save when it is back.");
  }
}

function say(form, words) {
  const status = form.querySelector("[data-draft-status]");
  if (status && status.textContent !== words) status.textContent = words;
}
