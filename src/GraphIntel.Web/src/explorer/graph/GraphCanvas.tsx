import cytoscape, { type Collection, type Core } from 'cytoscape';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Model } from '../api/model';
import { pin, removeNodes, select, toggleSelected } from '../state/actions';
import type { View } from '../state/address';
import { reducedMotion } from '../ui/reducedMotion';
import { actionOf } from '../ui/shortcuts';
import { useColorScheme } from '../ui/useColorScheme';
import { markElements, moveElements, syncElements } from './elements';
import { fitted } from './fit';
import { graphStyle } from './graphStyle';
import { drawTexts, scaleOf } from './labels';
import { place, positionOf } from './layout';
import { neighborInDirection } from './navigation';
import type { Graph } from './operations';

// Milliseconds that the pointer rests on a node before what is not near it is dimmed: a pointer that passes changes nothing.
const restDelay = 90;
// Milliseconds after the last change of the zoom, until texts have another size.
const zoomDelay = 150;

interface Props {
  model: Model;
  graph: Graph;
  view: View;
  /** Whether a node or a relationship was so in the period that is looked at. */
  isCurrent: (id: string) => boolean;
  onExpand: (id: string) => void;
  onReady: (cy: Core) => void;
}

/** The graph on a canvas. The elements follow the graph; positions are kept for as long as the page is open. */
export function GraphCanvas({ model, graph, view, isCurrent, onExpand, onReady }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [cy, setCy] = useState<Core | null>(null);
  const [scale, setScale] = useState(1);
  const scheme = useColorScheme();
  const draw = (core: Core, among: Collection | null) => drawTexts(core, scale, view.selected, among);
  const handlers = useRef({ onExpand, draw });
  handlers.current = { onExpand, draw };

  useEffect(() => {
    const core = cytoscape({
      container: container.current!, elements: [], style: graphStyle(model, 1), minZoom: 0.08, maxZoom: 4,
      boxSelectionEnabled: true, autounselectify: true, layout: { name: 'preset' },
    });
    listen(core, (id) => handlers.current.onExpand(id), (near) => handlers.current.draw(core, near));
    let zoomed: ReturnType<typeof setTimeout> | undefined;
    core.on('zoom', () => {
      clearTimeout(zoomed);
      zoomed = setTimeout(() => setScale(scaleOf(core.zoom())), zoomDelay);
    });
    setCy(core);
    onReady(core);
    const observer = new ResizeObserver(() => core.resize());
    observer.observe(container.current!);
    return () => {
      clearTimeout(zoomed);
      observer.disconnect();
      core.destroy();
    };
    // The canvas lives as long as the component.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    cy?.style(graphStyle(model, scale));
  }, [cy, model, scheme, scale]);

  const shown = useRef({ view, isCurrent });
  shown.current = { view, isCurrent };
  useEffect(() => {
    if (!cy) return;
    let isStale = false;
    container.current?.setAttribute('data-settled', 'false');
    void place(graph, shown.current.view).then(() => {
      if (isStale) return;
      const wasEmpty = cy.nodes().empty();
      const added = syncElements(cy, model, graph, shown.current.view);
      markElements(cy, model, graph, shown.current.view, shown.current.isCurrent);
      reveal(cy, added, wasEmpty);
      // What is shown first has its size before it is drawn.
      if (wasEmpty) setScale(scaleOf(cy.zoom()));
      drawTexts(cy, scaleOf(cy.zoom()), shown.current.view.selected, null);
      if (graph.nodes.length > 0) container.current?.setAttribute('data-settled', 'true');
    });
    return () => {
      isStale = true;
    };
  }, [cy, model, graph, view.arrangement]);

  useEffect(() => {
    if (!cy) return;
    moveElements(cy, graph, view);
    markElements(cy, model, graph, view, isCurrent);
  }, [cy, model, graph, view, isCurrent]);

  useEffect(() => {
    if (cy) drawTexts(cy, scale, view.selected, null);
    // What no longer is so gives way to what is.
  }, [cy, scale, view.selected, view.pins, view.hidden, isCurrent]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (cy && handleKey(event, cy, view, graph, onExpand)) event.preventDefault();
  };

  return (
    <div
      ref={container}
      className="graph-canvas"
      role="application"
      tabIndex={0}
      aria-label={`Graph of ${graph.nodes.length} nodes and ${graph.relationships.length} relationships`}
      aria-describedby="graph-keys"
      aria-roledescription="graph"
      data-nodes={graph.nodes.length}
      data-relationships={graph.relationships.length}
      onKeyDown={onKeyDown}
    />
  );
}

