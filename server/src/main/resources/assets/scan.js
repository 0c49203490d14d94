// Barcodes by the phone's camera. The picture is read on the phone itself, so it works without a connection, and the
// same on every make of phone: no browser's own detector is asked.
"use strict";

const LOOK_AGAIN = 150; // ms from one look to the next
const KINDS = ["Code39", "Code128", "QRCode"]; // labels of cartridges; what an office prints itself
const MOST_AT_ONCE = 12; // a stack lies in one picture

/** Loads the reader at its first use. Both its files are kept for where there is no connection: see sw.js. */
function reader() {
  const [script, program] = document.querySelectorAll("link.reader");
  reader.loaded ??= new Promise((done, failed) => {
    const part = document.createElement("script");
    part.src = script.href;
    part.addEventListener("load", () => {
      window.ZXingWASM.prepareZXingModule({ overrides: { locateFile: () => program.href } });
      done(window.ZXingWASM);
    });
    part.addEventListener("error", () => failed(new DOMException("no reader", "NetworkError")));
    document.head.append(part);
  });
  reader.loaded.catch(() => { reader.loaded = undefined; });
  return reader.loaded;
}

/** Why there is no camera, as a name of one of the page's sentences. */
function obstacle(error) {
  if (!window.isSecureContext) return "insecure";
  return { NotAllowedError: "refused", NetworkError: "absent" }[error?.name] || "none";
}

/** The codes in the camera's picture as it is now. */
async function codesIn(video, paper, zxing) {
  paper.canvas.width = video.videoWidth;
  paper.canvas.height = video.videoHeight;
  paper.drawImage(video, 0, 0);
  const picture = paper.getImageData(0, 0, video.videoWidth, video.videoHeight);
  const found = await zxing.readBarcodes(picture, { formats: KINDS, maxNumberOfSymbols: MOST_AT_ONCE });
  return found.filter(one => one.isValid).map(one => one.text);
}

/**
 * Makes a button that opens and closes the camera in the given part of a page, and hands over each code that two looks
 * in a row agree on: one look may misread a label that moves.
 */
function offerCamera(part, taken) {
  const button = part.querySelector(".camera");
  const video = part.querySelector("video");
  const words = button.textContent;
  const says = (which = "") => { part.querySelector(".camera-says").textContent = which && part.dataset[which]; };

  function close() {
    video.srcObject?.getTracks().forEach(track => track.stop());
    video.srcObject = null;
    video.hidden = true;
    button.textContent = words;
  }

  async function watch(zxing) {
    const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    let before = [];
    while (video.srcObject) {
      const now = await codesIn(video, paper, zxing);
      now.filter(code => before.includes(code)).forEach(taken);
      before = now;
      await new Promise(done => setTimeout(done, LOOK_AGAIN));
    }
  }

  async function open() {
    says("hint");
    const zxing = await reader();
    const wish = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: wish });
    video.hidden = false;
    button.textContent = button.dataset.stop;
    await video.play();
    video.scrollIntoView({ block: "center" });
    await watch(zxing);
    says();
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    if (video.srcObject) { close(); return; }
    document.activeElement.blur(); // the keyboard would lie over the picture
    open().catch(error => { close(); says(obstacle(error)); });
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) close(); });
  return close;
}
