"use strict";
(() => {
  const form = document.querySelector("form");
  const findings = [...document.querySelectorAll(".finding")];
  const rows = [...document.querySelectorAll(".spellings tbody tr")];
  const concepts = [...document.querySelectorAll(".concept")];
  const words = new Map(findings.map((one) => [one, own(one).toLowerCase()]));
  const shown = document.getElementById("shown");

  /** The text of a finding without the lines above and below it. */
  function own(one) {
    const copy = one.cloneNode(true);
    for (const beside of copy.querySelectorAll(".beside")) beside.remove();
    return copy.textContent;
  }

  function matches(one, wanted) {
    return (
      wanted.levels.includes(one.dataset.level) &&
      (wanted.rule === "" || wanted.rule === one.dataset.rule) &&
      (wanted.known || one.dataset.known !== "yes") &&
      wanted.words.every((word) => words.get(one).includes(word) || one.dataset.concept.includes(word))
    );
  }

  function wishes() {
    const data = new FormData(form);
    return {
      words: data.get("words").toLowerCase().split(/\s+/).filter(Boolean),
      levels: data.getAll("level"),
      rule: data.get("rule"),
      known: data.get("known") !== null,
    };
  }

  function filter() {
    const wanted = wishes();
    const kept = findings.filter((one) => matches(one, wanted));
    const visible = new Set(kept);
    const spellings = new Set(kept.map((one) => one.dataset.spelling));
    for (const one of findings) one.toggleAttribute("data-hidden", !visible.has(one));
    for (const row of rows) row.toggleAttribute("data-hidden", !spellings.has(row.dataset.spelling));
    for (const concept of concepts) {
      const empty = concept.querySelector(".finding:not([data-hidden])") === null;
      concept.toggleAttribute("data-hidden", empty);
    }
    shown.textContent = `${kept.length} of ${findings.length} findings shown`;
  }

  function open(target) {
    const inner = target && target.closest("details");
    if (inner) inner.open = true;
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  window.addEventListener("hashchange", () => open(document.getElementById(location.hash.slice(1))));
  window.addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
  open(document.getElementById(location.hash.slice(1)));
  filter();
})();
