// A whole evening on phones: somebody without an account enrols, gets her letter with the code and the guide, comes in at the door; what is said
// at two tables is taken down, with the network gone for a while; she has her line put right; lines become a contribution; a
// restitution is written, published and read by everybody. Every page is looked at on the way.
import { Network, Person, claim, look, run, screens, shots } from './lib.mjs';
import { enrolled, letter, linked, open, prepared, saved, say, until, wall } from './event.mjs';

const narrow = { widths: [390] };
const texts = page => page.$$eval('[data-groups] .minute-text [data-f=text]', all => all.map(e => e.textContent));
const people = page => page.$$eval('[data-present] li', all => all.map(e => e.textContent.replace(/\s+/g, ' ').trim()));
const choices = page => page.$$eval('#f-who option', all => all.map(e => e.textContent));
const email = 'zita.segnaposto@example.org';

/** The way of a citizen to her seat: enrolling, the letter, the code. */
async function takesASeat(zita, event) {
  await zita.goto(open(event));
  await look(zita.page, 'evening-event', narrow);
  await zita.goto(`${open(event)}/iscrizione`);
  await look(zita.page, 'evening-enrol', narrow);
  const second = await zita.page.$$eval('[name=second] option', all => all.map(o => o.value).filter(Boolean)[1]);
  await enrolled(zita, event, { name: 'Zita Segnaposto', email, second, organisation: 'Ente Segnaposto', category: 'association', zone: 'Valdora', needs: 'Caratteri grandi' });
  await look(zita.page, 'evening-enrolled', narrow);
  await letter(zita, email, 'Iscrizione confermata');
  await look(zita.page, 'evening-letter', narrow);
  claim('the letter brings the code and the calendar', (await zita.text('main ul')).match(/\.(png|svg|ics)/g)?.length >= 2, await zita.text('main ul'));
  const link = await linked(zita, '/iscrizioni/');
  await zita.goto(link);
  await look(zita.page, 'evening-own', narrow);
  claim('the code is drawn', await zita.page.$eval('main img', e => e.complete && e.naturalWidth > 100));
}

/** The guide goes to who is registered. */
async function guide(staff, event, zita) {
  await staff.goto(`${event}/guida`);
  await staff.fill({ text: '# Di che cosa si parla\n\nDi cortili, di ombra e di acqua.' });
  await staff.press('main form.form .btn-primary');
  await staff.pressNamed('Pubblica e invia');
  await look(staff.page, 'evening-guide', narrow);
  await letter(zita, email, 'La guida alla discussione');
  await look(zita.page, 'evening-guide-letter', narrow);
  const file = await linked(zita, '/guida/');
  const got = await zita.page.evaluate(async to => { const a = await fetch(to); return [a.status, a.headers.get('content-type')]; }, file);
  claim('the guide is behind its link', got[0] === 200 && got[1].startsWith('application/pdf'), got.join(' '));
}

/** The door, while the minutes stand open at the table. */
async function door(clerk, event, table) {
  await clerk.goto(`${event}/porta`);
  await clerk.page.type('#f-nome', 'zit');
  await look(clerk.page, 'evening-door', narrow);
  // What is being typed and chosen at the table is left alone.
  await table.page.$eval('#f-text', e => { e.value = 'a metà di una frase'; e.focus(); });
  await clerk.page.$eval('li[data-person]:not([hidden]) button', e => e.click());
  claim('the table sees her come in', await until(async () => (await people(table.page)).includes('Zita Segnaposto (Ente Segnaposto)')), (await people(table.page)).join(' | '));
  await table.page.select('#f-who', await table.page.$$eval('#f-who option', all => all.find(o => o.textContent.includes('Zita')).value));
  await table.page.focus('#f-who');
  await clerk.page.$eval('[data-door-walk-in]', e => { e.open = true; });
  await clerk.page.type('[data-door-walk-in] [name=name]', 'Passante Segnaposto');
  await clerk.page.type('[data-door-walk-in] [name=organisation]', 'Altro Ente Segnaposto');
  await clerk.page.select('[data-door-walk-in] [name=table]', await clerk.page.$$eval('[data-door-walk-in] [name=table] option', all => all[1].value));
  await look(clerk.page, 'evening-walk-in', narrow);
  await clerk.page.$eval('[data-door-walk-in] form button', e => e.click());
  // A wrong address keeps nobody outside, and is said.
  await clerk.page.type('[data-door-walk-in] [name=name]', 'Distratta Segnaposto');
  await clerk.page.type('[data-door-walk-in] [name=email]', 'distratta senza chiocciola');
  await clerk.page.$eval('[data-door-walk-in] form button', e => e.click());
  const told = () => clerk.page.$eval('[data-door-read]', e => (e.hidden ? '' : e.textContent));
  claim('a wrong address is said', await until(async () => /Distratta Segnaposto: ingresso segnato, ma senza indirizzo/.test(await told())), await told());
  await look(clerk.page, 'evening-walk-in-address', narrow);
  const walked = 'Passante Segnaposto (Altro Ente Segnaposto)';
  claim('and who came without having enrolled', await until(async () => (await people(table.page)).includes(walked)), (await people(table.page)).join(' | '));
  claim('the list one chooses from is not touched meanwhile', !(await choices(table.page)).includes(walked));
  await table.page.focus('#f-text');
  claim('and holds them afterwards', await until(async () => (await choices(table.page)).includes(walked)), (await choices(table.page)).join(' | '));
  const left = await table.page.evaluate(() => [document.querySelector('#f-text').value, document.querySelector('#f-who').selectedOptions[0].textContent]);
  claim('what was typed and chosen stands', left[0] === 'a metà di una frase' && left[1].includes('Zita'), left.join(' | '));
  // Undone, and in again.
  const press = () => clerk.page.$eval('li[data-person]:not([hidden]) button', e => e.click());
  await press();
  claim('the table sees it undone', await until(async () => (await people(table.page)).some(p => /Zita.*non ancora/.test(p))), (await people(table.page)).join(' | '));
  await press();
  claim('and done again', await until(async () => (await people(table.page)).includes('Zita Segnaposto (Ente Segnaposto)')));
  await look(clerk.page, 'evening-door-after', narrow);
}

