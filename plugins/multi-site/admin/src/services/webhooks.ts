import type {
  BindWebhookBody,
  ListWebhooksResponse,
  WebhookBinding,
} from '../../../shared/contracts/webhooks';
import { api } from './api';

const webhooksApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listSiteWebhooks: builder.query<WebhookBinding[], void>({
      query: () => ({ url: '/multi-site/webhooks' }),
      transformResponse: (response: ListWebhooksResponse) => response.data,
      providesTags: ['MultiSiteWebhook'],
    }),
    bindSiteWebhook: builder.mutation<unknown, { webhookId: number } & BindWebhookBody>({
      query: ({ webhookId, site }) => ({
        url: `/multi-site/webhooks/${webhookId}`,
        method: 'PUT',
        data: { site },
      }),
      invalidatesTags: ['MultiSiteWebhook', 'MultiSiteAudit'],
    }),
  }),
});

export const { useListSiteWebhooksQuery, useBindSiteWebhookMutation } = webhooksApi;
