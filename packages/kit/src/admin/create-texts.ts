import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';

type Values = Record<string, PrimitiveType>;

/** A plugin's texts by the ids of its en.json, the one list of them: only ids that exist compile. */
export function createTexts<Texts extends Record<string, string>>(
  pluginId: string,
  english: Texts,
) {
  type Id = keyof Texts & string;

  /** A text as react-intl takes it, for places without hooks. */
  const message = (id: Id) => ({ id: `${pluginId}.${id}`, defaultMessage: english[id] as string });

  /** `const t = useTexts(); t('sites.title')` */
  function useTexts() {
    const { formatMessage } = useIntl();
    return useCallback(
      (id: Id, values?: Values): string => formatMessage(message(id), values),
      [formatMessage],
    );
  }
  return { message, useTexts };
}
