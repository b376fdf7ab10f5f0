// Pictures of a conversation: a plain click on an a[data-picture] shows it large in #pictures instead of loading it down.
// Arrow keys and [data-picture-step] go through all pictures of the same [role=log]; Escape or a click beside closes.
const viewer = () => document.getElementById('pictures');
const part = name => viewer().querySelector(`[data-picture-${name}]`);
const number = value => new Intl.NumberFormat(window.cs.language()).format(value);
let all = [];
let at = 0;

function show(index) {
  at = (index + all.length) % all.length;
  const link = all[at];
  const image = part('shown');
  image.src = link.dataset.picture;
  image.alt = part('name').textContent = link.title;
  part('count').textContent = all.length > 1 ? `${number(at + 1)} / ${number(all.length)}` : '';
  part('load').href = link.href;
  part('load').download = link.download;
  for (const button of viewer().querySelectorAll('[data-picture-step]')) button.hidden = all.length < 2;
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-picture]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    all = [...(link.closest('[role=log]') ?? document).querySelectorAll('a[data-picture]')];
    show(all.indexOf(link));
    viewer().showModal();
    return;
  }
  const step = event.target.closest?.('[data-picture-step]');
  if (step) show(at + Number(step.dataset.pictureStep));
  else if (event.target === viewer() || event.target.matches?.('.pictures-stage')) viewer().close();
});
document.addEventListener('keydown', event => {
  if (!viewer()?.open || !['ArrowLeft', 'ArrowRight'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  show(at + (event.key === forward ? 1 : -1));
});
// A picture that is no longer shown is not kept in memory.
viewer()?.addEventListener('close', () => part('shown').removeAttribute('src'));
