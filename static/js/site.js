// What every page does beyond showing itself: keys, theme, copying, live content. Pages work without it.
"use strict";

const root = document.documentElement;
const all = (selector, scope = document) => [...scope.querySelectorAll(selector)];
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

/** Tells those who listen to the page instead of looking at it. */
const say = (words) => {
  document.getElementById("live").textContent = words;
};

// Requests of htmx carry the token that forms carry in a field.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-Token"] = meta("csrf");
});

// What an answer wants to say aloud, it says in an element with data-say.
document.addEventListener("htmx:afterSettle", (event) => {
  const spoken = event.detail.elt.closest?.("[data-say]") ?? event.detail.elt.querySelector?.("[data-say]");
  if (spoken) {
    say(spoken.dataset.say);
  }
});

// When the server cannot be reached.
document.addEventListener("htmx:sendError", () => say("The server does not answer. Nothing was changed. Is it still running?"));

// A form whose answer takes a while says so meanwhile, in the words of its data-wait.
document.addEventListener("submit", (event) => {
  const words = event.target.dataset.wait;
  if (words && event.submitter) {
    event.submitter.disabled = true;
    event.submitter.textContent = words;
    say(words);
  }
});

/* Keys. An element with data-key="u" is pressed by that key, and data-key-label says in the list what it does. */

const names = { " ": "Space", ArrowLeft: "←", ArrowRight: "→", Enter: "Enter", Escape: "Esc" };
const visible = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;
const typing = (element) => element.matches?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
const keyed = (key) => all("[data-key]").find((each) => each.dataset.key.split(" ").includes(key) && visible(each) && !each.disabled);

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  if (document.querySelector("dialog[open]")) {
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    search();
  } else if (event.key === "?") {
    event.preventDefault();
    showKeys();
  } else {
    press(event);
  }
});

function press(event) {
  const key = event.key === " " ? "Space" : event.key;
  if ((key === "Space" || key === "Enter") && event.target.closest("a, button, summary, input, label")) {
    return;
  }
  const element = keyed(key);
  if (element && !event.repeat) {
    event.preventDefault();
    element.click();
  }
}

function search() {
  const field = all("[data-search]").reverse().find(visible);
  if (field) {
    field.focus();
    field.select();
  } else {
    location.href = "/search";
  }
}

function showKeys() {
  const list = document.querySelector("[data-keys-list]");
  const rows = all("[data-key]").filter(visible).map((each) => [each.dataset.key.split(" "), each.dataset.keyLabel ?? each.textContent.trim()]);
  rows.push([["/"], "Search"], [["?"], "Show these keys"]);
  list.replaceChildren(
    ...rows.flatMap(([keys, label]) => {
      const term = document.createElement("dt");
      keys.forEach((key, index) => {
        const cap = document.createElement("kbd");
        cap.textContent = names[key] ?? key;
        term.append(index > 0 ? " " : "", cap);
      });
      const what = document.createElement("dd");
      what.textContent = label;
      return [term, what];
    }),
  );
  document.getElementById("keys").showModal();
}

for (const button of all("[data-keys-open]")) {
  button.hidden = matchMedia("(pointer: coarse)").matches;
  button.addEventListener("click", showKeys);
}

/* Theme: as the system has it, light, dark. The server writes the choice into <html>, so that nothing flashes. */

const themes = ["", "light", "dark"];
const themeWords = { "": "Theme: as the system", light: "Theme: light", dark: "Theme: dark" };

function nameTheme(button) {
  const words = themeWords[root.dataset.theme ?? ""];
  button.setAttribute("aria-label", words);
  button.title = words;
}

for (const button of all("[data-theme-switch]")) {
  button.hidden = false;
  nameTheme(button);
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length];
    if (next) {
      root.dataset.theme = next;
    } else {
      delete root.dataset.theme;
    }
    document.cookie = `theme=${next}; path=/; max-age=${next ? 31536000 : 0}; samesite=lax`;
    nameTheme(button);
    say(themeWords[next]);
  });
}

/* Copying: a button in each block of code. */

function addCopyButtons(scope) {
  for (const block of all("pre[data-copy], .prose pre", scope)) {
    const frame = block.closest(".code") ?? wrap(block);
    if (frame.querySelector(".copy")) {
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.textContent.replace(/\n$/, ""));
      button.textContent = "Copied";
      say("Copied");
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    frame.append(button);
  }
}

function wrap(block) {
  const frame = document.createElement("div");
  frame.className = "code";
  block.replaceWith(frame);
  frame.append(block);
  return frame;
}

/* Live content: when a file of the content is saved, the page that shows it is fetched again and changed in place. A hidden
   page does not listen, so that many tabs do not use up the browser's connections; on return it asks whether it is old. */

let listening;

function listen() {
  if (document.hidden || listening) {
    return;
  }
  listening = new EventSource("/events");
  listening.addEventListener("content", (event) => {
    if (event.data !== meta("content-version")) {
      refresh();
    }
  });
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    listening?.close();
    listening = undefined;
  } else {
    listen();
  }
});

async function refresh() {
  const response = await fetch(location.href, { headers: { "X-Refresh": "true" }, cache: "no-store" });
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  document.title = next.title;
  document.querySelector('meta[name="content-version"]').content = next.querySelector('meta[name="content-version"]')?.content ?? "";
  replace(".problems", next);
  replace("main", next);
  document.dispatchEvent(new CustomEvent("page:refreshed"));
}

function replace(selector, next) {
  const old = document.querySelector(selector);
  const fresh = next.querySelector(selector);
  if (old && fresh) {
    Idiomorph.morph(old, fresh, { ignoreActiveValue: true });
    window.htmx?.process(old);
  } else if (old) {
    old.remove();
  } else if (fresh) {
    document.querySelector(".bar").after(document.adoptNode(fresh));
  }
}

document.addEventListener("page:refreshed", () => addCopyButtons(document));
document.addEventListener("htmx:afterSwap", () => addCopyButtons(document));
addCopyButtons(document);
listen();
