import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { plotOptions, type PlotInput } from './plot';

/** Draws into the element it returns a ref for, and again when the input or the width changes. */
export function usePlot(input: PlotInput | null, height: number) {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element || !input) return undefined;
    let plot: uPlot | null = null;
    let isGone = false;
    const width = () => Math.max(120, Math.floor(element.clientWidth));
    const observer = new ResizeObserver(() => plot?.setSize({ width: width(), height }));

    const draw = async () => {
      // A chunk of its own: screens without a chart do not load it.
      const { default: Plot } = await import('uplot');
      // The effect may have been cleaned up while the chunk was loading.
      if (isGone) return;
      const { options, data } = plotOptions(input, { width: width(), height });
      plot = new Plot(options, data, element);
      observer.observe(element);
    };
    void draw();

    return () => {
      isGone = true;
      observer.disconnect();
      plot?.destroy();
    };
  }, [input, height]);

  return ref;
}
