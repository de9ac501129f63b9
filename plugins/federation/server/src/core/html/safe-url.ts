/** Addresses that only lead somewhere: web, mail, telephone, or a place on the same site. */
export function isSafeUrl(url: string): boolean {
  // Browsers ignore control characters and spaces inside a scheme: "java\nscript:".
  // eslint-disable-next-line no-control-regex -- they are what has to go
  const plain = url.replace(/[\u0000-\u0020\u007f]+/g, '').toLowerCase();
  if (plain === '') return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(plain)?.[1];
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}
