// The minutes of a table, kept by two facilitators for a whole session: a hundred and fifty lines, the network cut ten times, the
// pages loaded again while it is gone. Every line once, in order; and what it is like to work there. What comes of the lines is in
// evening.mjs.
import { Network, Person, address, claim, faint, look, run, screens, sleep, small } from './lib.mjs';
import { prepared, takesOver, until, wall } from './event.mjs';

const TABLET = { width: 820, height: 1180, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };

const texts = page => page.$$eval('[data-groups] .minute-text [data-f=text]', all => all.map(e => e.textContent));
const state = page => page.$eval('[data-state]', e => e.textContent);

/** Says one thing at the table: how many elements and texts of the page were written until it stood there. */
async function say(page, text) {
  await page.$eval('#f-text', (e, text) => { e.focus(); e.value = text; e.dispatchEvent(new Event('input', { bubbles: true })); }, text);
  await page.evaluate(() => {
    window.work = null;
    const root = document.querySelector('[data-minutes]');
    document.querySelector('[data-entry] form').addEventListener('submit', () => {
      let n = 0;
      const seen = new MutationObserver(records => { n += records.length; });
      seen.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
      // What is shown is shown at once, before anything is answered.
      setTimeout(() => { seen.disconnect(); window.work = n; });
    }, { capture: true, once: true });
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.work !== null, { timeout: 5000, polling: 10 });
  return page.evaluate(() => window.work);
}

/** Waits until nothing is left to send and so many lines are there. */
async function settled(page, n) {
  for (let i = 0; i < 240; i++) {
    if ((await state(page)) === 'Tutto salvato.' && (await texts(page)).length === n) return true;
    await sleep(250);
  }
  console.log(await state(page), (await texts(page)).length);
  return false;
}

/** What is announced to those who hear the page. */
const heard = page => page.$eval('[data-minutes] > [aria-live=polite]', e => e.textContent);

/** The time that is left: of the session, then of a round; loaded again it goes on; what is near its end is said. */
async function timer(page) {
  const clock = () => page.$eval('.minutes-clock', e => e.textContent);
  const seconds = async () => { const [m, s] = (await clock()).split(':').map(Number); return m * 60 + s; };
  const pressed = async words => page.$$eval('[data-timer] button', (all, words) => all.find(b => b.textContent.replace(/\s+/g, ' ').trim().startsWith(words)).click(), words);
  const session = await seconds();
  claim('the session’s time is counted', session > 3600 && session < 3 * 3600, await clock());
  await pressed('2′');
  claim('a round of two minutes begins', await seconds() <= 120 && await seconds() >= 117, await clock());
  claim('and is announced', /^Il tempo parte: 2 minuti/.test(await heard(page)), await heard(page));
  claim('it runs', await until(async () => await seconds() <= 117), await clock());
  const left = await seconds();
  await page.reload({ waitUntil: 'load' });
  const again = await seconds();
  claim('loaded again it goes on', again <= left && again >= left - 6, `${left} ${again}`);
  // As if a minute and two seconds were left; and two.
  const leave = async ms => {
    await page.evaluate(ms => { const key = Object.keys(localStorage).find(k => /\.timer$/.test(k)); localStorage[key] = Number(localStorage[key]) + ms; }, ms - await seconds() * 1000);
    await page.reload({ waitUntil: 'load' });
  };
  await leave(62500);
  claim('the last minute is said', await until(async () => /^Manca un minuto/.test(await heard(page))), `${await clock()} ${await heard(page)}`);
  await leave(2500);
  claim('and that it is over', await until(async () => /^Il tempo è finito/.test(await heard(page))), `${await clock()} ${await heard(page)}`);
  claim('what is over is counted on, and marked', await until(async () => /^\+0:0[1-9]$/.test(await clock()) && await page.$eval('.minutes-clock', e => e.classList.contains('minutes-clock-over'))), await clock());
  await pressed('Azzera');
  claim('reset, it is the session’s again', Math.abs(await seconds() - session) < 60 && await page.$eval('.minutes-clock', e => !e.classList.contains('minutes-clock-over')), await clock());
  await page.reload({ waitUntil: 'load' });
  claim('and stays so', Math.abs(await seconds() - session) < 60, await clock());
}

/** Held in one hand, at arm's length, in bright light. */
async function inOneHand(page) {
  await page.evaluate(() => scrollTo(0, 0));
  for (const open of ['[data-join]', '[data-present]', '.minute .minute-do', '.minutes-heading .minute-do']) {
    await page.$eval(open, e => { e.open = true; });
    const missed = await small(page);
    claim(`a thumb finds everything, ${open} open`, missed.length === 0, missed.join(', '));
    await page.$eval(open, e => { e.open = false; });
  }
  const size = what => page.$eval(what, e => parseFloat(getComputedStyle(e).fontSize));
  const sizes = await Promise.all(['.minute-text [data-f=text]', '#f-text', '.minutes-clock', '.minutes-heading h2', '.minutes-state'].map(size));
  claim('what is said is read at arm’s length', sizes.every((s, n) => s >= [20, 20, 32, 22, 16][n]), String(sizes));
  const tiny = await page.$$eval('.minutes *', all => all.filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && !e.closest('.visually-hidden, select, .minutes-words') && parseFloat(getComputedStyle(e).fontSize) < 15).map(e => `${e.tagName}.${e.className} ${getComputedStyle(e).fontSize}`));
  claim('and nothing is set small', tiny.length === 0, [...new Set(tiny)].join(', '));
  const pale = await faint(page, '[data-minutes]');
  claim('in bright light', pale.length === 0, [...new Set(pale)].slice(0, 8).join(', '));
}

