// The buttons of the lines, and the keyboard.
import { announce, each, find, list, place, removedBox, say, show, under } from './page.js';
import { queue } from './kept.js';
import { groups } from './standing.js';
import { order } from './draw.js';
import { act } from './sync.js';
import { mend } from './entry.js';

function stepped(key, up) {
  const line = order.find(l => l.key === key), all = groups(order);
  const headings = all.filter(g => g.heading).map(g => g.heading);
  const among = line.kind === 'heading' ? headings : all.find(g => g.lines.some(l => l.key === key)).lines;
  const at = among.findIndex(l => l.key === key), put = up ? at - 1 : at + 1;
  if (put < 0 || put >= among.length) return;
  const to = up ? (put ? among[put - 1].key : 'first') : among[put].key;
  act({ act: 'move', lines: [key], under: line.heading || null, to });
  announce(`${say('moved')} ${put + 1}/${among.length}`);
}
list.addEventListener('submit', e => {
  const { name, value } = e.submitter || {};
  // What goes into the register is decided by the server, once everything is there.
  if (name === 'register' && !queue().length) return;
  e.preventDefault();
  if (name === 'up' || name === 'down') stepped(value, name === 'up');
  else if (name === 'remove') {
    const [line, revision] = value.split(' ');
    act({ act: 'remove', line, revision: Number(revision) });
    removedBox.querySelector('summary').focus();
  } else if (name === 'restore') { act({ act: 'restore', line: value }); show(value); } else if (name === 'join') join();
});
function join() {
  const chosen = each('[name="chosen"]:checked', place).map(c => c.value);
  const typed = find('#f-heading'), text = typed.value.replace(/\s+/g, ' ').trim();
  if (!chosen.length && !text) return;
  const key = text ? act({ act: 'add', kind: 'heading', text, who: '', objective: '' }) : under.value;
  if (chosen.length) act({ act: 'move', lines: chosen, under: key || null, to: 'stay' });
  typed.value = '';
  each('[name="chosen"]:checked', place).forEach(c => { c.checked = false; });
  find('[data-join]').open = false;
  show(key || chosen[0]);
}
list.addEventListener('keydown', e => {
  const line = e.target.closest('.minute, .minutes-heading');
  if (!line || !line.id) return;
  const key = line.id.slice(2);
  if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
    e.preventDefault();
    stepped(key, e.key === 'ArrowUp');
  } else if (e.target === line && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
    const every = each('.minute[id], .minutes-heading', place), next = every[every.indexOf(line) + (e.key === 'ArrowUp' ? -1 : 1)];
    if (next) { e.preventDefault(); next.focus(); }
  } else if (e.target === line && e.key === 'Enter' && mend) {
    e.preventDefault();
    mend(order.find(l => l.key === key));
  }
});
list.addEventListener('keydown', e => {
  if (e.target.id === 'f-heading' && e.key === 'Enter') { e.preventDefault(); join(); }
});
list.addEventListener('click', e => {
  const link = e.target.closest('[data-mend]');
  if (!link || !mend) return;
  e.preventDefault();
  const line = order.find(l => l.key === link.dataset.mend);
  if (line) mend(line);
  link.closest('details').open = false;
});
