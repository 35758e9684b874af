import { describe, expect, it } from 'vitest';
import { addDays, addMonths, formatDay, formatPeriod, formatSpan, formatTick, isDate } from '../src/explorer/api/days';
import { meets } from '../src/explorer/graph/useGraph';
import { movedBy, played, within } from '../src/explorer/time/moves';
import { intervalFor } from '../src/explorer/time/timeline';

const range = { first: '2017-03-01', end: '2017-06-05' };

describe('days', () => {
  it('are written no more precisely than they are known', () => {
    expect(formatDay('2017-06-04')).toBe('4 Jun 2017');
    expect(formatDay('2017-06-01', 'MONTH')).toBe('Jun 2017');
    expect(formatDay('2017-06-01', 'LONGER')).toBe('about Jun 2017');
    expect(formatSpan({ first: '2017-06-01', last: '2017-06-03', precision: 'DAYS' })).toBe('1 Jun 2017 to 3 Jun 2017');
    expect(formatPeriod(null, '2017-06-04')).toBe('until 4 Jun 2017');
    expect(formatPeriod(null, null)).toBe('');
  });

  it('have their year on an axis only where it begins', () => {
    expect(formatTick('2017-03-05', true)).toBe('5 Mar 2017');
    expect(formatTick('2017-03-12', false)).toBe('12 Mar');
    expect(formatTick('2017-04-01', false)).toBe('Apr');
    expect(formatTick('2018-01-01', false)).toBe('2018');
  });

  it('exist', () => {
    expect(isDate('2016-02-29')).toBe(true);
    expect(isDate('2017-02-29')).toBe(false);
    expect(isDate('2017-2-1')).toBe(false);
  });

  it('move by days and months over their ends', () => {
    expect(addDays('2016-12-31', 1)).toBe('2017-01-01');
    expect(addMonths('2017-01-31', 1)).toBe('2017-02-28');
    expect(addMonths('2017-01-15', -2)).toBe('2016-11-15');
  });

  it('meet a period that they overlap', () => {
    const span = { first: '2017-05-01', last: '2017-05-31', precision: 'MONTH' };
    expect(meets(span, '2017-05-31', '2017-05-31', true)).toBe(true);
    expect(meets(span, '2017-06-01', '2017-06-02', false)).toBe(false);
    expect(meets(span, null, '2017-05-01', false)).toBe(false);
    expect(meets(span, null, null, false)).toBe(true);
  });
});

describe('the time bar', () => {
  it('moves within its range by the keys of a slider', () => {
    expect(movedBy('dayBack', '2017-03-01', range)).toBe('2017-03-01');
    expect(movedBy('monthOn', '2017-03-31', range)).toBe('2017-04-30');
    expect(movedBy('last', '2017-03-31', range)).toBe('2017-06-04');
    expect(within('2018-01-01', range)).toBe('2017-06-04');
  });

  it('plays days to the end, and periods with their length', () => {
    const all = { day: null, from: null, until: null };
    expect(played(all, 'day', range)).toMatchObject({ day: '2017-03-01' });
    expect(played({ ...all, day: '2017-06-04' }, 'day', range)).toBeNull();
    expect(played({ ...all, from: '2017-03-01', until: '2017-03-11' }, 'week', range)).toMatchObject({ from: '2017-03-08', until: '2017-03-18' });
    expect(played({ ...all, from: '2017-05-01', until: '2017-06-05' }, 'week', range)).toBeNull();
  });

  it('has bars that can be pointed at', () => {
    expect(intervalFor('2017-03-01', '2017-04-01')).toBe('DAY');
    expect(intervalFor('2015-01-01', '2017-04-01')).toBe('MONTH');
    expect(intervalFor('1800-01-01', '2017-04-01')).toBe('YEAR');
  });
});
