import { Focus, Minimize2, Network, Route, Trash2 } from 'lucide-react';
import type { Model } from '../api/model';
import { keepNodes, removeNodes } from '../state/actions';
import type { View } from '../state/address';
import { say } from '../ui/messages';
import { ExpandMenu } from './ExpandMenu';
import { connect, expandNode } from './explore';
import { leavesOf } from './leaves';
import type { Graph } from './operations';

interface Props {
  model: Model;
  graph: Graph;
  view: View;
}

/** What can be done with the selected nodes. */
export function SelectionBar({ model, graph, view }: Props) {
  const nodes = view.selected.filter((id) => graph.nodes.some((node) => node.id === id));
  const [first, second] = nodes;
  if (first === undefined) return null;
  const type = model.typeOfId(first);
  const labels = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const collapse = () => {
    const leaves = leavesOf(first, graph.relationships);
    if (leaves.length > 0) removeNodes(leaves);
    say(leaves.length > 0 ? `Removed ${leaves.length} that only it connects.` : 'No node is connected by it alone.');
  };
  return (
    <div className="selection-bar card" role="toolbar" aria-label="Selected nodes">
      <span className="selection-name">{nodes.length === 1 ? <bdi>{labels.get(first)}</bdi> : `${nodes.length} selected`}</span>
      {nodes.length === 1 && (
        <>
          <Action icon={<Network />} name="Expand" onClick={() => void expandNode(model, first, null)} />
          {type && <ExpandMenu key={first} model={model} type={type} id={first} lens={view} />}
          <Action icon={<Minimize2 />} name="Collapse" isSecondary onClick={collapse} />
        </>
      )}
      {nodes.length === 2 && second !== undefined && (
        <Action icon={<Route />} name="How are they connected?" onClick={() => void connect(model, first, second)} />
      )}
      {nodes.length < graph.nodes.length && <Action icon={<Focus />} name="Keep only" isSecondary onClick={() => keepNodes(nodes)} />}
      <Action icon={<Trash2 />} name="Remove" isSecondary onClick={() => removeNodes(nodes)} />
    </div>
  );
}

interface ActionProps {
  icon: React.ReactNode;
  name: string;
  /** Whether it has no text where there is little room. */
  isSecondary?: boolean;
  onClick: () => void;
}

function Action({ icon, name, isSecondary, onClick }: ActionProps) {
  return (
    <button type="button" className={isSecondary ? 'button quiet is-secondary' : 'button quiet'} title={name} onClick={onClick}>
      <span className="icon" aria-hidden="true">{icon}</span>
      <span>{name}</span>
    </button>
  );
}
