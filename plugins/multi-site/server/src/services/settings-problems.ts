import { z } from '@strapi/utils';
import type { SiteProblem, SiteSettings } from '../../../shared/contracts/sites';

/** Expressions could be written so that they take hours; a site's owner writes the schema. */
const REFUSED = new Set(['pattern', 'patternProperties']);

/** What is wrong with settings beyond the shape of single fields. */
export function findSettingsProblems(
  settings: SiteSettings | undefined,
  { uids }: { /** Content types that can have an address. */ uids: ReadonlySet<string> },
): SiteProblem[] {
  if (!settings) return [];
  const unknown = Object.keys(settings.urls ?? {}).find((uid) => !uids.has(uid));
  return [
    ...(unknown
      ? [
          {
            path: 'settings.urls',
            code: 'TYPE_UNKNOWN',
            message: `There is no content type “${unknown}”.`,
          },
        ]
      : []),
    ...checkPublic(settings),
  ];
}

function checkPublic({ publicSchema, public: values = {} }: SiteSettings): SiteProblem[] {
  if (!publicSchema) return [];
  const refused = findKey(publicSchema);
  if (refused) {
    return [schemaProblem(`“${refused}” is not allowed in a schema here. Use enum or format.`)];
  }
  let schema: z.ZodType;
  try {
    schema = z.fromJSONSchema(publicSchema);
  } catch {
    return [schemaProblem('This is no JSON Schema that can be used.')];
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const place = issue.path.map(String).join('.');
    const message = place ? `${place}: ${issue.message}` : issue.message;
    return { path: 'settings.public', code: 'SCHEMA_MISMATCH', message };
  });
}

const schemaProblem = (message: string): SiteProblem => ({
  path: 'settings.publicSchema',
  code: 'SCHEMA_INVALID',
  message,
});

function findKey(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (REFUSED.has(key)) return key;
    const found = findKey(inner);
    if (found) return found;
  }
  return null;
}
