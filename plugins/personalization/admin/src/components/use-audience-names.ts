import { usePermissions } from '../permissions';
import { useListP13nAudiencesQuery } from '../services/api';

/** What audiences are called, by their key; the key for those who may not read them. */
export function useAudienceNames(): (key: string) => string {
  const { canRead } = usePermissions();
  const { data = [] } = useListP13nAudiencesQuery(undefined, { skip: !canRead });
  return (key) => data.find((audience) => audience.key === key)?.name ?? key;
}