/** What is said at two tables; one of them is without network for a while. */
async function minutes(one, two, network) {
  await say(one.page, 'Gli orti si chiudono la sera', { who: 'Zita Segnaposto', kind: 'criticism' });
  await until(() => saved(one.page));
  network.cut();
  await say(one.page, 'Servono panchine all’ombra', { who: 'Passante Segnaposto', kind: 'need' });
  claim('without network it is kept', await until(() => one.page.$eval('[data-state]', e => /da inviare/.test(e.textContent))), await one.text('[data-state]'));
  one.page.complaints.length = 0;
  await look(one.page, 'evening-minutes-without-network', narrow);
  one.page.complaints.length = 0;
  network.mend();
  await one.page.evaluate(() => dispatchEvent(new Event('online')));
  await say(two.page, 'Le fontane vanno segnate sulla mappa', { kind: 'proposal' });
  claim('everything is saved', await until(async () => await saved(one.page) && await saved(two.page)));
  await one.page.reload({ waitUntil: 'load' });
  claim('each line once', (await texts(one.page)).join('|') === 'Gli orti si chiudono la sera|Servono panchine all’ombra', (await texts(one.page)).join('|'));
  await look(one.page, 'evening-minutes', narrow);
}

/** She reads her own line and has it put right. */
async function reread(staff, zita, at) {
  await staff.goto(`${at}/rilettura`);
  await look(staff.page, 'reread-open');
  await staff.press('main form.form .btn-primary');
  await letter(zita, email, 'Rileggere ciò che è stato riportato');
  await look(zita.page, 'letter-reread', narrow);
  await zita.goto(await linked(zita, '/riletture/'));
  await look(zita.page, 'reread-own');
  claim('her own line and nobody else’s', (await zita.page.$$('main .queue-item')).length === 1);
  await zita.press('main .queue-side a');
  await look(zita.page, 'reread-ask');
  await zita.fill({ wording: 'Gli orti si chiudono di notte', note: 'Ho detto notte.' });
  await zita.press('main form.form .btn-primary');
  await look(zita.page, 'reread-asked', narrow);
  await staff.goto(at.replace('/verbali/1/1', '/correzioni'));
  await look(staff.page, 'corrections');
  await staff.press('main .queue-title');
  await look(staff.page, 'correction');
  await staff.fill({ accept: 'si' });
  await staff.press('main form.form .btn-primary');
  await letter(zita, email, 'Correzione accolta');
  await look(zita.page, 'letter-reread-answer', narrow);
  await zita.goto(await linked(zita, '/riletture/'));
  await look(zita.page, 'reread-answered', narrow);
  claim('the line was put right', (await zita.text()).includes('Gli orti si chiudono di notte'));
}

/** Who walked in and spoke left no address: a slip is made, and leads to that line alone. */
async function slip(staff, stranger, at) {
  await staff.goto(`${at}/rilettura`);
  claim('who left no address is listed', (await staff.text()).includes('Passante Segnaposto'), (await staff.text()).slice(0, 900));
  await look(staff.page, 'slips-list');
  await staff.press('main .queue-side button');
  await look(staff.page, 'slips');
  const code = await staff.page.$eval('main .receipt svg', e => Math.round(e.getBoundingClientRect().width));
  claim('the code is large enough for a camera', code >= 160, code);
  const link = await staff.page.$eval('main .receipt strong', e => e.textContent);
  await staff.page.emulateMediaType('print');
  await staff.page.screenshot({ path: `${shots}/slips-print.png` });
  await staff.page.emulateMediaType(null);
  await stranger.goto(new URL(link).pathname);
  await look(stranger.page, 'slip-read', narrow);
  claim('the slip leads to that line alone', (await stranger.page.$$('main .queue-item')).length === 1 && (await stranger.text()).includes('panchine'), await stranger.text());
}

