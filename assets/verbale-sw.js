// Keeps the page of a session's minutes, or that of a door, and the files it is made of, so that it is there again when it is loaded without network.
// Nothing else goes through here. What the server refuses is forgotten; so is what is older than an evening.
import { PAGES, ends, sweepPages } from './keeping.js';

const page = new URL(self.registration.scope).pathname, door = page.endsWith('/porta');
// Of a door a copy is kept that does not say what people need: that may speak of their health.
const copy = door ? `${page}?copia=si` : page;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', e => e.waitUntil(Promise.all([self.clients.claim(), sweepPages()])));

const kept = async key => {
  const cache = await caches.open(PAGES), found = await cache.match(key);
  if (!found || ends(found) > Date.now()) return found;
  await cache.delete(key);
  return undefined;
};
// What is refused is not kept: neither by who may not see it any more, nor by who has to sign in again. A server that fails takes nothing away.
const keep = async (key, answer) => {
  const cache = await caches.open(PAGES);
  if (answer.status === 200) await cache.put(key, answer);
  else if (answer.status < 500) await cache.delete(key);
};
const refused = answer => answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;

// A door's page answers in the place of a code's that a camera opened, where the network is gone or takes longer than a queue waits. A
// network that hangs is as good as none.
const soon = (answer, seconds) => Promise.race([answer, new Promise((_, no) => { setTimeout(no, seconds * 1000, new Error('too long')); })]);
async function shown(request, code) {
  const asked = fetch(request);
  try {
    const answer = await soon(asked, code ? 5 : 8);
    if (refused(answer)) await (await caches.open(PAGES)).delete(page);
    else if (!door) await keep(page, answer.clone());
    return answer;
  } catch {
    const before = await kept(page);
    if (!before) return asked;
    asked.catch(() => {});
    // The hour it was made is over.
    const headers = new Headers(before.headers);
    headers.delete('content-encoding');
    headers.delete('content-length');
    return new Response((await before.text()).replace(/ data-now="\d+"/, ' data-now=""'), { headers });
  }
}

async function file(request) {
  const cache = await caches.open(PAGES);
  return (await cache.match(request.url)) || fetch(request);
}

self.addEventListener('fetch', e => {
  const { pathname } = new URL(e.request.url);
  if (e.request.method !== 'GET') return;
  const code = door && pathname.startsWith(`${page}/`);
  if (e.request.mode === 'navigate' && (code || pathname === page)) e.respondWith(shown(e.request, code));
  else if (pathname.startsWith('/static/')) e.respondWith(file(e.request));
});

// The page tells what it is made of when it has come, a door's also when something has changed: files of another version are forgotten.
self.addEventListener('message', e => e.waitUntil((async () => {
  const cache = await caches.open(PAGES), { files } = e.data;
  if (door || !(await cache.match(page))) await keep(page, await fetch(copy, { redirect: 'manual' }));
  // Another page that is kept has files of its own, of the same version.
  const version = url => url.split('/static/')[1]?.split('/')[0];
  for (const old of await cache.keys()) {
    if (version(old.url) && files[0] && version(old.url) !== version(files[0])) await cache.delete(old);
  }
  for (const name of files) if (!(await cache.match(name))) await cache.add(name);
})()));
