// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenedFile } from '#ports/media.ts';
import { packageItems } from '#ui/today/today-packages.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Exchanges } from '#ui/stations/exchanges.svelte.ts';
import { Incoming } from '#ui/stations/incoming.svelte.ts';
import { Pairing } from '#ui/stations/pairing.svelte.ts';
import { Sending } from '#ui/stations/sending.svelte.ts';
import { spokenOf } from '#ui/stations/spoken.ts';
import { setUpSteps } from '#ui/station/set-up.svelte.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { type SessionAtWork, aSession } from '#tests/support/session-at-work.ts';
import { aFieldStation, anAuthority, digestOfStation, handedIn } from '#tests/support/stations-at-work.ts';

let authority: SessionAtWork;
let field: SessionAtWork;

/** The file on a medium whose name begins so, as it is chosen on another computer. */
function carried({ medium }: SessionAtWork, beginning: string): OpenedFile[] {
  const found = [...medium].filter(([name]) => name.startsWith(beginning)).at(-1);
  if (found === undefined) throw new Error(`no file ${beginning}`);
  const [name, octets] = found;
  return [{ name, octets, size: octets.length }];
}

beforeEach(async () => {
  authority = await aSession(await anAuthority());
  field = await aSession(await aFieldStation());
});

async function paired(): Promise<void> {
  const [asking, confirming] = [new Pairing(field.session), new Pairing(authority.session)];
  await asking.saveRequest();
  expect(asking.saving.failure).toBeUndefined();
  authority.toOpen.push(carried(field, 'tirkelim-pairing-request'));
  await confirming.showRequest();
  expect(confirming.shown?.manifestSha256).toBe(asking.saidDigest);
  await confirming.confirmRequest();
  await confirming.saveAnswer(confirming.confirmed ?? '');
  field.toOpen.push(carried(authority, 'tirkelim-pairing-answer'));
  await asking.showAnswer();
  expect(asking.shown?.manifestSha256).toBe(confirming.saidDigest);
  expect(asking.shown?.name).toBe('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ');
  await asking.takeAnswer();
  expect([asking.action.error, confirming.action.error]).toEqual([undefined, undefined]);
}

