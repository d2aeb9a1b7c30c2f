// What pages that run commands have in common: sending one, and showing what it writes as it comes.
"use strict";

/** Adds a piece of output to an entry; pieces of one kind that follow each other become one. */
function writeTo(entry, kind, text) {
  const last = entry.lastElementChild;
  const piece = last?.className === `terminal-${kind}` ? last : entry.appendChild(document.createElement("pre"));
  piece.className = `terminal-${kind}`;
  piece.append(piece.textContent ? text : text.replace(/^\n/, ""));
}

/** The lines of an answer, each as soon as it is there. */
async function* linesOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ?? "";
    const whole = rest.split("\n");
    rest = whole.pop();
    yield* whole.filter(Boolean).map((line) => JSON.parse(line));
    if (done) {
      return;
    }
  }
}

/** Sends a command, and tells of each piece that it writes. Gives its exit code; fails with the status if it is refused. */
async function sendCommand(url, fields, onWrite) {
  const response = await fetch(url, { method: "POST", headers: { Accept: "application/x-ndjson" }, body: new URLSearchParams(fields) });
  if (!response.ok) {
    throw new Error(String(response.status), { cause: response.status });
  }
  let exitCode;
  for await (const line of linesOf(response)) {
    if (line.text) {
      onWrite(line.stream, line.text);
    }
    exitCode = line.exitCode ?? exitCode;
  }
  if (exitCode === undefined) {
    throw new Error("the answer has no end");
  }
  return exitCode;
}
