/**
 * Send the forms of a discreet page in the background and show what they lead to in place of <main>: an ordinary
 * post would add an entry to the history each time, and Back would show it after the exit (decision 0013).
 */
const PATIENCE = 20_000; // milliseconds; then we say that no answer came

export default class DiscreetForms {
  constructor(root) {
    this.apology = root.content.firstElementChild;
    // Only whole pages of this very site pass through here: no other text is ever parsed.
    this.policy = globalThis.trustedTypes?.createPolicy("balise", { createHTML: (page) => page });
    document.addEventListener("submit", (event) => this.send(event));
    addEventListener("click", (event) => this.letGo(event));
  }

  async send(event) {
    const form = event.target;
    const address = new URL(form.getAttribute("action") ?? "", location.href);
    if (event.defaultPrevented || form.method !== "post" || address.origin !== location.origin) return;
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    this.sending?.abort("another form was sent");
    const sending = (this.sending = new AbortController());
    form.ariaBusy = "true";
    const answer = await this.post(address, new FormData(form, event.submitter), sending.signal);
    form.ariaBusy = null;
    if (sending.signal.aborted) return;
    if (answer) this.show(answer, address.hash.slice(1));
    else this.apologise(form);
  }

  /** Return the page that answers, or undefined where none came: what was chosen stays, to be sent again. */
  async post(address, fields, signal) {
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return Promise.race([this.fetched(address, fields, signal), late]);
  }

  async fetched(address, fields, signal) {
    try {
      const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields), signal });
      const page = response.status < 500 ? this.parse(await response.text()) : null;
      return page?.querySelector("main") ? { page, moved: response.redirected && response.url } : undefined;
    } catch {
      return undefined;
    }
  }

  parse(text) {
    return new DOMParser().parseFromString(this.policy ? this.policy.createHTML(text) : text, "text/html");
  }

  show({ page, moved }, place) {
    if (moved) return location.replace(moved);
    document.title = page.title;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    const shown = document.getElementById(place) ?? document.querySelector("main");
    shown.focus({ preventScroll: true });
    shown.scrollIntoView();
  }

  apologise(form) {
    form.querySelector(":scope > .discreet-forms")?.remove();
    form.prepend(this.apology.cloneNode(true));
    form.firstElementChild.focus();
  }

  /** Want no answer any more once a link leads away: the exit's script has taken the click by then. */
  letGo(event) {
    if (event.defaultPrevented && event.target.closest?.("a")) this.sending?.abort("a link was followed");
  }
}

const root = document.querySelector('[data-component="discreet-forms"]');
if (root) new DiscreetForms(root);
