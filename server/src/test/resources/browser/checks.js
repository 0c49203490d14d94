// What is looked for on a page, by the browser's own reckoning. Each function answers a list of sentences.
"use strict";
({
  /** Whether something can be seen: not hidden, not cut to nothing for screen readers alone. */
  visible(element) {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  },

  /** 'main > p.cap', enough to find it in a template. */
  name(element) {
    const one = node => node.localName + (node.id ? "#" + node.id : [...node.classList].map(css => "." + css).join(""));
    const parent = element.parentElement;
    return (parent ? one(parent) + " > " : "") + one(element);
  },

  texts() {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.data.replace(/\s+/g, " ").trim();
      const parent = node.parentElement;
      if (text && !["script", "style", "noscript", "template"].includes(parent.localName)) found.push([text, parent]);
    }
    for (const element of document.querySelectorAll("[aria-label],[title],[placeholder],[data-label]")) {
      for (const name of ["aria-label", "title", "placeholder", "data-label"]) {
        if (element.hasAttribute(name)) found.push([element.getAttribute(name), element]);
      }
    }
    found.push([document.title, document.documentElement]);
    return found;
  },

  /** A page may scroll down, never sideways; a table may scroll in its own frame. */
  overflow() {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(element => {
      const box = element.getBoundingClientRect();
      return box.right > room + 1 && box.width > 0 && !element.closest(".scroll, .skip, svg svg");
    });
    return [`${document.documentElement.scrollWidth} px wide in ${room} px: ` + wide.slice(0, 4).map(this.name).join(", ")];
  },

  missingWords() {
    return this.texts().filter(([text]) => /\?\?[\w.]+\?\?|\?\?|\{\d\}/.test(text)).map(([text, element]) => `${this.name(element)}: ${text}`);
  },

  /** Four English words in a row on a Chinese page, unless the page says that they are English, or somebody typed them. */
  english(typed) {
    const sentence = /(?:\b[A-Za-z][A-Za-z'’-]*[,;:]? ){3,}[A-Za-z'’-]+/;
    return this.texts()
      .filter(([, element]) => !element.closest("[lang=en], .code, .hash, pre"))
      .map(([text, element]) => [typed.reduce((rest, words) => rest.replaceAll(words, "…"), text), element])
      .filter(([text]) => sentence.test(text))
      .map(([text, element]) => `${this.name(element)}: ${text.slice(0, 140)}`);
  },

  async axe(tags) {
    return this.violations({ runOnly: { type: "tag", values: tags } });
  },

  /** The rules that colours decide, and nothing else does. */
  async contrast() {
    return this.violations({ runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } });
  },

  /** The one rule that the length of words decides. */
  async targets() {
    return this.violations({ runOnly: { type: "rule", values: ["target-size"] } });
  },

  async violations(options) {
    const found = await axe.run(document, { ...options, resultTypes: ["violations"] });
    return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(node =>
      `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join(" ").trim()}`));
  },
})
