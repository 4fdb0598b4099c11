// Drawing: each line has its element as long as it is there, and only what differs is written.
import { each, find, place, removedBox, root, say, template, under } from './page.js';
import { groups, kindOf, standing } from './standing.js';
import { status } from './status.js';

const none = find('[data-none]');
export const elements = new Map();
const drawn = new Map();
export let order = [];
const fill = (element, values) => {
  for (const [name, value] of Object.entries(values)) each(`[data-f="${name}"]`, element).forEach(f => { f.textContent = value; });
};
function element(name, line) {
  const id = `${name} ${line.key}`;
  let e = elements.get(id);
  if (!e) {
    e = template(name);
    const marked = name === 'group' ? find('.minutes-heading', e) : e;
    if (name !== 'gone') marked.id = `r-${line.key}`;
    if (name === 'group') e.dataset.heading = line.key;
    each('button[value], input[value]', e).forEach(b => { b.value = line.key; });
    const mend = find('[data-mend]', e);
    if (mend) { mend.dataset.mend = line.key; mend.href += line.key; }
    elements.set(id, e);
  }
  const looks = JSON.stringify([line.kind, line.text, line.name, line.objective, line.hour, line.revision, line.contribution, Boolean(line.waiting)]);
  if (drawn.get(id) !== looks) {
    drawn.set(id, looks);
    const about = [line.name, line.objective, line.hour].filter(Boolean).join(' · ');
    fill(name === 'group' ? find('.minutes-heading', e) : e, { text: line.text, label: line.text, kind: kindOf(line.kind), about });
    const link = find('[data-contribution]', e), remove = find('[name="remove"]', e);
    if (link) {
      link.hidden = !line.contribution;
      link.href = `${link.dataset.contribution}/${line.contribution}`;
      link.textContent = line.contribution ? say('contribution', line.contribution) : '';
    }
    if (remove) remove.value = `${line.key} ${line.revision}`;
    // What stands in the register is neither mended nor removed.
    for (const b of [remove, find('[data-mend]', e)]) if (b) b.hidden = Boolean(line.contribution);
    (name === 'group' ? find('.minutes-heading', e) : e).classList.toggle('minute-waiting', Boolean(line.waiting));
  }
  return e;
}
/// The children a parent should have, in order; nobody is moved who stands where they should.
function children(parent, wanted) {
  wanted.forEach((e, i) => { if (parent.children[i] !== e) parent.insertBefore(e, parent.children[i] || null); });
  while (parent.children.length > wanted.length) parent.lastElementChild.remove();
}
const loose = template('group');
find('.minutes-heading', loose).remove();
loose.dataset.heading = '';

export function draw() {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  order = standing();
  const now = groups(order);
  children(place, now.map(g => {
    const section = g.heading ? element('group', g.heading) : loose;
    children(find('.minutes-lines', section), g.lines.map(l => element('line', l)));
    return section;
  }));
  const gone = order.filter(l => l.removed);
  children(find('ul', removedBox), gone.map(l => element('gone', l)));
  removedBox.hidden = !gone.length;
  fill(removedBox, { count: say(gone.length === 1 ? 'removed-one' : 'removed-many', gone.length) });
  none.hidden = order.length > gone.length;
  const headings = now.filter(g => g.heading);
  const options = headings.map(g => `${g.key} ${g.heading.text}`).join('\n');
  if (under.dataset.options !== options) {
    under.dataset.options = options;
    const chosen = under.value;
    under.replaceChildren(under.options[0], ...headings.map(g => new Option(g.heading.text, g.key)));
    under.value = headings.some(g => g.key === chosen) ? chosen : '';
  }
  if (focused && document.activeElement !== focused && focused.isConnected) focused.focus({ preventScroll: true });
  status();
}
