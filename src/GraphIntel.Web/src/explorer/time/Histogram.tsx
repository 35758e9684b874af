import { scaleUtc } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, memo, useEffect, useRef, useState } from 'react';
import { type DaySpan, addDays, daysBetween, formatDay, formatTick, toDate, toTime } from '../api/days';
import type { GraphNode } from '../graph/entities';
import { markOf } from '../graph/shapes';
import type { Model } from '../api/model';
import type { View } from '../state/address';
import { select } from '../state/actions';
import { slide } from '../state/store';
import { actionOf } from '../ui/shortcuts';
import { type Range, movedBy, within } from './moves';
import type { Timeline } from './timeline';

interface Props {
  model: Model;
  timeline: Timeline;
  range: Range;
  nodes: readonly GraphNode[];
  view: View;
  isPeriod: boolean;
  isCurrent: (id: string) => boolean;
}

const height = 74;
const axis = 18;
const lane = 17;
const rows = 3;
const side = 14;
// Half of the longest text on the axis.
const labelHalf = 34;
// Milliseconds between two changes while dragging; a picture takes about as long.
const dragDelay = 50;

type Handle = 'day' | 'from' | 'until' | 'band' | 'new';

/** The bars, the day or the period over them, and the days of the nodes shown. */
export function Histogram({ model, timeline, range, nodes, view, isPeriod, isCurrent }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(600);
  const drag = useRef<{ handle: Handle; at: string; from: string; until: string } | null>(null);
  // The changes of one drag are one step of the history.
  const drags = useRef(0);
  const lastMove = useRef(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(120, entry!.contentRect.width)));
    observer.observe(svg.current!);
    return () => observer.disconnect();
  }, []);

  const scale = scaleOf(range, width);
  const x = (date: string) => scale(toTime(date));
  const most = Math.max(1, ...timeline.bars.map((bar) => bar.count));
  const floor = height - axis;
  const bars = timeline.bars.filter((bar) => bar.count > 0).map((bar) => {
    const top = floor - Math.max(2, (bar.count / most) * (floor - lane - 6));
    const left = x(bar.from);
    return `M${left.toFixed(1)} ${floor}V${top.toFixed(1)}H${Math.max(left + 1.5, x(bar.until) - 1).toFixed(1)}V${floor}Z`;
  }).join('');
  const from = view.from ?? range.first;
  const until = view.until ?? range.end;

  const dateAt = (event: PointerEvent) => {
    const left = svg.current!.getBoundingClientRect().left;
    return within(toDate(Math.floor(scale.invert(event.clientX - left).getTime() / 86_400_000) * 86_400_000), range);
  };
  const change = (date: string): Partial<View> => {
    const { handle, at, from: start, until: end } = drag.current!;
    switch (handle) {
      case 'day':
        return { day: date, from: null, until: null };
      case 'from':
        return { from: date < end ? date : addDays(end, -1) };
      case 'until':
        return { until: date >= start ? addDays(date, 1) : addDays(start, 1) };
      case 'band': {
        const moved = daysBetween(at, date);
        return { from: addDays(start, moved), until: addDays(end, moved) };
      }
      case 'new':
        return date < at ? { day: null, from: date, until: addDays(at, 1) } : { day: null, from: at, until: addDays(date, 1) };
    }
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const node = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
    if (node) {
      select([node]);
      return;
    }
    const handle = ((event.target as Element).closest('[data-handle]')?.getAttribute('data-handle') ?? (isPeriod ? 'new' : 'day')) as Handle;
    const date = dateAt(event);
    svg.current!.setPointerCapture(event.pointerId);
    drag.current = { handle, at: date, from, until };
    drags.current += 1;
    if (handle === 'day' || handle === 'new') move(date);
  };
  const move = (date: string) => slide(`drag ${drags.current}`, change(date), Number.POSITIVE_INFINITY);
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current || event.timeStamp - lastMove.current < dragDelay) return;
    lastMove.current = event.timeStamp;
    move(dateAt(event));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drag.current) move(dateAt(event));
    drag.current = null;
  };
  const onKey = (event: KeyboardEvent, name: string, date: string, set: (date: string) => Partial<View>) => {
    const action = actionOf('time', event);
    if (action === null) return;
    event.preventDefault();
    slide(name, set(movedBy(action, date, range)));
  };
  const slider = (name: string, date: string, handle: Handle, set: (date: string) => Partial<View>, at: number) => (
    <g
      className="time-handle" role="slider" tabIndex={0} data-handle={handle} aria-label={name} aria-valuetext={formatDay(date)}
      aria-valuemin={0} aria-valuemax={daysBetween(range.first, range.end)} aria-valuenow={daysBetween(range.first, date)}
      onKeyDown={(event) => onKey(event, name, date, set)} transform={`translate(${at.toFixed(1)} 0)`}
    >
      <rect x="-9" width="18" height={floor} fill="transparent" />
      <line y1="2" y2={floor} />
      <circle cy={floor} r="5.5" />
    </g>
  );

  return (
    <svg
      ref={svg} className="histogram" height={height} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp}
      role="group" aria-label="Time line"
    >
      <path d={bars} className="bars" />
      <NodeDays model={model} nodes={nodes} range={range} width={width} selected={view.selected} isCurrent={isCurrent} />
      <line className="axis" x1={side} x2={width - side} y1={floor} y2={floor} />
      {scale.ticks(Math.max(2, Math.floor(width / 110))).map((tick, index) => (
        <text key={tick.getTime()} x={Math.min(width - labelHalf, Math.max(labelHalf, scale(tick)))} y={height - 4}>{formatTick(toDate(tick.getTime()), index === 0)}</text>
      ))}
      {(view.from || view.until) && (
        <>
          <rect className="band" data-handle="band" x={x(from)} width={Math.max(2, x(until) - x(from))} y="0" height={floor} />
          {slider('First day', from, 'from', (date) => ({ from: date < until ? date : addDays(until, -1) }), x(from))}
          {slider('Last day', addDays(until, -1), 'until', (date) => ({ until: addDays(date < from ? from : date, 1) }), x(until))}
        </>
      )}
      {view.day && slider('Day', view.day, 'day', (day) => ({ day }), x(within(view.day, range)) + Math.max(0, (x(addDays(range.first, 1)) - x(range.first)) / 2))}
    </svg>
  );
}

