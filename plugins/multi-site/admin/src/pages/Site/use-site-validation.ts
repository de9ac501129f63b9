import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { SiteProblem } from '../../../../shared/contracts/sites';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useValidateMultiSiteMutation } from '../../services/sites';
import { useTexts } from '../../texts';
import { findWrongLine } from './front-end-values';
import { parsePublic, toBody, toFieldErrors, type SiteValues } from './site-values';

/**
 * Says what is wrong with the form's values, by field. The server checks, because only
 * it knows which names, slugs and hosts are taken.
 */
export function useSiteValidation(siteId: string) {
  const t = useTexts();
  const { formatMessage, messages } = useIntl();
  const [validate] = useValidateMultiSiteMutation();

  return useCallback(
    async (values: SiteValues): Promise<Record<string, string>> => {
      const own = {
        ...checkName(values, t),
        ...checkJson('public', values.public, t),
        ...checkJson('publicSchema', values.publicSchema, t),
        ...checkLines(values, t),
      };
      if (Object.keys(own).length > 0) return own;
      const { status: _notValidated, ...draft } = toBody(values);
      const body = { ...draft, slug: draft.slug || undefined, id: siteId };
      // A failed check must not keep anybody from saving: the server checks again then.
      const result = await validate(body);
      const problems = 'data' in result ? result.data : [];
      // The server's sentences name the other site; they are kept where we have no translation.
      const translate = ({ code, message }: SiteProblem) => {
        const id = `${PLUGIN_ID}.problem.${code}`;
        return messages[id] ? formatMessage({ id }) : message;
      };
      return toFieldErrors(
        problems.map((problem) => ({ path: problem.path, message: translate(problem) })),
      );
    },
    [formatMessage, messages, siteId, t, validate],
  );
}

type Texts = ReturnType<typeof useTexts>;

const checkName = ({ name }: SiteValues, t: Texts): Record<string, string> =>
  name?.trim() ? {} : { name: t('site.name.required') };

function checkJson(field: string, json: string | null, t: Texts): Record<string, string> {
  try {
    parsePublic(json);
    return {};
  } catch {
    return { [field]: t('site.public.invalid') };
  }
}

/** Lists that are written as lines: which line is no `name value`. */
function checkLines(values: SiteValues, t: Texts): Record<string, string> {
  const wrong = (['urls', 'features'] as const).flatMap((field) => {
    const line = findWrongLine(field, values[field]);
    return line === null ? [] : [[field, t('front.lines.invalid', { line })] as const];
  });
  return Object.fromEntries(wrong);
}

/** The shape in which Strapi's `Form` takes errors from its `validate`. */
export function asFormError(errors: Record<string, string>) {
  const inner = Object.entries(errors).map(([path, message]) => ({ path, message }));
  return Object.assign(new Error('The form has errors'), { name: 'ValidationError', inner });
}
