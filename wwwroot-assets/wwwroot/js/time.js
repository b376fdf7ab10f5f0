// Keeps <time data-when="relative"> and the times of the inbox fresh, once a minute and when the page comes back, with the words the server uses
// (Show.Ago): Intl.RelativeTimeFormat in the language and the digits of the page.
const language = () => window.cs.language();
const steps = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]];

function words(at, now) {
  const format = new Intl.RelativeTimeFormat(language());
  const seconds = (at - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 45) return null;
  for (const [unit, length] of steps)
    if (size >= length || unit === 'minute') return format.format(Math.sign(seconds) * Math.max(1, Math.trunc(size / length)), unit);
}

function refresh() {
  const now = Date.now();
  for (const element of document.querySelectorAll('time[data-when="relative"], .inbox-row > time')) {
    const text = words(Date.parse(element.dateTime), now);
    // Blazor owns the text node: it is changed, never replaced.
    if (text && element.firstChild && element.firstChild.nodeValue !== text) element.firstChild.nodeValue = text;
  }
}
setInterval(refresh, 60000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });

// A time that lies over the link of its row.
document.addEventListener('click', event => {
  const time = event.target.closest?.('time');
  if (!time || time.closest('a, button')) return;
  const row = time.closest('.rows > *, .list-row, .inbox-row, .chat-line, .signal-list > li');
  (row?.querySelector('[data-row-link]') ?? row?.querySelector('a'))?.click();
});

// Adds the exact time to a <time> without one when somebody points at it.
document.addEventListener('pointerover', event => {
  const element = event.target.closest?.('time[datetime]:not([title])');
  if (!element) return;
  element.title = new Date(element.dateTime).toLocaleString(language(),
    { timeZone: document.documentElement.dataset.zone || undefined, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset' });
});
