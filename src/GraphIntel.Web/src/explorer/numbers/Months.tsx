import { formatDay } from '../api/days';
import { go } from '../state/store';

interface Props {
  months: { from: string; until: string; count: number }[];
  title: string;
}

const width = 600;
const height = 120;

/** A line over the months; a month narrows the time to it. */
export function Months({ months, title }: Props) {
  const most = Math.max(1, ...months.map((month) => month.count));
  const step = width / months.length;
  const y = (count: number) => height - 6 - (count / most) * (height - 20);
  const points = months.map((month, index) => `${(index + 0.5) * step},${y(month.count).toFixed(1)}`);
  return (
    <article className="chart chart-wide card">
      <h2>{title} by month</h2>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="months" aria-hidden="true">
        <polygon points={`${0.5 * step},${height} ${points.join(' ')} ${(months.length - 0.5) * step},${height}`} />
        <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="month-buttons">
        {months.map((month) => (
          <button
            key={month.from} type="button" title={`${formatDay(month.from, 'MONTH')}: ${month.count}`}
            aria-label={`${formatDay(month.from, 'MONTH')}: ${month.count}`} onClick={() => go({ day: null, from: month.from, until: month.until })}
          >
            {months.length <= 14 && <span>{formatDay(month.from, 'MONTH')}</span>}
          </button>
        ))}
      </div>
    </article>
  );
}
