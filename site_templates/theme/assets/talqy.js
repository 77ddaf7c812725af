// Small things on every page. Without this script a change of language keeps the page, not the place or the query.
document.querySelector(".languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && location.hash) link.hash = location.hash;
  const typed = document.querySelector(".search-page [name=q]")?.value;
  if (link && (typed || location.search)) link.search = typed ? `?${new URLSearchParams({ q: typed })}` : location.search;
});
// The row of tabs is wider than a phone: the page that one is on is seen in it.
const row = document.querySelector(".tabs ul");
const here = row?.querySelector("[aria-current]");
if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - 16;
row?.addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "center" }));
// Escape folds the menu again.
document.querySelector(".menu")?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary").focus();
});
// The language is remembered on this device alone, and the chooser of languages leads on to it.
const REMEMBERED = "talqy-language", choices = document.querySelector("[data-choices]");
const kept = (work) => { try { return work(localStorage); } catch { return null; } };
document.addEventListener("click", (event) => {
  const chosen = event.target.closest("a[hreflang]");
  if (chosen) kept((store) => store.setItem(REMEMBERED, chosen.hreflang));
});
if (choices) {
  const known = [...choices.querySelectorAll("a[hreflang]")].find((it) => it.hreflang === kept((store) => store.getItem(REMEMBERED)));
  if (known) location.replace(known.href);
}

// On a phone the contents of a text lie over it: they close behind who has chosen a clause.
for (const contents of document.querySelectorAll("nav.contents details")) {
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) contents.open = false; });
}
