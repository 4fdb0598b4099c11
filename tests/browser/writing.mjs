// A draft written in the browser: questions answered with the keyboard, a passage kept while it is typed with its preview beside, what
// is typed kept when the network goes and sent when it is back, two editors at once, somebody signed out meanwhile.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Network, Person, claim, look, root, run, screens, sleep, valdora } from './lib.mjs';

const desk = `${valdora}/gestione/piano`;

/** The published text with three points said otherwise: enough to be asked about, not enough to be sure. */
function reworded() {
  const was = fs.readFileSync(path.join(root, 'src/domain/demo/content/quartiere/plan-v1.md'), 'utf8');
  const other = [
    [/^- Installare panchine .*$/m, '- Mettere sedute con schienale lungo il viale principale e davanti alla fermata del tram.'],
    [/^- Rendere accessibili .*$/m, '- Togliere entro il terzo anno i gradini da tutti gli ingressi dei giardini e dei cortili.'],
    [/^- Affidare a ogni classe .*$/m, '- Chiedere alle classi della scuola primaria di adottare un albero, con chi cura il verde.'],
  ];
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ascolto-writing-')), 'quartiere-2.md');
  fs.writeFileSync(file, other.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`no ${from} in the plan of the demonstration`);
    return text.replace(from, to);
  }, was));
  return file;
}

const focused = page => page.evaluate(() => document.activeElement?.closest('[data-question]')?.id ?? '');
const questions = page => page.$$eval('[data-question]', all => all.map(e => e.id));
/** Presses a key that leads to the next page. */
const leads = (page, key) => Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press(key)]);

async function deciding(p) {
  const { page } = p;
  await p.goto(desk);
  await p.fill({ [await page.$eval('input[type=file]', e => e.name)]: reworded() }, page, 'main form');
  await p.press(await page.$('main form:has(input[type=file]) .btn-primary'));
  await p.goto(`${desk}/decisioni`);
  const asked = await questions(page);
  claim('there are questions', asked.length >= 2, await p.text());
  claim('the keys are explained', await page.$eval('[data-keys-help]', e => !e.hidden && e.getClientRects().length > 0));
  claim('the first question has the focus', await focused(page) === asked[0], await focused(page));
  await page.keyboard.press('j');
  claim('J goes to the next', await focused(page) === asked[1], await focused(page));
  const seen = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
  claim('and it is in sight', seen > -2 && seen < 800, seen);
  await page.keyboard.press('K');
  claim('K goes back', await focused(page) === asked[0], await focused(page));
  await page.keyboard.press('9');
  await page.keyboard.down('Control');
  await page.keyboard.press('0');
  await page.keyboard.up('Control');
  claim('a key that is on no button answers nothing', (await questions(page)).length === asked.length && p.path() === `${desk}/decisioni`);
  const codes = await page.$$eval(`[id="${asked[0]}"] button[data-key]`, all => all.map(e => [e.dataset.key, e.value]));
  claim('each button has its key on it, zero for none of them', codes.some(([k, v]) => k === '0' && v === 'no') && codes.some(([k]) => k === '1'), JSON.stringify(codes));
  await leads(page, '1');
  let left = await questions(page);
  claim('1 answers the question that has the focus, and no other', left.length === asked.length - 1 && !left.includes(asked[0]), left.join(' '));
  claim('the next question has the focus', await focused(page) === asked[1], await focused(page));
  await leads(page, '0');
  left = await questions(page);
  claim('0 says that it is new', !left.includes(asked[1]), left.join(' '));
  for (let n = left.length; n > 0; n -= 1) await leads(page, '0');
  claim('nothing is left to say', (await questions(page)).length === 0 && !(await p.says('Decidi su')), await p.text());
}

/** The form of the passage with some words. */
async function form(p, words) {
  await p.goto(`${desk}/testo`);
  const there = await p.page.$$eval('.working > li', (all, words) => all.find(e => e.textContent.includes(words))?.querySelector('.working-acts a')?.getAttribute('href'), words);
  if (!there) throw new Error(`no passage says ${words}: ${await p.text()}`);
  await p.goto(there);
  return there;
}

