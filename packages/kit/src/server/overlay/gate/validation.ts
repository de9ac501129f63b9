import type { Core } from '@strapi/strapi';
import type { OverlayAttributes, OverlayRow } from '../../../shared/overlay';
import { hasDrafts, modelOf } from '../content';
import { validatorOf } from '../strapi-parts';

/** Strapi's own rules for what may be saved as a draft, held against what the form sends. */
export async function validateInput(
  strapi: Core.Strapi,
  uid: string,
  { input, draft }: { input: OverlayRow; draft: OverlayRow },
) {
  await validate(strapi, uid, { row: input, isDraft: hasDrafts(strapi, uid), known: draft });
}

/** The same for what may be published: required, lengths, unique; against all that is shown. */
export async function validateShown(
  strapi: Core.Strapi,
  uid: string,
  { shown, known }: { shown: OverlayRow; known: OverlayRow },
) {
  await validate(strapi, uid, { row: shown, isDraft: false, known });
}

/** @param known the entry's own row, which a unique value may stand in already. */
async function validate(
  strapi: Core.Strapi,
  uid: string,
  { row, isDraft, known }: { row: OverlayRow; isDraft: boolean; known: OverlayRow },
) {
  const model = modelOf(strapi, uid);
  const data = writable(strapi, row, model?.attributes ?? {});
  const options = { isDraft, locale: known.locale };
  await validatorOf(strapi).validateEntityUpdate(model, data, options, known);
}

/** Without relations: Strapi does not require them, and here they are documentIds. */
function writable(strapi: Core.Strapi, row: OverlayRow, attributes: OverlayAttributes): OverlayRow {
  const data: OverlayRow = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const value = row[name];
    if (value === undefined || attribute.type === 'relation') continue;
    const inner = (item: unknown) => {
      if (typeof item !== 'object' || item === null) return item;
      const component = attribute.component ?? String((item as OverlayRow).__component);
      const fields = writable(
        strapi,
        item as OverlayRow,
        modelOf(strapi, component)?.attributes ?? {},
      );
      return attribute.type === 'dynamiczone' ? { ...fields, __component: component } : fields;
    };
    const isNested = attribute.type === 'component' || attribute.type === 'dynamiczone';
    if (isNested) data[name] = Array.isArray(value) ? value.map(inner) : inner(value);
    else data[name] = value;
  }
  return data;
}
