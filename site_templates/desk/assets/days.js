/* Counts the days of a discussion while one types: the desk says them, this puts them on the page. */
"use strict";
(() => {
  const form = document.querySelector("form[data-count-at]");
  const place = document.querySelector("[data-counted]");
  if (!form || !place) return;
  const days = ["opens", "closes", "act"];
  let asked = 0;
  const line = (words, name) => {
    const made = document.createElement("p");
    made.textContent = words;
    if (name) made.className = name;
    return made;
  };
  const count = async () => {
    const number = ++asked;
    const said = new URLSearchParams();
    for (const name of days) said.set(name, form.elements[name].value);
    try {
      const answer = await fetch(`${form.dataset.countAt}?${said}`, { credentials: "same-origin" });
      if (!answer.ok || number !== asked) return;
      const found = await answer.json();
      const lines = [[found.words, ""], [found.skipped, "soft"], [found.short, "fault"]];
      place.replaceChildren(...lines.filter(([words]) => words).map(([words, name]) => line(words, name)));
    } catch {
      /* Without an answer the button counts. */
    }
  };
  form.addEventListener("input", (event) => {
    if (days.includes(event.target.name)) count();
  });
  /* What was typed before this ran, or kept by the browser on the way back, is counted too. */
  if (days.some((name) => form.elements[name].value !== form.elements[name].defaultValue)) count();
})();
