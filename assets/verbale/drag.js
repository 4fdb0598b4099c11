// Dragging, by finger or mouse: the line goes before the one it is let go on, under that one's heading.
import { each, list } from './page.js';
import { groups } from './standing.js';
import { order } from './draw.js';
import { act } from './sync.js';

let dragged = null;
const target = e => {
  const over = document.elementFromPoint(e.clientX, e.clientY);
  return over && over.closest('.minute[id], .minutes-group');
};
list.addEventListener('pointerdown', e => {
  const handle = e.target.closest('.minute-handle');
  if (!handle || e.button) return;
  e.preventDefault();
  dragged = handle.closest('.minute');
  dragged.classList.add('minute-dragged');
  handle.setPointerCapture(e.pointerId);
});
list.addEventListener('pointermove', e => {
  if (!dragged) return;
  each('.minute-target').forEach(t => t.classList.remove('minute-target'));
  const over = target(e);
  if (over && over !== dragged) over.classList.add('minute-target');
  if (e.clientY < 80) scrollBy(0, -12);
  else if (e.clientY > innerHeight - 120) scrollBy(0, 12);
});
const letGo = e => {
  if (!dragged) return;
  const over = e.type === 'pointerup' ? target(e) : null, line = dragged.id.slice(2);
  each('.minute-target').forEach(t => t.classList.remove('minute-target'));
  dragged.classList.remove('minute-dragged');
  dragged = null;
  if (!over || over.id === `r-${line}`) return;
  const group = over.closest('.minutes-group');
  const heading = group.dataset.heading || null;
  const among = groups(order).find(g => g.key === (heading || '')).lines.filter(l => l.key !== line);
  const at = over.matches('.minute') ? among.findIndex(l => `r-${l.key}` === over.id) : among.length;
  const to = at > 0 ? among[at - 1].key : among.length ? 'first' : 'stay';
  act({ act: 'move', lines: [line], under: heading, to });
};
list.addEventListener('pointerup', letGo);
list.addEventListener('pointercancel', letGo);
