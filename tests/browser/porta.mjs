// Two doors for a whole evening: people who had enrolled and sixty who had not come in, some entrances are undone, the network is cut
// ten times, pages are loaded again while it is gone. Everybody is there once, each as they were left by the last who saw them, the
// doors see one another's people without being loaded again, and the number on the page is the number of those who are there.
import { Network, Person, claim, faint, look, run, screens, sleep, small } from './lib.mjs';
import { enrolled as enrols, letter, linked, prepared, takesOver, until } from './event.mjs';

/** Enrols from a page that nobody signed in to. */
const enrolled = (person, door, name, email) => enrols(person, door.replace('/porta', ''), { name, email });

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
    page.complaints.length = 0;
    if (address === unknown) await look(page, 'door-code-unknown', { widths: [390], again: false, lang: await page.evaluate(() => document.documentElement.lang) });
  }
  claim('who was read is there', await here(page, ada) && await present(page) === before + 1, String(await present(page)));
  claim('three codes wait', await kept(page) === 3, String(await kept(page)));
  await page.reload({ waitUntil: 'load' });
  claim('loaded again nothing is read twice', await kept(page) === 3, String(await kept(page)));
  page.complaints.length = 0;
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

/** Held in one hand, in bright light. */
async function inOneHand(page) {
  for (const open of ['[data-door-walk-in]', 'details:has([data-door-tables])']) {
    await page.$eval(open, e => { e.open = true; });
    const missed = await small(page);
    claim(`a thumb finds everything, ${open} open`, missed.length === 0, missed.join(', '));
    const pale = await faint(page, 'main');
    claim('in bright light', pale.length === 0, [...new Set(pale)].slice(0, 8).join(', '));
    await page.$eval(open, e => { e.open = false; });
  }
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

/** Lets somebody in, or undoes it, where the page offers it; whether it did. */
const press = (page, what, name) => page.$$eval('li[data-person]', (all, what, name) => {
  const button = all.find(r => r.querySelector('.queue-title').textContent === name)?.querySelector('button');
  if (button?.name !== what) return false;
  button.click();
  return true;
}, what, name);
const allHere = page => page.$$eval('li[data-person]', all => all.filter(r => !r.querySelector('[data-came]').hidden).map(r => r.querySelector('.queue-title').textContent).sort().join('|'));

/** What a page asks for by such a request fails from now on, or not any more. */
const failing = (page, what) => page.evaluate(what => {
  window.real ??= window.fetch;
  window.fetch = (to, options) => (what && (what === 'POST' ? options?.method === 'POST' : String(to).includes(what)) ? Promise.reject(new TypeError('no network')) : window.real(to, options));
}, what);

/** What one door does the other shows; who tries to let the same person in is told; and what a door did itself stands until it is sent. */
async function oneAndTheOther(one, two, [aldo, bice]) {
  for (const who of [aldo, bice]) if (await here(one, who)) await press(one, 'undo', who);
  const away = async page => !(await here(page, aldo)) && !(await here(page, bice));
  claim('undone at one door, undone at the other', await until(() => away(two)) && await settled(one) && await away(one));
  const before = await present(two);
  await press(one, 'in', aldo);
  claim('let in at one door, seen at the other', await until(() => here(two, aldo)) && await present(two) === before + 1, String(await present(two)));
  claim('and it is among the last there', (await two.$eval('[data-door-last]', e => e.textContent)).includes(aldo));

  // The other has not heard of it yet, and tries.
  await failing(two, '/presenze');
  await press(one, 'in', bice);
  claim('it has left', await settled(one));
  claim('the other does not know', await press(two, 'in', bice));
  claim('it is told at once', await until(async () => /Bice Iscritti.*(risulta già presente|already here)/.test(await read(two))), await read(two));
  await look(two, 'door-already', { widths: [390], again: false });
  await failing(two, '');
  claim('nothing is counted twice', await until(async () => await present(two) === before + 2 && await present(one) === before + 2), `${await present(one)} ${await present(two)}`);

  // What this door did and could not send yet stands on its own screen; once it is sent, what was done last counts.
  await press(one, 'undo', aldo);
  claim('undone', await until(async () => !(await here(two, aldo))));
  await sleep(1500);
  await failing(two, 'POST');
  await press(two, 'in', aldo);
  claim('it waits', await until(async () => await kept(two) === 1));
  const walked = 'Aronne Passante';
  await walkIn(one, walked);
  claim('somebody else’s arrival is heard of', await until(async () => (await names(two)).includes(walked)), (await names(two)).slice(0, 3).join());
  claim('in the order of names', (await names(two)).indexOf(walked) === (await names(two)).indexOf(aldo) + 1, (await names(two)).slice(0, 4).join());
  claim('and what waits still stands', await here(two, aldo) && !(await here(one, aldo)) && await present(two) === before + 3, String(await present(two)));
  await failing(two, '');
  await two.evaluate(() => dispatchEvent(new Event('online')));
  claim('then both see it', await until(async () => await here(one, aldo) && await kept(two) === 0) && await present(one) === before + 3, String(await present(one)));
  for (const page of [one, two]) page.complaints.length = 0;
}

/** A phone that two people use: what the first one did and could not send waits for them, and the second one sends nothing of it. */
async function twoOnOnePhone(browser, door, network, someone) {
  const phone = await (await Person.meet(browser, { screen: screens.phone, network })).signIn('facilitazione@example.org');
  const { page } = phone, first = 'facilitazione@example.org', second = 'istruttoria@example.org';
  await phone.goto(door);
  const by = await page.$eval('.site-person', e => e.textContent.trim());
  if (await here(page, someone)) await press(page, 'undo', someone);
  claim('the phone has sent everything', await settled(page));
  // So soon after, a press would be taken for the second of a double click.
  await sleep(600);
  const before = await present(page);
  network.cut();
  await press(page, 'in', someone);
  await walkIn(page, 'Primo Diverso');
  claim('two wait', await kept(page) === 2, String(await kept(page)));
  await page.goto('about:blank');
  network.mend();
  await takesOver(phone, second);
  await phone.goto(door);
  claim('the second one is told of what the first did', await until(async () => /2 (ingressi segnati|entrances recorded)/.test(await waiting(page))), await waiting(page));
  await look(page, 'door-others', { widths: [390], again: false });
  await walkIn(page, 'Secondo Diverso');
  claim('what the second does leaves', await until(async () => await present(page) === before + 1 && await kept(page) === 2), `${await present(page)} ${await kept(page)}`);
  await page.reload({ waitUntil: 'load' });
  await sleep(1500);
  claim('nothing of the first was sent', !(await here(page, someone)) && !(await names(page)).includes('Primo Diverso') && await present(page) === before + 1, String(await present(page)));

  // The second one's page still stands when the first signs in again in another tab: it records nothing any more.
  await failing(page, 'POST');
  await walkIn(page, 'Terzo Diverso');
  claim('the second one’s waits too', await until(async () => await kept(page) === 3), String(await kept(page)));
  const tab = await phone.open();
  await takesOver(phone, first, tab);
  await failing(page, '');
  claim('the page that stands says whose it is not', await until(async () => /altro account|Another account/.test(await waiting(page)) && await page.$('[data-door-waiting] a') !== null), await waiting(page));
  claim('nothing can be pressed on it', await page.$$eval('form[data-door] button, [data-door-walk-in] button, [data-door-last] button', all => all.length > 2 && all.every(b => b.disabled)));
  await failing(page, '/');
  page.complaints.length = 0;
  await look(page, 'door-other', { widths: [390], again: false });
  await failing(page, '');
  await sleep(3000);
  claim('and it sent nothing', await kept(page) === 3, String(await kept(page)));
  await phone.goto(door, tab);
  claim('what the first did has left', await until(async () => await kept(tab) === 1 && await here(tab, someone) && (await names(tab)).includes('Primo Diverso')), `${await kept(tab)} ${await waiting(tab)}`);
  claim('the second one’s has not', !(await names(tab)).includes('Terzo Diverso') && await present(tab) === before + 3, String(await present(tab)));
  await takesOver(phone, second, tab);
  await phone.goto(door, tab);
  claim('it leaves with the second', await until(async () => await kept(tab) === 0 && (await names(tab)).includes('Terzo Diverso')), `${await kept(tab)}`);
  // Who did it is who did it: whoever tries again is told the name.
  const said = await tab.$$eval('li[data-person]', async (all, name) => {
    const id = all.find(r => r.querySelector('.queue-title').textContent === name).dataset.person;
    const fields = { in: id, key: 'again-and-again', script: 'si', _csrf: document.querySelector('form[data-door] [name=_csrf]').value };
    return (await (await fetch(location.href, { method: 'POST', body: new URLSearchParams(fields) })).json()).already;
  }, someone);
  claim('the entrance is of the first one', said?.includes(by), said);
  await phone.close();
}

/** Seats change while a door stands open: another table, a place given up, somebody who moves up. */
async function seatsChange(browser, staff, network) {
  const tables = [{ theme: 'Le panchine', seats: '1', question: 'Dove?' }, { theme: 'Gli alberi', seats: '5', question: 'Quali?' }];
  const door = `${await prepared(staff, { title: 'Serata dei posti', room_seats: '20', tables })}/porta`;
  const citizen = await Person.meet(browser);
  await enrolled(citizen, door, 'Elia Segnaposto', 'elia@example.org');
  await enrolled(citizen, door, 'Fosca Segnaposto', 'fosca@example.org');
  const phone = await (await Person.meet(browser, { screen: screens.phone, network })).signIn('facilitazione@example.org');
  const { page } = phone;
  await phone.goto('/lingua/it?ritorno=%2F');
  await phone.goto(door);
  const place = name => page.$$eval('li[data-person]', (all, name) => all.find(r => r.querySelector('.queue-title').textContent === name)?.querySelector('.queue-meta').textContent, name);
  claim('one sits, one waits', /panchine/.test(await place('Elia Segnaposto')) && /lista d’attesa/.test(await place('Fosca Segnaposto')), `${await place('Elia Segnaposto')} ${await place('Fosca Segnaposto')}`);
  await page.type('#f-nome', 'qqq');
  claim('letters of nobody are answered', await page.$eval('[data-door-not-found]', e => !e.hidden && /Nessuno con queste lettere/.test(e.textContent)));
  await page.$eval('#f-nome', e => { e.value = ''; e.dispatchEvent(new Event('input', { bubbles: true })); });
  claim('and no longer once there is somebody', await page.$eval('[data-door-not-found]', e => e.hidden));
  await letter(citizen, 'elia@example.org', 'Iscrizione confermata');
  const link = await linked(citizen, '/iscrizioni/');
  await citizen.goto(link);
  const second = await citizen.page.$$eval('[name=first] option', all => all.map(o => o.value).filter(Boolean).at(-1));
  await citizen.fill({ first: second });
  await citizen.press('main form button.btn-primary');
  claim('another table is heard of', await until(async () => /alberi/.test(await place('Elia Segnaposto'))), await place('Elia Segnaposto'));
  claim('and who moved up', /panchine/.test(await place('Fosca Segnaposto')), await place('Fosca Segnaposto'));
  await page.$$eval('li[data-person]', all => all.find(r => /Elia/.test(r.textContent)).querySelector('button').focus());
  await citizen.goto(`${link}/annulla`);
  await citizen.press('main form button');
  claim('who gave their place up is gone from the list', await until(async () => String(await names(page)) === 'Fosca Segnaposto'), String(await names(page)));
  claim('and the keyboard is where one looks for a name', await page.evaluate(() => document.activeElement.id) === 'f-nome', await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80)));
  claim('the others can be let in', await press(page, 'in', 'Fosca Segnaposto') && await settled(page) && await present(page) === 1);
  await refusals(page, door, citizen);
  await phone.close();
}

