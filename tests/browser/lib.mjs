// What the browser tests share: a browser, who is signed in, one look at a page, and the tally.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const shots = path.join(root, 'target/shots');
export const address = process.env.ASCOLTO_ADDRESS;
export const password = 'prova-ascolto-2025';
export const valdora = '/percorsi/piano-verde-spazi-comuni-valdora';
export const torino = '/percorsi/piano-economia-sociale-torino-2030';

const require = createRequire(path.join(root, 'assets/package.json'));
const puppeteer = (await import(pathToFileURL(require.resolve('puppeteer-core')))).default;
const axe = fs.readFileSync(path.join(root, 'assets/vendor/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };
const DESK = { width: 1280, height: 900, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };
export const screens = { phone: PHONE, desk: DESK };

let passed = 0;
const failures = [];

/** Counts one claim; what is wrong is printed at once. */
export function claim(name, good, wrong = '') {
  if (good) passed += 1;
  else {
    failures.push(name);
    console.log(`FAILED ${name}${wrong === '' ? '' : `: ${wrong}`}`);
  }
  return good;
}

/** Starts a browser, runs the story, and leaves the tally for run.sh. */
export async function run(story) {
  fs.mkdirSync(shots, { recursive: true });
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'ascolto-browser-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', userDataDir: profile, headless: true, protocolTimeout: 240_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--lang=it'],
  });
  try {
    await story(browser);
  } catch (e) {
    claim('the script ran to its end', false, e.stack || e);
  } finally {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
  console.log(`${passed} passed, ${failures.length} failed`);
  if (process.env.TALLY) fs.writeFileSync(process.env.TALLY, `${passed} ${failures.length}\n`);
  process.exitCode = failures.length ? 1 : 0;
}

/** Somebody in front of the product: their own cookies, one language. */
export class Person {
  static async meet(browser, { lang = 'it', screen = DESK, script = true, network } = {}) {
    const person = new Person();
    person.context = await browser.createBrowserContext(network ? { proxyServer: network.address, proxyBypassList: ['<-loopback>'] } : {});
    Object.assign(person, { lang, screen, script, network });
    person.page = await person.open();
    return person;
  }

  async open(screen = this.screen) {
    const page = await this.context.newPage();
    page.setDefaultTimeout(60_000);
    await page.setViewport(screen);
    await page.setJavaScriptEnabled(this.script);
    await page.setExtraHTTPHeaders({ 'accept-language': this.lang });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    page.complaints = [];
    page.on('console', m => {
      const own = /Failed to load resource/.test(m.text()) && m.location().url === page.url();
      // Without network a page that asks for what is new is told so by the browser, whenever it asks.
      const cut = this.network?.gone && /net::/.test(m.text());
      if (['error', 'warn'].includes(m.type()) && !own && !cut) page.complaints.push(m.text());
    });
    page.on('pageerror', e => page.complaints.push(String(e)));
    return page;
  }

  async goto(to, page = this.page) {
    page.complaints.length = 0;
    const answer = await page.goto(new URL(to, address).href, { waitUntil: 'load' });
    return answer?.status();
  }

  async signIn(email, page = this.page) {
    await this.goto('/accedi', page);
    await page.type('#f-email', email);
    await page.type('#f-password', password);
    await this.press('main form .btn-primary', page);
    if (new URL(page.url()).pathname === '/accedi') throw new Error(`${email} could not sign in: ${await this.text('main', page)}`);
    return this;
  }

  /** Presses what leads to another page, and waits for it. */
  async press(what, page = this.page) {
    const target = typeof what === 'string' ? await page.waitForSelector(what, { timeout: 15_000 }) : what;
    const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), target.evaluate(e => { e.scrollIntoView({ block: 'center' }); e.click(); })]);
    return answer?.status();
  }

  /** The link or button with these words. */
  async named(words, page = this.page) {
    const all = await page.$$('main a, main button, header a, header button');
    for (const one of all) {
      const text = await one.evaluate(e => e.textContent.replace(/\s+/g, ' ').trim());
      if (words instanceof RegExp ? words.test(text) : text === words) return one;
    }
    throw new Error(`nothing named ${words} on ${page.url()}: ${(await this.text('main', page)).slice(0, 600)}`);
  }

  async pressNamed(words, page = this.page) {
    return this.press(await this.named(words, page), page);
  }

  /** Fills fields by their names; checks, radios, selects and files too. */
  async fill(fields, page = this.page, form = 'main form[method=post]') {
    for (const [name, value] of Object.entries(fields)) {
      const found = await page.$$(`${form} [name="${name}"]:not([type=hidden])`);
      if (!found.length) throw new Error(`no field ${name} on ${page.url()}: ${await page.$$eval(`${form} [name]`, all => all.map(e => e.name).join(' '))}`);
      const type = await found[0].evaluate(e => e.type);
      if (type === 'file') await found[0].uploadFile(value);
      else if (type === 'radio' || type === 'checkbox') {
        const done = await page.$$eval(`${form} [name="${name}"]`, (all, value) => {
          const one = all.find(e => e.type === 'checkbox' && typeof value === 'boolean' ? true : e.value === value);
          if (one && one.checked !== (value !== false)) one.click();
          return Boolean(one);
        }, value);
        if (!done) throw new Error(`no choice ${value} of ${name} on ${page.url()}`);
      } else {
        await found[0].evaluate((e, value) => {
          e.value = value;
          e.dispatchEvent(new Event('input', { bubbles: true }));
          e.dispatchEvent(new Event('change', { bubbles: true }));
        }, value);
      }
    }
  }

  text(of = 'main', page = this.page) {
    return page.$eval(of, e => e.innerText.replace(/\s+/g, ' ').trim());
  }

  async says(words, page = this.page) {
    return (await this.text('body', page)).includes(words);
  }

  path(page = this.page) {
    return new URL(page.url()).pathname;
  }

  close() {
    return this.context.close();
  }
}

