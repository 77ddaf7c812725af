// The form for a comment (records/_comment_form.html): it makes letters and files of what people write, and
// sends nothing. The draft stays on the device. What a letter is made of: docs/formats/comment-form.md.

const form = document.querySelector("form.say"), files = document.querySelector(".files");
const place = form ?? files, draft = place.dataset.draft, key = `talqy:${draft}`;
const labels = JSON.parse(place.dataset.labels), subjects = JSON.parse(place.dataset.subjects);
// On Windows Chrome and Edge open no mail program for a longer address, and say nothing (crbug.com/727909).
const LONGEST = navigator.userAgent.includes("Windows") ? 2046 : Infinity;
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

// What the device keeps may be of another version, or of nobody: then the form begins anew.
const isMap = (one) => one !== null && typeof one === "object" && Object.values(one).every((value) => typeof value === "string");
const isRemark = (one) => isMap(one) && (one.id === undefined || RegExp(`^[${SIGNS}]{10}$`).test(one.id));
const isDraft = ({ remarks = [], once = {}, now = {}, sent = {} }) => Array.isArray(remarks) && remarks.every((one) => isRemark(one) && one.text && one.clause) && isMap(once) && isMap(sent) && isRemark(now);

const store = {
  last: "",
  text() { try { return localStorage.getItem(key) ?? ""; } catch { return ""; } },
  read() { try { const said = JSON.parse(this.last = this.text()); return said && isDraft(said) ? said : {}; } catch { return {}; } },
  // Return whether it is kept: private windows and full devices keep nothing.
  write(said) { try { localStorage.setItem(key, this.last = JSON.stringify(said)); return true; } catch { return false; } },
  clear() { try { localStorage.removeItem(key); } catch { /* as above */ } },
};

// Ten letters of Crockford's base 32, drawn as `talqy new comment` draws them.
const drawn = () => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => SIGNS[byte & 31]).join("");

if (form) comment(form);
if (files) show(files, store.read());

