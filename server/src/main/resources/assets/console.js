// What a page does with a script: passkeys, and small comforts. Every page is complete without it.
"use strict";

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

/** Posts JSON with the page's CSRF token. */
function post(path, body) {
  const token = document.querySelector("input[name=_csrf]");
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token ? { "X-CSRF-TOKEN": token.value } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function signInWithPasskey() {
  const asked = await (await post("/webauthn/authenticate/options")).json();
  const credential = await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      allowCredentials: (asked.allowCredentials || []).map(one => ({ ...one, id: bytes(one.id) })),
    },
  });
  const answer = await post("/login/webauthn", {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
    response: {
      authenticatorData: text(credential.response.authenticatorData),
      clientDataJSON: text(credential.response.clientDataJSON),
      signature: text(credential.response.signature),
      userHandle: credential.response.userHandle ? text(credential.response.userHandle) : undefined,
    },
  });
  const result = await answer.json();
  if (!answer.ok || !result.authenticated) throw new Error("refused");
  window.location.assign(result.redirectUrl || "/");
}

async function registerPasskey(label) {
  const asked = await (await post("/webauthn/register/options")).json();
  const credential = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: (asked.excludeCredentials || []).map(one => ({ ...one, id: bytes(one.id) })),
    },
  });
  const answer = await post("/webauthn/register", {
    publicKey: {
      label,
      credential: {
        id: credential.id,
        rawId: text(credential.rawId),
        type: credential.type,
        clientExtensionResults: credential.getClientExtensionResults(),
        authenticatorAttachment: credential.authenticatorAttachment,
        response: {
          attestationObject: text(credential.response.attestationObject),
          clientDataJSON: text(credential.response.clientDataJSON),
          transports: credential.response.getTransports ? credential.response.getTransports() : [],
        },
      },
    },
  });
  if (!answer.ok) throw new Error("refused");
}

if (window.PublicKeyCredential) {
  document.querySelectorAll(".passkey-only").forEach(part => { part.hidden = false; });
}

const signIn = document.getElementById("passkey-sign-in");
if (signIn) {
  signIn.addEventListener("click", () => signInWithPasskey().catch(() => {
    document.getElementById("passkey-wrong").textContent = signIn.dataset.failed;
  }));
}

const register = document.getElementById("passkey-register");
if (register) {
  register.addEventListener("click", () => {
    const label = document.getElementById("label");
    if (!label.reportValidity()) return;
    const said = document.getElementById("passkey-said");
    registerPasskey(label.value).then(
      () => window.location.assign("/passkeys?made"),
      () => { said.className = "wrong"; said.textContent = register.dataset.failed; });
  });
}

// With a passkey chosen at set-up no password is asked.
document.querySelectorAll("input[name=by]").forEach(choice => choice.addEventListener("change", () => {
  const password = document.getElementById("password");
  password.closest(".field").hidden = choice.value === "passkey";
  password.required = choice.value === "password";
}));

document.querySelectorAll("button.copy").forEach(button => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", () => navigator.clipboard
    .writeText([...document.getElementById(button.dataset.copies).children].map(p => p.textContent).join("\n\n"))
    .then(() => { button.textContent = button.dataset.done; }));
});

document.querySelectorAll("button.print").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

/** What this page is made of, as paths. */
function made() {
  const parts = document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=icon], link.reader");
  return [window.location.pathname, ...[...parts].map(part => new URL(part.src || part.href).pathname)];
}

if ("serviceWorker" in navigator && document.body.classList.contains("on-phone")) {
  navigator.serviceWorker.register("/sw.js").then(
    () => navigator.serviceWorker.ready.then(worker => worker.active.postMessage({ keep: made() })),
    () => { /* not over TLS: works online only */ });
}