/** What the server refuses is said with its reason, and what was typed is given back. */
async function refusals(page, door, citizen) {
  const typed = await page.evaluate(() => {
    const form = document.querySelector('[data-door-walk-in] form'), table = [...form.elements.table.options].find(o => /panchine/.test(o.textContent)).value;
    const typed = { name: 'Guido Passante', organisation: 'Ente Segnaposto', category: 'association', zone: 'Collina', table };
    form.closest('details').open = true;
    if (![...form.elements.category.options].some(o => o.value === typed.category)) typed.category = form.elements.category.options[1].value;
    for (const [name, value] of Object.entries(typed)) form.elements[name].value = value;
    form.querySelector('button').click();
    return typed;
  });
  claim('who finds no seat is said, and why', await until(async () => /Guido Passante: .*(posti|tavolo)/i.test(await waiting(page))), await waiting(page));
  const back = await page.$eval('[data-door-walk-in] form', (form, typed) => Object.fromEntries(Object.keys(typed).map(name => [name, form.elements[name].value])), typed);
  claim('what was typed is given back', JSON.stringify(back) === JSON.stringify(typed), JSON.stringify(back));
  claim('nobody is counted, nothing waits', await present(page) === 1 && await kept(page) === 0 && !(await names(page)).includes('Guido Passante'), String(await present(page)));
  await page.evaluate(() => scrollTo(0, 0));
  await look(page, 'door-refused', { widths: [390], again: false });
  // At another table it goes, and what was refused is not said any more.
  await page.$eval('[data-door-walk-in] form', form => { form.elements.table.value = [...form.elements.table.options].find(o => /alberi/.test(o.textContent)).value; form.querySelector('button').click(); });
  claim('elsewhere there is room', await until(async () => (await names(page)).includes('Guido Passante') && await present(page) === 2) && await settled(page), await waiting(page));

  // Who gave their place up a moment ago, and is pressed before the door has heard.
  await enrolled(citizen, door, 'Ines Segnaposto', 'ines@example.org');
  claim('a new one is heard of', await until(async () => (await names(page)).includes('Ines Segnaposto')));
  await failing(page, '/presenze');
  await letter(citizen, 'ines@example.org', '');
  const link = await linked(citizen, '/iscrizioni/');
  await citizen.goto(`${link}/annulla`);
  await citizen.press('main form button');
  await page.bringToFront();
  claim('pressed all the same', await press(page, 'in', 'Ines Segnaposto'));
  claim('it is refused, and why is said', await until(async () => /Ines Segnaposto: .*annullat/.test(await waiting(page))), await waiting(page));
  claim('and not counted', await until(async () => await present(page) === 2) && await kept(page) === 0, String(await present(page)));
  await failing(page, '');
  claim('and leaves the list', await until(async () => !(await names(page)).includes('Ines Segnaposto')));
  page.complaints.length = 0;
}

