// Dialogs: <dialog data-dialog> opens while it carries data-open. The browser traps the focus, gives it back and closes by Esc;
// Blazor hears its close event. [data-dialog-close] closes the dialog around it. The first field, or [autofocus], gets the focus.
function match(dialog) {
  const wanted = dialog.hasAttribute('data-open');
  if (wanted && !dialog.open) {
    dialog.showModal();
    (dialog.querySelector('[autofocus]') ?? dialog.querySelector('.dialog-body :is(input:not([type=hidden]), textarea, select)'))?.focus();
  } else if (!wanted && dialog.open) dialog.close();
}

new MutationObserver(changes => {
  const found = new Set();
  for (const { type, target, addedNodes } of changes) {
    if (type === 'attributes') { if (target.matches('dialog[data-dialog]')) found.add(target); continue; }
    for (const node of addedNodes) {
      if (node.nodeType !== 1) continue;
      if (node.matches('dialog[data-dialog]')) found.add(node);
      node.querySelectorAll('dialog[data-dialog]').forEach(dialog => found.add(dialog));
    }
  }
  found.forEach(match);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-open'] });
document.querySelectorAll('dialog[data-dialog]').forEach(match);

document.addEventListener('click', event => event.target.closest?.('[data-dialog-close]')?.closest('dialog')?.close());
