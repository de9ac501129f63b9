import type { FieldMapping, Step } from '../../../shared/contracts/mappings';
import type { TextId } from '../texts';

type Translate = (id: TextId, values?: Record<string, string>) => string;

/** Where a field comes from and what is done on the way, in words. */
export function mappingText({ from, steps }: FieldMapping, t: Translate): string {
  return [from, ...steps.map((step) => stepText(step, t))].filter(Boolean).join(' → ');
}

function stepText(step: Step, t: Translate): string {
  switch (step.op) {
    case 'const':
    case 'default':
      return t(`step.${step.op}`, { value: String(step.value) });
    case 'template':
      return t('step.template', { value: step.text.replace(/[{}]/g, '') });
    case 'split':
      return t('step.split', { value: step.separator });
    case 'lookup':
      return t('step.lookup', { value: step.field });
    default:
      return t(`step.${step.op}`);
  }
}
