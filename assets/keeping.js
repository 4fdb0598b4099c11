// What this browser keeps of doors and minutes, and until when: pages in a cache, what was read since beside them, acts that wait to be
// sent. Decision 0044 says why.
export const PAGES = 'ascolto-minutes';
const TERM = 12 * 3600e3, NEXT = 'ascolto.until';
// Storage may be refused, and a worker has none.
const store = work => { try { return work(localStorage); } catch { return undefined; } };

/// Until when what is read now is kept.
export const term = () => Date.now() + TERM;
/// Until when a page is kept.
export const ends = page => Date.parse(page.headers.get('date')) + TERM;
/// Something is kept until then: the first page of the site that is loaded afterwards throws it away (ascolto.js).
export const due = at => store(s => { if (!(s[NEXT] <= at)) s[NEXT] = at; });

/// Throws away the pages whose term is over; when that of the next one will be.
export async function sweepPages() {
  const now = Date.now();
  if (!await caches.has(PAGES)) return Infinity;
  const cache = await caches.open(PAGES);
  let next = Infinity;
  for (const key of await cache.keys()) {
    if (key.url.includes('/static/')) continue;
    const page = await cache.match(key), at = page ? ends(page) : Infinity;
    if (at > now) next = Math.min(next, at);
    else await cache.delete(key);
  }
  return next;
}

const untilOf = text => { try { return Number(JSON.parse(text).until) || Infinity; } catch { return Infinity; } };
const read = /^(ascolto\.minutes\.\d+\.\d*\.)(?:l\..*|heard|present|until)$/;
const unread = (s, of) => Object.keys(s).filter(k => (read.exec(k) || [])[1]?.startsWith(of)).forEach(k => s.removeItem(k));

/// Throws away what has had its term: pages, what was read beside them, and acts that no door takes any more.
export async function sweep() {
  let next = await sweepPages().catch(() => Infinity);
  store(s => {
    const now = Date.now();
    for (const key of Object.keys(s)) {
      const [, minutes] = /^(ascolto\.minutes\.\d+\.\d*\.)until$/.exec(key) || [];
      if (!minutes && !key.startsWith('ascolto.porta.')) continue;
      const at = minutes ? Number(s[key]) : untilOf(s[key]);
      if (at > now) next = Math.min(next, at);
      else if (minutes) unread(s, minutes);
      else s.removeItem(key);
    }
    if (next < Infinity) s[NEXT] = next;
    else s.removeItem(NEXT);
  });
}

/// Throws away all that was read. What was done or written and is not sent yet stays, for whoever did it.
export async function forget() {
  store(s => unread(s, ''));
  await Promise.resolve().then(() => caches.delete(PAGES)).catch(() => {});
  await sweep();
}
/// The same, of one page: who was refused it does not keep it.
export const forgetPage = page => Promise.resolve().then(() => caches.open(PAGES)).then(cache => cache.delete(page)).catch(() => {});
