// Ascolto's only script. It adds to pages that work without it; README.md lists the attributes it reads.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = id => (id ? document.getElementById(id) : null);
const lang = document.documentElement.lang || 'it';

// What went wrong comes first.
const summary = document.querySelector('[data-error-summary]');
if (summary) summary.focus();

// A table of contents that is open where there is room for it.
if (matchMedia('(min-width: 992px)').matches) all('details[data-open-wide]').forEach(d => { d.open = true; });

// On a phone the rooms of a process are a row that scrolls: the one we are in comes into sight.
all('.nav-tabs .active').forEach(tab => {
  const row = tab.closest('.nav-tabs'), [a, b] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
  if (b.right > a.right) row.scrollLeft = b.left - a.left - (a.width - b.width) / 2;
});

// Time left, in the page's language. The server's words stay where there is nothing better to say.
const unit = (n, name) => new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'long' }).format(n);
function left(ms) {
  const s = Math.ceil(ms / 1000), d = Math.floor(s / 86400), h = Math.floor(s / 3600) % 24, m = Math.floor(s / 60) % 60;
  if (d > 1) return [unit(d, 'day'), ...(h && d < 8 ? [unit(h, 'hour')] : [])];
  if (s >= 3600) return [unit(d * 24 + h, 'hour'), ...(m ? [unit(m, 'minute')] : [])];
  if (s >= 600) return [unit(m, 'minute')];
  return m ? [unit(m, 'minute'), unit(s % 60, 'second')] : [unit(s, 'second')];
}
function tick(time) {
  const rest = Date.parse(time.dataset.countdown) - Date.now();
  if (!(rest > 0)) {
    if (rest <= 0 && time.dataset.ended) time.textContent = time.dataset.ended;
    return;
  }
  time.textContent = (time.dataset.left || '{t}').replace('{t}', left(rest).join(', '));
  setTimeout(tick, rest > 660000 ? 15000 : 1000, time);
}
all('time[data-countdown]').forEach(tick);

// The words marked in a passage, as offsets in Unicode scalar values of the source's text.
const chars = text => [...text].length;
document.addEventListener('selectionchange', () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const marked = selection.getRangeAt(0);
  const source = all('[data-excerpt-source]').find(node => marked.intersectsNode(node));
  if (!source) return;
  // A triple click ends in the element after: what lies outside the source does not count.
  const range = document.createRange(), before = document.createRange();
  range.selectNodeContents(source);
  before.selectNodeContents(source);
  if (marked.compareBoundaryPoints(Range.START_TO_START, range) > 0) range.setStart(marked.startContainer, marked.startOffset);
  if (marked.compareBoundaryPoints(Range.END_TO_END, range) < 0) range.setEnd(marked.endContainer, marked.endOffset);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString(), quote = words.trim();
  if (!quote) return;
  const start = chars(before.toString()) + chars(words) - chars(words.trimStart());
  const fill = (id, value) => {
    const field = byId(id);
    if (field && field.value !== String(value)) {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  fill(source.dataset.start, start);
  fill(source.dataset.end, start + chars(quote));
  fill(source.dataset.quote, quote);
  const show = byId(source.dataset.show);
  if (show) {
    show.textContent = quote;
    show.hidden = false;
  }
});

// How much may still be written: said when the typing pauses.
for (const p of all('[data-count-for]')) {
  const area = byId(p.dataset.countFor);
  if (!area || !(area.maxLength > 0)) continue;
  p.setAttribute('aria-live', 'polite');
  let timer;
  const say = () => {
    const n = area.maxLength - area.value.length;
    const words = n === 1 ? p.dataset.one : p.dataset.many;
    if (words) p.textContent = words.replace('{n}', n.toLocaleString(lang));
  };
  area.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(say, 500);
  });
  if (area.value) say();
}