function listen(cy: Core, onExpand: (id: string) => void, draw: (near: Collection | null) => void): void {
  const hasModifier = (event: cytoscape.EventObject) => {
    const original = event.originalEvent as MouseEvent | undefined;
    return Boolean(original && (original.shiftKey || original.ctrlKey || original.metaKey));
  };
  cy.on('tap', (event) => {
    if (event.target === cy) {
      if (!hasModifier(event)) select([]);
    } else if (hasModifier(event)) toggleSelected(event.target.id());
    else select([event.target.id()]);
  });
  cy.on('dbltap', 'node', (event) => onExpand(event.target.id()));
  cy.on('boxend', () => boxed.length > 0 && select(boxed.splice(0)));
  const boxed: string[] = [];
  cy.on('box', 'node', (event) => boxed.push(event.target.id()));

  let grabbedAt = { x: 0, y: 0 };
  cy.on('grab', 'node', (event) => (grabbedAt = { ...event.target.position() }));
  cy.on('free', 'node', (event) => {
    const { x, y } = event.target.position();
    if (Math.hypot(x - grabbedAt.x, y - grabbedAt.y) > 3) pin(event.target.id(), x, y);
  });

  let resting: ReturnType<typeof setTimeout> | undefined;
  cy.on('mouseover', 'node', (event) => {
    const near = event.target.closedNeighborhood();
    clearTimeout(resting);
    resting = setTimeout(() => cy.batch(() => {
      cy.elements().not(near).addClass('dim');
      draw(near);
    }), restDelay);
  });
  cy.on('mouseout', 'node', () => {
    clearTimeout(resting);
    const dimmed = cy.elements('.dim');
    if (dimmed.empty()) return;
    cy.batch(() => {
      dimmed.removeClass('dim');
      draw(null);
    });
  });
  cy.one('destroy', () => clearTimeout(resting));
}

/** Brings new nodes into view, without moving what is already there more than needed. */
function reveal(cy: Core, added: string[], wasEmpty: boolean): void {
  if (added.length === 0) return;
  if (wasEmpty) {
    fit(cy);
    return;
  }
  const news = cy.collection().union(cy.nodes().filter((node) => added.includes(node.id())));
  const box = news.boundingBox();
  const extent = cy.extent();
  const isVisible = box.x1 >= extent.x1 && box.x2 <= extent.x2 && box.y1 >= extent.y1 && box.y2 <= extent.y2;
  if (!isVisible) cy.animate(fitted(cy), { duration: reducedMotion() ? 0 : 250 });
}

/** Shows all of the graph. */
export function fit(cy: Core): void {
  cy.viewport(fitted(cy));
}

/** Handles a key within the graph; false if it has no meaning there. */
function handleKey(event: KeyboardEvent, cy: Core, view: View, graph: Graph, onExpand: (id: string) => void): boolean {
  const action = actionOf('graph', event);
  const current = view.selected.findLast((id) => cy.getElementById(id).isNode());
  const zoom = (factor: number) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  switch (action) {
    case 'move':
    case 'extend': {
      const visible = graph.nodes.map((node) => node.id).filter((id) => cy.getElementById(id).visible());
      const next = neighborInDirection(event.key, current ?? null, visible, (id) => positionOf(id, view));
      if (!next) return false;
      select(action === 'extend' && current ? [...new Set([...view.selected, next])] : [next]);
      center(cy, next);
      return true;
    }
    case 'expand':
      if (current) onExpand(current);
      return current !== undefined;
    case 'remove':
      if (view.selected.length > 0) removeNodes(view.selected);
      return true;
    case 'clear':
      select([]);
      return true;
    case 'zoomIn':
      zoom(1.25);
      return true;
    case 'zoomOut':
      zoom(1 / 1.25);
      return true;
    case 'fit':
      fit(cy);
      return true;
    case null:
      return false;
  }
}

function center(cy: Core, id: string): void {
  const { x, y } = cy.getElementById(id).renderedPosition();
  const margin = 40;
  if (x > margin && y > margin && x < cy.width() - margin && y < cy.height() - margin) return;
  cy.animate({ center: { eles: cy.getElementById(id) } }, { duration: reducedMotion() ? 0 : 150 });
}
