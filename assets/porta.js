// The door, faster and without network: loaded on the door's pages only, which work without it. What is done is kept in this
// browser under a key of its own until the server has taken it, so that it arrives once, however often it is sent; and under the
// account, so that nobody sends as theirs what another one did on the same device.
import { due, forgetPage, term } from './keeping.js';

const list = document.querySelector('form[data-door]');
const notice = document.querySelector('[data-door-waiting]');
const now = document.querySelector('form[data-send-now]');

// The page a camera opened: its one button is pressed at once. Where the network goes in between, what was to be sent is kept, and the
// list, which is there without network, sends it.
const made = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');
if (now) {
  now.addEventListener('submit', async e => {
    e.preventDefault();
    const button = now.querySelector('button'), { pathname } = new URL(now.action);
    const body = new URLSearchParams({ ...Object.fromEntries(new FormData(now)), [button.name]: button.value });
    try {
      const answer = await fetch(now.action, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(8000) });
      if (answer.type === 'opaqueredirect') return location.replace(now.action);
    } catch {
      try {
        const act = { key: body.get('key'), name: now.dataset.sendNow, fields: { [button.name]: button.value }, at: Date.now(), late: true, until: Number(now.dataset.until) };
        localStorage.setItem(`ascolto.porta.${pathname}.${now.dataset.account}.${act.key}`, JSON.stringify(act));
        due(act.until);
        return location.replace(now.action);
      } catch { /* Nothing can be kept: it is sent as any form is. */ }
    }
    // What was refused is said by the page that says so.
    now.append(Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value }));
    return now.submit();
  });
  if (navigator.onLine) now.requestSubmit(now.querySelector('button'));
}

