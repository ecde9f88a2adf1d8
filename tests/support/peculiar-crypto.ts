import { Crypto as PeculiarCrypto } from '@peculiar/webcrypto';

const peculiar = new PeculiarCrypto();

/**
 * A second WebCrypto, over Node's OpenSSL by other code than Node's own: what the adapters rest on has to be the
 * specification's, and not one implementation's. A key that it can't read is an error of its ASN.1 reader; the specification
 * (Web Cryptography, `importKey`) says DataError, so that is what it says here.
 */
const subtle: SubtleCrypto = new Proxy(peculiar.subtle, {
  get(target, name) {
    const member: unknown = Reflect.get(target, name);
    if (typeof member !== 'function') return member;
    if (name !== 'importKey') return member.bind(target) as unknown;
    return async (...parameters: unknown[]) => {
      try {
        return (await Reflect.apply(member, target, parameters)) as unknown;
      } catch (cause) {
        throw new DOMException(cause instanceof Error ? cause.message : 'unreadable', 'DataError');
      }
    };
  },
});

export const peculiarCrypto: Crypto = {
  subtle,
  getRandomValues: (values) => peculiar.getRandomValues(values),
  randomUUID: () => globalThis.crypto.randomUUID(),
};
