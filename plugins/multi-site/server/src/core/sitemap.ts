export type Address = { url: string; changedAt: string | Date | null };

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** sitemap.xml as sitemaps.org defines it. An address that occurs twice is listed once. */
export function sitemapXml(addresses: readonly Address[]): string {
  const unique = new Map(addresses.map((address) => [address.url, address]));
  const entries = [...unique.values()].map(({ url, changedAt }) => {
    const date = changedAt ? `<lastmod>${new Date(changedAt).toISOString()}</lastmod>` : '';
    return `  <url><loc>${escape(url)}</loc>${date}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}
