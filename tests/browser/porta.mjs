// Two doors for a whole evening: sixty people come in without having enrolled, the network is cut ten times, pages are loaded again
// while it is gone. Everybody is there once, and the number on the page is the number of those who came.
import { Network, Person, claim, look, run, screens, sleep, valdora } from './lib.mjs';

const desk = `${valdora}/gestione/incontri`;

/** An instant as a browser's field writes it, so many hours from now, in Rome. */
function wall(hours) {
  const parts = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' }).format(Date.now() + hours * 3600e3);
  return parts.replace(' ', 'T');
}

/** An event with a table, whose door is open; the door's address. */
async function prepared(staff) {
  await staff.goto(`${desk}/nuovo`);
  await staff.fill({ title: 'Serata delle due porte', kind: 'participatory', starts_at: wall(1), ends_at: wall(3), place: 'Sala Esempio', room_seats: '200' });
  await staff.press('main form.form .btn-primary');
  const event = staff.path();
  await staff.goto(`${event}/tavoli/nuovo`);
  await staff.fill({ theme: 'Il cortile', seats: '100', 'question-1': 'Che cosa manca?', 'starts_at-1': wall(-0.5), 'ends_at-1': wall(1) });
  await staff.press('main form.form .btn-primary');
  await staff.goto(event);
  await staff.pressNamed('Pubblica l’incontro');
  return `${event}/porta`;
}

/** Enrols from a page that nobody signed in to. */
async function enrolled(person, door, name, email) {
  await person.goto(`${door.replace('/gestione', '').replace('/porta', '')}/iscrizione`);
  const [table] = await person.page.$$eval('[name=first] option', all => all.map(o => o.value).filter(Boolean));
  await person.fill({ name, email, first: table, consent: true });
  await person.press('main form button.btn-primary');
  claim(`${name} enrols`, (await person.text()).includes('Iscrizione ricevuta'), await person.text());
}

/** The address that the code of somebody's letter holds. */
async function codeOf(staff, door, name) {
  await staff.goto(`${door.replace('/porta', '')}/iscritti`);
  await staff.pressNamed(name);
  return staff.page.$eval('main a[href*="/porta/"]', a => new URL(a.href).pathname);
}

const read = page => page.$eval('[data-door-read]', e => (e.hidden ? '' : e.textContent));
const here = (page, name) => page.$$eval('li[data-person]', (all, name) => {
  const row = all.find(r => r.querySelector('.queue-title').textContent === name);
  return Boolean(row) && !row.querySelector('[data-came]').hidden;
}, name);

/** Codes that a phone's camera opens while there is no network: the door's page answers, and each is sent once afterwards. */
async function codes(browser, staff, door, network, phone) {
  const citizen = await Person.meet(browser);
  const [ada, late] = ['Ada Segnaposto', 'Zeno Segnaposto'];
  await enrolled(citizen, door, ada, 'ada@example.org');
  const { page } = phone, before = await (async () => { await phone.goto(door); return present(page); })();
  claim('the page knows the code', await until(() => page.evaluate(async () => (await (await (await caches.open('ascolto-minutes')).match(location.pathname)).text()).includes('data-code'))));
  await until(() => page.evaluate(async () => (await (await (await caches.open('ascolto-minutes')).match(location.pathname)).text()).includes('Ada Segnaposto')));
  // Somebody enrols after the list was kept.
  await enrolled(citizen, door, late, 'zeno@example.org');
  const known = await codeOf(staff, door, ada), unknown = await codeOf(staff, door, late);
  network.cut();
  for (const [address, words] of [[known, /Ada Segnaposto: (ingresso segnato|entrance recorded)/], [known, /Ada Segnaposto: (risulta già presente|already here)/], [unknown, /non è nell’elenco|not in the list/], [unknown.replace(/.{10}$/, 'ffffffffff'), /non è nell’elenco|not in the list/]]) {
    await phone.goto(address);
    claim(`without network a code is answered: ${words}`, await until(async () => words.test(await read(page).catch(() => ''))), await read(page).catch(() => page.url()));
    claim('and its address is left', phone.path() === door, phone.path());
    if (address === unknown) await look(page, 'door-code-unknown', { widths: [390], again: false, lang: await page.evaluate(() => document.documentElement.lang) });
  }
  claim('who was read is there', await here(page, ada) && await present(page) === before + 1, String(await present(page)));
  claim('three codes wait', await kept(page) === 3, String(await kept(page)));
  await page.reload({ waitUntil: 'load' });
  claim('loaded again nothing is read twice', await kept(page) === 3, String(await kept(page)));
  await look(page, 'door-code', { widths: [390], again: false, lang: await page.evaluate(() => document.documentElement.lang) });
  page.complaints.length = 0;
  network.mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('what is no code is said', await until(async () => /ffffffffff/.test(await waiting(page))), await waiting(page));
  claim('nothing waits any more', await kept(page) === 0, String(await kept(page)));
  page.complaints.length = 0;
  await phone.goto(door);
  claim('both are there once', await here(page, ada) && await here(page, late) && await present(page) === before + 2, String(await present(page)));
  const acts = await page.$$eval('section ul li', all => all.map(e => e.textContent));
  claim('each was sent once', acts.filter(t => t.includes(ada)).length === 1 && acts.filter(t => t.includes(late)).length === 1, acts.join(' | '));

  // The network goes between the page of the code and its button.
  const third = 'Nora Segnaposto';
  await enrolled(citizen, door, third, 'nora@example.org');
  const address = await codeOf(staff, door, third);
  const opened = await phone.page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }));
  await phone.goto(address);
  await phone.page.removeScriptToEvaluateOnNewDocument(opened.identifier);
  network.cut();
  await Promise.all([page.waitForNavigation(), page.$eval('[data-send-now] button', e => e.click())]);
  claim('a press without network is kept', phone.path() === door && await kept(page) === 1, `${phone.path()} ${await kept(page)}`);
  page.complaints.length = 0;
  network.mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('and leaves', await settled(page));
  await phone.goto(door);
  claim('and counts', await here(page, third) && await present(page) === before + 3, String(await present(page)));
}

