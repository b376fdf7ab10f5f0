// Ctrl/Cmd+K: #palette opens at once. Its list: the menu ([data-nav]), what the page offers (keys.js: named) and,
// from two letters on, what data-search answers: GET ?q= → [{ kind, title, description, href }]. Arrows, Enter, Esc.
const dialog = () => document.getElementById('palette');
const input = () => dialog().querySelector('input');
const list = () => dialog().querySelector('.palette-list');
const fold = text => window.cs.fold(text);
const shown = element => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

let local = [];
let remote = [];
let waiting = false;
let timer;
let request;
let at = 0;
let wanted = false; // Enter was pressed before the answer had come

function collect() {
  local = [];
  const seen = new Set();
  for (const link of document.querySelectorAll('a[data-nav]')) {
    const href = link.getAttribute('href');
    if (seen.has(href)) continue;
    seen.add(href);
    local.push({ group: 'go', title: link.dataset.keyLabel ?? link.textContent.trim(), keys: link.dataset.key, icon: link.querySelector('svg'), run: () => link.click() });
  }
  for (const element of window.cs.keys.named()) {
    const title = window.cs.keys.labelOf(element);
    if (element.matches('[data-nav],:disabled,[aria-disabled="true"]') || seen.has(title) || !shown(element)) continue;
    seen.add(title);
    local.push({ group: 'do', title, keys: element.dataset.key, icon: element.querySelector('svg'),
      run: () => element.matches('input,textarea,select') ? element.focus() : element.click() });
  }
}

function draw() {
  const words = fold(input().value.trim()).split(/\s+/).filter(Boolean);
  const own = local.filter(entry => words.every(word => fold(entry.title).includes(word)));
  const entries = [...own.filter(e => e.group === 'do'), ...own.filter(e => e.group === 'go')].slice(0, 12).concat(remote);
  if (!words.length) entries.sort((a, b) => (a.group === 'go') - (b.group === 'go'));
  at = Math.max(0, Math.min(at, entries.length - 1));
  const box = list();
  box.replaceChildren();
  let group, holder;
  entries.forEach((entry, index) => {
    if (entry.group !== group) {
      group = entry.group;
      holder = document.createElement('div');
      holder.setAttribute('role', 'group');
      const head = document.createElement('p');
      head.className = 'palette-group';
      head.id = `palette-group-${group}`;
      head.textContent = dialog().dataset[group];
      holder.setAttribute('aria-labelledby', head.id);
      holder.append(head);
      box.append(holder);
    }
    const row = document.createElement('div');
    row.className = 'palette-row';
    row.id = `palette-${index}`;
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', String(index === at));
    if (entry.icon) { const icon = entry.icon.cloneNode(true); icon.setAttribute('aria-hidden', 'true'); row.append(icon); }
    const text = document.createElement('span');
    text.className = 'palette-text';
    const title = document.createElement('span');
    title.dir = 'auto';
    title.className = 'palette-title';
    title.textContent = entry.title;
    text.append(title);
    if (entry.description) {
      const more = document.createElement('span');
      more.dir = 'auto';
      more.className = 'palette-more';
      more.textContent = entry.description;
      text.append(more);
    }
    row.append(text);
    if (entry.kind) { const kind = document.createElement('span'); kind.className = 'badge tone-neutral'; kind.textContent = entry.kind; row.append(kind); }
    if (entry.keys) { const caps = document.createElement('span'); caps.className = 'palette-keys'; caps.dir = 'ltr'; caps.append(window.cs.keys?.caps(entry.keys, '') ?? entry.keys); row.append(caps); }
    row.addEventListener('mousemove', () => { if (at !== index) mark(index); });
    row.addEventListener('click', () => go(entry));
    row.entry = entry;
    holder.append(row);
  });
  box.hidden = !entries.length;
  const status = dialog().querySelector('[data-palette-status]');
  status.textContent = waiting && !entries.length ? dialog().dataset.waiting : !entries.length ? dialog().dataset.none : '';
  mark(at);
}
function mark(index) {
  at = index;
  const rows = list().querySelectorAll('[role=option]');
  rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === index)));
  const row = rows[index];
  if (row) { input().setAttribute('aria-activedescendant', row.id); row.scrollIntoView({ block: 'nearest' }); } else input().removeAttribute('aria-activedescendant');
}
function go(entry) {
  dialog().close();
  if (entry.run) { entry.run(); return; }
  const link = document.createElement('a');
  link.href = entry.href;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
async function ask(text) {
  request?.abort();
  request = new AbortController();
  try {
    const answer = await fetch(`${dialog().dataset.search}?q=${encodeURIComponent(text)}`, { signal: request.signal, headers: { 'X-Requested-With': 'CsDashboard', Accept: 'application/json', 'Accept-Language': document.documentElement.lang } });
    const found = answer.ok ? await answer.json() : [];
    // Only addresses of this site are followed.
    remote = found.filter(entry => /^\/(?![\/\\])/.test(entry.href ?? '')).slice(0, 20).map(entry => ({ ...entry, group: 'found' }));
  } catch (error) {
    if (error.name === 'AbortError') return;
    remote = [];
  }
  waiting = false;
  draw();
  const first = wanted && list().querySelector('[role=option]');
  wanted = false;
  if (first) go(first.entry);
}
function open() {
  const box = dialog();
  if (!box || box.open) return;
  remote = [];
  at = 0;
  waiting = false;
  input().value = '';
  collect();
  draw();
  box.showModal();
  input().focus();
}

document.addEventListener('click', event => {
  if (event.target.closest?.('[data-open-palette]')) open();
  else if (event.target === dialog()) dialog().close();
});
document.addEventListener('input', event => {
  if (!event.target.matches?.('#palette input')) return;
  const text = input().value.trim();
  clearTimeout(timer);
  at = 0;
  wanted = false;
  remote = text.length >= 2 ? remote : [];
  waiting = text.length >= 2 && !!dialog().dataset.search;
  if (waiting) timer = setTimeout(() => ask(text), 150); else request?.abort();
  draw();
});
document.addEventListener('keydown', event => {
  const combo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && (event.key.toLowerCase() === 'k' || event.code === 'KeyK');
  if (combo && dialog()) {
    event.preventDefault();
    event.stopPropagation();
    if (dialog().open) dialog().close(); else if (!document.querySelector('dialog:modal')) open();
    return;
  }
  if (!event.target.matches?.('#palette input')) return;
  const count = list().querySelectorAll('[role=option]').length;
  if (event.key === 'ArrowDown' && count) mark((at + 1) % count);
  else if (event.key === 'ArrowUp' && count) mark((at - 1 + count) % count);
  else if (event.key === 'Enter') { const row = list().querySelectorAll('[role=option]')[at]; if (row) go(row.entry); else wanted = waiting; }
  else return;
  event.preventDefault();
}, true);
