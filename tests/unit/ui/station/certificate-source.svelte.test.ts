// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { CertificateSource } from '#ui/station/certificate-source.svelte.ts';
import { aLoop, answer, joined } from '#tests/support/chain-at-work.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { aStationOf, nationalName, rootName } from '#tests/support/root-at-work.ts';
import { aNextKey } from '#tests/support/renewal-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

/** A station that lacks its certificate alone; `next` counts how often the next act was gone on to. */
async function atSource(office = anOffice(), kind: 'N' | 'R' | null = 'N') {
  if (kind !== null) await aStationOf(office, kind, kind === 'N' ? nationalName : rootName);
  const desk = await aSession(office);
  const next = { times: 0 };
  const source = new CertificateSource(desk.session, () => {
    next.times += 1;
    return Promise.resolve();
  });
  return { ...desk, source, next };
}

describe('the authority’s certificate', () => {
  it('is signed by its own key, and the next act follows', async () => {
    const { source, next, session } = await atSource();
    expect([source.isRoot, source.isSubordinate, source.isAsked]).toEqual([false, false, false]);
    await source.selfSign();
    await until(() => session.station?.authorityCertificateDer !== undefined);
    expect([source.action.error, next.times]).toEqual([undefined, 1]);
  });

  it('at a locked station waits for the passphrase; given up, nothing follows', async () => {
    const { source, next, session, unlock } = await atSource(anOffice(), 'R');
    expect(source.isRoot).toBe(true);
    await session.lock('officer');
    const givenUp = source.selfSign();
    session.endUnlocking();
    await givenUp;
    expect([next.times, session.station?.authorityCertificateDer]).toEqual([0, undefined]);
    const signed = source.selfSign();
    await unlock();
    await signed;
    expect(next.times).toBe(1);
  });

  it('a refusal is said, a fault leaves the button, and the next act does not follow', async () => {
    const { source, next, plant, session } = await atSource();
    plant(
      'selfSignAuthority',
      () => () => Promise.resolve({ ok: false, error: { type: 'CertificateTaken' } }),
    );
    await source.selfSign();
    expect(source.action.error).toBe(words.t.refusals.CertificateTaken);
    plant('selfSignAuthority', () => () => Promise.reject(new RangeError('x')));
    await source.selfSign();
    expect([source.action.working, source.action.error, next.times, session.faults.last?.code]).toEqual([
      false,
      undefined,
      0,
      'RangeError',
    ]);
  });
});

