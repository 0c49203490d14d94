// Counting on a phone, a receipt or a whole site: one step at a time, barcodes by scanner or camera; a receipt waits for
// a connection.
// Nothing expected is on this page, so nothing expected can be shown before the count is given.
"use strict";

const form = document.querySelector("form.phone-form");
const scans = new Set();
// The cases of a site: number and seal; an empty seal is an open case. A receipt has fields of its own for them.
const stood = new Map();
const pairing = form?.querySelector(".pairing");
const BARCODE = /^[A-Z0-9]{4,16}$/; // not a case's number, nor what else is printed about
const cameraPart = form?.querySelector(".by-camera");
const closeCamera = cameraPart ? offerCamera(cameraPart, seen) : () => {};

function steps() { return [...form.querySelectorAll(".step")]; }

function show(index) {
  closeCamera();
  steps().forEach((step, at) => { step.hidden = at !== index; });
  form.dataset.at = index;
  const last = index === steps().length - 1;
  form.querySelector(".next").hidden = last;
  form.querySelector(".sign").hidden = !last;
  form.querySelector(".back").hidden = index === 0;
  const wrong = form.querySelector(".wrong-here");
  if (wrong) wrong.hidden = index !== 0;
  document.querySelector(".steps").querySelectorAll("li").forEach((dot, at) => {
    dot.classList.toggle("done", at < index);
    if (at === index) dot.setAttribute("aria-current", "step"); else dot.removeAttribute("aria-current");
  });
  if (last) summary();
  const field = steps()[index].querySelector("input:not([type=hidden])");
  if (field) field.focus(); else steps()[index].querySelector("legend").scrollIntoView();
}

function pairs() {
  if (pairing) return [...stood];
  const cases = [...form.querySelectorAll("input[name=case]")];
  const seals = [...form.querySelectorAll("input[name=seal]")];
  return cases.map((one, at) => [one.value.trim().toUpperCase(), seals[at].value.trim().toUpperCase()]).filter(([id]) => id);
}

/** One more pair of fields as soon as the last is used: a consignment has as many cases as it has. */
function anotherCase(used) {
  const last = [...form.querySelectorAll(".more-cases")].at(-1);
  if (!last?.contains(used)) return;
  const next = last.cloneNode(true);
  next.querySelectorAll("input").forEach(field => { field.value = ""; field.id += "+"; });
  next.querySelectorAll("label").forEach(label => { label.htmlFor += "+"; });
  last.after(next);
}

function summary() {
  form.querySelector(".summary").hidden = false;
  document.getElementById("sum-cases").textContent = pairs().map(([id, seal]) => `${id}: ${seal || form.dataset.open}`).join(", ");
  document.getElementById("sum-count").textContent = scans.size;
}

function chip(words, drop) {
  const item = document.createElement("li");
  item.append(words);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", `${form.dataset.remove} ${words}`);
  button.addEventListener("click", drop);
  item.append(button);
  return item;
}

/** Takes the case that stands in the two fields, if there is one. */
function addCase() {
  const [id, seal] = ["case-in", "seal-in"].map(name => document.getElementById(name));
  if (!id.value.trim()) return;
  stood.set(id.value.trim().toUpperCase(), seal.value.trim().toUpperCase());
  id.value = "";
  seal.value = "";
  redrawCases();
  id.focus();
}

function redrawCases() {
  form.querySelector(".stood").replaceChildren(...[...stood].map(([id, seal]) =>
    chip(`${id}: ${seal || form.dataset.open}`, () => { stood.delete(id); redrawCases(); })));
  document.getElementById("cases").value = [...stood].map(pair => pair.join(" ").trim()).join("\n");
}

function redraw() {
  form.querySelector(".scanned:not(.stood)")
    .replaceChildren(...[...scans].map(code => chip(code, () => { scans.delete(code); redraw(); })));
  document.getElementById("scans").textContent = scans.size;
  document.getElementById("barcodes").value = [...scans].join("\n");
}

function scanned(raw) {
  const code = raw.trim().toUpperCase();
  const wrong = document.getElementById("scan-wrong");
  wrong.textContent = "";
  if (!code) return;
  if (scans.has(code)) { wrong.textContent = `${code}: ${form.dataset.twice}`; return; }
  scans.add(code);
  if (navigator.vibrate) navigator.vibrate(40);
  redraw();
}

/** What the camera saw, each once: whoever holds the phone over a label does not scan it again and again. */
function seen(raw) {
  const code = raw.trim().toUpperCase();
  if (BARCODE.test(code) && !scans.has(code)) scanned(code);
}

