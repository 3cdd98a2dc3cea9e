import type { App } from '../app';
import { el, refill } from '../dom';
import { pick } from '../format';
import type { Bilingual } from '../contract';
import type { ChoicePlace, Position } from './contract';
import type { ImportModel, LayerRef } from './model';

/** What the steps of an import share. */
export interface ImportView {
  readonly app: App;
  readonly model: ImportModel;
  /** Shows the columns of a layer, with the keyboard on one of them. */
  goToColumn(layer: LayerRef, column: string): void;
  /** Puts the dialog aside and shows a place on the map. */
  showOnMap(at: Position): void;
}

/** A step of the dialog for one layer, or for all files. */
export interface StepView {
  readonly node: HTMLElement;
  /** Writes itself again after a check. */
  update(layer: LayerRef | null): void;
}

/** A step that is small enough to be written anew each time. */
export abstract class SimpleStep implements StepView {
  readonly node = el('div', { class: 'import-step' });

  constructor(protected readonly view: ImportView) {}

  update(layer: LayerRef | null): void {
    refill(this.node, ...this.content(layer));
  }

  protected abstract content(layer: LayerRef | null): (Node | null)[];
}

export interface Option extends Bilingual {
  code: string;
}

/** Options of a select; `first` stands for what is recognised. */
export function options(items: Option[], chosen: string, lang: App['lang']): HTMLOptionElement[] {
  return items.map((item) => el('option', { value: item.code, selected: item.code === chosen }, pick(item, lang())));
}

let fields = 0;

/**
 * A control with its label, and what is wrong with its choice beside it, read out when it appears.
 * The control gets an id, so give each its own.
 */
export function field(label: string, control: HTMLElement, problem: string | null, hint: string | null = null): HTMLElement {
  const id = `import-field-${++fields}`;
  control.id = id;
  if (problem) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', `${id}-problem`);
  } else if (hint) {
    control.setAttribute('aria-describedby', `${id}-hint`);
  }
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    control,
    problem ? el('p', { id: `${id}-problem`, class: 'unfit', role: 'alert' }, problem) : null,
    hint && !problem ? el('p', { id: `${id}-hint`, class: 'fine' }, hint) : null,
  );
}

/** What the last check refused, when it is about this control; null otherwise. */
export function problemAt(view: ImportView, control: ChoicePlace['control'], file: string, layer?: string, choice?: string): string | null {
  const { unfit } = view.model;
  if (!unfit || unfit.control !== control || unfit.file !== file) return null;
  // a choice about the whole file, such as its encoding, may come with the layer that shows it
  if (layer !== undefined && unfit.layer && unfit.layer !== layer) return null;
  if (choice !== undefined && unfit.choice !== choice) return null;
  return pick(unfit, view.app.lang());
}
