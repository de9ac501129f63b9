import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { MESSAGES } from '../messages';
import type { ChartMarker, ChartSeries } from './chart-data';

type Props = {
  title: string;
  times: readonly number[];
  series: readonly ChartSeries[];
  markers: readonly ChartMarker[];
  formatValue: (value: number) => string;
};

/** The same figures as the chart, newest first, for reading, for a keyboard, for a screen reader. */
export const ChartTable = ({ title, times, series, markers, formatValue }: Props) => {
  const { formatMessage, formatDate } = useIntl();
  const exact = (time: number) => formatDate(time, { dateStyle: 'medium', timeStyle: 'short' });
  const rows = times.map((time, index) => ({ time, index })).reverse();
  return (
    // Scrolls, so a keyboard must be able to get into it.

    <Scroll tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Typography variant="sigma">{formatMessage(MESSAGES.chartTime)}</Typography>
            </th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                <Typography variant="sigma">{label}</Typography>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ time, index }) => (
            <tr key={time}>
              <th scope="row">
                <Typography>{exact(time)}</Typography>
                {eventsBetween(markers, time, times[index + 1]).map(({ at, label }) => (
                  <Box key={`${at}${label}`}>
                    <Typography variant="pi" textColor="primary600">
                      {label}
                    </Typography>
                  </Box>
                ))}
              </th>
              {series.map(({ key, values }) => {
                const value = values[index] ?? null;
                return (
                  <td key={key}>
                    <Typography>{value === null ? '–' : formatValue(value)}</Typography>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const eventsBetween = (markers: readonly ChartMarker[], from: number, to = Infinity) =>
  markers.filter(({ at }) => at >= from && at < to);

const Scroll = styled.div`
  max-height: 32rem;
  overflow: auto;

  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: right;
    white-space: nowrap;
  }
  th:first-child {
    text-align: left;
  }
  thead th {
    position: sticky;
    top: 0;
    background: ${({ theme }) => theme.colors.neutral0};
  }
`;
