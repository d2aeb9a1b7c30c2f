// A lab's page while one works: checks that turn by themselves, a terminal that answers as it goes. It works without.
"use strict";

const lab = document.querySelector("[data-lab]");
const actions = lab.dataset.actions;
const live = document.getElementById("live");

/** Puts the parts that changed in place of the old ones, and leaves alone what somebody has opened or is typing in. */
function replaceParts(parts) {
  for (const { id, html } of parts) {
    const old = document.getElementById(id);
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.firstElementChild;
    if (!old || !fresh || old.isEqualNode(fresh)) {
      continue;
    }
    if (fresh.matches(".check")) {
      replaceCheck(old, fresh);
    } else if (!old.contains(document.activeElement)) {
      const scrolled = old.querySelector(".table-wrap")?.scrollLeft ?? 0;
      old.replaceWith(fresh);
      if (scrolled) {
        fresh.querySelector(".table-wrap").scrollLeft = scrolled;
      }
      announce(old, fresh);
    }
  }
  showCurrent();
}

function replaceCheck(old, fresh) {
  if (old.dataset.state === fresh.dataset.state) {
    return;
  }
  const turned = old.dataset.passed !== "true" && fresh.dataset.passed === "true";
  const oldAnswer = old.querySelector("input[name=answer]");
  const typing = oldAnswer && oldAnswer === document.activeElement;
  const focused = old.contains(document.activeElement) && !typing;
  const opened = old.querySelector("details").open;
  if (!turned && opened) {
    fresh.querySelector("details").open = true;
  }
  if (old.querySelector(".check-hint")?.open && fresh.querySelector(".check-hint")) {
    fresh.querySelector(".check-hint").open = true;
  }
  if (oldAnswer && oldAnswer.value !== oldAnswer.defaultValue) {
    fresh.querySelector("input[name=answer]").value = oldAnswer.value;
  }
  if (turned) {
    fresh.classList.add("turned");
  }
  old.replaceWith(fresh);
  if (typing) {
    fresh.querySelector("details").open = true;
    fresh.querySelector("input[name=answer]").focus();
  } else if (focused) {
    fresh.querySelector("summary").focus();
  }
}

/** Brings the check to work on into sight, in the list only: the page stays where it is. */
function showCurrent() {
  const list = document.querySelector(".checks");
  const current = list.querySelector(".check > details[open]")?.parentElement;
  if (current && !list.contains(document.activeElement)) {
    const below = current.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
    const above = current.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollTop += above < 0 ? above : Math.max(0, Math.min(below, above));
  }
}

function announce(old, fresh) {
  const words = fresh.dataset.sayWhenChanged;
  if (words && words !== old.dataset.sayWhenChanged) {
    live.textContent = words;
  }
}

/* What the sandbox tells. A hidden page does not listen; on return it is told everything anew. */

let stream;

function follow() {
  if (document.hidden || stream) {
    return;
  }
  stream = new EventSource(`${actions}/events`);
  stream.addEventListener("parts", (event) => replaceParts(JSON.parse(event.data)));
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stream?.close();
    stream = undefined;
  } else {
    follow();
  }
});
follow();

/* Check now, and answers: the parts come back, so that nothing is lost from the page. */

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-parts]")) {
    return;
  }
  event.preventDefault();
  const button = event.submitter;
  button?.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(new FormData(form)) });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    for (const field of form.querySelectorAll("input[name=answer]")) {
      field.defaultValue = field.value;
    }
    replaceParts(await response.json());
    live.textContent = document.getElementById("score").dataset.sayWhenChanged;
  } catch {
    live.textContent = "The server does not answer. Nothing was changed. Is it still running?";
  } finally {
    button?.removeAttribute("aria-busy");
  }
});

/* The terminal. */

const form = document.querySelector("[data-terminal]");
const input = form.elements.command;
const output = document.querySelector("[data-output]");
const busy = document.querySelector("[data-busy]");
const cancel = document.querySelector("[data-cancel]");
const typed = [...output.querySelectorAll("[data-typed]")].map((each) => each.textContent);
let place = typed.length;
let draft = "";

const toEnd = () => (output.scrollTop = output.scrollHeight);

async function run(command) {
  output.querySelector("[data-note]")?.remove();
  const entry = output.appendChild(document.createElement("div"));
  entry.className = "terminal-entry";
  writeTo(entry, "command", command);
  busy.hidden = false;
  cancel.hidden = false;
  try {
    await sendCommand(form.action, { csrf: form.elements.csrf.value, command }, (kind, text) => {
      writeTo(entry, kind, text);
      toEnd();
    });
  } catch {
    writeTo(entry, "error", "The server does not answer. What ran before is kept. Is it still running?");
  } finally {
    busy.hidden = true;
    cancel.hidden = true;
    toEnd();
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const command = input.value.trim();
  if (!command || !busy.hidden) {
    return;
  }
  if (typed.at(-1) !== command) {
    typed.push(command);
  }
  place = typed.length;
  input.value = "";
  if (command === "clear") {
    output.replaceChildren();
    return;
  }
  await run(command);
  if (!stream || stream.readyState === EventSource.CLOSED) {
    const response = await fetch(`${actions}/parts`, { headers: { Accept: "application/json" } });
    replaceParts(await response.json());
  }
});

cancel.addEventListener("click", () =>
  fetch(`${form.action}/cancel`, { method: "POST", body: new URLSearchParams({ csrf: form.elements.csrf.value }) }),
);

function recall(step) {
  if (place === typed.length) {
    draft = input.value;
  }
  place = Math.max(0, Math.min(typed.length, place + step));
  input.value = place === typed.length ? draft : typed[place];
  input.setSelectionRange(input.value.length, input.value.length);
}

input.addEventListener("keydown", (event) => {
  const before = input.value.slice(0, input.selectionStart);
  const after = input.value.slice(input.selectionEnd);
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    // A line that goes on is a line to go on with.
    if (!/\\$/.test(before)) {
      event.preventDefault();
      form.requestSubmit();
    }
  } else if (event.key === "ArrowUp" && !before.includes("\n")) {
    event.preventDefault();
    recall(-1);
  } else if (event.key === "ArrowDown" && !after.includes("\n")) {
    event.preventDefault();
    recall(1);
  } else if (event.key === "c" && event.ctrlKey && input.selectionStart === input.selectionEnd && !busy.hidden) {
    event.preventDefault();
    cancel.click();
  }
});

toEnd();
showCurrent();
