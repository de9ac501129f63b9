import type { SiteSettings } from '../../../../shared/contracts/sites';

/** What the form holds of the settings for front ends; lists are lines of text. */
export type FrontEndValues = {
  logo: string | null;
  favicon: string | null;
  titleTemplate: string | null;
  seoDescription: string | null;
  seoImage: string | null;
  robots: 'allow' | 'disallow';
  robotsExtra: string | null;
  /** `api::article.article /blog/{slug}`, one a line. */
  urls: string | null;
  /** One origin a line. */
  cors: string | null;
  /** `new-checkout on`, one a line. */
  features: string | null;
  maintenanceTitle: string | null;
  maintenanceText: string | null;
  redirectAliases: boolean;
};

export function toFrontEndValues(settings: SiteSettings): FrontEndValues {
  const { branding, seo, robots, urls, cors, features, maintenance } = settings;
  return {
    logo: branding?.logo ?? '',
    favicon: branding?.favicon ?? '',
    titleTemplate: seo?.titleTemplate ?? '',
    seoDescription: seo?.description ?? '',
    seoImage: seo?.image ?? '',
    robots: robots?.mode ?? 'allow',
    robotsExtra: robots?.extra ?? '',
    urls: Object.entries(urls ?? {})
      .map(([uid, pattern]) => `${uid} ${pattern}`)
      .join('\n'),
    cors: (cors?.origins ?? []).join('\n'),
    features: Object.entries(features ?? {})
      .map(([name, isOn]) => `${name} ${isOn ? 'on' : 'off'}`)
      .join('\n'),
    maintenanceTitle: maintenance?.title ?? '',
    maintenanceText: maintenance?.text ?? '',
    redirectAliases: settings.redirectAliases ?? false,
  };
}

/** Only what is filled in; an emptied group is gone. */
export function toFrontEndSettings(values: FrontEndValues): Partial<SiteSettings> {
  const branding = filled({ logo: values.logo, favicon: values.favicon });
  const seo = filled({
    titleTemplate: values.titleTemplate,
    description: values.seoDescription,
    image: values.seoImage,
  });
  const maintenance = filled({ title: values.maintenanceTitle, text: values.maintenanceText });
  const robots = { mode: values.robots, ...filled({ extra: values.robotsExtra }) };
  const origins = linesOf(values.cors);
  const urls = Object.fromEntries(linesOf(values.urls).map(splitLine));
  const features = Object.fromEntries(
    linesOf(values.features).map((line) => {
      const [name, state] = splitLine(line);
      return [name, state === 'on'];
    }),
  );
  const isDefaultRobots = robots.mode === 'allow' && !robots.extra;
  return {
    ...(branding ? { branding } : {}),
    ...(seo ? { seo } : {}),
    ...(isDefaultRobots ? {} : { robots }),
    ...(Object.keys(urls).length > 0 ? { urls } : {}),
    ...(origins.length > 0 ? { cors: { origins } } : {}),
    ...(Object.keys(features).length > 0 ? { features } : {}),
    ...(maintenance ? { maintenance } : {}),
    ...(values.redirectAliases ? { redirectAliases: true } : {}),
  };
}

/** The first line that is no name with a value behind it, or null. */
export function findWrongLine(field: 'urls' | 'features', value: string | null): string | null {
  const isRight = (line: string) =>
    field === 'urls' ? /^\S+\s+\/\S*$/.test(line) : /^\S+\s+(on|off)$/.test(line);
  return linesOf(value).find((line) => !isRight(line)) ?? null;
}

const linesOf = (value: string | null): string[] =>
  (value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function splitLine(line: string): [name: string, value: string] {
  const [name = '', ...rest] = line.split(/\s+/);
  return [name, rest.join(' ')];
}

function filled<Key extends string>(
  group: Record<Key, string | null>,
): Partial<Record<Key, string>> | undefined {
  const entries = Object.entries<string | null>(group)
    .map(([key, value]) => [key, value?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '');
  // Cast: Object.entries forgets the keys' names.
  return entries.length > 0
    ? (Object.fromEntries(entries) as Partial<Record<Key, string>>)
    : undefined;
}