function comment(form) {
  const all = [...form.querySelectorAll("[name]")].filter((one) => !["hidden", "submit"].includes(one.type));
  const isOnce = (one) => one.closest("fieldset:not(.kinds)");
  const once = all.filter(isOnce), each = all.filter((one) => !isOnce(one));
  const send = document.querySelector(".send"), list = form.querySelector(".remarks ol");
  const texts = JSON.parse(form.dataset.texts), warned = JSON.parse(form.dataset.warned), coded = JSON.parse(form.dataset.coded);
  const said = { remarks: [], once: {}, now: {}, sent: {}, ...store.read() };

  const value = (one) => one.type === "checkbox" ? (one.checked ? "yes" : "") : one.value.trim();
  // Words of the clause that stand in the wording as they came are nobody's wish.
  const proposal = form.elements.proposal, plain = () => texts[form.elements.clause.value]?.trim() ?? "";
  let offered = "";
  const isAsItWas = () => value(proposal) !== "" && [offered, plain()].includes(value(proposal));
  const read = (fields) => Object.fromEntries(fields.filter((one) => one.type !== "radio" || one.checked).map((one) => [one.name, one === proposal && isAsItWas() ? "" : value(one)]));
  const offer = (words) => {
    if (isAsItWas()) proposal.value = "";
    offered = !value(proposal) && words.length <= proposal.maxLength ? words : "";
    if (offered) proposal.value = offered;
    tellOffer();
  };
  const tellOffer = () => {
    form.querySelector("[data-offered]").hidden = !isAsItWas();
    form.querySelector('[data-do="begin"]').hidden = value(proposal) !== "" || !plain();
  };
  // Who asks for a change begins with the words that stand there now.
  const offerIfChange = () => offer(form.elements.kind.value === "change" ? plain() : "");
  const put = (fields, values) => {
    for (const one of fields) {
      const given = values[one.name];
      if (one.type === "radio") one.checked = given ? one.value === given : one.defaultChecked;
      else if (one.type === "checkbox") one.checked = given === "yes";
      else if (one.tagName === "SELECT") one.value = [...one.options].some((option) => option.value === given) ? given : [...one.options].find((option) => option.defaultSelected)?.value ?? one.options[0].value;
      else one.value = given ?? "";
    }
    offerIfChange();
  };
  const remarks = () => [...said.remarks, ...(said.now.text ? [said.now] : [])];
  const written = ({ id, ...words }) => JSON.stringify([words, { ...read(once), consent: "" }]);
  // The language of the page is nobody's choice: on the page of another language it is that one's.
  const language = form.elements.language, isChosen = () => !language.selectedOptions[0]?.defaultSelected;
  const chosenOnce = () => { const values = read(once); if (!isChosen()) delete values.language; return values; };
  const keep = () => {
    said.once = chosenOnce();
    said.now = { ...read(each), id: said.now.id ?? drawn() };
    // What another window has kept meanwhile stays, beside what is written here.
    if (store.text() && store.text() !== store.last) {
      const there = store.read(), mine = new Set(said.remarks.map((one) => one.id));
      said.sent = { ...there.sent, ...said.sent };
      if (there.now?.text && there.now.id === said.now.id) said.now.id = drawn();
      said.remarks.push(...[...(there.remarks ?? []), ...(there.now?.text ? [there.now] : [])].filter((one) => one.id !== said.now.id && !mine.has(one.id)));
      draw();
    }
    // A number that was told belongs to the words that went under it: other words have another one.
    for (const one of [...said.remarks, said.now]) if (said.sent[one.id] && said.sent[one.id] !== written(one)) one.id = drawn();
    send.querySelector("[data-unkept]").hidden = store.write(said);
    show();
  };
  // A warning stands below the field that it is about, where one writes; else below the other remarks.
  const warnings = form.querySelector(".warnings"), lines = ["text", "proposal", "quote", "author.name"].map((field) => form.elements[field]);
  const warn = () => {
    const words = JSON.stringify([said.remarks, said.now, said.once["author.name"]]), found = [];
    for (const [kind, pattern] of Object.entries(warned)) {
      const is = new RegExp(pattern).test(words), notice = warnings.querySelector(`[data-warned="${kind}"]`);
      if (is) found.push(new RegExp(pattern));
      if (is && notice?.hidden) requestAnimationFrame(() => warnings.scrollIntoView({ block: "nearest" }));
      notice?.toggleAttribute("hidden", !is);
    }
    const near = lines.find((one) => found.some((pattern) => pattern.test(value(one))))?.closest("p") ?? (found.length ? form.querySelector(".remarks") : form.elements.text.closest("p"));
    if (near.nextElementSibling !== warnings) near.after(warnings);
  };
  const name = (remark) => form.elements.clause.querySelector(`option[value="${CSS.escape(remark.clause)}"]`)?.textContent ?? remark.clause;
  const draw = () => {
    list.replaceChildren(...said.remarks.map((remark, at) => {
      const item = form.querySelector("template.remark").content.firstElementChild.cloneNode(true);
      item.querySelector("span").textContent = `${name(remark)}: ${remark.text.slice(0, 80)}`;
      item.dataset.at = at;
      return item;
    }));
    list.parentElement.hidden = !said.remarks.length;
    // A form posts what stands in its fields: remarks that wait beside them would be lost, a letter has all.
    form.querySelector('[type="submit"]')?.closest("p").toggleAttribute("hidden", said.remarks.length > 0);
  };
  const letter = () => {
    const chosen = (field, code) => {
      const control = form.elements[field], words = control.options ? [...control.options].find((one) => one.value === code)?.textContent : [...form.querySelectorAll(`[name="${field}"]`)].find((one) => one.value === code)?.parentElement.textContent.trim();
      return words && !coded.includes(field) ? words : `${words ?? ""} (${code})`.trim();
    };
    const line = (field, words) => `${labels[field]}: ${words}`.trimEnd();
    const spoken = (field, given) => {
      const control = form.elements[field];
      if (control.type === "checkbox") return form.dataset.yes;
      return control.tagName === "SELECT" || control.length ? chosen(field, given) : given ?? "";
    };
    // What was left empty makes a letter longer, and a mail program may cut it.
    const fields = (names, values) => names.filter((field) => values[field]).map((field) => line(field, spoken(field, values[field])));
    const names = (controls) => [...new Set(controls.map((one) => one.name))];
    const parts = [[line("draft", `${form.dataset.title} (${draft})`), ...fields(names(once), read(once)), line("consent", form.dataset.yes)]];
    // A kind that nobody chose is asked in the letter, as in those without a script.
    for (const remark of remarks()) parts.push([line("id", remark.id), ...names(each).flatMap((field) => (field === "kind" && !remark.kind ? [line(field, "")] : fields([field], remark)))]);
    // Half of a sign, as a cut emoji leaves it, is in no address of a letter.
    return ([...parts.map((lines) => lines.join("\n")), labels.end].join("\n\n") + "\n").replace(/\p{Surrogate}/gu, "\ufffd");
  };
  // A letter about one clause is called after it; one about several, after the draft alone.
  const subject = () => subjects[remarks().length > 1 ? "" : (remarks()[0] ?? said.now).clause ?? ""] ?? subjects[""];
  const note = (field) => form.querySelector(`[data-missing="${field}"]`);
  const invalid = (field) => field === "kind" ? form.querySelector(".kinds") : form.elements.text;
  const lacking = () => remarks().length === 0 ? ["text"] : remarks().every((one) => one.kind) ? [] : ["kind"];
  const tell = (missing) => {
    for (const field of ["kind", "text"]) {
      note(field).hidden = !missing.includes(field);
      invalid(field).setAttribute("aria-invalid", missing.includes(field));
    }
  };
  const lead = ([field]) => {
    (field === "kind" ? form.querySelector("[name=kind]") : form.elements.text).focus({ preventScroll: true });
    note(field).scrollIntoView({ block: "center" });
  };
  // Number, letter and what is odd in it stand there while people write.
  const show = () => {
    warn();
    said.now.id ??= drawn();
    const text = letter();
    send.querySelector("pre").textContent = text;
    const ids = (remarks().length ? remarks() : [said.now]).map((one) => one.id);
    send.querySelector("[data-number]").textContent = ids.join(", ");
    for (const it of send.querySelectorAll("[data-one], [data-many]")) it.hidden = it.matches("[data-many]") !== ids.length > 1;
    const mail = send.querySelector('[data-way="mail"]');
    if (!mail) return;
    send.querySelector("[data-asked]").hidden = !lacking().includes("kind");
    const head = `mailto:${form.dataset.mail}?subject=${encodeURIComponent(subject())}`;
    mail.href = `${head}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
    const long = send.querySelector("[data-long]");
    long.hidden = mail.href.length <= LONGEST;
    if (!long.hidden) mail.href = head;
  };
  const take = () => {
    Object.assign(said, { remarks: [], once: {}, now: {}, sent: {} }, store.read());
    put(once, said.once);
    put(each, said.now);
    draw();
    show();
  };
  const clear = () => { said.now = {}; put(each, {}); keep(); };
  // Put a remark of the list into the fields again, and what stood there among the others.
  const bring = (at) => {
    keep();
    const [one] = said.remarks.splice(at, 1);
    if (said.now.text) said.remarks.push(said.now);
    said.now = one;
    put(each, one);
    keep();
    draw();
  };
  const doing = {
    begin() { offer(plain()); keep(); proposal.focus(); },
    another() {
      keep();
      if (said.now.text && !said.now.kind) { tell(["kind"]); lead(["kind"]); return; }
      if (said.now.text) { said.remarks.push(said.now); clear(); draw(); }
      form.elements.clause.focus();
    },
    change(button) { bring(button.closest("li").dataset.at); form.elements.text.focus(); },
    drop(button) { said.remarks.splice(button.closest("li").dataset.at, 1); keep(); draw(); form.elements.clause.focus(); },
    forget() { store.clear(); said.remarks = []; said.once = {}; said.now = {}; said.sent = {}; put(all, {}); draw(); show(); tell([]); form.elements.clause.focus(); },
  };
  const ways = {
    async copy() {
      const text = send.querySelector("pre").textContent;
      try { await navigator.clipboard.writeText(text); } catch {
        getSelection().selectAllChildren(send.querySelector("pre"));
        document.execCommand("copy"); // pages over plain http have no other way
      }
      send.querySelector("[data-copied]").hidden = false;
    },
    async mail() { if (!send.querySelector("[data-long]").hidden) await ways.copy(); },
    share() { navigator.share({ title: subject(), text: send.querySelector("pre").textContent }).catch(() => {}); },
    print() { send.querySelector("details").open = true; document.body.classList.add("letter-alone"); print(); document.body.classList.remove("letter-alone"); },
  };

  // What was typed before this script came, or stands there again as the browser kept it, counts as if it were typed now.
  const isTyped = (one) => one.options ? [...one.options].some((option, at) => option.selected !== (option.defaultSelected || (at === 0 && ![...one.options].some((other) => other.defaultSelected))))
    : ["radio", "checkbox"].includes(one.type) ? one.checked !== one.defaultChecked : one.value !== one.defaultValue;
  const typedIn = (fields) => {
    const values = read(fields), names = new Set(fields.filter(isTyped).map((one) => one.name));
    return Object.fromEntries(Object.entries(values).filter(([name, given]) => names.has(name) && given));
  };
  const typed = [once, each].map(typedIn), isEarlier = typed.some((values) => Object.keys(values).length > 0);
  Object.assign(said.once, typed[0]);
  if (typed[1].text && said.now.text && typed[1].text !== said.now.text) { said.remarks.push(said.now); said.now = {}; }
  said.now = { ...said.now, ...typed[1] };
  // Without this script the clause has to be chosen; with it, words are about what the address names, else about the whole draft.
  form.elements.clause.querySelector('option[value=""]')?.remove();
  const named = () => { const id = location.hash.replace(/^#on-/, ""); return Object.hasOwn(texts, id) ? id : ""; }; // ids of clauses are plain letters
  if (said.now.text && !said.now.clause) said.now.clause = named();
  form.hidden = send.hidden = false;
  send.querySelector("[data-shares]").hidden = !navigator.share;
  for (const one of form.querySelectorAll(".script")) one.hidden = false;
  put(once, said.once);
  put(each, said.now);
  const asked = ({ type } = {}) => {
    // Who comes back finds what was chosen last, whatever the address once asked for.
    const way = performance.getEntriesByType("navigation")[0]?.type;
    if (type !== "hashchange" && way !== "navigate" && said.now.text) return;
    const id = named();
    if (!id) return;
    keep();
    // Words about another clause stay about that one: they are put among the remarks.
    if (said.now.text && said.now.clause !== id) { said.remarks.push(said.now); said.now = {}; put(each, {}); draw(); }
    form.elements.clause.value = id;
    offerIfChange();
    form.scrollIntoView();
    form.elements.text.focus({ preventScroll: true });
    keep();
  };
  // The rows of clauses are for who has no script: the browser would lead there, past the form.
  for (const row of document.querySelectorAll(".clause-list > [id]")) row.removeAttribute("id");
  for (const told of form.querySelectorAll(".arrived")) told.remove();
  for (const event of ["hashchange", "load"]) addEventListener(event, asked);
  // What is added or taken out in another window of this form is so in all of them.
  addEventListener("storage", ({ key: changed }) => {
    if (changed !== key && changed !== null) return;
    take();
  });
  // Who comes back to a window sees what was written in another one.
  document.addEventListener("visibilitychange", () => { if (!document.hidden && store.text() !== store.last) take(); });
  if (isEarlier) keep();
  asked();
  draw();
  show();
  form.addEventListener("input", ({ target }) => {
    if (["clause", "kind"].includes(target.name)) offerIfChange();
    else if (target === proposal) tellOffer();
    keep(); send.querySelector("[data-copied]").hidden = true; tell(["kind", "text"].filter((field) => !note(field).hidden && lacking().includes(field)));
  });
  form.addEventListener("submit", () => offer(""));
  // Who chooses a kind by touch writes at once, as it says there: a tap less. By keys nobody is led away from the choice.
  const kinds = form.querySelector(".kinds");
  let isTouched = false;
  for (const event of ["pointerdown", "keydown"]) kinds?.addEventListener(event, () => { isTouched = event === "pointerdown"; });
  kinds?.addEventListener("change", () => { if (isTouched && !form.elements.text.value) form.elements.text.focus(); });
  for (const part of [form, send]) part.addEventListener("click", (event) => { const button = event.target.closest("[data-do]"); if (button) doing[button.dataset.do](button); });
  // Who chooses a way agrees to publication: each says so. Without words, or where nobody knows whether they are for or
  // against and no letter asks it, there is nothing to send.
  send.addEventListener("click", (event) => {
    const way = event.target.closest("[data-way]");
    if (!way) return;
    keep();
    // A letter asks the kind itself, before it goes.
    const isAsked = way.dataset.way === "mail" && !lacking().includes("text");
    const missing = isAsked ? [] : lacking(), odd = said.remarks.findIndex((one) => !one.kind);
    if (!isAsked && odd >= 0 && (said.now.kind || !said.now.text)) bring(odd);
    tell(missing);
    if (missing.length) {
      event.preventDefault();
      lead(missing);
      return;
    }
    for (const one of remarks()) said.sent[one.id] = written(one);
    said.once.consent = "yes";
    store.write(said);
    ways[way.dataset.way]?.();
  });
}

// Each remark as the file of a pull request. JSON strings are YAML strings as well.
function show(files, said) {
  const written = (text) => JSON.stringify(text), once = said.once ?? {};
  const [standard, revision] = draft.split(" r");
  // One day alone, all over the page: that of a site which has its own, else that of the device.
  const { day } = files.dataset, today = files.hasAttribute("data-fixed") ? day : new Date().toLocaleDateString("en-CA", { timeZone: files.dataset.timezone });
  for (const one of document.querySelectorAll("[data-dated]")) {
    if (one.href) one.href = one.href.replaceAll(day, today);
    else one.textContent = one.textContent.replaceAll(day, today);
  }
  const remarks = [...(said.remarks ?? []), ...(said.now?.text ? [said.now] : [])];
  for (const one of remarks) {
    const author = [`kind: ${once["author.kind"]}`, ...(once["author.foreign"] ? ["foreign: true"] : []), ...(once["author.name"] ? [`name: ${written(once["author.name"])}`] : [])];
    const lines = [
      "schema: 1", `id: ${one.id}`, `standard: ${standard}`, `revision: ${revision}`, `clause: ${one.clause}`, `language: ${once.language ?? document.documentElement.lang}`,
      `kind: ${one.kind}`, `received: ${written(today)}`, "channel: pull-request", `author: {${author.join(", ")}}`,
      ...["quote", "text", "proposal"].filter((field) => one[field]).map((field) => `${field}: ${written(one[field])}`),
      ...(once.consent ? ['consent: "1"'] : []),
    ];
    const made = files.querySelector("template").content.firstElementChild.cloneNode(true);
    const text = lines.join("\n") + "\n", [title, body] = made.querySelectorAll("code"), link = made.querySelector("a");
    title.textContent = `comments/${standard}/r${revision}/${today}/${one.id}.yaml`;
    body.textContent = text;
    link.download = `${one.id}.yaml`;
    link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
    files.append(made);
  }
  files.hidden = !remarks.length;
}
