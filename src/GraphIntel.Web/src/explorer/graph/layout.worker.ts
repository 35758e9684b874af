import { type LayoutInput, simulate } from './simulate';

addEventListener('message', ({ data }: MessageEvent<LayoutInput & { run: number }>) => {
  postMessage({ run: data.run, placed: simulate(data) });
});
