import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { linkDigest, readLink } from '#domain/authority/officers-chain.ts';
import { type Role, workingRoles } from '#domain/authority/roles.ts';
import type { SignedLink } from '#domain/authority/signed-link.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { without } from '#domain/base/without.ts';
import { signersOf } from '#operations/audit/signers.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { setFourEyes } from '#operations/station/four-eyes.ts';
import { changeRoles, removeOfficer } from '#operations/station/officers.ts';
import { makeRecovery, renewRecovery } from '#operations/station/renew-recovery.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { provenStatement } from '#workers/custody/proven-statement.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { type OfficeAtWork, taken } from '#tests/support/office-at-work.ts';
import {
  type Person,
  added,
  anOfficeWithPeople,
  officersOf,
  seated,
  theStation,
  unlockRequest,
  vaultOf,
} from '#tests/support/people-at-work.ts';
import { type StolenKeys, forged, linkAfter, signed, stolenBy } from '#tests/support/stolen-keys.ts';

let office: OfficeAtWork;
let first: Person;
let people: Readonly<Record<'administrator' | 'registrar' | 'ca-officer', Person>>;

beforeAll(async () => {
  ({ office, first } = await anOfficeWithPeople());
  people = {
    administrator: await added(office, 'Әкімші', ['administrator']),
    registrar: await added(office, 'Тіркеуші', ['registrar']),
    'ca-officer': await added(office, 'Орталық қызметкері', ['ca-officer']),
  };
  // Each secret learns of the chain at the next opening.
  for (const person of [...Object.values(people), first]) await seated(office, person);
});

const chainOf = ({ statement }: Station): readonly SignedLink[] => statement?.chain ?? [];
const kindsOf = (station: Station) => chainOf(station).map(({ text }) => readLink(text)?.kind);

