// Copy buttons: <button data-copy="id" hidden> copies the text of the element with that id.

export function startCopying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const status = document.getElementById(`${button.dataset.copy}-copied`);
  try {
    await navigator.clipboard.writeText(source.value ?? source.innerText);
    status.textContent = "Copied";
  } catch {
    status.textContent = "Your browser did not allow copying. Select the words and copy them.";
  }
}
