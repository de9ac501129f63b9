import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useGetSiteBoardQuery } from '../services/tasks';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';
import { governedTypeInView } from './list-column';

type Search = { plugins?: Record<string, Record<string, string> | undefined> };
const KEY = 'multi-site';

/** In the content manager's list: only the entries of one stage. The address keeps it. */
export const StageFilter = () => {
  const t = useTexts();
  const { canUseBoard } = usePermissions();
  const isGoverned = governedTypeInView() !== null;
  const { data } = useGetSiteBoardQuery('current', { skip: !isGoverned || !canUseBoard });
  const [{ query }, setQuery] = useQueryParams<Search>();
  if (!isGoverned || !data?.isEnabled) return null;
  const choose = (siteStage: string | undefined) => {
    const plugins = { ...query.plugins, [KEY]: siteStage ? { siteStage } : undefined };
    setQuery({ plugins, page: 1 } as Search);
  };
  return (
    <SingleSelect
      size="S"
      aria-label={t('list.stage-filter')}
      placeholder={t('list.all-stages')}
      value={query.plugins?.[KEY]?.siteStage ?? null}
      onChange={(value) => choose(String(value))}
      onClear={() => choose(undefined)}
      clearLabel={t('list.all-stages')}
    >
      {data.stages.map(({ key, name }) => (
        <SingleSelectOption key={key} value={key}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
