/* Asks before what was typed and not saved is left. All else works without it. */
"use strict";
/* What differs from what the page came with was typed, also before this ran. */
const isTyped = (it) => {
  if (it.type === "checkbox" || it.type === "radio") return it.checked !== it.defaultChecked;
  if (it.options) return it.selectedIndex !== Math.max(0, [...it.options].findIndex((one) => one.defaultSelected));
  return "defaultValue" in it && it.value !== it.defaultValue;
};
for (const form of document.querySelectorAll("form[data-guard]")) {
  let typed = [...form.elements].some(isTyped);
  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", () => { typed = false; });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
}
