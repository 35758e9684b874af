import { describe, expect, it } from 'vitest';
import { type Area, type Pressed, actionOf, shortcuts } from '../src/explorer/ui/shortcuts';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('keyboard shortcuts', () => {
  it('are what they do in the area that has the focus', () => {
    expect(actionOf('graph', press('Enter'))).toBe('expand');
    expect(actionOf('search', press('Enter'))).toBe('choose');
    expect(actionOf('time', press('Enter'))).toBeNull();
  });

  it('tell keys with Shift and Control from those without', () => {
    expect(actionOf('graph', press('ArrowLeft'))).toBe('move');
    expect(actionOf('graph', press('ArrowLeft', { shiftKey: true }))).toBe('extend');
    expect(actionOf('graph', press('ArrowLeft', { ctrlKey: true }))).toBeNull();
    expect(actionOf('page', press('z', { ctrlKey: true }))).toBe('undo');
    expect(actionOf('page', press('Z', { metaKey: true, shiftKey: true }))).toBe('redo');
    expect(actionOf('page', press('z'))).toBeNull();
  });

  it('are found by their character, however a keyboard has it', () => {
    expect(actionOf('page', press('?', { shiftKey: true }))).toBe('help');
    expect(actionOf('page', press('/', { shiftKey: true }))).toBe('search');
    expect(actionOf('graph', press('+', { shiftKey: true }))).toBe('zoomIn');
    expect(actionOf('page', press('/', { ctrlKey: true }))).toBeNull();
  });

  it('have one meaning for each key of an area', () => {
    for (const area of Object.keys(shortcuts) as Area[]) {
      const keys = shortcuts[area].flatMap((shortcut): readonly string[] => shortcut.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
