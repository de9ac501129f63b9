import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../../shared/plugin';
import english from './translations/en.json';

export type TextId = keyof typeof english;
type Values = Record<string, PrimitiveType>;

/** A text of this plugin as react-intl takes it; en.json is the one list of them. */
export const message = (id: TextId) => ({ id: `${PLUGIN_ID}.${id}`, defaultMessage: english[id] });

/** `const t = useTexts(); t('sites.title')`: only ids that exist compile. */
export function useTexts() {
  const { formatMessage } = useIntl();
  return useCallback(
    (id: TextId, values?: Values): string => formatMessage(message(id), values),
    [formatMessage],
  );
}
