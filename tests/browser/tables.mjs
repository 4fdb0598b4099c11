// The minutes of a table, kept by two facilitators for a whole session: a hundred and fifty lines, the network cut ten times, the
// pages loaded again. Every line once, in order; and what it is like to work there.
import { Person, claim, look, run, screens, sleep, valdora } from './lib.mjs';

const desk = `${valdora}/gestione/incontri`;
const TABLET = { width: 820, height: 1180, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };

/** An instant as a browser's field writes it, so many hours from now, in Rome. */
function wall(hours) {
  const parts = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' }).format(Date.now() + hours * 3600e3);
  return parts.replace(' ', 'T');
}

/** An event with a table and a session, made by hand; the address of its minutes. */
async function prepared(staff) {
  await staff.goto(`${desk}/nuovo`);
  await staff.fill({ title: 'Serata dei tavoli di prova', kind: 'participatory', starts_at: wall(-1), ends_at: wall(2), place: 'Sala Esempio', room_seats: '40' });
  await staff.press('main form.form .btn-primary');
  const event = staff.path();
  await staff.goto(`${event}/tavoli/nuovo`);
  await staff.fill({ theme: 'Il verde sotto casa', seats: '20', 'question-1': 'Che cosa renderebbe più bello il cortile?', 'starts_at-1': wall(-0.5), 'ends_at-1': wall(1) });
  await staff.press('main form.form .btn-primary');
  await staff.goto(event);
  await staff.pressNamed('Pubblica l’incontro');
  return `${event}/verbali/1/1`;
}

const texts = page => page.$$eval('[data-groups] .minute-text [data-f=text]', all => all.map(e => e.textContent));
const state = page => page.$eval('[data-state]', e => e.textContent);

/** Says one thing at the table: how long until it stands on the page, in milliseconds. */
async function say(page, text) {
  await page.$eval('#f-text', (e, text) => { e.focus(); e.value = text; e.dispatchEvent(new Event('input', { bubbles: true })); }, text);
  await page.evaluate(() => {
    window.took = null;
    document.querySelector('[data-entry] form').addEventListener('submit', () => {
      const began = performance.now();
      requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - began; }));
    }, { capture: true, once: true });
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.took !== null, { timeout: 5000, polling: 10 });
  return page.evaluate(() => window.took);
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

await run(async browser => {
  const staff = await Person.meet(browser);
  await staff.signIn('promotore@example.org');
  const minutes = await prepared(staff);
  const one = await (await Person.meet(browser, { screen: TABLET })).signIn('promotore@example.org');
  const two = await (await Person.meet(browser, { screen: screens.phone })).signIn('istruttoria@example.org');
  claim('the minutes open', (await one.goto(minutes)) === 200 && (await two.goto(minutes)) === 200);
  await look(one.page, 'minutes-empty', { again: false });

  const people = [{ p: one, name: 'A', said: [] }, { p: two, name: 'B', said: [] }];
  const took = [];
  let cuts = 0;
  for (let round = 0; round < 15; round++) {
    for (const who of people) {
      const { page } = who.p;
      // One of the two at a time is without network: ten times in all.
      const cut = round % 3 !== 2 && round < 15 && (round % 2 === people.indexOf(who));
      if (cut) { await page.setOfflineMode(true); cuts++; }
      for (let n = 0; n < 5; n++) {
        const text = `${who.name}${String(who.said.length).padStart(3, '0')} qualcuno dice qualcosa di utile`;
        who.said.push(text);
        took.push(await say(page, text));
      }
      if (cut) {
        claim(`without network ${cuts} it is said so`, /da inviare/.test(await state(page)), await state(page));
        await page.setOfflineMode(false);
        // Loaded again before anything could be sent.
        if (cuts % 3 === 0) await page.reload({ waitUntil: 'load' });
      }
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
  took.sort((x, y) => x - y);
  console.log(`a line stands on the page after ${took[75].toFixed(0)} ms (half of them), ${took[142].toFixed(0)} ms (19 of 20)`);
  claim('a full session stays quick', took[142] < 200, `${took[142]} ms`);

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

  // Two mend the same line: the second is shown both.
  const same = await page.$$eval('.minute[id]', all => all[7].id);
  const mend = async (page, text) => {
    await page.$eval(`#${same} [data-mend]`, link => link.click());
    await say(page, text);
  };
  await settled(two.page, 150);
  await two.page.setOfflineMode(true);
  await mend(one.page, 'Prima correzione');
  await settled(one.page, 150);
  await mend(two.page, 'Seconda correzione');
  await two.page.setOfflineMode(false);
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

  // Two lines go into the register together; everybody sees what became of them.
  await two.goto(minutes);
  await two.page.$$eval('.minute[id] [name=chosen]', all => all.slice(0, 2).forEach(c => c.click()));
  await two.press('[name=register]');
  await look(two.page, 'minutes-register');
  await two.press('main form.form .btn-primary');
  claim('the lines are in the register', (await two.page.$$eval('[data-contribution]:not([hidden])', all => all.length)) === 2);
  const stranger = await Person.meet(browser);
  await stranger.goto(minutes.replace('/gestione', '').replace('/verbali/1/1', '/tavoli/1'));
  await look(stranger.page, 'table-became');
  claim('the table says what became of it', await stranger.says('è diventato un contributo'));
});