/**
 * A network of one's own, that can be cut, or hang: what the browser itself calls being offline does not reach a service worker.
 */
export class Network {
  static async laid() {
    const network = new Network();
    Object.assign(network, { gone: false, hanging: false, asked: 0, sockets: new Set(), held: [] });
    network.server = http.createServer((req, res) => {
      if (network.gone) return req.socket.destroy();
      if (network.hanging) return network.held.push(req.socket);
      network.asked += 1;
      const on = http.request(req.url, { method: req.method, headers: req.headers }, answer => {
        res.writeHead(answer.statusCode, answer.headers);
        answer.pipe(res);
      });
      on.on('error', () => res.destroy());
      return req.pipe(on);
    });
    network.server.on('connection', s => { network.sockets.add(s); s.on('close', () => network.sockets.delete(s)); });
    await new Promise(done => network.server.listen(0, '127.0.0.1', done));
    network.server.unref();
    network.address = `http://127.0.0.1:${network.server.address().port}`;
    return network;
  }

  cut() {
    this.gone = true;
    for (const s of this.sockets) s.destroy();
  }

  /** From now on nothing is answered, and nothing refused either: whoever asks waits. */
  hang() { this.hanging = true; }

  /** All is well again; what waited for an answer gets none. */
  mend() {
    this.gone = false;
    this.hanging = false;
    for (const s of this.held.splice(0)) s.destroy();
  }

  close() {
    this.cut();
    this.server.close();
  }
}

/**
 * One look at the page as it stands, at a phone's, the narrowest and a desk's width. Only the width changes: a change between
 * touch and mouse would load the page again, and send its form again.
 */
