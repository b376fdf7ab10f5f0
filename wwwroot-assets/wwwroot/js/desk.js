// The desk, as far as it needs no server.
// - .menu[data-key] hands its key on to the menu's button; [data-density-toggle] changes the height of rows (cookie "density").
// - [data-composer] holds [data-composer-tab=MODE] buttons and [data-composer-pane=MODE] forms; data-mode says which one is shown.
// - [data-conversation=ID] opens at its end, stays there while new messages come, and leaves a reader alone who has scrolled up.
// - [data-copy=TEXT] copies (a path of ours as a whole address) and says [data-copied] for a moment; [data-popup] opens under its [data-popup-button].
// window.cs.desk: hasText(id), end(), show(id).
const talk = () => document.querySelector('[data-conversation]');
const toEnd = box => { box.scrollTop = box.scrollHeight; };

// --- clicks
document.addEventListener('click', event => {
  const target = event.target;
  if (target.matches?.('.menu[data-key]')) { target.querySelector('[data-menu-button]').click(); return; }
  if (target.closest?.('[data-density-toggle]')) {
    const root = document.documentElement;
    root.dataset.density = root.dataset.density === 'compact' ? 'comfortable' : 'compact';
    document.cookie = `density=${root.dataset.density}; Path=/; Max-Age=31536000; SameSite=Lax`;
    return;
  }
  const tab = target.closest?.('[data-composer-tab]');
  if (tab) { turnTo(tab.closest('[data-composer]'), tab.dataset.composerTab, true); return; }
  const copy = target.closest?.('[data-copy]');
  if (copy) tell(copy);
});

async function tell(button) {
  const text = button.querySelector('[data-copy-text]') ?? button;
  try { await navigator.clipboard.writeText(button.dataset.copy.startsWith('/') ? location.origin + button.dataset.copy : button.dataset.copy); } catch { return; }
  // Blazor owns the text node: it is changed, never replaced.
  text.firstChild.nodeValue = button.dataset.copied;
  setTimeout(() => { text.firstChild.nodeValue = button.dataset.copyLabel ?? button.dataset.copy; }, 1500);
}

// --- reply or note
function turnTo(composer, mode, focus) {
  composer.dataset.mode = mode;
  for (const tab of composer.querySelectorAll('[data-composer-tab]')) {
    const on = tab.dataset.composerTab === mode;
    tab.setAttribute('aria-selected', String(on));
    tab.tabIndex = on ? 0 : -1;
  }
  if (!focus) return;
  const box = composer.querySelector(`[data-composer-pane="${mode}"] textarea`);
  if (!box) return;
  // A hidden box could not be measured.
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight + 2, innerHeight * .4)}px`;
  box.focus();
}
document.addEventListener('keydown', event => {
  const tab = event.target.closest?.('[data-composer-tab]');
  if (!tab || !['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
  event.preventDefault();
  const other = [...tab.parentElement.querySelectorAll('[data-composer-tab]')].find(one => one !== tab);
  turnTo(tab.closest('[data-composer]'), other.dataset.composerTab, false);
  other.focus();
});

// --- panels
document.addEventListener('toggle', event => {
  const panel = event.target;
  if (!panel.matches?.('[data-popup]') || event.newState !== 'open') return;
  const button = document.querySelector(`[popovertarget="${CSS.escape(panel.id)}"]`).getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const start = document.documentElement.dir === 'rtl' ? button.right - width : button.left;
  panel.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
  panel.style.top = `${button.bottom + 6 + height <= innerHeight - 8 ? button.bottom + 6 : Math.max(8, button.top - height - 6)}px`;
}, true);

// --- the conversation
let shownId, atEnd = true, first;
function follow() {
  const box = talk();
  if (!box) { shownId = undefined; return; }
  const top = box.querySelector('article')?.id;
  if (shownId !== box.dataset.conversation) {
    shownId = box.dataset.conversation;
    atEnd = true;
    box.addEventListener('scroll', () => { atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80; }, { passive: true });
    new ResizeObserver(() => { if (atEnd) toEnd(box); }).observe(box);
  }
  if (atEnd) toEnd(box);
  else if (first && top !== first && !box.scrollTop) document.getElementById(first)?.scrollIntoView();
  first = top;
}
let following;
new MutationObserver(() => { following ??= requestAnimationFrame(() => { following = undefined; follow(); }); }).observe(document, { subtree: true, childList: true });
follow();

(window.cs ??= {}).desk = {
  hasText: id => !!document.getElementById(id)?.value.trim(),
  end: () => { const box = talk(); if (box) { atEnd = true; toEnd(box); } },
  show: id => {
    const message = document.getElementById(id);
    message?.scrollIntoView({ block: 'center' });
    message?.classList.add('is-shown');
    setTimeout(() => message?.classList.remove('is-shown'), 2000);
  },
};

document.addEventListener('click', event => {
  const row = event.target.matches?.('.inbox-row > label > input, .record-tick > input') && event.target.closest('[data-row]');
  if (row) row.dispatchEvent(new CustomEvent('rowtick', { bubbles: true, detail: { id: row.dataset.row, range: event.shiftKey } }));
});