/** A tablet that two people use: what the first one wrote and could not send waits for them. */
async function twoOnOneTablet(browser, minutes, network, n) {
  const tablet = await (await Person.meet(browser, { screen: TABLET, network })).signIn('istruttoria@example.org');
  await tablet.goto('/lingua/it?ritorno=%2F');
  const { page } = tablet;
  await tablet.goto(minutes);
  network.cut();
  await say(page, 'Scritta dalla prima persona');
  await page.goto('about:blank');
  network.mend();
  await takesOver(tablet, 'promotore@example.org');
  await tablet.goto(minutes);
  claim('the second one is told of what the first wrote', await until(async () => /una cosa scritta con un altro account/.test(await state(page))), await state(page));
  await look(page, 'minutes-others', { widths: [390] });
  await say(page, 'Scritta dalla seconda persona');
  const said = async () => { await page.reload({ waitUntil: 'load' }); return texts(page); };
  await sleep(4000);
  const there = await said();
  claim('what the second writes leaves, and nothing of the first', there.length === n + 1 && there.at(-1) === 'Scritta dalla seconda persona', there.slice(-2).join(' | '));

  // The page still stands when the first one signs in again in another tab: nothing is written on it any more.
  network.cut();
  await say(page, 'Scritta prima del cambio');
  const tab = await tablet.open();
  network.mend();
  await page.evaluate(() => { window.real = window.fetch; window.fetch = () => Promise.reject(new TypeError('no network')); });
  await takesOver(tablet, 'istruttoria@example.org', tab);
  await tablet.goto(minutes, tab);
  claim('the first one’s has left', await until(async () => (await texts(tab)).includes('Scritta dalla prima persona') && /una cosa scritta con un altro account/.test(await state(tab))), await state(tab));
  await tab.close();
  await page.bringToFront();
  await page.evaluate(() => { window.fetch = window.real; });
  claim('the page that stands says whose it is not', await until(async () => /effettuato l’accesso un altro account/.test(await state(page))), await state(page));
  claim('nothing can be written on it', await page.$eval('[data-entry] form', f => f.inert) && await page.$eval('[data-way-on=other]', a => a.textContent === 'Ricarica la pagina'));
  page.complaints.length = 0;
  await look(page, 'minutes-other', { widths: [390] });
  await takesOver(tablet, 'promotore@example.org', await tablet.open());
  claim('with the account back it goes on by itself', await until(async () => (await state(page)) === 'Tutto salvato.' && !await page.$eval('[data-entry] form', f => f.inert)), await state(page));
  claim('and everything is there once', (await said()).filter(t => /^Scritta/.test(t)).length === 3, (await texts(page)).slice(-4).join(' | '));
  await tablet.close();
}

