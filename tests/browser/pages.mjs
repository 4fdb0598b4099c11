// Every page kind, at 320, 390 and 1280 pixels: accessible by axe-core, not too wide, silent, with one h1, a language and a title.
// A door of tests/api/doors.txt that shows a page and is not looked at here (or in whole_way.mjs) is a failure.
import { Person, address, claim, doorOf, doors, look, run, screens, torino, valdora } from './lib.mjs';

const all = doors();
const seen = new Set();
// Not pages: machines' answers, downloads, redirects.
const NO_PAGE = ['/percorsi/{slug}/contributi/{number}/atto', '/salute', '/favicon.ico', '/lingua/{lang}', '/carattere.css', '/carattere/{misura}', '/percorsi/{slug}/registro.json', '/percorsi/{slug}/calendario.ics', '/percorsi/{slug}/immagini/{sha}', '/percorsi/{slug}/piano/confronto.docx', '/percorsi/{slug}/piano/{n}/scarica/{file}', '/percorsi/{slug}/gestione/piano/bozza/{file}', '/percorsi/{slug}/resoconto/{n}/{file}',
  '/percorsi/{slug}/gestione/incontri/{n}/verbali/{table}/{session}/righe', '/percorsi/{slug}/gestione/incontri/{n}/porta/presenze',
  '/demo/posta/{id}/{file}', '/percorsi/{slug}/incontri/calendario.ics', '/calendari/{token}/incontri.ics', '/percorsi/{slug}/incontri/{n}/incontro.ics', '/iscrizioni/{token}/incontro.ics', '/iscrizioni/{token}/codice.svg',
  '/iscrizioni/{token}/guida/{edition}', '/percorsi/{slug}/gestione/incontri/{n}/guida/anteprima', '/percorsi/{slug}/gestione/incontri/{n}/guida/{edition}',
  '/percorsi/{slug}/incontri/{n}/restituzioni/{which}/{edition}/{file}', '/percorsi/{slug}/incontri/{n}/documenti/{file}'];
// Looked at in whole_way.mjs, in the state that only that way brings about.
const ON_THE_WAY = ['dati', 'promotori', 'fasi', 'cifre', 'documenti', 'atti', 'pubblica', 'piano/anteprima', 'piano/sintesi', 'piano/decisioni', 'piano/conclusi', 'piano/abbinamenti', 'piano/senza-seguito', 'piano/modifiche', 'piano/testo', 'piano/testo/nuovo', 'piano/testo/{riga}', 'piano/testo/{riga}/storia',
  'piano/pubblica', 'richieste/{number}/testo', 'riscontri/nuovo', 'riscontri/{number}/modifica', 'resoconto/anteprima', 'resoconto/pubblica'].map(rest => `/percorsi/{slug}/gestione/${rest}`);
// Every address that a page led to, by who saw it, with the page.
const links = new Map();
// Looked at in tables.mjs and evening.mjs, at a table where something was said.
const AT_A_TABLE = ['/gestione/incontri/{n}/verbali', '/gestione/incontri/{n}/correzioni', '/gestione/incontri/{n}/correzioni/{id}', ...['', '/righe/{key}', '/contributo', '/scelta', '/rilettura', '/rilettura/foglietti'].map(rest => `/gestione/incontri/{n}/verbali/{table}/{session}${rest}`), '/incontri/{n}/tavoli/{table}']
  .map(rest => `/percorsi/{slug}${rest}`);
// Behind a link of a letter; evening.mjs looks at the first, and the second is open in tests/api only: Turin's time is over.
const IN_A_LETTER = ['/riletture/{token}', '/riletture/{token}/{key}'];
const ELSEWHERE = new Set([...IN_A_LETTER, ...NO_PAGE, ...ON_THE_WAY, ...AT_A_TABLE]);

const STAFF = {
  visitor: null, participant: 'partecipante@example.org', facilitator: 'facilitazione@example.org', reviewer: 'istruttoria@example.org',
  promoter: 'promotore@example.org', administrator: 'amministrazione@example.org',
};