// Questions to be answered one after the other: while one has the focus, the key written on a button presses it, and J and K
// go to the next and the one before. Keys do nothing elsewhere (WCAG 2.1.4).
const questions = all('[data-question]');
if (questions.length) {
  all('[data-keys-help]').forEach(p => { p.hidden = false; });
  const go = section => section && (section.focus({ preventScroll: true }), section.scrollIntoView({ block: 'start' }));
  if (!summary) (byId(location.hash.slice(1)) || questions[0]).focus({ preventScroll: true });
  document.addEventListener('keydown', e => {
    const at = questions.findIndex(q => q.contains(document.activeElement));
    if (at < 0 || e.ctrlKey || e.altKey || e.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
    const button = all('[data-key]', questions[at]).find(b => b.dataset.key === e.key);
    const step = { j: 1, k: -1 }[e.key.toLowerCase()];
    if (!button && !step) return;
    e.preventDefault();
    if (button) button.click();
    else go(questions[at + step]);
  });
}

// Drafts stay in this browser for a week. Storage may be refused: then nothing is kept, and nothing breaks.
const WEEK = 6048e5, PREFIX = 'ascolto.draft.';
const store = work => {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
};
// What doors and minutes keep here has a term (keeping.js): once it is over, whatever page comes next throws it away.
if (store(s => s['ascolto.until'] < Date.now())) {
  document.head.append(Object.assign(document.createElement('script'), { src: document.currentScript.src.replace('ascolto.js', 'scaduti.js') }));
}
const drafts = s => Object.keys(s).filter(k => k.startsWith(PREFIX));
const isText = f => f.name && !f.closest('[data-keep-not]') && !/^(hidden|password|file|submit|button|reset|image)$/.test(f.type) && f.tagName !== 'BUTTON' && f.tagName !== 'FIELDSET' && f.tagName !== 'OUTPUT';
const isBox = f => f.type === 'checkbox' || f.type === 'radio';
store(s => drafts(s).forEach(k => {
  let at = 0;
  try { at = JSON.parse(s[k]).at; } catch { /* not ours: forget it */ }
  if (!(Date.now() - at < WEEK)) s.removeItem(k);
}));
for (const mark of all('[data-kept-clear]')) {
  const key = mark.dataset.keptClear;
  store(s => (key === '*' ? drafts(s) : [PREFIX + key]).forEach(k => s.removeItem(k)));
}
for (const form of all('form[data-keep]')) {
  const key = () => PREFIX + form.dataset.keep;
  const fields = () => [...form.elements].filter(isText);
  const value = f => (isBox(f) ? f.checked : f.value);
  const id = f => (isBox(f) ? `${f.name}=${f.value}` : f.name);
  const notice = form.querySelector('[data-keep-notice]');
  const kept = store(s => JSON.parse(s.getItem(key())));
  if (kept && kept.fields && !summary) {
    let changed = false;
    for (const f of fields()) {
      const was = kept.fields[id(f)];
      if (was === undefined || was === value(f)) continue;
      if (isBox(f)) f.checked = was;
      else f.value = was;
      f.dispatchEvent(new Event('input', { bubbles: true }));
      changed = true;
    }
    if (notice && changed) notice.hidden = false;
  }
  let timer;
  const save = () => {
    clearTimeout(timer);
    store(s => s.setItem(key(), JSON.stringify({ at: Date.now(), fields: Object.fromEntries(fields().map(f => [id(f), value(f)])) })));
  };
  form.addEventListener('input', e => {
    if (!e.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(save, 400);
  });
  addEventListener('pagehide', () => { if (timer) save(); });
  const discard = form.querySelector('[data-keep-discard]');
  if (discard) discard.addEventListener('click', () => {
    clearTimeout(timer);
    timer = 0;
    store(s => s.removeItem(key()));
    form.reset();
    fields().forEach(f => f.dispatchEvent(new Event('input', { bubbles: true })));
    notice.hidden = true;
    const first = fields()[0];
    if (first) first.focus();
  });
}

// A passage of a plan while it is written: kept on the server when the typing pauses, with its preview. Where somebody else
// changed it meanwhile, no more is sent: the button shows both texts.
for (const box of all('[data-autosave]')) {
  const form = box.closest('form'), state = box.querySelector('[data-autosave-state]'), saw = form.elements.vista;
  let timer, busy = false, stopped = false, sent = '';
  const now = () => {
    const body = new URLSearchParams(new FormData(form));
    body.delete('_once');
    body.set('passo', 'da-solo');
    return body;
  };
  const say = words => { state.textContent = words || ''; };
  const send = async () => {
    const body = now(), text = body.get('text');
    if (busy || stopped || form.getAttribute('aria-busy') === 'true') return;
    busy = true;
    let wait;
    try {
      const answer = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(15000) });
      // Who is signed out is led to a page to sign in, which is no answer either.
      const said = answer.ok && answer.headers.get('content-type')?.includes('json') && await answer.json();
      if (said) {
        if (said.preview) all('[data-preview]').forEach(pane => { pane.innerHTML = said.preview; });
        if (said.revision) {
          saw.value = said.revision;
          say(box.dataset.saved);
          // What is kept in the browser belongs to a revision: it is never laid over what somebody else wrote since.
          store(s => s.removeItem(PREFIX + form.dataset.keep));
          form.dataset.keep = form.dataset.keep.replace(/\d+$/, said.revision);
          if (form.elements.text.value !== text) later();
        }
      } else {
        stopped = answer.status === 409;
        say(stopped ? box.dataset.changed : box.dataset.unsaved);
      }
    } catch {
      // No network, or one that hangs: it is tried again, whether or not more is typed.
      say(box.dataset.unsaved);
      wait = 9000;
    }
    busy = false;
    if (wait || sent !== form.elements.text.value) later(wait);
  };
  const later = wait => {
    clearTimeout(timer);
    sent = form.elements.text.value;
    timer = setTimeout(send, wait || 3000);
  };
  form.addEventListener('input', () => later());
  form.addEventListener('submit', () => clearTimeout(timer));
}

// One press, one request; never a form that cannot be sent again.
const free = form => form.removeAttribute('aria-busy');
document.addEventListener('submit', e => {
  const form = e.target;
  if (form.method !== 'post' || 'busyNot' in form.dataset || e.defaultPrevented) return;
  if (form.getAttribute('aria-busy') === 'true') return e.preventDefault();
  form.setAttribute('aria-busy', 'true');
  setTimeout(free, 8000, form);
});
addEventListener('pageshow', () => all('form[aria-busy]').forEach(free));
