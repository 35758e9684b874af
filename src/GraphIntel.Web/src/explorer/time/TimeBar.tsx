import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { addDays, formatDay, formatPeriod } from '../api/days';
import type { Model } from '../api/model';
import { counted } from '../api/names';
import { QueryButton } from '../query/QueryButton';
import type { ShownGraph } from '../graph/useGraph';
import type { View } from '../state/address';
import { adjust, currentView, go } from '../state/store';
import { say } from '../ui/messages';
import { Histogram } from './Histogram';
import { LensControls } from './LensControls';
import { type Pace, type Range, played } from './moves';
import { useTimeline } from './useTimeline';

type Mode = 'all' | 'day' | 'period';

// Milliseconds between two steps of the time while it plays.
const playDelay = 700;

/** When: all of time, a day, or a period; and on whose word. */
export function TimeBar({ model, view, shown }: { model: Model; view: View; shown: ShownGraph }) {
  const query = useTimeline(model, view);
  const timeline = query.data ?? null;
  const range = useMemo<Range | null>(() => {
    const first = timeline?.bars[0]?.from;
    const end = timeline?.bars.at(-1)?.until;
    return first && end ? { first, end } : null;
  }, [timeline]);
  const [pace, setPace] = useState<Pace>('day');
  const [isPlaying, setPlaying] = useState(false);
  const [isPeriod, setPeriod] = useState(view.from !== null || view.until !== null);
  const mode: Mode = view.day ? 'day' : view.from || view.until ? 'period' : 'all';

  useEffect(() => {
    if (!isPlaying || !range) return;
    const timer = setInterval(() => {
      const next = played(currentView(), pace, range);
      if (next) adjust(next);
      else setPlaying(false);
    }, playDelay);
    return () => clearInterval(timer);
  }, [isPlaying, pace, range]);

  if (!range || !timeline) return <footer className="time-bar is-empty"><LensControls model={model} view={view} /></footer>;
  const setMode = (next: Mode) => {
    setPlaying(false);
    setPeriod(next === 'period');
    const last = addDays(range.end, -1);
    if (next === 'all') go({ day: null, from: null, until: null });
    if (next === 'day') go({ day: view.until ? addDays(view.until, -1) : last, from: null, until: null });
    if (next === 'period') go({ day: null, from: view.day ?? range.first, until: view.day ? addDays(view.day, 1) : range.end });
  };
  const play = () => {
    if (!isPlaying) {
      const start = played(view, pace, range) ?? (mode === 'period' ? null : { day: range.first });
      if (start) go(start);
      else {
        say('The period ends where the time does: move it to the left to play it.');
        return;
      }
    }
    setPlaying(!isPlaying);
  };
  const total = timeline.bars.reduce((sum, bar) => sum + bar.count, 0);
  return (
    <footer className="time-bar" aria-label="Time">
      <div className="time-controls">
        <div className="segments" role="group" aria-label="When">
          {(['all', 'day', 'period'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={mode === one} onClick={() => setMode(one)}>
              {one === 'all' ? 'All time' : one === 'day' ? 'Day' : 'Period'}
            </button>
          ))}
        </div>
        {mode === 'day' && <DateInput name="Day" value={view.day} onChange={(day) => day && go({ day })} />}
        {mode === 'period' && (
          <>
            <DateInput name="First day" value={view.from} onChange={(from) => go({ from })} />
            <span aria-hidden="true">–</span>
            <DateInput name="Last day" value={view.until && addDays(view.until, -1)} onChange={(last) => go({ until: last && addDays(last, 1) })} />
          </>
        )}
        <button type="button" className="icon-button" aria-label={isPlaying ? 'Pause' : 'Play'} title={isPlaying ? 'Pause' : 'Play'} onClick={play}>
          {isPlaying ? <Pause className="icon" aria-hidden="true" /> : <Play className="icon" aria-hidden="true" />}
        </button>
        <select aria-label="Play by" value={pace} onChange={(event) => setPace(event.target.value as Pace)}>
          <option value="day">by day</option>
          <option value="week">by week</option>
          <option value="month">by month</option>
        </select>
        <span className="spacer" />
        <LensControls model={model} view={view} />
        <span className="hint time-total">{counted(total, timeline.dated.type)}</span>
        <QueryButton operation={timeline.operation} subject="the time line" />
      </div>
      <Histogram
        model={model} timeline={timeline} range={range} nodes={shown.graph.nodes} view={view} isPeriod={isPeriod} isCurrent={shown.isCurrent}
      />
      <div className="visually-hidden" role="status">
        {isPlaying ? '' : mode === 'day' ? `As of ${formatDay(view.day!)}` : mode === 'period' ? formatPeriod(view.from, view.until) : 'All of time'}
      </div>
    </footer>
  );
}

function DateInput({ name, value, onChange }: { name: string; value: string | null; onChange: (date: string | null) => void }) {
  return <input type="date" aria-label={name} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />;
}
