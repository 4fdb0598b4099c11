// The minutes of a table, kept where there is little network. Whatever is done is kept in this browser at once, shown at once,
// and sent in order when it can be; each act has a key of its own, so that it counts once however often it is sent. What others
// write comes with the answers. The page works without this script: what it adds is speed, and not losing anything.
import { entry, root } from './verbale/page.js';
import { elsewhere } from './verbale/kept.js';
import { draw, order } from './verbale/draw.js';
import { sync, wake } from './verbale/sync.js';
import { unstick } from './verbale/stuck.js';
import './verbale/entry.js';
import './verbale/order.js';
import './verbale/drag.js';
import './verbale/timer.js';
import { keepPage } from './verbale/offline.js';

root.dataset.live = '';
addEventListener('online', wake);
document.addEventListener('visibilitychange', () => { if (!document.hidden) sync(); });
elsewhere(draw);
draw();
unstick();
// What was said last stands above the field that takes what is said next.
if (entry && order.length && !location.hash) entry.scrollIntoView({ block: 'end' });
sync();
keepPage();
