// Every form with nothing in it, too much in it, and with hostile words: refused with reasons, the focus on them, what was typed
// still there, nothing run, nothing too wide for a narrow phone. Half of them without JavaScript. It changes the demonstration:
// it comes last.
import { Person, claim, run, screens, torino, valdora } from './lib.mjs';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)> \u202eabc\u202c 👩‍👩‍👧 {{7*7}} ${7*7} \'; DROP TABLE x; --';
const WORD = 'Lunghissimaparolasenzaspazi'.repeat(12);
const desk = `${valdora}/gestione`;
const who = {
  visitor: null, participant: 'partecipante@example.org', reviewer: 'istruttoria@example.org',
  promoter: 'promotore@example.org', administrator: 'amministrazione@example.org',
};

// [who, address, what to add: the form's selector, its button, choices to make first, whether empty is a good answer too]
const FORMS = [
  ['visitor', '/accedi'],
  ['visitor', '/registrati'],
  ['visitor', '/password-dimenticata'],
  ['visitor', `${valdora}/incontri/1/iscrizione`],
  ['visitor', `${torino}/registro/verifica`],
  ['visitor', `${valdora}/commenta?passaggio=3`, { button: 'button[value=anteprima]' }],
  ['participant', `${valdora}/commenta?passaggio=3`, { button: 'button[value=invia]', choose: { kind: 'rewording', shown: 'si', named_as: 'pseudonym' } }],
  ['participant', '/account', { form: 'form[action="/account/enti"]' }],
  ['participant', '/account', { form: 'form[action="/account/password"]' }],
  ['reviewer', `${desk}/contributi/2/trattieni`, { empty: true }],
  ['reviewer', `${desk}/contributi/2/oscura`],
  ['reviewer', `${desk}/contributi/2/duplicato`, { empty: true }],
  ['reviewer', `${desk}/contributi/2/rifiuta`],
  ['reviewer', `${desk}/contributi/nuovo`],
  ['reviewer', `${desk}/contributi/nuovo-atto`],
  ['reviewer', `${torino}/gestione/istruttoria/2`, { form: 'form:has([name=summary])', button: 'button.btn-primary' }],
  ['reviewer', `${torino}/gestione/riscontri/1/sostituisci`, { form: 'form:has([name=outcome])' }],
  ['reviewer', `${desk}/piano`, { form: 'form:has(input[type=file])' }],
  ['reviewer', `${desk}/interviste/nuova`],
  ['reviewer', `${desk}/interviste/domande`, { empty: true }],
  ['reviewer', `${torino}/gestione/interviste/temi`, { empty: true }],
  ['reviewer', `${torino}/gestione/interviste/risultanze`],
  ['reviewer', `${torino}/gestione/interviste/fonti`],
  ['reviewer', `${torino}/gestione/incontri/1/restituzioni/2-2/nuovo?tipo=action`],
  ['promoter', `${desk}/consultazione/proroga`],
  ['promoter', `${desk}/incontri/nuovo`],
  ['promoter', `${desk}/incontri/1/tavoli/nuovo`],
  ['promoter', `${desk}/incontri/1/stato`],
  ['promoter', `${desk}/incontri/1/documenti`, { form: 'form:has([name="title-1"])', empty: true }],
  ['promoter', `${desk}/incontri/1/documenti`, { form: 'form:has(input[type=file])' }],
  ['promoter', `${desk}/incontri/5/invitati`, { empty: true }],
  ['promoter', `${torino}/gestione/resoconto`, { form: 'form:has([name=introduction])', empty: true }],
  ['promoter', `${torino}/gestione/partecipanti`, { form: 'form:has([name=organisations])' }],
  ['administrator', '/percorsi/nuovo'],
  ['administrator', `${desk}/ruoli`, { form: 'form:has([name=email])' }],
  ['administrator', `${desk}/dati`],
  ['administrator', `${desk}/promotori`, { empty: true }],
  ['administrator', `${desk}/fasi`, { empty: true }],
  ['administrator', `${desk}/cifre`, { empty: true }],
  ['administrator', `${desk}/documenti`, { empty: true }],
  ['administrator', `${desk}/atti`, { form: 'form:has([name=title])' }],
];

/** Puts `words` (or, for null, more than may be) into every field that takes text, past the browser's own checks; answers what was typed. */
const type = (page, form, words) => page.$eval(form, (form, words) => {
  form.noValidate = true;
  const typed = {};
  for (const e of form.elements) {
    if (!e.name || !e.matches('textarea, input:not([type]), input[type=text], input[type=email], input[type=url], input[type=search], input[type=password]')) continue;
    const most = e.maxLength;
    e.removeAttribute('maxlength');
    if (e.type === 'email') e.type = 'text';
    e.value = words === null ? 'x'.repeat((most > 0 ? most : 20_000) + 1) : words;
    if (e.type !== 'password') typed[e.name] = e.value;
  }
  return typed;
}, words);