await run(async browser => {
  const staff = await Person.meet(browser);
  await staff.signIn('promotore@example.org');
  const table = { theme: 'Il verde sotto casa', seats: '20', question: 'Che cosa renderebbe più bello il cortile?', 'starts_at-1': wall(-0.5), 'ends_at-1': wall(2) };
  const minutes = `${await prepared(staff, { title: 'Serata dei tavoli di prova', starts_at: wall(-0.5), room_seats: '40', tables: [table] })}/verbali/1/1`;
  const networks = [await Network.laid(), await Network.laid()];
  const one = await (await Person.meet(browser, { screen: TABLET, network: networks[0] })).signIn('promotore@example.org');
  const two = await (await Person.meet(browser, { screen: screens.phone, network: networks[1] })).signIn('istruttoria@example.org');
  // A service worker asks in the browser's own language, unless one was chosen.
  for (const p of [one, two]) await p.goto('/lingua/it?ritorno=%2F');
  claim('the minutes open', (await one.goto(minutes)) === 200 && (await two.goto(minutes)) === 200);
  await look(one.page, 'minutes-empty', { again: false });
  for (const { page } of [one, two]) {
    claim('the page is kept', await page.evaluate(async () => {
      const there = async () => (await (await caches.open('ascolto-minutes')).keys()).some(r => /verbale\.js$/.test(r.url));
      await navigator.serviceWorker.ready;
      for (let i = 0; i < 40 && !(await there()); i++) await new Promise(done => setTimeout(done, 100));
      return there();
    }));
  }

  const people = [{ p: one, network: networks[0], name: 'A', said: [] }, { p: two, network: networks[1], name: 'B', said: [] }];
  const work = [];
  let cuts = 0, asked = 0;
  for (let round = 0; round < 15; round++) {
    for (const [n, who] of people.entries()) {
      const { page } = who.p;
      // One of the two at a time is without network: ten times in all.
      const cut = round % 3 !== 2 && round % 2 === n;
      if (cut) { who.network.cut(); cuts++; }
      const before = who.network.asked;
      for (let line = 0; line < 5; line++) {
        // Loaded again in the middle, with the network gone: the page is there, with everything that was said.
        if (cut && line === 3) {
          const there = await texts(page);
          await page.reload({ waitUntil: 'load' });
          const again = await texts(page);
          claim(`loaded again without network ${cuts}`, again.join('|') === there.join('|'), `${there.length} lines before, ${again.length} after`);
        }
        const text = `${who.name}${String(who.said.length).padStart(3, '0')} qualcuno dice qualcosa di utile`;
        who.said.push(text);
        work.push(await say(page, text));
      }
      if (cut) {
        claim(`without network ${cuts} it is said so`, /da inviare/.test(await state(page)), await state(page));
        who.network.mend();
      } else asked = Math.max(asked, who.network.asked - before);
    }
  }
  claim('the network was cut ten times', cuts === 10, cuts);
  for (const { p, name } of people) claim(`${name} sees all hundred and fifty`, await settled(p.page, 150));
  const [a, b] = [await texts(one.page), await texts(two.page)];
  claim('both see the same', a.join('|') === b.join('|'));
  claim('every line once', new Set(a).size === 150);
  for (const { name, said } of people) claim(`${name}'s lines in order`, a.filter(t => t.startsWith(name)).join('|') === said.join('|'));
  await one.page.reload({ waitUntil: 'load' });
  claim('the same from the server', (await texts(one.page)).join('|') === a.join('|'));
  // With a hundred and fifty lines as with ten: what is written is the new line, and a line is one request at most, beside those
  // that ask what others did. The middle of twenty lines: beside one or another of them stand those that the other has just sent.
  const median = some => [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)];
  const [first, last] = [median(work.slice(5, 25)), median(work.slice(-20))];
  console.log(`a line writes ${first} things on the page at first, ${last} at last; five lines ask ${asked} times at most`);
  claim('a full session stays quick', last <= first + 5 && last < 60, `${first} ${last}`);
  claim('and asks no more', asked <= 14, asked);

  // By keyboard: a line goes one place up, is mended, and is joined under a heading.
  const { page } = one;
  const second = await page.$$eval('.minute[id]', all => all[1].id);
  await page.focus(`#${second}`);
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.up('Alt');
  claim('moved by keyboard', (await page.$eval('.minute[id]', e => e.id)) === second && (await page.evaluate(() => document.activeElement.id)) === second);
  await page.keyboard.press('Enter');
  claim('opened for mending', await page.$eval('[data-mending]', e => !e.hidden));
  await say(page, 'Corretta da chi facilita');
  claim('mended', (await texts(page))[0] === 'Corretta da chi facilita', (await texts(page))[0]);
  await page.$$eval('.minute[id] [name=chosen]', all => all.slice(0, 3).forEach(c => c.click()));
  await page.$eval('[data-join]', e => { e.open = true; });
  await page.type('#f-heading', 'Cortili');
  await page.focus('[name=join]');
  await page.keyboard.press('Enter');
  claim('joined under a heading', (await page.$$eval('.minutes-group', all => all[0].querySelectorAll('.minute').length)) === 3);
  claim('and saved', await settled(page, 150));

  await timer(two.page);
  await settled(two.page, 150);
  await inOneHand(two.page);

  // Two mend the same line: the second is shown both.
  const same = await page.$$eval('.minute[id]', all => all[7].id);
  const mend = async (page, text) => {
    await page.$eval(`#${same} [data-mend]`, link => link.click());
    await say(page, text);
  };
  await settled(two.page, 150);
  networks[1].cut();
  await mend(one.page, 'Prima correzione');
  await settled(one.page, 150);
  await mend(two.page, 'Seconda correzione');
  networks[1].mend();
  await two.page.waitForSelector('[data-stuck] .notice');
  const told = await two.text('[data-stuck]');
  claim('the second is told and shown both', told.includes('Prima correzione') && told.includes('Seconda correzione'), told);
  for (const { p } of people) p.page.complaints.length = 0;
  await look(two.page, 'minutes-overtaken', { widths: [390] });
  await two.page.$$eval('[data-stuck] button', all => all[0].click());
  claim('hers is used', await settled(two.page, 150) && (await texts(two.page)).includes('Seconda correzione'));

  // Dragging by mouse: the last line before the second one that stands under no heading.
  const desk = await (await Person.meet(browser)).signIn('promotore@example.org');
  await desk.goto(minutes);
  const handles = await desk.page.$$('.minute-handle');
  const [from, to] = [handles[149], handles[147]];
  const middle = async h => { const b = await h.boundingBox(); return [b.x + b.width / 2, b.y + b.height / 2]; };
  await to.evaluate(e => scrollBy(0, e.getBoundingClientRect().top - 250));
  const before = await texts(desk.page);
  const [fx, fy] = await middle(from), [tx, ty] = await middle(to);
  await desk.page.mouse.move(fx, fy);
  await desk.page.mouse.down();
  await desk.page.mouse.move(tx, ty, { steps: 5 });
  await desk.page.mouse.up();
  const after = await texts(desk.page);
  claim('dragged', after[147] === before[149] && after[149] === before[148], `${after.slice(146)} ${before.slice(146)}`);

  one.page.complaints.length = 0;
  await look(one.page, 'minutes-full');
  await one.goto(minutes.replace('/verbali/1/1', '/verbali'));
  await look(one.page, 'minutes-list');
  await two.page.$$eval('[data-mend]', all => all[3].getAttribute('href')).then(href => two.goto(href));
  await look(two.page, 'minutes-mend');

  // Who is refused keeps nothing of what was read; who is let in again does.
  const path = new URL(minutes, address).pathname;
  const onDevice = page => page.evaluate(async path => [Boolean(await (await caches.open('ascolto-minutes')).match(path)), Object.keys(localStorage).filter(k => /ascolto\.minutes.*\.(l\.|present|heard|until)/.test(k)).length], path);
  await one.goto(minutes);
  await say(one.page, 'Una riga che altri leggono');
  claim('lines that were heard are kept, for a time', await until(async () => { const [page, lines] = await onDevice(one.page); return page && lines >= 3; }), String(await onDevice(one.page)));
  const session = (await one.page.cookies()).filter(c => /sessione/.test(c.name));
  await one.page.deleteCookie(...session);
  claim('refused, nothing is kept', await until(async () => String(await onDevice(one.page)) === 'false,0'), String(await onDevice(one.page)));
  await one.page.setCookie(...session);
  claim('let in again, it is', await until(async () => (await onDevice(one.page))[0] && /^Tutto salvato/.test(await state(one.page))), await state(one.page));
  one.page.complaints.length = 0;
  // What has had its term goes with the next page of the site.
  await say(one.page, 'Una riga che resta dodici ore');
  claim('heard again', await until(async () => (await onDevice(one.page))[1] >= 3), String(await onDevice(one.page)));
  await one.page.evaluate(() => { for (const k of Object.keys(localStorage)) if (/^ascolto\.(until|minutes\..*\.until)$/.test(k)) localStorage[k] = Date.now() - 1; });
  await one.goto('/accessibilita');
  claim('over, no line is kept', await until(async () => (await onDevice(one.page))[1] === 0), String(await onDevice(one.page)));

  // After signing out nothing that was read stays on the device.
  await one.goto(minutes);
  await say(one.page, 'Una riga prima di uscire');
  claim('kept once more', await until(async () => (await onDevice(one.page))[0] && (await onDevice(one.page))[1] > 0), String(await onDevice(one.page)));
  await one.goto('/account');
  await one.press('.site-tools form button');
  await sleep(500);
  const left = await one.page.evaluate(async () => [await caches.has('ascolto-minutes'), Object.keys(localStorage).filter(k => /ascolto\.minutes.*\.(l\.|present)/.test(k)).length]);
  claim('signed out, nothing is kept', !left[0] && left[1] === 0, left);

  await twoOnOneTablet(browser, minutes, networks[1], 153);
  networks.forEach(n => n.close());
});
