/**
 * Send the forms of a discreet page in the background and show what they lead to in place of <main>: an ordinary
 * post would add an entry to the history each time, and Back would show it after the exit (decision 0013).
 */
export default class DiscreetForms {
  constructor(root) {
    this.apology = root.content.firstElementChild;
    // Only whole pages of this very site pass through here: no other text is ever parsed.
    this.policy = globalThis.trustedTypes?.createPolicy("balise", { createHTML: (page) => page });
    document.addEventListener("submit", (event) => this.send(event));
  }

  async send(event) {
    const form = event.target;
    const address = new URL(form.getAttribute("action") ?? "", location.href);
    if (event.defaultPrevented || form.method !== "post" || address.origin !== location.origin) return;
    event.preventDefault();
    if (form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    const answer = await this.post(address, new FormData(form, event.submitter));
    form.ariaBusy = null;
    if (answer) this.show(answer, address.hash.slice(1));
    else this.apologise(form);
  }

  /** Return the page that answers, or undefined where none came: what was chosen stays, to be sent again. */
  async post(address, fields) {
    try {
      const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
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
}

const root = document.querySelector('[data-component="discreet-forms"]');
if (root) new DiscreetForms(root);
