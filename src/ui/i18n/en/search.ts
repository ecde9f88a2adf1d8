import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const search: Catalogue['search'] = {
  title: 'Search',
  lead: 'Looks through applications, letters, certificates, revocation cases and carriers at once. A name may be typed in Kazakh, Russian or Latin letters.',
  label: 'Name, IIN, BIN, number, e-mail',
  found: (count) => `Found: ${count}`,
  nothingTitle: 'Nothing found',
  nothingText:
    'Type at least three letters of a word, the beginning of a number, or all 12 digits of an IIN or BIN.',
  kinds: {
    applications: 'Applications',
    letters: 'Letters for issue',
    certificates: 'Certificates',
    revocations: 'Revocation cases',
    revocationLetters: 'Letters for revocation',
    carriers: 'Key carriers',
  },
  further: (count) => `Not shown: ${count}.`,
  all: 'Show all',
};
