// What was not done is shown with what stands instead: nothing typed is thrown away by us.
import { find, say } from './page.js';
import { drop, get, names } from './kept.js';
import { act } from './sync.js';

const stuckBox = find('[data-stuck]');
export function unstick() {
  if (!stuckBox) return;
  const stuck = names('s.');
  if (stuckBox.dataset.shown === stuck.join()) return;
  stuckBox.dataset.shown = stuck.join();
  stuckBox.replaceChildren(...stuck.map(name => {
    const { act: a, is, why, line } = get(name);
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
