// The signs of Markdown in a text box: [data-markdown-for=ID] holds [data-markdown-sign=SIGN] buttons for the textarea ID; Ctrl (or Cmd)
// with B, I or K does the same in a textarea[data-markdown]. What is marked gets the sign, or loses it; the browser's own undo takes it back.
// Pictures, from [data-markdown-file], pasted or dropped, go to POST /app/pictures at once, and their address comes into the text.
const headers = { 'X-Requested-With': 'CsDashboard' };
const limit = 10 * 1024 * 1024;
const barOf = box => document.querySelector(`[data-markdown-for="${CSS.escape(box.id)}"]`);
const boxOf = bar => document.getElementById(bar.dataset.markdownFor);

// Typed for the person, so that undo knows of it.
function put(box, text, from, to) {
  box.focus();
  box.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) {
    box.setRangeText(text, from, to, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
function around(box, sign, words) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const size = sign.length;
  if (from >= size && value.slice(from - size, from) === sign && value.slice(to, to + size) === sign) {
    put(box, value.slice(from, to), from - size, to + size);
    box.setSelectionRange(from - size, to - size);
    return;
  }
  const text = value.slice(from, to) || words;
  put(box, sign + text + sign, from, to);
  box.setSelectionRange(from + size, from + size + text.length);
}
// Each marked line begins with the sign, or, if all do, with it no more.
function lines(box, sign) {
  const { selectionStart, selectionEnd, value } = box;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const end = value.indexOf('\n', selectionEnd);
  const to = end < 0 ? value.length : end;
  const all = value.slice(from, to).split('\n');
  const text = all.every(line => line.startsWith(sign)) ? all.map(line => line.slice(sign.length)) : all.map(line => sign + line);
  put(box, text.join('\n'), from, to);
}
function link(box, words) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const text = value.slice(from, to);
  const isAddress = /^(https?:\/\/|mailto:|\/)\S+$/.test(text);
  const shown = isAddress || !text ? words : text;
  const address = isAddress ? text : 'https://';
  put(box, `[${shown}](${address})`, from, to);
  if (isAddress) box.setSelectionRange(from + 1, from + 1 + shown.length);
  else box.setSelectionRange(from + shown.length + 3, from + shown.length + 3 + address.length);
}
// A block stands apart from what is before and after it; a new one comes behind what is marked.
function block(box, text, from = box.selectionEnd) {
  const { selectionEnd: to, value } = box;
  const before = !value.slice(0, from).trim() ? '' : value.slice(0, from).endsWith('\n\n') ? '' : value.slice(0, from).endsWith('\n') ? '\n' : '\n\n';
  const after = value.slice(to).startsWith('\n') ? '' : '\n';
  put(box, before + text + after, from, to);
}
function code(box, words) {
  const text = box.value.slice(box.selectionStart, box.selectionEnd);
  if (text.includes('\n')) block(box, '```\n' + text + '\n```', box.selectionStart);
  else around(box, '`', words);
}
function act(box, sign) {
  const bar = barOf(box);
  const words = bar?.dataset.words ?? '';
  if (sign === 'bold') around(box, '**', words);
  else if (sign === 'italic') around(box, '*', words);
  else if (sign === 'heading') lines(box, '## ');
  else if (sign === 'list') lines(box, '- ');
  else if (sign === 'link') link(box, words);
  else if (sign === 'code') code(box, words);
  else if (sign === 'table') block(box, `| ${words} | ${words} |\n|---|---|\n| | |`);
  else if (sign === 'picture') bar?.querySelector('[data-markdown-file]').click();
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-markdown-sign]');
  const box = button && boxOf(button.closest('[data-markdown-for]'));
  if (box) act(box, button.dataset.markdownSign);
});
const keys = { KeyB: 'bold', KeyI: 'italic', KeyK: 'link' };
document.addEventListener('keydown', event => {
  const sign = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.isComposing && keys[event.code];
  if (!sign || !event.target.matches?.('textarea[data-markdown]')) return;
  event.preventDefault();
  event.stopPropagation();
  act(event.target, sign);
}, true);
// The bar is one stop for Tab; arrows move in it.
document.addEventListener('keydown', event => {
  const button = event.target.closest?.('[data-markdown-sign]');
  if (!button || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  const all = [...button.parentElement.querySelectorAll('[data-markdown-sign]')];
  const by = (event.key === 'ArrowRight') === (document.documentElement.dir !== 'rtl') ? 1 : -1;
  event.preventDefault();
  all[(all.indexOf(button) + by + all.length) % all.length].focus();
});

// --- pictures
function say(bar, text) { const state = bar?.querySelector('[data-markdown-state]'); if (state) state.textContent = text; }
async function send(box, files) {
  const bar = barOf(box);
  for (const file of files) {
    if (file.size > limit) { say(bar, bar.dataset.large); continue; }
    say(bar, bar.dataset.sending);
    try {
      const form = new FormData();
      form.append('file', file, file.name || 'picture.png');
      const answer = await fetch('/app/pictures', { method: 'POST', headers: { ...headers, Accept: 'application/json' }, credentials: 'same-origin', body: form });
      const body = await answer.json().catch(() => null);
      if (!answer.ok || !body?.url) throw new Error(body?.errors?.[0]?.message ?? body?.detail ?? bar.dataset.failed);
      const name = (file.name || '').replace(/\.[^.]*$/, '').replace(/[[\]]/g, ' ').trim();
      if (box.isConnected) block(box, `![${name}](${body.url})`);
      say(bar, '');
    } catch (fault) {
      say(bar, fault instanceof TypeError ? bar.dataset.failed : fault.message);
    }
  }
}
document.addEventListener('change', event => {
  if (!event.target.matches?.('[data-markdown-file]')) return;
  event.stopPropagation();
  const box = boxOf(event.target.closest('[data-markdown-for]'));
  const files = [...event.target.files];
  event.target.value = '';
  if (box) send(box, files);
}, true);
const picturesOf = transfer => [...transfer?.files ?? []].filter(file => file.type.startsWith('image/'));
for (const [kind, transfer] of [['paste', 'clipboardData'], ['drop', 'dataTransfer']])
  document.addEventListener(kind, event => {
    const files = event.target.matches?.('textarea[data-markdown]') ? picturesOf(event[transfer]) : [];
    if (!files.length) return;
    event.preventDefault();
    send(event.target, files);
  });
