import type { SeenSafes } from '#domain/microscope/looked-at.ts';
import { contentsSeen, isSafeContents, safesOf } from '#domain/microscope/pkcs12-safes.ts';
import type { Magnifier } from '#ports/magnifier.ts';

/** What a PKCS#12 shows: with the passphrase its certificates, and never a key, of which it is only said that it is there. */
export async function openedSafes(
  { openSafe }: Pick<Magnifier, 'openSafe'>,
  pfx: Uint8Array,
  passphrase: string | undefined,
): Promise<{ readonly safes: SeenSafes; readonly certificates: readonly Uint8Array[] }> {
  const certificates: Uint8Array[] = [];
  const closed: string[] = [];
  let [keys, locked, wrong] = [0, 0, false];
  for (const safe of safesOf(pfx)) {
    if (safe.type === 'closed') {
      closed.push(safe.algorithm);
      continue;
    }
    const contents =
      safe.type === 'open'
        ? safe.contents
        : passphrase === undefined
          ? null
          : await openSafe(safe.octets, safe.cipher, passphrase);
    if (contents === null || !isSafeContents(contents)) {
      if (safe.type === 'open') continue;
      locked++;
      wrong ||= passphrase !== undefined;
      continue;
    }
    const seen = contentsSeen(contents);
    certificates.push(...seen.certificates);
    keys += seen.keys;
  }
  return {
    safes: { certificates: certificates.length, keys, locked, closed, wrongPassphrase: wrong },
    certificates,
  };
}