// [who, name, address, { status, invalid: submit the form empty, act, en }]
const PAGES = [
  ['visitor', 'home', '/', { en: true }],
  ['visitor', 'sign-in', '/accedi', { en: true }],
  ['visitor', 'sign-in-errors', '/accedi', { invalid: true }],
  ['visitor', 'register', '/registrati', { en: true }],
  ['visitor', 'register-errors', '/registrati', { invalid: true, en: true }],
  ['visitor', 'register-sent', '/registrati/inviata'],
  ['visitor', 'forgotten', '/password-dimenticata'],
  ['visitor', 'forgotten-sent', '/password-dimenticata/inviata'],
  ['visitor', 'confirm-stale', '/conferma/abcdefabcdefabcdefabcdefabcdefab', { status: [200, 404, 410] }],
  ['visitor', 'password-stale', '/password/abcdefabcdefabcdefabcdefabcdefab', { status: [200, 404, 410] }],
  ['visitor', 'letters', '/demo/posta', { en: true }],
  ['visitor', 'letter', '/demo/posta', { act: (p, page) => p.press('main .queue-title', page), door: '/demo/posta/{id}' }],
  ['visitor', 'privacy', '/privacy', { en: true }],
  ['visitor', 'accessibility', '/accessibilita', { en: true }],
  ['visitor', 'process', valdora, { en: true }],
  ['visitor', 'process-past', torino],
  ['visitor', 'plan', `${valdora}/piano`],
  ['visitor', 'plan-newest', `${torino}/piano`],
  ['visitor', 'plan-version', `${torino}/piano/1`, { en: true }],
  ['visitor', 'chapter', `${torino}/piano/2`, { act: (p, page) => p.press('main a[href*="/capitolo/"]', page), door: '/percorsi/{slug}/piano/{n}/capitolo/{code}', link: true }],
  ['visitor', 'chapter-of-a-short-plan', `${valdora}/piano`, { act: (p, page) => p.press('main a[href*="/capitolo/"]', page), door: '/percorsi/{slug}/piano/{n}/capitolo/{code}', light: true }],
  ['visitor', 'since', `${torino}/piano/novita`, { en: true }],
  ['visitor', 'compare', `${torino}/piano/confronto`, { en: true }],
  ['visitor', 'compare-inline', `${torino}/piano/confronto?vista=continua`],
  ['visitor', 'search', `${torino}/piano/2/cerca?q=cooperative`],
  ['visitor', 'without-successor', `${torino}/piano/2/senza-seguito`],
  ['visitor', 'passage', `${valdora}/passaggi/3`, { en: true, light: true }],
  ['visitor', 'passage-past', `${torino}/passaggi/12`, { light: true }],
  ['visitor', 'passage-sources', `${torino}/passaggi/44`],
  ['visitor', 'contributions', `${torino}/contributi`, { en: true }],
  ['visitor', 'contributions-open', `${valdora}/contributi`],
  ['visitor', 'contribution', `${torino}/contributi/1`],
  ['visitor', 'act', `${valdora}/contributi/5`, { en: true }],
  ['visitor', 'table-became', `${torino}/incontri/1/tavoli/2`],
  ['visitor', 'register-chain', `${torino}/registro`],
  ['visitor', 'register-verify', `${torino}/registro/verifica`],
  ['visitor', 'register-verify-errors', `${torino}/registro/verifica`, { invalid: true }],
  ['visitor', 'comment', `${valdora}/commenta?passaggio=3`, { en: true }],
  ['visitor', 'comment-errors', `${valdora}/commenta?passaggio=3`, { invalid: true, en: true }],
  ['visitor', 'comment-whole', `${valdora}/commenta`],
  ['visitor', 'comment-closed', `${torino}/commenta?passaggio=3`],
  ['visitor', 'outcomes', `${torino}/esiti`, { en: true }],
  ['visitor', 'outcomes-none', `${valdora}/esiti`],
  ['visitor', 'participants', `${torino}/partecipanti`],
  ['visitor', 'report', `${torino}/resoconto`, { en: true }],
  ['visitor', 'report-numbered', `${torino}/resoconto/1`],
  ['visitor', 'report-none', `${valdora}/resoconto`, { status: [200, 404] }],
  ['visitor', 'events', `${valdora}/incontri`, { en: true }],
  ['visitor', 'event', `${valdora}/incontri/1`, { en: true, light: true }],
  ['visitor', 'event-cancelled', `${valdora}/incontri/3`],
  ['visitor', 'event-past', `${torino}/incontri/1`],
  ['visitor', 'enrol', `${valdora}/incontri/1/iscrizione`, { en: true }],
  ['visitor', 'enrol-errors', `${valdora}/incontri/1/iscrizione`, { invalid: true }],
  ['visitor', 'enrol-sent', `${valdora}/incontri/1/iscrizione/inviata`],
  ['visitor', 'enrol-closed', `${torino}/incontri/1/iscrizione`],
  ['visitor', 'enrolment', '/demo/posta', { act: enrolment(''), door: '/iscrizioni/{token}' }],
  ['visitor', 'enrolment-cancel', '/demo/posta', { act: enrolment('/annulla'), door: '/iscrizioni/{token}/annulla' }],
  ['visitor', 'figures', `${torino}/incontri/1/cifre`, { en: true }],
  ['visitor', 'figures-all', `${torino}/incontri/cifre`],
  ['participant', 'enrol-signed-in', `${valdora}/incontri/1/iscrizione/mia`],
  ['participant', 'event-restricted', `${valdora}/incontri/5`],
  ['facilitator', 'door', `${valdora}/gestione/incontri/1/porta`, { en: true }],
  ['facilitator', 'door-heads', `${valdora}/gestione/incontri/2/porta`],
  ['facilitator', 'door-closed', `${torino}/gestione/incontri/1/porta`],
  ['facilitator', 'people', `${valdora}/gestione/incontri/1/iscritti`, { en: true }],
  ['facilitator', 'people-one', `${valdora}/gestione/incontri/1/iscritti`, { act: (p, page) => p.press('main table a', page), door: '/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}' }],
  ['facilitator', 'people-address', `${valdora}/gestione/incontri/1/iscritti`, { act: async (p, page) => p.goto(`${await page.$eval('main table a', a => a.pathname)}/indirizzo`, page), door: '/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/indirizzo' }],
  ['reviewer', 'people-seat', `${valdora}/gestione/incontri/1/iscritti`, { act: toRemove('main table a', 'tavolo'), door: '/percorsi/{slug}/gestione/incontri/{n}/iscritti/{id}/tavolo' }],
  ['facilitator', 'door-code', `${valdora}/gestione/incontri/1/iscritti`, { act: doorCode, door: '/percorsi/{slug}/gestione/incontri/{n}/porta/{code}' }],
  ['reviewer', 'event-list', `${valdora}/gestione/incontri`, { en: true }],
  ['reviewer', 'event-new', `${valdora}/gestione/incontri/nuovo`],
  ['reviewer', 'event-new-errors', `${valdora}/gestione/incontri/nuovo`, { invalid: true }],
  ['reviewer', 'event-desk', `${valdora}/gestione/incontri/1`, { en: true }],
  ['reviewer', 'event-publish', `${valdora}/gestione/incontri/1/pubblica`],
  ['reviewer', 'event-delete', `${valdora}/gestione/incontri/1/elimina`],
  ['reviewer', 'event-facts', `${valdora}/gestione/incontri/1/dati`],
  ['reviewer', 'event-state', `${valdora}/gestione/incontri/1/stato`],
  ['reviewer', 'event-table-new', `${valdora}/gestione/incontri/1/tavoli/nuovo`],
  ['reviewer', 'event-table', `${valdora}/gestione/incontri/1/tavoli/1`],
  ['reviewer', 'event-table-remove', `${valdora}/gestione/incontri/1/tavoli/1/togli`],
  ['reviewer', 'event-documents', `${valdora}/gestione/incontri/1/documenti`],
  ['reviewer', 'event-file-errors', `${valdora}/gestione/incontri/1/documenti/carica`, { act: (p, page) => invalid(p, page, 'form:has(input[type=file])'), status: [422] }],
  ['reviewer', 'event-guests', `${valdora}/gestione/incontri/5/invitati`],
  ['reviewer', 'event-guide', `${valdora}/gestione/incontri/1/guida`],
  ['reviewer', 'event-guide-publish', `${valdora}/gestione/incontri/1/guida/pubblica`],
  ['reviewer', 'event-figures', `${torino}/gestione/incontri/1/cifre`],
  ['visitor', 'restitutions', `${torino}/incontri/1/restituzioni`, { en: true }],
  ['visitor', 'restitution', `${torino}/incontri/1/restituzioni/2-1`, { en: true }],
  ['visitor', 'restitution-whole', `${torino}/incontri/1/restituzioni/incontro`],
  ['visitor', 'restitution-edition', `${torino}/incontri/1/restituzioni/2-2/1`],
  ['facilitator', 'restitutions-desk', `${torino}/gestione/incontri/1/restituzioni`, { en: true }],
  ['facilitator', 'restitution-desk', `${torino}/gestione/incontri/1/restituzioni/2-2`, { en: true }],
  ['facilitator', 'restitution-desk-whole', `${torino}/gestione/incontri/1/restituzioni/incontro`],
  ['facilitator', 'restitution-new', `${torino}/gestione/incontri/1/restituzioni/2-2/nuovo?tipo=action`, { en: true }],
  ['facilitator', 'restitution-new-errors', `${torino}/gestione/incontri/1/restituzioni/2-2/nuovo`, { invalid: true }],
  ['facilitator', 'restitution-mend', `${torino}/gestione/incontri/1/restituzioni/2-2`, { act: (p, page) => p.press('main .working-acts a', page), door: '/percorsi/{slug}/gestione/incontri/{n}/restituzioni/{which}/punti/{point}' }],
  ['promoter', 'restitution-publish', `${torino}/gestione/incontri/1/restituzioni/2-2/pubblica`, { en: true }],
  ['promoter', 'restitution-withdraw', `${torino}/gestione/incontri/1/restituzioni/2-2/edizioni/1/ritira`, { en: true }],
  ['facilitator', 'restitution-voices', `${torino}/gestione/incontri/1/restituzioni/enti`, { en: true }],
  ['visitor', 'interviews', `${torino}/interviste`, { en: true }],
  ['visitor', 'interviews-none', `${valdora}/interviste`],
  ['visitor', 'not-found', '/non-esiste', { status: [404], en: true }],
  ['visitor', 'not-found-process', '/percorsi/nessuno', { status: [404] }],
  ['visitor', 'sign-in-first', `${valdora}/gestione`, { status: [200, 401, 403, 404] }],
  ['participant', 'account', '/account', { en: true }],
  ['participant', 'account-calendar', '/account', { act: (p, page) => p.press('#calendario button', page), door: '/account/calendario' }],
  ['participant', 'account-errors', '/account', { act: (p, page) => invalid(p, page, 'form[action="/account/enti"]'), status: [422] }],
  ['participant', 'password-errors', '/account', { act: (p, page) => invalid(p, page, 'form[action="/account/password"]'), status: [422] }],
  ['participant', 'notices', `${valdora}/avvisi`],
  ['participant', 'mine', '/i-miei-contributi', { en: true }],
  ['participant', 'resume-none', '/riprendi', { status: [200, 404] }],
  ['participant', 'comment-signed-in', `${valdora}/commenta?passaggio=5`],
  ['participant', 'receipt', '/i-miei-contributi', { act: (p, page) => p.goto(p.receipt, page), door: '/percorsi/{slug}/contributi/{number}/ricevuta' }],
  ['participant', 'edit', '/i-miei-contributi', { act: (p, page) => p.goto(p.receipt.replace('ricevuta', 'modifica'), page), door: '/percorsi/{slug}/contributi/{number}/modifica' }],
  ['participant', 'withdraw', '/i-miei-contributi', { act: (p, page) => p.goto(p.receipt.replace('ricevuta', 'ritira'), page), door: '/percorsi/{slug}/contributi/{number}/ritira' }],
  ['participant', 'support', `${valdora}/contributi/1/sostieni`],
  ['participant', 'forbidden', `${valdora}/gestione/contributi`, { status: [403] }],
  ['participant', 'forbidden-administration', '/amministrazione', { status: [403, 404] }],
  ['participant', 'form-expired', '/account', { act: forged, status: [403] }],
  ['reviewer', 'desk', `${valdora}/gestione`, { en: true }],
  ['reviewer', 'desk-past', `${torino}/gestione`],
  ['reviewer', 'moderation', `${valdora}/gestione/contributi`, { en: true }],
  ['reviewer', 'moderation-past', `${torino}/gestione/contributi`],
  ['reviewer', 'moderation-one', `${valdora}/gestione/contributi/1`],
  ['reviewer', 'moderation-hold', `${valdora}/gestione/contributi/1/trattieni`],
  ['reviewer', 'moderation-refuse', `${valdora}/gestione/contributi/1/rifiuta`],
  ['reviewer', 'moderation-redact', `${valdora}/gestione/contributi/1/oscura`],
  ['reviewer', 'moderation-redact-errors', `${valdora}/gestione/contributi/1/oscura`, { invalid: true }],
  ['reviewer', 'moderation-duplicate', `${valdora}/gestione/contributi/1/duplicato`],
  ['reviewer', 'other-channel', `${valdora}/gestione/contributi/nuovo`],
  ['reviewer', 'act-enter', `${valdora}/gestione/contributi/nuovo-atto`, { en: true }],
  ['reviewer', 'act-enter-errors', `${valdora}/gestione/contributi/nuovo-atto`, { invalid: true }],
  ['reviewer', 'moderation-act', `${valdora}/gestione/contributi/5`],
  ['reviewer', 'other-channel-errors', `${valdora}/gestione/contributi/nuovo`, { invalid: true }],
  ['reviewer', 'intake', `${torino}/gestione/istruttoria`, { en: true }],
  ['reviewer', 'intake-open', `${valdora}/gestione/istruttoria`],
  ['reviewer', 'intake-one', `${torino}/gestione/istruttoria/1`],
  ['reviewer', 'request-correct', `${torino}/gestione/istruttoria/1/richieste/1`],
  ['reviewer', 'intake-one-open', `${valdora}/gestione/istruttoria/1`],
  ['reviewer', 'intake-one-errors', `${torino}/gestione/istruttoria/1`, { invalid: true }],
  ['reviewer', 'responses', `${torino}/gestione/riscontri`],
  ['reviewer', 'responses-open', `${valdora}/gestione/riscontri`],
  ['reviewer', 'response', `${torino}/gestione/riscontri/1`],
  ['reviewer', 'response-replace', `${torino}/gestione/riscontri/1/sostituisci`],
  ['reviewer', 'act-correct', `${torino}/gestione/atti`, { act: (p, page) => p.press('main a[href*="/gestione/atti/"]', page), door: '/percorsi/{slug}/gestione/atti/{id}' }],
  ['reviewer', 'act-remove', `${torino}/gestione/atti`, { act: toRemove('main a[href*="/gestione/atti/"]', 'togli'), door: '/percorsi/{slug}/gestione/atti/{id}/togli' }],
  ['reviewer', 'interviews-desk', `${torino}/gestione/interviste`, { en: true }],
  ['reviewer', 'interviews-desk-none', `${valdora}/gestione/interviste`],
  ['reviewer', 'interview-new', `${torino}/gestione/interviste/nuova`, { en: true }],
  ['reviewer', 'interview-new-errors', `${torino}/gestione/interviste/nuova`, { invalid: true }],
  ['reviewer', 'interview-correct', `${torino}/gestione/interviste`, { act: (p, page) => p.press('main .queue-title a', page), door: '/percorsi/{slug}/gestione/interviste/{id}' }],
  ['reviewer', 'interview-remove', `${torino}/gestione/interviste`, { act: toRemove('main .queue-title a', 'elimina'), door: '/percorsi/{slug}/gestione/interviste/{id}/elimina' }],
  ['reviewer', 'interview-questions', `${torino}/gestione/interviste/domande`],
  ['reviewer', 'interview-themes', `${torino}/gestione/interviste/temi`, { en: true }],
  ['reviewer', 'interview-themes-none', `${valdora}/gestione/interviste/temi`],
  ['reviewer', 'findings', `${torino}/gestione/interviste/risultanze`, { en: true }],
  ['reviewer', 'findings-none', `${valdora}/gestione/interviste/risultanze`],
  ['reviewer', 'findings-errors', `${torino}/gestione/interviste/risultanze`, { invalid: true }],
  ['reviewer', 'finding-mend', `${torino}/gestione/interviste/risultanze`, { act: (p, page) => p.press('main .queue-side a', page), door: '/percorsi/{slug}/gestione/interviste/risultanze/{id}' }],
  ['reviewer', 'finding-remove', `${torino}/gestione/interviste/risultanze`, { act: toRemove('main .queue-side a', 'togli'), door: '/percorsi/{slug}/gestione/interviste/risultanze/{id}/togli' }],
  ['promoter', 'finding-withdraw', `${torino}/gestione/interviste/risultanze`, { act: (p, page) => p.press('main .queue-side a[href$="/ritira"]', page), door: '/percorsi/{slug}/gestione/interviste/risultanze/{id}/ritira', en: true }],
  ['promoter', 'findings-publish', `${torino}/gestione/interviste/pubblica`, { en: true }],
  ['reviewer', 'sources', `${torino}/gestione/interviste/fonti`, { en: true }],
  ['reviewer', 'sources-none', `${valdora}/gestione/interviste/fonti`],
  ['reviewer', 'plan-desk', `${torino}/gestione/piano`, { en: true }],
  ['reviewer', 'plan-desk-open', `${valdora}/gestione/piano`],
  ['reviewer', 'plan-discard', `${valdora}/gestione/piano/scarta`],
  ['reviewer', 'plan-explain', `${torino}/gestione/piano/spiegazioni`],
  ['promoter', 'window', `${valdora}/gestione/consultazione`, { en: true }],
  ['promoter', 'window-extend', `${valdora}/gestione/consultazione/proroga`],
  ['promoter', 'window-extend-errors', `${valdora}/gestione/consultazione/proroga`, { invalid: true }],
  ['promoter', 'batch', `${torino}/gestione/riscontri/pubblica`],
  ['promoter', 'report-desk', `${torino}/gestione/resoconto`],
  ['promoter', 'report-withdraw', `${torino}/gestione/resoconto/1/ritira`, { en: true }],
  ['promoter', 'report-withdraw-errors', `${torino}/gestione/resoconto/1/ritira`, { invalid: true }],
  ['promoter', 'report-desk-missing', `${valdora}/gestione/resoconto`],
  ['promoter', 'participants-desk', `${torino}/gestione/partecipanti`],
  ['administrator', 'administration', '/amministrazione', { en: true }],
  ['administrator', 'trail', '/amministrazione/tracce'],
  ['administrator', 'new-process', '/percorsi/nuovo'],
  ['administrator', 'new-process-errors', '/percorsi/nuovo', { invalid: true }],
  ['administrator', 'roles', `${valdora}/gestione/ruoli`],
];

