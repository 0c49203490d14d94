// Keeps the phone's receiving screens and their style at hand for where there is no connection. Never keeps anything else.
"use strict";
const KEPT = "holdfast-phone-1";
const ours = url => url.pathname.startsWith("/assets/") || /^\/transit\/[^/]+\/receive$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== KEPT).map(name => caches.delete(name)))).then(() => self.clients.claim())));

// The first page was loaded before there was a worker: it says what it is made of, so that it can be loaded again.
self.addEventListener("message", event => {
  const paths = (event.data?.keep || []).filter(path => ours(new URL(path, self.location.origin)));
  event.waitUntil(caches.open(KEPT).then(cache => Promise.allSettled(paths.map(path => cache.add(path)))));
});

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !ours(url)) return;
  event.respondWith(fetch(event.request).then(answer => {
    if (answer.ok && !answer.redirected) {
      const copy = answer.clone();
      event.waitUntil(caches.open(KEPT).then(cache => cache.put(event.request, copy)));
    }
    return answer;
  }).catch(() => caches.match(event.request, { ignoreVary: true, ignoreSearch: true })));
});
