// Small things on every page. Without this script a change of language keeps the page, not the place.
document.querySelector(".languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && location.hash) link.hash = location.hash;
});
// The row of tabs is wider than a phone: the page that one is on is seen in it.
const row = document.querySelector(".tabs ul");
const here = row?.querySelector("[aria-current]");
if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - 16;