/** Lines of both tables become one contribution; the tables' pages say so. */
async function register(staff, stranger, event) {
  await staff.goto(`${event}/verbali/1/1`);
  await staff.page.$$eval('.minute[id] [name=chosen]', all => all[1].click());
  await staff.page.$eval('[data-join]', e => { e.open = true; });
  await staff.press('[name=register]');
  await look(staff.page, 'minutes-register');
  await staff.page.$eval('main details', e => { e.open = true; });
  await staff.press('main details a[href*="/verbali/2/1/scelta"]');
  await look(staff.page, 'minutes-register-choose');
  await staff.page.$eval('main [name=riga][type=checkbox]', e => e.click());
  await staff.press('main form .btn-primary');
  claim('lines of two tables stand together', (await staff.page.$$('main blockquote')).length === 2, await staff.text());
  await look(staff.page, 'minutes-register-two', narrow);
  await staff.press('main form.form .btn-primary');
  claim('the lines are in the register', (await staff.text('body')).includes('Le righe sono nel registro'), (await staff.text('body')).slice(0, 300));
  const to = await staff.page.$eval('[data-contribution]:not([hidden])', a => a.getAttribute('href'));
  await staff.goto(to);
  claim('with where each was said', (await staff.page.$$('main dl a[href*="/verbali/"]')).length === 2);
  await look(staff.page, 'minutes-contribution', narrow);
  for (const table of [1, 2]) {
    await stranger.goto(`${open(event)}/tavoli/${table}`);
    claim(`table ${table} says what became of it`, await stranger.says('è diventato un contributo'), await stranger.text());
  }
  await look(stranger.page, 'table-became');
}

/** From the lines to what everybody reads. */
async function restitution(writer, publisher, stranger, event) {
  const one = `${event}/restituzioni/1-1`;
  await writer.goto(`${one}/nuovo?tipo=sentence`);
  await writer.fill({ text: 'Chi abita qui vuole cortili curati e ombra per sedersi.' });
  await writer.page.$$eval('[name=lines]', all => all.forEach(c => c.click()));
  await look(writer.page, 'evening-restitution-new', narrow);
  await writer.press('main form.form .btn-primary');
  claim('the sentence stands on its lines', (await writer.text()).includes('2 righe'), await writer.text());
  await writer.goto(`${one}/nuovo?tipo=action`);
  await writer.fill({ objective: 'Cortili da vivere', text: 'Posare sei panchine sotto gli alberi.', who: 'Il Comune', by_when: 'entro l’estate' });
  await writer.page.$eval('[name=lines]', c => c.click());
  await writer.press('main form.form .btn-primary');
  await look(writer.page, 'evening-restitution-desk', narrow);
  await publisher.goto(`${one}/pubblica`);
  await look(publisher.page, 'evening-restitution-publish', narrow);
  if (await publisher.page.$('main form [name=reread]')) await publisher.fill({ reread: true });
  await publisher.press('main form[action$="/pubblica"] .btn-primary');
  await stranger.goto(`${open(event)}/restituzioni/1-1`);
  await look(stranger.page, 'evening-restitution', narrow);
  const read = await stranger.text();
  claim('everybody reads it', read.includes('ombra per sedersi') && read.includes('sei panchine'), read);
  claim('and nobody is named', !read.includes('Zita') && !read.includes('Ente Segnaposto'), read);
}

await run(async browser => {
  const staff = await (await Person.meet(browser, { screen: screens.phone })).signIn('promotore@example.org');
  const event = await prepared(staff, { title: 'Una sera intera', room_seats: '40', tables: [
    { theme: 'Il verde sotto casa', seats: '20', question: 'Che cosa renderebbe più bello il cortile?' },
    { theme: 'Acqua e ombra', seats: '20', question: 'Dove manca l’acqua?' },
  ] });
  const zita = await Person.meet(browser, { screen: screens.phone });
  await takesASeat(zita, event);
  await guide(staff, event, zita);
  // It begins before the hour that was told: whoever is registered hears of it.
  await staff.goto(`${event}/dati`);
  await staff.fill({ starts_at: wall(-0.1), closes_at: wall(-0.1) });
  await staff.press('main form.form .btn-primary');
  await letter(zita, email, 'Cambiano ora, luogo');
  await look(zita.page, 'evening-changed-letter', narrow);

  const network = await Network.laid();
  const one = await (await Person.meet(browser, { screen: screens.phone, network })).signIn('istruttoria@example.org');
  const two = await Person.meet(browser, { screen: screens.phone });
  await two.signIn('istruttoria@example.org');
  const clerk = await (await Person.meet(browser, { screen: screens.phone })).signIn('facilitazione@example.org');
  await one.goto(`${event}/verbali/1/1`);
  await two.goto(`${event}/verbali/2/1`);
  claim('nobody is there yet', (await people(one.page)).every(p => p.includes('non ancora')), (await people(one.page)).join(' | '));
  await door(clerk, event, one);
  await minutes(one, two, network);
  await reread(two, zita, `${event}/verbali/1/1`);
  const stranger = await Person.meet(browser, { screen: screens.phone });
  await slip(two, stranger, `${event}/verbali/1/1`);
  await register(two, stranger, event);
  await restitution(two, staff, stranger, event);
  network.close();
});
