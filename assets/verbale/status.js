// Whether everything is safe, in words.
import { entry, find, say } from './page.js';
import { keeps, queue } from './kept.js';

const state = find('[data-state]');
// Whether everything is safe is read where one writes.
if (entry) entry.before(state);

let trouble = '';
export const suffer = what => { trouble = what; };
export const suffers = () => trouble;
export function status() {
  const n = queue().length;
  const parts = [n ? say(n === 1 ? 'waiting-one' : 'waiting-many', n) : say('saved')];
  if (trouble) parts.push(say(trouble));
  if (!keeps()) parts.push(say('unkept'));
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
