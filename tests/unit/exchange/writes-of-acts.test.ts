import { describe, expect, it } from 'vitest';
import { auditActs } from '#domain/audit/audit-act.ts';
import { mayDo, rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { auditedNames } from '#domain/exchange/collections.ts';
import { writeOfOther } from '#domain/exchange/writes-of-acts.ts';

const line = (act: string, collection: string, id: string, digest: string | null = 'ab') => ({
  act: act as 'station-opened',
  officer: 'o1',
  subjects: ['a', 'b'],
  writes: [{ collection, id, digest }],
});

/** Whether the act may write a record of that collection: under any of the names that a line can name it by. */
const mayPut = (act: string, collection: string, digest?: null) =>
  ['a', 'officer:o1'].some((id) => writeOfOther(line(act, collection, id, digest)) === null);

describe('what an act may write', () => {
  it('is, for who only sees, the own passphrase and anchor, a damaged copy of the vault and what left', () => {
    const auditor = new Set(['auditor'] as const);
    const written = auditActs.flatMap((act) =>
      auditedNames.flatMap((name) =>
        mayDo(auditor, act, [name]) && mayPut(act, name) ? [`${act}: ${name}`] : [],
      ),
    );
    expect(written).toEqual([
      'passphrase-changed: vaultFile',
      'vault-copy-repaired: vaultFile',
      'station-anchored: vaultFile',
      'file-exported: exportedFile',
    ]);
  });

  it('takes away files of the vault alone, where keys or officers end, and the officers of a set-up begun anew', () => {
    const removing = auditActs.flatMap((act) =>
      auditedNames.flatMap((name) => (mayPut(act, name, null) ? [`${act}: ${name}`] : [])),
    );
    expect(removing).toEqual([
      'station-created: officer',
      'station-created: vaultFile',
      'officer-added: vaultFile',
      'officer-roles-changed: vaultFile',
      'officer-removed: vaultFile',
      'renewal-given-up: vaultFile',
    ]);
  });

  it('is of no registrar’s act the certificate of another, a list or its entries', () => {
    const ofRegistrar = auditActs.filter((act) => rolesOfAct(act).includes('registrar'));
    for (const name of ['certificate', 'issuerCrl'] as const)
      expect(ofRegistrar.filter((act) => mayPut(act, name))).toEqual(
        name === 'certificate' ? [] : ['issuer-crl-taken'],
      );
    expect(ofRegistrar.filter((act) => mayPut(act, 'entry'))).toEqual([
      'paper-placed',
      'accreditation-recorded',
      'records-archived',
    ]);
  });

  it('is said record by record where the line names them', () => {
    expect(writeOfOther(line('paper-placed', 'entry', 'b'))).toBeNull();
    expect(writeOfOther(line('paper-placed', 'entry', 'c'))).toEqual({
      collection: 'entry',
      id: 'c',
      digest: 'ab',
    });
    expect(writeOfOther(line('passphrase-changed', 'vaultFile', 'officer:o1'))).toBeNull();
    expect(writeOfOther(line('passphrase-changed', 'vaultFile', 'officer:o2'))).not.toBeNull();
  });

  it('is another officer’s own file of the vault in no act but that which lets him in (K04)', () => {
    const mayPutBack = (id: string) =>
      auditActs.filter((act) => writeOfOther({ ...line(act, 'vaultFile', id), subjects: [id] }) === null);
    expect(mayPutBack('officer:o2')).toEqual(['station-created', 'officer-added']);
    expect(mayPutBack('officer:o1')).toContain('vault-copy-repaired');
    expect(mayPutBack('station:1')).toContain('vault-copy-repaired');
  });

  it('is nothing for what is no act', () => {
    for (const act of ['nothing', 'constructor', '__proto__']) {
      expect(writeOfOther({ ...line(act, 'entry', 'a') })).not.toBeNull();
      expect(writeOfOther({ ...line(act, 'entry', 'a'), writes: [] })).toBeNull();
    }
  });
});
