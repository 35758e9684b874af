import { useQuery } from '@tanstack/react-query';
import { ArrowRight, Route } from 'lucide-react';
import type { Model } from '../api/model';
import { counted } from '../api/names';
import { connect } from '../graph/explore';
import { QueryButton } from '../query/QueryButton';
import { showNodes } from '../state/actions';
import { Mark } from '../ui/Mark';
import { Empty, Failure, Loading } from '../ui/Notice';
import { type ShownWay, readStart, startOperation } from './ways';

/** The first visit: what there is, and three ways into it. */
export function Start({ model }: { model: Model }) {
  const start = useQuery({ queryKey: ['start'], queryFn: ({ signal }) => readStart(model, signal) });
  if (start.error) return <Failure error={start.error} retry={() => void start.refetch()} />;
  if (!start.data) return start.failureReason ? <Failure error={start.failureReason} retry={() => void start.refetch()} /> : <Loading>Looking at the graph</Loading>;
  const { counts, ways } = start.data;
  if (counts.length === 0) {
    return (
      <Empty title="The graph is empty">
        <p>Import data with <code>graphintel import graph DIR</code>, or start the server with <code>--seed</code>.</p>
      </Empty>
    );
  }
  return (
    <section className="start" aria-labelledby="start-title">
      <h2 id="start-title">Explore the graph</h2>
      <p className="start-lead">Search for a name above, or begin with one of these.</p>
      <ul className="ways">
        {ways.map((way) => <li key={way.ids.join()}><WayCard model={model} way={way} /></li>)}
      </ul>
      <ul className="counts" aria-label="What the graph has">
        {counts.map(({ type, count }) => (
          <li key={type}>
            <Mark model={model} type={type} />
            {counted(count, model.type(type)!)}
          </li>
        ))}
        <li><QueryButton operation={startOperation(model)} subject="this page" label="Query" /></li>
      </ul>
    </section>
  );
}

function WayCard({ model, way }: { model: Model; way: ShownWay }) {
  const [first, second] = way.ids;
  const open = () => void (second === undefined ? showNodes(way.preview.ids, [first!]) : connect(model, first!, second));
  return (
    <button type="button" className="way card" onClick={open}>
      <span className="way-marks">
        {way.kind === 'paths' ? <Route className="icon" aria-hidden="true" /> : <Mark model={model} type={way.type} size={22} />}
      </span>
      <strong><bdi>{way.title}</bdi></strong>
      <span className="way-text">{way.text}</span>
      {way.preview.lines.map(({ heading, text }) => <span key={heading} className="way-line"><b>{heading}</b> {text}</span>)}
      <ArrowRight className="icon way-arrow" aria-hidden="true" />
    </button>
  );
}
