// Makes a passkey, or signs in with one, when the form is sent that waits for it.
(() => {
  const at = document.querySelector("[data-passkey]");
  const form = at.closest("form");
  const said = at.querySelector("[role=alert]");

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const known = (all) => (all ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

  const ask = (options) =>
    navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: known(options.allowCredentials),
      },
    });
  const make = (options) =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });

  const json = (credential) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) {
        response[name] = text(credential.response[name]);
      }
    }
    if (credential.response.getTransports) {
      response.transports = credential.response.getTransports();
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });
  };

  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) {
      return;
    }
    event.preventDefault();
    try {
      const options = JSON.parse(at.dataset.options);
      const credential = at.dataset.passkey === "get" ? await ask(options) : await make(options);
      form.elements.credential.value = json(credential);
      form.submit();
    } catch {
      said.textContent = "Your browser gave no passkey. Try again, or go another way.";
      said.hidden = false;
    }
  });
})();
