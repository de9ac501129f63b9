import { onCLS, onFCP, onINP, onLCP, onTTFB, type Metric } from 'web-vitals';

type Watching = { url: string; browserKey: string; route: string; fetch: typeof fetch };

/** Sends each Web Vital of this page load once it is final. What cannot be sent is let go. */
export function watchVitals({ url, browserKey, route, fetch: send }: Watching): void {
  const report = ({ name, value }: Pick<Metric, 'name' | 'value'>) => {
    send(`${url.replace(/\/+$/, '')}/api/performance-monitor/vitals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-browser-key': browserKey },
      body: JSON.stringify({ name, value, route }),
      keepalive: true,
    }).catch(() => undefined);
  };
  for (const watch of [onLCP, onINP, onCLS, onTTFB, onFCP]) watch(report);
}
