// Who is at the table: the door goes on letting people in. What is being chosen or typed is not touched: while the list is open, or
// has the keyboard, it is drawn anew when it is left.
import { entry, find, root } from './page.js';
import { drop, get, put } from './kept.js';

const box = find('[data-present]'), who = entry && find('#f-who');
export let mark = root.dataset.mark;
let waiting = null;

function choices({ people, organisations }) {
  const chosen = who.value, before = who.selectedOptions[0];
  const group = (label, all) => {
    const g = document.createElement('optgroup');
    g.label = label;
    g.append(...all.map(o => new Option(o.name, o.value)));
    return all.length ? [g] : [];
  };
  who.replaceChildren(who.options[0], ...group(who.dataset.people, people), ...group(who.dataset.organisations, organisations));
  // Who was chosen stays chosen, also where they are at another table by now.
  if (chosen && ![...who.options].some(o => o.value === chosen)) who.append(before);
  who.value = chosen;
}
const settle = () => {
  if (!waiting || document.activeElement === who) return;
  choices(waiting);
  waiting = null;
};
function show(present) {
  const list = find('ul', box);
  find('summary', box).textContent = present.sum;
  list.replaceChildren(...present.people.map(p => {
    const item = document.createElement('li'), absent = document.createElement('span');
    item.textContent = p.name;
    absent.className = 'text-muted';
    absent.textContent = `– ${box.dataset.absent}`;
    if (!p.here) item.append(' ', absent);
    return item;
  }));
  list.hidden = !present.people.length;
  find('p', box).hidden = !list.hidden;
  if (!who) return;
  waiting = present;
  settle();
}
if (who) who.addEventListener('blur', () => setTimeout(settle));

/// What the server said of who is there.
export function seen(present) {
  mark = present.mark;
  put('present', present);
  show(present);
}

// A page that was kept shows whom it knew: who was heard of since is kept beside it.
const before = get('present');
if (before && !root.dataset.now) seen(before);
else drop('present');
