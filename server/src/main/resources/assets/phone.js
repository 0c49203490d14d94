// Receiving on a phone: one step at a time, barcodes by scanner or camera, and a receipt that waits for a connection.
// Nothing expected is on this page, so nothing expected can be shown before the count is given.
"use strict";

const form = document.getElementById("receive");
const scans = new Set();

function steps() { return [...form.querySelectorAll(".step")]; }

function show(index) {
  steps().forEach((step, at) => { step.hidden = at !== index; });
  form.dataset.at = index;
  const last = index === steps().length - 1;
  form.querySelector(".next").hidden = last;
  form.querySelector(".sign").hidden = !last;
  form.querySelector(".back").hidden = index === 0;
  form.querySelector(".wrong-here").hidden = index !== 0;
  document.querySelector(".steps").querySelectorAll("li").forEach((dot, at) => {
    dot.classList.toggle("done", at < index);
    if (at === index) dot.setAttribute("aria-current", "step"); else dot.removeAttribute("aria-current");
  });
  if (last) summary();
  const field = steps()[index].querySelector("input:not([type=hidden])");
  if (field) field.focus(); else steps()[index].querySelector("legend").scrollIntoView();
}

function pairs() {
  const cases = [...form.querySelectorAll("input[name=case]")];
  const seals = [...form.querySelectorAll("input[name=seal]")];
  return cases.map((one, at) => [one.value.trim().toUpperCase(), seals[at].value.trim().toUpperCase()]).filter(([id]) => id);
}

function summary() {
  form.querySelector(".summary").hidden = false;
  document.getElementById("sum-cases").textContent = pairs().map(([id, seal]) => `${id}: ${seal}`).join(", ");
  document.getElementById("sum-count").textContent = scans.size;
}

function redraw() {
  const list = form.querySelector(".scanned");
  list.replaceChildren(...[...scans].map(code => {
    const item = document.createElement("li");
    item.append(code);
    const drop = document.createElement("button");
    drop.type = "button";
    drop.textContent = "×";
    drop.setAttribute("aria-label", `${form.dataset.remove} ${code}`);
    drop.addEventListener("click", () => { scans.delete(code); redraw(); });
    item.append(drop);
    return item;
  }));
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

async function camera() {
  const video = form.querySelector("video");
  const detector = new BarcodeDetector({ formats: ["code_39", "code_128", "qr_code"] });
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.hidden = false;
  await video.play();
  const look = async () => {
    if (video.hidden) return;
    for (const found of await detector.detect(video)) if (!scans.has(found.rawValue.trim().toUpperCase())) scanned(found.rawValue);
    setTimeout(look, 250);
  };
  look();
}

if (form) {
  const dots = document.createElement("ol");
  dots.className = "steps";
  dots.setAttribute("aria-hidden", "true");
  steps().forEach(() => dots.append(document.createElement("li")));
  form.before(dots);
  form.querySelector(".plain").hidden = true;
  form.querySelector(".scanner").hidden = false;
  form.querySelector(".next").addEventListener("click", () => {
    const at = Number(form.dataset.at);
    if ([...steps()[at].querySelectorAll("input")].every(field => field.reportValidity())) show(at + 1);
  });
  form.querySelector(".back").addEventListener("click", () => show(Number(form.dataset.at) - 1));
  const scan = document.getElementById("scan");
  // A scanner types the code and presses Enter.
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    if (event.target === scan) { scanned(scan.value); scan.value = ""; return; }
    const fields = [...steps()[Number(form.dataset.at)].querySelectorAll("input:not([type=hidden])")].filter(field => field.offsetParent);
    const next = fields[fields.indexOf(event.target) + 1];
    if (next) next.focus(); else form.querySelector(".next").click();
  });
  if ("BarcodeDetector" in window && navigator.mediaDevices) {
    const button = form.querySelector(".camera");
    button.hidden = false;
    button.addEventListener("click", () => camera().catch(() => { button.hidden = true; }));
  }
  show(0);
}

// --- Without a connection: the receipt is kept on this phone and handed in when there is one. ---

const QUEUE = "holdfast.receipts";
const queued = () => JSON.parse(localStorage.getItem(QUEUE) || "[]");
const keep = list => localStorage.setItem(QUEUE, JSON.stringify(list));
const online = () => { const bar = document.getElementById("offline"); if (bar) bar.hidden = navigator.onLine; };

/** Hands in what waits, oldest first. The hand-over's id was chosen here: handing in twice counts once. */
async function handIn() {
  for (const receipt of queued()) {
    const page = await fetch(receipt.path, { headers: { Accept: "text/html" }, redirect: "manual" });
    if (!page.ok) return;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("input[name=_csrf]");
    const body = new URLSearchParams(receipt.fields);
    if (fresh) body.set("_csrf", fresh.value);
    const answer = await fetch(receipt.path, { method: "POST", body, headers: { Accept: "text/html" } });
    keep(queued().filter(one => one.id !== receipt.id));
    const result = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = result.querySelector("main");
    if (told && document.getElementById("receive")?.dataset.consignment === receipt.consignment) {
      document.querySelector("main").replaceWith(document.adoptNode(told));
    } else {
      say(answer.ok ? form?.dataset.sent : form?.dataset.refused);
    }
  }
}

function say(words) {
  const line = document.getElementById("queue");
  if (line && words) { line.hidden = false; line.textContent = words; }
}

if (form) {
  form.addEventListener("submit", event => {
    if (navigator.onLine) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([name]) => name !== "_csrf");
    const id = fields.find(([name]) => name === "handOver")[1];
    keep([...queued().filter(one => one.id !== id), { id, consignment: form.dataset.consignment, path: new URL(form.action).pathname, fields }]);
    form.hidden = true;
    say(form.dataset.queued.replace("{0}", new Date().toTimeString().slice(0, 5)));
  });
}
window.addEventListener("online", () => { online(); handIn(); });
window.addEventListener("offline", online);
online();
if (navigator.onLine && queued().length) handIn();
