// On a phone the rows of a table fold (kit/table.css): each cell then carries the name of its column, which the table's head says.
const narrow = matchMedia('(max-width: 767.98px)');
function tell() {
  if (!narrow.matches) return;
  for (const table of document.querySelectorAll('.scroll-x > .table')) {
    const names = [...table.tHead?.rows[0]?.cells ?? []].map(cell => cell.textContent.trim());
    for (const row of table.tBodies[0]?.rows ?? [])
      if (row.cells.length === names.length)
        [...row.cells].forEach((cell, column) => { if (cell.dataset.column !== names[column]) cell.dataset.column = names[column]; });
  }
}
let waiting;
new MutationObserver(() => { waiting ??= requestAnimationFrame(() => { waiting = undefined; tell(); }); })
  .observe(document.body, { subtree: true, childList: true });
narrow.addEventListener('change', tell);
tell();
