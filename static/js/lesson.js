// A lesson's page: keeps how far it was read, goes on there next time, and shows where in the contents one is.
"use strict";

const article = document.querySelector("[data-reading]");
const contents = document.querySelector("[data-contents]");

/** The part of the text that has been scrolled past, from 0 to 1. */
function position() {
  const box = document.querySelector(".lesson-text .prose").getBoundingClientRect();
  const past = innerHeight - box.top;
  return Math.min(1, Math.max(0, (past - innerHeight * 0.5) / Math.max(1, box.height - innerHeight * 0.5)));
}

let kept = Number(article.dataset.position);
let scrolled = false;
let timer;

function keep() {
  clearTimeout(timer);
  const now = position();
  if (!scrolled || Math.abs(now - kept) < 0.005) {
    return;
  }
  kept = now;
  const form = new URLSearchParams({ position: now.toFixed(4), csrf: document.querySelector('meta[name="csrf"]').content });
  fetch(article.dataset.reading, { method: "POST", body: form, keepalive: true }).catch(() => {});
}

addEventListener("scroll", () => {
  scrolled = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 800);
}, { passive: true });
addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", () => document.hidden && keep());

// Go on where the reader stopped, unless they ask for a place or come back by the browser's own history.
const kind = performance.getEntriesByType("navigation")[0]?.type;
if (kept > 0.03 && kept < 0.97 && !location.hash && kind === "navigate") {
  const box = document.querySelector(".lesson-text .prose").getBoundingClientRect();
  const past = kept * Math.max(1, box.height - innerHeight * 0.5) + innerHeight * 0.5;
  scrollTo({ top: scrollY + box.top + past - innerHeight, behavior: "instant" });
  offerTop();
}

function offerTop() {
  const note = document.createElement("p");
  note.className = "resumed";
  note.innerHTML = 'You stopped here. <a href="#main">Go to the top</a>';
  note.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    note.remove();
    scrollTo({ top: 0 });
    document.getElementById("main").focus({ preventScroll: true });
  });
  document.body.append(note);
  const start = scrollY;
  addEventListener("scroll", function away() {
    if (Math.abs(scrollY - start) > 240) {
      note.remove();
      removeEventListener("scroll", away);
    }
  }, { passive: true });
}

// The list of contents is open beside the text, and closed above it.
const beside = matchMedia("(min-width: 60rem)");
const arrange = () => contents && (contents.open = beside.matches);
beside.addEventListener("change", arrange);
arrange();

// Where one is.
const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));

function current() {
  let last;
  for (const [anchor] of links) {
    const heading = document.getElementById(anchor);
    if (heading && heading.getBoundingClientRect().top < innerHeight * 0.3) {
      last = anchor;
    }
  }
  for (const [anchor, link] of links) {
    link.toggleAttribute("aria-current", anchor === last);
    if (anchor === last) {
      link.setAttribute("aria-current", "location");
    }
  }
}

let waiting = false;
addEventListener("scroll", () => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      current();
    });
  }
}, { passive: true });
current();
