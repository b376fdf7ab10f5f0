// Text boxes that stay in the browser: <textarea data-draft="KEY" id data-draft-initial data-draft-at data-typing data-grow=SHARE of the window>; a <select data-draft="KEY"> keeps what was chosen
// in the same way, and tells the page (change) when it shows something else than the page knew.
// - Typing mirrors the text to localStorage at once and puts it to /app/drafts/KEY after 0.8 s of rest, on leaving the box and on
//   leaving the page: PUT { text, extra } with X-Requested-With: CsDashboard. While the server is away it tries again.
// - What the server knew (data-draft-initial, empty for none; data-draft-at) shows unless this browser holds something newer.
// - [data-draft-state=ID] tells: data-saving, data-saved, data-kept. data-typing posts /app/typing/KEY at most every 3 s.
// - window.cs.composer: take(id) → { text, key, box, files, busy }, done(id, focus), insert(id, text), focus(id).
//   files and busy are those of uploads.js; done empties box and files, and goes to the end of the conversation (desk.js).
//   key stays the same until done(id), over a reload too, so that a text sent twice is posted once.
//   box is KEY: the sending empties it on the server. What was on its way there is waited for first, and nothing follows it meanwhile.
// - mod+Enter is done by keys.js: it clicks [data-send] of the same form.
const drafts = 'textarea[data-draft],select[data-draft]';
const user = document.querySelector('meta[name="cs-user"]')?.content ?? '';
const prefix = `cs:draft:${user}:`;
const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'CsDashboard' };
const read = key => { try { return JSON.parse(localStorage.getItem(prefix + key)); } catch { return null; } };
const write = (key, value) => { try { value ? localStorage.setItem(prefix + key, JSON.stringify(value)) : localStorage.removeItem(prefix + key); } catch { /* full or closed: the server's copy remains */ } };
const url = (kind, key) => `/app/${kind}/${encodeURIComponent(key)}`;
const rest = time => new Promise(resolve => setTimeout(resolve, time));
// A box's calls to the server go one after another.
function tell(memo, how) {
  const go = () => fetch(url('drafts', memo.key), { headers, credentials: 'same-origin', ...how });
  return memo.flight = memo.flight ? memo.flight.catch(() => { }).then(go) : go();
}
const settled = memo => Promise.race([memo.flight?.catch(() => { }), rest(3000)]);
const randomKey = () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

const boxes = new WeakMap(); // textarea → { key, timer, retry, pinged, saving, dirty, flight, taken }
const last = new Map(); // key → { initial, saved }: what its box was drawn with last, and whether this page has saved since