describe('the pages of two stations', () => {
  it('pair them by the same words on both sides', async () => {
    expect(field.session.isSetUp).toBe(false);
    await paired();
    expect(field.session.isSetUp).toBe(true);
    const exchanges = new Exchanges(authority.session);
    await exchanges.load();
    expect(exchanges.standing.map(({ digest }) => digest)).toEqual([await digestOfStation(field.office)]);
    const ending = new Pairing(authority.session);
    await ending.end(await digestOfStation(field.office), 'revoked');
    await exchanges.load();
    expect([exchanges.standing, exchanges.peers.length]).toEqual([[], 1]);
  });

  it('show a foreign file as what it is, and keep nothing of it', async () => {
    const pairing = new Pairing(authority.session);
    authority.toOpen.push(
      [{ name: 'a.zip', octets: new Uint8Array(9), size: 9 }],
      [{ name: 'b.zip', size: 1e12 }],
      [],
    );
    await pairing.showRequest();
    expect(pairing.action.error).toBe(words.t.refusals.NotAnExchange);
    await pairing.showRequest();
    expect(pairing.action.error).toContain('b.zip');
    await pairing.showRequest();
    expect([pairing.shown, pairing.action.error]).toEqual([undefined, undefined]);
  });

  it('carry a package there and its receipt back, each state told', async () => {
    await paired();
    await handedIn(field.office, applicants[0]);
    const peer = await digestOfStation(field.office);
    const [sending, exchanges] = [new Sending(field.session), new Exchanges(field.session)];
    const states = async () => {
      await exchanges.load();
      return exchanges.out.map(({ state }) => state);
    };
    await sending.send(await digestOfStation(authority.office), 'all');
    expect(await states()).toEqual(['written']);
    await sending.sendAgain();
    expect([...field.medium.keys()].filter((name) => name.startsWith('tirkelim-package'))).toHaveLength(1);
    const [row] = exchanges.out;
    field.toOpen.push(
      [{ name: 'a', octets: new Uint8Array(3), size: 3 }],
      carried(field, 'tirkelim-package'),
    );
    await sending.seeAgain(row?.record.id ?? '');
    expect(sending.action.error).toBe(words.t.refusals.PackageReadDiffers);
    await sending.seeAgain(row?.record.id ?? '');
    expect(await states()).toEqual(['seen-again']);
    const { station } = field.session;
    if (station === undefined) throw new Error('no station');
    const day = async () =>
      packageItems(await field.session.office.store.read(), station, field.session.office.sha256);
    expect((await day()).map(({ text }) => text)).toEqual([words.t.exchange.withoutReceipt(1)]);

    const incoming = new Incoming(authority.session);
    authority.toOpen.push(carried(field, 'tirkelim-package'));
    await incoming.choose();
    expect(incoming.seen?.items.map(({ outcome }) => outcome.type)).toEqual(['new']);
    await incoming.take();
    expect(incoming.action.said).toBe(words.t.exchange.taken(1, 0, 0));
    authority.toOpen.push(carried(field, 'tirkelim-package'));
    await incoming.choose();
    expect([incoming.action.said, incoming.seen]).toEqual([words.t.exchange.same(1), undefined]);

    await new Sending(authority.session).sendReceipt(peer);
    const receiving = new Incoming(field.session);
    field.toOpen.push(carried(authority, 'tirkelim-receipt'));
    await receiving.choose();
    expect(receiving.seen?.verdict.type).toBe('receipt');
    await receiving.take();
    expect(await states()).toEqual(['received']);
    expect(await day()).toEqual([]);
    await sending.send(await digestOfStation(authority.office), 'all');
    expect(sending.saving.failure).toBe(words.t.refusals.NothingToSend);
  });

  it('ask about a person who is here already before anything is taken in (I04)', async () => {
    await paired();
    await handedIn(authority.office, applicants[0]);
    const again = await handedIn(field.office, applicants[0]);
    await new Sending(field.session).send(await digestOfStation(authority.office), 'all');
    const incoming = new Incoming(authority.session);
    authority.toOpen.push(carried(field, 'tirkelim-package'));
    await incoming.choose();
    expect([incoming.conflicts, incoming.mayTake]).toEqual([{ [again.id]: '' }, false]);
    await incoming.take();
    expect(incoming.seen).toBeDefined();
    incoming.conflicts[again.id] = 'declined';
    expect(incoming.mayTake).toBe(true);
    await incoming.take();
    expect(incoming.action.said).toBe(words.t.exchange.taken(0, 0, 1));
  });

  it('leave a package that reached no medium as it is made, and say so (C09)', async () => {
    await paired();
    await handedIn(field.office, applicants[0]);
    const [sending, exchanges] = [new Sending(field.session), new Exchanges(field.session)];
    field.toSave.push('failed', 'cancelled');
    const peer = await digestOfStation(authority.office);
    await sending.send(peer, 'all');
    expect(sending.saving.failure).toBe(words.t.forms.file.failed['medium-full']);
    await sending.send(peer, 'all');
    await exchanges.load();
    expect(exchanges.out.every(({ state }) => state === 'made')).toBe(true);
  });
});

describe('words of a digest', () => {
  it('are ten to compare and five to know again, in the letters of the language', async () => {
    const digest = 'ab'.repeat(32);
    expect(spokenOf(digest, 10).split(' ')).toHaveLength(10);
    expect(spokenOf(digest, 10).startsWith(spokenOf(digest, 5))).toBe(true);
    expect(spokenOf(digest, 5)).toMatch(/^[а-я ]+$/u);
    await words.choose('en');
    expect(spokenOf(digest, 5)).toMatch(/^[a-z ]+$/u);
    await words.choose('kk');
  });
});

describe('the wizard', () => {
  it('ends with the pairing at a field station, and with the certificate at an authority', () => {
    expect(setUpSteps('field').at(-1)).toBe('pairing');
    expect(setUpSteps('authority').at(-1)).toBe('certificate');
  });
});
