/**
 * Whether the page stands in somebody's frame. `frame-ancestors` does nothing in `<meta>`, and on a first load from a
 * server that sends no headers nothing else guards against clickjacking.
 */
export function isFramed(page: Window): boolean {
  return page.top !== page.self;
}

/** What stands in the page instead of the application, in its three languages. */
export function refuseFrame(document: Document): void {
  say(
    document,
    'refused-in-frame',
    'Tirkelim басқа беттің ішінде ашылмайды. · Tirkelim не открывается внутри другой страницы. · ' +
      'Tirkelim does not open inside another page.',
  );
}

/** When even the page that tells of faults did not come: in plain text, nothing else can be relied on. */
export function sayBroken(document: Document): void {
  say(
    document,
    'not-started',
    'Tirkelim іске қосылмады: бетті қайта жүктеңіз, браузердің деректерін өшірмеңіз. · ' +
      'Tirkelim не запустился: загрузите страницу заново, не удаляйте данные браузера. · ' +
      'Tirkelim did not start: load the page again, do not delete the browser’s data.',
  );
}

function say(document: Document, id: string, text: string): void {
  const notice = document.createElement('p');
  notice.id = id;
  notice.textContent = text;
  document.body.replaceChildren(notice);
}
