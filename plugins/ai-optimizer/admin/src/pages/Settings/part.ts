import type { SettingsValues } from '../../../../shared/contracts/settings';

export type Part = {
  values: SettingsValues;
  change: (part: Partial<SettingsValues>) => void;
  canEdit: boolean;
};
