// Everything there is, in order: what the server said, and on top of it what it has not heard yet.
import { each, find, root, say } from './page.js';
import { drop, get, names, put, queue } from './kept.js';

export const lines = new Map();
export let changes = Number(root.dataset.changes);
JSON.parse(root.dataset.lines).forEach(l => lines.set(l.key, l));

// A page that was shown before, because there is no network, does not know what was heard since: that is kept beside it.
if ((get('heard') || 0) > changes) {
  changes = get('heard');
  names('l.').map(get).forEach(l => lines.set(l.key, l));
} else names('l.').forEach(drop);

/// What the server said: lines that changed, up to a number.
export function hear(said, upTo) {
  changes = upTo;
  for (const l of said) {
    lines.set(l.key, l);
    put(`l.${l.key}`, l);
  }
  put('heard', upTo);
}

const before = (a, b) => a.position - b.position || (a.key < b.key ? -1 : 1);
export function standing() {
  let order = [...lines.values()].map(l => ({ ...l })).sort(before);
  const of = key => order.find(l => l.key === key);
  for (const a of queue()) {
    if (a.act === 'add' && !of(a.key)) {
      const hour = new Intl.DateTimeFormat('it', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Rome' }).format(a.at);
      const line = { ...a, name: nameOf(a.who), heading: null, position: a.at * 1000, revision: 1, hour, removed: false };
      const next = order.findIndex(l => l.position > line.position);
      order.splice(next < 0 ? order.length : next, 0, line);
    } else if (a.act === 'mend' && of(a.line)) {
      const { kind, text, who, objective } = a;
      Object.assign(of(a.line), { kind, text, who, objective, name: nameOf(who) || (who === of(a.line).who ? of(a.line).name : '') });
    } else if (a.act === 'move') {
      const moving = a.lines.map(of).filter(Boolean);
      moving.forEach(l => { if (l.kind !== 'heading') l.heading = a.under; });
      if (a.to !== 'stay') {
        order = order.filter(l => !moving.includes(l));
        const at = a.to === 'first' ? 0 : order.findIndex(l => l.key === a.to) + 1;
        order.splice(at, 0, ...moving);
      }
    } else if (a.act === 'remove' && of(a.line)) of(a.line).removed = true;
    else if (a.act === 'restore' && of(a.line)) of(a.line).removed = false;
    const touched = { add: [a.key], move: a.lines }[a.act] || [a.line];
    touched.map(of).filter(Boolean).forEach(l => { l.waiting = true; });
  }
  return order;
}
const nameOf = who => {
  const option = who && find('#f-who') && each('#f-who option').find(o => o.value === who);
  return option ? option.textContent : '';
};
export const kindOf = kind => say(`kind-${kind}`);
export function groups(order) {
  const there = order.filter(l => !l.removed);
  const headings = there.filter(l => l.kind === 'heading');
  const headed = l => (headings.some(h => h.key === l.heading) ? l.heading : '');
  const said = there.filter(l => l.kind !== 'heading');
  return [...headings.map(h => ({ key: h.key, heading: h, lines: said.filter(l => headed(l) === h.key) })),
    { key: '', heading: null, lines: said.filter(l => !headed(l)) }];
}
