import { sharedAddress } from '#domain/authority/renewal.ts';
import type {
  CertificateAddresses,
  NextAuthority,
  Station,
  StationSettings,
} from '#domain/authority/station.ts';
import { without } from '#domain/base/without.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import { statedStation } from '#operations/stated-station.ts';

export type SettingsRefusal =
  | TransactionRefusal
  | StatementRefusal
  | { readonly type: 'StationMissing' | 'Locked' }
  /** The next list would come after the last one is not good any more. */
  | { readonly type: 'CadenceAboveValidity'; readonly crlValidityDays: number }
  | { readonly type: 'AddressOfFormerKey'; readonly address: string }
  | {
      readonly type: 'SettingOutOfRange';
      readonly setting: string;
      readonly from: number;
      readonly to: number;
    };

const ranges = {
  ...{ crlValidityDays: [1, 366], lockMinutes: [1, 30], crlCadenceDays: [1, 366] },
  ...{ packageAfterDays: [1, 366], packageAfterItems: [1, 10_000] },
} as const;

/** The office's own numbers and addresses; certificates and CRLs made before keep theirs. */
export function changeSettings(
  desk: Desk,
  command: { readonly settings: StationSettings; readonly addresses: CertificateAddresses },
): Promise<Result<Station, SettingsRefusal>> {
  return transact<Station, SettingsRefusal>(desk, async (snapshot) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const before = await snapshot.get('station', 'station');
    if (before === undefined) return err({ type: 'StationMissing' });
    for (const setting of Object.keys(ranges) as readonly (keyof typeof ranges)[]) {
      const [from = 0, to = 0] = ranges[setting];
      const value = command.settings[setting];
      if (value === undefined) continue;
      if (!Number.isInteger(value) || value < from || value > to)
        return err({ type: 'SettingOutOfRange', setting, from, to });
    }
    const { addresses } = command;
    // It has an act of its own, which may take two officers.
    const { fourEyes } = before.settings;
    const settings = {
      ...without(command.settings, 'fourEyes'),
      ...(fourEyes === undefined ? {} : { fourEyes }),
    };
    const { crlValidityDays, crlCadenceDays = crlValidityDays } = settings;
    if (crlCadenceDays > crlValidityDays) return err({ type: 'CadenceAboveValidity', crlValidityDays });
    const address = sharedAddress(otherGenerations(before), addresses);
    if (address !== undefined) return err({ type: 'AddressOfFormerKey', address });
    const stated = await statedStation(desk, snapshot, before, { ...before, settings, addresses });
    if (!stated.ok) return stated;
    const record = stated.value;
    return ok({
      acts: [
        { act: 'settings-changed', subjects: [before.stationId], puts: [{ collection: 'station', record }] },
      ],
      answer: record,
    });
  });
}

/** The keys whose files lie under addresses of their own, beside those of the key that issues. */
function otherGenerations({
  formerAuthorities = [],
  nextAuthority,
}: Station): readonly Pick<NextAuthority, 'addresses'>[] {
  return nextAuthority === undefined ? formerAuthorities : [...formerAuthorities, nextAuthority];
}

/** The table of moved days, whole: deadlines computed from now on use it. */
export function changeCalendar(
  desk: Desk,
  command: { readonly rows: HolidayTable },
): Promise<Result<null, SettingsRefusal>> {
  return transact<null, SettingsRefusal>(desk, () => {
    if (desk.custody.officerId() === null) return Promise.resolve(err({ type: 'Locked' }));
    const record = { id: 'calendar' as const, salt: newSalt(desk.random), rows: command.rows };
    return Promise.resolve(
      ok({
        acts: [{ act: 'calendar-changed', subjects: [], puts: [{ collection: 'calendar', record }] }],
        answer: null,
      }),
    );
  });
}
