// What ascolto.js promises, in a real browser over HTTP with the strict policy: `node script.test.mjs`. Needs Chromium and a free port.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const soon = new Date(Date.now() + (26 * 3600 + 90) * 1000).toISOString();
const pages = {
  '/form': `<main><h1>Modulo</h1>
    <time data-countdown="${soon}" data-left="Mancano {t}">un giorno</time> <time id="gone" data-countdown="2020-01-01T00:00:00Z" data-ended="Chiusa">aperta</time> <time id="odd" data-countdown="boh">resta</time>
    <details data-open-wide><summary>Indice</summary>x</details>
    <p id="src" data-excerpt-source data-start="s" data-end="e" data-quote="q" data-show="w">Un 🌳 <em>filare</em> di tigli e un prato.</p><p id="after">Dopo</p>
    <form method="post" action="/sent" data-keep="k1"><div data-keep-notice hidden>Ritrovato <button type="button" data-keep-discard>Via</button></div>
    <input type="hidden" id="s" name="s"><input type="hidden" id="e" name="e"><textarea id="q" name="q"></textarea><b id="w" hidden></b>
    <textarea id="t" name="t" maxlength="10"></textarea><p id="n" data-count-for="t" data-one="Resta {n}" data-many="Restano {n}">Al massimo 10</p>
    <input type="password" name="pw" id="pw"><input type="checkbox" name="c" value="1" id="c"><button id="go">Invia</button></form></main>`,
  '/wrong': '<div data-error-summary tabindex="-1" id="es">Errore</div><form method="post" data-keep="k1"><textarea id="t" name="t"></textarea></form>',
  '/sent': '<main data-kept-clear="k1">Ricevuto</main>',
};
let posts = 0;
const server = http.createServer((req, res) => {
  if (req.url.startsWith('/static/')) {
    const type = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2' }[req.url.split('.').pop()];
    return res.writeHead(200, { 'content-type': type }).end(fs.readFileSync(path.join(here, '..', req.url)));
  }
  const answer = () => res.writeHead(pages[req.url] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'" })
    .end(`<!doctype html><html lang="it"><head><title>x</title><link rel="icon" href="/static/icon.svg"><link rel="stylesheet" href="/static/ascolto.css"><script src="/static/ascolto.js" defer></script></head><body>${pages[req.url] || ''}</body></html>`);
  if (req.method === 'POST') { posts++; req.resume(); return void setTimeout(answer, 300); }
  answer();
});
await new Promise(done => server.listen(0, '127.0.0.1', done));
const at = p => `http://127.0.0.1:${server.address().port}${p}`;
const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'script-'));
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', userDataDir: profile, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  page.on('pageerror', e => { throw e; });
  page.on('console', m => { if (m.type() === 'error') throw new Error(m.text()); });
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const value = id => page.$eval(`#${id}`, f => f.value);
  const words = sel => page.$eval(sel, f => f.textContent);

  await page.goto(at('/form'));
  assert.equal(await words('time'), 'Mancano 26 ore, 1 minuto');
  assert.equal(await words('#gone'), 'Chiusa');
  assert.equal(await words('#odd'), 'resta');
  assert.ok(await page.$eval('details', d => d.open));

  const mark = (from, to) => page.evaluate((a, b) => {
    const find = ([sel, child, offset]) => [document.querySelector(sel).childNodes[child] || document.querySelector(sel), offset];
    const r = document.createRange();
    r.setStart(...find(a)); r.setEnd(...find(b));
    getSelection().removeAllRanges(); getSelection().addRange(r);
  }, from, to).then(() => pause(50));
  await mark(['#src em', 0, 0], ['#src', 2, 10]);
  assert.deepEqual([await value('s'), await value('e'), await value('q')], ['5', '20', 'filare di tigli'], 'the tree counts for one');
  assert.equal(await words('#w'), 'filare di tigli');
  const text = [...await words('#src')];
  assert.equal(text.slice(5, 20).join(''), 'filare di tigli');
  await mark(['#src', 0, 2], ['#after', 0, 0]);
  assert.deepEqual([await value('s'), await value('e')], ['3', String(text.length)], 'what lies outside does not count, nor do outer spaces');

  await page.type('#t', 'Tigli sì');
  await page.type('#pw', 'segreto');
  await page.click('#c');
  await pause(700);
  assert.equal(await words('#n'), 'Restano 2');
  assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('segreto'));
  await page.reload();
  assert.equal(await value('t'), 'Tigli sì');
  assert.equal(await value('pw'), '');
  assert.ok(await page.$eval('#c', c => c.checked));
  assert.ok(await page.$eval('[data-keep-notice]', n => !n.hidden));
  await page.goto(at('/wrong'));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'es');
  assert.equal(await value('t'), '', 'never over what the server sent back');
  await page.goto(at('/form'));
  await page.click('[data-keep-discard]');
  assert.equal(await value('t'), '');
  await page.reload();
  assert.equal(await value('t'), '');

  await page.type('#t', 'Olmi');
  await Promise.all([page.waitForNavigation(), page.evaluate(() => { document.querySelector('#go').click(); document.querySelector('#go').click(); })]);
  assert.equal(posts, 1, 'one press, one request');
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0, 'forgotten once received');
  await page.goBack();
  assert.equal(await page.$eval('form', f => f.getAttribute('aria-busy')), null);
  await Promise.all([page.waitForNavigation(), page.click('#go')]);
  assert.equal(posts, 2, 'and it can be sent again');
  console.log('ascolto.js keeps its promises');
} finally {
  await browser.close();
  server.close();
  fs.rmSync(profile, { recursive: true, force: true });
}
