// Names that go with what is being typed: input[data-suggest=ADDRESS] with its <datalist>. Asked after a short rest, one at a time; an answer
// to something older is passed over, and where none comes nothing is offered.
const rest = 150;
let timer, asked = 0;

document.addEventListener('input', event => {
  const box = event.target;
  if (!box.matches?.('input[data-suggest]')) return;
  clearTimeout(timer);
  timer = setTimeout(() => offer(box), rest);
});

async function offer(box) {
  const words = box.value.trim();
  const own = ++asked;
  const names = words.length < 2 ? [] : await ask(box, words);
  if (own !== asked || !box.list) return;
  box.list.replaceChildren(...names.filter(name => name !== words).map(name => new Option(name, name)));
}

async function ask(box, words) {
  try {
    const response = await fetch(`${box.dataset.suggest}?size=8&q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } });
    return response.ok ? (await response.json()).suggestions : [];
  } catch { return []; }
}