/** What the page shows after an answer that refuses. */
const shown = (page, form) => page.evaluate(form => {
  const summary = document.querySelector('[data-error-summary]');
  const here = document.querySelector(`main ${form}`) ?? document.querySelector('main');
  const links = [...(summary?.querySelectorAll('a[href^="#"]') ?? [])];
  return {
    summary: Boolean(summary), focus: summary !== null && document.activeElement === summary, lost: links.filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash), links: links.length,
    values: Object.fromEntries([...here.querySelectorAll('[name]')].filter(e => e.value !== undefined).map(e => [e.name, e.value])),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, title: document.title,
    unlabelled: [...here.querySelectorAll('input:not([type=hidden]), textarea, select')].filter(e => !e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')).map(e => e.name),
  };
}, form);

async function attempt(person, to, name, { form = 'form[method=post]', button = 'button:not([type=button])', choose, empty }, words, script) {
  const { page } = person;
  await person.goto(to);
  if (!await page.$(`main ${form}`)) return claim(`${name}: the form is there`, false, person.path());
  if (choose) await person.fill(choose, page, `main ${form}`);
  const typed = await type(page, `main ${form}`, words);
  const press = await page.$(`main ${form} ${button}`);
  const [answer] = await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), press.evaluate(e => e.click())]);
  const [status, seen] = [answer.status(), await shown(page, form)];
  const wrong = [];
  if (person.dialogs.length) wrong.push(`a script ran: ${person.dialogs.splice(0)}`);
  if (page.complaints.length) wrong.push(`console: ${page.complaints.splice(0).join(' | ')}`);
  if (seen.wide > 0) wrong.push(`too wide by ${seen.wide}px`);
  if (status >= 500) wrong.push(`the answer is ${status}`);
  if (seen.unlabelled.length) wrong.push(`no label: ${seen.unlabelled}`);
  const refused = status === 422;
  if (refused) {
    if (!seen.summary || !seen.links) wrong.push('no summary of what is wrong');
    if (script && !seen.focus) wrong.push('the focus is not on the summary');
    if (seen.lost.length) wrong.push(`links to nothing: ${seen.lost}`);
    for (const [field, value] of Object.entries(typed)) {
      const kept = (seen.values[field] ?? '').replace(/\r\n/g, '\n');
      if (kept.trim() !== value.trim()) wrong.push(`${field} is not kept: ${JSON.stringify(kept.slice(0, 60))}`);
    }
  }
  const much = words === null && Object.keys(typed).length > 0;
  if (!refused && (much || (words === '' && !empty))) wrong.push(`not refused: ${status} ${person.path()}`);
  return claim(name, wrong.length === 0, wrong.join('; '));
}

await run(async browser => {
  const people = {};
  const meet = async (one, script, lang) => {
    const person = await Person.meet(browser, { lang, screen: { ...screens.phone, width: 320, isMobile: false, hasTouch: false }, script });
    person.dialogs = [];
    person.page.on('dialog', d => { person.dialogs.push(d.message()); d.dismiss(); });
    if (who[one]) await person.signIn(who[one]);
    return person;
  };
  // A draft written here: the forms of one of its passages.
  const clerk = await meet('reviewer', true, 'it');
  await clerk.goto(`${desk}/piano`);
  await clerk.press('form[action$="/inizia"] button:not([type=button])');
  const row = await clerk.page.$eval('.working > li', e => e.id.slice(1));
  FORMS.push(['reviewer', `${desk}/piano/testo/${row}`, { form: `form[action$="/${row}"]` }], ['reviewer', `${desk}/piano/testo/${row}?sposta=si`, { form: 'form[action$="/sposta"]' }]);
  for (const [n, [one, to, how = {}]] of FORMS.entries()) {
    // The languages and the two ways of working take turns.
    const [script, lang] = [n % 2 === 0, n % 4 < 2 ? 'it' : 'en'];
    const person = people[`${one} ${script} ${lang}`] ??= await meet(one, script, lang);
    const name = `${to.replace(/^\/percorsi\/[^/]+/, '…')}${how.form ? ` ${how.form}` : ''} (${lang}${script ? '' : ', no script'})`;
    await attempt(person, to, `empty ${name}`, how, '', script);
    await attempt(person, to, `too much ${name}`, how, null, script);
    await attempt(person, to, `one long word ${name}`, how, WORD, script);
    await attempt(person, to, `hostile ${name}`, how, HOSTILE, script);
  }
});
