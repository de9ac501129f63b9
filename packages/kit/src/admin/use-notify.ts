import { useMemo } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useApiMessage } from './use-api-message';

/** Short notices at the top of the page, errors in the words of `useApiMessage`. */
export const useNotify = (pluginId: string) => {
  const { toggleNotification } = useNotification();
  const toMessage = useApiMessage(pluginId);
  return useMemo(
    () => ({
      success: (message: string) => toggleNotification({ type: 'success', message }),
      info: (message: string) => toggleNotification({ type: 'info', message }),
      problem: (error: unknown) =>
        toggleNotification({ type: 'danger', message: toMessage(error) }),
    }),
    [toggleNotification, toMessage],
  );
};
