/**
 * Whether the page stands in somebody's frame. `frame-ancestors` does nothing in `<meta>`, and on a first load from a
 * server that sends no headers nothing else guards against clickjacking.
 */
export function isFramed(page: Window): boolean {
  return page.top !== page.self;
}

/** What stands in the page instead of the application, in its three languages. */
export function refuseFrame(document: Document): void {
  const notice = document.createElement('p');
  notice.id = 'refused-in-frame';
  notice.textContent =
    'Tirkelim басқа беттің ішінде ашылмайды. · Tirkelim не открывается внутри другой страницы. · ' +
    'Tirkelim does not open inside another page.';
  document.body.replaceChildren(notice);
}
