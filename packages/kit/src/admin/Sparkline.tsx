import { useTheme } from 'styled-components';
import { sparklinePaths, type ChartTone } from './charts/chart-data';

type Props = {
  values: readonly (number | null)[];
  /** What it shows and how it goes, in words; the picture itself says nothing to a reader. */
  label: string;
  tone?: ChartTone;
  width?: number;
  height?: number;
};

/** A line as small as a word, for a row of a table or a widget. */
export const Sparkline = ({ values, label, tone = 'primary', width = 96, height = 24 }: Props) => {
  const { colors } = useTheme();
  const inner = { width: width - 4, height: height - 4 };
  return (
    <svg role="img" aria-label={label} width={width} height={height}>
      <g transform="translate(2 2)">
        {sparklinePaths(values, inner).map((points) => (
          <polyline
            key={points}
            points={points}
            fill="none"
            stroke={colors[`${tone}600`]}
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        ))}
      </g>
    </svg>
  );
};