interface NodeDaysProps {
  model: Model;
  nodes: readonly GraphNode[];
  range: Range;
  width: number;
  selected: readonly string[];
  isCurrent: (id: string) => boolean;
}

/** A line for each node with a day, as long as its days are imprecise. There can be hundreds, so they are drawn only when they change. */
const NodeDays = memo(function NodeDays({ model, nodes, range, width, selected, isCurrent }: NodeDaysProps) {
  const scale = scaleOf(range, width);
  const x = (date: string) => scale(toTime(within(date, range)));
  return lanesOf(nodes).map(({ node, span, row }) => (
    <line
      key={node.id} data-node={node.id} className={selected.includes(node.id) ? 'node-days is-selected' : 'node-days'}
      style={{ color: `var(${markOf(model, node.type).color})` }} opacity={isCurrent(node.id) ? 0.95 : 0.3}
      x1={x(span.first)} x2={Math.max(x(span.first) + 3, x(span.last))} y1={4 + row * 5} y2={4 + row * 5}
    >
      <title>{node.label}</title>
    </line>
  ));
});

function scaleOf(range: Range, width: number) {
  return scaleUtc([toTime(range.first), toTime(range.end)], [side, width - side]);
}

/** The days of nodes in rows, so that few cover each other. */
function lanesOf(nodes: readonly GraphNode[]): { node: GraphNode; span: DaySpan; row: number }[] {
  const ends: string[] = [];
  return nodes
    .flatMap((node) => (node.day ? [{ node, span: node.day }] : []))
    .toSorted((a, b) => a.span.first.localeCompare(b.span.first))
    .map((one) => {
      const free = ends.findIndex((end) => end < one.span.first);
      const row = free >= 0 ? free : ends.length < rows ? ends.length : rows - 1;
      ends[row] = one.span.last;
      return { ...one, row };
    });
}