function state(box, kind) {
  const element = document.querySelector(`[data-draft-state="${CSS.escape(box.id)}"]`);
  if (!element) return;
  element.textContent = kind ? element.dataset[kind] ?? '' : '';
  element.dataset.state = kind;
}
function grow(box) {
  if (!box.matches('textarea')) return;
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight + 2, innerHeight * (Number(box.dataset.grow) || .4))}px`;
}
function keep(box, memo) {
  const before = read(memo.key);
  write(memo.key, box.value ? { text: box.value, at: Date.now(), id: before?.id, saved: false } : null);
}

async function save(box, memo, leaving = false) {
  clearTimeout(memo.timer);
  const text = box.value;
  if (!memo.dirty || text === memo.taken || (memo.saving && !leaving)) return;
  const sent = memo.sent;
  memo.saving = true;
  if (!leaving) state(box, 'saving');
  try {
    const body = JSON.stringify({ text, extra: box.dataset.draftExtra ?? null });
    // A browser lets at most 64 KB go after a page has left; a longer text waits in localStorage.
    const keepalive = leaving && body.length < 20000;
    // A page that closes has no time to wait for earlier calls.
    if (leaving) memo.flight = undefined;
    const answer = await tell(memo, text === '' ? { method: 'DELETE', keepalive } : { method: 'PUT', body, keepalive });
    if (!answer.ok && answer.status !== 404) throw new Error(String(answer.status));
    memo.wait = 0;
    if (memo.sent !== sent) {
      // Sent while this save was on its way: it must not bring the draft back.
      if (!memo.dirty) await tell(memo, { method: 'DELETE' });
    } else if (box.value === text) {
      memo.dirty = false;
      const kept = read(memo.key);
      if (kept) write(memo.key, { ...kept, saved: true, savedAt: Date.now() });
      if (last.has(memo.key)) last.get(memo.key).saved = true;
      state(box, text ? 'saved' : '');
    }
  } catch {
    state(box, 'kept');
    memo.wait = Math.min(15000, (memo.wait || 1000) * 1.7);
    clearTimeout(memo.retry);
    memo.retry = setTimeout(() => { if (box.isConnected) save(box, memo); }, memo.wait);
  } finally {
    memo.saving = false;
  }
  if (memo.dirty && !memo.wait && box.isConnected) memo.timer = setTimeout(() => save(box, memo), 800);
}

function ping(box, memo) {
  if (!box.hasAttribute('data-typing') || Date.now() - (memo.pinged ?? 0) < 3000) return;
  memo.pinged = Date.now();
  fetch(url('typing', memo.key), { method: 'POST', headers, credentials: 'same-origin' }).catch(() => { });
}

function adopt(box) {
  const key = box.dataset.draft;
  const known = boxes.get(box);
  if (known?.key === key) return;
  if (known) { clearTimeout(known.timer); clearTimeout(known.retry); }
  const memo = { key, dirty: false };
  boxes.set(box, memo);
  const kept = read(key);
  const initial = box.dataset.draftInitial ?? '';
  // Saved once and no longer there: sent or thrown away on another device.
  // But a box that is redrawn with the page's original text knows nothing of what was saved since.
  const before = last.get(key);
  const old = !!before?.saved && before.initial === box.dataset.draftInitial;
  last.set(key, { initial: box.dataset.draftInitial, saved: old });
  // Nor does a page that was requested before the previous page had saved its last text.
  const gone = kept?.saved && !old && box.dataset.draftInitial === '' && !(kept.savedAt >= performance.timeOrigin);
  const serverAt = Date.parse(box.dataset.draftAt ?? '') || 0;
  const mine = kept && !gone && (kept.saved === false || kept.at >= serverAt - 2000);
  // A box that Blazor filled while someone already types is left alone.
  if (box.matches('select')) choose(box, mine ? kept.text : initial);
  else if (document.activeElement !== box || box.value === '' || known) box.value = mine ? kept.text : initial;
  if (mine && !kept.saved) { memo.dirty = true; memo.timer = setTimeout(() => save(box, memo), 300); }
  if (!mine && kept) write(key, initial ? { text: initial, at: serverAt, saved: true } : null);
  takeOver(box, key);
  requestAnimationFrame(() => grow(box));
}

function choose(box, value) {
  if (!value || box.value === value || ![...box.options].some(option => option.value === value)) return;
  box.value = value;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

// Blazor redraws a page when its circuit takes it over: whoever is typing goes on at the same place.
let writing;
function takeOver(box, key) {
  const before = writing;
  if (!before || before.isConnected || before.dataset.draft !== key || document.activeElement !== document.body) return;
  box.focus({ preventScroll: true });
  box.setSelectionRange(before.selectionStart, before.selectionEnd);
}
document.addEventListener('focusin', event => {
  const { target, relatedTarget: from } = event;
  // The router focuses the heading once the page is live, even if somebody has begun to type.
  if (target.matches?.('h1') && from?.isConnected && from.matches?.('textarea[data-draft]')) { from.focus({ preventScroll: true }); return; }
  // On a page that is for writing, the focus starts in the first field: [data-focus-first].
  if (target.matches?.('h1')) { const first = document.querySelector('[data-focus-first]'); if (first?.checkVisibility()) { first.focus({ preventScroll: true }); return; } }
  writing = target.matches?.('textarea[data-draft]') ? target : undefined;
});
const memoOf = box => { adopt(box); return boxes.get(box); };

document.addEventListener('input', event => {
  const box = event.target;
  if (!box.matches?.(drafts)) return;
  const memo = memoOf(box);
  memo.dirty = true;
  memo.taken = undefined;
  keep(box, memo);
  grow(box);
  clearTimeout(memo.timer);
  memo.timer = setTimeout(() => save(box, memo), 800);
  if (box.value) ping(box, memo);
});
document.addEventListener('focusout', event => { if (event.target.matches?.(drafts)) save(event.target, memoOf(event.target)); });
const all = () => document.querySelectorAll(drafts);
const leave = () => all().forEach(box => save(box, memoOf(box), true));
addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); });
addEventListener('online', () => all().forEach(box => save(box, memoOf(box))));
// Signing out on a shared machine leaves no texts behind.
document.addEventListener('submit', event => {
  if (event.target.matches?.('[data-logout]')) Object.keys(localStorage).filter(name => name.startsWith('cs:draft:')).forEach(name => localStorage.removeItem(name));
});

new MutationObserver(changes => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'attributes') { if (target.matches(drafts)) adopt(target); continue; }
    for (const node of addedNodes) {
      if (node.nodeType !== 1) continue;
      if (node.matches(drafts)) adopt(node);
      else node.querySelectorAll(drafts).forEach(adopt);
    }
  }
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-draft'] });
all().forEach(adopt);

const byId = id => document.getElementById(id);
(window.cs ??= {}).composer = {
  async take(id) {
    const box = byId(id);
    if (!box) return { text: '', key: randomKey(), files: [], busy: false };
    const memo = memoOf(box);
    const kept = read(memo.key);
    memo.id ??= kept?.id ?? randomKey();
    const text = memo.taken = box.value;
    if (text) write(memo.key, { at: Date.now(), saved: !memo.dirty, ...kept, text, id: memo.id });
    // A refused text is saved after all.
    clearTimeout(memo.timer);
    memo.timer = setTimeout(() => { memo.taken = undefined; save(box, memo); }, 5000);
    await settled(memo);
    return { text, key: memo.id, box: memo.key, ...window.cs.uploads.take(id) };
  },
  done(id, focus) {
    const box = byId(id);
    if (!box) return;
    const memo = memoOf(box);
    clearTimeout(memo.timer);
    clearTimeout(memo.retry);
    memo.dirty = false;
    memo.id = memo.taken = undefined;
    memo.sent = (memo.sent ?? 0) + 1;
    if (box.matches('textarea')) box.value = '';
    box.dataset.draftInitial = '';
    last.delete(memo.key);
    write(memo.key, null);
    state(box, '');
    grow(box);
    window.cs.uploads.clear(id);
    window.cs.desk?.end();
    if (focus) this.focus(id);
    tell(memo, { method: 'DELETE', keepalive: true });
    return settled(memo);
  },
  insert(id, text) {
    const box = byId(id);
    if (!box) return;
    const before = box.value.slice(0, box.selectionStart);
    const gap = before && !/\s$/.test(before) ? ' ' : '';
    box.setRangeText(gap + text, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
    // A closing dialog returns the focus to where it was; the box takes it after that.
    const dialog = document.querySelector('dialog[open]:modal');
    if (dialog) dialog.addEventListener('close', () => box.focus(), { once: true });
    else box.focus();
  },
  focus(id) { const box = byId(id); box?.focus(); box?.scrollIntoView({ block: 'nearest' }); },
};
