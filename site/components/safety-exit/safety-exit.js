// Leave quickly: first in <head> and inline, so that it works before anything else has arrived (decision 0012).
// It is no module, for a module would wait for the page. What may fail, storage above all, never stops the way out.
((script) => {
  const target = script.dataset.to;
  const root = document.documentElement;
  const mark = "view"; // says nothing to whoever finds it
  const minutes = 30;
  const patience = 2500; // milliseconds that the other site has to answer
  const twice = 1000; // milliseconds between two presses of Escape
  let leaving = false;
  let untold = false;
  let escaped = -twice;

  const attempt = (what) => {
    try {
      return what();
    } catch {
      return undefined;
    }
  };

  // The other pages of the site leave too. One that a browser kept for Back is thrown away by a message instead: it
  // would be shown for a frame before any script of it could run.
  const others = attempt(() => new BroadcastChannel(mark));
  // A page that comes back sees one of the two or the other, depending on the browser.
  const cookie = (seconds) => {
    const secure = location.protocol === "https:" ? ";secure" : "";
    document.cookie = `${mark}=1;path=/;samesite=strict;max-age=${seconds}${secure}`;
  };
  const hasLeft = () =>
    attempt(() => sessionStorage.getItem(mark)) || attempt(() => `; ${document.cookie}`.includes(`; ${mark}=1`));
  // Only where somebody pressed are the others told, and once: who came back on purpose elsewhere is not sent away.
  const remember = () => {
    attempt(() => sessionStorage.setItem(mark, 1));
    if (!untold) return;
    untold = false;
    attempt(() => cookie(minutes * 60));
    attempt(() => others.postMessage(mark));
  };
  const forget = () => {
    attempt(() => sessionStorage.removeItem(mark));
    attempt(() => cookie(0));
  };

  const cover = () => {
    attempt(() => (document.title = new URL(target).host));
    for (const form of document.forms) attempt(() => form.reset());
    remember();
  };

  const leave = () => {
    root.style.setProperty("display", "none", "important");
    if (leaving) return;
    leaving = true;
    attempt(() => stop()); // an answer that is still awaited would bring the page back
    attempt(() => location.replace(target));
    setTimeout(() => location.replace("about:blank"), patience);
  };
  const leaveByPress = (event) => {
    event.preventDefault();
    untold ||= !leaving; // a second press must not undo the first
    leave();
    requestAnimationFrame(() => setTimeout(cover)); // any sooner, and it would delay the hidden frame
  };
  const leaveToo = () => {
    leave();
    cover();
  };

  if (hasLeft()) {
    if (performance.getEntriesByType("navigation")[0]?.type === "navigate") forget();
    else leaveToo(); // by Back, by Forward, or by a reload of the empty page
  }
  addEventListener("pagehide", () => {
    if (leaving) cover();
    root.style.opacity = 0; // when the page comes back, its first frame shows nothing
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && hasLeft()) leaveToo();
    else root.style.opacity = "";
  });
  if (others) others.onmessage = leaveToo;

  const onExit = (event) => {
    const middle = 1;
    if (event.button <= middle && event.target.closest?.("a")?.dataset.safetyExit !== undefined) leaveByPress(event);
  };
  addEventListener("click", onExit, true);
  addEventListener("auxclick", onExit, true);
  addEventListener("touchstart", () => {}, { passive: true }); // Safari shows :active to a touch only if somebody listens
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      if (leaving) event.preventDefault(); // Escape would stop the way out
      const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      if (event.repeat || event.isComposing || modified || document.querySelector("dialog[open]")) return;
      if (event.timeStamp - escaped <= twice) leaveByPress(event);
      escaped = event.timeStamp;
    },
    true,
  );
  root.dataset.exit = "ready"; // shows the words about Escape

  // On a discreet page a link takes the place of the page in the history, so that a whole visit is one entry.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.defaultPrevented || event.button || modified || !link || document.body.dataset.discreet === undefined) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute("download")) return;
    event.preventDefault();
    location.replace(link.href);
  });
})(document.currentScript);
