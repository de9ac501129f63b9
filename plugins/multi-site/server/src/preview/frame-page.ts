/**
 * A page of the admin's own origin around the preview of one site. The admin's CSP is fixed when
 * Strapi starts and allows its own origin; this page's CSP names the one site. Messages of the live
 * preview are passed on in both directions, and to nobody else.
 */
export function framePage({ address, nonce }: { address: string; nonce: string }): string {
  const { origin } = new URL(address);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Preview</title>
<style nonce="${nonce}">html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; }</style>
</head>
<body>
<iframe id="site" title="Preview" src="${escape(address)}"></iframe>
<script nonce="${nonce}">
const site = document.getElementById('site');
const siteOrigin = ${asScript(origin)};
addEventListener('message', (event) => {
  if (event.source === parent && event.origin === location.origin) {
    site.contentWindow.postMessage(event.data, siteOrigin);
  } else if (event.source === site.contentWindow && event.origin === siteOrigin) {
    parent.postMessage(event.data, location.origin);
  }
});
</script>
</body>
</html>
`;
}

/** @param origin the only one that is shown inside. */
export const framePolicy = ({ origin, nonce }: { origin: string; nonce: string }) =>
  [
    "default-src 'none'",
    `frame-src ${origin}`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
const asScript = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c');
