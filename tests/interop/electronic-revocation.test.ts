import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect } from 'vitest';
import { proveRequest } from '#operations/application/read-request.ts';
import { readElectronicApplication } from '#operations/revocation/electronic.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { anIndividual, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { textToRevoke } from '#tests/support/revocation-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const octetsOf = (name: string) => Uint8Array.from(readFileSync(folder.path(name)));

/** As the page says it; without `-binary` OpenSSL writes CR LF (RFC 8551, 3.1.1). */
const ways = [
  ['as the page says it', ['-binary', '-md', 'sha256']],
  ['with the line ends of S/MIME', ['-md', 'sha256']],
] as const;

describe('an application to revoke that OpenSSL signed', () => {
  itWith('openssl').each(ways)('[N-10] %s is read, registered and revokes', async (_, words) => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const key = folder.path('key.pem');
    runOrThrow('openssl', 'genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', key);
    const request = folder.path('request.der');
    runOrThrow(
      'openssl',
      'req',
      '-new',
      '-key',
      key,
      '-subj',
      `/C=KZ/serialNumber=IIN${anIndividual().iin}`,
      '-outform',
      'DER',
      '-out',
      request,
    );
    const der = octetsOf('request.der');
    const { keyIdentifierHex } = taken(await proveRequest(desk, der));
    const entry = await issued(office, anIndividual(), 'ecdsa-p256', {
      der,
      source: 'file',
      keyIdentifierHex,
      possessionProvedAt: desk.clock.now(),
    });
    const certificate = await (await desk.store.read()).get('certificate', entry.id);
    writeFileSync(folder.path('own.der'), certificate?.der ?? new Uint8Array());
    const own = folder.path('own.pem');
    runOrThrow('openssl', 'x509', '-inform', 'DER', '-in', folder.path('own.der'), '-out', own);
    const text = folder.path('revocation.txt');
    writeFileSync(text, textToRevoke(entry));
    const file = folder.path('revocation.p7m');
    const signing = ['cms', '-sign', ...words, '-nodetach', '-in', text, '-signer', own, '-inkey', key];
    runOrThrow('openssl', ...signing, '-outform', 'DER', '-out', file);

    const octets = octetsOf('revocation.p7m');
    const read = taken(await readElectronicApplication(desk, { name: 'revocation.p7m', octets }));
    expect(read.application.content).toMatchObject({ form: 'N-F4', serialNumber: entry.id });
    office.pass(60);
    const { content, ground, writtenOn } = read.application;
    const found = taken(
      await receiveRevocation(desk, {
        serialNumber: entry.id,
        ground,
        writtenOn,
        source: { type: 'application', content, electronic: read.evidence },
      }),
    );
    const revoked = taken(await decideRevocation(desk, { caseId: found.id, confirmedCorrect: true }));
    expect(revoked.revocation).toMatchObject({ ground: 'owners-wish', date: '2026-11-23T04:01:00Z' });
  });
});
