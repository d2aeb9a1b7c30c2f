// An exam's page: the clock, and whether what was chosen is saved.
"use strict";

const shown = document.querySelector("[data-clock]");
const timer = document.querySelector("[data-seconds]");
const end = Date.now() + Number(timer.dataset.seconds) * 1000;

function tick() {
  const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  shown.textContent = seconds > 600 ? `${minutes} min left` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
  timer.classList.toggle("soon", seconds <= 600);
  if (seconds === 0) {
    location.reload();
  } else {
    setTimeout(tick, 1000);
  }
}
tick();

// What was changed here is said to be, also when it was changed there and back before it was saved.
document.querySelector(".exam-form")?.addEventListener("change", ({ target, currentTarget: form }) => {
  const name = target.name.replace(/-.*/, "");
  if (!form.querySelector(`input[name="touched"][value="${name}"]`)) {
    const touched = document.createElement("input");
    Object.assign(touched, { type: "hidden", name: "touched", value: name });
    form.append(touched);
  }
}, { capture: true });

const saved = document.querySelector("[data-saved]");
const words = { "htmx:beforeRequest": "Saving …", "htmx:afterRequest": "Saved", "htmx:sendError": "Not saved: the server does not answer. Is it still running?" };
for (const [event, text] of Object.entries(words)) {
  document.addEventListener(event, (happened) => {
    if (saved && !(event === "htmx:afterRequest" && !happened.detail.successful)) saved.textContent = text;
  });
}
