// What is left: of the session once it has begun, or of a round of so many minutes.
import { find } from './page.js';
import { ahead, drop, get, put } from './kept.js';

const box = find('[data-timer]'), clock = find('.minutes-clock', box);
box.hidden = false;
function tick() {
  const begun = !box.dataset.starts || Date.now() + ahead >= Date.parse(box.dataset.starts);
  const ends = get('timer') || (begun && box.dataset.ends ? Date.parse(box.dataset.ends) : 0);
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
