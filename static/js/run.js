// The commands of a lesson: run where they stand, with what they write below them as it comes. Without it they are a form.
"use strict";

const tell = document.getElementById("live");
const refusals = {
  409: "These commands are not in the lesson any more: its author has changed them. Load the page again.",
  429: "Commands of this lesson are still running. Wait for them, or stop them.",
};

const formOf = (block) => block.querySelector(".run-form");

/** A fresh place for what comes back; what was changed by hand is shown above it. */
function freshEntry(block, commands) {
  const entry = document.createElement("div");
  entry.className = "terminal-entry";
  block.querySelector("[data-output]").replaceChildren(entry);
  if (commands !== undefined) {
    writeTo(entry, "command", commands);
  }
  return entry;
}

function note(entry, text) {
  const line = entry.appendChild(document.createElement("p"));
  line.className = "terminal-note";
  line.textContent = text;
}

/** Shows how long it takes, once that is longer than a second, and a way to stop it. Gives what ends that. */
function watchTime(block) {
  const busy = block.querySelector("[data-busy]");
  const cancel = block.querySelector("[data-cancel]");
  const began = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (busy.hidden) {
      tell.textContent = "Running";
    }
    busy.textContent = `Running … ${seconds} s`;
    busy.hidden = false;
    cancel.hidden = false;
  }, 1000);
  return () => {
    clearInterval(timer);
    if (document.activeElement === cancel) {
      formOf(block).elements.what[0].focus();
    }
    busy.hidden = true;
    cancel.hidden = true;
  };
}

async function runBlock(block, what) {
  if (block.dataset.running) {
    return;
  }
  block.dataset.running = "yes";
  const form = formOf(block);
  const commands = what === "edited" ? form.elements.commands.value.trim() : undefined;
  const fields = { csrf: form.elements.csrf.value, block: form.elements.block.value, what, commands: commands ?? "" };
  if (commands !== undefined) {
    block.querySelector(".run-edit").removeAttribute("data-edited");
  }
  const entry = freshEntry(block, commands);
  const output = block.querySelector("[data-output]");
  const done = watchTime(block);
  let wrote = false;
  try {
    const exitCode = await sendCommand(form.action, fields, (kind, text) => {
      wrote = true;
      writeTo(entry, kind, text);
    });
    if (!wrote) {
      note(entry, exitCode === 0 ? "It worked, and printed nothing." : `It printed nothing and ended with exit code ${exitCode}.`);
    }
    tell.textContent = exitCode === 0 ? "Done" : `Ended with exit code ${exitCode}`;
    for (const button of document.querySelectorAll("[data-start-over]")) {
      button.hidden = false;
    }
  } catch (failure) {
    const words = refusals[failure.cause] ?? "The server does not answer. What ran before is kept. Is it still running?";
    writeTo(entry, "error", words);
    tell.textContent = words;
  } finally {
    done();
    delete block.dataset.running;
    output.scrollTop = 0;
  }
}

// What is running, or was edited and not yet run, stays when the rest of the page is made anew.
Idiomorph.defaults.callbacks.beforeNodeMorphed = (old) => !old.matches?.("[data-running], [data-edited]");

document.addEventListener("input", (event) => event.target.closest(".run-edit")?.setAttribute("data-edited", ""));

document.addEventListener("submit", (event) => {
  const block = event.target.closest("[data-run]");
  const button = event.submitter;
  // Starting over and undoing change the whole page.
  if (!block || button?.name !== "what") {
    return;
  }
  event.preventDefault();
  runBlock(block, button.value);
});

document.addEventListener("click", (event) => {
  const cancel = event.target.closest("[data-cancel]");
  if (cancel) {
    const form = cancel.form;
    fetch(`${form.action}/cancel`, { method: "POST", body: new URLSearchParams({ csrf: form.elements.csrf.value }) }).catch(() => {});
  }
});

document.addEventListener("keydown", (event) => {
  const block = event.target.closest?.("[data-run]");
  if (!block || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) {
    return;
  }
  event.preventDefault();
  runBlock(block, event.target.matches("textarea") ? "edited" : "author");
});
