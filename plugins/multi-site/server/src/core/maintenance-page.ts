import type { Site } from '../../../shared/contracts/sites';

export const isMaintained = (site: Pick<Site, 'status'>) => site.status === 'maintenance';

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** A whole page without anything that would have to be loaded. */
export function maintenancePage({ name, settings }: Pick<Site, 'name' | 'settings'>): string {
  const title = settings.maintenance?.title ?? 'We will be right back';
  const text =
    settings.maintenance?.text ?? `${name} is being worked on. Please come back in a few minutes.`;
  const language = settings.defaultLocale ?? 'en';
  const color = settings.color ?? '#4945ff';
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} · ${escape(name)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; box-sizing: border-box; font: 1.125rem/1.6 system-ui, sans-serif; }
main { max-width: 32rem; border-top: 0.25rem solid ${escape(color)}; padding-top: 1.5rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.25; }
p { margin: 0; white-space: pre-line; }
</style>
</head>
<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p></main></body>
</html>
`;
}
