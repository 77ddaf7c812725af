// Copies the address of a page, of a clause or of a comment, or hands it to a program of the device (records/_share.html).
// Without it the headings of clauses are links to themselves. It asks nothing of anybody, and keeps nothing.
const box = document.querySelector("p.share");
if (box) {
  const [copy, send] = box.querySelectorAll("button");
  const told = box.querySelector("[role=status]");
  const address = (anchor) => location.href.split(/[?#]/)[0] + anchor;
  const tell = (words, button) => {
    // Said where the reader is: the status is read aloud, the button shows it for a while.
    told.className = button === copy ? "" : "visually-hidden";
    told.textContent = words;
    if (button === copy) return;
    const [name, more] = button.childNodes;
    name.data = words;
    more.hidden = true;
    setTimeout(() => { name.data = box.dataset.short; more.hidden = false; }, 3000);
  };
  // Pages from a folder and over plain http have no clipboard: then the old way, else by hand.
  const old = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  const take = async (text, button) => {
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = old(text); }
    button.focus();
    tell(done ? box.dataset.done : `${box.dataset.byHand} ${text}`, button);
  };
  copy.addEventListener("click", () => take(address(""), copy));
  if (navigator.share) {
    send.hidden = false;
    send.addEventListener("click", () => navigator.share({ title: document.title, url: address("") }).catch(() => {}));
  }
  box.hidden = false;
  const button_for = (heading, text) => {
    const button = document.createElement("button"), name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = ` – ${copy.textContent} – ${heading.textContent.trim()}`;
    button.type = "button";
    button.className = "plain";
    button.append(box.dataset.short, name);
    button.addEventListener("click", () => take(text, button));
    return button;
  };
  for (const actions of document.querySelectorAll("section.clause[id] > .actions")) {
    const clause = actions.parentElement, item = document.createElement("li");
    item.dataset.script = "";
    item.append(button_for(clause.querySelector("h2, h3, h4, h5, h6"), address(`#${clause.id}`)));
    actions.append(item);
  }
  // In a list each comment leads to its own page: that is the address to keep.
  for (const own of document.querySelectorAll("article.comment > header > :first-child > a")) {
    const item = document.createElement("span");
    item.dataset.script = "";
    item.append("\u00a0· ", button_for(own, own.href));
    own.closest("header").querySelector(".meta").append(item);
  }
}