/** Sends a form with everything emptied, past the browser's own checks. */
async function invalid(person, page, which = 'main form[method=post]') {
  const button = await page.$(`${which} button:not([type=button])`);
  if (!button) throw new Error(`no form ${which} on ${page.url()}`);
  await page.$eval(which, form => {
    form.noValidate = true;
    for (const e of form.elements) if (e.matches('textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])')) e.value = '';
  });
  const status = await person.press(button, page);
  const summary = await page.evaluate(() => document.querySelector('[data-error-summary]') === document.activeElement);
  claim(`errors of ${new URL(page.url()).pathname} get the focus`, summary);
  return status;
}

/** Somebody's enrolment, by the link of their letter. */
function enrolment(rest) {
  return async (person, page) => {
    const letters = await page.$$eval('.queue-item', all => all.map(e => [e.querySelector('a').getAttribute('href'), e.textContent]));
    const [letter] = letters.find(([, text]) => /Iscrizione confermata: Laboratorio/.test(text));
    await person.goto(letter, page);
    return person.goto(`${await page.$eval('main a[href^="/iscrizioni/"]', a => a.getAttribute('href'))}${rest}`, page);
  };
}

/** The page a camera opens; its button is not pressed by the script while there is no network. */
async function doorCode(person, page) {
  await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  await person.press('main table a', page);
  return person.press('main a[href*="/porta/"]', page);
}

