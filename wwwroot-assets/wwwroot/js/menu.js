// Menus: [data-menu-button popovertarget] and [data-menu popover]. The browser opens, closes by Esc and by a click outside;
// this places the list under its button (above where there is no room), moves with arrow keys, Home, End and first letters,
// and closes after a choice. A bare link in a menu becomes an item of it here: the server keeps every attribute of every page. [data-open-sheet], [data-open-palette] are handled by keys.js and palette.js.
const items = menu => [...menu.querySelectorAll('[role^="menuitem"]:not([aria-disabled="true"])')];
const buttonOf = menu => document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);

function place(menu) {
  const button = buttonOf(menu)?.getBoundingClientRect();
  if (!button) return;
  const { offsetWidth: width, offsetHeight: height } = menu;
  const rtl = document.documentElement.dir === 'rtl';
  const fitsStart = rtl ? button.right - width >= 8 : button.left + width <= innerWidth - 8;
  let x = (rtl ? !fitsStart : fitsStart) ? button.left : button.right - width;
  x = Math.max(8, Math.min(x, innerWidth - width - 8));
  const below = button.bottom + 6 + height <= innerHeight - 8 || button.top < height + 14;
  menu.style.insetInlineStart = 'auto';
  menu.style.left = `${x}px`;
  menu.style.top = `${below ? Math.min(button.bottom + 6, Math.max(8, innerHeight - height - 8)) : button.top - height - 6}px`;
}

document.addEventListener('beforetoggle', event => {
  if (!event.target.matches?.('[data-menu]')) return;
  for (const link of event.target.querySelectorAll('a:not([role])')) {
    link.setAttribute('role', 'menuitem');
    link.tabIndex = -1;
  }
}, true);

document.addEventListener('toggle', event => {
  const menu = event.target;
  if (!menu.matches?.('[data-menu]')) return;
  const open = event.newState === 'open';
  buttonOf(menu)?.setAttribute('aria-expanded', String(open));
  if (!open) {
    // Not every browser remembers which button opened it.
    if (document.activeElement === document.body || menu.contains(document.activeElement)) buttonOf(menu)?.focus();
    return;
  }
  place(menu);
  if (!menu.contains(document.activeElement)) items(menu)[0]?.focus({ preventScroll: true });
}, true);

document.addEventListener('keydown', event => {
  const opener = event.target.closest?.('[data-menu-button]');
  if (opener && event.key === 'ArrowDown') {
    event.preventDefault();
    document.getElementById(opener.getAttribute('popovertarget'))?.showPopover();
    return;
  }
  // A menu that has just opened gets the keys before it has the focus, for people who type fast.
  const writes = event.target.closest?.('input, textarea, select, [contenteditable]');
  const menu = event.target.closest?.('[data-menu]') ?? (writes ? null : document.querySelector('[data-menu]:popover-open'));
  if (!menu) return;
  const all = items(menu);
  const at = all.indexOf(document.activeElement);
  const rtl = document.documentElement.dir === 'rtl';
  const forward = ['ArrowDown', rtl ? 'ArrowLeft' : 'ArrowRight'].includes(event.key);
  const back = ['ArrowUp', rtl ? 'ArrowRight' : 'ArrowLeft'].includes(event.key);
  let next;
  if (forward) next = all[(at + 1) % all.length];
  else if (back) next = all[(at - 1 + all.length) % all.length];
  else if (event.key === 'Home') next = all[0];
  else if (event.key === 'End') next = all.at(-1);
  else if (event.key === 'Tab') menu.hidePopover();
  else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== ' ')
    next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(item => window.cs.fold(item.textContent.trim()).startsWith(window.cs.fold(event.key)));
  if (next) {
    event.preventDefault();
    event.stopImmediatePropagation();
    next.focus();
  }
}, true);

document.addEventListener('click', event => {
  const item = event.target.closest?.('[data-menu] [role^="menuitem"]');
  if (!item || item.matches('[role="menuitemradio"]')) return;
  const menu = item.closest('[data-menu]');
  // After Blazor and the form have had their turn.
  setTimeout(() => { if (menu.isConnected && menu.matches(':popover-open')) menu.hidePopover(); });
});
addEventListener('resize', () => document.querySelectorAll('[data-menu]:popover-open').forEach(place));

// The menu on a phone: [data-nav-more] unfolds what its bar has no room for; a choice, Esc and a click beside it fold it up.
const more = () => document.querySelector('[data-nav-more]');
const isUnfolded = () => document.documentElement.hasAttribute('data-nav-open');
function unfold(open) {
  document.documentElement.toggleAttribute('data-nav-open', open);
  more()?.setAttribute('aria-expanded', String(open));
  if (open) [...document.querySelectorAll('.nav-link[data-nav]')].find(link => getComputedStyle(link.parentElement).position !== 'sticky')?.focus();
}
document.addEventListener('click', event => {
  const target = event.target.closest?.('[data-nav-more], .nav');
  if (target?.matches('[data-nav-more]')) unfold(!isUnfolded());
  else if (isUnfolded()) {
    if (!target) { event.preventDefault(); event.stopImmediatePropagation(); }
    unfold(false);
  }
}, true);
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !isUnfolded()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  unfold(false);
  more()?.focus();
}, true);
