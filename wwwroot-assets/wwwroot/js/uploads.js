// Files: [data-upload=URL] holds a [data-upload-button], an <input type=file>, a [data-upload-list] and takes drops; with
// data-upload-for=ID pasted files of that text box come too, and drops on its form. Each file is sent at once: POST multipart
// field "file", X-Requested-With: CsDashboard; the answer is JSON with "id". Errors are read from problem+json.
// Files of a text box that keeps a draft are kept with it: which have arrived is noted under the draft's key and :files, and GET /app/files?box=KEY
// gives them again to a page that is opened later.
// window.cs.uploads: take(id) → { files: ids of those that arrived, busy: others are on their way }; clear(id); id is that of the zone, or of its text box.
const limit = 10 * 1024 * 1024;
const kinds = new Set(['jpeg', 'jpg', 'png', 'gif', 'webp', 'pdf', 'doc', 'docx', 'txt', 'csv', 'xlsx']);
const zones = new WeakMap(); // element → [{ id, file, request, row, address }]
const entriesOf = zone => zones.get(zone) ?? zones.set(zone, []).get(zone);
const zoneById = id => document.getElementById(id)?.closest('[data-upload]') ?? document.querySelector(`[data-upload-for="${CSS.escape(id)}"]`);
const status = (zone, text) => { const element = zone.querySelector('[data-upload-status]'); if (element) element.textContent = text; };
const language = () => window.cs.language();
function size(bytes) {
  const [unit, value] = bytes < 1024 ? ['byte', bytes] : bytes < 1048576 ? ['kilobyte', bytes / 1024] : ['megabyte', bytes / 1048576];
  return new Intl.NumberFormat(language(), { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
function make(tag, css, text) {
  const element = document.createElement(tag);
  element.className = css;
  if (text) element.textContent = text;
  return element;
}

// --- kept with the draft
const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'CsDashboard' };
const notes = new WeakMap(); // zone → what was told last; one goes after the other
function boxOf(zone) {
  const key = zone.dataset.uploadFor && document.getElementById(zone.dataset.uploadFor)?.dataset.draft;
  return key ? `${key}:files` : null;
}
function note(zone) {
  const box = boxOf(zone);
  if (!box) return;
  const text = entriesOf(zone).map(entry => entry.id).filter(Boolean).join(' ');
  const how = text ? { method: 'PUT', body: JSON.stringify({ text }) } : { method: 'DELETE' };
  notes.set(zone, (notes.get(zone) ?? Promise.resolve()).then(() => fetch(`/app/drafts/${encodeURIComponent(box)}`, { headers, credentials: 'same-origin', keepalive: true, ...how })).catch(() => { }));
}
async function adopt(zone) {
  const box = boxOf(zone);
  if (!box || zone.dataset.uploadAdopted === box) return;
  zone.dataset.uploadAdopted = box;
  try {
    const answer = await fetch(`/app/files?box=${encodeURIComponent(box)}`, { headers, credentials: 'same-origin' });
    const kept = answer.ok ? await answer.json() : [];
    if (!zone.isConnected || boxOf(zone) !== box) return;
    for (const file of kept) if (!entriesOf(zone).some(entry => entry.id === file.id)) add(zone, { name: file.originalName, size: file.size, type: file.contentType }, file);
  } catch { /* the server is away: the page is loaded again when it is back */ }
}
const adoptAll = () => document.querySelectorAll('[data-upload][data-upload-for]').forEach(adopt);
let adopting;
new MutationObserver(() => { adopting ??= requestAnimationFrame(() => { adopting = undefined; adoptAll(); }); }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-draft'] });
adoptAll();

// With kept it is one that arrived before this page was opened.
function add(zone, file, kept) {
  const entry = { file, id: kept?.id ?? null };
  entriesOf(zone).push(entry);
  const row = entry.row = make('li', 'upload');
  if (file.type.startsWith('image/')) {
    const image = make('img', 'upload-image');
    image.alt = '';
    image.src = kept ? kept.url : entry.address = URL.createObjectURL(file);
    row.append(image);
  } else row.append(make('span', 'upload-kind', file.name.split('.').pop().slice(0, 4)));
  const text = make('span', 'upload-text');
  const name = make('bdi', 'upload-name', file.name || 'image.png');
  entry.note = make('span', 'upload-note', size(file.size));
  entry.bar = make('progress', 'upload-bar');
  entry.bar.max = 100;
  entry.bar.value = 0;
  entry.bar.setAttribute('aria-label', file.name);
  text.append(name, entry.note, entry.bar);
  entry.again = make('button', 'btn btn-ghost btn-small', zone.dataset.retry);
  entry.again.type = 'button';
  entry.again.hidden = true;
  entry.again.addEventListener('click', () => send(zone, entry));
  entry.remove = make('button', 'chip-x', '×');
  entry.remove.type = 'button';
  entry.remove.setAttribute('aria-label', `${zone.dataset.cancel}: ${file.name}`);
  entry.remove.addEventListener('click', () => { drop(zone, entry); note(zone); });
  row.append(text, entry.again, entry.remove);
  zone.querySelector('[data-upload-list]').append(row);

  if (kept) { arrived(zone, entry); return; }
  const kind = /\.([^.]+)$/.exec(file.name)?.[1].toLowerCase() ?? file.type.split('/')[1];
  if (!kinds.has(kind)) fail(zone, entry, zone.dataset.badType, false);
  else if (file.size > limit) fail(zone, entry, zone.dataset.tooLarge, false);
  else send(zone, entry);
}

function fail(zone, entry, message, again = true) {
  entry.request = null;
  entry.row.classList.add('upload-failed');
  entry.bar.hidden = true;
  entry.note.textContent = message;
  entry.again.hidden = !again;
  status(zone, `${entry.file.name}: ${message}`);
}

function arrived(zone, entry) {
  entry.request = null;
  entry.bar.hidden = true;
  entry.row.classList.add('upload-done');
  entry.remove.setAttribute('aria-label', `${zone.dataset.remove}: ${entry.file.name}`);
}

function send(zone, entry) {
  entry.row.classList.remove('upload-failed');
  entry.again.hidden = true;
  entry.bar.hidden = false;
  entry.bar.value = 0;
  entry.note.textContent = size(entry.file.size);
  const request = entry.request = new XMLHttpRequest();
  request.open('POST', zone.dataset.upload);
  request.setRequestHeader('X-Requested-With', 'CsDashboard');
  request.setRequestHeader('Accept', 'application/json');
  request.upload.addEventListener('progress', event => { if (event.lengthComputable) entry.bar.value = event.loaded / event.total * 100; });
  request.addEventListener('load', () => {
    let body = null;
    try { body = JSON.parse(request.responseText); } catch { /* not ours */ }
    if (request.status >= 200 && request.status < 300 && body?.id != null) {
      entry.id = String(body.id);
      arrived(zone, entry);
      note(zone);
      status(zone, `${zone.dataset.done}: ${entry.file.name}`);
    } else fail(zone, entry, body?.errors?.[0]?.message ?? body?.detail ?? body?.message ?? zone.dataset.failed, request.status >= 500 || request.status === 429 || !request.status);
  });
  request.addEventListener('error', () => fail(zone, entry, zone.dataset.failed));
  const form = new FormData();
  form.append('file', entry.file, entry.file.name || 'image.png');
  request.send(form);
}

function drop(zone, entry) {
  const entries = entriesOf(zone);
  const at = entries.indexOf(entry);
  if (at >= 0) entries.splice(at, 1);
  entry.request?.abort();
  if (entry.address) URL.revokeObjectURL(entry.address);
  const focus = entry.row.contains(document.activeElement);
  entry.row.remove();
  if (focus) zone.querySelector('[data-upload-button]')?.focus();
}

const zoneOf = element => element.closest?.('[data-upload]')
  ?? [...document.querySelectorAll('[data-upload][data-upload-for]')].find(zone => {
    const box = document.getElementById(zone.dataset.uploadFor);
    return box && (box === element || (box.form ?? box.parentElement).contains(element));
  });

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-upload-button]');
  button?.closest('[data-upload]').querySelector('input[type=file]').click();
});
document.addEventListener('change', event => {
  const zone = event.target.matches?.('[data-upload] input[type=file]') && event.target.closest('[data-upload]');
  if (!zone) return;
  event.stopPropagation();
  for (const file of [...event.target.files]) add(zone, file);
  event.target.value = '';
}, true);
document.addEventListener('paste', event => {
  const files = [...event.clipboardData?.files ?? []];
  const zone = files.length && event.target.matches?.('textarea') && zoneOf(event.target);
  if (!zone) return;
  event.preventDefault();
  files.forEach(file => add(zone, file));
});

let over;
function light(zone) {
  if (over === zone) return;
  over?.classList.remove('drop-over');
  over = zone;
  over?.classList.add('drop-over');
}
document.addEventListener('dragover', event => {
  if (![...event.dataTransfer?.types ?? []].includes('Files')) return;
  // A file dropped beside the zone must not replace the page.
  event.preventDefault();
  light(zoneOf(event.target));
});
document.addEventListener('dragleave', event => { if (!event.relatedTarget) light(undefined); });
document.addEventListener('drop', event => {
  const files = [...event.dataTransfer?.files ?? []];
  if (!files.length) return;
  event.preventDefault();
  const zone = zoneOf(event.target);
  light(undefined);
  if (zone) files.forEach(file => add(zone, file));
});

(window.cs ??= {}).uploads = {
  take(id) {
    const entries = entriesOf(zoneById(id) ?? document);
    return { files: entries.filter(entry => entry.id).map(entry => entry.id), busy: entries.some(entry => entry.request) };
  },
  clear(id) {
    const zone = zoneById(id), entries = zone ? [...entriesOf(zone)] : [];
    for (const entry of entries) drop(zone, entry);
    if (entries.length) note(zone);
  },
};