/** A network that hangs is as good as none: people go on coming in, the page is there when it is loaded again, and each is sent once. */
async function hangs(browser, door, network, [one, two]) {
  const phone = await (await Person.meet(browser, { screen: screens.phone, network })).signIn('facilitazione@example.org');
  const { page } = phone;
  await phone.goto('/lingua/it?ritorno=%2F');
  await phone.goto(door);
  for (const who of [one, two]) if (await here(page, who)) await press(page, 'undo', who);
  claim('sent, and kept', await settled(page) && await until(async () => (await cached(page, door))?.includes(one)));
  await sleep(3500);
  const before = await present(page);
  network.hang();
  const began = Date.now();
  await press(page, 'in', one);
  claim('it is shown at once', await here(page, one) && await present(page) === before + 1 && Date.now() - began < 1000);
  claim('that it waits is said', await until(async () => /un ingresso è conservato/.test(await waiting(page))), await waiting(page));
  await walkIn(page, 'Sospesa Passante');
  await press(page, 'in', two);
  claim('people go on coming in', await present(page) === before + 3 && await kept(page) === 3, `${await present(page)} ${await kept(page)}`);
  await look(page, 'door-hanging', { widths: [390], again: false });
  const loading = Date.now();
  await page.reload({ waitUntil: 'load' });
  claim('loaded again, the page is there', Date.now() - loading < 15000 && await page.$('[data-door-walk-in]') !== null && await kept(page) === 3, `${Date.now() - loading} ms`);
  claim('with who came', await here(page, one) && await here(page, two) && await present(page) === before + 3, String(await present(page)));
  await walkIn(page, 'Seconda Sospesa');
  page.complaints.length = 0;
  network.mend();
  claim('mended, everything leaves by itself', await settled(page), await waiting(page));
  await page.reload({ waitUntil: 'load' });
  const all = await names(page);
  claim('each once', await present(page) === before + 4 && ['Sospesa Passante', 'Seconda Sospesa', one, two].every(who => all.filter(n => n === who).length === 1), `${await present(page)}`);
  page.complaints.length = 0;
  await phone.close();
}

