import * as api from '../api';
import type { App } from '../app';
import type { Condition, FilterAttribute } from '../contract';
import { icon } from '../design/icons';
import { el, refill } from '../dom';
import { pick } from '../format';
import type { DockPanel } from '../shell/registry';
import { pickAll } from '../tools/picking';

interface Row {
  attribute: FilterAttribute;
  test: 'equals' | 'contains' | 'min' | 'max' | 'missing';
  value: string;
}

/** Picks communities by their attributes; every condition must hold. */
export class FilterPanel implements DockPanel {
  readonly node = el('form', { class: 'plan', 'data-testid': 'filter' });
  private attributes: FilterAttribute[] = [];
  private rows: Row[] = [];

  constructor(private readonly app: App) {
    this.node.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.apply(false);
    });
  }

  opened(): void {
    if (this.attributes.length > 0) return;
    this.app.busy.run(this.app.t('filter.title'), () => api.filterAttributes()).then(
      (attributes) => {
        this.attributes = attributes;
        this.addRow('households');
      },
      (error: unknown) => this.app.toasts.error(error, () => this.opened()),
    );
  }

  render(): void {
    const { t } = this.app;
    refill(
      this.node,
      el('p', { class: 'muted' }, t('filter.hint')),
      ...this.rows.map((row, index) => this.row(row, index)),
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'button', class: 'button small', 'data-key': 'add', disabled: this.attributes.length === 0, onclick: () => this.addRow('name') }, icon('plus'), t('filter.add')),
      ),
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'submit', class: 'button primary', 'data-key': 'apply', 'data-testid': 'filter-apply', disabled: this.rows.length === 0 }, t('filter.pick')),
        el('button', { type: 'button', class: 'button', 'data-key': 'drop', disabled: this.rows.length === 0, onclick: () => void this.apply(true) }, t('filter.drop')),
      ),
    );
  }

  private addRow(name: string): void {
    const attribute = this.attributes.find((item) => item.name === name) ?? this.attributes[0];
    if (attribute) this.rows.push({ attribute, test: testsOf(attribute)[0] as Row['test'], value: '' });
    this.render();
  }

  private row(row: Row, index: number): HTMLElement {
    const { t } = this.app;
    const lang = this.app.lang();
    const { attribute, test, value } = row;
    return el(
      'fieldset',
      { class: 'filter-row' },
      el('legend', { class: 'visually-hidden' }, t('filter.condition', { n: index + 1 })),
      select(`attribute-${index}`, t('filter.attribute'), attribute.name, this.attributes.map((item) => [item.name, pick(item, lang)]), (name) => {
        row.attribute = this.attributes.find((item) => item.name === name) ?? attribute;
        row.test = testsOf(row.attribute)[0] as Row['test'];
        row.value = '';
        this.render();
      }),
      select(`test-${index}`, t('filter.test'), test, testsOf(attribute).map((each) => [each, t(`filter.${each}`)]), (each) => {
        row.test = each as Row['test'];
        this.render();
      }),
      test === 'missing'
        ? null
        : attribute.codes.length > 0
          ? select(`value-${index}`, t('filter.value'), value, [['', t('filter.choose')], ...attribute.codes.map((code): [string, string] => [code.code, pick(code, lang)])], (code) => (row.value = code))
          : el('input', {
              class: 'text-field',
              type: attribute.number ? 'number' : 'text',
              step: 'any',
              required: true,
              value,
              'aria-label': `${t('filter.value')} ${attribute.unit}`,
              'data-key': `value-${index}`,
              'data-testid': `filter-value-${index}`,
              oninput: (event: Event) => (row.value = (event.target as HTMLInputElement).value),
            }),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button small',
          'aria-label': t('filter.remove', { n: index + 1 }),
          onclick: () => {
            this.rows.splice(index, 1);
            this.render();
          },
        },
        icon('close'),
      ),
    );
  }

  private async apply(drop: boolean): Promise<void> {
    const where = this.rows.map(conditionOf);
    await pickAll(this.app, (signal) => api.selectWhere(where, signal), drop);
  }
}

function testsOf(attribute: FilterAttribute): Row['test'][] {
  if (attribute.number) return ['min', 'max', 'missing'];
  return attribute.codes.length > 0 ? ['equals', 'missing'] : ['contains', 'equals', 'missing'];
}

function conditionOf({ attribute, test, value }: Row): Condition {
  const property = attribute.name;
  if (test === 'missing') return { property, missing: true };
  return { property, [test]: attribute.number ? Number(value) : value };
}

function select(key: string, label: string, value: string, options: [string, string][], choose: (value: string) => void): HTMLElement {
  return el(
    'select',
    { class: 'select', 'aria-label': label, 'data-key': key, 'data-testid': `filter-${key}`, onchange: (event: Event) => choose((event.target as HTMLSelectElement).value) },
    ...options.map(([name, text]) => el('option', { value: name, selected: name === value }, text)),
  );
}
