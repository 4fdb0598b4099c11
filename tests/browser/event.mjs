// What the scripts about events share: an event made by hand, somebody who enrols, a letter of the demonstration's letter box.
import { address, claim, sleep, valdora } from './lib.mjs';

/** The desk of the events of the process that is open. */
export const desk = `${valdora}/gestione/incontri`;

/** An instant as a browser's field writes it, so many hours from now, in Rome. */
export function wall(hours) {
  const parts = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' }).format(Date.now() + hours * 3600e3);
  return parts.replace(' ', 'T');
}

/** Until it holds, for ten seconds at most. */
export async function until(what) {
  for (let n = 0; n < 50; n += 1) {
    if (await what()) return true;
    await sleep(200);
  }
  return false;
}

/** An event with tables of one session each, made by hand and published; the address of its desk. */
export async function prepared(staff, { tables, ...facts }) {
  await staff.goto(`${desk}/nuovo`);
  await staff.fill({ kind: 'participatory', starts_at: wall(1), ends_at: wall(3), place: 'Sala Esempio', ...facts });
  await staff.press('main form.form .btn-primary');
  const event = staff.path();
  for (const { question, ...table } of tables) {
    await staff.goto(`${event}/tavoli/nuovo`);
    await staff.fill({ 'question-1': question, ...table });
    await staff.press('main form.form .btn-primary');
  }
  await staff.goto(event);
  await staff.pressNamed('Pubblica l’incontro');
  return event;
}

/** The address at which everybody reads what a desk is about. */
export const open = event => event.replace('/gestione', '');

/** Enrols from a page that nobody signed in to, at the first table where no other is named. */
export async function enrolled(person, event, { name, email, ...more }) {
  await person.goto(`${open(event)}/iscrizione`);
  const first = await person.page.$$eval('[name=first] option', all => all.map(o => o.value).find(Boolean));
  await person.fill({ name, email, first, ...more, consent: true });
  await person.press('main form button.btn-primary');
  return claim(`${name} enrols`, /Iscrizione ricevuta|In lista d’attesa/.test(await person.text()), await person.text());
}

/** Opens the newest letter to somebody with these words in its subject; waits for it that many seconds. */
export async function letter(person, to, words, seconds = 20) {
  for (let n = 0; n < seconds * 4; n += 1) {
    await person.goto('/demo/posta');
    const all = await person.page.$$eval('.queue-item', all => all.map(e => [e.querySelector('a').getAttribute('href'), e.textContent]));
    const mine = all.find(([, text]) => text.includes(to) && text.includes(words));
    if (mine) return person.goto(mine[0]);
    await sleep(250);
  }
  throw new Error(`no letter ${words} to ${to}`);
}

/** Says one thing at a table, by the Enter key. */
export async function say(page, text, { who, kind } = {}) {
  if (kind) await page.$eval(`[name=kind][value=${kind}]`, e => e.click());
  if (who) await page.$eval('#f-who', (e, who) => { e.value = [...e.options].find(o => o.textContent.includes(who)).value; }, who);
  await page.$eval('#f-text', (e, text) => { e.focus(); e.value = text; e.dispatchEvent(new Event('input', { bubbles: true })); }, text);
  await page.keyboard.press('Enter');
}

/** Whether everything said is safe at the server. */
export const saved = page => page.$eval('[data-state]', e => /^(Tutto salvato|Everything is saved)/.test(e.textContent));

/** On the device of somebody whose session ended without their signing out, another one signs in. */
export async function takesOver(person, email, page = person.page) {
  await page.deleteCookie(...(await page.cookies(address)).filter(c => /session|sessione/.test(c.name)));
  await person.signIn(email, page);
}

/** Where the first link of a letter leads that begins so. */
export const linked = (person, begins) => person.page.$eval(`main a[href*="${begins}"]`, a => new URL(a.href).pathname);
