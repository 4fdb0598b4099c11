// An event, as those who need it meet it: a citizen enrols on a phone without JavaScript and finds the code; at the door three
// letters and one press let somebody in; the network goes away, people go on coming, and everything arrives once.
import { Person, claim, look, run, screens, sleep, valdora } from './lib.mjs';
import { letter, linked, until } from './event.mjs';

const event = `${valdora}/incontri/1`, door = `${valdora}/gestione/incontri/1/porta`;

/** Enrols with nothing but the page; answers the link of the letter. */
async function enrol(person, name, email) {
  await person.goto(event);
  await person.pressNamed(/^Iscriviti/);
  const tables = await person.page.$$eval('[name=first] option', all => all.map(o => o.value).filter(Boolean));
  claim('the tables are offered', tables.length === 2, String(tables));
  await person.fill({ name, email, mode: 'room', first: tables[0], second: tables[1], needs: 'Caratteri grandi', consent: true });
  await person.press('main form button.btn-primary');
  claim('the enrolment was taken', (await person.text()).includes('Iscrizione ricevuta'), await person.text());
  // Whoever enrols is sent the guide too.
  await letter(person, email, 'Iscrizione confermata');
  return linked(person, '/iscrizioni/');
}

const rows = page => page.$$eval('li[data-person]', all => all.filter(r => !r.hidden).map(r => r.querySelector('.queue-title').textContent));
const present = page => page.$eval('[data-door-present]', e => Number(e.textContent));
const waiting = page => page.$eval('[data-door-waiting]', e => (e.hidden ? '' : e.textContent));
const press = (page, name) => page.$$eval('li[data-person]', (all, name) => {
  all.find(r => r.querySelector('.queue-title').textContent === name).querySelector('button').click();
}, name);
const kept = page => page.evaluate(() => Object.keys(localStorage).filter(k => k.startsWith('ascolto.porta.')).length);
await run(async browser => {
  const citizen = await Person.meet(browser, { screen: screens.phone, script: false });
  const link = await enrol(citizen, 'Zita Inventati', 'zita@example.org');
  await citizen.goto(link);
  claim('the page says that there is a seat', (await citizen.text()).includes('Posto assegnato'), await citizen.text());
  const code = await citizen.page.$eval('main img', e => [e.complete, e.naturalWidth, e.alt]);
  claim('the code is drawn', code[0] && code[1] > 100 && code[2].length > 5, String(code));
  const reader = await Person.meet(browser, { screen: screens.phone });
  await reader.goto(link);
  await look(reader.page, 'enrolment-phone', { widths: [390] });

  const clerk = await Person.meet(browser, { screen: screens.phone });
  await clerk.signIn('facilitazione@example.org');
  await clerk.goto(door);
  const page = clerk.page;
  const everybody = await rows(page), before = await present(page);
  await page.type('#f-nome', 'zit');
  claim('three letters find a name', String(await rows(page)) === 'Zita Inventati', String(await rows(page)));
  await look(page, 'door-found', { widths: [390] });
  await press(page, 'Zita Inventati');
  claim('one press lets somebody in', await until(async () => await present(page) === before + 1 && await kept(page) === 0));
  await clerk.goto(door);
  claim('the server knows', await present(page) === before + 1, String(await present(page)));

  // The network goes.
  await page.setOfflineMode(true);
  clerk.network = { gone: true };
  const [first, second] = everybody.filter(n => n !== 'Zita Inventati');
  await press(page, first);
  await press(page, second);
  await page.$eval('[data-door-walk-in]', e => { e.open = true; });
  await page.type('[data-door-walk-in] [name=name]', 'Passante Segnaposto');
  await page.$eval('[data-door-walk-in] form button', e => e.click());
  // Pressed again by intent, not by a double click.
  await sleep(600);
  await press(page, second);
  claim('people go on coming in', await present(page) === before + 3, String(await present(page)));
  claim('what waits is said', await until(async () => (await waiting(page)).includes('4 ingressi')), await waiting(page));
  await look(page, 'door-without-network', { widths: [390] });
  page.complaints.length = 0;

  // The page is closed and opened again: nothing is lost; and it arrives once, though it was tried before.
  await page.setOfflineMode(false);
  clerk.network.gone = false;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await clerk.goto(door);
  claim('what waited has left', await until(async () => await kept(page) === 0 && await waiting(page) === ''), await waiting(page));
  await clerk.goto(door);
  claim('each counts once', await present(page) === before + 3, `${await present(page)} of ${before + 3}`);
  const there = await page.$$eval('li[data-person]', all => all.filter(r => !r.querySelector('[data-came]').hidden).map(r => r.querySelector('.queue-title').textContent));
  claim('and of each the last act', String(there.sort()) === String([first, 'Passante Segnaposto', 'Zita Inventati'].sort()), String(there));

  // The code, as a camera opens it: signed in, it lets in by itself.
  await clerk.goto(`${valdora}/gestione/incontri/1/iscritti`);
  await clerk.pressNamed(second);
  const [answer] = await Promise.all([
    page.waitForResponse(r => r.request().method() === 'POST'),
    page.$eval('main a[href*="/porta/"]', a => a.click()),
  ]);
  await until(async () => new URL(page.url()).pathname === door);
  claim('the code lets in', answer.status() === 303 && await present(page) === before + 4, `${answer.status()} ${await present(page)}`);

  // Without JavaScript everything is a form.
  const plain = await Person.meet(browser, { screen: screens.phone, script: false });
  await plain.signIn('facilitazione@example.org');
  await plain.goto(`${door}?nome=zit`);
  await plain.press('li[data-person] button');
  claim('undone without a script', (await plain.text()).includes('Ingresso annullato'), await plain.text());

  await citizen.goto(`${link}/annulla`);
  await citizen.press('main form button');
  claim('given up by the link', (await citizen.text()).includes('è stata annullata'), await citizen.text());
});