/** The page that asks before something is removed: where a reload of a refused removal leads. */
function toRemove(link, how) {
  return async (person, page) => {
    const one = await page.$eval(link, e => e.getAttribute('href'));
    return person.goto(`${one}/${how}`, page);
  };
}

/** Sends a form whose token is not ours. */
async function forged(person, page) {
  await page.$eval('form[action="/account/enti"] [name=_csrf]', e => { e.value = 'ab'.repeat(64); });
  await page.$eval('form[action="/account/enti"]', form => { form.noValidate = true; form.closest('details')?.setAttribute('open', ''); });
  await page.$eval('form[action="/account/enti"] [name=organisation]', e => { e.value = 'Associazione Esempio Primo'; });
  const status = await person.press('form[action="/account/enti"] button', page);
  claim('what was typed into an expired form is shown back', (await person.text('main', page)).includes('Nome dell’ente') && await page.$eval('main input[readonly]', e => e.value) === 'Associazione Esempio Primo');
  return status;
}

/** A participant's own contribution, so that there are a receipt and the pages behind it. */
async function contribute(person) {
  if (!doorOf(all, `${valdora}/commenta`)) return;
  await person.goto(`${valdora}/commenta?passaggio=4`);
  await person.fill({ kind: 'addition', text: 'Propongo orari più lunghi in primavera.', shown: 'si' });
  await person.press('button[name=passo][value=invia]');
  person.receipt = person.path();
  if (!person.receipt.endsWith('/ricevuta')) throw new Error(`no receipt: ${await person.text()}`);
}

