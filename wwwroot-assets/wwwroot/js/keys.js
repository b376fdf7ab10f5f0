// Shortcuts, without the server.
//   data-key="r" | "g i" | "Shift+C" | "?" | "Escape" | "mod+Enter" (Ctrl or Cmd); several with ", "; data-key-label for the sheet
//   and the palette, or [data-keys-named] around links that say it themselves (.truncate).
//   Pressing clicks the first visible element that carries it (buttons, links), or focuses it (fields).
// Single keys never fire in a field; mod+ combinations and Escape do. Letters go by their sign, or by their place on the
// keyboard where the layout has no Latin letters.
// Lists: [data-list] with [data-row] (value: an id that stays) or .list-row (the address of its link): j/k/arrows move [data-selected] and the focus, Enter opens the
// row's link ([data-row-link] or the first), x ticks its checkbox; coming back to the list by Esc or Back finds the row again.
// "?" opens #shortcut-sheet; its switch turns single keys off (localStorage "keys", cookie "keys=off").
const shown = element => element.checkVisibility?.({ visibilityProperty: true }) ?? element.offsetParent !== null;
const typing = element => element?.closest?.('input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[contenteditable=""],[contenteditable=true]');
const takesEnter = 'a[href],button,input,select,textarea,summary,[contenteditable],[role=button],[role=menuitem],[role=option],[role=tab]';
const field = element => element.matches('input,textarea,select,[contenteditable]');
const modalOpen = () => document.querySelector('dialog[open]:modal');
let enabled = localStorage.getItem('keys') !== 'off';

const places = { Slash: '/', Period: '.', Comma: ',', Minus: '-', Equal: '=' };
function names(event) {
  const { key, code } = event;
  const placed = /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? /^Digit(\d)$/.exec(code)?.[1] ?? places[code];
  const base = /^[\x21-\x7e]$/.test(key) ? key.toLowerCase() : key.length > 1 ? key.toLowerCase() : placed ?? key;
  const mods = (event.ctrlKey || event.metaKey ? 'mod+' : '') + (event.altKey ? 'alt+' : '');
  const all = new Set([mods + (event.shiftKey ? 'shift+' : '') + base]);
  if (event.shiftKey && !/^[a-z0-9]$/.test(base) && key.length === 1) all.add(mods + base);
  if (key === '؟' || (event.shiftKey && code === 'Slash')) all.add(mods + '?');
  return all;
}
const wishes = element => element.dataset.key.split(', ').map(key => key.trim().toLowerCase());

let pending = '';
let pendingTimer;
function find(pressed) {
  const scope = modalOpen() ?? document;
  for (const element of scope.querySelectorAll('[data-key]')) {
    // A line of the menu counts where the screen has no room for it, too.
    if (element.matches(':disabled,[aria-disabled="true"]') || !(element.matches('[data-nav]') || shown(element))) continue;
    if (wishes(element).some(wish => pressed.has(wish))) return element;
  }
}
const starts = pressed => [...document.querySelectorAll('[data-key]')].some(element => wishes(element).some(wish => [...pressed].some(key => wish.startsWith(key + ' '))));

function act(element, event) {
  event.preventDefault();
  event.stopPropagation();
  if (field(element)) { element.focus(); element.select?.(); } else element.click();
}

