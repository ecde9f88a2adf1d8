/** No letter or digit that is taken for another one: no l and 1, no o and 0. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 5;

/** Octets of chance that one passphrase takes. */
export const passphraseOctets = groups * groupLength;

/**
 * A passphrase for a carrier: `k7mq2-9xw4d-…`, 100 bits of `random`, in letters that every program takes in the same way and
 * every keyboard has. Shown once and handed over apart from the carrier (G-8); it is stored nowhere.
 */
export function carrierPassphrase(random: Uint8Array): string {
  const letters = [...random.subarray(0, passphraseOctets)].map((octet) => alphabet.charAt(octet % 32));
  return Array.from({ length: groups }, (_, i) =>
    letters.slice(i * groupLength, (i + 1) * groupLength).join(''),
  ).join('-');
}
