// The door, faster and without network: loaded on the door's pages only, which work without it. What is done is kept in this
// browser under a key of its own until the server has taken it, so that it arrives once, however often it is sent.
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
        const act = { key: body.get('key'), name: now.dataset.sendNow, fields: { [button.name]: button.value }, at: Date.now(), late: true };
        localStorage.setItem(`ascolto.porta.${pathname}.${act.key}`, JSON.stringify(act));
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
  const action = list.action, own = new URL(action).pathname, prefix = `ascolto.porta.${own}.`;
  const rows = [...document.querySelectorAll('li[data-person]')];
  const present = document.querySelector('[data-door-present]');
  // The server's clock as this page saw it: a device's own may be wrong.
  // A page that was kept for when there is no network does not say when it was made.
  const ahead = notice.dataset.now ? Number(notice.dataset.now) - Date.now() : 0;
  const refused = [], early = new Set();
  let token = list.querySelector('[name=_csrf]').value, sending = false, signIn = false, timer;

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
    },
    drop: store => {
      memory.delete(store);
      try { localStorage.removeItem(store); } catch { /* it was in memory */ }
    },
  };

  const count = n => { present.textContent = Number(present.textContent) + n; };
  const mark = (id, came) => {
    const row = rows.find(r => r.dataset.person === id);
    const button = row && row.querySelector('button');
    if (!button || (button.name === 'undo') === came) return;
    row.querySelector('[data-came]').hidden = !came;
    button.name = came ? 'undo' : 'in';
    button.className = came ? 'btn btn-link' : 'btn btn-primary';
    button.firstChild.textContent = came ? list.dataset.undo : list.dataset.in;
    count(came ? 1 : -1);
  };
  const heads = act => Number(act.fields.heads) || 1;
  const show = ({ fields: f }) => {
    if (f.in) mark(f.in, true);
    else if (f.undo) mark(f.undo, false);
    else if (!f.code) count(heads({ fields: f }));
  };

  const say = () => {
    const n = kept.all().length, lines = refused.map(name => `${notice.dataset.refused} ${name}`);
    if (signIn) lines.push(notice.dataset.signIn);
    if (n && !sending) lines.push((n === 1 ? notice.dataset.one : notice.dataset.many).replace('{n}', n));
    notice.hidden = !lines.length;
    notice.replaceChildren(...lines.map(line => Object.assign(document.createElement('p'), { textContent: line })));
  };

  // Whoever has signed in again meanwhile has another token: it stands on the page, asked for anew.
  const renew = async () => {
    const answer = await fetch(action, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const field = page.querySelector('form[data-door] [name=_csrf]');
    if (field) token = field.value;
    return Boolean(field);
  };
  const post = act => fetch(action, {
    method: 'POST',
    body: new URLSearchParams({ ...act.fields, ...(act.late ? { at: act.at } : {}), key: act.key, script: 'si', _csrf: token }),
  });
  // The page is shown again when there is no network: a worker keeps it, with the files it is made of, as it stands once what was done
  // has been sent.
  const keepPage = async () => {
    try {
      await navigator.serviceWorker.register(notice.dataset.worker, { scope: own });
      const { active } = await navigator.serviceWorker.ready;
      const files = performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('/static/'));
      active.postMessage({ page: own, files });
    } catch { /* A browser without it shows the page while there is network. */ }
  };
  const keepAnew = async () => {
    try {
      const answer = await fetch(action, { headers: { accept: 'text/html' }, redirect: 'manual' });
      if (answer.status === 200) await (await caches.open('ascolto-minutes')).put(own, answer);
    } catch { /* It is kept as it was. */ }
  };
  const flush = async () => {
    if (sending) return;
    sending = true;
    clearTimeout(timer);
    let act, left = 0;
    try {
      while ((act = kept.all()[0])) {
        let answer = await post(act);
        if (answer.status === 403 && await renew()) answer = await post(act);
        signIn = answer.status === 403;
        if (signIn || answer.status === 429 || answer.status >= 500) throw answer.status;
        if (!answer.ok) refused.push(act.name);
        else if (act.fields.code) tell(read.dataset.found);
        // What the server had taken already when this page was made stands in its number: it is not counted twice.
        else if (early.has(act.key) && (await answer.json()).known && !act.fields.in && !act.fields.undo) count(-heads(act));
        kept.drop(act.store);
        left += 1;
      }
    } catch {
      if (act) kept.put({ ...act, store: undefined, late: true });
      timer = setTimeout(flush, 10000);
    }
    sending = false;
    say();
    if (left) keepAnew();
  };
  const done = (fields, name) => {
    const act = { key: made(), name, fields, at: Date.now() + ahead };
    kept.put(act);
    show(act);
    flush();
  };

  list.addEventListener('submit', e => {
    const button = e.submitter;
    if (!button || !button.name) return;
    e.preventDefault();
    const row = button.closest('li');
    done({ [button.name]: button.value }, row ? row.querySelector('.queue-title').textContent : button.value);
  });
  const walk = document.querySelector('[data-door-walk-in] form');
  if (walk) walk.addEventListener('submit', e => {
    e.preventDefault();
    const { _csrf, _once, key, ...fields } = Object.fromEntries(new FormData(walk));
    done(fields, fields.name);
    walk.reset();
    walk.elements.name.focus();
  });

  // The list shrinks to the words that begin with what is typed.
  const find = document.querySelector('[data-door-find]');
  if (find) {
    const plain = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const shrink = () => {
      const typed = plain(find.elements.nome.value);
      rows.forEach(row => { row.hidden = !` ${row.dataset.name}`.includes(` ${typed}`); });
    };
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

  kept.all().forEach(act => { early.add(act.key); show(act); });
  addEventListener('online', flush);
  readCode().then(flush);
  keepPage();
}