describe('the request for a Root CA', () => {
  it('is saved, written down, and then its answer is the next act', async () => {
    const { source, medium, session } = await atSource();
    await source.saveRequest();
    await until(() => source.isAsked);
    expect(source.action.error).toBeUndefined();
    const der = medium.get('tirkelim-ca.csr');
    expect(der).toEqual(source.key?.certificationRequestDer);
    const exported = await (await session.office.store.read()).list('exportedFile');
    expect(exported.map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ['certification-request', 'tirkelim-ca.csr'],
    ]);
  });

  it('that the medium refuses says why; one for which no place was chosen says nothing', async () => {
    const { source, toSave } = await atSource();
    toSave.push('failed', 'cancelled');
    await source.saveRequest();
    expect(source.action.error).toBe(words.t.setUp.saveFailed['medium-full']);
    await source.saveRequest();
    expect(source.action.error).toBeUndefined();
  });

  it('that could not be written down says so', async () => {
    const { source, plant } = await atSource();
    plant('recordExport', () => () => Promise.resolve({ ok: false, error: { type: 'NoRoom' } }));
    await source.saveRequest();
    expect(source.action.error).toBe(words.t.refusals.NoRoom);
  });

  it('an answer in one file is taken in whole, and the next act follows', async () => {
    const loop = await aLoop();
    const octets = await answer(loop);
    const { source, next, toOpen, session } = await atSource(loop.national, null);
    expect(source.isAsked).toBe(true);
    await source.takeAnswer();
    expect([next.times, source.action.error]).toEqual([0, undefined]);
    toOpen.push([{ name: 'answer.pem', size: octets.length, octets }]);
    await source.takeAnswer();
    await source.confirmRoot();
    await until(() => session.station?.authorityCertificateDer !== undefined);
    expect([source.action.error, next.times]).toEqual([undefined, 1]);
    expect(source.isSubordinate).toBe(true);
  });

  it('[J13] an answer of a Root that was never above the station waits for a word about it', async () => {
    const loop = await aLoop();
    const octets = await answer(loop);
    const { source, next, toOpen, session } = await atSource(loop.national, null);
    await source.confirmRoot();
    expect(source.action.error).toBeUndefined();
    toOpen.push([{ name: 'answer.pem', size: octets.length, octets }]);
    await source.takeAnswer();
    expect(source.action.error).toBe(words.t.refusals.RootToConfirm({ root: rootName.commonName }));
    const root = await (await loop.root.desk.store.read()).get('station', 'station');
    expect(source.rootToConfirm?.spkiDer).toEqual(root?.authoritySpkiDer);
    expect(source.rootToConfirm?.certificateDer).toEqual(root?.authorityCertificateDer);
    expect([next.times, session.station?.authorityCertificateDer]).toEqual([0, undefined]);
    await source.confirmRoot();
    expect([next.times, source.rootToConfirm, source.action.error]).toEqual([1, null, undefined]);
  });

  it('a file that is too large is named, and of the others none is taken', async () => {
    const loop = await aLoop();
    const octets = await answer(loop);
    const { source, next, toOpen, session } = await atSource(loop.national, null);
    toOpen.push([
      { name: 'answer.pem', size: octets.length, octets },
      { name: 'film.crl', size: 2 ** 24 },
    ]);
    await source.takeAnswer();
    const refused = refusalText({ type: 'FileTooLarge', limitOctets: 2 ** 20, seenOctets: 2 ** 24 });
    expect(source.action.error).toBe(`film.crl: ${refused}`);
    expect([next.times, session.station?.authorityCertificateDer]).toEqual([0, undefined]);
  });

  it('an answer at a locked station waits for the passphrase; given up, nothing is taken in', async () => {
    const loop = await aLoop();
    const octets = await answer(loop);
    const { source, next, toOpen, session, unlock } = await atSource(loop.national, null);
    await session.lock('officer');
    const file = { name: 'answer.pem', size: octets.length, octets };
    toOpen.push([file], [file]);
    const givenUp = source.takeAnswer();
    await until(() => session.unlockAsked);
    session.endUnlocking();
    await givenUp;
    expect([next.times, session.station?.authorityCertificateDer]).toEqual([0, undefined]);
    const taken = source.takeAnswer();
    await until(() => session.unlockAsked);
    await unlock();
    await taken;
    await source.confirmRoot();
    await until(() => session.station?.authorityCertificateDer !== undefined);
    expect([next.times, source.action.error]).toEqual([1, undefined]);
  });

  it('of a stranger’s certificate is refused in words', async () => {
    const loop = await aLoop();
    const octets = await answer(await aLoop());
    const { source, next, toOpen } = await atSource(loop.national, null);
    toOpen.push([{ name: 'answer.pem', size: octets.length, octets }]);
    await source.takeAnswer();
    expect(source.action.error).toBe(words.t.refusals.CertificateOfOtherKey);
    expect(next.times).toBe(0);
  });

  it('of a next key under a Root CA has its number, and nothing is signed by itself', async () => {
    const { national } = await joined();
    const { source, medium, session } = await atSource(national, null);
    expect([source.isSubordinate, source.key, source.fileName]).toEqual([true, null, 'tirkelim-ca.csr']);
    await aNextKey(national, { name: 'ҰКО 2' });
    await until(() => session.station?.nextAuthority !== undefined);
    expect([source.isSubordinate, source.isAsked]).toEqual([true, false]);
    await source.saveRequest();
    await until(() => source.isAsked);
    expect([...medium.keys()]).toEqual(['tirkelim-ca-2.csr']);
  });
});
