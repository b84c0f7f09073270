/* Starts the editor's widgets, whose own inline scripts the policy refuses. Only these can be started. */
const STARTERS = {
  Chooser: (id, options) => new window.Chooser(id, options),
  ImageChooser: (id, options) => new window.ImageChooser(id, options),
  PageChooser: (id, options) => new window.PageChooser(id, options),
  InlinePanel: (id, options) => new window.InlinePanel(options),
  SnippetChooser: (id, options) => new window.SnippetChooser(id, options),
  createTaskChooser: (id) => window.createTaskChooser(id),
  initDateChooser: (id, options) => window.initDateChooser(id, options),
  initDateTimeChooser: (id, options) => window.initDateTimeChooser(id, options),
  initTimeChooser: (id, options) => window.initTimeChooser(id, options),
};

export default class WidgetStarter {
  constructor(root) {
    this.startAllIn(root);
    new MutationObserver((changes) => this.startAdded(changes)).observe(root, { childList: true, subtree: true });
  }

  startAdded(changes) {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) this.startAllIn(node);
    }
  }

  startAllIn(element) {
    const marks = [...element.querySelectorAll("template[data-starts]")];
    if (element.matches("template[data-starts]")) marks.push(element);
    for (const mark of marks) this.start(mark);
  }

  start(mark) {
    const starter = STARTERS[mark.dataset.starts];
    if (!starter || mark.dataset.started) return;
    mark.dataset.started = "yes";
    starter(mark.dataset.for, JSON.parse(mark.dataset.options));
  }
}

new WidgetStarter(document.body);
