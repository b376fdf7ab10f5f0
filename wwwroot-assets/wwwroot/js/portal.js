// Small things of the customer's pages that must not wait for the server.
// - [data-rest=MS]: a change event after that long a rest from typing, so that a page hears of words, not of keys.
// - textarea[data-one-line]: Enter goes on to the next field.
// - textarea[data-enter-sends]: Enter sends its form, Shift+Enter begins a line.
// - [data-on-visible]: clicked when the page comes to the front again.
// - window.cs.portal: visible(); allow() asks for the browser's own notices, ring(title, link) shows one while the page is in the background;
//   showEnd(id) brings the end of a long conversation into view, once.
const timers = new WeakMap();

document.addEventListener('input', event => {
  const box = event.target;
  if (!box.matches?.('[data-rest]')) return;
  clearTimeout(timers.get(box));
  timers.set(box, setTimeout(() => { if (box.isConnected) box.dispatchEvent(new Event('change', { bubbles: true })); }, Number(box.dataset.rest)));
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.isComposing || !event.target.matches?.('textarea[data-one-line]')) return;
  event.preventDefault();
  const fields = [...event.target.form?.querySelectorAll('textarea, input:not([hidden]), select') ?? []];
  fields[fields.indexOf(event.target) + 1]?.focus();
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || event.isComposing || !event.target.matches?.('textarea[data-enter-sends]')) return;
  event.preventDefault();
  event.target.form?.querySelector('[data-send]')?.click();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) document.querySelectorAll('[data-on-visible]').forEach(element => element.click());
});

(window.cs ??= {}).portal = {
  visible: () => !document.hidden,
  allow: async () => window.Notification ? await Notification.requestPermission() : '',
  ring(title, link) {
    if (!document.hidden || window.Notification?.permission !== 'granted') return;
    const notice = new Notification(title, { tag: link ?? title, lang: document.documentElement.lang, dir: document.documentElement.dir });
    notice.onclick = () => { focus(); if (link) location.assign(link); };
  },
  showEnd(id) {
    const thread = document.getElementById(id);
    if (!thread || location.hash || scrollY > 60 || thread.offsetHeight < innerHeight) return;
    const said = thread.querySelectorAll('.said');
    said[said.length - 1]?.scrollIntoView({ block: 'start' });
  },
};
