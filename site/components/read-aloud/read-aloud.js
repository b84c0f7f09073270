/**
 * Read a page or a sentence aloud with a voice that lives on this device: a remote one would send the text away, so
 * without a local voice of the page's language the button stays hidden.
 */
const READ = [
  "h1", ".prose :is(p, li, h3)", ".notice p", ".question__legend", ".question__hint", ".question__error", ".choice-list__text",
  ".place-list__what", ".place-list__label", ".order-list__text", ".story p", ".sentence__label", ".feedback p",
].join();
const speech = globalThis.speechSynthesis;

export default class ReadAloud {
  constructor(button) {
    this.button = button;
    this.label = button.querySelector("span");
    this.words = this.label.textContent;
  }

  static voice() {
    const language = document.documentElement.lang;
    const local = speech.getVoices().filter((voice) => voice.localService);
    const of = (start) => local.find((voice) => voice.lang.replace("_", "-").startsWith(start));
    return of(language) ?? of(language.slice(0, 2));
  }

  toggle() {
    const wasReading = speech.speaking;
    speech.cancel();
    if (!wasReading) this.read();
  }

  read() {
    const texts = this.texts();
    for (const [number, text] of texts.entries()) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = ReadAloud.voice();
      utterance.lang = utterance.voice.lang;
      utterance.rate = 0.9;
      if (number === texts.length - 1) utterance.onend = () => this.show(this.words);
      utterance.onerror = () => this.show(this.words);
      speech.speak(utterance);
    }
    if (texts.length) this.show(this.button.dataset.stop);
  }

  texts() {
    const sentence = document.getElementById(this.button.dataset.reads);
    const parts = sentence ? [sentence] : document.querySelectorAll(`main :is(${READ})`);
    return [...parts].map((part) => part.innerText.trim()).filter(Boolean);
  }

  show(words) {
    this.label.textContent = words;
  }
}

const readers = new WeakMap();
const offer = () => {
  const isSpoken = Boolean(ReadAloud.voice());
  for (const button of document.querySelectorAll('[data-component="read-aloud"]')) button.hidden = !isSpoken;
};

if (speech) {
  setTimeout(offer); // a task of its own: the first look at the voices takes a while
  speech.addEventListener("voiceschanged", offer);
  new MutationObserver(() => (speech.cancel(), offer())).observe(document.body, { childList: true }); // <main> may be replaced
  addEventListener("pagehide", () => speech.cancel());
  // Leaving quickly hides the page; it falls silent in the frame after, so as not to delay the hidden one.
  const silence = () => document.documentElement.style.display === "none" && setTimeout(() => speech.cancel());
  new MutationObserver(() => requestAnimationFrame(silence)).observe(document.documentElement, { attributeFilter: ["style"] });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.('[data-component="read-aloud"]');
    if (!button) return;
    if (!readers.has(button)) readers.set(button, new ReadAloud(button));
    readers.get(button).toggle();
  });
}
