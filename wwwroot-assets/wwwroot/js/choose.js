// Choices under a text field, without the server.
// - input[role=combobox][aria-controls=LIST]: arrows go through the [role=option]s of LIST that are shown, Enter (or a click) takes one, Escape
//   empties the field. The first is marked by itself, so that Enter alone chooses it; not with [data-free], where what was typed counts.
//   A list that the server fills says in data-for which words it answers: Enter waits for the answer to those that were typed.
//   [data-filter]: LIST stands there whole, and what lacks the words is hidden.
// - [data-people="NAME\nNAME"] holds a textarea[aria-controls=LIST]: after an @ and letters LIST (a [popover]) shows who may be meant;
//   arrows, Enter or Tab put the name in, Escape closes.
// - textarea[data-articles=reply|note][aria-controls=LIST]: after ?? and words LIST shows help articles, in a note internal ones, too
//   (data-articles-internal names those); the one that is taken comes in as its title and address. [data-articles-open=ID] writes the ??.
// - .pick input (Kit/Pick, whose list is the library's): entering it marks its text.
const fold = text => window.cs.fold(text);
const listOf = field => document.getElementById(field.getAttribute('aria-controls'));
const options = list => [...list.querySelectorAll('[role=option]:not([hidden])')];
const marked = list => list.querySelector('[role=option][aria-selected=true]');

