// Values of a chart (Kit/FigureChart): shown where one points or taps, and step by step with the arrow keys. They are read from the chart's
// own table, row by row; the box with them is ours alone, Blazor draws it empty.
const plotOf = event => event.target.closest?.('[data-chart]');
const rtl = () => document.documentElement.dir === 'rtl';

function show(plot, at) {
  const table = plot.closest('figure').querySelector('table');
  const rows = table.tBodies[0].rows;
  const row = rows[Math.max(0, Math.min(rows.length - 1, at))];
  if (!row) return;
  const names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
  const [name, ...values] = [...row.cells].map(cell => cell.textContent);
  const middle = (row.sectionRowIndex + .5) / rows.length;
  const tip = plot.querySelector('.figure-chart-tip');
  const head = document.createElement('strong');
  head.textContent = name;
  tip.replaceChildren(head, ...values.map((value, i) => {
    const line = document.createElement('span');
    const number = document.createElement('b');
    number.textContent = value;
    line.append(names[i], number);
    return line;
  }));
  tip.hidden = false;
  plot.style.setProperty('--on', middle);
  plot.dataset.on = middle < .34 ? 'start' : middle > .66 ? 'end' : 'middle';
  plot.setAttribute('aria-valuenow', row.sectionRowIndex + 1);
  plot.setAttribute('aria-valuetext', `${name}: ${values.map((value, i) => `${names[i]} ${value}`).join(', ')}`);
}

function hide(plot) {
  delete plot.dataset.on;
  plot.querySelector('.figure-chart-tip').hidden = true;
}

function point(event) {
  const plot = plotOf(event);
  if (!plot) return;
  const box = plot.getBoundingClientRect();
  const part = (event.clientX - box.left) / box.width;
  show(plot, Math.floor((rtl() ? 1 - part : part) * Number(plot.getAttribute('aria-valuemax'))));
}
document.addEventListener('pointermove', point, { passive: true });
document.addEventListener('pointerdown', point, { passive: true });
document.addEventListener('pointerout', event => {
  const plot = plotOf(event);
  if (plot && !plot.contains(event.relatedTarget) && plot !== document.activeElement) hide(plot);
});
document.addEventListener('focusout', event => { if (plotOf(event)) hide(plotOf(event)); });
document.addEventListener('focusin', event => {
  const plot = plotOf(event);
  if (plot?.matches(':focus-visible')) show(plot, plot.getAttribute('aria-valuenow') - 1);
});
document.addEventListener('keydown', event => {
  const plot = plotOf(event);
  if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return hide(plot);
  const [at, last] = [plot.getAttribute('aria-valuenow') - 1, plot.getAttribute('aria-valuemax') - 1];
  const forward = rtl() ? 'ArrowLeft' : 'ArrowRight';
  const to = { ArrowLeft: at - 1, ArrowRight: at - 1, ArrowDown: at - 1, ArrowUp: at + 1, [forward]: at + 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  show(plot, Math.max(0, Math.min(last, to)));
});
