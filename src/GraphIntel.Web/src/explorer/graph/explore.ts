import type { Lens } from '../api/builder';
import type { Model } from '../api/model';
import { showNodes } from '../state/actions';
import { maxShown } from '../state/address';
import { currentView } from '../state/store';
import { say } from '../ui/messages';
import { type Kind, type Via, expand, findPaths, pathsShown, readKinds } from './operations';

/** How many neighbors one expansion adds. */
export const step = 50;

/** Adds neighbors of a node that are not shown yet, and says what was left out. */
export async function expandNode(model: Model, id: string, via: Via[] | null, most: number = step): Promise<void> {
  await attempt(async () => {
    const view = currentView();
    const { ids, truncated } = await expand(model, id, via, most, view);
    const cut = showNodes([id, ...ids], [id]);
    if (cut > 0) say(`The picture is full: it shows at most ${maxShown} nodes. Remove some to add others.`);
    else if (truncated) {
      const total = await countNeighbors(model, id, via, view);
      const more = () => void expandNode(model, id, via);
      say(`Added ${ids.length} of its ${total.toLocaleString('en')} neighbors.`, { label: `Add ${step} more`, run: more });
    } else say(ids.length === 0 ? 'All its neighbors are shown already.' : `Added ${ids.length} ${ids.length === 1 ? 'neighbor' : 'neighbors'}.`);
  });
}

/** How many neighbors a node has; one that several relationships lead to counts as often. */
async function countNeighbors(model: Model, id: string, via: Via[] | null, lens: Lens): Promise<number> {
  const type = model.typeOfId(id);
  const kinds = type ? await readKinds(model, type, id, lens) : [];
  const isChosen = (kind: Kind) => via === null || via.some((one) => one.type === kind.via.type && one.direction === kind.via.direction);
  return kinds.filter(isChosen).reduce((sum, kind) => sum + kind.count, 0);
}

/** Adds the shortest paths between two nodes. */
export async function connect(model: Model, from: string, to: string, first: number = pathsShown): Promise<void> {
  await attempt(async () => {
    const found = await findPaths(model, from, to, first, currentView());
    if (found.count === 0) {
      say('No path of up to four relationships connects them, with the dates and sources chosen.');
      return;
    }
    showNodes(found.ids, [from, to]);
    const paths = found.count === 1 ? 'one path' : `${found.count} paths`;
    const length = found.shortest.length - 1;
    say(
      `Connected by ${paths}; the shortest has ${length} ${length === 1 ? 'relationship' : 'relationships'}.`,
      found.truncated ? { label: 'More paths', run: () => void connect(model, from, to, Math.min(first * 3, model.limits.found)) } : undefined,
    );
  });
}

async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), { label: 'Try again', run: () => void attempt(run) });
  }
}
