/** Words of a list's way out. */
import type { publication as kk } from '#ui/i18n/kk/publication.ts';

export const publication: typeof kk = {
  notYet: 'in a list that is not published yet',
  states: { signed: 'Signed', written: 'Written to a medium' },
  stepsTitle: 'The list’s way out',
  signed: 'Signed',
  written: 'Written to a medium',
  published: 'Published',
  notDone: 'not yet',
  write: 'Write to a medium',
  unpublished: 'The list is not published',
  unpublishedText:
    'The official notice is the publication of the list. Write the file to a medium, place it where owners can see it, then enter where and when it was published.',
  asBefore: 'a record of before: it counted as published when it was written',
  title: 'Publication',
  where: 'Where it was published',
  whereHint: 'an Internet address, or another place where owners can see it',
  day: 'Day of publication',
  time: 'Time of publication',
  timeHint: 'hours:minutes',
  timeWrong: 'Enter the day as dd.mm.yyyy and the time as hours:minutes.',
  publish: 'Record the publication',
  publishedAt: (where, at) => `${at} · ${where}`,
  givenTitle: 'Given to owners',
  addressees: 'To whom it was given',
  addresseesHint: 'one addressee in a line',
  way: 'How it was given',
  ways: { 'e-mail': 'by e-mail', medium: 'on a medium', internet: 'over the Internet' },
  give: 'Record that it was given',
  cadence: 'Days from one CRL to the next',
  cadenceHint:
    'When empty, the same as the term of a CRL. Not more than it: the difference is what is left when the next one is late.',
  nextMeans: (cadence, validity) =>
    `By the station’s settings a list comes out every ${cadence} days and is good for ${validity} days.`,
  plan: 'Plan for a year',
};
