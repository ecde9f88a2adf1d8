import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect } from 'vitest';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import {
  assembleCertificate,
  assembleCertificationRequest,
  writeCertificationRequestInfo,
} from '#domain/certificate/assemble.ts';
import { type GostEncoding, gostKeyBits, writeGostPublicKey } from '#domain/der/gost-key.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { assembleCrl } from '#domain/crl/write-crl.ts';
import { aTbs, individual } from '#tests/support/authority-samples.ts';
import { aTbsCertList } from '#tests/support/crl-samples.ts';
import { runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { aGostAuthority, encodings, gostKey } from '#tests/support/gost-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const count = 1000;
/** Half as many of 512 bits, which take five times as long. */
const countOf = (encoding: GostEncoding) => (gostKeyBits(encoding) === 512 ? count / 2 : count);
const total = encodings.reduce((sum, encoding) => sum + countOf(encoding), 0);
const program = fileURLToPath(new URL('GostPeer.java', import.meta.url));
const jars = ['bcprov', 'bcpkix', 'bcutil'].map((name) => `/usr/share/java/${name}.jar`).join(':');
const peer = (...words: readonly string[]) => runOrThrow('java', '-cp', jars, program, ...words);

interface Line {
  readonly encoding: GostEncoding;
  readonly point: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

function linesOf(file: string): readonly Line[] {
  return readFileSync(file, 'ascii')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [encoding, point, message, signature] = line.split(' ');
      const octets = (hex: string | undefined) => hexToBytes(hex ?? '') ?? new Uint8Array();
      return {
        encoding: encoding as GostEncoding,
        point: octets(point),
        message: octets(message),
        signature: octets(signature),
      };
    });
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ encoding, ...octets }) =>
      [encoding, ...[octets.point, octets.message, octets.signature].map(bytesToHex)].join(' '),
    )
    .join('\n');
}

function holds({ encoding, point, message, signature }: Line): Promise<boolean> {
  const spkiDer = writeGostPublicKey(encoding, point);
  return gostSignatureVerifier.verify(spkiDer, { kind: 'gost3410', encoding }, message, signature);
}

describe('Bouncy Castle', () => {
  itWith('java', 'bouncycastle')(`makes ${total} signatures of all encodings that we hold`, async () => {
    const file = folder.path('theirs');
    peer('sign', String(count), file);
    const lines = linesOf(file);
    expect(lines.length).toBe(total);
    const wrong: number[] = [];
    for (const [i, line] of lines.entries()) if (!(await holds(line))) wrong.push(i);
    expect(wrong).toEqual([]);
    // And not when the message is another one.
    const [first] = lines;
    if (first === undefined) throw new Error('no line');
    expect(await holds({ ...first, message: Uint8Array.of(...first.message, 0) })).toBe(false);
  });

  itWith('java', 'bouncycastle')(`holds ${total} signatures of all encodings that we make`, async () => {
    const lines: Line[] = [];
    for (const encoding of encodings) {
      const suite = gostSuite(encoding);
      for (let i = 0; i < countOf(encoding); i++) {
        const { pkcs8, spkiDer } = await suite.makeKeyPair();
        const message = new Uint8Array(randomBytes(i % 150));
        const { key } = readPublicKey(spkiDer);
        if (key.kind !== 'gost') throw new TypeError(key.kind);
        lines.push({
          encoding,
          point: key.point,
          message,
          signature: await (await suite.signer(pkcs8))(message),
        });
      }
    }
    const file = folder.put('ours', textOf(lines));
    expect(peer('verify', file)).toBe(`${total} hold\n`);
    const turned = lines
      .slice(0, 3)
      .map((line) => ({ ...line, signature: line.signature.slice().reverse() }));
    writeFileSync(file, textOf(turned));
    expect(peer('verify', file)).toContain('\n0 hold\n');
  });

  itWith('java', 'bouncycastle')('verifies our certificate, CRL and request by its own X.509', async () => {
    const authority = await aGostAuthority('rfc4491');
    const { suite, certificate, key } = authority;
    const subscriber = await gostKey('rfc4491', 2n ** 130n + 9n);
    const tbs = aTbs(authority, { spkiDer: subscriber.spkiDer });
    const crl = aTbsCertList(authority);
    const info = writeCertificationRequestInfo(individual, subscriber.spkiDer);
    const files = [
      folder.put('ca.der', certificate.der),
      folder.put('leaf.der', assembleCertificate(tbs, suite, await key.sign(tbs))),
      folder.put('list.crl', assembleCrl(crl, suite, await key.sign(crl))),
      folder.put('request.p10', assembleCertificationRequest(info, suite, await subscriber.sign(info))),
    ];
    expect(peer('x509', ...files)).toBe('request true\n');
  });
});