if (list && notice) {
  const action = list.action, own = new URL(action).pathname, { account } = notice.dataset;
  const everybodys = `ascolto.porta.${own}.`, prefix = `${everybodys}${account}.`;
  let rows = [...document.querySelectorAll('li[data-person]')];
  const present = document.querySelector('[data-door-present]');
  // The server's clock as this page saw it: a device's own may be wrong.
  // A page that was kept for when there is no network does not say when it was made.
  const ahead = notice.dataset.now ? Number(notice.dataset.now) - Date.now() : 0;
  // What was not taken, and why; of each name the last.
  const refused = new Map();
  // A network that hangs is as good as none: what waits for it is said, and tried again.
  const PATIENCE = 12000;
  let token = list.querySelector('[name=_csrf]').value, sending = false, since = 0, signIn = false, out = false, other = false, timer;

  // Storage may be refused: then what is done is kept as long as the page is open.
  const memory = new Map();
  const kept = {
    all: () => {
      let stored = [];
      try {
        stored = Object.keys(localStorage).filter(k => k.startsWith(prefix)).map(k => [k, localStorage[k]]);
      } catch { /* memory alone */ }
      return [...memory, ...stored].map(([k, v]) => ({ store: k, ...JSON.parse(v) })).sort((a, b) => a.at - b.at);
    },
    put: act => {
      const store = prefix + act.key, text = JSON.stringify(act);
      try { localStorage.setItem(store, text); } catch { memory.set(store, text); }
      due(act.until);
    },
    drop: store => {
      memory.delete(store);
      try { localStorage.removeItem(store); } catch { /* it was in memory */ }
    },
    // How many acts of other accounts wait for whoever did them.
    others: () => {
      try {
        return Object.keys(localStorage).filter(k => k.startsWith(everybodys) && !k.startsWith(prefix)).length;
      } catch { return 0; }
    },
  };

  // What the server said of who is there, and on top of it what this device did and the server has not taken yet. A page that was kept
  // does not know what people need: it asks about everybody.
  let base = Number(present.textContent), mark = notice.dataset.now ? notice.dataset.mark : '';
  const here = new Map(rows.map(row => [row.dataset.person, 'here' in row.dataset]));
  const set = (row, came) => {
    const button = row.querySelector('button');
    if ((button.name === 'undo') === came) return;
    row.querySelector('[data-came]').hidden = !came;
    button.name = came ? 'undo' : 'in';
    button.className = came ? 'btn btn-link' : 'btn btn-primary';
    button.firstChild.textContent = came ? list.dataset.undo : list.dataset.in;
  };
  const apply = ({ fields: f }, there) => {
    const id = f.in || f.undo;
    if (!id) return f.code ? 0 : Number(f.heads) || 1;
    const was = Boolean(there.get(id)), is = Boolean(f.in);
    there.set(id, is);
    return is - was;
  };
  const draw = () => {
    const there = new Map(here);
    present.textContent = kept.all().reduce((sum, act) => sum + apply(act, there), base);
    rows.forEach(row => set(row, Boolean(there.get(row.dataset.person))));
  };

  const say = () => {
    const n = kept.all().length, others = kept.others(), lines = [...refused].map(([name, why]) => `${notice.dataset.refused} ${why ? `${name}: ${why}` : name}`);
    const count = (n, one, many) => lines.push((n === 1 ? one : many).replace('{n}', n));
    if (other) lines.push(notice.dataset.other);
    else {
      if (signIn || out) lines.push(notice.dataset.signIn);
      if (n && (!sending || Date.now() - since > 2000)) count(n, notice.dataset.one, notice.dataset.many);
      if (others) count(others, notice.dataset.othersOne, notice.dataset.othersMany);
    }
    notice.hidden = !lines.length;
    notice.replaceChildren(...lines.map(line => Object.assign(document.createElement('p'), { textContent: line })));
    if (other) notice.append(Object.assign(document.createElement('a'), { href: action, textContent: notice.dataset.reload }));
  };
  // Where another account has signed in on this device, this page is nobody's: nothing can be pressed on it.
  const give = to => {
    if (other === to) return;
    other = to;
    document.querySelectorAll('main form button').forEach(b => { b.disabled = to; });
  };

  // Whoever has signed in again meanwhile has another token: it stands on the page, asked for anew. That page says whose it is.
  const renew = async () => {
    const answer = await fetch(action, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(PATIENCE) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const field = page.querySelector('form[data-door] [name=_csrf]'), whose = page.querySelector('[data-door-waiting]');
    give(Boolean(whose) && whose.dataset.account !== account);
    if (field && !other) token = field.value;
    return Boolean(field) && !other;
  };
  const post = act => fetch(action, {
    method: 'POST',
    body: new URLSearchParams({ ...act.fields, ...(act.late ? { at: act.at } : {}), key: act.key, account, script: 'si', _csrf: token }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  // The page is shown again when there is no network: a worker keeps it, with the files it is made of, as it stands once what was done
  // here and at the other doors is known.
  let worker, files;
  const keepPage = async () => {
    try {
      worker ??= navigator.serviceWorker.register(notice.dataset.worker, { scope: own }).then(() => navigator.serviceWorker.ready);
      const { active } = await worker;
      files ??= performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('/static/'));
      active.postMessage({ files });
      due(term());
    } catch { /* A browser without it shows the page while there is network. */ }
  };
  // The whole list is large: asked for at most once a minute, but for what this device did itself.
  let keeping, keptAt = 0;
  const keepAnew = (soon = false) => {
    if (keeping && soon) keeping = clearTimeout(keeping);
    keeping ??= setTimeout(() => {
      keeping = undefined;
      keptAt = Date.now();
      keepPage();
    }, soon ? 3000 : Math.max(3000, keptAt + 60000 - Date.now()));
  };

  // What the other doors did, every few seconds. An answer that was on its way while something was sent from here is not of use: it
  // may not know of it yet.
  const EVERY = 4000;
  let next, asking = false, failed = 0, sent = 0;
  const joined = html => {
    const row = Object.assign(document.createElement('template'), { innerHTML: html }).content.firstElementChild;
    const old = rows.find(r => r.dataset.person === row.dataset.person);
    const said = e => e.querySelector('.queue-title').textContent;
    if (old && said(old) === said(row)) {
      old.querySelector('.queue-meta').textContent = row.querySelector('.queue-meta').textContent;
      return;
    }
    if (old) old.remove();
    rows = rows.filter(r => r !== old);
    const after = rows.find(r => r.dataset.name > row.dataset.name);
    if (after) after.before(row);
    else list.querySelector('ol').append(row);
    rows = [...list.querySelectorAll('li[data-person]')];
    document.querySelectorAll('[data-door-none]').forEach(p => p.remove());
    nobody.hidden = true;
  };
  // Whoever gave their place up is not looked for any more; whose row had the keyboard goes on looking.
  const goes = id => {
    const row = rows.find(r => r.dataset.person === id);
    if (!row) return;
    const had = row.contains(document.activeElement);
    row.remove();
    here.delete(id);
    rows = rows.filter(r => r !== row);
    if (had && find) find.elements.nome.focus();
  };
  const news = said => {
    ({ mark, present: base } = said);
    said.gone.forEach(goes);
    for (const { id, here: is, row } of said.people) {
      here.set(id, is);
      joined(row);
    }
    shrink();
    draw();
    document.querySelectorAll('[data-door-tables] li').forEach((li, n) => { li.textContent = said.tables[n]; });
    if (!pressed && !last.contains(document.activeElement)) last.innerHTML = said.last;
  };
  const hear = async () => {
    clearTimeout(next);
    if (asking || sending) return;
    asking = true;
    const before = sent;
    let wait = document.hidden ? EVERY * 5 : EVERY;
    try {
      const answer = await fetch(`${notice.dataset.news}?segno=${mark}&di=${account}`, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(10000) });
      const was = out;
      out = answer.type === 'opaqueredirect' || (answer.status === 403 && !await renew());
      // Who may not see the list does not keep it; who may again does. Where somebody else has signed in, what is kept is theirs.
      if (out && !other) forgetPage(own);
      else if (was) keepPage();
      if (answer.status === 200) {
        const said = await answer.json();
        if (before === sent && !sending) {
          news(said);
          keepAnew();
        } else wait = 0;
      }
      if (![200, 204].includes(answer.status) && !out) throw answer.status;
      failed = 0;
    } catch {
      failed = Math.min(failed + 1, 3);
      wait *= failed + 1;
    }
    asking = false;
    say();
    next = setTimeout(hear, wait);
  };
  // What was refused is said with its reason; who was typed stands in the form again, unless somebody else is being typed.
  const walk = document.querySelector('[data-door-walk-in] form');
  const why = async answer => {
    if (/json/.test(answer.headers.get('content-type'))) return (await answer.json()).why;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html'), said = page.querySelector('main p');
    return said ? said.textContent.replace(/\s+/g, ' ').trim() : '';
  };
  const giveBack = (act, reason) => {
    refused.set(act.name, reason);
    if (!walk || !act.fields.name || walk.elements.name.value) return;
    for (const [name, value] of Object.entries(act.fields)) {
      const field = walk.elements.namedItem(name);
      if (field && field.type === 'checkbox') field.checked = true;
      else if (field) field.value = value;
    }
  };
  const flush = async () => {
    if (sending) return;
    sending = true;
    since = Date.now();
    const telling = setTimeout(say, 2500);
    sent += 1;
    clearTimeout(timer);
    let act, left = 0;
    try {
      while ((act = kept.all()[0])) {
        let answer = await post(act);
        if (answer.status === 403 && await renew()) answer = await post(act);
        signIn = answer.status === 403 && !other;
        if (answer.status === 403 || answer.status === 429 || answer.status >= 500) throw answer.status;
        if (!answer.ok) giveBack(act, await why(answer));
        else {
          refused.delete(act.name);
          const { known, already, note } = await answer.json();
          if (act.fields.code) tell(read.dataset.found);
          if (already && !act.late) tell(already);
          // About an address that was left: said also of what is sent late.
          if (note) tell(note);
          // What the server had taken before may stand in its number already: it is asked for anew.
          if (known) mark = '';
          else base += apply(act, here);
        }
        kept.drop(act.store);
        left += 1;
      }
    } catch {
      // Whatever waits was done before it is sent: each keeps the instant it was done at.
      for (const waits of kept.all()) kept.put({ ...waits, store: undefined, late: true });
      timer = setTimeout(flush, 10000);
    }
    sending = false;
    clearTimeout(telling);
    say();
    draw();
    clearTimeout(next);
    if (left) keepAnew(true);
    if (left) hear();
    else next = setTimeout(hear, EVERY);
  };
  const done = (fields, name) => {
    const act = { key: made(), name, fields, at: Date.now() + ahead, until: Number(notice.dataset.until) };
    kept.put(act);
    draw();
    flush();
  };

  list.addEventListener('submit', e => {
    const button = e.submitter;
    if (!button || !button.name) return;
    e.preventDefault();
    const row = button.closest('li');
    // A double click is one press: the second would find the button that undoes the first.
    if (row && e.timeStamp - (row.pressed || -1e9) < 500) return;
    if (row) row.pressed = e.timeStamp;
    done({ [button.name]: button.value }, row ? row.querySelector('.queue-title').textContent : button.value);
  });
  // The same button stands beside the last entrances, in forms of their own.
  const last = document.querySelector('[data-door-last]');
  let pressed = false;
  if (last) {
    last.addEventListener('pointerdown', () => { pressed = true; });
    for (const over of ['pointerup', 'pointercancel']) addEventListener(over, () => { setTimeout(() => { pressed = false; }, 400); });
    last.addEventListener('submit', e => {
      const button = e.submitter;
      if (!button || button.name !== 'undo') return;
      e.preventDefault();
      const row = rows.find(r => r.dataset.person === button.value);
      button.disabled = true;
      done({ undo: button.value }, row ? row.querySelector('.queue-title').textContent : button.textContent);
    });
  }
  if (walk) walk.addEventListener('submit', e => {
    e.preventDefault();
    const { _csrf, _once, key, ...fields } = Object.fromEntries(new FormData(walk));
    done(fields, fields.name);
    walk.reset();
    walk.elements.name.focus();
  });

  const plain = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  // Of an organisation that is known the category is shown; what was chosen by hand stays.
  if (walk) {
    const { organisation, category } = walk.elements;
    let told = '';
    organisation.addEventListener('input', () => {
      const name = plain(organisation.value);
      const known = name && [...walk.querySelectorAll('datalist option')].find(o => plain(o.value) === name);
      if (category.value !== told) return;
      told = known ? known.dataset.category : '';
      category.value = told;
    });
    walk.addEventListener('reset', () => { told = ''; });
  }

  // The list shrinks to the words that begin with what is typed.
  const find = document.querySelector('[data-door-find]'), nobody = document.querySelector('[data-door-not-found]');
  const shrink = () => {
    if (!find) return;
    const typed = plain(find.elements.nome.value);
    rows.forEach(row => { row.hidden = !` ${row.dataset.name}`.includes(` ${typed}`); });
    nobody.hidden = !rows.length || rows.some(row => !row.hidden);
  };
  if (find) {
    find.addEventListener('input', shrink);
    find.addEventListener('submit', e => {
      e.preventDefault();
      const left = rows.filter(row => !row.hidden);
      if (left.length === 1) left[0].querySelector('button').focus();
    });
    shrink();
  }

  // A code that a camera read without network: the worker shows this page at the code's address. The page holds of each code only a
  // mark; whom it does not know the server will. The address is left, so that a page loaded again reads nothing twice.
  const read = document.querySelector('[data-door-read]');
  const tell = line => {
    read.hidden = false;
    read.replaceChildren(Object.assign(document.createElement('p'), { className: 'notice-title', textContent: line }));
    read.scrollIntoView({ block: 'nearest' });
  };
  const marked = async code => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
    return [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('').slice(0, 16);
  };
  const readCode = async () => {
    const code = location.pathname.startsWith(`${own}/`) ? location.pathname.slice(own.length + 1) : '';
    if (!code) return;
    history.replaceState(null, '', own);
    if (!/^[0-9a-f]{1,64}$/.test(code)) return;
    let row;
    try {
      const mark = await marked(code);
      row = rows.find(r => r.dataset.code === mark);
    } catch { /* A browser that computes no digest here: the server tells whose it is. */ }
    if (!row) {
      done({ code }, read.dataset.code.replace('{code}', code));
      return tell(read.dataset.unknown);
    }
    const name = row.querySelector('.queue-title').textContent, button = row.querySelector('button');
    const here = button.name === 'undo';
    if (!here) done({ in: button.value }, name);
    return tell((here ? read.dataset.already : read.dataset.known).replace('{name}', name));
  };

  draw();
  addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) hear(); });
  readCode().then(flush).then(hear);
  keepPage();
}
