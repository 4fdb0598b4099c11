// The whole way in a browser, as people would go it: a citizen on a phone in the demo's open process; then a process of our own,
// made by hand, from the draft to the resoconto. Each page on the way is looked at.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { Person, address, claim, look, password, root, run, screens, shots, sleep, valdora } from './lib.mjs';

const fixture = name => path.join(root, 'tests/browser/fixtures', name);
const stamp = Date.now().toString(36);
const NAME = 'Zenobia Quaglierini';
const email = `zenobia.${stamp}@example.org`;
const slug = `prova-a-mano-${stamp}`;
const own = `/percorsi/${slug}`;
const desk = `${own}/gestione`;
const TEXT = 'Chiedo una fontanella vicino ai giochi. Chiedo anche che si possa entrare con il cane.';

/** The wall clock in Rome, in whole minutes, as a browser writes it. */
function wall(at) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at).map(p => [p.type, p.value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** Opens the newest letter to somebody whose subject matches; its text. */
async function letter(person, to, subject) {
  for (let tries = 0; tries < 60; tries += 1) {
    await person.goto('/demo/posta');
    for (const item of await person.page.$$('main .queue-item')) {
      const [title, meta] = await Promise.all([item.$eval('.queue-title', e => e.textContent), item.$eval('.queue-meta', e => e.textContent)]);
      if (meta.includes(to) && subject.test(title)) {
        await person.press(await item.$('.queue-title'));
        return person.text();
      }
    }
    await sleep(500);
  }
  throw new Error(`no letter ${subject} to ${to}`);
}

/** The visitor's way: writes first, registers after, finds the text waiting. Returns the register number. */
async function citizen(browser) {
  const p = await Person.meet(browser, { screen: screens.phone });
  await p.goto('/');
  await look(p.page, 'way-home');
  await p.press(`main a.btn-primary[href^="${valdora}/piano"]`);
  claim('the plan is read', p.path().startsWith(`${valdora}/piano`), p.path());
  await p.goto(`${valdora}/passaggi/3`);
  await p.press('main a[href*="/commenta"]');
  claim('a button beside the passage leads to the form', p.path() === `${valdora}/commenta`, p.path());
  await look(p.page, 'way-comment-visitor');
  await p.fill({ kind: 'addition', text: TEXT, shown: 'si' });
  await p.press('button[name=passo][value=anteprima]');
  claim('the preview shows the text', await p.says(TEXT));
  await look(p.page, 'way-comment-preview');
  await p.press('button[name=passo][value=invia]');
  claim('a visitor is asked to sign in', p.path() === '/accedi', p.path());
  await look(p.page, 'way-sign-in-with-draft');
  await p.press('main a[href^="/registrati"]');
  await p.fill({ name: NAME, email, password });
  await p.press('main form .btn-primary');
  claim('registered, and told to read the letter', p.path() === '/registrati/inviata', p.path());
  await look(p.page, 'way-registered');
  await letter(p, email, /conferma/i);
  await look(p.page, 'way-letter-confirm');
  await p.press('main a[href*="/conferma/"]');
  await look(p.page, 'way-confirm');
  await p.fill({ password });
  await p.press('main form[method=post] .btn-primary');
  claim('after confirming, the text waits', await p.page.$eval('textarea[name=text]', e => e.value).catch(() => '') === TEXT, `${p.path()}: ${(await p.text()).slice(0, 300)}`);
  await look(p.page, 'way-resumed');
  if (p.path() !== '/riprendi') await p.goto('/riprendi');
  await p.press('button[name=passo][value=invia]');
  const receipt = p.path().match(/\/contributi\/(\d+)\/ricevuta$/);
  claim('the receipt bears a register number', Boolean(receipt) && (await p.text()).includes(receipt?.[1]), p.path());
  claim('the receipt holds the full text', await p.says(TEXT));
  await look(p.page, 'way-receipt');
  const number = receipt?.[1];
  claim('the letter of receipt holds the text', (await letter(p, email, new RegExp(`n\\. ${number}`))).includes(TEXT));
  await p.goto('/i-miei-contributi');
  claim('it is among my contributions', await p.says(TEXT.slice(0, 30)));
  await look(p.page, 'way-mine');
  await p.goto(`${valdora}/contributi/${number}/modifica`);
  await look(p.page, 'way-edit');
  return { p, number };
}

/** The moderator publishes it, and it stands in public without a name. */
async function moderate(browser, number) {
  const r = await Person.meet(browser);
  await r.signIn('istruttoria@example.org');
  await r.goto(`${valdora}/gestione/contributi`);
  await look(r.page, 'way-moderation');
  await r.goto(`${valdora}/gestione/contributi/${number}`);
  await look(r.page, 'way-moderation-one');
  await r.press('form[action$="/pubblica"] button');
  const v = await Person.meet(browser);
  await v.goto(`${valdora}/contributi`);
  claim('it is on the public page', await v.says('fontanella vicino ai giochi'));
  await v.goto(`${valdora}/contributi/${number}`);
  claim('and on its own', await v.says('fontanella vicino ai giochi'));
  for (const page of [valdora, `${valdora}/contributi`, `${valdora}/contributi/${number}`, `${valdora}/registro`, `${valdora}/partecipanti`, `${valdora}/passaggi/3`]) {
    await v.goto(page);
    const source = await v.page.content();
    claim(`no name on ${page}`, !/Zenobia|Quaglierini/i.test(source) && !source.includes(email));
  }
  await look(v.page, 'way-public');
  await v.close();
  return r;
}

/** The administrator makes a process by hand, and staff publish a draft. */
async function beginning(browser) {
  const a = await Person.meet(browser);
  await a.signIn('amministrazione@example.org');
  await a.goto('/percorsi/nuovo');
  await a.fill({ title: 'Percorso di prova, a mano', summary: 'Un percorso che un test fa a mano, dal principio alla fine.', contact: 'prova@example.org', slug });
  await a.press('main form .btn-primary');
  claim('the process is made', a.path() === desk, `${a.path()}: ${(await a.text()).slice(0, 300)}`);
  await look(a.page, 'way-desk-new');
  await a.goto(`${desk}/promotori`);
  await a.fill({ 'name-1': 'Comune di Prova', 'act_kind-1': 'deliberazione', 'act_number-1': '7', 'act_date-1': '2025-01-10' });
  await a.press('main form .btn-primary');
  await look(a.page, 'way-promoters');
  await a.goto(`${desk}/fasi`);
  await a.fill({ 'title-1': 'Consultazione', 'kind-1': 'consultation', 'starts_on-1': wall(Date.now() - 86_400_000).slice(0, 10), 'ends_on-1': wall(Date.now() + 86_400_000).slice(0, 10) });
  await look(a.page, 'way-phases');
  await a.press('main form .btn-primary');
  claim('phases are saved', (await a.page.$eval('[name="title-1"]', e => e.value)) === 'Consultazione', await a.text());
  for (const rest of ['dati', 'cifre', 'documenti', 'atti']) {
    await a.goto(`${desk}/${rest}`);
    await look(a.page, `way-settings-${rest}`);
  }
  await a.goto(`${desk}/ruoli`);
  for (const [who, role] of [['istruttoria@example.org', 'reviewer'], ['promotore@example.org', 'promoter']]) {
    await a.fill({ email: who, role });
    await a.press('main form:has([name=email]) .btn-primary');
  }
  await look(a.page, 'way-roles');
  await a.goto(`${desk}/pubblica`);
  await look(a.page, 'way-launch');
  await a.press(`form[action="${desk}/pubblica"] button`);
  const v = await Person.meet(browser);
  claim('the process is public', await v.goto(own) === 200);
  await v.close();
  return a;
}

/** Imports a file and publishes it as the next version; `between` is done while it is a draft. */
async function version(r, o, n, between = async () => {}) {
  await r.goto(`${desk}/piano`);
  await look(r.page, `way-plan-desk-${n}`);
  await r.fill({ [await r.page.$eval('input[type=file]', e => e.name)]: fixture(`piano-v${n}.md`) }, r.page, 'main form');
  await r.press(await r.page.$('main form:has(input[type=file]) .btn-primary'));
  claim(`v${n} is imported`, await r.page.$(`a[href="${desk}/piano/anteprima"]`) !== null, (await r.text()).slice(0, 400));
  await look(r.page, `way-imported-${n}`);
  await between();
  await r.goto(`${desk}/piano/sintesi`);
  await look(r.page, `way-summary-${n}`);
  await r.fill({ text: 'Che cosa propone la prova.\n\nE che cosa si chiede a chi legge.' });
  await r.press('main form .btn-primary');
  claim(`v${n} has its summary`, await r.says('Sintesi salvata'), (await r.text()).slice(0, 400));
  await r.goto(`${desk}/piano/anteprima`);
  await look(r.page, `way-preview-${n}`);
  await o.goto(`${desk}/piano/pubblica`);
  await look(o.page, `way-publish-${n}`);
  await o.press(`form[action="${desk}/piano/pubblica"] .btn-primary`);
  claim(`v${n} is public`, await o.goto(`${own}/piano/${n}`) === 200, (await o.text()).slice(0, 300));
}

/** Goes to the page of the passage with these words. */
async function passage(p, n, words) {
  await p.goto(`${own}/piano/${n}`);
  return p.page.$$eval('.passage', (all, words) => all.find(e => e.textContent.includes(words))?.querySelector('a.passage-code')?.textContent.match(/P-0*(\d+)/)?.[1] ?? '', words);
}

async function comment(p, words, typed) {
  const code = await passage(p, 1, words);
  claim(`"${words}" has a code`, code !== '');
  await p.goto(`${own}/commenta?passaggio=${code}`);
  await p.fill({ shown: 'si', ...typed });
  await p.press('button[name=passo][value=invia]');
  claim(`the comment on "${words}" is received`, /ricevuta$/.test(p.path()), `${p.path()}: ${(await p.text()).slice(0, 500)}`);
  return p.path().match(/contributi\/(\d+)/)?.[1];
}

/** Marks words with the selection, as a mouse would, and cuts a request of them. */
async function cut(r, number, words, summary) {
  await r.goto(`${desk}/istruttoria/${number}`);
  const marked = await r.page.evaluate(words => {
    const source = document.querySelector('[data-excerpt-source]');
    const walk = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      source.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
      return true;
    }
    return false;
  }, words);
  await sleep(400);
  const quote = await r.page.$eval('[name=quote]', e => e.value);
  claim(`marking "${words}" fills the form`, marked && quote === words, quote);
  await r.fill({ summary, theme: 'Spazi' });
  await look(r.page, `way-cut-${number}-${summary.length}`);
  await r.press('main form:has([name=summary]) button.btn-primary');
  claim(`request "${summary}" is cut`, (await r.text('main')).includes(summary), (await r.text()).slice(0, 400));
}

/** Answers every request not yet answered of one contribution. */
async function answer(r, number, fields) {
  await r.goto(`${desk}/istruttoria/${number}`);
  const ways = await r.page.$$('main a[href*="/riscontri/nuovo?richieste="]');
  await r.press(ways.at(-1));
  await look(r.page, `way-answer-${number}`);
  await r.fill(fields);
  await r.press('main form:has([name=outcome]) .btn-primary');
  claim(`a response to ${number} is saved`, /\/riscontri(\/\d+)?$/.test(r.path()) && !(await r.page.$('[data-error-summary]')), `${r.path()}: ${(await r.text()).slice(0, 900)}`);
}

async function press(p, selector) {
  if (await p.page.$(selector)) return p.press(selector);
  throw new Error(`nothing to press: ${selector} on ${p.path()}: ${(await p.text()).slice(0, 500)}`);
}

await run(async browser => {
  const { p, number } = await citizen(browser);
  const r = await moderate(browser, number);
  const a = await beginning(browser);
  const o = await Person.meet(browser);
  await o.signIn('promotore@example.org');
  const q = await Person.meet(browser, { screen: screens.phone });
  await q.signIn('partecipante@example.org');

  await version(r, o, 1);

  // The window: the minutes of a datetime-local are whole, and the past is refused.
  const opens = Math.ceil((Date.now() + 8_000) / 60_000) * 60_000;
  const closes = opens + 120_000;
  await o.goto(`${desk}/consultazione`);
  await look(o.page, 'way-window');
  await o.goto(`${desk}/consultazione`);
  const late = Date.now() > opens;
  claim('the window is set before its minute', !late);
  await o.fill({ opens_at: wall(opens), closes_at: wall(closes) });
  await o.press('main form:has([name=opens_at]) .btn-primary');
  await o.press('main form:has([name=confirmed]) .btn-primary');
  claim('the window is set', !(await o.page.$('[data-error-summary]')), (await o.text()).slice(0, 400));
  while (Date.now() < opens + 1_000) await sleep(500);

  const first = await comment(p, 'Il giardino apre', { kind: 'addition', text: TEXT });
  const second = await comment(q, 'Il mercato si tiene', { kind: 'rewording', text: 'Il mercato serve a chi produce qui.', proposed: 'Il mercato si tiene il sabato mattina, con banchi di chi produce qui.' });
  claim('both came in while it was open', Date.now() < closes);
  await q.goto(`${own}/avvisi`);
  await look(q.page, 'way-notices');
  while (Date.now() < closes + 1_500) await sleep(500);
  await q.goto(`${own}/commenta`);
  await look(q.page, 'way-window-closed');
  await q.fill({ kind: 'addition', text: 'Arrivo tardi.', shown: 'si' });
  claim('after the close a text is only offered to be filed as late', await q.page.$('button[value=invia]') === null && await q.page.$('button[value=tardivo]') !== null);

  for (const n of [first, second]) {
    await r.goto(`${desk}/contributi/${n}`);
    await press(r, 'form[action$="/pubblica"] button');
  }
  await cut(r, first, 'una fontanella vicino ai giochi', 'Una fontanella vicino ai giochi');
  await cut(r, first, 'si possa entrare con il cane', 'Ingresso con il cane');
  await cut(r, second, 'Il mercato serve a chi produce qui.', 'Banchi per chi produce qui');
  await r.goto(`${desk}/istruttoria`);
  await look(r.page, 'way-intake');

  await r.goto(`${desk}/istruttoria/${first}`);
  await answer(r, first, { outcome: 'not_accepted', reason: 'La rete idrica non arriva fin lì, e il regolamento non ammette cani nel giardino.', draft: true });
  await r.goto(`${desk}/riscontri/1/modifica`);
  await look(r.page, 'way-response-edit');
  const decide = async () => {
    await r.goto(`${desk}/piano/decisioni`);
    await look(r.page, 'way-decisions');
    for (let i = 0; i < 10; i += 1) {
      const form = await r.page.$('main form:has([name=risposta])');
      if (!form) break;
      const old = await form.$('button[name=risposta]:not([value=no])');
      const title = await form.evaluate(e => e.closest('section').textContent);
      await r.press(old && /giardino apre|mercato si tiene/.test(title) ? old : await form.$('button[value=no]'));
    }
    await r.goto(`${desk}/piano/testo`);
    await look(r.page, 'way-working');
    const one = await r.page.$eval('.working-acts a', e => e.getAttribute('href'));
    await r.goto(one);
    await look(r.page, 'way-passage');
    await r.goto(`${one}/storia`);
    await look(r.page, 'way-passage-history');
    await r.goto(`${desk}/piano/testo/nuovo`);
    await look(r.page, 'way-passage-new');
    await r.goto(`${desk}/istruttoria/${second}`);
    if (await r.page.$('main a[href*="/richieste/"][href$="/testo"]')) {
      await r.press('main a[href*="/richieste/"][href$="/testo"]');
      await look(r.page, 'way-proposal');
    }
    await r.goto(`${desk}/piano/modifiche`);
    await look(r.page, 'way-changes');
    await r.goto(`${desk}/piano/conclusi`);
    await look(r.page, 'way-ended');
    await r.goto(`${desk}/piano/senza-seguito`);
    await look(r.page, 'way-without-successor');
    await r.goto(`${desk}/piano/abbinamenti`);
    await look(r.page, 'way-matches');
  };
  await version(r, o, 2, decide);
  const market = await passage(r, 2, 'posti riservati a chi comincia');
  claim('a passage of version 2 has a code', market !== '');
  await answer(r, second, { outcome: 'integrated', reason: 'Il testo ora prevede banchi per chi produce nella zona.', passages: market });

  // Two people: whoever prepared cannot approve.
  for (const state of ['draft', 'submitted', 'approved', 'published']) {
    await r.goto(`${desk}/riscontri?stato=${state}`);
    await look(r.page, `way-responses-${state}`);
    if (state === 'draft' && await r.page.$('form[action$="/invia"] .btn-primary')) {
      await r.page.$$eval('[name=response]', all => all.forEach(e => { if (!e.checked) e.click(); }));
      await r.press('form[action$="/invia"] .btn-primary');
    }
  }
  await r.goto(`${desk}/riscontri/1`);
  claim('who prepared finds no button to approve', await r.page.$('form[action$="/approva"]') === null);
  await look(r.page, 'way-response-own');
  await o.goto(`${desk}/riscontri?stato=submitted`);
  await look(o.page, 'way-approve');
  await o.goto(`${desk}/riscontri/1`);
  await look(o.page, 'way-approve-one');
  await o.goto(`${desk}/riscontri?stato=submitted`);
  await o.page.$$eval('[name=response]', all => all.forEach(e => { if (!e.checked) e.click(); }));
  await press(o, 'form[action$="/approva"] .btn-primary');
  await o.goto(`${desk}/resoconto`);
  await look(o.page, 'way-report-missing');
  claim('no report before the responses are published', await o.page.$(`a[href="${desk}/resoconto/pubblica"]`) === null);
  await o.goto(`${desk}/riscontri/pubblica`);
  await look(o.page, 'way-batch');
  await press(o, 'form[action$="/riscontri/pubblica"] .btn-primary');
  claim('the author gets one letter with the outcomes', (await letter(p, email, /riscontro/i)).includes('non ammette cani'));
  await look(p.page, 'way-letter-outcomes');

  // A change nobody asked for has to be explained.
  await r.goto(`${desk}/piano/spiegazioni`);
  await look(r.page, 'way-explain');
  if (await r.page.$('main form [name=note]')) {
    await r.page.$$eval('main form [name=codes]', all => all.forEach(e => { if (!e.checked) e.click(); }));
    await r.page.$eval('main form [name=kind]', e => e.click());
    await r.fill({ note: 'Serve a dire come si verifica, e a chiarire gli orari.' });
    await r.press('main form:has([name=note]) .btn-primary');
  }
  await o.goto(`${own}/piano/confronto`);
  await look(o.page, 'way-compare');
  claim('the comparison stands beside the request behind it', (await o.text()).includes('Banchi per chi produce qui'), (await o.text()).slice(0, 600));

  await o.goto(`${desk}/partecipanti`);
  await o.fill({ channel: 'interview', organisations: 'Circolo di Prova' });
  await o.press('main form:has([name=organisations]) .btn-primary');
  await look(o.page, 'way-participants');
  await o.goto(`${desk}/resoconto`);
  await o.fill({ introduction: 'Questo resoconto è di prova.', thanks: 'Grazie a chi ha scritto.' });
  await o.press('main form:has([name=introduction]) .btn-primary');
  await look(o.page, 'way-report-desk');
  await o.goto(`${desk}/resoconto/anteprima`);
  await look(o.page, 'way-report-preview');
  await o.goto(`${desk}/resoconto/pubblica`);
  await look(o.page, 'way-report-publish');
  await press(o, 'form[action$="/resoconto/pubblica"] .btn-primary');
  claim('the report is published', o.path() === `${own}/resoconto/1`, `${o.path()}: ${(await o.text()).slice(0, 500)}`);
  await look(o.page, 'way-report');
  await o.goto(desk);
  await look(o.page, 'way-desk-end');
  await report(browser);
  for (const one of [p, q, r, o, a]) await one.close();
});

/** The files, as anybody downloads them. */
async function report(browser) {
  const v = await Person.meet(browser);
  await v.goto(`${own}/resoconto/1`);
  const links = await v.page.$$eval('main a[href*="/resoconto/1/"]', all => all.map(e => e.href));
  const got = async ending => {
    const href = links.find(l => l.endsWith(ending));
    if (!href) return Buffer.alloc(0);
    return Buffer.from(await (await fetch(href)).arrayBuffer());
  };
  const [pdf, docx, html] = [await got('pdf'), await got('docx'), await got('html')];
  claim('the PDF is one', pdf.subarray(0, 5).toString() === '%PDF-', `${links}`);
  claim('the DOCX is one', docx.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004', `${links}`);
  fs.writeFileSync(path.join(shots, 'resoconto.pdf'), pdf);
  fs.writeFileSync(path.join(shots, 'resoconto.docx'), docx);
  const texts = { html: html.toString() };
  try {
    texts.pdf = execFileSync('pdftotext', ['-layout', path.join(shots, 'resoconto.pdf'), '-'], { encoding: 'utf8' });
  } catch (e) {
    claim('pdftotext reads it', false, e.message);
  }
  for (const [kind, text] of Object.entries(texts)) {
    if (!text) continue;
    claim(`the ${kind} holds a request's summary`, text.replace(/\s+/g, ' ').includes('Banchi per chi produce qui'));
    claim(`the ${kind} names no citizen`, !/Zenobia|Quaglierini|Partecipante di prova/i.test(text));
    claim(`the ${kind} names the organisation`, text.includes('Circolo di Prova'));
  }
  await v.close();
}
