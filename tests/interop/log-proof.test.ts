/** The proof that a certificate stands in the log, as Go's own reader of such logs checks it. */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { readSignedHead } from '#domain/crl/signed-head.ts';
import { proveRecord } from '#operations/audit/prove-record.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { run, workFolder } from '#tests/support/foreign-programs.ts';
import { aLegalEntity, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
const program = new URL('foreign/check-proof.go', import.meta.url).pathname;
let entry: RegisterEntry;
let proof: string;

beforeAll(async () => {
  const office = anOffice();
  const { desk } = office;
  await setUp(office);
  entry = await issued(office);
  await issued(office, aLegalEntity());
  const { headJson } = taken(await signCrl(desk));
  folder.put('vkey.txt', encodeUtf8(readSignedHead(headJson)?.logKey ?? ''));
  proof = new TextDecoder().decode(taken(await proveRecord(desk, { serialNumber: entry.id })));
});

afterAll(() => {
  folder.remove();
});

function checked(text: string) {
  const file = folder.put('certificate.tlog-proof', encodeUtf8(text));
  const go = `GO111MODULE=off GOCACHE=${folder.path('go')} GOPATH=/usr/share/gocode GOFLAGS= go run`;
  return run('sh', '-c', `${go} '${program}' '${folder.path('vkey.txt')}' '${file}'`);
}

describe('a proof of one record', () => {
  itWith('go')('[N-6] is checked by Go’s tlog, and names the certificate', () => {
    const { status, text } = checked(proof);
    expect([status, text]).toEqual([0, expect.stringMatching(/^record \d+ of \d+: \{/u)]);
    expect(text).toContain('"act":"certificate-issued"');
    expect(text).toContain(`"subjects":["${entry.id}"`);
  });

  itWith('go')('is found out by another record, another place, a hash changed, and another signature', () => {
    const lines = proof.split('\n');
    const other = lines.map((line) =>
      line.startsWith('extra ') ? `extra ${btoa('{"act":"certificate-issued"}')}` : line,
    );
    expect(checked(other.join('\n')).text).toContain('refused: the record');
    expect(
      checked(proof.replace(/index (\d+)/u, (_, n: string) => `index ${String(Number(n) + 1)}`)).text,
    ).toContain('refused');
    const swapped = [...lines.slice(0, 3), lines[4], lines[3], ...lines.slice(5)].join('\n');
    expect(checked(swapped).text).toContain('refused: the record');
    const unsigned = proof.replace(
      /(— \S+ \S{20})(\S)/u,
      (_, before: string, one: string) => before + (one === 'A' ? 'B' : 'A'),
    );
    expect(checked(unsigned).text).toContain('refused: the checkpoint');
  });
});
