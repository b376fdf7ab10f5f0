// The chart that moves: [data-market] (where its candles come from) with [data-lib] (the library) around a .market-live. It is laid over the
// picture that the server drew as soon as it is ready, and asks again when [data-version] changes. Its colours are those of the page.
const charts = new WeakMap();

// A colour of the theme as the browser reckons it: of a variable, light or dark.
function colour(name) {
  const probe = document.createElement('i');
  probe.className = `market-probe ${name}`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
const tones = () => ({ text: colour('market-text'), line: colour('market-line'), accent: colour('market-accent'), success: colour('market-success'), danger: colour('market-danger') });

async function open(box) {
  if (charts.has(box)) return;
  charts.set(box, null);
  const lib = await import(new URL(box.dataset.lib, document.baseURI).href);
  const live = box.querySelector('.market-live');
  const answer = await ask(box);
  if (!answer?.candles.length || !live?.isConnected) return;
  live.hidden = false;
  const chart = lib.createChart(live, { autoSize: true, layout: { background: { color: 'transparent' }, fontFamily: getComputedStyle(live).fontFamily, attributionLogo: false },
    timeScale: { timeVisible: true, secondsVisible: false, borderVisible: false, rightOffset: 14 }, rightPriceScale: { borderVisible: false },
    localization: { locale: 'en-GB', priceFormatter: price => price.toLocaleString('en', { minimumFractionDigits: answer.decimals, maximumFractionDigits: answer.decimals }) } });
  const series = chart.addSeries(lib.CandlestickSeries, { lastValueVisible: true, priceLineVisible: false });
  const held = { lib, chart, series, lines: [], marks: lib.createSeriesMarkers(series, []) };
  charts.set(box, held);
  box.classList.add('is-moving');
  show(held, answer);
  chart.timeScale().fitContent();
}

async function ask(box) {
  const response = await fetch(box.dataset.market, { headers: { accept: 'application/json' } });
  return response.ok ? response.json() : null;
}

function show(held, answer) {
  const tone = tones();
  held.answer = answer;
  held.chart.applyOptions({ layout: { textColor: tone.text }, grid: { vertLines: { color: tone.line }, horzLines: { color: tone.line } } });
  held.series.applyOptions({ upColor: 'transparent', borderUpColor: tone.success, wickUpColor: tone.success, downColor: tone.danger, borderDownColor: tone.danger, wickDownColor: tone.danger,
    priceFormat: { type: 'price', precision: answer.decimals, minMove: 1 / 10 ** answer.decimals } });
  held.series.setData(answer.candles.map(([time, open, high, low, close]) => ({ time, open, high, low, close })));
  for (const line of held.lines) held.series.removePriceLine(line);
  held.lines = answer.lines.map(line => held.series.createPriceLine({ price: line.price, title: line.title, color: tone[line.tone], lineWidth: 1, lineStyle: line.tone === 'accent' ? 0 : 2, axisLabelVisible: true }));
  // A mark stands at the candle in which it happened.
  const times = answer.candles.map(candle => candle[0]);
  held.marks.setMarkers(answer.marks.filter(mark => mark.time >= times[0]).map(mark => ({ time: times.findLast(time => time <= mark.time), position: 'aboveBar', shape: 'circle', color: tone[mark.tone], text: mark.text })));
}

const versions = new MutationObserver(async changes => {
  for (const box of new Set(changes.map(change => change.target))) {
    const held = charts.get(box);
    const answer = held && await ask(box);
    if (answer?.candles.length) show(held, answer);
  }
});
const look = () => {
  for (const box of document.querySelectorAll('[data-market]'))
    if (!charts.has(box)) {
      versions.observe(box, { attributes: true, attributeFilter: ['data-version'] });
      open(box).catch(error => console.warn('The chart stays a picture.', error));
    }
};
const again = () => document.querySelectorAll('[data-market]').forEach(box => { const held = charts.get(box); if (held) show(held, held.answer); });
let looking;
new MutationObserver(() => { looking ??= requestAnimationFrame(() => { looking = undefined; look(); }); }).observe(document.body, { childList: true, subtree: true });
new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
look();
