// What is left: of the session once it has begun, or of a round of so many minutes. Its last minute and its end are said to those who
// hear the page.
import { announce, find, say } from './page.js';
import { ahead, drop, get, put } from './kept.js';

const box = find('[data-timer]'), clock = find('.minutes-clock', box);
box.hidden = false;
let before;
function tick() {
  const begun = !box.dataset.starts || Date.now() + ahead >= Date.parse(box.dataset.starts);
  const ends = get('timer') || (begun && box.dataset.ends ? Date.parse(box.dataset.ends) : 0);
  const s = Math.round((ends - Date.now() - ahead) / 1000), over = Math.abs(s);
  const far = !ends || s < -3600 || s > 6 * 3600;
  if (before > 60 && s <= 60 && s > 0) announce(say('timer-minute'));
  else if (before > 0 && s <= 0) announce(say('timer-over'));
  before = far ? undefined : s;
  const text = far ? '–:––' : `${s < 0 ? '+' : ''}${Math.floor(over / 60)}:${String(over % 60).padStart(2, '0')}`;
  if (clock.textContent !== text) clock.textContent = text;
  clock.classList.toggle('minutes-clock-over', !far && s < 0);
}
box.addEventListener('click', e => {
  const n = e.target.closest('[data-minutes-of]');
  if (!n) return;
  const minutes = Number(n.dataset.minutesOf);
  if (minutes) put('timer', Date.now() + ahead + minutes * 60000);
  else drop('timer');
  before = undefined;
  tick();
  announce(minutes ? say('timer-start', minutes) : say('timer-stop'));
});
setInterval(tick, 1000);
tick();
