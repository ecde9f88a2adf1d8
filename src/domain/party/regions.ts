/** The regions and cities of republican significance of Kazakhstan since 8 June 2022, by their codes of ISO 3166-2. */
export interface Region {
  /** `KZ-71` */
  readonly code: string;
  readonly kind: 'region' | 'city';
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

export const regions: readonly Region[] = [
  city('KZ-71', 'Астана', 'Астана', 'Astana'),
  city('KZ-75', 'Алматы', 'Алматы', 'Almaty'),
  city('KZ-79', 'Шымкент', 'Шымкент', 'Shymkent'),
  region('KZ-10', 'Абай', 'область Абай', 'Abai'),
  region('KZ-11', 'Ақмола', 'Акмолинская область', 'Akmola'),
  region('KZ-15', 'Ақтөбе', 'Актюбинская область', 'Aktobe'),
  region('KZ-19', 'Алматы', 'Алматинская область', 'Almaty'),
  region('KZ-23', 'Атырау', 'Атырауская область', 'Atyrau'),
  region('KZ-27', 'Батыс Қазақстан', 'Западно-Казахстанская область', 'West Kazakhstan'),
  region('KZ-31', 'Жамбыл', 'Жамбылская область', 'Zhambyl'),
  region('KZ-33', 'Жетісу', 'область Жетісу', 'Zhetisu'),
  region('KZ-35', 'Қарағанды', 'Карагандинская область', 'Karaganda'),
  region('KZ-39', 'Қостанай', 'Костанайская область', 'Kostanay'),
  region('KZ-43', 'Қызылорда', 'Кызылординская область', 'Kyzylorda'),
  region('KZ-47', 'Маңғыстау', 'Мангистауская область', 'Mangystau'),
  region('KZ-55', 'Павлодар', 'Павлодарская область', 'Pavlodar'),
  region('KZ-59', 'Солтүстік Қазақстан', 'Северо-Казахстанская область', 'North Kazakhstan'),
  region('KZ-61', 'Түркістан', 'Туркестанская область', 'Turkistan'),
  region('KZ-62', 'Ұлытау', 'область Ұлытау', 'Ulytau'),
  region('KZ-63', 'Шығыс Қазақстан', 'Восточно-Казахстанская область', 'East Kazakhstan'),
];

function region(code: string, kk: string, ru: string, en: string): Region {
  return { code, kind: 'region', kk: `${kk} облысы`, ru, en: `${en} Region` };
}

function city(code: string, kk: string, ru: string, en: string): Region {
  return { code, kind: 'city', kk: `${kk} қаласы`, ru: `город ${ru}`, en: `${en} City` };
}
