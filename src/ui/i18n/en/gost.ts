export const gost = {
  standard: 'GOST',
  names: {
    'gost-rfc4491': 'GOST 34.310-2004, encoded as in RFC 4491',
    'gost-kz2004': 'GOST 34.310-2004, Kazakhstan’s own encoding',
    'gost-2012-512': 'GOST 34.10-2015, 512 bits, encoded as in RFC 9215',
    'gost-kz2015': 'GOST 34.10-2015, 512 bits, Kazakhstan’s own encoding',
  },
  hints: {
    'gost-rfc4491': 'the signature that the forms name; OpenSSL with gost-engine and Bouncy Castle read it',
    'gost-kz2004': 'the signature that the forms name, as Kazakhstan’s Root and National CA encode it',
    'gost-2012-512':
      'the mathematics that the National CA has used since 2022; OpenSSL with gost-engine reads it',
    'gost-kz2015': 'the signature that the National CA has used since 2022, in its own encoding',
  },
  toolHint: 'For instance: GOST 34.310-2004',
  title: 'About this key',
  note: 'Browsers have no GOST signature, so this program computes it with the browser’s large whole numbers. Two things can’t be promised: that the time of a signature tells nothing of the key, and that the key is wiped from memory. On the disk the key lies encrypted; it is in clear only in the memory of one worker, which ends when the station is locked. Run no foreign programs on this computer.',
  ageNote:
    'No key container is published for this encoding: a key made for an applicant is written as an age file and not as PKCS#12.',
};
