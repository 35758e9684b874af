import { fireEvent, render, screen, within } from '@testing-library/react';
import { RelayEnvironmentProvider } from 'react-relay';
import { expect, test, vi } from 'vitest';
import { App } from '../src/App';
import { countingEnvironment } from './support';

function show(pageSize: number) {
  const { environment, sent } = countingEnvironment();
  render(
    <RelayEnvironmentProvider environment={environment}>
      <App pageSize={pageSize} />
    </RelayEnvironmentProvider>,
  );
  return sent;
}

const cards = () => screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent);

test('the page shows who backs the actor, on whose word, a page at a time', async () => {
  const sent = show(1);
  await screen.findByRole('heading', { name: 'Government of Syria: 2 backers' });
  expect(cards()).toEqual(['Iran']);

  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  const russia = (await screen.findByRole('heading', { name: 'Russia' })).closest('article')!;
  expect(cards()).toEqual(['Iran', 'Russia']);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  expect(russia.textContent).toContain('troops, since 2015-01-01, asserted');
  expect(within(russia).getAllByRole('listitem').map((claim) => claim.textContent)).toContain(
    'Reuters supports: Russia backs the Government of Syria.',
  );
  expect(sent).toEqual(['AppActorsQuery', 'AppQuery', 'BackersPageQuery']);
});

test('another day has other backers', async () => {
  show(10);
  await screen.findByRole('heading', { name: 'Government of Syria: 2 backers' });
  fireEvent.change(screen.getByLabelText(/^On/), { target: { value: '2014-12-31' } });
  await screen.findByRole('heading', { name: 'Government of Syria: 0 backers' });
});

test('another actor has other backers', async () => {
  show(10);
  await screen.findByRole('heading', { name: 'Government of Syria: 2 backers' });
  fireEvent.change(screen.getByLabelText(/^Actor/), { target: { value: 'actor:syrian-democratic-forces' } });
  await screen.findByRole('heading', { name: 'Syrian Democratic Forces: 1 backer' });
  expect(cards()).toEqual(['United States']);
});

test('a relationship opens by its id, and is asked for again', async () => {
  const sent = show(10);
  const russia = (await screen.findByRole('heading', { name: 'Russia' })).closest('article')!;
  fireEvent.click(within(russia).getByRole('button', { name: 'Open' }));

  await screen.findByRole('heading', { name: 'Russia BACKS Government of Syria' });
  const detail = screen.getByRole('complementary');
  expect(detail.textContent).toContain('backing:russia-government-of-syria');
  expect(detail.textContent).toContain('Attested from 2015-01-01 to 2024-12-31');
  expect(within(detail).getAllByRole('listitem')).toHaveLength(3);

  fireEvent.click(within(detail).getByRole('button', { name: 'Ask again' }));
  await expect.poll(() => sent.filter((name) => name === 'RelationshipQuery').length).toBe(2);
  await expect.poll(() => within(detail).getByRole<HTMLButtonElement>('button', { name: 'Ask again' }).disabled).toBe(false);
  expect(within(screen.getByRole('complementary')).getAllByRole('listitem')).toHaveLength(3);
});

test('what goes wrong is said', async () => {
  vi.stubGlobal('fetch', async () => new Response('Bad gateway', { status: 502, headers: { 'content-type': 'text/plain' } }));
  show(10);
  expect((await screen.findByRole('alert')).textContent).toBe('The server answered 502.');
});
