/**
 * A folder that keys are written into is marked by a file, so that it is known again: what lies beside the mark was read from the folder
 * and not from a carrier (G-8), and whoever finds it reads what the folder is.
 */
const start = 'tirkelim-folder-';
const end = '.txt';

/** `mark` is hex. */
export function folderMarkName(mark: string): string {
  return `${start}${mark}${end}`;
}

/** The mark in a file's name; null for any other file. */
export function folderMarkIn(name: string): string | null {
  return /^tirkelim-folder-([0-9a-f]{8,64})\.txt$/u.exec(name)?.[1] ?? null;
}

export const folderMarkText = `Бұл қалта – кілт тасымалдағыш емес. Әр файлды аты жазылған тасымалдағышқа көшіріңіз, бұл файлды көшірмеңіз.
Тасымалдағыштар қайта оқылғаннан кейін файлдарды осы қалтадан өшіріңіз.

Эта папка – не носитель ключа. Перенесите каждый файл на носитель, номером которого он назван; этот файл не переносите.
После того как носители прочитаны, удалите файлы из этой папки.

This folder is no key carrier. Copy each file to the carrier that it is named by, and leave this file here.
When the carriers have been read, delete the files from this folder.
`;
