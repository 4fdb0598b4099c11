// The page of a session: its parts, and its words.
export const root = document.querySelector('[data-minutes]');
export const find = (what, from = root) => from.querySelector(what);
export const each = (what, from = root) => [...from.querySelectorAll(what)];
export const say = (key, n) => find(`[data-word="${key}"]`).textContent.replace('{n}', n);
export const template = name => find(`template[data-template="${name}"]`).content.firstElementChild.cloneNode(true);
export const list = find('[data-minutes-list]');
export const place = find('[data-groups]');
export const removedBox = find('[data-removed]');
export const under = find('#f-under');
export const entry = find('[data-entry] form');

// For those who hear the page: what happened, said once.
const voice = document.createElement('p');
voice.className = 'visually-hidden';
voice.setAttribute('aria-live', 'polite');
root.append(voice);
export const announce = text => { voice.textContent = text; };

export function show(key) {
  const e = document.getElementById(`r-${key}`);
  if (e) e.focus();
}
