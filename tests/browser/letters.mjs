// Every kind of letter in the demonstration's letter box, at the width of a phone and of a mail program's pane: nothing sticks out, its
// language is told, and each is photographed once. The letters of an event that its own pages do not bring about are made here first.
import { Person, claim, look, run, screens } from './lib.mjs';
import { desk, enrolled, letter, linked, open, prepared, wall } from './event.mjs';

/** What may happen to an event and to whoever enrolled for it. */
const KINDS = ['enrolled', 'enrolment_waiting', 'moved_up', 'already_enrolled', 'enrolment_cancelled', 'enrolment_removed', 'event_changed', 'event_moved', 'event_cancelled', 'event_guide', 'event_reminder', 'lines_to_reread', 'line_correction'];

/** One seat, three who want it, and an event to which everything happens. */
async function happen(staff, browser) {
  const event = await prepared(staff, { title: 'Passeggiata con un solo posto', starts_at: wall(49), ends_at: wall(50), room_seats: '1', online_link: '', tables: [{ theme: 'Il sentiero', seats: '1', question: 'Dove si passa?' }] });
  const person = await Person.meet(browser, { screen: screens.phone });
  const [ada, bea, clio] = ['ada', 'bea', 'clio'].map(name => ({ name: `${name[0].toUpperCase()}${name.slice(1)} Segnaposto`, email: `${name}.posto@example.org` }));
  await enrolled(person, event, ada);
  await enrolled(person, event, ada);
  await enrolled(person, event, bea);
  await enrolled(person, event, clio);
  await letter(person, ada.email, 'Iscrizione confermata');
  await person.goto(`${await linked(person, '/iscrizioni/')}/annulla`);
  await person.press('main form button');
  await letter(person, bea.email, 'Si è liberato un posto');
  await staff.goto(`${event}/iscritti`);
  await staff.pressNamed(bea.name);
  await staff.page.$eval('main details:has([name=reason])', e => { e.open = true; });
  await staff.fill({ reason: 'La persona ha telefonato che non può venire.' });
  await staff.press('main form.form:has([name=reason]) .btn-primary');
  await letter(person, clio.email, 'Si è liberato un posto');
  // It comes nearer than a day, and the reminder goes; then it moves, and in the end it is not held.
  await staff.goto(`${event}/dati`);
  await staff.fill({ starts_at: wall(20), ends_at: wall(21), closes_at: wall(19) });
  await staff.press('main form.form .btn-primary');
  await letter(person, clio.email, 'Cambiano ora, luogo');
  // What is due is looked for every minute.
  await letter(person, clio.email, 'Promemoria', 75);
  for (const [next, more, words] of [['moved_online', { online_link: 'https://example.org/sala' }, 'L’incontro si tiene online'], ['cancelled', {}, 'L’incontro è annullato']]) {
    await staff.goto(`${event}/stato`);
    await staff.fill({ next, reason: 'La sala non è agibile.', ...more });
    await staff.press('main form.form .btn-primary');
    await letter(person, clio.email, words);
  }
  claim('what happened is told', (await person.page.$eval('main .prose', e => e.lang)) === 'it');
  return open(event);
}

await run(async browser => {
  const staff = await (await Person.meet(browser)).signIn('promotore@example.org');
  await staff.goto(desk);
  await happen(staff, browser);
  const reader = await Person.meet(browser, { screen: screens.phone });
  await reader.goto('/demo/posta');
  const all = await reader.page.$$eval('.queue-item[data-kind]', all => all.map(e => [e.dataset.kind, e.querySelector('a').getAttribute('href')]));
  const kinds = new Map([...all].reverse());
  for (const kind of KINDS) claim(`there is a letter ${kind}`, kinds.has(kind), [...kinds.keys()].join(' '));
  for (const [kind, to] of kinds) {
    claim(`the letter ${kind} opens`, (await reader.goto(to)) === 200);
    const { lang, words } = await reader.page.$eval('main .prose', e => ({ lang: e.lang, words: e.textContent }));
    claim(`the letter ${kind} says its language`, ['it', 'en'].includes(lang), lang);
    claim(`the letter ${kind} is filled in`, !/\{\s*\$|\bundefined\b|\bnull\b/.test(words), words);
    await look(reader.page, `letter-${kind}`, { widths: [390, 600] });
  }
  console.log(`${kinds.size} kinds of letters`);
});
