// What is kept in this browser: one entry for each thing, so that two windows on the same table do not write over each other. Under
// the account, so that nobody sends as theirs what another one wrote on the same device.
import { root } from './page.js';

const SESSION = `ascolto.minutes.${root.dataset.session}.`, NAME = `${SESSION}${root.dataset.account}.`;
const memory = new Map();
let safe = true;
const disk = work => {
  try { return work(localStorage); } catch { safe = false; return null; }
};
/// Whether this browser keeps anything.
export const keeps = () => safe;
export const get = name => memory.get(name);
export const put = (name, value) => { memory.set(name, value); disk(s => s.setItem(NAME + name, JSON.stringify(value))); };
export const drop = name => { memory.delete(name); disk(s => s.removeItem(NAME + name)); };
export const names = prefix => [...memory.keys()].filter(k => k.startsWith(prefix)).sort();
disk(s => Object.keys(s).filter(k => k.startsWith(NAME)).forEach(k => {
  try { memory.set(k.slice(NAME.length), JSON.parse(s[k])); } catch { s.removeItem(k); }
}));

/// How many things other accounts wrote here that wait for whoever wrote them.
export let others = 0;
const count = () => {
  others = disk(s => Object.keys(s).filter(k => k.startsWith(SESSION) && !k.startsWith(NAME) && k.slice(SESSION.length).split('.')[1] === 'q').length) || 0;
};
count();

/// What another window did.
export const elsewhere = then => addEventListener('storage', e => {
  if (!e.key || !e.key.startsWith(SESSION)) return;
  count();
  if (!e.key.startsWith(NAME)) return;
  const name = e.key.slice(NAME.length);
  if (e.newValue === null) memory.delete(name);
  else memory.set(name, JSON.parse(e.newValue));
  then();
});

/// What was done and is not sent yet, in order.
export const queue = () => names('q.').map(get);
export const enqueue = a => put(`q.${String(a.at).padStart(16, '0')}.${a.key}`, a);
export const forget = key => names('q.').filter(k => k.endsWith(key)).forEach(drop);
export const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

// The server's clock, as far as this device knows it. A page that was kept says no hour: what was known before counts on.
const told = Number(root.dataset.now);
export let ahead = told ? told - Date.now() : get('ahead') || 0;
export const clock = now => put('ahead', ahead = now - Date.now());
put('ahead', ahead);

/// No two acts of a device are of one instant.
export const instant = () => {
  const at = Math.max(Math.round(Date.now() + ahead), (get('last') || 0) + 1);
  put('last', at);
  return at;
};