function mark(field, list, option) {
  marked(list)?.setAttribute('aria-selected', 'false');
  if (!option) { field.removeAttribute('aria-activedescendant'); return; }
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', option.id);
}
function step(field, list, by) {
  const all = options(list);
  const at = all.indexOf(marked(list));
  mark(field, list, all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
}

// --- a field of its own
const combo = element => element.matches?.('input[role=combobox]:not(.palette-input)') && listOf(element);
const answers = (field, list) => list.dataset.for === undefined || list.dataset.for === field.value.trim();
let wanted; // the field in which Enter was pressed before its answer had come
document.addEventListener('keydown', event => {
  const field = event.target;
  const list = !event.isComposing && combo(field);
  if (!list) return;
  const all = options(list);
  if (event.key === 'ArrowDown' && all.length) step(field, list, 1);
  else if (event.key === 'ArrowUp' && all.length) step(field, list, -1);
  else if (event.key === 'Enter') {
    if (!answers(field, list)) { wanted = field; field.dispatchEvent(new Event('change', { bubbles: true })); }
    else if (marked(list)) marked(list).click();
    else if ('free' in field.dataset) return;
  } else if (event.key === 'Escape' && field.value) {
    field.value = '';
    field.removeAttribute('aria-activedescendant');
    if ('filter' in field.dataset) filter(field, list);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else return;
  event.preventDefault();
  event.stopPropagation();
}, true);
function filter(field, list) {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  for (const option of list.querySelectorAll('[role=option]')) {
    const text = fold(option.textContent);
    option.hidden = !words.every(word => text.includes(word));
  }
}
function markFirst(field, list) { mark(field, list, 'free' in field.dataset ? null : options(list)[0]); }
document.addEventListener('input', event => {
  const field = event.target;
  const list = combo(field);
  if (!list) return;
  wanted = undefined;
  if ('filter' in field.dataset) filter(field, list);
  if (answers(field, list)) markFirst(field, list); else mark(field, list, null);
});
// The search is done, so the field is ready for the next.
document.addEventListener('click', event => {
  const list = event.target.closest?.('[role=option]')?.closest('[role=listbox]');
  const field = list?.id && document.querySelector(`input[data-free][aria-controls="${CSS.escape(list.id)}"]`);
  if (!field) return;
  field.value = '';
  filter(field, list);
  mark(field, list, null);
});
document.addEventListener('submit', event => event.target.querySelectorAll('input[data-free]').forEach(field => listOf(field)?.querySelectorAll('[role=option]').forEach(option => { option.hidden = false; })));
// A filtered list is there from the start.
document.addEventListener('focusin', event => { if (event.target.matches?.('.pick input')) event.target.select(); });
document.addEventListener('focusin', event => { const list = combo(event.target); if (list && 'filter' in event.target.dataset && !marked(list)) markFirst(event.target, list); });
new MutationObserver(changes => {
  const field = document.activeElement;
  const list = field && combo(field);
  if (!list || list.dataset.for === undefined || !changes.some(change => list.contains(change.target)) || !answers(field, list)) return;
  if (!marked(list)) markFirst(field, list);
  if (wanted !== field) return;
  wanted = undefined;
  marked(list)?.click();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-for'] });
// Pressing a choice keeps the focus, and so keeps the list open.
document.addEventListener('mousedown', event => { if (event.target.closest?.('.choose-list')) event.preventDefault(); });

// --- @names and ??articles
let box, from;
const begun = /(?<![\p{L}\p{M}\p{N}_])@((?:[\p{L}\p{M}\p{N}_.'’-]+ ?)?[\p{L}\p{M}\p{N}_.'’-]*)$/u;
const people = element => element.matches?.('textarea[aria-controls]') && element.closest('[data-people]')?.dataset.people;

function close() {
  if (!box) return;
  const list = listOf(box);
  mark(box, list, null);
  if (list.matches(':popover-open')) list.hidePopover();
  box = undefined;
}
function place(field, list) {
  const around = field.getBoundingClientRect();
  const rtl = document.documentElement.dir === 'rtl';
  list.style.left = `${Math.max(8, rtl ? around.right - list.offsetWidth - 8 : around.left + 8)}px`;
  list.style.top = `${Math.max(8, around.top - list.offsetHeight - 4)}px`;
}
function offer(field) {
  if (articles(field)) return;
  const names = people(field);
  const typed = names && field.selectionStart === field.selectionEnd && begun.exec(field.value.slice(0, field.selectionStart));
  const words = typed && fold(typed[1]);
  const found = typed ? names.split('\n').filter(name => fold(name).startsWith(words) || (words && fold(name).split(' ').some(part => part.startsWith(words)))).slice(0, 6) : [];
  show(field, typed && field.selectionStart - typed[1].length, found.map(name => ({ text: name, put: `${name} ` })));
}
function show(field, start, found) {
  if (!found.length) { close(); return; }
  const list = listOf(field);
  box = field;
  from = start;
  list.replaceChildren(...found.map(({ text: name, put, mark: sign }, index) => {
    const option = document.createElement('li');
    option.className = 'choose-row';
    option.id = `${list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const text = document.createElement('bdi');
    text.textContent = name;
    option.append(text);
    if (sign) {
      const badge = document.createElement('span');
      badge.className = 'badge';
      badge.textContent = sign;
      option.append(badge);
    }
    option.addEventListener('click', () => take(put));
    return option;
  }));
  if (!list.matches(':popover-open')) list.showPopover();
  place(field, list);
  mark(field, list, list.firstElementChild);
}
function take(put) {
  const field = box;
  close();
  field.setRangeText(put, from, field.selectionStart, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  close();
}
const sought = field => field.matches?.('textarea[data-articles]') && field.selectionStart === field.selectionEnd
  && /(?<!\?)\?\?([^?\n]{0,60})$/u.exec(field.value.slice(0, field.selectionStart));
let asking;
function articles(field) {
  clearTimeout(asking);
  const typed = sought(field);
  if (typed) asking = setTimeout(() => ask(field, typed[1]), 200);
  return !!typed;
}
async function ask(field, words) {
  const query = new URLSearchParams({ q: words.trim(), note: String(field.dataset.articles === 'note') });
  if (field.dataset.articlesLanguage) query.set('language', field.dataset.articlesLanguage);
  let found = [];
  try {
    const answer = await fetch(`/app/articles?${query}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    if (answer.ok) found = await answer.json();
  } catch { /* the server is away: nothing is offered */ }
  // Meanwhile something else may stand there.
  const typed = field.isConnected && document.activeElement === field && sought(field);
  if (!typed || typed[1] !== words) return;
  show(field, typed.index, found.map(({ title, url, isInternal }) => ({ text: title, put: `${title}: ${url} `, mark: isInternal && field.dataset.articlesInternal })));
}
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-articles-open]');
  const field = button && document.getElementById(button.dataset.articlesOpen);
  if (!field) return;
  field.focus();
  if (!sought(field)) {
    const gap = /(^|\s)$/.test(field.value.slice(0, field.selectionStart)) ? '' : ' ';
    field.setRangeText(`${gap}??`, field.selectionStart, field.selectionEnd, 'end');
  }
  field.dispatchEvent(new Event('input', { bubbles: true }));
});
document.addEventListener('input', event => { if (people(event.target) || event.target.matches?.('textarea[data-articles]')) offer(event.target); });
document.addEventListener('focusout', event => { if (event.target === box) close(); });
document.addEventListener('keydown', event => {
  if (event.target !== box || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const list = listOf(box);
  if (event.key === 'ArrowDown') step(box, list, 1);
  else if (event.key === 'ArrowUp') step(box, list, -1);
  else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) marked(list)?.click();
  else if (event.key === 'Escape') close();
  else { if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) close(); return; }
  event.preventDefault();
  event.stopPropagation();
}, true);
