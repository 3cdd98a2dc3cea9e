import * as api from '../api';
import type { App, Panel } from '../app';
import type { SearchResult } from '../contract';
import { icon } from '../design/icons';
import { debounce, el } from '../dom';
import type { TextKey } from '../i18n';

/** The search box: a combobox with a list of results; arrow keys choose, Enter goes there. */
export class SearchBox implements Panel {
  readonly node = el('div', { class: 'search', role: 'search' });
  private readonly input: HTMLInputElement;
  private readonly list = el('ul', { id: 'search-results', role: 'listbox', hidden: true });
  private readonly status = el('span', { class: 'visually-hidden', role: 'status' });
  private results: SearchResult[] = [];
  private active = -1;
  private asking: AbortController | null = null;

  constructor(
    private readonly app: App,
    private readonly go: (result: SearchResult) => void,
  ) {
    this.input = el('input', {
      type: 'search',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-controls': 'search-results',
      'aria-expanded': 'false',
      'data-testid': 'search-input',
      oninput: () => this.ask(),
      onkeydown: (event: KeyboardEvent) => this.key(event),
      onfocus: () => this.results.length > 0 && this.show(true),
    });
    this.node.append(icon('search'), this.input, this.list, this.status);
    this.node.addEventListener('focusout', (event) => {
      if (!this.node.contains(event.relatedTarget as Node | null)) this.show(false);
    });
    this.render();
  }

  render(): void {
    this.input.placeholder = this.app.t('search');
    this.input.setAttribute('aria-label', this.app.t('search'));
    this.list.setAttribute('aria-label', this.app.t('search'));
    if (!this.list.hidden) this.fill();
  }

  focus(): void {
    this.input.focus();
  }

  private readonly ask = debounce(180, () => {
    const q = this.input.value.trim();
    this.asking?.abort();
    if (q === '') {
      this.results = [];
      this.show(false);
      return;
    }
    this.asking = new AbortController();
    api.search(q, 10, this.asking.signal).then(
      (results) => {
        this.results = results;
        this.active = results.length > 0 ? 0 : -1;
        this.fill();
        this.show(true);
      },
      (error) => this.app.toasts.error(error),
    );
  });

  private fill(): void {
    const { t } = this.app;
    const q = this.input.value.trim();
    this.status.textContent = t('search.results', { n: this.results.length });
    if (this.results.length === 0) {
      this.list.replaceChildren(el('li', { class: 'muted', role: 'option', 'aria-disabled': 'true' }, t('search.none', { q })));
      return;
    }
    this.list.replaceChildren(
      ...this.results.map((result, index) =>
        el(
          'li',
          {
            id: `search-result-${index}`,
            role: 'option',
            'aria-selected': String(index === this.active),
            'data-testid': 'search-result',
            'data-id': result.id,
            // keep the focus in the box, or the list would close before the click
            onmousedown: (event: Event) => event.preventDefault(),
            onclick: () => this.choose(index),
          },
          el('span', { class: `kind kind-${result.kind}` }, t(`kind.${result.kind}` as TextKey)),
          el('span', { class: 'result-text' }, el('strong', {}, result.title), result.subtitle ? el('small', {}, result.subtitle) : null),
        ),
      ),
    );
    this.mark();
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (!this.list.hidden) event.stopPropagation();
      this.show(false);
    } else if (event.key === 'Enter' && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.active);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.results.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + this.results.length) % this.results.length;
      this.show(true);
      this.mark();
    }
  }

  private mark(): void {
    [...this.list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === this.active));
      if (index === this.active) item.scrollIntoView({ block: 'nearest' });
    });
    if (this.active >= 0) this.input.setAttribute('aria-activedescendant', `search-result-${this.active}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private show(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    if (!open) this.input.removeAttribute('aria-activedescendant');
  }

  private choose(index: number): void {
    const result = this.results[index];
    if (!result) return;
    this.show(false);
    this.input.value = result.title;
    this.go(result);
  }
}
