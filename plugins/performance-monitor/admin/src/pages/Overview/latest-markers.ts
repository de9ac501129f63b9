import type { Marker } from '../../../../shared/contracts/health';

const SHOWN = 5;

/** Those that may have to do with a route: deploys, notes, and publishes of its content type. */
export const markersOfRoute = (markers: readonly Marker[], contentType: string | null): Marker[] =>
  markers.filter((one) => one.kind !== 'publish' || one.contentType === contentType);

/**
 * The last few, the newest first. What people marked comes before what was published, of which
 * there may be hundreds.
 */
export const latestMarkers = (markers: readonly Marker[]): Marker[] => {
  const newestFirst = [...markers].sort((a, b) => b.at - a.at);
  const marked = newestFirst.filter(({ kind }) => kind !== 'publish').slice(0, SHOWN);
  const published = newestFirst.filter(({ kind }) => kind === 'publish');
  return [...marked, ...published.slice(0, SHOWN - marked.length)].sort((a, b) => b.at - a.at);
};