if (form) {
  const dots = document.createElement("ol");
  dots.className = "steps";
  dots.setAttribute("aria-hidden", "true");
  steps().forEach(() => dots.append(document.createElement("li")));
  form.before(dots);
  form.querySelectorAll(".plain").forEach(part => { part.hidden = true; });
  form.querySelectorAll(".scanner").forEach(part => { part.hidden = false; });
  if (pairing) {
    document.getElementById("cases").value.split("\n").map(line => line.trim().split(/\s+/)).filter(([id]) => id)
      .forEach(([id, seal]) => stood.set(id, seal || ""));
    redrawCases();
    form.querySelector(".add").addEventListener("click", addCase);
  }
  form.addEventListener("input", event => anotherCase(event.target));
  document.getElementById("barcodes").value.split(/[\s,;]+/).forEach(scanned);
  form.querySelector(".next").addEventListener("click", () => {
    if (pairing) addCase();
    const at = Number(form.dataset.at);
    if ([...steps()[at].querySelectorAll("input")].every(field => field.reportValidity())) show(at + 1);
  });
  form.querySelector(".back").addEventListener("click", () => show(Number(form.dataset.at) - 1));
  const scan = document.getElementById("scan");
  // A scanner types the code and presses Enter.
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    if (event.target.id === "seal-in") { addCase(); return; }
    if (event.target === scan) { scanned(scan.value); scan.value = ""; return; }
    const fields = [...steps()[Number(form.dataset.at)].querySelectorAll("input:not([type=hidden])")].filter(field => field.checkVisibility({ contentVisibilityAuto: true }));
    const next = fields[fields.indexOf(event.target) + 1];
    if (next) next.focus(); else form.querySelector(".next").click();
  });
  show(0);
}

// --- The receipt is kept on this phone first, and handed in when there is a connection. ---
// The hand-over's id was chosen with the page: handing in twice counts once. A receipt leaves this phone only when the
// server has said what became of it; no answer, a lost answer, or an ended session leave it here.

const QUEUE = "holdfast.receipts";
const SOON = 1000; // ms until it is tried again, doubling
const LATEST = 15000;
const queued = () => JSON.parse(localStorage.getItem(QUEUE) || "[]");
const keep = list => localStorage.setItem(QUEUE, JSON.stringify(list));
const online = () => { const bar = document.getElementById("offline"); if (bar) bar.hidden = navigator.onLine; };

function say(words, href) {
  const line = document.getElementById("queue");
  if (!line || !words) return;
  line.hidden = false;
  line.textContent = words;
  if (href) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = form.dataset.signIn;
    line.append(" ", link);
  }
}

const waiting = since => say(form?.dataset.queued?.replace("{0}", since));
const isHere = receipt => form?.dataset.consignment === receipt.consignment;

/** A page of this server, or null if one has to sign in first; throws where there is no connection or no sense in the answer. */
async function page(path, options) {
  const answer = await fetch(path, { headers: { Accept: "text/html" }, ...options });
  if (new URL(answer.url).pathname === "/sign-in") return null;
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Hands one in: its answer as a page, or null if its counter has to sign in first. */
async function handInOne(receipt) {
  const fresh = (await page(receipt.path))?.getElementById("receive");
  if (fresh?.dataset.person !== receipt.person) return null; // nobody hands in another's count as theirs
  const token = fresh.querySelector("input[name=_csrf]");
  const body = new URLSearchParams(receipt.fields);
  body.set("_csrf", token.value);
  return page(receipt.path, { method: "POST", body });
}

let busy = false;
let again = SOON;

/** Hands in what waits, oldest first, and says what came of it. */
async function handIn() {
  if (busy) return;
  busy = true;
  try {
    for (const receipt of queued()) {
      waiting(receipt.since);
      const answer = await handInOne(receipt);
      if (!answer) { say(form?.dataset.ended?.replaceAll("{0}", receipt.person), "/sign-in"); return; }
      keep(queued().filter(one => one.id !== receipt.id));
      told(receipt, answer);
    }
  } catch (none) {
    setTimeout(handIn, again); // no connection, or none that answers: it stays here
    again = Math.min(again * 2, LATEST);
  } finally {
    busy = false;
  }
}

/** Shows the result in this page's place if it is this page's, and else in a line. */
function told(receipt, answer) {
  const result = answer.querySelector("[data-receipt]");
  const refusal = answer.querySelector(".says.lost, .says.refused");
  if (result && isHere(receipt)) {
    document.querySelector(".steps")?.remove();
    document.querySelector("main").replaceWith(document.adoptNode(answer.querySelector("main")));
    document.title = answer.title;
    document.getElementById("main").focus();
    return;
  }
  if (form && isHere(receipt)) form.hidden = false; // the count is still in it
  say(result ? form?.dataset.sent : refusal?.textContent.trim() || form?.dataset.refused);
}

// The count of a site is given where it was begun, with a connection: only receipts wait.
if (form?.id === "receive") {
  form.addEventListener("submit", event => {
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([name]) => name !== "_csrf");
    const id = fields.find(([name]) => name === "handOver")[1];
    const since = new Date().toTimeString().slice(0, 5);
    const receipt = { id, since, person: form.dataset.person, consignment: form.dataset.consignment, path: new URL(form.action).pathname, fields };
    keep([...queued().filter(one => one.id !== id), receipt]);
    form.hidden = true;
    waiting(since);
    handIn();
  });
}
window.addEventListener("online", () => { online(); again = SOON; handIn(); });
window.addEventListener("offline", online);
online();
if (queued().length) handIn();