/** The officers with one entry more for one of them, from the moment of the newest. */
function raised(
  officers: readonly StatedOfficer[],
  id: string,
  held: readonly Role[],
): readonly StatedOfficer[] {
  const moments = officers.flatMap(({ roles = [] }) => roles.map(({ from }) => from)).sort();
  const from = moments.at(-1) ?? ('2026-11-23T04:00:00Z' as Instant);
  return officers
    .map((each) =>
      each.id === id ? { ...each, roles: [...(each.roles ?? []), { from, roles: held }] } : each,
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function verdicts(
  at: OfficeAtWork,
  person: Person,
  station: Station,
  officers: readonly StatedOfficer[],
) {
  const request = await unlockRequest(at.desk, person);
  const opened = await new KeyVault().unlock({ ...request, station, officers });
  const open = await vaultOf(at.desk, person);
  const followed = station.statement !== undefined && (await open.followStatement(station.statement));
  const faults: ChainFault[] = [];
  const reading = await at.desk.store.read();
  const other = { ...reading, get: () => Promise.resolve(station), rows: reading.rows.bind(reading) };
  await signersOf(at.desk, other as never, faults);
  return { opened: opened.ok ? 'opened' : opened.error.type, followed, faults };
}

const refusedEverywhere = {
  opened: 'StatementInvalid',
  followed: false,
  faults: [{ type: 'StatementInvalid' }],
};

describe('whoever takes the station’s key out of its file (K04)', () => {
  it('gives himself no role by a statement of his own, and adds nobody', async () => {
    const { desk } = office;
    for (const thief of [people['ca-officer'], people.administrator]) {
      const keys = await stolenBy(desk, thief);
      expect(keys.hasStation).toBe(true);
      const station = await theStation(desk);
      const officers = await officersOf(desk);
      const chain = chainOf(station);
      const mine = raised(officers, thief.id, workingRoles);
      const invented = { id: '00000000', signingSpkiDer: new Uint8Array([1]), ageRecipient: 'age1mine' };
      const more = [
        {
          ...invented,
          name: 'Ешкім',
          roles: [{ from: mine[0]?.roles?.[0]?.from ?? ('' as Instant), roles: workingRoles }],
        },
        ...officers,
      ];
      for (const bent of [mine, more]) {
        const link = linkAfter(chain, { officers: bent });
        const byStation = { ...link, station: await signed(keys.station, link.text) };
        const byWords = linkAfter(chain, { kind: 'by-words', officers: bent });
        const asWords = { ...byWords, station: await signed(keys.station, byWords.text) };
        const wordless = { ...byWords, words: await signed(keys.station, byWords.text) };
        const none = { ...byWords };
        for (const links of [
          undefined,
          chain,
          [...chain, link],
          [...chain, byStation],
          [...chain, asWords],
          [...chain, wordless],
          [...chain, none],
        ]) {
          const bad = await forged(keys, { station, officers: bent }, links);
          const said = await verdicts(office, first, bad, bent);
          expect(said.opened).toBe('StatementInvalid');
          expect(said.followed).toBe(false);
          // That there was a chain, of one that has none, the secrets alone can say.
          if (links !== undefined) expect(said.faults).toEqual([{ type: 'StatementInvalid' }]);
        }
      }
    }
  });

  it('makes no link by the own key, where he is no administrator', async () => {
    const { desk } = office;
    const thief = people['ca-officer'];
    const keys = await stolenBy(desk, thief);
    const station = await theStation(desk);
    const mine = raised(await officersOf(desk), thief.id, workingRoles);
    const link = await linkBy(keys, thief, chainOf(station), { officers: mine });
    const bad = await forged(keys, { station, officers: mine }, [...chainOf(station), link]);
    expect(await verdicts(office, first, bad, mine)).toEqual(refusedEverywhere);
  });

  it('founds no chain of his own: each secret has seen another beginning', async () => {
    const { desk } = office;
    const thief = people.administrator;
    const keys = await stolenBy(desk, thief);
    const station = await theStation(desk);
    const mine = raised(await officersOf(desk), thief.id, workingRoles);
    for (const kind of ['taken-over', 'founded'] as const) {
      const change = { kind, number: 1, previous: '0'.repeat(64), officers: mine };
      const link = await linkBy(keys, thief, chainOf(station), change);
      const bad = await forged(keys, { station, officers: mine }, [link]);
      const said = await verdicts(office, first, bad, mine);
      expect([said.opened, said.followed]).toEqual(['StatementInvalid', false]);
    }
  });

  it('lifts no four eyes and names no other recovery recipient', async () => {
    const { desk } = office;
    const thief = people.administrator;
    const keys = await stolenBy(desk, thief);
    const station = await theStation(desk);
    const officers = await officersOf(desk);
    const other = { ...station, recoveryRecipient: 'age1mine' };
    const chain = chainOf(station);
    const link = await linkBy(keys, thief, chain, { recoveryRecipient: 'age1mine' });
    const ownWords = await linkBy(keys, thief, chain, {
      ...{ recoveryRecipient: 'age1mine', wordsSpkiDer: officers[0]?.signingSpkiDer ?? new Uint8Array() },
    });
    for (const links of [chain, [...chain, link], [...chain, ownWords]])
      expect(
        await verdicts(office, first, await forged(keys, { station: other, officers }, links), officers),
      ).toEqual(refusedEverywhere);
    const set = { ...station, settings: { ...station.settings, fourEyes: true } };
    const bad = await forged(keys, { station: set, officers }, chain);
    const open = new KeyVault();
    const request = await unlockRequest(desk, first);
    expect(taken(await open.unlock({ ...request, station: bad })).edited).toEqual(['station-record']);
    const next = { ...bad, settings: station.settings };
    expect(await open.signStatement({ before: bad, next, officers })).toMatchObject({
      error: { because: 'record-edited' },
    });
  });
});

async function linkBy(
  keys: StolenKeys,
  { id }: Person,
  chain: readonly SignedLink[],
  change: Parameters<typeof linkAfter>[1],
): Promise<SignedLink> {
  const link = linkAfter(chain, change);
  return { ...link, signatures: [{ officer: id, signature: await signed(keys.own, link.text) }] };
}

describe('the chain of officers', () => {
  it('begins with the set-up, by the founder’s own key, and grows by each change (K01)', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const [founder] = chainOf(await theStation(desk));
    expect(founder?.signatures.map(({ officer }) => officer)).toEqual([made.first.id]);
    const registrar = await added(made.office, 'Тіркеуші', ['registrar']);
    const administrator = await added(made.office, 'Әкімші', ['administrator']);
    taken(await setFourEyes(desk, { on: true }));
    const beside = { officerId: administrator.id, passphrase: administrator.passphrase };
    taken(await changeRoles(desk, { officerId: registrar.id, roles: ['registrar', 'auditor'], beside }));
    taken(await setFourEyes(desk, { on: false, beside }));
    taken(await removeOfficer(desk, { officerId: registrar.id }));
    const chain = chainOf(await theStation(desk));
    expect(kindsOf(await theStation(desk))).toEqual(['founded', ...Array<string>(6).fill('changed')]);
    expect(chain.map(({ signatures }) => signatures.length)).toEqual([1, 1, 1, 1, 2, 2, 1]);
    await seated(made.office, administrator);
    await seated(made.office, made.first);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('takes two under four eyes: one administrator with both keys of the station makes no link alone (D10)', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const registrar = await added(made.office, 'Тіркеуші', ['registrar']);
    taken(await setFourEyes(desk, { on: true }));
    const keys = await stolenBy(desk, made.first);
    const station = await theStation(desk);
    const officers = await officersOf(desk);
    const chain = chainOf(station);
    const raise = raised(officers, registrar.id, workingRoles);
    const alone = await linkBy(keys, made.first, chain, { officers: raise });
    const twice = { ...alone, signatures: [...alone.signatures, ...alone.signatures] };
    const lifting = await linkBy(keys, made.first, chain, { fourEyes: false });
    const lifted = { ...station, settings: without(station.settings, 'fourEyes') };
    for (const [record, named, link] of [
      [station, raise, alone],
      [station, raise, twice],
      [lifted, officers, lifting],
    ] as const) {
      const bad = await forged(keys, { station: record, officers: named }, [...chain, link]);
      expect(await verdicts(made.office, registrar, bad, named)).toEqual(refusedEverywhere);
    }
  });

  it('is no shorter and no other than what the own secret has seen: who was removed forks it in vain (K05)', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const bad = await added(made.office, 'Бұрынғы', ['administrator', 'ca-officer']);
    await seated(made.office, made.first);
    const keys = await stolenBy(desk, bad);
    const before = await theStation(desk);
    const officersBefore = await officersOf(desk);
    taken(await removeOfficer(desk, { officerId: bad.id }));
    await seated(made.office, made.first);
    const fork = raised(officersBefore, made.first.id, []);
    const link = await linkBy(keys, bad, chainOf(before), { officers: fork });
    const forked = await forged(keys, { station: before, officers: fork }, [...chainOf(before), link]);
    for (const [station, officers] of [
      [forked, fork],
      [before, officersBefore],
    ] as const)
      expect((await verdicts(made.office, made.first, station, officers)).opened).toBe('StatementInvalid');
    // A backup of before is an older one, and a fork is none: also for who opens it with a newer secret.
    const { stationId, stationSpkiDer, statement } = await theStation(desk);
    const links = (statement?.chain ?? []).map(({ text }) => linkDigest(text, sha256));
    const anchor = { stationId, stationSpkiDer, links };
    expect(await provenStatement(before.statement, anchor, { older: true })).not.toBeNull();
    expect(await provenStatement(before.statement, anchor)).toBeNull();
    expect(await provenStatement(forked.statement, anchor, { older: true })).toBeNull();
    const bare = await forged(keys, { station: before, officers: officersBefore }, undefined);
    expect(await provenStatement(bare.statement, anchor, { older: true })).toBeNull();
    expect(await provenStatement(bare.statement, { stationId, stationSpkiDer })).not.toBeNull();
  });

  it('goes on by the recovery words with a link that says so, and the next officer goes by it', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    desk.custody.lock();
    taken(await unlockStation(desk, { officerId: made.first.id, secret: { words: made.words } }));
    made.office.pass(1);
    const heir = await added(made.office, 'Мұрагер', workingRoles);
    const station = await theStation(desk);
    expect(kindsOf(station)).toEqual(['founded', 'by-words']);
    const [, link] = chainOf(station);
    expect(link?.signatures).toEqual([]);
    expect(link?.words).toBeInstanceOf(Uint8Array);
    await seated(made.office, heir);
    await seated(made.office, made.first);
    expect((await verifyLog(desk)).faults).toEqual([]);
    desk.custody.lock();
    // The words’ own anchor has learned of it at their next use.
    for (let i = 0; i < 2; i++) {
      made.office.pass(60);
      taken(await unlockStation(desk, { officerId: made.first.id, secret: { words: made.words } }));
      desk.custody.lock();
    }
    const short = await forged(
      await stolenBy(desk, heir),
      { station, officers: [{ ...(await officersOf(desk))[0] } as StatedOfficer] },
      chainOf(station).slice(0, 1),
    );
    const { first: files, second } = await unlockRequest(desk, made.first);
    const byWords = { first: files, second, words: made.words, officerId: made.first.id };
    const officers = await officersOf(desk);
    const opened = await new KeyVault().unlockByRecovery({ ...byWords, station: short, officers });
    expect(opened).toMatchObject({ error: { type: 'StatementInvalid' } });
  });

  it('goes on with another recovery secret by the present one, which signs it too', async () => {
    const made = await anOfficeWithPeople();
    const { desk } = made.office;
    const again = taken(await makeRecovery(desk, { words: made.words, wordScript: 'cyrillic' }));
    taken(await renewRecovery(desk, { words: again.words }));
    const chain = chainOf(await theStation(desk));
    expect(chain).toHaveLength(2);
    expect(chain[1]?.words).toBeInstanceOf(Uint8Array);
    await seated(made.office, made.first);
    desk.custody.lock();
    made.office.pass(60);
    taken(await unlockStation(desk, { officerId: made.first.id, secret: { words: again.words } }));
    made.office.pass(60);
    await added(made.office, 'Мұрагер', ['registrar']);
    expect(kindsOf(await theStation(desk))).toEqual(['founded', 'changed', 'by-words']);
    await seated(made.office, made.first);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});
