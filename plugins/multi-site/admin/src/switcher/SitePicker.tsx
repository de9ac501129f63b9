import { useState } from 'react';
import { Box, Searchbar, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { SwitchData, Choice, Remembered } from '../choice/choose-site';
import { readFavourites, readRecents, toggleFavourite } from '../choice/storage';
import { NETWORK } from '../../../shared/plugin';
import { useTexts } from '../texts';
import { groupSites, SHOWN_LIMIT } from './group-sites';
import { moveFocus, ROW } from './move-focus';
import { NetworkRow, SiteRow } from './SiteRow';

type Props = {
  data: SwitchData;
  choice: Choice;
  onChoose: (target: Remembered) => void;
};

/**
 * Search and list of the sites a person may open. The arrow keys walk through the rows
 * from the search on, Enter in the search takes the first match.
 */
export const SitePicker = ({ data, choice, onChoose }: Props) => {
  const t = useTexts();
  const [query, setQuery] = useState('');
  const [favourites, setFavourites] = useState(readFavourites);
  const [recents] = useState(readRecents);
  const groups = groupSites({ sites: data.sites, query, favourites, recents });
  const matches = groups.reduce((sum, group) => sum + group.sites.length, 0);
  const current = choice.kind === 'site' ? choice.site.id : null;
  const isSearching = query.trim() !== '';

  return (
    <Box onKeyDown={moveFocus}>
      <Box padding={3}>
        <Searchbar
          name="multi-site-search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onClear={() => setQuery('')}
          clearLabel={t('switcher.clear')}
          placeholder={t('switcher.search')}
          autoComplete="off"
          // The search bar keeps keys to itself by default; the arrow keys are for the rows.
          onKeyDown={undefined}
        >
          {t('switcher.search')}
        </Searchbar>
      </Box>
      <Rows>
        {groups.map((group) => (
          <li key={group.kind}>
            <GroupTitle tag="h3" variant="sigma" textColor="neutral600">
              {t(`switcher.group.${group.kind}`)}
            </GroupTitle>
            <ul>
              {group.sites.slice(0, SHOWN_LIMIT).map((site) => (
                <SiteRow
                  key={site.id}
                  site={site}
                  isCurrent={site.id === current}
                  isFavourite={favourites.includes(site.id)}
                  onChoose={() => onChoose({ id: site.id, name: site.name })}
                  onToggleFavourite={() => setFavourites(toggleFavourite(site.id))}
                />
              ))}
            </ul>
          </li>
        ))}
        {data.canAccessNetwork && !isSearching ? (
          <NetworkRow
            isCurrent={choice.kind === 'network'}
            onChoose={() => onChoose({ id: NETWORK, name: '' })}
          />
        ) : null}
      </Rows>
      <Note matches={matches} isSearching={isSearching} />
    </Box>
  );
};

/** Said aloud as well: how many sites the search has found. */
const Note = ({ matches, isSearching }: { matches: number; isSearching: boolean }) => {
  const t = useTexts();
  if (matches > SHOWN_LIMIT) {
    return (
      <Box padding={3} role="status">
        <Typography variant="pi" textColor="neutral600">
          {t('switcher.more', { count: matches - SHOWN_LIMIT })}
        </Typography>
      </Box>
    );
  }
  if (isSearching && matches === 0) {
    return (
      <Box padding={3} role="status">
        <Typography textColor="neutral600">{t('switcher.no-match')}</Typography>
      </Box>
    );
  }
  return (
    <VisuallyHidden role="status">
      {isSearching ? t('switcher.found', { count: matches }) : ''}
    </VisuallyHidden>
  );
};

const Rows = styled.ul`
  max-height: min(44rem, 56vh);
  overflow-y: auto;
  padding-inline: ${({ theme }) => theme.spaces[2]};
  padding-bottom: ${({ theme }) => theme.spaces[2]};

  [${ROW}] {
    scroll-margin-block: ${({ theme }) => theme.spaces[6]};
  }
`;

const GroupTitle = styled(Typography)`
  display: block;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[2]} ${theme.spaces[1]}`};
`;
