import { describe, expect, it } from 'vitest';
import { type View, emptyView, readView, writeView } from '../src/explorer/state/address';

describe('the state in the address', () => {
  it('is read as it was written', () => {
    const view: View = {
      ...emptyView, nodes: ['film:a', 'person:b,c', 'film:ü#&='], pins: new Map([['film:a', { x: -12, y: 30 }]]), arrangement: 2, selected: ['film:a'], hidden: ['Person'],
      tab: 'map', everything: true, from: '2017-01-01', until: '2017-02-01', knownBy: '2017-03-01', told: ['critic:x'], denied: true,
      list: 'films', sort: '-title', filters: new Map([['genre', 'COMEDY']]), search: 'a b', box: { south: 1, west: -2.5, north: 3, east: 4 },
    };
    expect(readView(writeView(view))).toEqual(view);
  });

  it('is empty on a first visit', () => {
    expect(writeView(emptyView)).toBe('');
    expect(readView('')).toEqual(emptyView);
  });

  it('leaves out what is not valid', () => {
    const view = readView('#n=&n=a&n=a&day=2017-02-30&from=yesterday&view=cube&pin=1,2,b&pin=x,y,a&box=91,0,92,0&box=1&only=genre&s=' + 'x'.repeat(201));
    expect(view).toEqual({ ...emptyView, nodes: ['a'] });
  });

  it('has a day or a period, not both', () => {
    expect(readView('#day=2017-02-01&from=2017-01-01')).toMatchObject({ day: '2017-02-01', from: null });
  });

  it('keeps at most 500 nodes', () => {
    const hash = '#' + Array.from({ length: 600 }, (_, index) => `n=a:${index}`).join('&');
    expect(readView(hash).nodes).toHaveLength(500);
  });

  it('keeps ids readable', () => {
    expect(writeView({ ...emptyView, nodes: ['film:a'] })).toBe('#n=film:a');
  });
});