const cached = (page, path) => page.evaluate(async path => (await (await caches.open('ascolto-minutes')).match(path))?.text(), path);
/** What is kept on the device, words of pages and of storage. */
const device = page => page.evaluate(async () => {
  const cache = await caches.open('ascolto-minutes'), pages = [];
  for (const key of await cache.keys()) if (!key.url.includes('/static/')) pages.push(new URL(key.url).pathname, await (await cache.match(key)).text());
  return [...pages, ...Object.entries(localStorage).flat()].join('\n');
});
/** A page as if it had been kept so many hours ago, and what says so. */
const keptAgo = (page, path, hours) => page.evaluate(async (path, hours) => {
  const cache = await caches.open('ascolto-minutes'), at = Date.now() - hours * 3600e3;
  await cache.put(path, new Response('Qualcuno Segnaposto', { headers: { date: new Date(at).toUTCString() } }));
  localStorage['ascolto.until'] = at + 12 * 3600e3;
}, path, hours);

/** What a phone keeps of the list: nothing of what people need, twelve hours at most, nothing after signing out, and nothing of who is refused. */
async function whatStays(browser, door, network) {
  const citizen = await Person.meet(browser), needs = 'Una rampa per la carrozzina';
  await enrols(citizen, door.replace('/porta', ''), { name: 'Rita Segnaposto', email: 'rita@example.org', needs });
  const phone = await (await Person.meet(browser, { screen: screens.phone, network })).signIn('facilitazione@example.org');
  const { page } = phone;
  await phone.goto('/lingua/it?ritorno=%2F');
  await phone.goto(door);
  const told = () => page.$$eval('li[data-person]', all => all.find(r => r.textContent.includes('Rita Segnaposto')).querySelector('.queue-meta').textContent);
  claim('what somebody needs is read at the door', (await told()).includes(needs), await told());
  await look(page, 'door-needs', { widths: [390], again: false });
  claim('the list is kept', await until(async () => (await cached(page, door))?.includes('Rita Segnaposto')));
  claim('for twelve hours at most', await page.evaluate(() => Math.abs(Number(localStorage['ascolto.until']) - Date.now() - 12 * 3600e3) < 600e3), await page.evaluate(() => localStorage['ascolto.until']));
  // What was done here has the page kept anew.
  await walkIn(page, 'Rosa Passante');
  claim('and kept anew', await until(async () => (await cached(page, door)).includes('Rosa Passante')));
  const all = await device(page);
  claim('nothing on the device says what anybody needs', !all.includes('rampa') && !all.includes('carrozzina') && all.includes('Rita Segnaposto'));
  network.cut();
  await page.reload({ waitUntil: 'load' });
  claim('without network there is a mark', (await told()).includes('ha esigenze di accesso: chiedere alla persona'), await told());
  await look(page, 'door-needs-marked', { widths: [390], again: false });
  network.mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('with network it is read again', await until(async () => (await told()).includes(needs)), await told());

  // What has had its term goes with whatever page of the site comes next, and with a new worker.
  const old = '/percorsi/altro/gestione/incontri/9/porta', rest = '/percorsi/altro/gestione/incontri/8/porta';
  await keptAgo(page, rest, 1);
  await keptAgo(page, old, 13);
  await page.evaluate(() => { localStorage['ascolto.porta./percorsi/altro/gestione/incontri/9/porta.1.abc'] = JSON.stringify({ key: 'abc', at: 1, fields: { name: 'Qualcuno' }, until: 2 }); });
  await phone.goto('/accessibilita');
  claim('a page that has had its term goes with the next page', await until(async () => await cached(page, old) === undefined));
  claim('an act that no door takes any more too', await until(() => page.evaluate(() => !Object.keys(localStorage).some(k => k.endsWith('.abc')))));
  claim('others stay', (await cached(page, rest)) !== undefined && (await cached(page, door)) !== undefined);
  claim('until theirs is over', await page.evaluate(() => Number(localStorage['ascolto.until']) > Date.now() + 10 * 3600e3 && Number(localStorage['ascolto.until']) < Date.now() + 11.1 * 3600e3));
  await keptAgo(page, old, 13);
  await page.evaluate(async () => { for (const r of await navigator.serviceWorker.getRegistrations()) await r.unregister(); localStorage['ascolto.until'] = Date.now() + 1e8; });
  await phone.goto(door);
  claim('it goes with a new worker', await until(async () => await cached(page, old) === undefined));

  // Whose session is over does not keep the list; what waits stays, and leaves when they are back.
  claim('kept', await until(async () => (await cached(page, door)) !== undefined));
  await failing(page, 'POST');
  await walkIn(page, 'Renzo Passante');
  const session = (await page.cookies()).filter(c => /sessione/.test(c.name));
  await page.deleteCookie(...session);
  claim('refused, the list is not kept', await until(async () => await cached(page, door) === undefined));
  claim('what waits is', await kept(page) === 1 && /sessione è finita/.test(await waiting(page)), await waiting(page));
  await page.setCookie(...session);
  await failing(page, '');
  claim('back, it is kept', await until(async () => (await cached(page, door)) !== undefined));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('and sent', await until(async () => await kept(page) === 0));
  await page.deleteCookie(...session);
  page.complaints.length = 0;
  await phone.goto(door);
  claim('who is led to sign in keeps nothing', phone.path() === '/accedi' && await until(async () => !(await device(page)).includes('Segnaposto')), await device(page));
  await page.setCookie(...session);

  // Signed out.
  await phone.goto(door);
  claim('kept again', await until(async () => (await cached(page, door)) !== undefined));
  await failing(page, 'POST');
  await walkIn(page, 'Remo Passante');
  await phone.press('.site-tools form button');
  claim('signed out, nothing that was read stays', await until(() => page.evaluate(() => caches.has('ascolto-minutes').then(is => !is))) && !(await device(page)).includes('Segnaposto'), await device(page));
  claim('what was not sent does, for its account', await kept(page) === 1);
  await phone.signIn('facilitazione@example.org');
  await phone.goto(door);
  claim('and leaves when they are back', await until(async () => await kept(page) === 0 && (await names(page)).includes('Remo Passante')));
  await phone.close();
}