const state = page => page.$eval('[data-autosave-state]', e => e.textContent.trim());
const until = async (what, is, seconds = 30) => {
  for (let n = 0; n < seconds * 10; n += 1) {
    if (await is()) return claim(what, true);
    await sleep(100);
  }
  return claim(what, false);
};
const type = async (page, words) => {
  await page.focus('#f-text');
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type(words);
};

async function autosaved(p, other) {
  const { page } = p;
  const there = await form(p, 'Sala');
  await form(p, 'quasi tutto al sole');
  const at = p.path();
  claim('another passage has another form', at !== there);
  const answers = [];
  page.on('response', r => { if (r.request().method() === 'POST') answers.push(r.status()); });
  await type(page, ' E **subito**.');
  await until('what is typed is kept while it is typed', async () => await state(page) === 'Salvato.');
  claim('by one request, when the typing paused', answers.length === 1 && answers[0] === 200, answers.join(' '));
  claim('the preview shows how it will look', await page.$$eval('[data-preview] strong', all => all.map(e => e.textContent).join()) === 'subito');
  claim('and it is kept on the server', await other.goto(at) === 200 && /E \*\*subito\*\*/.test(await other.page.$eval('#f-text', e => e.value)));
  await look(page, 'writing-saved');
  await type(page, ' Ancora.');
  await until('a second time too', async () => answers.length === 2 && await state(page) === 'Salvato.');
  claim('with no clash with oneself', answers[1] === 200, answers.join(' '));
  return at;
}

/** The network goes while one types. */
async function cut(p, network, at, other) {
  const { page } = p;
  network.cut();
  await type(page, ' Senza rete.');
  await until('without network it is said that it is not saved', async () => /Non ancora salvato/.test(await state(page)));
  network.mend();
  await until('with the network back it is sent, with nothing more typed', async () => await state(page) === 'Salvato.', 40);
  await other.goto(at);
  claim('and it is there once', (await other.page.$eval('#f-text', e => e.value)).split('Senza rete.').length === 2);
}

/** Two have one passage open. */
async function two(p, other, at) {
  await p.goto(at);
  await other.goto(at);
  await type(p.page, ' La prima.');
  await until('the first is saved', async () => await state(p.page) === 'Salvato.');
  await type(other.page, ' La seconda.');
  await until('the second is told that somebody else was first', async () => /qualcun altro ha cambiato/.test(await state(other.page)));
  const kept = await p.page.evaluate(async at => new DOMParser().parseFromString(await (await fetch(at)).text(), 'text/html').querySelector('#f-text').value, at);
  claim('and nothing is written over', /La prima\./.test(kept) && !/La seconda/.test(kept), kept);
  await other.press('main form button[name=passo][value=salva]');
  const both = await other.page.$$eval('.sidebyside .side', all => all.slice(0, 2).map(e => e.querySelector('del, ins')?.innerText));
  claim('the button shows both texts', /prima/.test(both[0]) && /seconda/.test(both[1]) && /La seconda\./.test(await other.page.$eval('#f-text', e => e.value)), both.join(' | '));
  await look(other.page, 'writing-clash', { again: false });
}

/** Somebody is signed out in another window while they type. */
async function signedOut(p, at) {
  const { page } = p;
  await p.goto(at);
  const away = await p.open();
  await p.goto('/account', away);
  await p.press('form[action="/esci"] button', away);
  await away.close();
  await type(page, ' Da non perdere.');
  await until('who is signed out is told that it is not saved', async () => /Non ancora salvato/.test(await state(page)));
  await p.signIn('promotore@example.org');
  await p.goto(at);
  claim('and finds it again after signing in', /Da non perdere\./.test(await page.$eval('#f-text', e => e.value)));
}

await run(async browser => {
  const network = await Network.laid();
  const p = await Person.meet(browser, { network, screen: screens.desk });
  await p.signIn('promotore@example.org');
  const other = await Person.meet(browser, { screen: screens.desk });
  await other.signIn('istruttoria@example.org');
  await deciding(p);
  const at = await autosaved(p, other);
  await cut(p, network, at, other);
  await two(p, other, at);
  await signedOut(p, at);
  await p.close();
  await other.close();
  network.close();
});
