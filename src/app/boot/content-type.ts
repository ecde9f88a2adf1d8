import contentTypes from './content-types.json' with { type: 'json' };

/** The `Content-Type` of a file of the application, by its name's ending: the service worker's as the server's. */
export function contentTypeOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.'));
  return (contentTypes as Readonly<Record<string, string>>)[ending] ?? 'application/octet-stream';
}