export async function look(page, name, { lang = 'it', widths = [390, 320, 1280], again = false, problems = [] } = {}) {
  const screen = page.viewport();
  await page.bringToFront();
  for (const width of widths) {
    await page.setViewport({ ...screen, width, height: width === 1280 ? 900 : 844 });
    if (again && width === 1280) await page.reload({ waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    const wide = await page.evaluate(() => {
      const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      const who = [...document.querySelectorAll('body *')].filter(e => {
        const box = e.getBoundingClientRect();
        return box.width > 0 && box.right > innerWidth + 1 && !e.closest('.table-scroll > *, .press-table > *, .nav-tabs > *, .visually-hidden, .skiplink');
      });
      return over > 0 || who.length ? `by ${over}px: ${who.slice(0, 4).map(e => `${e.tagName.toLowerCase()}.${e.className}`).join(', ')}` : '';
    });
    if (wide) problems.push(`${width}: too wide ${wide}`);
    if (width === 320) continue;
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
    for (const v of violations) {
      problems.push(`${width}: axe ${v.id}: ${v.nodes.slice(0, 3).map(n => `${n.target.join(' ')} (${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''})`).join('; ')}`);
    }
    const height = await page.evaluate(() => Math.min(document.documentElement.scrollHeight, 6000));
    await page.screenshot({ path: path.join(shots, `${name}-${width}.png`), clip: { x: 0, y: 0, width, height } });
  }
  await page.setViewport(screen);
  const facts = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length, lang: document.documentElement.lang, title: document.title.trim(),
    keys: document.body.innerText.match(/\{\s*\$?[a-z][\w-]*\s*\}/g) ?? [],
  }));
  if (facts.h1 !== 1) problems.push(`${facts.h1} h1`);
  if (facts.lang !== lang) problems.push(`lang is "${facts.lang}"`);
  if (!facts.title) problems.push('no title');
  if (facts.keys.length) problems.push(`unfilled words: ${facts.keys}`);
  if (page.complaints.length) problems.push(`console: ${page.complaints.splice(0).join(' | ')}`);
  return claim(`look ${name}`, problems.length === 0, problems.join('\n    '));
}

/**
 * Controls of the page's own part that a thumb may miss: less than 44 CSS pixels wide or high, with what is pressed in their place (their
 * labels). Links within text are as high as the text.
 */
export const small = page => page.evaluate(() => {
  const all = [...document.querySelectorAll('main :is(a[href], button, input:not([type=hidden]), select, textarea, summary, .minute-handle)')];
  const shown = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, [aria-hidden=true]');
  const inText = e => e.matches('a') && getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim() !== e.textContent.trim();
  return all.filter(e => shown(e) && !inText(e)).map(e => {
    const boxes = [e, ...(e.labels ?? [])].filter(b => b === e || e.matches('[type=radio], [type=checkbox]')).map(b => b.getBoundingClientRect());
    const [w, h] = ['width', 'height'].map(side => Math.max(...boxes.map(b => b[side])));
    return { w, h, name: `${e.tagName.toLowerCase()}.${e.className} “${(e.textContent || e.name || '').trim().slice(0, 20)}” ${Math.round(w)}×${Math.round(h)}` };
  }).filter(({ w, h }) => w < 43.5 || h < 43.5).map(({ name }) => name);
});

/** Words in a part of the page that stand out less than seven to one. */
export async function faint(page, part) {
  await page.evaluate(axe);
  return page.evaluate(async part => {
    const { violations } = await window.axe.run(part, { runOnly: ['color-contrast-enhanced'], resultTypes: ['violations'] });
    return violations.flatMap(v => v.nodes.map(n => `${n.target.join(' ')} ${n.any[0]?.data?.contrastRatio}`));
  }, part);
}

/** Which doors the list in tests/api names. */
export function doors() {
  const lines = fs.readFileSync(path.join(root, 'tests/api/doors.txt'), 'utf8').split('\n').filter(l => l.startsWith('Get '));
  return lines.map(l => l.split(' ')[1]).map(door => ({
    door, literal: door.replace(/\{[^}]*\}/g, '').length,
    of: new RegExp(`^${door.replace(/[.]/g, '\\.').replace(/\{[^}]*\}/g, '[^/]+')}$`),
  })).sort((a, b) => b.literal - a.literal);
}

/** The door an address leads to, if there is one. */
export function doorOf(all, to) {
  const { pathname } = new URL(to, address);
  return all.find(d => d.of.test(decodeURI(pathname)))?.door;
}

export const sleep = ms => new Promise(done => setTimeout(done, ms));
