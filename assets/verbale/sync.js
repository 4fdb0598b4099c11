// Sending what was done and asking what others did.
import { announce, root, say } from './page.js';
import { clock, enqueue, forget, fresh, instant, put, queue } from './kept.js';
import { changes, hear, lines } from './standing.js';
import { draw, elements } from './draw.js';
import { status, suffer, suffers } from './status.js';
import { mark, seen } from './present.js';
import { unstick } from './stuck.js';
import { forgetRead, keepPage } from './offline.js';
import { due, forgetPage, term } from '../keeping.js';

/// Does something: it is kept and shown at once, and sent when it can be. Its key.
export function act(what) {
  const at = instant(), key = fresh();
  enqueue({ key, at, ...what });
  draw();
  sync();
  return key;
}

// One at a time, in order, as much as fits one request.
const RATE = 3000, { account } = root.dataset;
let busy = false, gone = false, again, wait = 0, token = false, csrf = root.dataset.csrf;
function batch() {
  const out = [];
  let size = 0;
  for (const a of queue()) {
    size += JSON.stringify(a).length;
    if (out.length === 25 || (out.length && size > 20000)) break;
    out.push(a);
  }
  return out;
}
async function ask(acts) {
  const limit = new AbortController(), timer = setTimeout(() => limit.abort(), 12000);
  const options = { redirect: 'manual', cache: 'no-store', signal: limit.signal };
  try {
    if (!acts.length) return await fetch(`${root.dataset.minutes}?da=${changes}&chi=${mark}&di=${account}${token ? '&token=si' : ''}`, options);
    const body = new URLSearchParams({ _csrf: csrf, account, since: changes, acts: JSON.stringify(acts) });
    return await fetch(root.dataset.minutes, { ...options, method: 'POST', body });
  } finally {
    clearTimeout(timer);
  }
}
export async function sync() {
  clearTimeout(again);
  if (busy) return;
  busy = true;
  let next = document.hidden ? RATE * 5 : RATE;
  const acts = token ? [] : batch();
  try {
    const answer = await ask(acts);
    if (answer.type === 'opaqueredirect') {
      suffer('sign-in');
      refuse(true);
      next = RATE * 2;
    } else if (answer.status === 403) {
      // The token may be of a session that ended: ask for another one, once.
      suffer(token ? 'denied' : suffers());
      if (token) refuse(true);
      next = token ? RATE * 5 : 0;
      token = true;
    } else if (answer.status === 204) {
      suffer('');
      refuse(false);
      if (!token && queue().length) next = 0;
    } else if (answer.ok) {
      const said = await answer.json();
      // What was written here is not sent by whoever has signed in since: it waits for its own account.
      const other = said.account && said.account !== account;
      suffer(other ? 'other' : '');
      if (!other) heard(said);
      if (other) forgetRead();
      else refuse(false);
      if (!token && queue().length) next = 0;
    } else {
      suffer('not-sent');
      next = Math.max(Number(answer.headers.get('retry-after')) * 1000 || 0, RATE);
    }
    wait = 0;
  } catch {
    suffer('offline');
    wait = Math.min(wait * 2 || 1500, 12000);
    next = wait;
  }
  busy = false;
  status();
  again = setTimeout(sync, next);
}
/// What is refused is forgotten here, and kept again when it is not.
function refuse(is) {
  if (is && !gone) {
    forgetRead();
    forgetPage(location.pathname);
  } else if (gone && !is) keepPage();
  gone = is;
}
function heard(said) {
  clock(said.now);
  if (said.csrf) { csrf = said.csrf; token = false; }
  for (const d of said.done) {
    const a = queue().find(q => q.key === d.key);
    forget(d.key);
    if (a && d.is !== 'done') put(`s.${d.key}`, { act: a, is: d.is, why: d.why, line: d.line });
  }
  const mine = new Set(said.done.map(d => d.key));
  const came = said.lines.filter(l => !lines.has(l.key) && !mine.has(l.key) && !l.removed && !elements.has(`line ${l.key}`));
  hear(said.lines, said.changes);
  if (said.present) seen(said.present);
  put('until', term());
  due(term());
  draw();
  for (const l of came) {
    const e = elements.get(`line ${l.key}`);
    if (!e) continue;
    e.classList.add('minute-new');
    setTimeout(() => e.classList.remove('minute-new'), 4000);
  }
  if (came.length) announce(`${say('new')} ${came[came.length - 1].writer}: ${came[came.length - 1].text}`);
  unstick();
}

export const wake = () => { wait = 0; sync(); };
