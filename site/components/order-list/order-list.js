/** Move the items of an order at once; without this the same buttons ask the server. */
export default class OrderList {
  constructor(list) {
    this.list = list;
    this.status = list.parentElement.querySelector(":scope > [role=status]");
  }

  move(button) {
    const item = button.closest("li");
    const isUp = button.value.startsWith("up-");
    const other = isUp ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (isUp) other.before(item);
    else other.after(item);
    this.forgetMarks();
    this.keepFocus(item, button);
    this.tell(item);
  }

  /** What was said of the former order no longer holds. */
  forgetMarks() {
    const question = this.list.closest("fieldset");
    delete question.dataset.state;
    for (const item of this.list.children) delete item.dataset.state;
    for (const said of question.querySelectorAll(".feedback")) said.remove();
  }

  /** The first item has no way up and the last none down: its other button takes the focus there. */
  keepFocus(item, button) {
    const buttons = [...item.querySelectorAll("button")];
    const isVisible = getComputedStyle(button).visibility === "visible";
    (isVisible ? button : buttons.find((one) => one !== button)).focus();
  }

  tell(item) {
    const places = [...this.list.children];
    const words = { item: item.querySelector(".order-list__text").textContent, place: places.indexOf(item) + 1, total: places.length };
    this.status.textContent = this.list.dataset.moved.replace(/\{(\w+)\}/g, (_all, name) => words[name]);
  }
}

// On the document: <main> may be replaced by the answer to a question.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".order-list__move");
  const list = button?.closest('[data-component="order-list"]');
  if (!list) return;
  event.preventDefault();
  new OrderList(list).move(button);
});