async function photograph(person, lang, [who, name, to, { status = [200], invalid: empty, act, light, door, link } = {}]) {
  const page = await person.open({ ...screens.phone, isMobile: false });
  const client = await page.createCDPSession();
  await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  let bytes = 0;
  if (light) {
    await client.send('Network.enable');
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    client.on('Network.loadingFinished', e => { bytes += e.encodedDataLength; });
  }
  const called = lang === 'en' ? `${name}-en` : name;
  try {
    let got = await person.goto(to, page);
    if (light) {
      await page.waitForNetworkIdle();
      claim(`first view of ${called} under 100 KB`, bytes > 0 && bytes < 100 * 1024, `${(bytes / 1024).toFixed(1)} KB`);
      console.log(`  ${called}: ${(bytes / 1024).toFixed(1)} KB`);
    }
    if (link && !await page.$('main a[href*="/capitolo/"]')) return seen.add(door);
    if (empty) got = await invalid(person, page);
    else if (act) got = await act(person, page) ?? got;
    if (empty && status[0] === 200) status = [200, 400, 409, 422];
    if (got === 404 && !status.includes(404) && !doorOf(all, to)) return console.log(`not there yet: ${called} ${to}`);
    const problems = status.includes(got === 304 ? 200 : got) ? [] : [`the answer is ${got}`];
    await look(page, called, { lang, again: !empty && !act, widths: lang === 'en' ? [390, 320] : [390, 320, 1280], problems });
    seen.add(doorOf(all, page.url())).add(doorOf(all, to));
    for (const href of await page.$$eval('a[href]:not([href^="#"])', all => all.map(a => a.href.split('#')[0]))) {
      if (new URL(href).origin === address && !/\/lingua\//.test(href)) links.set(`${who} ${href}`, called);
    }
  } catch (e) {
    claim(`look ${called}`, false, e.message);
  } finally {
    await page.close();
  }
}

/** No page leads to nothing. Each address is asked for once by everybody who saw it. */
async function leads(people) {
  const lost = [];
  for (const person of Object.values(people)) await person.goto('/');
  for (const [key, from] of links) {
    const [who, href] = key.split(' ');
    const status = await people[`${who} it`].page.evaluate(href => fetch(href).then(r => r.status), href);
    if (status >= 400) lost.push(`${href} (${status}) on ${from}`);
  }
  console.log(`followed ${links.size} links`);
  claim('every link leads somewhere', lost.length === 0, lost.join('\n    '));
}

await run(async browser => {
  const only = process.env.ONLY ? new RegExp(process.env.ONLY) : /./;
  const people = {};
  for (const [who, email] of Object.entries(STAFF)) {
    for (const lang of ['it', 'en']) {
      const person = people[`${who} ${lang}`] = await Person.meet(browser, { lang });
      if (email) await person.signIn(email);
      if (lang === 'en') await person.goto('/lingua/en?ritorno=%2F');
      if (who === 'participant' && lang === 'it') await contribute(person);
    }
  }
  const work = [];
  for (const one of PAGES) {
    const [who, name, to, { en } = {}] = one;
    if (!only.test(name)) continue;
    work.push([`${who} it`, 'it', one]);
    if (en) work.push([`${who} en`, 'en', one]);
  }
  // One after the other: a browser photographs only the page in front.
  for (const [who, lang, one] of work) await photograph(people[who], lang, one);
  if (process.env.ONLY) return;
  await leads(people);
  for (const { door } of all) if (!ELSEWHERE.has(door)) claim(`${door} is looked at`, seen.has(door), 'add it to pages.mjs');
  console.log(`looked at ${seen.size} doors of ${address}`);
});