document.addEventListener('keydown', event => {
  if (event.isComposing || event.defaultPrevented || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
  const inField = typing(event.target);
  const mod = event.ctrlKey || event.metaKey;
  if (modalOpen() && !mod) return;
  if (document.querySelector('[popover]:popover-open') && !mod) return;

  if (event.key === 'Escape' && inField) {
    event.target.blur();
    selected()?.focus({ preventScroll: true });
    return;
  }
  const pressed = names(event);
  if (mod || event.altKey || event.key === 'Escape') {
    // A text box's own form comes first, so that two composers on a page don't send each other's text.
    if (pressed.has('mod+enter') && inField) {
      const send = event.target.closest('form')?.querySelector('[data-send]');
      if (send && !send.matches(':disabled,[aria-disabled="true"]')) { act(send, event); return; }
    }
    const element = find(pressed);
    if (element) {
      if (event.key === 'Escape') remember('came-back', String(Date.now()));
      act(element, event);
    }
    return;
  }
  if (inField || !enabled) return;

  clearTimeout(pendingTimer);
  const sequence = pending ? new Set([...pressed].map(key => pending + ' ' + key)) : null;
  pending = '';
  const element = (sequence && find(sequence)) ?? find(pressed);
  if (element) { act(element, event); return; }
  if (starts(pressed)) {
    pending = [...pressed][0];
    pendingTimer = setTimeout(() => { pending = ''; }, 1200);
    event.preventDefault();
    return;
  }
  if (pressed.has('?')) { event.preventDefault(); openSheet(); return; }
  inList(event, pressed);
});

// --- lists
const remember = (name, value) => sessionStorage.setItem(name, value);
const listKey = list => `list:${list.dataset.list || location.pathname}`;
const rowSign = '[data-row], .list-row';
const rowsOf = list => [...list.querySelectorAll(rowSign)].filter(shown);
const linkOf = row => row.querySelector('[data-row-link]');
const idOf = row => row.dataset.row ?? linkOf(row)?.getAttribute('href');
const selected = () => document.querySelector('[data-list] [data-selected]');

function select(row, focus = true) {
  const list = row.closest('[data-list]');
  for (const other of list.querySelectorAll('[data-selected]')) other.removeAttribute('data-selected');
  row.setAttribute('data-selected', '');
  if (!row.hasAttribute('tabindex')) row.tabIndex = -1;
  if (idOf(row)) remember(listKey(list), idOf(row));
  if (focus) { row.focus({ preventScroll: true }); row.scrollIntoView({ block: 'nearest' }); }
}
function inList(event, pressed) {
  const list = event.target.closest?.('[data-list]') ?? [...document.querySelectorAll('[data-list]')].find(shown);
  if (!list) return;
  const rows = rowsOf(list);
  if (!rows.length) return;
  const current = event.target.closest?.(rowSign) ?? list.querySelector('[data-selected]');
  const at = rows.indexOf(current);
  const free = !event.target.closest?.('[role=radiogroup],[role=tablist],input[type=radio]');
  let step = 0;
  if (pressed.has('j') || (free && event.key === 'ArrowDown')) step = 1;
  else if (pressed.has('k') || (free && event.key === 'ArrowUp')) step = -1;
  if (step) {
    // Arrows scroll the page until a row has been chosen with j.
    if (event.key.startsWith('Arrow') && !current && !list.contains(document.activeElement)) return;
    event.preventDefault();
    select(rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + step))]);
  } else if (event.key === 'Enter' && current && (event.target === current || !event.target.closest?.(takesEnter))) {
    event.preventDefault();
    if (idOf(current)) remember(listKey(list), idOf(current));
    (linkOf(current) ?? (current.matches('a') ? current : current.querySelector('a[href]')))?.click();
  } else if (pressed.has('x') && current) {
    const box = current.querySelector('input[type=checkbox]');
    if (box) { event.preventDefault(); box.click(); }
  }
}
document.addEventListener('click', event => {
  const row = event.target.closest?.('[data-list]') && event.target.closest(rowSign);
  if (row) select(row, false);
}, true);
addEventListener('popstate', () => remember('came-back', String(Date.now())));

function restore() {
  for (const list of document.querySelectorAll('[data-list]')) {
    if (list.querySelector('[data-selected]')) continue;
    const id = sessionStorage.getItem(listKey(list));
    const row = id && rowsOf(list).find(row => idOf(row) === id);
    if (!row) continue;
    const back = Date.now() - Number(sessionStorage.getItem('came-back')) < 8000;
    sessionStorage.removeItem('came-back');
    select(row, false);
    // The router puts the focus on the heading first.
    if (back) setTimeout(() => { if (row.isConnected && !typing(document.activeElement)) select(row); }, 60);
  }
}
let restoring;
new MutationObserver(() => { restoring ??= requestAnimationFrame(() => { restoring = undefined; restore(); }); }).observe(document, { subtree: true, childList: true });
restore();

// --- the sheet
const sheet = () => document.getElementById('shortcut-sheet');
const names4 = { escape: 'Esc', mod: 'Ctrl', enter: 'Enter', shift: 'Shift', alt: 'Alt', arrowdown: '↓', arrowup: '↑' };
export function keyCaps(keys, then) {
  const fragment = document.createDocumentFragment();
  keys.split(', ')[0].split(' ').forEach((press, index) => {
    if (index) fragment.append(` ${then} `);
    press.split('+').forEach((part, i) => {
      if (i) fragment.append(' ');
      const cap = document.createElement('kbd');
      cap.textContent = names4[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part);
      fragment.append(cap);
    });
  });
  return fragment;
}
const named = () => document.querySelectorAll('[data-key][data-key-label],[data-keys-named] [data-key]');
const labelOf = element => element.dataset.keyLabel ?? element.querySelector('.truncate').textContent;
function openSheet() {
  const dialog = sheet();
  if (!dialog || dialog.open) return;
  const list = dialog.querySelector('[data-sheet-list]');
  list.replaceChildren();
  const seen = new Set();
  for (const element of named()) {
    const keys = element.dataset.key;
    if (seen.has(keys) || !shown(element) || dialog.contains(element)) continue;
    seen.add(keys);
    const line = document.createElement('div');
    const label = document.createElement('dt');
    label.textContent = labelOf(element);
    const caps = document.createElement('dd');
    caps.append(keyCaps(keys, dialog.dataset.then));
    line.append(label, caps);
    list.append(line);
  }
  dialog.querySelector('[data-sheet-page]').hidden = !seen.size;
  dialog.querySelector('[data-keys-enabled]').checked = enabled;
  dialog.showModal();
}
document.addEventListener('click', event => { if (event.target.closest?.('[data-open-sheet]')) openSheet(); });
document.addEventListener('change', event => {
  if (!event.target.matches?.('[data-keys-enabled]')) return;
  enabled = event.target.checked;
  localStorage.setItem('keys', enabled ? 'on' : 'off');
  document.cookie = `keys=${enabled ? 'on' : 'off'}; Path=/; Max-Age=31536000; SameSite=Lax`;
});
(window.cs ??= {}).keys = { caps: keyCaps, openSheet, named, labelOf };
