// The only script: changing the language keeps the place on the page. Without it the page is kept.
document.querySelector(".languages")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && location.hash) link.hash = location.hash;
});
