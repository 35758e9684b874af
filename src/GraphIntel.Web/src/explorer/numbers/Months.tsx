import { formatDay } from '../api/days';
import type { View } from '../state/address';
import { go } from '../state/store';

interface Props {
  months: { from: string; until: string; count: number }[];
  title: string;
  view: View;
}

const width = 600;
const height = 120;
// So many months have room for their names, of longer times each year has.
const mostNamed = 14;

/** A line over the months; a month narrows the time to it. */
export function Months({ months, title, view }: Props) {
  const most = Math.max(1, ...months.map((month) => month.count));
  const step = width / months.length;
  const y = (count: number) => height - 6 - (count / most) * (height - 20);
  const points = months.map((month, index) => `${(index + 0.5) * step},${y(month.count).toFixed(1)}`);
  return (
    <article className="chart chart-wide card">
      <h2>{title} by month</h2>
      <div className="months-place">
        <span className="months-most" aria-hidden="true">{most.toLocaleString('en')}</span>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="months" aria-hidden="true">
          <line x1="0" x2={width} y1={y(most)} y2={y(most)} vectorEffect="non-scaling-stroke" />
          <polygon points={`${0.5 * step},${height} ${points.join(' ')} ${(months.length - 0.5) * step},${height}`} />
          <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
        </svg>
        <div className="month-buttons">
          {months.map((month) => {
            const name = `${formatDay(month.from, 'MONTH')}: ${month.count.toLocaleString('en')}`;
            const isChosen = view.from === month.from && view.until === month.until;
            return (
              <button
                key={month.from} type="button" title={name} aria-label={name} aria-pressed={isChosen}
                onClick={() => go({ day: null, from: isChosen ? null : month.from, until: isChosen ? null : month.until })}
              >
                <span>{months.length <= mostNamed ? formatDay(month.from, 'MONTH') : month.from.endsWith('-01-01') ? month.from.slice(0, 4) : ''}</span>
              </button>
            );
          })}
        </div>
      </div>
    </article>
  );
}
