import type {
  Settings,
  SettingsBody,
  SettingsResponse,
  TestResponse,
} from '../../../shared/contracts/settings';
import { api } from './api';

const settingsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getQualitySettings: builder.query<Settings, void>({
      query: () => ({ url: '/ai-optimizer/settings' }),
      transformResponse: (response: SettingsResponse) => response.data,
      providesTags: ['QualitySettings'],
    }),
    saveQualitySettings: builder.mutation<Settings, SettingsBody>({
      query: (data) => ({ url: '/ai-optimizer/settings', method: 'PUT', data }),
      transformResponse: (response: SettingsResponse) => response.data,
      invalidatesTags: ['QualitySettings'],
    }),
    testQualityProvider: builder.mutation<TestResponse['data'], void>({
      query: () => ({ url: '/ai-optimizer/settings/test', method: 'POST' }),
      transformResponse: (response: TestResponse) => response.data,
    }),
  }),
});

export const {
  useGetQualitySettingsQuery,
  useSaveQualitySettingsMutation,
  useTestQualityProviderMutation,
} = settingsApi;
