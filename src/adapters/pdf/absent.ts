/** Stands for the optional packages of jsPDF (html2canvas, canvg, dompurify), which draw HTML and are not shipped. */
export const absent = true;
