import type { WizardContent, WizardInput } from '../../../../shared/contracts/wizard';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { WIZARD_STEPS, type WizardStep } from '../../../../shared/wizard-steps';
import { toBody, toValues, type SiteValues } from '../Site/site-values';

/** The last page is no step of the draft: it only looks and creates. */
export type Page = WizardStep | 'check';
export const PAGES: readonly Page[] = [...WIZARD_STEPS, 'check'];

export type Person = { userId: number; name: string; roles: string[] };

export type WizardState = {
  page: Page;
  /** How far somebody has come: these pages can be gone to directly. */
  reached: number;
  values: SiteValues;
  content: WizardContent;
  people: Person[];
  /** Null: no workflow. */
  workflow: string[] | null;
  /** The run that makes the site, once the last button was pressed. */
  run: { id: number; siteId: string; name: string } | null;
};

const KEY = `${PLUGIN_ID}.wizard`;

export const firstState = (color: string): WizardState => ({
  page: 'name',
  reached: 0,
  values: { ...toValues(null, color), status: 'live' },
  content: { kind: 'empty' },
  people: [],
  workflow: null,
  run: null,
});

/** Is there anything that would be lost by beginning anew? */
export const isStarted = ({ reached, values }: WizardState): boolean =>
  reached > 0 ||
  [values.name, values.slug, values.domain, values.aliases, values.pathPrefix].some((text) =>
    text?.trim(),
  );

export function toDraft({ values, content, people, workflow }: WizardState): WizardInput {
  const { slug, ...body } = toBody(values);
  return {
    ...body,
    ...(slug ? { slug } : {}),
    content,
    people: people.map(({ userId, roles }) => ({ userId, roles })),
    workflow:
      workflow === null ? { kind: 'none' } : { kind: 'default', contentTypes: [...workflow] },
  };
}

/** This tab's, so that a reload loses nothing and two tabs make two sites. */
export function readState(storage: Storage): WizardState | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    return isState(value) ? value : null;
  } catch {
    return null;
  }
}

export const writeState = (storage: Storage, state: WizardState) =>
  storage.setItem(KEY, JSON.stringify(state));

export const forgetState = (storage: Storage) => storage.removeItem(KEY);

function isState(value: unknown): value is WizardState {
  if (typeof value !== 'object' || value === null) return false;
  const { page, values, content, people } = value as Partial<WizardState>;
  return (
    PAGES.some((known) => known === page) &&
    typeof values === 'object' &&
    typeof content === 'object' &&
    Array.isArray(people)
  );
}
