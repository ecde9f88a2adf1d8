import type { Role } from '#domain/authority/roles.ts';
import { roleNames } from './roles.ts';

export const refusalsOfficers = {
  OfficerEnded:
    'This officer was removed from the station: the passphrase opens nothing here. Another officer goes on with the work.',
  NotYourRole: ({ needed, holders }: { needed: readonly Role[]; holders: readonly string[] }) =>
    `This is for the role “${needed.map((role) => roleNames[role]).join('” or “')}”. Nothing was written.${holders.length === 0 ? '' : ` Who has it: ${holders.join(', ')}.`}`,
  SecondOfficerNeeded: ({ needed, fourEyes }: { needed: readonly Role[]; fourEyes?: true }) =>
    fourEyes === true
      ? 'Four eyes are set: officers change only with a second one beside, who types the own passphrase. Nothing was written.'
      : `A file of the vault has to be encrypted anew, which needs a second officer (“${needed.map((role) => roleNames[role]).join('” or “')}”) to type the own passphrase. Nothing was written.`,
  FourEyes: ({ because }: { because: 'entered' | 'examined' | 'unsigned' | 'gone' | 'confirmed' }) =>
    ({
      entered:
        'You entered or corrected this application yourself: under four eyes another officer approves it.',
      examined: 'You examined this application yourself: under four eyes another officer approves it.',
      unsigned:
        'The examination was confirmed before four eyes were set: have another officer confirm it anew, then approve it.',
      gone: 'Whoever confirmed the examination is no officer any more, had no role for it then, or confirmed it before the application came: have another officer confirm it anew, then approve it.',
      confirmed:
        'Your examination was written down and signed: under four eyes another officer now approves.',
    })[because],
  OfficerMissing: 'There is no such officer. Load the page again.',
  OfficerNameMissing: 'Write the name and the position.',
  OfficerRolesMissing: 'Choose at least one role.',
  OfficerKnown: ({ name }: { name: string }) =>
    `${name} is an officer of this station already: nobody is added twice. For a namesake write the name in full.`,
  LastOfRole: ({ role }: { role: Role }) =>
    `Nobody else has the role “${roleNames[role]}”, and the station does not work without it. Give it to another officer first.`,
  FourEyesTooFew:
    'Four eyes need two people: a registrar, and a CA officer who is somebody else. Add an officer or change the roles first.',
};
