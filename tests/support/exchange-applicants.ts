/** Two persons whom nobody takes for one. */
export const applicants = [
  { iin: '920308400012', surname: 'Серікова', givenName: 'Айгүл' },
  { iin: '850101300015', surname: 'Әбілқасымов', givenName: 'Нұрлан' },
] as const;