const present = page => page.$eval('[data-door-present]', e => Number(e.textContent));
const waiting = page => page.$eval('[data-door-waiting]', e => (e.hidden ? '' : e.textContent));
const kept = page => page.evaluate(() => Object.keys(localStorage).filter(k => k.startsWith('ascolto.porta.')).length);
const names = page => page.$$eval('li[data-person] .queue-title', all => all.map(e => e.textContent));

/** Lets somebody in who had not enrolled: how long until the page is ready for the next, in milliseconds. */
const walkIn = (page, name) => page.evaluate(name => {
  const began = performance.now(), form = document.querySelector('[data-door-walk-in] form');
  form.closest('details').open = true;
  form.elements.name.value = name;
  form.querySelector('button').click();
  return form.elements.name.value === '' && document.activeElement === form.elements.name ? performance.now() - began : Infinity;
}, name);

/** Until it holds, for ten seconds at most. */
async function until(what) {
  for (let n = 0; n < 50; n += 1) {
    if (await what()) return true;
    await sleep(200);
  }
  return false;
}

async function settled(page) {
  for (let n = 0; n < 240; n += 1) {
    if (await kept(page) === 0 && await waiting(page) === '') return true;
    await sleep(250);
  }
  return false;
}

await run(async browser => {
  const staff = await Person.meet(browser);
  await staff.signIn('promotore@example.org');
  const door = await prepared(staff);
  const networks = [await Network.laid(), await Network.laid()];
  const left = await (await Person.meet(browser, { screen: screens.phone, network: networks[0] })).signIn('facilitazione@example.org');
  const right = await (await Person.meet(browser, { screen: screens.phone, network: networks[1] })).signIn('istruttoria@example.org');
  claim('both doors open', (await left.goto(door)) === 200 && (await right.goto(door)) === 200);
  await look(left.page, 'door-empty', { widths: [390], again: false });

  const doors = [{ page: left.page, name: 'Sinistra' }, { page: right.page, name: 'Destra' }];
  for (const { page, name } of doors) claim(`${name} keeps its page`, await until(() => page.evaluate(async () => {
    const cache = await caches.open('ascolto-minutes');
    return Boolean(await cache.match(location.pathname)) && (await cache.keys()).some(r => r.url.endsWith('porta.js'));
  })));
  const came = [], took = [];
  let cuts = 0;
  for (let round = 0; round < 10; round += 1) {
    for (const [n, { page, name }] of doors.entries()) {
      const cut = round % 2 === n;
      if (cut) { networks[n].cut(); cuts += 1; }
      for (let i = 0; i < 3; i += 1) {
        const who = `${name} Segnaposto ${came.length + 1}`;
        came.push(who);
        took.push(await walkIn(page, who));
      }
      if (cut) {
        // A page that the worker kept is in the language of the browser, which this test does not set for workers.
        claim(`without network ${cuts} it is said so`, /ingress|entrance/.test(await waiting(page)), await waiting(page));
        // Loaded again while there is no network: the page is there, what waits too, and people go on coming in.
        if (cuts % 3 === 0) {
          await page.reload({ waitUntil: 'load' });
          claim(`loaded again without network ${cuts}`, await page.$('[data-door-walk-in]') !== null && await kept(page) >= 3, await page.title());
          const who = `${name} Segnaposto ${came.length + 1}`;
          came.push(who);
          took.push(await walkIn(page, who));
        }
        page.complaints.length = 0;
        networks[n].mend();
        await page.evaluate(() => dispatchEvent(new Event('online')));
      }
    }
  }
  claim('the network was cut ten times', cuts === 10, cuts);
  claim('the page is ready for the next at once', Math.max(...took) < 500, String(Math.max(...took)));
  for (const { page, name } of doors) claim(`${name} has sent everything`, await settled(page), await waiting(page));
  for (const { page, name } of doors) {
    await page.reload({ waitUntil: 'load' });
    const there = await names(page);
    claim(`${name} sees everybody once`, [...there].sort().join('|') === [...came].sort().join('|'), `${there.length} of ${came.length}`);
    claim(`${name} counts sixty and three`, await present(page) === came.length && came.length === 63, String(await present(page)));
  }

  // Loaded again where the server had taken it and the answer was lost: the number does not say it twice.
  const { page } = doors[0];
  const store = `ascolto.porta.${door}.`;
  networks[0].cut();
  await walkIn(page, 'Sinistra Segnaposto 64');
  const act = await page.evaluate(store => { const key = Object.keys(localStorage).find(k => k.startsWith(store)); return [key, localStorage[key]]; }, store);
  networks[0].mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('it was sent', await settled(page));
  await page.evaluate(([key, value]) => { localStorage[key] = value; }, act);
  await page.reload({ waitUntil: 'load' });
  claim('and is sent again', await settled(page));
  claim('and counts once', await present(page) === 64, String(await present(page)));
  await look(page, 'door-full', { widths: [390], again: false });
  await codes(browser, staff, door, networks[0], left);
  networks.forEach(n => n.close());
});
