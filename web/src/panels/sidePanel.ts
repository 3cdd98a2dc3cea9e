import * as api from '../api';
import type { App, Panel } from '../app';
import type { Subject, SubjectDetail, ThemeSubject } from '../contract';
import { icon } from '../design/icons';
import { el } from '../dom';
import { pick } from '../format';
import { classList, LIST_LIMIT } from './classList';
import { subjectPanel, type SubjectView } from './subjectPanel';

interface OpenList {
  code: string;
  items: ThemeSubject[];
}

/** The panel at the right, a sheet on phones: the open community or building, else the list of a class. */
export class SidePanel implements Panel {
  readonly node = el('section', { class: 'side-panel', 'data-testid': 'panel', hidden: true });
  private readonly title = el('h2', { tabindex: -1 });
  private readonly body = el('div', { class: 'panel-body' });
  private readonly closeButton: HTMLButtonElement;
  private readonly handle: HTMLButtonElement;
  private subject: SubjectDetail | null = null;
  private view: SubjectView = { open: new Set(), shown: null };
  private list: OpenList | null = null;
  private loading: AbortController | null = null;

  constructor(private readonly app: App) {
    this.closeButton = el('button', { type: 'button', class: 'icon-button', 'data-testid': 'panel-close', onclick: () => this.close() }, icon('close'));
    this.handle = el('button', { type: 'button', class: 'sheet-handle', onclick: () => this.node.classList.toggle('tall') });
    this.node.append(this.handle, el('div', { class: 'panel-head' }, this.title, this.closeButton), this.body);
    this.render();
  }

  /** What is shown, for the highlight of rows. */
  markRow(subject: Subject | null): void {
    for (const row of this.body.querySelectorAll('[data-row].hovered')) row.classList.remove('hovered');
    if (!subject) return;
    const row = `[data-row="${CSS.escape(subject.id)}"][data-kind="${subject.kind}"]`;
    this.body.querySelector(row)?.classList.add('hovered');
  }

  /** Reads a community or building and shows it; null shows what lies below. */
  async openSubject(which: Subject | null): Promise<void> {
    this.loading?.abort();
    this.app.map.evidence.clear();
    this.subject = null;
    if (which === null) {
      this.render();
      return;
    }
    this.loading = new AbortController();
    const late = setTimeout(() => this.showText('…', this.app.t('loading')), 300);
    try {
      this.subject = await api.subject(which, this.loading.signal);
      this.resetView();
      this.render();
      this.body.scrollTop = 0;
    } catch (error) {
      if (api.isAbort(error)) return;
      this.app.toasts.error(error);
      this.app.store.set({ selected: null });
    } finally {
      clearTimeout(late);
    }
  }

  async openList(code: string): Promise<void> {
    const { theme } = this.app.store.get();
    try {
      this.list = { code, items: await api.themeSubjects(theme, code, LIST_LIMIT) };
      this.app.store.set({ selected: null });
      this.render();
      this.title.focus();
    } catch (error) {
      this.app.toasts.error(error);
    }
  }

  /** Opens the verdict of the present theme and forgets what else was open. */
  resetView(): void {
    this.view = { open: new Set([this.app.store.get().theme.toUpperCase()]), shown: null };
  }

  closeList(): void {
    this.list = null;
    this.render();
  }

  /** Closes the uppermost content. Answers whether there was something to close. */
  close(): boolean {
    const { store } = this.app;
    if (store.get().selected) store.set({ selected: null });
    else if (this.list) this.closeList();
    else return false;
    return true;
  }

  render(): void {
    const { t, store, dataset } = this.app;
    this.closeButton.setAttribute('aria-label', t('close'));
    this.handle.setAttribute('aria-label', t('sheet.size'));
    if (this.subject) {
      const title = this.subject.name || this.subject.id;
      this.show(title, subjectPanel(this.app, this.subject, this.view));
    } else if (this.list) {
      const theme = dataset.themes.find(({ id }) => id === store.get().theme);
      const item = theme?.classes.find(({ code }) => code === this.list?.code);
      const lang = this.app.lang();
      const title = t('list.title', { theme: theme ? pick(theme, lang) : '', class: item ? pick(item, lang) : this.list.code });
      this.show(title, classList(this.app, this.list.items, item ?? null));
    } else {
      this.node.hidden = true;
      document.body.classList.remove('detail-open');
    }
  }

  private showText(title: string, text: string): void {
    this.show(title, el('p', { class: 'muted' }, text));
  }

  private show(title: string, content: HTMLElement): void {
    this.title.textContent = title;
    this.node.setAttribute('aria-label', title);
    if (this.body.firstElementChild !== content) this.body.replaceChildren(content);
    this.node.hidden = false;
    document.body.classList.add('detail-open');
  }
}
