import type { z } from '@strapi/utils';
import type { SiteProblem } from '../../../shared/contracts/sites';
import { wizardDraft, type WizardProblem } from '../../../shared/contracts/wizard';
import type { WizardStep } from '../../../shared/wizard-steps';

/** In which step a field stands. */
export function stepOf(path: string): WizardStep {
  const [first = ''] = path.split('.');
  if (first === 'settings') return path.startsWith('settings.color') ? 'name' : 'language';
  if (first === 'content' || first === 'people' || first === 'workflow') return first;
  return 'name';
}

export const placed = (problem: SiteProblem): WizardProblem => ({
  ...problem,
  step: stepOf(problem.path),
});

/** What of a draft has not the shape it needs; every sentence is for people. */
export function shapeProblems(draft: unknown): WizardProblem[] {
  const parsed = wizardDraft.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue: z.core.$ZodIssue) =>
    placed({
      path: issue.path.map(String).join('.'),
      code: 'INVALID',
      message: isMissing(draft, issue.path) ? 'This is needed.' : issue.message,
    }),
  );
}

function isMissing(draft: unknown, path: readonly PropertyKey[]): boolean {
  let value = draft;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined || value === '';
}
