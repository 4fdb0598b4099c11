// The field that takes what is said.
import { announce, entry, find, say, show } from './page.js';
import { drop, get, put } from './kept.js';
import { act } from './sync.js';
import { elements } from './draw.js';

let mending = null;
/// Opens a line for mending; nothing where the minutes cannot be written.
export let mend = null;
if (entry) {
  const field = find('#f-text'), who = find('#f-who'), objective = find('#f-objective'), leave = find('[data-leave]');
  const kind = () => (entry.elements.kind ? entry.elements.kind.value : 'need');
  const draft = get('draft');
  if (draft && !field.value) field.value = draft;
  field.addEventListener('input', () => { if (!mending) put('draft', field.value); });
  const mode = line => {
    mending = line;
    find('[data-mending]').hidden = !line;
    leave.hidden = !line;
    find('[data-adding]', entry).hidden = Boolean(line);
    find('[data-saving]', entry).hidden = !line;
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
    field.value = get('draft') || '';
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
