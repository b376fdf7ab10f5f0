// Starts Blazor and keeps the page alive; window.cs.language() is the language that numbers and times are written in.
// - Blazor.start with our own reconnection: a quiet notice, tries again for ever (0.2 s, then slower, at most 5 s); when the
//   server no longer knows the circuit the page is loaded again and drafts come back from the server.
// - theme: [data-theme-set="light|dark|system"] writes the cookie "theme" and <html data-theme>.
// - rail: [data-rail-toggle] writes the cookie "rail.<person>". Zone: the cookie "tz" holds the browser's zone name.
// - [data-language] changes the language and comes back to this page.
// - [data-title] is the title of the page (Kit/Title.razor).
// - [data-print] prints the page.
// - [data-skip] moves the focus into <main>; buttons with aria-disabled ignore clicks.
const root = document.documentElement;
window.cs ??= {};
// The language of the page for Intl, with the digits that its person reads (Kit/Show.cs).
window.cs.language = () => `${root.lang || 'en'}-u-nu-${root.dataset.digits || 'latn'}`;

export const setCookie = (name, value) => {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
};
const getCookie = name => decodeURIComponent(document.cookie.split('; ').find(part => part.startsWith(name + '='))?.slice(name.length + 1) ?? '');

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && getCookie('tz') !== zone) setCookie('tz', zone);

function markTheme() {
  for (const button of document.querySelectorAll('[data-theme-set]'))
    button.setAttribute('aria-checked', String(button.dataset.themeSet === (root.dataset.theme || 'system')));
}
document.addEventListener('toggle', markTheme, true);

document.addEventListener('click', event => {
  const target = event.target.closest?.('[data-theme-set],[data-rail-toggle],[data-language],[data-skip],[data-print],[aria-disabled="true"]');
  if (!target) return;
  if (target.matches('[aria-disabled="true"]')) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (target.matches('[data-print]')) {
    print();
  } else if (target.matches('[data-theme-set]')) {
    root.dataset.theme = target.dataset.themeSet;
    setCookie('theme', root.dataset.theme);
    markTheme();
  } else if (target.matches('[data-language]')) {
    // The link may be older than the address: pages change under it.
    const to = new URL(target.href);
    to.searchParams.set('returnUrl', location.pathname + location.search);
    target.href = to.href;
  } else if (target.matches('[data-rail-toggle]')) {
    root.dataset.rail = root.dataset.rail === 'narrow' ? 'wide' : 'narrow';
    setCookie(`rail.${document.querySelector('meta[name="cs-user"]')?.content}`, root.dataset.rail);
  } else {
    event.preventDefault();
    const main = document.getElementById('main');
    main?.focus();
    main?.scrollIntoView({ block: 'start' });
  }
}, true);

markTheme();
new MutationObserver(() => {
  markTheme();
  const title = document.querySelector('[data-title]')?.textContent;
  if (title && title !== document.title) document.title = title;
}).observe(document.body, { subtree: true, childList: true, characterData: true });

// A form that only Blazor handles would reload the page if it were sent before the circuit is up; the text stays for the next try.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.hasAttribute('action') || form.hasAttribute('method') || Object.keys(form).some(key => key.startsWith('_blazorEvents_'))) return;
  if (!root.hasAttribute('data-started')) event.preventDefault();
}, true);

const notice = () => document.getElementById('connection');
const clock = new Intl.DateTimeFormat(window.cs.language(), { hour: '2-digit', minute: '2-digit', timeZone: root.dataset.zone || undefined });
let lostAt;
let hideTimer;
function say(kind) {
  const element = notice();
  clearTimeout(hideTimer);
  if (!element) return;
  element.dataset.state = kind;
  element.textContent = kind ? element.dataset[kind] : '';
  // The page is as old as the line is down.
  if (kind === 'lost') element.textContent += ' ' + element.dataset.since.replace('{0}', clock.format(lostAt));
  root.toggleAttribute('data-offline', kind === 'lost');
  if (kind === 'back') hideTimer = setTimeout(() => say(''), 2500);
}

const pause = ms => new Promise(done => {
  const timer = setTimeout(finish, ms);
  function finish() {
    clearTimeout(timer);
    removeEventListener('online', finish);
    document.removeEventListener('visibilitychange', seen);
    done();
  }
  function seen() { if (!document.hidden) finish(); }
  addEventListener('online', finish);
  document.addEventListener('visibilitychange', seen);
});

let trying = false;
let leaving = false;
addEventListener('pagehide', () => { leaving = true; });
addEventListener('pageshow', () => { leaving = false; });

const reconnectionHandler = {
  async onConnectionDown() {
    if (trying) return;
    trying = true;
    lostAt = Date.now();
    // A hiccup that heals at once is not worth mentioning.
    const word = setTimeout(() => { if (!leaving) say('lost'); }, 700);
    for (let wait = 200; ; wait = Math.min(5000, wait * 1.7)) {
      await pause(wait);
      if (leaving) continue;
      try {
        if (await Blazor.reconnect()) break;
        clearTimeout(word);
        say('reload');
        location.reload();
        return;
      } catch { /* still away */ }
    }
    clearTimeout(word);
    trying = false;
    if (notice()?.dataset.state === 'lost') say('back');
  },
  onConnectionUp() { },
};

// A tick in a list is one event of the list (desk.js), not one handler a row.
Blazor.registerCustomEventType('rowtick', { createEventArgs: event => event.detail });
// The functions that pages call exist before the first call: scripts run in order, and this one comes last.
if (document.readyState !== 'complete') await new Promise(done => addEventListener('DOMContentLoaded', done, { once: true }));
await Blazor.start({ circuit: { reconnectionHandler } });
root.dataset.started = '';
