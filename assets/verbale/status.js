// Whether everything is safe, in words.
import { entry, find, list, say } from './page.js';
import { keeps, others, queue } from './kept.js';

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
  if (others && trouble !== 'other') parts.push(say(others === 1 ? 'others-one' : 'others-many', others));
  if (!keeps()) parts.push(say('unkept'));
  const text = parts.join(' ');
  if (state.textContent !== text) state.textContent = text;
  state.className = `minutes-state${trouble ? ' minutes-state-off' : n ? ' minutes-state-waiting' : ''}`;
  // Where another account has signed in on this device, this page is nobody's: nothing is written on it.
  for (const form of [entry, list]) if (form) form.inert = trouble === 'other';
  const way = { 'sign-in': ['sign-in', `/accedi?ritorno=${encodeURIComponent(location.pathname)}`], other: ['reload', location.pathname] }[trouble];
  const link = find('[data-way-on]', state.parentElement);
  if (link && (!way || link.dataset.wayOn !== trouble)) link.remove();
  if (!way || link?.isConnected) return;
  const a = document.createElement('a');
  a.href = way[1];
  a.textContent = say(way[0]);
  a.dataset.wayOn = trouble;
  state.after(a);
}
