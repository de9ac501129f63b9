/**
 * Where a tab goes when its site changes. What is open belongs to the old site, so an
 * edit view gives way to the list it belongs to; other pages give way to the home page.
 */
export function landingPath(pathname: string): string {
  const list = pathname.match(/^\/content-manager\/collection-types\/[^/]+/)?.[0];
  if (list) return list;
  const area = ['/content-manager', '/plugins/upload', '/plugins/multi-site'].find(
    (prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`),
  );
  return area ?? '/';
}
