// The minutes of a table, kept where there is little network. Whatever is done is kept in this browser at once, shown at once,
// and sent in order when it can be; each act has a key of its own, so that it counts once however often it is sent. What others
// write comes with the answers. The page works without this script: what it adds is speed, and not losing anything.
const root = document.querySelector('[data-minutes]');
if (root) minutes(root);

function minutes(root) {
  const find = (what, from = root) => from.querySelector(what);
  const each = (what, from = root) => [...from.querySelectorAll(what)];
  const say = (key, n) => find(`[data-word="${key}"]`).textContent.replace('{n}', n);
  const list = find('[data-minutes-list]'), place = find('[data-groups]'), none = find('[data-none]');
  const state = find('[data-state]'), removedBox = find('[data-removed]'), under = find('#f-under');
  const entry = find('[data-entry] form'), stuckBox = find('[data-stuck]');
  const template = name => find(`template[data-template="${name}"]`).content.firstElementChild.cloneNode(true);
  root.dataset.live = '';
  // Whether everything is safe is read where one writes.
  if (entry) entry.before(state);

  // What is kept: one entry for each act, so that two windows on the same table do not write over each other.
  const NAME = `ascolto.minutes.${root.dataset.session}.${root.dataset.account}.`;
  const memory = new Map();
  let kept = true;
  const disk = work => {
    try { return work(localStorage); } catch { kept = false; return null; }
  };
  const put = (name, value) => { memory.set(name, value); disk(s => s.setItem(NAME + name, JSON.stringify(value))); };
  const drop = name => { memory.delete(name); disk(s => s.removeItem(NAME + name)); };
  disk(s => Object.keys(s).filter(k => k.startsWith(NAME)).forEach(k => {
    try { memory.set(k.slice(NAME.length), JSON.parse(s[k])); } catch { s.removeItem(k); }
  }));
  const all = prefix => [...memory.keys()].filter(k => k.startsWith(prefix)).sort().map(k => memory.get(k));
  const queue = () => all('q.');
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

  // The server's clock, as far as this device knows it; no two acts of a device are of one instant.
  let ahead = Number(root.dataset.now) - Date.now();
  const instant = () => {
    const at = Math.max(Math.round(Date.now() + ahead), (memory.get('last') || 0) + 1);
    put('last', at);
    return at;
  };

  const lines = new Map();
  let changes = Number(root.dataset.changes), csrf = root.dataset.csrf;
  JSON.parse(root.dataset.lines).forEach(l => lines.set(l.key, l));

  function act(what) {
    const at = instant(), key = fresh();
    const one = { key, at, ...what };
    put(`q.${String(at).padStart(16, '0')}.${key}`, one);
    draw();
    sync();
    return key;
  }
  const forget = key => [...memory.keys()].filter(k => k.startsWith('q.') && k.endsWith(key)).forEach(drop);

  // Everything there is, in order: what the server said, and on top of it what it has not heard yet.
  const before = (a, b) => a.position - b.position || (a.key < b.key ? -1 : 1);
  function standing() {
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
  const kindOf = kind => say(`kind-${kind}`);
  function groups(order) {
    const there = order.filter(l => !l.removed);
    const headings = there.filter(l => l.kind === 'heading');
    const headed = l => (headings.some(h => h.key === l.heading) ? l.heading : '');
    const said = there.filter(l => l.kind !== 'heading');
    return [...headings.map(h => ({ key: h.key, heading: h, lines: said.filter(l => headed(l) === h.key) })),
      { key: '', heading: null, lines: said.filter(l => !headed(l)) }];
  }

  // Drawing: each line has its element as long as it is there, and only what differs is written.
  const elements = new Map(), drawn = new Map();
  let order = [];
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

  function draw() {
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

  let trouble = '';
  function status() {
    const n = queue().length;
    const parts = [n ? say(n === 1 ? 'waiting-one' : 'waiting-many', n) : say('saved')];
    if (trouble) parts.push(say(trouble));
    if (!kept) parts.push(say('unkept'));
    const text = parts.join(' ');
    if (state.textContent !== text) state.textContent = text;
    state.className = `minutes-state${trouble ? ' minutes-state-off' : n ? ' minutes-state-waiting' : ''}`;
    const link = find('[data-sign-in]', state.parentElement);
    if (trouble === 'sign-in' && !link) {
      const a = document.createElement('a');
      a.href = `/accedi?ritorno=${encodeURIComponent(location.pathname)}`;
      a.textContent = say('sign-in');
      a.dataset.signIn = '';
      state.after(a);
    } else if (trouble !== 'sign-in' && link) link.remove();
  }

  // Sending and asking: one at a time, in order, as much as fits one request.
  const RATE = 3000;
  let busy = false, again, wait = 0, token = false;
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
      if (!acts.length) return await fetch(`${root.dataset.minutes}?da=${changes}${token ? '&token=si' : ''}`, options);
      const body = new URLSearchParams({ _csrf: csrf, since: changes, acts: JSON.stringify(acts) });
      return await fetch(root.dataset.minutes, { ...options, method: 'POST', body });
    } finally {
      clearTimeout(timer);
    }
  }
  async function sync() {
    clearTimeout(again);
    if (busy) return;
    busy = true;
    let next = document.hidden ? RATE * 5 : RATE;
    const acts = token ? [] : batch();
    try {
      const answer = await ask(acts);
      if (answer.type === 'opaqueredirect') {
        trouble = 'sign-in';
        next = RATE * 2;
      } else if (answer.status === 403) {
        // The token may be of a session that ended: ask for another one, once.
        trouble = token ? 'denied' : trouble;
        next = token ? RATE * 5 : 0;
        token = true;
      } else if (answer.status === 204) {
        trouble = '';
        if (queue().length) next = 0;
      } else if (answer.ok) {
        hear(await answer.json());
        trouble = '';
        if (queue().length) next = 0;
      } else {
        trouble = 'not-sent';
        next = Math.max(Number(answer.headers.get('retry-after')) * 1000 || 0, RATE);
      }
      wait = 0;
    } catch {
      trouble = 'offline';
      wait = Math.min(wait * 2 || 1500, 12000);
      next = wait;
    }
    busy = false;
    status();
    again = setTimeout(sync, next);
  }
  function hear(said) {
    ahead = said.now - Date.now();
    if (said.csrf) { csrf = said.csrf; token = false; }
    for (const d of said.done) {
      const a = queue().find(q => q.key === d.key);
      forget(d.key);
      if (a && d.is !== 'done') put(`s.${d.key}`, { act: a, is: d.is, why: d.why, line: d.line });
    }
    const mine = new Set(said.done.map(d => d.key));
    const came = said.lines.filter(l => !lines.has(l.key) && !mine.has(l.key) && !l.removed && !elements.has(`line ${l.key}`));
    said.lines.forEach(l => lines.set(l.key, l));
    changes = said.changes;
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

  // For those who hear the page: what happened, said once.
  const voice = document.createElement('p');
  voice.className = 'visually-hidden';
  voice.setAttribute('aria-live', 'polite');
  root.append(voice);
  const announce = text => { voice.textContent = text; };

  // What was not done is shown with what stands instead: nothing typed is thrown away by us.
  function unstick() {
    const stuck = [...memory.keys()].filter(k => k.startsWith('s.'));
    if (stuckBox.dataset.shown === stuck.join()) return;
    stuckBox.dataset.shown = stuck.join();
    stuckBox.replaceChildren(...stuck.map(name => {
      const { act: a, is, why, line } = memory.get(name);
      const box = document.createElement('div'), said = document.createElement('p'), words = document.createElement('div');
      box.className = 'notice notice-warning';
      said.textContent = is === 'overtaken' ? `${say('overtaken')} ${line.writer}.` : `${say('refused')} ${why || ''}`;
      box.append(said);
      const quote = text => {
        const q = document.createElement('blockquote');
        q.textContent = text;
        box.append(q);
      };
      if (line) quote(line.text);
      if (a.text) quote(a.text);
      const button = (key, work) => {
        const b = document.createElement('button');
        b.type = 'button';
        b.className = 'btn btn-outline-primary';
        b.textContent = find(`[data-word="${key}"]`).textContent;
        b.addEventListener('click', () => { drop(name); work(); unstick(); });
        words.append(b, ' ');
      };
      words.className = 'minute-acts';
      if (is === 'overtaken') {
        const { key, at, ...again } = a;
        button(a.text ? 'use-mine' : 'remove-anyway', () => act({ ...again, revision: line.revision }));
        button('keep-theirs', () => {});
      } else {
        if (a.text && a.act === 'add') button('write-again', () => { find('#f-text').value = a.text; find('#f-text').focus(); });
        button('let-go', () => {});
      }
      box.append(words);
      return box;
    }));
  }

  // The field that takes what is said.
  let mending = null, mend = null;
  if (entry) {
    const field = find('#f-text'), who = find('#f-who'), objective = find('#f-objective'), leave = find('[data-leave]');
    const kind = () => (entry.elements.kind ? entry.elements.kind.value : 'need');
    const draft = memory.get('draft');
    if (draft && !field.value) field.value = draft;
    field.addEventListener('input', () => { if (!mending) put('draft', field.value); });
    const mode = line => {
      mending = line;
      find('[data-mending]').hidden = !line;
      leave.hidden = !line;
      entry.classList.toggle('minutes-heading-only', Boolean(line && line.kind === 'heading'));
    };
    mend = line => {
      mode(line);
      field.value = line.text;
      const known = [...who.options].some(o => o.value === line.who);
      if (!known && line.who) who.append(new Option(line.name, line.who));
      who.value = line.who || '';
      objective.value = line.objective || '';
      const radio = entry.querySelector(`[name="kind"][value="${line.kind}"]`);
      if (radio) radio.checked = true;
      field.focus();
    };
    const stop = () => {
      const was = mending;
      mode(null);
      field.value = memory.get('draft') || '';
      who.value = '';
      if (was) show(was.key);
    };
    leave.addEventListener('click', stop);
    entry.addEventListener('keydown', e => { if (e.key === 'Escape' && mending) stop(); });
    entry.addEventListener('submit', e => {
      e.preventDefault();
      const text = field.value.replace(/\s+/g, ' ').trim();
      if (!text) return field.focus();
      const words = { kind: mending && mending.kind === 'heading' ? 'heading' : kind(), text, who: who.value, objective: objective.value.trim() };
      if (mending) {
        act({ act: 'mend', line: mending.key, revision: mending.revision, ...words });
        stop();
      } else {
        drop('draft');
        const key = act({ act: 'add', ...words });
        field.value = '';
        who.value = '';
        announce(`${say('added')} ${text}`);
        const e = elements.get(`line ${key}`);
        if (e) e.scrollIntoView({ block: 'nearest' });
        field.focus({ preventScroll: true });
      }
    });
  }
  function show(key) {
    const e = document.getElementById(`r-${key}`);
    if (e) e.focus();
  }

  // The buttons of the lines.
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

  // Dragging, by finger or mouse: the line goes before the one it is let go on, under that one's heading.
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

  // What is left: of the session, or of a round of so many minutes.
  const box = find('[data-timer]'), clock = find('.minutes-clock', box);
  box.hidden = false;
  function tick() {
    const ends = memory.get('timer') || (box.dataset.ends ? Date.parse(box.dataset.ends) : 0);
    const s = Math.round((ends - Date.now() - ahead) / 1000), over = Math.abs(s);
    const far = !ends || s < -3600 || s > 6 * 3600;
    const text = far ? '–:––' : `${s < 0 ? '+' : ''}${Math.floor(over / 60)}:${String(over % 60).padStart(2, '0')}`;
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle('minutes-clock-over', !far && s < 0);
  }
  box.addEventListener('click', e => {
    const n = e.target.closest('[data-minutes-of]');
    if (!n) return;
    if (Number(n.dataset.minutesOf)) put('timer', Date.now() + ahead + Number(n.dataset.minutesOf) * 60000);
    else drop('timer');
    tick();
  });
  setInterval(tick, 1000);
  tick();

  addEventListener('online', () => { wait = 0; sync(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) sync(); });
  addEventListener('storage', e => {
    if (!e.key || !e.key.startsWith(NAME)) return;
    const name = e.key.slice(NAME.length);
    if (e.newValue === null) memory.delete(name);
    else memory.set(name, JSON.parse(e.newValue));
    draw();
  });
  draw();
  unstick();
  // What was said last stands above the field that takes what is said next.
  if (entry && order.length && !location.hash) entry.scrollIntoView({ block: 'end' });
  sync();
}