/** Whatever waited for the network keeps the instant it was done at, not only the first of them. */
async function eachAtItsInstant(page, network) {
  network.cut();
  for (const name of ['Una', 'Dora', 'Terza']) {
    await walkIn(page, `${name} Istante`);
    await sleep(300);
  }
  const sent = [];
  const hear = r => { if (r.method() === 'POST' && r.url().endsWith('/porta')) sent.push(new URLSearchParams(r.postData())); };
  await sleep(500);
  page.on('request', hear);
  network.mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('what was done without network is sent', await settled(page), await waiting(page));
  page.off('request', hear);
  const at = sent.map(body => Number(body.get('at')));
  claim('each with the instant it was done at', at.length === 3 && at[0] > 0 && at[1] > at[0] && at[2] > at[1], at.join(' '));
  const row = await page.evaluateHandle(() => [...document.querySelectorAll('li[data-person]')].find(li => li.querySelector('button').name === 'in'));
  const name = await row.evaluate(li => { li.querySelector('button').click(); li.querySelector('button').click(); return li.querySelector('.queue-title').textContent; });
  await settled(page);
  claim('a double click lets in, and does not undo it', await here(page, name), name);
  await sleep(600);
  await row.evaluate(li => li.querySelector('button').click());
  claim('the button undoes it afterwards', await settled(page) && !await here(page, name), name);
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
  const door = `${await prepared(staff, { title: 'Serata delle due porte', room_seats: '200', tables: [{ theme: 'Il cortile', seats: '100', question: 'Che cosa manca?' }] })}/porta`;
  const citizen = await Person.meet(browser);
  const enrolledOnes = ['Aldo', 'Bice', 'Ciro', 'Dina', 'Ezio', 'Fede', 'Gina', 'Ivo', 'Lia', 'Mara'].map(name => `${name} Iscritti`);
  for (const [n, name] of enrolledOnes.entries()) await enrolled(citizen, door, name, `iscritti${n}@example.org`);
  const networks = [await Network.laid(), await Network.laid()];
  const left = await (await Person.meet(browser, { screen: screens.phone, network: networks[0] })).signIn('facilitazione@example.org');
  const right = await (await Person.meet(browser, { screen: screens.phone, network: networks[1] })).signIn('istruttoria@example.org');
  claim('both doors open', (await left.goto(door)) === 200 && (await right.goto(door)) === 200);
  await look(left.page, 'door-empty', { widths: [390], again: false });
  await inOneHand(left.page);

  const doors = [{ page: left.page, name: 'Sinistra' }, { page: right.page, name: 'Destra' }];
  for (const { page, name } of doors) claim(`${name} keeps its page`, await until(() => page.evaluate(async () => {
    const cache = await caches.open('ascolto-minutes');
    return Boolean(await cache.match(location.pathname)) && (await cache.keys()).some(r => r.url.endsWith('porta.js'));
  })));
  const came = [], took = [], last = new Map();
  let cuts = 0, undone = 0;
  /** Presses for somebody, where the page offers just that: what is done last to them counts. */
  const does = async (page, what, who) => {
    if (await press(page, what, who)) {
      last.set(who, what === 'in');
      return true;
    }
    return false;
  };
  for (let round = 0; round < 10; round += 1) {
    for (const [n, { page, name }] of doors.entries()) {
      const cut = round % 2 === n;
      if (cut) { networks[n].cut(); cuts += 1; }
      for (let i = 0; i < 3; i += 1) {
        const who = `${name} Segnaposto ${came.length + 1}`;
        came.push(who);
        took.push(await walkIn(page, who));
      }
      // One door lets each of those in who had enrolled; every third time the other does so too, knowing of it or not.
      if (n === 0 || round % 3 === 1) await does(page, 'in', enrolledOnes[round]);
      // And what was done two rounds ago is undone by the door without network, where it knows of it.
      if (cut && round % 4 > 1 && await does(page, 'undo', enrolledOnes[round - 2])) undone += 1;
      if (cut) {
        // A page that the worker kept is in the language of the browser, which this test does not set for workers.
        claim(`without network ${cuts} it is said so`, /ingress|entrance/.test(await waiting(page)), await waiting(page));
        // Loaded again while there is no network: the page is there, what waits too, and people go on coming in.
        if (cuts % 3 === 0) {
          const shown = await here(page, enrolledOnes[round]);
          await page.reload({ waitUntil: 'load' });
          claim(`loaded again without network ${cuts}`, await page.$('[data-door-walk-in]') !== null && await kept(page) >= 3, await page.title());
          if (n === 0) claim(`and who was let in is still there ${cuts}`, shown && await here(page, enrolledOnes[round]));
          const who = `${name} Segnaposto ${came.length + 1}`;
          came.push(who);
          took.push(await walkIn(page, who));
        }
        page.complaints.length = 0;
        networks[n].mend();
        await page.evaluate(() => dispatchEvent(new Event('online')));
      }
      await sleep(150);
    }
  }
  claim('the network was cut ten times', cuts === 10, cuts);
  claim('entrances were undone too', undone >= 3, undone);
  claim('the page is ready for the next at once', Math.max(...took) < 500, String(Math.max(...took)));
  for (const { page, name } of doors) claim(`${name} has sent everything`, await settled(page), await waiting(page));
  const there = [...came, ...[...last].filter(([, is]) => is).map(([who]) => who)].sort().join('|');
  const everybody = [...came, ...enrolledOnes].sort().join('|');
  claim('sixty and three came without having enrolled', came.length === 63, came.length);
  for (const again of [false, true]) {
    for (const { page, name } of doors) {
      if (again) await page.reload({ waitUntil: 'load' });
      const when = again ? 'loaded again' : 'without being loaded again';
      claim(`${name} sees who is there, ${when}`, await until(async () => await allHere(page) === there), `${await allHere(page)}\n${there}`);
      claim(`${name} lists everybody once, ${when}`, (await names(page)).sort().join('|') === everybody, `${(await names(page)).length}`);
      claim(`${name} counts them, ${when}`, await present(page) === there.split('|').length, `${await present(page)} of ${there.split('|').length}`);
    }
  }
  await oneAndTheOther(doors[0].page, doors[1].page, enrolledOnes);

  // Loaded again where the server had taken it and the answer was lost: the number does not say it twice.
  const { page } = doors[0];
  const store = `ascolto.porta.${door}.`;
  networks[0].cut();
  const number = await present(page);
  await walkIn(page, 'Sinistra Segnaposto 64');
  const act = await page.evaluate(store => { const key = Object.keys(localStorage).find(k => k.startsWith(store)); return [key, localStorage[key]]; }, store);
  networks[0].mend();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  claim('it was sent', await settled(page));
  await page.evaluate(([key, value]) => { localStorage[key] = value; }, act);
  await page.reload({ waitUntil: 'load' });
  claim('and is sent again', await settled(page));
  claim('and counts once', await until(async () => await present(page) === number + 1), String(await present(page)));
  await look(page, 'door-full', { widths: [390], again: false });
  await codes(browser, staff, door, networks[0], left);
  await eachAtItsInstant(page, networks[0]);
  await twoOnOnePhone(browser, door, networks[0], enrolledOnes[0]);
  await whatStays(browser, door, networks[0]);
  await seatsChange(browser, staff, networks[0]);
  await hangs(browser, door, networks[0], enrolledOnes.slice(1, 3));
  networks.forEach(n => n.close());
});
